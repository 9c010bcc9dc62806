"""Letters that a wrong encoding garbled before a file was written."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place, ReadDocument, TableCell, TableRow
from ingest.readers import read
from ingest.readers.garbled import changed_lines, mend, mended
from inspections.notice_codes import NoticeCode


def garbled(text: str, encoding: str = "cp1252") -> str:
    return text.encode().decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text", ["the council’s plan", "£300 and £5", "10 – 12 May", "• First", "a café", "on 5\u00a0May", "“as good"]
)  # fmt: skip
def test_what_was_utf_8_and_read_as_windows_is_set_right(text, encoding) -> None:
    assert mended(garbled(text, encoding)) == text
    assert mended(text) == text


@pytest.mark.parametrize("text", ["Ângela and Ãrta", "a naïve café", "Côte", "â", "Â", "£300 – “good”", "Ã of all"])
def test_other_letters_stay(text) -> None:
    assert mended(text) == text


def test_a_text_may_be_garbled_in_part() -> None:
    assert mended(f"the board’s {garbled('council’s')} plan") == "the board’s council’s plan"


def document(*blocks: Block, **values) -> ReadDocument:
    return replace(ReadDocument("0", "application/pdf", 2, blocks, "test/1"), **values)


def block(text: str, **values) -> Block:
    return replace(Block(BlockKind.PARAGRAPH, text, text, Place(2, 5)), **values)


def test_blocks_and_cells_are_mended_with_a_notice_where_the_first_stands() -> None:
    row = TableRow((TableCell((garbled("The board’s"), "Plan")),))
    found = mend(document(block("Staff"), block(garbled("The council’s")), block("", rows=(row,))))
    assert [one.text for one in found.blocks] == ["Staff", "The council’s", ""]
    assert found.blocks[1].orig == "The council’s"
    assert found.blocks[2].rows[0].texts == ("The board’s Plan",)
    (notice,) = found.notices
    assert (notice.code, notice.page, notice.line) == (NoticeCode.LETTERS_MENDED, 2, 5)
    assert "2 texts" in notice.message


def test_a_document_that_is_right_is_the_same() -> None:
    right = document(block("The council’s"), block("Â is a letter, and so is Ãrta"))
    assert mend(right) is right


def test_pages_that_are_read_anew_are_mended_as_well() -> None:
    wrong = document(block(garbled("The council’s")))
    found = mend(replace(wrong, recut=lambda pages: replace(wrong, pages=len(pages))))
    assert found.recut is not None
    again = found.recut([1])
    assert (again.blocks[0].text, again.pages, len(again.notices)) == ("The council’s", 1, 1)


TEXT = "The council’s staff – all of them – know it.\n\n• The board’s plans are short.\n\n• Visits are on time.\n"


def test_a_text_is_mended_before_its_bullets_are_looked_for_and_told_once() -> None:
    found = read(garbled(TEXT).encode())
    assert [one.kind for one in found.blocks] == [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM]
    assert [one.code for one in found.notices] == [NoticeCode.LETTERS_MENDED]
    assert "3 texts" in found.notices[0].message
    assert [one.text for one in read(TEXT.encode()).blocks] == [one.text for one in found.blocks]


def test_signs_of_control_that_come_of_it_refuse_no_text() -> None:
    assert (
        read(garbled("The council’s “own” plan.\n\n" * 3, "latin-1").encode()).blocks[0].text
        == "The council’s “own” plan."
    )


def test_a_web_page_is_mended_and_told_once() -> None:
    page = f"<!DOCTYPE html><meta charset=utf-8><h1>Minutes</h1>{garbled('<p>The council’s plan was noted.</p>' * 20)}"
    found = read(page.encode())
    assert {one.text for one in found.blocks if one.kind is BlockKind.PARAGRAPH} == {"The council’s plan was noted."}
    assert [one.code for one in found.notices] == [NoticeCode.LETTERS_MENDED]


def test_changed_lines_are_counted() -> None:
    assert changed_lines("a\nb\nc", "a\nx\ny") == 2
