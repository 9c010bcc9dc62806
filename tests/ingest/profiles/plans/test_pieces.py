"""The actions of one row: invented cells, in which "•" stands for a bullet and "|" parts paragraphs."""

import pytest

from ingest.blocks import Place, TableCell
from ingest.profiles.plans.pieces import is_perhaps_several, listed, pieces_of, with_lists, with_words
from ingest.structure.column_tables import TableRecord

PLACE = Place(1, 7)


def cell(words: str) -> TableCell:
    given = [one for one in words.split("|") if one]
    items = tuple(at for at, one in enumerate(given) if one.startswith("•"))
    return TableCell(tuple(one.removeprefix("•") for one in given), PLACE, items=items)


def record(**cells: str) -> TableRecord:
    return TableRecord(tuple((name, cell(words)) for name, words in cells.items()), "orig", PLACE)


def pieces(**cells: str) -> list[tuple[str, ...]]:
    return [tuple(one.text for _, one in piece.cells) for piece in pieces_of(record(**cells))]


def test_a_cell_of_one_paragraph_is_one_action() -> None:
    given = record(action="Visit homes", lead="Ann", due="May")
    assert pieces_of(given) == (given,)


def test_bullets_are_an_action_each_and_share_what_stands_once() -> None:
    assert pieces(ref="1", action="•Visit homes|•See children", lead="Ann", due="May 2026", rag="Red") == [
        ("1", "Visit homes", "Ann", "May 2026", "Red"),
        ("1", "See children", "Ann", "May 2026", "Red"),
    ]


def test_owners_and_dates_of_equal_number_go_one_by_one() -> None:
    expected = [("Visit", "Ann", "May"), ("Plan", "Bob", "June")]
    assert pieces(action="•Visit|•Plan", lead="•Ann|•Bob", due="•May|•June") == expected
    assert pieces(action="•Visit|•Plan", lead="Ann|Bob", due="May|June") == expected
    assert pieces(action="Visit|Plan", lead="Ann|Bob", due="May|June") == expected


def test_two_owners_without_bullets_beside_one_date_do_all_together() -> None:
    assert pieces(action="•Visit|•Plan", lead="Ann|Bob", due="May") == [
        ("Visit", "Ann Bob", "May"),
        ("Plan", "Ann Bob", "May"),
    ]
    assert pieces(action="•Visit|•Plan", lead="•Ann|•Bob", due="May") == [
        ("Visit", "Ann", "May"),
        ("Plan", "Bob", "May"),
    ]


def test_dates_alone_part_paragraphs_and_other_words_do_not() -> None:
    assert pieces(action="Visit|Plan", lead="Ann", due="May 2026|by June 2026") == [
        ("Visit", "Ann", "May 2026"),
        ("Plan", "Ann", "by June 2026"),
    ]
    assert len(pieces(action="Visit|Plan", lead="Ann", due="May 2026|in time")) == 1
    assert len(pieces(action="Visit|Plan", lead="Ann|Bob|Cid", due="May 2026|June 2026")) == 1


@pytest.mark.parametrize("due", ["May|June", "•May|•June", "May|June|July|August"])
def test_dates_that_do_not_go_one_by_one_leave_one_action(due: str) -> None:
    given = {"action": "•Visit homes|•Write plans|•Train staff", "lead": "Ann", "due": due}
    assert len(pieces(**given)) == 1
    assert is_perhaps_several(record(**given))


def test_paragraphs_behind_an_item_are_its_own() -> None:
    assert pieces(action="•Visit|in the first week|•Plan", lead="Ann") == [
        ("Visit in the first week", "Ann"),
        ("Plan", "Ann"),
    ]


def test_an_announced_list_is_one_action_that_may_be_several() -> None:
    given = record(action="We will do this:|•Visit homes|•See children", lead="Ann")
    assert len(pieces_of(given)) == 1
    assert is_perhaps_several(given)


def test_one_item_is_no_list() -> None:
    assert pieces(action="•Visit", lead="Ann") == [("Visit", "Ann")]
    alone = record(action="•Visit|in May", lead="Ann")
    assert pieces_of(alone) == (alone,)


def test_the_actions_of_a_row_keep_its_place() -> None:
    for given in (record(action="•Visit|•Plan"), record(action="Visit|Plan", lead="Ann|Bob", due="May|June")):
        assert {one.place for piece in pieces_of(given) for _, one in piece.cells} == {PLACE}


