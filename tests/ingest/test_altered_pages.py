"""The same report on pages that programs altered: it reads like the original, or a notice says what is wrong."""

from dataclasses import asdict

import pypdfium2 as pdfium
import pytest

from ingest.drafts import Extraction
from ingest.extract import extract
from tests.altered_pdf import Change, altered, in_forms, ordered, stamped, turned
from tests.ingest.made import Ilacs, ilacs


@pytest.fixture(scope="module")
def report() -> bytes:
    return ilacs(Ilacs())[0].bytes()


def facts(extraction: Extraction) -> list[object]:
    """What was read, without the places of it."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key not in ("place", "boxes")}
        return [bare(part) for part in value] if isinstance(value, list | tuple) else value

    return [bare(asdict(report)) for report in extraction.reports]


def numbers_of_lines(step: int, x: float) -> Change:
    def change(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> None:
        for row in range(step, 47, step):
            stamped(str(row), (x - 4.45 * len(str(row)), 772 - 14.5 * row), 8)(document, page, number)

    return change


def stamp_of_bundle(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> None:
    stamped(f"WEX{number:06}", (450, 20), 9)(document, page, number)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(turned(1, 1), id="turned, shown upright"),
        pytest.param(turned(3, 3), id="turned the other way, shown upright"),
        pytest.param(turned(0, 1), id="shown on its side"),
        pytest.param(turned(0, 2), id="shown upside down"),
        pytest.param(turned(1, 0, 2), id="every second page on its side"),
        pytest.param(turned(2, 3, 3), id="every third page turned and shown on its side"),
        pytest.param(stamped("OFFICIAL SENSITIVE", (100, 250), 48, degrees=45), id="slanted stamp"),
        pytest.param(stamped("CLOSED", (90, 380), 60), id="level stamp"),
        pytest.param(stamped("CLOSED", (90, 380), 20), id="small level stamp"),
        pytest.param(stamped("Copy of the council", (30, 300), 9, degrees=90), id="stamp on its side in the margin"),
        pytest.param(stamp_of_bundle, id="stamp of a bundle"),
        pytest.param(numbers_of_lines(1, 50), id="numbers of lines"),
        pytest.param(numbers_of_lines(5, 570), id="each fifth number of lines, at the right"),
    ],
)
def test_altered_pages_read_like_the_original(report: bytes, change: Change) -> None:
    read = extract(altered(report, change))
    assert facts(read) == facts(extract(report))
    assert not read.notices


@pytest.mark.parametrize("degrees", [0, 45])
def test_a_stamp_that_says_draft_makes_the_report_one(report: bytes, degrees: float) -> None:
    read = extract(altered(report, stamped("DRAFT", (100, 380), 60, degrees=degrees)))
    assert [notice.code for notice in read.reports[0].notices] == ["draft-report"]
    assert read.status == "partial"


def test_a_stamp_on_one_page_is_named_and_changes_nothing(report: bytes) -> None:
    read = extract(altered(report, stamped("Copy of the council", (30, 300), 9, degrees=90, on={2}.__contains__)))
    assert facts(read) == facts(extract(report))
    assert [(notice.code, notice.page) for notice in read.notices] == [("text-not-taken", 2)]


@pytest.mark.parametrize("scale", [0.5, 0.71, 1, 1.41])
def test_pages_inside_of_forms_of_any_size_read_like_the_original(report: bytes, scale: float) -> None:
    assert facts(extract(in_forms(report, scale))) == facts(extract(report))


@pytest.mark.parametrize("pages", [[7, 6, 5, 4, 3, 2, 1], [1, 3, 2, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 1]])
def test_pages_in_another_order_are_one_error(report: bytes, pages: list[int]) -> None:
    read = extract(ordered(report, pages))
    (notice,) = [notice for notice in read.notices if notice.code == "page-out-of-order"]
    assert notice.level == "error"
    assert ", ".join(map(str, pages)) in notice.message
    assert read.status == "partial"
