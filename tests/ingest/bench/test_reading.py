"""Which files are read for measuring, and what each way of reading does with them."""

import pytest

from ingest.bench import reading
from ingest.bench.reading import Measure, read_everything, text_of_pdfium, timed, words_of_pdfplumber
from tests.ingest.bench.documents import make_documents


@pytest.fixture
def folder(tmp_path):
    make_documents(tmp_path)
    return tmp_path


def test_files_are_pdfs_by_content_and_broken_ones_are_passed_over(folder):
    files, pages = reading.take(reading.pdfs(folder), pages=100)
    assert {file.name for file in files} == {"one.pdf", "two.pdf"}
    assert pages == 5


def test_no_more_files_are_taken_than_the_pages_ask_for(folder):
    files, _ = reading.take(reading.pdfs(folder), pages=1)
    assert len(files) == 1


def test_the_largest_file_comes_first_and_a_single_file_can_be_named(folder):
    assert [file.name for file in reading.pdfs(folder)] == ["two.pdf", "one.pdf", "broken.pdf"]
    assert reading.pdfs(folder / "one.pdf") == [folder / "one.pdf"]
    assert reading.pdfs(folder / "named.pdf") == []


def test_files_are_taken_evenly_from_large_and_small(folder):
    files = [folder / f"{number:02}.pdf" for number in range(40)]
    for file in files:
        file.write_bytes((folder / "one.pdf").read_bytes())
    assert reading.take(files, pages=20) == (files[0:20:2], 20)
    assert reading.take(files, pages=42) == ([*files[::2], files[1]], 42)


@pytest.mark.parametrize("way", [read_everything, words_of_pdfplumber, text_of_pdfium])
def test_every_way_reads_a_document_and_tells_its_memory(folder, way):
    assert timed(way, folder / "two.pdf") > 10


@pytest.mark.slow
def test_files_are_read_in_new_processes(folder):
    measured = reading.measure(text_of_pdfium, [folder / "one.pdf", folder / "two.pdf"], processes=2)
    assert isinstance(measured, Measure)
    assert measured.seconds > 0
    assert measured.megabytes > 10
