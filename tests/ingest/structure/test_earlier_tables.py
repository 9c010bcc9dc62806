"""Tables of earlier grades inside an inspection report."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.drafts import PartialDate
from ingest.structure.earlier_tables import PartedTables, part_tables

OWN = PartialDate("2023-11-06")
LEADERS, OVERALL = "The impact of leaders", "Overall effectiveness"
Fact = tuple[str, str, str | None]


def table(*rows: tuple[str, ...]) -> Block:
    made = tuple(TableRow(tuple(TableCell((text,)) for text in row), Place(line=3)) for row in rows)
    return Block(BlockKind.TABLE, "", "", Place(line=3), rows=made)


def line(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, text, Place(line=2))


OWN_TABLE = table(("Judgement", "Grade"), (LEADERS, "Good"), (OVERALL, "Good"))


def told(parted: PartedTables) -> list[Fact]:
    return [(grade.domain, grade.grade, grade.date.iso if grade.date else None) for grade in parted.earlier]


def left(parted: PartedTables) -> list[tuple[str, ...]]:
    return [row.texts for block in parted.blocks for row in block.rows]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("2019", "2019"),
        ("Grade (July 2019)", "2019-07"),
        ("Previous inspection", None),
        ("Grade 2023", ""),
        ("Grade", ""),
    ],
)
def test_a_column_of_an_earlier_inspection_is_parted_from_the_own(head: str, date: str | None) -> None:
    rows = (("Judgement", "This inspection", head), (LEADERS, "Good", "Inadequate"), (OVERALL, "Good", "Good"))
    parted = part_tables([table(*rows)], OWN)
    if date == "":
        assert (told(parted), left(parted)) == ([], list(rows))
        return
    assert told(parted) == [("leadership", "inadequate", date), ("overall-effectiveness", "good", date)]
    assert left(parted) == [row[:2] for row in rows]


def test_a_table_of_earlier_inspections_alone_is_taken_out() -> None:
    parted = part_tables([table(("", "2015", "2019"), (LEADERS, "Good", "Good"), (OVERALL, "Good", "Inadequate"))], OWN)
    assert (len(parted.earlier), parted.blocks) == (4, ())


def test_inspections_may_stand_down_the_side() -> None:
    rows = (
        ("Date", "Inspection", OVERALL, LEADERS),
        ("July 2019", "ILACS", "Good", "Inadequate"),
        ("November 2023", "ILACS", "Good", "Good"),
    )
    parted = part_tables([table(*rows)], OWN)
    assert told(parted) == [("overall-effectiveness", "good", "2019-07"), ("leadership", "inadequate", "2019-07")]
    assert left(parted) == [rows[0], rows[2]]


def test_a_label_with_the_previous_judgement_is_parted_with_its_date() -> None:
    rows = (("Lead", "Ann"), ("Date of previous inspection", "July 2019"), ("Previous inspection judgement", "Good"))
    parted = part_tables([table(*rows)], OWN)
    assert (told(parted), left(parted)) == ([("overall-effectiveness", "good", "2019-07")], [rows[0]])


@pytest.mark.parametrize(
    ("words", "kind", "date"),
    [
        ("The previous inspection was in July 2019. The judgements were:", BlockKind.PARAGRAPH, "2019-07"),
        ("Previous inspection", BlockKind.HEADING, None),
        ("The previous inspection was in July 2019.", BlockKind.PARAGRAPH, ""),
        ("The previous inspection was in December 2023:", BlockKind.PARAGRAPH, ""),
        ("Judgements", BlockKind.HEADING, ""),
    ],
)
def test_a_table_that_the_previous_inspection_announces_is_taken_out(
    words: str, kind: BlockKind, date: str | None
) -> None:
    earlier = table(("Judgement", "Grade"), (LEADERS, "Inadequate"), (OVERALL, "Inadequate"))
    parted = part_tables([OWN_TABLE, line(words, kind), earlier], OWN)
    expected = [("leadership", "inadequate", date), ("overall-effectiveness", "inadequate", date)]
    assert told(parted) == ([] if date == "" else expected)
    assert len(parted.blocks) == (3 if date == "" else 2)


def test_the_only_table_of_a_report_is_its_own_whatever_stands_in_front() -> None:
    parted = part_tables([line("Previous inspection", BlockKind.HEADING), OWN_TABLE], OWN)
    assert (told(parted), len(parted.blocks)) == ([], 2)


def test_a_year_over_one_grade_is_no_table_of_grades() -> None:
    rows = (("Area", "2019"), (OVERALL, "Good"), ("Visits in time", "80%"))
    assert told(part_tables([table(*rows)], OWN)) == []


def unread(parted: PartedTables) -> list[str]:
    return [row.texts[0] for row in parted.unread]


def test_rows_of_a_column_without_a_grade_or_a_domain_that_is_known_are_unread() -> None:
    rows = (
        ("Judgement", "Grade", "2019"),
        (LEADERS, "Good", "Inadequate"),
        (OVERALL, "Good", "Requries improvement"),
        ("The quality of bread", "Good", "Good"),
        ("Care leavers", "Good", "Not judged"),
        ("Adoption", "Good", "-"),
    )
    parted = part_tables([table(rows[0], (OVERALL, "Good", "Good"), *rows[1:])], OWN)
    assert unread(parted) == [OVERALL, "The quality of bread"]


def test_a_row_of_an_earlier_inspection_with_an_unknown_grade_is_unread_and_never_the_own() -> None:
    rows = (("Date", OVERALL, LEADERS), ("July 2019", "Good", "Inadequate"), ("May 2021", "Goood", "Good"))
    parted = part_tables([table(*rows, ("November 2023", "Good", "Good"))], OWN)
    assert (unread(parted), left(parted)[1:]) == (["May 2021"], [("November 2023", "Good", "Good")])


def test_a_row_of_an_announced_table_without_a_known_grade_is_unread() -> None:
    earlier = table(("Judgement", "Grade"), (LEADERS, "Good"), (OVERALL, "Good"), ("Adoption", "Outstandng"))
    parted = part_tables([OWN_TABLE, line("Previous inspection, July 2019:"), earlier], OWN)
    assert unread(parted) == ["Adoption"]
