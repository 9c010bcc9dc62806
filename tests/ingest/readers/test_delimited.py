import pytest

from ingest.blocks import BlockKind
from ingest.readers import read
from ingest.readers.delimited import rows_of

PLAN = 'Ref,Action,Lead\n1,"Audit plans, then train",Ann\n2,Train staff,Ben\n'


def rows(data: bytes) -> list[tuple[str, ...]]:
    return [row.texts for block in read(data).blocks for row in block.rows]


READ = [("Ref", "Action", "Lead"), ("1", "Audit plans, then train", "Ann"), ("2", "Train staff", "Ben")]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(codec: str) -> None:
    assert rows(PLAN.encode(codec)) == READ


@pytest.mark.parametrize("sign", [";", "|"])
def test_other_signs_between_cells_are_found(sign: str) -> None:
    assert rows(f"Ref{sign}Action{sign}Lead\n1{sign}Audit, and train{sign}Ann\n".encode()) == [
        ("Ref", "Action", "Lead"),
        ("1", "Audit, and train", "Ann"),
    ]


def test_a_title_above_the_table_is_a_heading() -> None:
    title, table = read(b"Plan for Wexcombe,,\n" + PLAN.encode()).blocks
    assert (title.kind, title.text) == (BlockKind.HEADING, "Plan for Wexcombe")
    assert [row.place.where for row in table.rows] == ["row 2", "row 3", "row 4"]


def test_a_cell_keeps_its_lines_as_paragraphs() -> None:
    table = read(b'Ref,Action,Lead\n1,"Audit plans\nTrain staff",Ann\n2,b,c\n').blocks[0]
    assert table.rows[1].cells[1].paragraphs == ("Audit plans", "Train staff")
    assert [row.place.where for row in table.rows] == ["row 1", "row 2", "row 3"]


def test_short_rows_are_filled() -> None:
    assert rows(b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n1,2\n3,4,5\n")[4] == ("1", "2", "")


@pytest.mark.parametrize(
    "text",
    [
        "Leaders know, act and learn.\nPlans are clear, and visits are made in time, as a rule.\n",
        "One, two, three\n",
        "Name, date\nAnn, May\nBen, June\n",
        "Ref\tAction\tLead\n1\tAudit\tAnn\n",
        "Visits, plans, and records\nare\nnot\nalways, or often, kept\n",
        "a" * 90 + ",b,c\n1,2,3\n",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert rows_of(text) is None


def test_lines_with_commas_at_the_end_of_prose_or_beside_tabs_are_no_table() -> None:
    lines = "Ann, Ben, Cy\nDi, Ed, Flo\n"
    assert rows_of("A title\n" + lines) is not None
    assert rows_of("It rains here.\n" * 13 + lines) is None
    assert rows_of("Inspectors\n" + lines.replace("Ben, ", "Ben,\t")) is None
