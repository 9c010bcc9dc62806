"""Words that annotations show on a page are counted, and the files that they carry are named."""

import pytest

from ingest.readers import read
from tests.builders_pdf import raw_pdf, stream

TEXT = b"BT /F1 12 Tf 72 700 Td (Kettles sing in each kitchen of the harbour.) Tj ET"
RECT = b"/Rect [72 600 300 640]"


def page(annotation: bytes, *more: bytes) -> list[tuple[str, str, str]]:
    """The notices of a page with an annotation; objects 7 and on are ``more``."""
    document = read(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            stream(TEXT),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Annot " + annotation + b" >>",
            *more,
        )
    )
    return [(notice.code.value, notice.level.value, notice.message) for notice in document.notices]


@pytest.mark.parametrize(
    "annotation",
    [
        b"/Subtype /FreeText /Contents (Approved with changes) /DA (/F1 12 Tf) " + RECT,
        b"/Subtype /Widget /FT /Tx /T (a) /V (Approved with changes) " + RECT,
    ],
)
def test_words_over_a_page_are_counted(annotation):
    ((code, level, message),) = page(annotation)
    assert (code, level) == ("text-in-annotations", "error")
    assert "Page 1 shows 3 words" in message


@pytest.mark.parametrize(
    "annotation",
    [
        b"/Subtype /FreeText /Contents (Approved with changes) /F 2 " + RECT,
        b"/Subtype /Widget /FT /Btn /T (a) /V (Approved with changes) " + RECT,
        b"/Subtype /Link " + RECT,
        b"/Subtype /Text /Contents () " + RECT,
        b"/Subtype /Text /Contents (A remark that is hidden) /F 2 " + RECT,
        b"/Subtype /Highlight /QuadPoints [72 640 300 640 72 600 300 600] " + RECT,
        b"/Subtype /Widget /FT /Tx /T (a) " + RECT,
    ],
)
def test_what_shows_no_words_is_not_told(annotation):
    assert page(annotation) == []


@pytest.mark.parametrize("kind", [b"Text", b"Highlight /QuadPoints [72 640 300 640 72 600 300 600]", b"Caret"])
def test_comments_are_named_and_not_read(kind):
    ((code, level, message),) = page(b"/Subtype /" + kind + b" /Contents (Who says so?) " + RECT)
    assert (code, level) == ("comments-left", "warning")
    assert "These pages carry comments of people who worked on the file, not read: 1." in message


def test_a_mark_that_strikes_words_is_told():
    quads = b"/QuadPoints [72 640 300 640 72 600 300 600] "
    ((code, level, message),) = page(b"/Subtype /StrikeOut " + quads + RECT)
    assert (code, level) == ("text-struck", "warning")
    assert "those of 1 marked as struck in annotations" in message


def test_a_file_behind_a_paper_clip_is_named():
    file = b"<< /Type /Filespec /F (plan.xlsx) /UF (plan.xlsx) /EF << /F 8 0 R >> >>"
    ((code, _, message),) = page(
        b"/Subtype /FileAttachment /FS 7 0 R " + RECT, file, stream(b"x", b"/Type /EmbeddedFile")
    )
    assert code == "attachments"
    assert "“plan.xlsx”" in message
