"""Reports that end too early are told, and whole ones are not."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.blocks import Block, BlockKind, Box, Place, TableCell, TableRow
from ingest.drafts import Extraction, ReportDraft
from ingest.extract import extract
from ingest.profiles.endings import check_report_end, missing_of_contents
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus, ReportKind
from tests.ingest.drafts_builder import finding
from tests.ingest.profiles.reading import codes
from tests.office import saved
from tests.press import Look, Press

SAMPLES = Path("ingest/samples")


def sample(name: str) -> str:
    (path,) = SAMPLES.glob(f"*{name}.txt")
    return path.read_text()


def cut(name: str, behind: str) -> Extraction:
    """A sample that ends with the line that begins with these words."""
    before, found, after = sample(name).rpartition(behind)
    assert found
    return extract(f"{before}{found}{after.partition(chr(10))[0]}\n".encode())


def told(extraction: Extraction) -> list[tuple[NoticeCode, NoticeLevel]]:
    every = [notice for report in extraction.reports for notice in report.notices]
    return [(notice.code, notice.level) for notice in every if notice.code in CODES]


CODES = (
    NoticeCode.ENDING_MISSING,
    NoticeCode.FINDINGS_MISSING,
    NoticeCode.SIGNATURE_MISSING,
    NoticeCode.TEXT_BREAKS_OFF,
)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_whole_reports_give_no_notice(path: Path) -> None:
    assert told(extract(path.read_bytes())) == []


@pytest.mark.parametrize(
    ("name", "behind", "code"),
    [
        ("progress-inspection", "Findings", NoticeCode.ENDING_MISSING),
        ("progress-inspection", "3. Wexcombe has made", NoticeCode.FINDINGS_MISSING),
        ("health-services-review", "Next steps", NoticeCode.ENDING_MISSING),
        ("health-services-review", "1.1 Ensure", NoticeCode.ENDING_MISSING),
        ("cabinet-report", "3. Risks", NoticeCode.ENDING_MISSING),
        ("cabinet-report", "Background papers", NoticeCode.ENDING_MISSING),
        ("agenda-pack", "Report for the Minister", NoticeCode.ENDING_MISSING),
        ("agenda-pack", "ANNEX A", NoticeCode.ENDING_MISSING),
        ("agenda-pack", "2.1 The commissioner makes these recommendations", NoticeCode.TEXT_BREAKS_OFF),
        ("contact-and-referral", "Yours sincerely", NoticeCode.SIGNATURE_MISSING),
    ],
)
def test_a_report_that_is_cut_is_told(name: str, behind: str, code: NoticeCode) -> None:
    extraction = cut(name, behind)
    assert code in [found for found, _ in told(extraction)]


def test_a_heading_without_its_text_makes_a_reading_partial_and_an_annex_only_a_doubt() -> None:
    assert cut("cabinet-report", "3. Risks").status is ReadingStatus.PARTIAL
    graded = sample("cabinet-report").rpartition("Background papers")[0] + "Judgements\n\nLeadership\n\nGood\n"
    assert [level for _, level in told(extract(graded.encode()))] != [NoticeLevel.ERROR]
    whole = sample("joint-area-review-2008").rpartition("Annex B")[0] + "Annex B: Summary of the corporate assessment\n"
    assert told(extract(whole.encode())) == [(NoticeCode.ENDING_MISSING, NoticeLevel.WARNING)]


@pytest.mark.parametrize(
    ("behind", "level"),
    [
        ("- 4.2 The Cabinet is asked to agree", None),
        ("- 2.1 All 204 looked after children", NoticeLevel.WARNING),
    ],
)
def test_a_paper_that_ends_with_neither_papers_nor_recommendations_is_doubted(
    behind: str, level: NoticeLevel | None
) -> None:
    assert told(cut("cabinet-report", behind)) == ([(NoticeCode.ENDING_MISSING, level)] if level else [])


def test_a_paper_that_recommends_something_in_front_and_names_no_papers_is_an_information() -> None:
    paper = sample("cabinet-report")
    start, end = paper.index("4. Recommendations"), paper.index("5. Suggested")
    moved = paper[:start].replace("1. Background", paper[start:end].replace("4.", "1.") + "2. Background")
    moved = moved.replace("- 1.1 Ofsted", "- 2.1 Ofsted").replace("- 1.2 An imp", "- 2.2 An imp")
    moved = moved.replace("2. Areas of", "3. Areas of").replace("3. Risks", "4. Risks")
    assert told(extract(moved.encode())) == [(NoticeCode.ENDING_MISSING, NoticeLevel.INFO)]


@pytest.mark.parametrize("foot", ["Background papers", "Supporting documents", "Related pages"])
def test_what_lists_other_documents_last_is_only_doubted(foot: str) -> None:
    paper = sample("cabinet-report").rpartition("Background papers")[0] + foot + "\n"
    assert told(extract(paper.encode())) == [(NoticeCode.ENDING_MISSING, NoticeLevel.WARNING)]


def test_minutes_close_in_many_ways() -> None:
    minutes = sample("cabinet-report").replace("Portfolio Holder", "Minutes by").replace("Report from", "In the chair")
    before, found, _ = minutes.partition("- 4.2 The Cabinet is asked to agree the retention payment.")
    assert told(extract((before + found).encode())) == []


def progress(last: int) -> Extraction:
    """A progress inspection in print; its last page holds so many paragraphs."""
    press = Press(Look())
    for line in sample("progress-inspection").split("\n\n")[1:5]:
        press.text(line, bold=True)
    press.heading("Introduction")
    press.numbered(1, "Four inspectors were in the area from 2 March to 6 March 2009.")
    press.heading("Findings")
    number = 1
    for many in (24, 24, last):
        press.turn()
        for _ in range(many):
            number += 1
            press.numbered(number, "Managers read files.")
    return extract(press.bytes())


def test_a_last_page_that_is_full_is_doubted_where_nothing_closes_the_report() -> None:
    assert told(progress(24)) == [(NoticeCode.ENDING_MISSING, NoticeLevel.WARNING)]
    assert told(progress(9)) == []


def heading(text: str) -> Block:
    return Block(BlockKind.HEADING, text, text, Place(page=2, boxes=(Box(2, 0.0, 0.0, 9.0, 9.0),)))


def contents(*rows: tuple[str, str]) -> Block:
    place = Place(page=1)
    cells = tuple(TableRow(tuple(TableCell((text,), place) for text in row), place) for row in rows)
    return Block(BlockKind.TABLE, "", "", place, rows=cells)


LIST = contents(("Summary", "2"), ("1. What we saw", "3"), ("What we think", "5"), ("Next steps", "9"))


def test_the_headings_at_the_end_of_a_list_of_contents_are_missed() -> None:
    found = [heading("Summary"), heading("What we saw"), heading("What we think of it")]
    assert missing_of_contents([LIST, *found]) == ["Next steps"]
    assert missing_of_contents([LIST, *found, heading("Next steps")]) == []
    assert missing_of_contents([LIST, *found[:1], heading("Next steps")]) == []
    assert missing_of_contents([LIST, heading("Summary"), heading("Other")]) == []


@pytest.mark.parametrize(
    "rows",
    [
        (("Visits", "9"), ("Plans", "3"), ("Teams", "5"), ("Homes", "7")),
        (("Visits", "3"), ("Plans", "3"), ("Teams", "3"), ("Homes", "3")),
        (("Visits", "late"), ("Plans", "early"), ("Teams", "5"), ("Homes", "7")),
    ],
)
def test_a_table_of_figures_is_no_list_of_contents(rows: tuple[tuple[str, str], ...]) -> None:
    found = [heading(words) for words, _ in rows[:-1]]
    assert missing_of_contents([contents(*rows), *found]) == []


def test_a_title_alone_is_told_save_of_an_agenda() -> None:
    title = heading("Plan for the children of Wexcombe")
    plan = ReportDraft(ReportKind.IMPROVEMENT_PLAN, title.text, "plan/1", None)
    (notice,) = check_report_end(plan, [title])
    assert (notice.code, notice.level, notice.page) == (NoticeCode.FINDINGS_MISSING, NoticeLevel.ERROR, 2)
    assert list(check_report_end(replace(plan, kind=ReportKind.AGENDA), [title])) == []
    assert list(check_report_end(replace(plan, findings=(finding("1"),)), [title])) == []


def test_a_short_cell_at_the_end_of_a_workbook_is_no_open_heading() -> None:
    rows = (("Children’s services improvement plan",), ("May 2026",), ("Ref", "Action", "Lead"), (1, "Visit", "Ann"))
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("Lists").append(("Green",))
    (report,) = extract(saved(book)).reports
    assert NoticeCode.ENDING_MISSING not in codes(report)
