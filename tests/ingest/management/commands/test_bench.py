"""``manage.py bench``: what it measures is the same for every way of reading, and it says so."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from reportlab.pdfgen.canvas import Canvas

from ingest.bench import reading


@pytest.fixture
def folder(tmp_path):
    """Two documents of two and three pages, one broken one and one that only has the name."""
    for name, pages in (("one", 2), ("two", 3)):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"))
        for page in range(pages):
            canvas.drawString(72, 720, f"Page {page + 1} of a report about Wexcombe")
            canvas.showPage()
        canvas.save()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (tmp_path / "named.pdf").write_bytes(b"<html>not a report</html>")
    return tmp_path


def test_files_are_pdfs_by_content_and_broken_ones_are_passed_over(folder):
    files, pages = reading.take(reading.pdfs(folder), pages=100)
    assert {file.name for file in files} == {"one.pdf", "two.pdf"}
    assert pages == 5


def test_no_more_files_are_taken_than_the_pages_ask_for(folder):
    files, _ = reading.take(reading.pdfs(folder), pages=1)
    assert len(files) == 1


def test_a_folder_without_documents_is_said(tmp_path):
    with pytest.raises(CommandError, match="no PDF document"):
        call_command("bench", str(tmp_path))


@pytest.mark.slow
def test_every_way_of_reading_gets_a_line_and_the_ratios_stand_below(folder):
    out = StringIO()
    call_command("bench", str(folder), "--findings=0", stdout=out)
    text = out.getvalue()
    assert "2 documents, 5 pages" in text
    for line in (
        "pdfplumber, words with fonts",
        "extract, one process",
        "extract, two processes",
        "pdfium, plain text",
    ):
        assert f"\n{line}" in text
    assert "extract to pdfium's plain text" in text
    assert "two processes to one" in text
