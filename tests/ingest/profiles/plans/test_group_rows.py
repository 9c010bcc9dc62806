"""Rows that name a group of actions: invented tables, read as whole plans."""

import pytest

from ingest.blocks import TableCell
from ingest.drafts import ActionDraft
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.body import PlanBody
from ingest.profiles.plans.group_rows import is_numbered, names_group
from tests.ingest.profiles.plans.test_rows import MERGED, table

EMPTY = ("", "", "", "")
ACROSS = (MERGED, MERGED, MERGED, MERGED)
VISIT = ("", "Visit families", "Ann", "May", "Red")
AUDIT = ("", "Audit plans", "Bob", "June", "Green")
HIRE = ("", "Hire carers", "Cat", "July", "Red")
OPEN = ("", "Open a home", "Dee", "August", "Red")


def head(name: str) -> tuple[str, ...]:
    return (name, "Action", "Lead", "By when", "RAG")


def read(*tables: tuple[tuple[str | TableCell, ...], ...]) -> tuple[PlanBody, tuple[ActionDraft, ...]]:
    body = PlanBody(frozenset()).read(tuple(table(*rows, page=page) for page, rows in enumerate(tables, 1)))
    return body, read_actions(body.actions, body.recommended, {})[0]


def values(name: str, *rows: tuple[str | TableCell, ...]) -> list[str | tuple[str, ...] | None]:
    found = read((head(name), *rows))[1]
    field = {"Priority": "priority", "Recommendation": "recommendations"}.get(name, "notes")
    return [getattr(action, field) for action in found]


@pytest.mark.parametrize("rest", [EMPTY, ACROSS])
@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Priority", "1", "2"),
        ("Recommendation", ("1",), ("2",)),
        ("Theme", "Theme: 1. Quality of plans", "Theme: 2. Placement sufficiency"),
        ("Area", "Area: 1. Quality of plans", "Area: 2. Placement sufficiency"),
        ("Findings", "Findings: 1. Quality of plans", "Findings: 2. Placement sufficiency"),
    ],
)  # fmt: skip
def test_a_row_that_names_a_group_stands_for_the_rows_below(
    name: str, first: str, second: str, rest: tuple[str | TableCell, ...]
) -> None:
    rows = (("1. Quality of plans", *rest), VISIT, AUDIT, ("2. Placement sufficiency", *rest), HIRE, OPEN)
    assert values(name, *rows) == [first, first, second, second]
    assert [action.text for action in read((head(name), *rows))[1]] == [row[1] for row in (VISIT, AUDIT, HIRE, OPEN)]


def test_names_without_numbers_are_groups_too() -> None:
    rows = (("Practice", *EMPTY), VISIT, AUDIT, ("Placements", *EMPTY), HIRE)
    assert values("Theme", *rows) == ["Theme: Practice", "Theme: Practice", "Theme: Placements"]
    assert values("Priority", ("1", *EMPTY), VISIT, ("2", *EMPTY), HIRE) == ["1", "2"]
    assert values("Recommendation", ("1", *EMPTY), VISIT, AUDIT) == [("1",), ("1",)]


def test_a_group_goes_on_over_pages() -> None:
    first = (head("Theme"), ("1. Practice", *EMPTY), VISIT, ("2. Placements", *EMPTY))
    _, found = read(first, (HIRE, OPEN, ("3. Leaders", *EMPTY), AUDIT))
    assert [action.notes for action in found] == [
        "Theme: 1. Practice", "Theme: 2. Placements", "Theme: 2. Placements", "Theme: 3. Leaders",
    ]  # fmt: skip


def test_a_row_with_words_of_its_own_ends_the_group() -> None:
    own = ("3. Leaders", *AUDIT[1:])
    assert values("Priority", ("1. Practice", *EMPTY), VISIT, own, HIRE) == ["1", "3", "3"]


def test_the_name_of_a_group_may_stand_in_two_rows() -> None:
    rows = (("1. Practice", *EMPTY), ("Children have good plans", *EMPTY), VISIT)
    assert values("Theme", *rows) == ["Theme: 1. Practice Children have good plans"]


def test_a_group_without_actions_does_not_name_those_of_another() -> None:
    assert values("Theme", ("1. Practice", *EMPTY), ("2. Leaders", *EMPTY), VISIT) == ["Theme: 2. Leaders"]
    assert values("Theme", ("1. Practice", *EMPTY), VISIT, ("2. Leaders", *EMPTY)) == ["Theme: 1. Practice"]


def test_a_group_of_a_column_further_left_begins_anew() -> None:
    header = ("Priority", "Theme", "Action", "Lead", "By when")
    first, second = ("Visit", "Ann", "May"), ("Audit", "Bob", "June")
    rows = (("1. Practice", "", "", "", ""), ("", "Visits", "", "", ""), ("", "", *first))
    _, found = read((header, *rows, ("2. Leaders", "", "", "", ""), ("", "", *second)))
    assert [(action.priority, action.notes) for action in found] == [
        ("1", "Priority: 1. Practice\nTheme: Visits"), ("2", "Priority: 2. Leaders"),
    ]  # fmt: skip


def test_the_rest_of_a_cell_is_no_group() -> None:
    assert values("Theme", ("Quality of", *VISIT[1:]), ("plans", *EMPTY), AUDIT) == ["Theme: Quality of plans"] * 2
    own = (("Quality of", *VISIT[1:]), ("Plans", *EMPTY), ("Leaders", *AUDIT[1:]))
    assert values("Theme", *own) == ["Theme: Quality of Plans", "Theme: Leaders"]
    first = (head("Theme"), ("Quality of plans and", *VISIT[1:]))
    _, found = read(first, (head("Theme"), ("Assessments", *EMPTY), AUDIT))
    assert [action.notes for action in found] == ["Theme: Quality of plans and Assessments"] * 2


def test_a_remark_over_all_columns_stays_one() -> None:
    remark = "Note that the board sees these each month."
    body, found = read((head("Theme"), ("1. Practice", *EMPTY), VISIT, (remark, *ACROSS), AUDIT))
    assert [finding.text for finding in body.records.findings] == [remark]
    assert [action.notes for action in found] == ["Theme: 1. Practice"] * 2


def test_a_row_names_a_group_by_the_row_below() -> None:
    (row, below, own) = table(("1. Practice", *EMPTY), VISIT, ("2", *AUDIT[1:])).rows
    header = ("priority", "action", "lead", "due", "rag")
    assert names_group(row, header, below)
    assert names_group(row, header, None)
    assert not names_group(row, header, own)
    assert not names_group(row, ("ref", *header[1:]), below)
    assert not names_group(below, header, below)


@pytest.mark.parametrize("words", ["1. Plans", "12) Plans", "A: Plans", "(a) Plans"])
def test_words_with_a_number(words: str) -> None:
    assert is_numbered(words)
    assert not is_numbered(words.rsplit(maxsplit=1)[-1])
