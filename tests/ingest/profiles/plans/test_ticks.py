"""Ratings that are ticked in one of several columns, or boxes."""

from ingest.blocks import TableCell
from ingest.profiles.plans.ticks import with_ticks_read
from ingest.structure.column_tables import TableRecord
from inspections.notice_codes import NoticeCode
from tests.ingest.profiles.reading import codes, read_report


def cells(*given: tuple[str, str]) -> list[tuple[str, str]]:
    made = tuple((name, TableCell((text,) if text else ())) for name, text in given)
    return [(name, cell.text) for name, cell in with_ticks_read(TableRecord(made, "", made[0][1].place)).cells]


def test_the_heading_of_the_ticked_column_is_the_rating() -> None:
    assert cells(("action", "Visit"), ("=R", ""), ("=A", "✓")) == [("action", "Visit"), ("rag", "A")]


def test_two_ticks_and_words_are_kept_under_their_headings() -> None:
    assert cells(("=R", "x"), ("=A", "✓")) == [("rag", ""), ("+R", "x"), ("+A", "✓")]
    assert cells(("=R", "late"), ("=A", "")) == [("rag", ""), ("+R", "late")]


def test_a_rating_in_words_stays_and_an_empty_one_is_filled() -> None:
    assert cells(("rag", "Green"), ("=R", ""), ("=A", "")) == [("rag", "Green")]
    assert cells(("rag", ""), ("=R", "x"), ("=A", "")) == [("rag", "R")]


def test_without_a_tick_the_colour_of_a_column_is_that_of_the_rating() -> None:
    made = (("=R", TableCell(())), ("=A", TableCell((), colour="FFC000")))
    ((name, cell),) = with_ticks_read(TableRecord(made, "", made[0][1].place)).cells
    assert (name, cell.text, cell.colour) == ("rag", "", "FFC000")


def test_of_boxes_in_one_cell_the_ticked_one_is_the_rating() -> None:
    assert cells(("action", "☐ Visit"), ("rag", "☐ Red ☒ Amber")) == [("action", "☐ Visit"), ("rag", "Amber")]


def test_a_plan_with_columns_of_ticks_is_read_whole() -> None:
    table = "Ref\tAction\tLead\tB\tR\tA\tG\n1\tVisit homes\tAnn\t\t\tX\t\n2\tWrite plans\tBob\t\t\t\tX"
    report = read_report(f"Wexcombe Council\n\nChildren’s services improvement plan\n\nMay 2026\n\n{table}\n")
    assert [(one.ref, one.rag, one.notes) for one in report.actions] == [("1", "A", None), ("2", "G", None)]
    assert NoticeCode.TEXT_NOT_TAKEN not in codes(report)
