import pytest

from ingest.blocks import Block, BlockKind
from ingest.notices import Refused
from ingest.readers import read
from inspections.notice_codes import NoticeCode


def document(*lines: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "\n".join(lines) + "}").encode("latin-1")


def blocks(*lines: str) -> tuple[Block, ...]:
    return read(document(*lines)).blocks


def test_paragraphs_numbers_and_signs_are_read() -> None:
    first, second = blocks(r"{\listtext 3.\tab}Children\'92s plans are clear.\par", r"\'95\tab Visits are made.\par")
    assert (first.kind, first.number, first.text) == (BlockKind.PARAGRAPH, "3", "Children’s plans are clear.")
    assert (second.kind, second.text) == (BlockKind.ITEM, "Visits are made.")


def test_rows_are_a_table_and_a_cell_keeps_its_paragraphs() -> None:
    before, table, after = blocks(
        r"Plans are clear.\par",
        r"\trowd\cellx1\cellx2\intbl Domain\cell Grade\cell\row",
        r"\trowd\cellx1\cellx2\intbl Care\par leavers\cell Good | fair\cell\trowd\cellx1\cellx2\row",
        r"\pard Visits are made in time.\par",
    )
    assert (before.text, after.text) == ("Plans are clear.", "Visits are made in time.")
    assert [row.texts for row in table.rows] == [("Domain", "Grade"), ("Care leavers", "Good | fair")]
    assert [row.place.where for row in table.rows] == ["table 1, row 1", "table 1, row 2"]


def test_headers_are_furniture_and_footnotes_footnotes() -> None:
    found = blocks(
        r"{\header Wexcombe {\b Council}\par}Plans are clear.{\super\chftn}{\footnote \chftn Since {\i May}.}\par"
    )
    assert [(block.kind, block.text) for block in found] == [
        (BlockKind.FURNITURE, "Wexcombe Council"),
        (BlockKind.PARAGRAPH, "Plans are clear."),
        (BlockKind.FOOTNOTE, "Since May."),
    ]


def test_hidden_words_are_left_out_and_named_and_deleted_ones_are_not_there() -> None:
    read_document = read(document(r"Plans are {\v never }{\deleted rarely }clear.\par"))
    assert [block.text for block in read_document.blocks] == ["Plans are clear."]
    assert [notice.code for notice in read_document.notices] == [NoticeCode.TEXT_HIDDEN]
    assert "a word" in read_document.notices[0].message


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read(document(r"\pard\par"))
    assert caught.value.notice.code is NoticeCode.EMPTY
