"""Tables of actions whose fields stand down the side."""

from collections.abc import Sequence

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.turned_tables import turn_tables
from inspections.notice_codes import NoticeCode
from tests.ingest.profiles.reading import codes, read_report

SIDE = (("Ref", "1", "2"), ("Action", "Visit homes", "Write plans"), ("Lead", "Ann", "Bob"), ("By when", "May", "June"))


def table(*rows: Sequence[str]) -> Block:
    made = tuple(
        TableRow(tuple(TableCell((text,) if text else (), Place(line=line)) for text in row), Place(line=line))
        for line, row in enumerate(rows, 1)
    )
    return Block(BlockKind.TABLE, "", "", Place(line=1), rows=made)


def turned(*rows: Sequence[str]) -> list[list[tuple[str, ...]] | str]:
    return [[row.texts for row in block.rows] if block.rows else block.text for block in turn_tables([table(*rows)])]


def test_each_column_beside_the_fields_is_an_action() -> None:
    assert turned(*SIDE) == [
        [("Ref", "Action", "Lead", "By when"), ("1", "Visit homes", "Ann", "May"), ("2", "Write plans", "Bob", "June")]
    ]


def test_a_title_over_all_columns_stands_in_front() -> None:
    assert turned(("Quality", "Quality", "Quality"), *SIDE)[0] == "Quality"
    assert turned(("Quality", "", ""), *SIDE)[0] == "Quality"


@pytest.mark.parametrize(
    "rows",
    [
        (("Ref", "Action", "Lead"), ("1", "Visit homes", "Ann")),
        tuple(row[:2] for row in SIDE),
        (*SIDE, ("", "with care", "")),
        (("Name", "Ann", "Bob"), ("Role", "Head", "Lead"), ("Team", "One", "Two")),
    ],
)
def test_other_tables_stay_what_they_are(rows: tuple[Sequence[str], ...]) -> None:
    assert turned(*rows) == [[*rows]]


def test_merged_cells_are_merged_the_other_way() -> None:
    (given,) = [table(*SIDE)]
    across = TableCell(merged=True, across=True)
    row = TableRow((*given.rows[2].cells[:2], across), Place(line=3))
    merged = Block(BlockKind.TABLE, "", "", Place(line=1), rows=(*given.rows[:2], row, given.rows[3]))
    cell = turn_tables([merged])[0].rows[2].cells[2]
    assert (cell.merged, cell.across) == (True, False)


def test_a_plan_with_fields_down_the_side_is_read_whole() -> None:
    lines = "\n".join("\t".join(row) for row in SIDE)
    report = read_report(f"Wexcombe Council\n\nChildren’s services improvement plan\n\nMay 2026\n\n{lines}\n")
    assert [(one.ref, one.text, one.lead, one.due) for one in report.actions] == [
        ("1", "Visit homes", "Ann", "May"),
        ("2", "Write plans", "Bob", "June"),
    ]
    assert NoticeCode.TEXT_NOT_TAKEN not in codes(report)
