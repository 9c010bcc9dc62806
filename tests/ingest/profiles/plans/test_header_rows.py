"""Headings in two rows: invented tables, as files of each format give them."""

import pytest

from ingest.blocks import Block, TableCell
from ingest.profiles.plans.header_rows import fold_headers
from tests.ingest.profiles.plans.test_rows import MERGED, rows, table

UPPER = ("Ref", "Action", "Accountability", "", "Timescale", "")
LOWER = ("", "", "Lead", "Partners", "Start", "End")
FIRST = ("1.1", "Visit every family", "Ann", "Health", "May 2025", "June 2025")


def folded(*given: tuple[str | TableCell, ...]) -> Block:
    return fold_headers([table(*given)])[0]


def heads(*given: tuple[str | TableCell, ...]) -> tuple[str, ...]:
    return folded(*given).rows[0].texts


def test_headings_below_a_common_one_name_the_columns() -> None:
    (row,) = rows(folded(UPPER, LOWER, FIRST))
    assert [row.text(name) for name in ("ref", "action", "lead", "partners", "+Start", "due")] == list(FIRST)


@pytest.mark.parametrize("second", [MERGED, ""])
@pytest.mark.parametrize("beside", [MERGED, "", "RAG"])
def test_periods_are_named_with_the_heading_above(second: str | TableCell, beside: str | TableCell) -> None:
    upper = ("Action", "Lead", "By when", "RAG", beside)
    found = heads(upper, (second, second, second, "Q1", "Q2"), ("Visit", "Ann", "May", "Red", "Green"))
    assert found == ("Action", "Lead", "By when", "RAG Q1", "RAG Q2")


@pytest.mark.parametrize("period", ["Q3 2025/26", "Quarter 3", "April", "Sept-25", "Month 6", "2025", "Jan 2026"])
def test_periods_have_many_forms(period: str) -> None:
    upper = ("Action", "Lead", "By when", "RAG", "")
    assert heads(upper, ("", "", "", period, "Q4"), FIRST[1:])[3:] == (f"RAG {period}", "RAG Q4")


def test_any_words_are_headings_where_the_file_merges_the_others_with_those_above() -> None:
    upper = ("Action", "Lead", "By when", "Cost", MERGED)
    lower = (MERGED, MERGED, MERGED, "One-off", "Yearly")
    assert heads(upper, lower, FIRST[1:])[3:] == ("Cost One-off", "Cost Yearly")
    assert len(folded(upper, ("", "", "", "One-off", "Yearly"), FIRST[1:]).rows) == 3


def test_a_general_word_is_read_with_the_heading_above() -> None:
    upper = ("Recommendation", "", "Action", "", "Target", "")
    lower = ("No", "Text", "No", "Description", "Date", "Lead")
    assert heads(upper, lower, ("1", "Plans", "1.1", "Visit", "May", "Ann")) == (
        "Recommendation No", "Recommendation Text", "Action No", "Action Description", "Target Date", "Lead",
    )  # fmt: skip


def test_a_row_of_an_action_is_no_heading() -> None:
    for row in (FIRST, ("", "", "Ann", "Health and schools", "", ""), ("", "", "", "Lead", "", ""), ("",) * 6):
        assert len(folded(UPPER, row, FIRST).rows) == 3


def test_a_row_of_headings_of_its_own_is_not_joined() -> None:
    upper = ("", "", "Accountability", "", "Timescale", "")
    head = ("Ref", "Action", "Lead", "Partners", "Start", "End")
    assert folded(upper, head, FIRST).rows == table(upper, head, FIRST).rows
    assert folded(head, head, FIRST).rows == table(head, head, FIRST).rows
    assert len(folded(("What", "", "Who", ""), ("Item", "Cost", "Q1", "Q2"), ("Fork", "1", "x", "y")).rows) == 3


def test_rows_of_other_lengths_are_left_alone() -> None:
    assert len(folded(UPPER, LOWER[:5], FIRST).rows) == 3
    assert fold_headers([table(UPPER)]) == (table(UPPER),)


def test_a_heading_over_one_column_is_that_of_its_second_row_where_the_file_merges_others() -> None:
    upper = ("Ref", "Action", "Accountability", MERGED, "Progress")
    assert heads(upper, (MERGED, MERGED, "Lead", "By when", "RAG"), FIRST[:5]) == (
        "Ref",
        "Action",
        "Lead",
        "By when",
        "RAG",
    )
    assert len(folded(upper, ("", "", "Lead", "By when", "RAG"), FIRST[:5]).rows) == 3
