"""Every word of every block is counted once: in a record, as known furniture, or as left out with a notice."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.blocks import Block, BlockKind, Place, ReadDocument, TableCell, TableRow
from ingest.extract import extract
from ingest.ledger import ReadPart, account
from ingest.ledger.accounting import stretches
from ingest.ledger.record_words import spelt
from ingest.ledger.texts import printed_words, texts_of
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FurnitureKind, NoticeLevel, ReadingStatus
from tests.ingest.drafts_builder import finding, sif

SAMPLES = sorted((Path(__file__).parents[3] / "ingest" / "samples").glob("*.txt"))
STRANGE = "Copper kettles whistle softly while seven bakers carry flour across the frozen harbour before dawn."


def block(text: str, line: int = 40, kind: BlockKind = BlockKind.PARAGRAPH, **values) -> Block:
    """A block of a text."""
    return Block(kind, text, text, Place(None, line), **values)


def accounted(blocks, *reports, parts=None):
    """The ledger of blocks and its notices."""
    document = ReadDocument("0" * 64, "text/plain", None, tuple(blocks), "text/1")
    return account(document, parts or [ReadPart(document.blocks, reports)])


def report(*texts: str, line: int = 40):
    """A report with one finding for each text."""
    return sif(findings=tuple(finding(str(n), text, place=Place(None, line)) for n, text in enumerate(texts, 1)))


def test_a_paragraph_that_a_finding_holds_is_in_records():
    ledger, notices = accounted([block(STRANGE)], report(STRANGE))
    assert (ledger.words, ledger.in_records, ledger.left_out, notices) == (15, 15, 0, ())


def test_a_paragraph_in_no_record_is_left_out_and_named_with_its_first_words():
    ledger, (notice,) = accounted([block(STRANGE, line=7)], report("Something else is written here."))
    assert (ledger.words, ledger.left_out) == (15, 15)
    assert (notice.level, notice.code, notice.line) == (NoticeLevel.ERROR, NoticeCode.TEXT_NOT_TAKEN, 7)
    assert "15 words" in notice.message
    assert "Copper kettles whistle softly" in notice.message


def test_the_part_of_a_paragraph_that_a_record_lacks_is_left_out():
    ledger, (notice,) = accounted([block(f"{STRANGE} The wind turned north again.")], report(STRANGE))
    assert (ledger.in_records, ledger.left_out) == (15, 5)
    assert "The wind turned north again." in notice.message


def test_a_short_text_counts_only_where_a_record_stands_near_it():
    near, _ = accounted([block("Seven bakers", line=45)], report(STRANGE))
    far, _ = accounted([block("Seven bakers", line=945)], report(STRANGE))
    assert (near.left_out, far.left_out) == (0, 2)


def test_records_of_one_part_do_not_answer_for_another():
    first, second = [block(STRANGE)], [block(STRANGE, line=60)]
    parts = [ReadPart(first, (report(STRANGE),)), ReadPart(second, (report("Something else."),))]
    ledger, _ = accounted([*first, *second], parts=parts)
    assert (ledger.in_records, ledger.left_out) == (15, 15)


def test_every_cell_of_a_table_is_counted():
    cells = (TableCell(("Copper kettles whistle",)), TableCell(("Frozen harbour", "Cold tea")))
    table = block("", kind=BlockKind.TABLE, rows=(TableRow(cells),))
    ledger, _ = accounted([table], report("Copper kettles whistle in the morning."))
    assert (ledger.words, ledger.in_records, ledger.left_out) == (7, 3, 4)


def test_furniture_is_counted_by_kind():
    ledger, notices = accounted([block("Yours sincerely"), block("Crown copyright 2031")], report())
    assert dict(ledger.kinds) == {FurnitureKind.LETTER: 2, FurnitureKind.IMPRINT: 3}
    assert (ledger.furniture, ledger.left_out, notices) == (5, 0, ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a b c d e", [("a b c d e", True)]),
        ("x a b c d e", [("x", False), ("a b c d e", True)]),
        ("a b c d", [("a b c d", False)]),
        ("a b c d e x y c d e f g z", [("a b c d e", True), ("x y", False), ("c d e f g", True), ("z", False)]),
    ],
)
def test_stretches_are_as_long_as_the_records_have_them(words, expected):
    found = [(" ".join(stretch), known) for stretch, known in stretches(words.split(), spelt("a b c d e f g"))]
    assert found == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_sample_is_counted_exactly_once(path):
    data = path.read_bytes()
    ledger = extract(data).ledger
    words = sum(len(printed_words(text)) for one in read(data).blocks for text, _ in texts_of(one))
    assert ledger is not None
    assert ledger.words == words == ledger.in_records + ledger.furniture + ledger.left_out


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_made_up_paragraph_anywhere_in_a_sample_is_in_a_record_or_in_a_notice(path):
    paragraphs = path.read_text().split("\n\n")
    chance = random.Random(path.stem)  # noqa: S311  (chance, not secrecy)
    places = [0, len(paragraphs), *chance.sample(range(1, len(paragraphs)), min(12, len(paragraphs) - 1))]
    lost = []
    for place in places:
        text = "\n\n".join([*paragraphs[:place], STRANGE, *paragraphs[place:]])
        found = extract(text.encode())
        if found.status is ReadingStatus.REFUSED:
            continue
        said = " ".join(_texts(found))
        named = sum(int(n.message.split(": ")[1].split()[0].replace(",", "")) for n in _left_out(found))
        if spelt(STRANGE) not in spelt(said) and named < 15:
            lost.append(place)
    assert lost == []


def _texts(found):
    for one in found.reports:
        yield one.title
        for record in (*one.findings, *one.recommendations, *one.actions):
            yield record.text
        for risk in one.risks:
            yield from (risk.description, risk.mitigation)
        yield from (section.heading for section in one.sections)


def _left_out(found):
    return [notice for notice in found.notices if notice.code is NoticeCode.TEXT_NOT_TAKEN]


def test_a_paragraph_behind_the_signature_makes_the_reading_partial():
    letter = next(path for path in SAMPLES if "focused-visit" in path.stem).read_text()
    assert extract(letter.encode()).status is ReadingStatus.COMPLETE
    found = extract(f"{letter}\n\n{STRANGE}\n".encode())
    assert found.status is ReadingStatus.PARTIAL
    assert [notice.level for notice in _left_out(found)] == [NoticeLevel.ERROR]


def test_the_words_of_an_unknown_document_are_left_out_without_a_second_notice():
    found = extract(b"A letter about the weather.\n\nIt rains in Wexcombe.\n")
    assert found.ledger is not None
    assert (found.ledger.left_out, [notice.code for notice in found.notices]) == (9, [NoticeCode.UNKNOWN_REPORT])


def test_a_block_without_words_changes_nothing():
    assert accounted([block("—"), replace(block(""), kind=BlockKind.HEADING)], report())[0].words == 0


def test_a_footnote_that_is_no_standard_text_is_told_for_information():
    called = replace(block("Seven bakers sing"), orig="Seven bakers1 sing")
    ledger, (notice,) = accounted([called, block(STRANGE, kind=BlockKind.FOOTNOTE, marker="1")], report(called.text))
    assert (dict(ledger.kinds), ledger.left_out) == ({FurnitureKind.FOOTNOTE: 15}, 0)
    assert (notice.level, notice.code) == (NoticeLevel.INFO, NoticeCode.FOOTNOTES_LEFT)
    standard = "These are residential special schools that look after bakers."
    assert accounted([called, block(standard, kind=BlockKind.FOOTNOTE, marker="1")], report(called.text))[1] == ()


@pytest.mark.parametrize(
    "name",
    [
        "medway-ilacs-2023-09-11", "kingston-upon-hull-sif-2015-02-10", "blackpool-send-2024-07-25",
        "norfolk-jtai-2025-02-27", "kent-lac-2013-08-23", "haringey-jar-progress-2009-07-03",
        "medway-focused-visit-2026-01-12",
    ],
)  # fmt: skip
def test_no_word_of_a_real_report_is_left_out(shared, name):
    found = extract((shared / "documents" / "reports" / f"{name}.pdf").read_bytes())
    assert (_left_out(found), found.status) == ([], ReadingStatus.COMPLETE)
    assert found.ledger is not None
    assert found.ledger.in_records > 0.75 * found.ledger.words
