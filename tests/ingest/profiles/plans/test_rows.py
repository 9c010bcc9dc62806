"""One row of the grid is one action: invented tables in many forms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.actions import LONGEST_RATING, read_actions
from ingest.profiles.plans.links import Recommended
from ingest.profiles.plans.rows import ActionRow, ActionTable, read_rows

HEAD = ("Ref", "Action", "Lead", "By when")
MERGED = TableCell(merged=True)
ENGLISH = {
    "text": ("Action", "Key actions", "What we will do", "Task"),
    "lead": ("Lead", "Owner", "Who?", "Responsible officer"),
    "due": ("By when", "Deadline", "Completion date", "Timescale"),
    "partners": ("Partners", "Supported by"),
    "success_measures": ("Success measures", "How will we know?", "Impact"),
    "resources": ("Resources", "Cost"),
    "measure": ("KPI", "Measure"),
    "baseline": ("Baseline", "Current performance"),
    "target": ("Target",),
    "rag": ("RAG", "BRAG rating"),
    "progress": ("Progress to date", "Update"),
}


def table(*rows: tuple[str | TableCell, ...], page: int | None = None) -> Block:
    place = Place(page, 1)
    made = tuple(
        TableRow(
            tuple(c if isinstance(c, TableCell) else TableCell(tuple(filter(None, c.split("|"))), place) for c in row),
            place,
        )
        for row in rows
    )
    text = "\n".join("\t".join(row.texts) for row in made)
    return Block(BlockKind.TABLE, text, text, place, rows=made)


def rows(*tables: Block) -> tuple[ActionRow, ...]:
    return read_rows([ActionTable(block, "s1") for block in tables])[0]


def actions(*tables: Block) -> list[tuple[str | None, str]]:
    return [(row.ref, row.text("action")) for row in rows(*tables)]


@pytest.mark.parametrize(
    "refs", [("1.1", "1.2"), ("R1.1", "R1.2"), ("1a", "1b"), ("1", "2"), ("1.1.1", "1.1.2"), ("A1", "A2"), ("", "")]
)
def test_whatever_its_reference_a_row_is_an_action(refs: tuple[str, str]) -> None:
    found = actions(table(HEAD, (refs[0], "Visit", "Ann", "May"), (refs[1], "Plan", "Bob", "June")))
    assert found == [(refs[0] or None, "Visit"), (refs[1] or None, "Plan")]


def test_a_table_without_references_has_an_action_a_row() -> None:
    bare = table(HEAD[1:], ("Visit", "Ann", "May"), ("Plan", "", ""), ("review plans", "Bob", "June"))
    assert actions(bare) == [(None, "Visit"), (None, "Plan"), (None, "review plans")]


def test_a_row_without_words_of_an_action_belongs_to_the_one_above() -> None:
    (row,) = rows(table(HEAD[1:], ("Visit", "Ann", "May"), ("", "and Bob", "")))
    assert (row.text("action"), row.text("lead"), row.text("due")) == ("Visit", "Ann and Bob", "May")


def test_a_cell_over_two_pages_is_one_action() -> None:
    first = table(HEAD, ("1.1", "Visit every family", "Ann", "May"), page=1)
    assert actions(first, table(HEAD, ("", "and record it", "", ""), ("1.2", "Plan", "B", "C"), page=2)) == [
        ("1.1", "Visit every family and record it"), ("1.2", "Plan"),
    ]  # fmt: skip
    bare = table(HEAD[1:], ("Visit every family and", "Ann", "May"), page=1)
    assert actions(bare, table(HEAD[1:], ("Record it", "", ""), ("Plan", "B", "C"), page=2)) == [
        (None, "Visit every family and Record it"), (None, "Plan"),
    ]  # fmt: skip
    assert len(actions(bare, table(HEAD[1:], ("Record it", "Bob", "June"), page=2))) == 2


def test_a_cell_that_stands_for_several_rows_is_filled_in_below() -> None:
    head = ("Theme", "Ofsted recommendation", "Action", "Lead", "By when")
    found = rows(
        table(head, ("Practice", "1. Plans", "A", "X", "May"), ("", "", "B", "", ""), ("People", "2", "C", "", ""))
    )
    assert [row.text("+Theme") for row in found] == ["Practice", "Practice", "People"]
    assert [row.text("recommendation") for row in found] == ["1. Plans", "1. Plans", "2"]
    assert [row.text("lead") for row in found] == ["X", "", ""]


def test_a_figure_is_filled_in_only_where_the_file_tells_that_its_cell_is_merged() -> None:
    head = ("Recommendation", "Action", "Lead", "By when")
    assert [r.text("recommendation") for r in rows(table(head, ("1", "A", "X", "May"), ("", "B", "Y", "June")))] == [
        "1",
        "",
    ]
    merged = rows(table(head, ("1", "A", "X", "May"), (MERGED, "B", MERGED, "June")))
    assert [(row.text("recommendation"), row.text("lead")) for row in merged] == [("1", "X"), ("1", "X")]


def test_a_cell_that_covers_the_next_column_gives_it_no_words_of_the_row_above() -> None:
    across = TableCell(merged=True, across=True)
    found = rows(table(HEAD, ("1", "Visit", "Ann", "May"), ("2", "Plan", "Bob", across), ("3", "Train", "Eve", MERGED)))
    assert [row.text("due") for row in found] == ["May", "", ""]


def test_a_cell_that_is_merged_with_its_heading_is_empty() -> None:
    first, second = rows(table(HEAD, (MERGED, "Visit", "Ann", MERGED), ("2", "Plan", "Bob", "June")))
    assert (first.ref, first.text("action"), first.text("lead"), first.text("due")) == (None, "Visit", "Ann", "")
    assert (second.ref, second.text("due")) == ("2", "June")


def test_a_merged_action_is_one_with_all_its_leads() -> None:
    (row,) = rows(table(HEAD, ("1", "Visit", "Ann", "May"), (MERGED, MERGED, "Bob", "June")))
    assert (row.text("lead"), row.text("due")) == ("Ann Bob", "May June")
    (twice,) = rows(table(HEAD, ("1", "Visit", "Ann", "May"), ("1", "Visit", "Bob", "May")))
    assert (twice.text("action"), twice.text("lead"), twice.text("due")) == ("Visit", "Ann Bob", "May")


def test_the_same_action_for_another_recommendation_is_another_action() -> None:
    head = ("Recommendation", "Action", "Lead", "By when")
    found = rows(table(head, ("Rec 1", "Visit", "Ann", "May"), ("Rec 2", "Visit", "Ann", "May")))
    assert [(row.text("recommendation"), row.text("action")) for row in found] == [
        ("Rec 1", "Visit"),
        ("Rec 2", "Visit"),
    ]
    assert len(rows(table(head, ("Rec 1", "Visit", "Ann", "May"), ("", "Visit", "Bob", "May")))) == 1


def test_a_cell_that_lists_actions_with_references_is_parted() -> None:
    found, doubts = read_rows([ActionTable(table(HEAD[1:], ("1a Visit|1b Plan", "Ann|Bob", "May")), "s1")])
    assert [(row.ref, row.text("action"), row.text("lead"), row.text("due")) for row in found] == [
        ("1a", "Visit", "Ann", "May"), ("1b", "Plan", "Bob", "May"),
    ]  # fmt: skip
    message = "A row of the table of actions lists 2 actions; each was read as one."
    assert [(doubt.level, doubt.code, doubt.message, doubt.line) for doubt in doubts] == [
        ("info", "actions-parted", message, 1),
    ]


def test_bullets_with_leads_and_dates_of_their_own_are_parted_and_others_are_not() -> None:
    assert actions(table(HEAD[1:], ("Visit|Plan", "Ann|Bob", "May|June"))) == [(None, "Visit"), (None, "Plan")]
    assert actions(table(HEAD[1:], ("Visit|Plan", "Ann|Bob", "May"))) == [(None, "Visit Plan")]


def test_the_actions_of_one_row_are_told_to_share_its_reference() -> None:
    bullets = TableCell(("Visit", "Plan"), items=(0, 1))
    found = rows(table(HEAD, ("1", bullets, "Ann", "May"), ("2", "Train", "Bob", "June")))
    assert [(row.ref, row.text("action"), row.is_further) for row in found] == [
        ("1", "Visit", False), ("1", "Plan", True), ("2", "Train", False),
    ]  # fmt: skip
    parted = rows(table(HEAD[1:], ("1a Visit|1b Plan", "Ann", "May")))
    assert [row.is_further for row in parted] == [False, False]


def test_rows_that_may_be_several_actions_are_told_once() -> None:
    given = table(HEAD, ("1", "Visit homes|See children", "A", "May"), ("2", "Train staff|Meet them", "B", "May"))
    found, doubts = read_rows([ActionTable(given, "s1")])
    assert [row.text("action") for row in found] == ["Visit homes See children", "Train staff Meet them"]
    message = (
        "In 2 rows of the table of actions the cell of the action has several paragraphs, items or parts that may be "
        "an action each; each row was read as one, the first of them “Visit homes See children”."
    )
    assert [(doubt.level, doubt.code, doubt.message, doubt.line) for doubt in doubts] == [
        ("warning", "actions-perhaps-joined", message, 1),
    ]


def test_a_reference_in_front_of_the_words_is_one_where_most_have_it() -> None:
    assert actions(table(HEAD[1:], ("1a Visit", "Ann", "May"), ("1b Plan", "Bob", "June"))) == [
        ("1a", "Visit"), ("1b", "Plan"),
    ]  # fmt: skip
    assert actions(table(HEAD[1:], ("1a Visit", "Ann", "May"), ("Plan", "Bob", "June")))[0] == (None, "1a Visit")


def test_a_column_without_a_heading_belongs_to_the_one_on_its_left() -> None:
    head = ("Action", "", "Lead", "By when")
    (row,) = rows(table(head, ("Visit", "every family", "Ann", "May")))
    assert row.text("action") == "Visit every family"


WORDS = st.lists(st.sampled_from(["visit", "plan", "train", "audit", "recruit", "review"]), min_size=1, max_size=4)
FORMS = st.sampled_from(("1.{}", "R1.{}", "{}", "1{l}", "A{}", "1.1.{}", ""))


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], list[dict[str, str]], list[str]]:
    """A header of known columns in any order, rows with words of their own, and references of any form or none."""
    fields = draw(st.permutations(sorted(ENGLISH)))
    kept = [name for name in fields if name in ("text", "lead", "due") or draw(st.booleans())]
    heads = {name: draw(st.sampled_from(ENGLISH[name])) for name in kept}
    count, form = draw(st.integers(1, 5)), draw(FORMS)
    refs = [form.format(n, l="abcdef"[n]) for n in range(1, count + 1)] if form else []
    cells = [
        {name: f"{draw(WORDS)[0].capitalize()} {name} {n} {' '.join(draw(WORDS))}" for name in kept}
        for n in range(count)
    ]
    at = draw(st.integers(0, len(kept)))
    order = [*kept[:at], *(["ref"] if refs else []), *kept[at:]]
    header = tuple("Ref" if name == "ref" else heads[name] for name in order)
    made = [header] + [tuple(refs[n] if name == "ref" else cells[n][name] for name in order) for n in range(count)]
    return made, cells, refs


def by_field(printed: dict[str, str]) -> dict[str, str]:
    """The cells by the fields of an action: long words under the heading of the rating alone tell of progress."""
    rag = printed.get("rag", "")
    if "progress" in printed or len(rag) <= LONGEST_RATING:
        return printed
    return {**{name: text for name, text in printed.items() if name != "rag"}, "progress": rag}


@settings(max_examples=50, deadline=None)
@given(plans())
def test_any_table_gives_as_many_actions_as_rows_with_each_cell_in_one_field(
    plan: tuple[list[tuple[str, ...]], list[dict[str, str]], list[str]],
) -> None:
    made, cells, refs = plan
    found, _ = read_actions([ActionTable(table(*made), "s1")], Recommended(), {})
    assert len(found) == len(cells)
    for action, printed in zip(found, cells, strict=True):
        assert {name: value for name in ENGLISH if (value := getattr(action, name))} == by_field(printed)
        assert action.notes is None
    assert [action.ref for action in found] == (refs or [""] * len(cells))
