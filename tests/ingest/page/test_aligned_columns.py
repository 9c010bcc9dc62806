"""The headings and columns of tables without drawn lines."""

import pytest

from ingest.page.aligned_columns import columns_under, heading_at, may_head, parts_of, split, starts_in
from ingest.page.aligned_rows import Words
from ingest.page.words import spell
from tests.ingest.page.words import row


def line(*cells: tuple[str, float], top: float = 100.0) -> Words:
    return [word for text, left in cells for word in row(text, left, top)]


HEAD = line(("Action", 72), ("Lead", 250), ("By when", 400))
BODY = [line(("Families", 72), ("Ann", 250), ("May", 400), top=100 + 20 * at) for at in (1, 2, 3)]


def test_only_words_of_its_headings_make_a_table() -> None:
    assert may_head(HEAD)
    assert may_head(row("WHAT WE DO"))
    assert not may_head(row("Town and mayor"))


def test_parts_stand_apart_or_at_the_start_of_a_column() -> None:
    near = line(("Visit all", 72), ("Ann", 132))
    assert [spell(part) for part in split(near)] == ["Visit all Ann"]
    assert [spell(part) for part in split(near, {132})] == ["Visit all", "Ann"]
    assert [spell(part) for part in split(line(("Visit", 72), ("Ann", 120)))] == ["Visit", "Ann"]


def test_starts_are_where_several_rows_have_parts() -> None:
    assert starts_in(BODY) == {250, 400}
    assert starts_in(BODY[:1]) == set()


def test_three_rows_tell_where_a_column_starts_that_has_no_room() -> None:
    near = [
        line(("1.1", 72), (text, 96), ("Ann", 250), top=100 + 20 * at)
        for at, text in enumerate(("Visit", "Train", "Audit"))
    ]
    assert 96 in starts_in(near)
    assert 96 not in starts_in(near[:2])
    assert [spell(part) for part in split(near[0], starts_in(near))] == ["1.1", "Visit", "Ann"]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([HEAD, *BODY], 1),
        ([line(("Judgement", 72), ("Grade", 300))], 1),
        ([line(("", 72), ("Responsible", 250)), line(("Action", 72), ("officer", 250), ("By when", 400), top=112)], 2),
        ([line(("Town", 72), ("Mayor", 250), ("Since", 400))], 0),
        ([row("The action was led by the board when it met")], 0),
    ],
)
def test_headings_are_those_of_actions_or_judgements_over_some_lines(rows, lines) -> None:
    assert heading_at(rows, 0) == lines


def test_headings_of_several_lines_are_joined_by_column() -> None:
    rows = [line(("Success", 250)), line(("Action", 72), ("measure", 250), top=112)]
    assert [spell(part) for part in parts_of(rows, 0, 2)] == ["Action", "Success measure"]


def test_columns_are_parted_where_a_gap_runs_down() -> None:
    found = columns_under([HEAD, *BODY], parts_of([HEAD], 0, 1), ())
    assert found is not None
    assert (found.number, found.edges[0]) == (3, 70.0)
    across = row("A line of words that goes on and on over all the columns", 72, 200)
    assert columns_under([HEAD, *BODY, across], parts_of([HEAD], 0, 1), ()) is None
