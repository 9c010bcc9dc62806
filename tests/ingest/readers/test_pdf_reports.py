"""The reader of PDFs on the real reports: no word lost, every number in its order, words as pdfplumber has them."""

import json
from collections import Counter
from itertools import pairwise

import pdfplumber
import pytest

from ingest.blocks import BlockKind, ReadDocument
from ingest.readers import read
from ingest.readers.pdfium.document import PdfDocument
from ingest.signatures import is_pdf

COMPARED = ("medway-ilacs-2023-09-11", "norfolk-sif-2015-10-20", "liverpool-jtai-2016-08-03", "bury-send-2024-05-07")
SAME = 0.995


@pytest.fixture(scope="module")
def documents(shared) -> dict[str, ReadDocument]:
    """Every PDF of the shared reports by its name."""
    files = {path.stem: path.read_bytes() for path in sorted((shared / "documents" / "reports").glob("*.pdf"))}
    return {name: read(data) for name, data in files.items() if is_pdf(data)}


def test_exactly_the_reports_are_read_whose_facts_are_known(shared, documents):
    gold = json.loads((shared / "gold" / "reports.json").read_text(encoding="utf-8"))
    known = {sha256 for sha256, facts in gold.items() if not facts.get("refused")}
    assert known
    assert {document.sha256 for document in documents.values()} == known


def test_no_word_is_lost_or_doubled_and_no_page_is_broken(documents):
    noted = {name: [(n.code, n.page) for n in document.notices] for name, document in documents.items()}
    assert {name: notices for name, notices in noted.items() if notices} == {
        "bexley-sif-2014-05-23": [("paragraph-perhaps-torn", 28)],  # it is printed so
        "haringey-jar-progress-2009-07-03": [("attachments", None)],
        "medway-jtai-2018-08-03": [("page-without-words", 18)],
        "merton-jtai-2024-02-12": [("paragraph-perhaps-torn", 6)],
        "west-berkshire-focused-visit-2023-11-07": [("text-hidden", 1)],
    }


def test_numbered_paragraphs_count_up_by_one(documents):
    restarts = {}
    for name, document in documents.items():
        numbers = [int(block.number) for block in document.blocks if block.number and block.number.isdigit()]
        breaks = [(a, b) for a, b in pairwise(numbers) if b != a + 1]
        if breaks or (numbers and numbers[0] != 1):
            restarts[name] = breaks
    assert restarts == {"kingston-upon-hull-sif-2015-02-10": [(140, 1)]}


def test_every_block_that_is_printed_has_a_page_and_a_box_on_it(documents):
    for name, document in documents.items():
        for block in document.blocks:
            assert block.page is not None, (name, block)
            assert block.place.boxes, (name, block)
            assert all(0 <= box.x0 < box.x1 and 0 <= box.top < box.bottom for box in block.place.boxes), (name, block)


def test_no_page_number_stands_in_a_text(documents):
    for name, document in documents.items():
        alone = [block for block in document.blocks if block.text.isdigit() and block.kind is not BlockKind.FURNITURE]
        assert alone == [], name


@pytest.mark.parametrize("name", COMPARED)
def test_words_are_those_of_pdfplumber(shared, name):
    path = shared / "documents" / "reports" / f"{name}.pdf"
    with PdfDocument(path.read_bytes()) as document:
        pages = {page.number: page.words for page in document.read() if page}
    differing = total = 0
    with pdfplumber.open(path) as reference:
        for page in reference.pages[1:6]:
            theirs = Counter(found["text"] for found in page.extract_words())
            ours = Counter("".join(f"{'' if w.glued else ' '}{w.text}" for w in pages[page.page_number]).split())
            total += theirs.total()
            differing += sum(((theirs - ours) + (ours - theirs)).values())
    assert differing <= (1 - SAME) * total
