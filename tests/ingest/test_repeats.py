"""The same report twice in one file counts once; two editions are two."""

import io

import pypdfium2
import pytest

from ingest.extract import extract
from inspections.vocabulary import ReadingStatus
from tests.ingest.made_letters import OPENING, Visit, visit
from tests.ingest.profiles.reading import letter, sample

LETTER = letter("Main findings\n\n- Plans are read.\n\nWhat needs to improve\n\n- Visits.")


def joined(*documents: bytes) -> bytes:
    """One PDF of several."""
    whole = pypdfium2.PdfDocument.new()
    for document in documents:
        whole.import_pages(pypdfium2.PdfDocument(document))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


def test_the_same_letter_twice_in_one_file_counts_once_with_a_notice() -> None:
    read = extract(f"{LETTER}\n\n{LETTER}".encode())
    assert len(read.reports) == 1
    assert [notice.code for notice in read.notices] == ["report-repeated"]


@pytest.mark.parametrize(("old", "new"), [("Visits.", "Calls."), ("9 March 2018", "12 March 2018")])
def test_two_editions_are_two_reports(old: str, new: str) -> None:
    read = extract(f"{LETTER}\n\n{LETTER.replace(old, new)}".encode())
    assert len(read.reports) == 2
    assert read.notices == ()


def test_pages_of_the_same_report_twice_are_the_report_once() -> None:
    one, _ = visit(Visit())
    read = extract(joined(one.bytes(), one.bytes()))
    assert [notice.code for notice in read.notices] == ["report-repeated"]
    assert len(read.reports) == 1


def test_joined_letters_are_read_as_each_is_alone() -> None:
    first, _ = visit(Visit())
    other = OPENING.replace("2025", "2023").replace("February", "June")
    second, _ = visit(Visit(name="Barnsley", la_code="370", day="3 July 2023", opening=other, seed=9))
    read = extract(joined(first.bytes(), second.bytes()))
    assert read.status is ReadingStatus.COMPLETE
    assert [report.authority and report.authority.la_code for report in read.reports] == ["999", "370"]
    for together, document in zip(read.reports, (first, second), strict=True):
        (alone,) = extract(document.bytes()).reports
        assert [finding.text for finding in together.findings] == [finding.text for finding in alone.findings]
        assert together.published == alone.published


@pytest.mark.parametrize("second", ["03", "05", "08", "10", "11", "13"])
@pytest.mark.parametrize("between", ["\n\n", "\n\f\n"])
def test_texts_in_one_file_are_read_as_each_is_alone(second: str, between: str) -> None:
    texts = [sample(number).split("\n", 1)[1] for number in ("12", second)]
    read = extract(between.join(texts).encode())
    alone = [report for text in texts for report in extract(text.encode()).reports]
    assert [report.title for report in read.reports] == [report.title for report in alone]
    assert [[f.text for f in report.findings] for report in read.reports] == [
        [f.text for f in report.findings] for report in alone
    ]
    assert read.status is ReadingStatus.COMPLETE
