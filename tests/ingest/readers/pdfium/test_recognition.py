"""Words of pages that are pictures: what Tesseract says of them, and the lines that are drawn there."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.blocks import BlockKind
from ingest.notices import Refused
from ingest.readers import read
from ingest.readers.pdfium import recognition
from ingest.readers.pdfium.recognition import words_of
from inspections.notice_codes import NoticeCode

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
SIZE = (1654, 2339)  # dots of a page of A4 at 200 dpi


def said(*lines: tuple[str, int, int, int]) -> str:
    """Tesseract's table of some lines, each as its words, their height, and the left and upper edge, in dots."""
    rows = [HEAD, "4\t1\t1\t1\t1\t0\t0\t0\t900\t40\t-1\t"]
    for number, (text, height, left, top) in enumerate(lines, 1):
        for place, word in enumerate(text.split()):
            x = left + place * 260
            rows.append(
                f"5\t1\t{number}\t1\t1\t{place}\t{x}\t{top}\t240\t{height}\t{96 if word != '2O24' else 41}\t{word}"
            )
    return "\n".join(rows)


def scan(*boxes: tuple[int, int, int, int], text: str = "") -> bytes:
    """A PDF with one page that is a picture, with these boxes drawn on it."""
    picture = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        draw.rectangle(box, outline=0, width=4)
    draw.text((200, 1500), text, fill=0, font=ImageFont.load_default(44))
    written = BytesIO()
    picture.save(written, "PDF", resolution=200)
    return written.getvalue()


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Let a program that says the given table be Tesseract."""

    def says(table: str, status: int = 0) -> None:
        (tmp_path / "table").write_text(table)
        program = tmp_path / "tesseract"
        program.write_text(f"#!/bin/sh\ncat > /dev/null\ncat {tmp_path}/table\nexit {status}\n")
        program.chmod(0o755)
        monkeypatch.setattr(recognition, "tesseract", lambda: str(program))

    return says


def test_words_have_their_line_and_how_sure_they_are() -> None:
    (word,) = words_of([HEAD, "4\t1\t1\t1\t1\t0\t0\t0\t9\t4\t-1\t", "5\t1\t1\t1\t2\t1\t10\t20\t30\t40\t91.5\tPlans"])
    assert (word.text, word.line, word.left, word.right, word.bottom, word.sure) == (
        "Plans", ("1", "1", "1", "2"), 10, 40, 60, 91.5,
    )  # fmt: skip


def test_a_page_that_is_a_picture_is_read_and_told(tesseract) -> None:
    tesseract(said(("What Is Weak", 60, 300, 300), ("1. Records Are Not Always Late.", 36, 300, 420)))
    document = read(scan())
    heading, paragraph = document.blocks
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "What Is Weak")
    assert (paragraph.number, paragraph.text, paragraph.page) == ("1", "Records Are Not Always Late.", 1)
    assert paragraph.place.boxes[0].x0 == pytest.approx(72, abs=1)
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_RECOGNISED]
    assert "96%" in document.notices[0].message


def test_bullets_that_were_taken_for_letters_are_bullets(tesseract) -> None:
    tesseract(said(("m™ The Plans For Children", 36, 300, 300), ("@ The Visits To Homes", 36, 300, 360)))
    assert [(block.kind, block.text) for block in read(scan()).blocks] == [
        (BlockKind.ITEM, "The Plans For Children"),
        (BlockKind.ITEM, "The Visits To Homes"),
    ]


def test_lines_drawn_on_the_picture_make_a_table(tesseract) -> None:
    tesseract(
        said(("Domain |", 36, 330, 330), ("Grade", 36, 1230, 330), ("Care", 36, 330, 430), ("Good", 36, 1230, 430))
    )
    boxes = ((200, 200, 800, 266), (800, 200, 1400, 266), (200, 266, 800, 340), (800, 266, 1400, 340))
    (table,) = read(scan(*boxes)).blocks
    assert [row.texts for row in table.rows] == [("Domain", "Grade"), ("Care", "Good")]


def test_figures_that_are_not_sure_are_named(tesseract) -> None:
    tesseract(said(("Inspected On 5 May 2O24 In Wexcombe", 36, 300, 300)))
    doubted = [notice for notice in read(scan()).notices if notice.code is NoticeCode.RECOGNITION_DOUBTED]
    assert [notice.page for notice in doubted] == [1]
    assert "“2O24”" in doubted[0].message


def test_without_tesseract_a_notice_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    recognition.tesseract.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Refused, match="Install Tesseract"):
        read(scan())
    recognition.tesseract.cache_clear()


def test_a_tesseract_that_fails_recognises_nothing(tesseract) -> None:
    tesseract(said(("Plans", 36, 300, 300)), status=1)
    with pytest.raises(Refused) as caught:
        read(scan())
    assert caught.value.notice.code is NoticeCode.NO_TEXT_LAYER


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_words_are_recognised_by_tesseract() -> None:
    assert "Plans are clear" in " ".join(block.text for block in read(scan(text="Plans are clear and short.")).blocks)
