"""Sentences that are a list of services with their grades."""

import pytest

from ingest.wording.earlier.claims import Context
from ingest.wording.earlier.events import events_in
from ingest.wording.earlier.lists import Announcements, is_list_alone, listed_grades
from ingest.wording.earlier.tokens import tokens

LIST = "Overall effectiveness: inadequate; adoption: good"


def read(sentence: str, announcements: Announcements | None = None) -> tuple[list[tuple[str, str, str]], bool] | None:
    """Date, domain and grade of each item, and whether something is left; None where the sentence is no list."""
    row = tokens(sentence)
    listed = listed_grades(sentence, row, events_in(row), Context(), announcements or Announcements())
    if listed is None:
        return None
    return [(g.date.iso if g.date else "", g.domain, g.grade) for g in listed.grades], listed.left


def told(sentence: str) -> Announcements:
    return Announcements(events_in(tokens(sentence)))


IN_2015 = told("The last inspection was in May 2015.")
ITEMS = [("2015-05", "overall-effectiveness", "inadequate"), ("2015-05", "adoption", "good")]


def test_a_list_belongs_to_the_inspection_that_announces_it() -> None:
    assert read(LIST, IN_2015) == (ITEMS, False)
    assert read(f"Inspected in May 2015: {LIST}") is not None
    assert read(f"The inspection in May 2015 judged: {LIST}") == (ITEMS, False)
    assert read(LIST) is None


def test_an_item_belongs_to_the_date_behind_it() -> None:
    announced = Announcements(is_open=True)
    assert read("Adoption: good (2012); leadership: inadequate (2014)", announced) == (
        [("2012", "adoption", "good"), ("2014", "leadership", "inadequate")],
        False,
    )
    assert read("Adoption: good; leadership: inadequate (2014)", announced) is None


def test_under_a_heading_of_past_inspections_only_short_items_are_a_list() -> None:
    headed = Announcements(headed=True)
    assert read("Adoption: good (2012)", headed) == ([("2012", "adoption", "good")], False)
    assert read(f"Adoption: good (2012), {'with plans ' * 6}", headed) is None


def test_a_grade_beside_the_items_is_left() -> None:
    assert read("The inspection in May 2015 judged: adoption: good; plans, inadequate") == (
        [("2015-05", "adoption", "good")],
        True,
    )


@pytest.mark.parametrize("two", ["The inspections in May 2015 and June 2018 were short."])
def test_of_two_inspections_none_is_taken(two: str) -> None:
    assert read(LIST, told(two)) is None


@pytest.mark.parametrize(
    ("sentence", "alone"), [(LIST, True), ("Adoption: good.", True), ("Adoption was judged good.", False)]
)
def test_a_list_alone_has_no_other_words(sentence: str, alone: bool) -> None:
    assert is_list_alone(tokens(sentence)) is alone
