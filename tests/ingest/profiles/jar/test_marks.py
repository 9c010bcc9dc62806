"""The line of four grades with a tick, and the table of strengths and weaknesses."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.jar.marks import sides, ticked


def block(*rows: tuple[str, ...]) -> Block:
    cells = tuple(TableRow(tuple(TableCell((text,) if text else ()) for text in row)) for row in rows)
    return Block(BlockKind.TABLE, "", "", Place(), rows=cells)


@pytest.mark.parametrize(
    ("row", "grade"),
    [
        (("Inadequate", "Adequate X", "Good", "Outstanding"), "adequate"),
        (("Outstanding", "Good", "x", "Adequate", "Inadequate"), "good"),
        (("Inadequate \u2713", "Adequate", "Good", "Outstanding"), "inadequate"),
        (("Inadequate", "Adequate", "Good", "Outstanding (X)"), "outstanding"),
        (("Inadequate", "Adequate", "Good", "Outstanding"), None),
        (("Inadequate X", "Adequate X", "Good", "Outstanding"), None),
        (("Inadequate", "Adequate X", "Good"), None),
        (("Good", "Good X", "Adequate", "Outstanding"), None),
        (("A good X", "Adequate", "Inadequate", "Outstanding"), None),
    ],
)
def test_the_ticked_grade(row, grade):
    assert ticked(block(row)) == grade
    assert ticked(Block(BlockKind.PARAGRAPH, " ".join(row), "", Place())) == grade
    assert ticked(Block(BlockKind.PARAGRAPH, " ".join(row), "", Place(), number="4")) is None


def test_columns_of_strengths_and_weaknesses():
    found = sides(block(("Major strengths", "Important weaknesses"), ("Fast", "Slow"), ("", "Late")))
    assert [(side.heading, [text for _, text in side.items]) for side in found] == [
        ("Major strengths", ["Fast"]),
        ("Important weaknesses", ["Slow", "Late"]),
    ]


@pytest.mark.parametrize("rows", [[("Major strengths", "Year"), ("Fast", "2007")], [("2006", "2007"), ("1", "2")]])
def test_another_table_has_no_such_columns(rows):
    assert sides(block(*rows)) == ()