def test_references_in_front_part_a_cell_whatever_else_it_prints() -> None:
    given = record(action="1a Visit|1b Plan", lead="Ann|Bob", due="May")
    assert listed(given) == ("1a Visit", "1b Plan")
    assert [(one.text("ref"), one.text("action"), one.text("lead")) for one in pieces_of(given)] == [
        ("1a", "Visit", "Ann"),
        ("1b", "Plan", "Bob"),
    ]
    assert listed(record(action="1a Visit|Plan")) == ()
    assert listed(record(action="1a Visit")) == ()


def test_the_reference_of_a_row_stays_where_its_cell_lists_letters() -> None:
    assert pieces(ref="3", action="a) Visit|b) Plan", lead="Ann") == [("3", "a) Visit", "Ann"), ("3", "b) Plan", "Ann")]
    assert pieces(ref="3.", action="3a Visit|3b Plan", lead="Ann") == [("3a", "Visit", "Ann"), ("3b", "Plan", "Ann")]


@pytest.mark.parametrize(
    ("action", "several"),
    [
        ("Visit homes|See children", True),
        ("Visit homes|in May", False),
        ("Visit homes|See", False),
        ("Visit homes", False),
        ("“Visit” homes|2 panels meet", True),
        ("i. Visit homes|ii. See children", True),
        ("i.e. homes|in May", False),
    ],
)
def test_paragraphs_that_could_be_actions_are_told(action: str, several: bool) -> None:
    assert is_perhaps_several(record(action=action)) is several


def test_words_are_set_in_their_columns_and_a_reference_without_one_stands_in_front() -> None:
    made = with_words(record(action="1a Visit", lead="Ann"), ref="1a", action="Visit")
    assert [(name, one.text) for name, one in made.cells] == [("ref", "1a"), ("action", "Visit"), ("lead", "Ann")]
    assert made.cells[0][1].place == PLACE
    again = with_words(record(ref="", action="1a Visit"), ref="1a", action="Visit")
    assert [(name, one.text) for name, one in again.cells] == [("ref", "1a"), ("action", "Visit")]


def parts(**cells: str) -> list[tuple[str, ...]]:
    return [tuple(one.text for _, one in piece.cells) for piece in pieces_of(with_lists(record(**cells)))]


def test_a_list_inside_one_paragraph_is_an_action_each() -> None:
    assert parts(action="1. Visit homes. 2. Plan.", lead="Ann", due="1) May 2) June") == [
        ("1", "Visit homes.", "Ann", "May"),
        ("2", "Plan.", "Ann", "June"),
    ]
    assert parts(ref="2", action="(a) Visit; (b) plan; and (c) tell") == [
        ("2", "(a) Visit"),
        ("2", "(b) plan"),
        ("2", "(c) tell"),
    ]
    assert parts(ref="2", action="1. Visit. 2. Plan.") == [("2", "1. Visit."), ("2", "2. Plan.")]


def test_an_announced_list_inside_one_paragraph_is_one_action_that_may_be_several() -> None:
    given = with_lists(record(action="We will: (a) visit; (b) plan", lead="Ann"))
    assert len(pieces_of(given)) == 1
    assert is_perhaps_several(given)


def test_semicolons_part_actions_beside_as_many_dates() -> None:
    assert parts(action="Visit homes; write plans", lead="Ann; Bob", due="May; June") == [
        ("Visit homes", "Ann", "May"),
        ("write plans", "Bob", "June"),
    ]
    assert parts(action="Visit homes; write plans", lead="Ann; Bob", due="May|June") == [
        ("Visit homes", "Ann", "May"),
        ("write plans", "Bob", "June"),
    ]
    assert len(parts(action="Visit homes; write plans", lead="Ann; Bob", due="May")) == 1
    assert len(parts(action="Visit homes; this is due", lead="Ann; Bob", due="May; June")) == 1


@pytest.mark.parametrize(
    ("action", "several"),
    [
        ("Visit homes; write plans", True),
        ("Visit homes; plans", False),
        ("Visit homes; which are far", False),
        ("Visit homes (near; far away)", False),
    ],
)
def test_parts_between_semicolons_that_could_be_actions_are_told(action: str, several: bool) -> None:
    assert is_perhaps_several(with_lists(record(action=action, lead="Ann", due="May"))) is several
