"""What annotations show on a page or carry with them: words in text boxes and form fields, and attached files.

pdfium does not count such words as text of the page. They are shown to readers, so that they are counted and told; the
names of files behind a paper-clip are told as those of other attachments are. Comments of people who read the file are
counted, and so are marks that strike words through.
"""

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as c

WORDS = re.compile(r"\w[\w'’-]*")
COMMENTS = frozenset({c.FPDF_ANNOT_TEXT, c.FPDF_ANNOT_HIGHLIGHT, c.FPDF_ANNOT_UNDERLINE, c.FPDF_ANNOT_SQUIGGLY,
                      c.FPDF_ANNOT_STRIKEOUT, c.FPDF_ANNOT_CARET, c.FPDF_ANNOT_INK, c.FPDF_ANNOT_SQUARE})  # fmt: skip
"""Kinds of annotations whose words are a comment on what stands below."""

BUTTONS = {b"Btn", b"Sig"}
"""Kinds of form fields that hold no words."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """The number of words that the annotations of a page show, and the names of the files that they carry.

    ``comments`` counts those that comment on the page, ``strikes`` those that strike words through.
    """

    words: int = 0
    files: tuple[str, ...] = ()
    comments: int = 0
    strikes: int = 0


NOTHING = Annotations()


def annotations(page: Any) -> Annotations:
    """Look through the annotations of an open page."""
    words = comments = strikes = 0
    files: list[str] = []
    for index in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = c.FPDFAnnot_GetSubtype(annotation)
            if kind == c.FPDF_ANNOT_FILEATTACHMENT:
                files.append(_file_name(annotation))
            elif kind in (c.FPDF_ANNOT_FREETEXT, c.FPDF_ANNOT_WIDGET) and not _is_hidden(annotation):
                words += len(WORDS.findall(_shown_text(annotation, kind)))
            elif kind in COMMENTS and not _is_hidden(annotation):
                strikes += kind == c.FPDF_ANNOT_STRIKEOUT
                comments += bool(WORDS.search(_contents(annotation)))
        finally:
            c.FPDFPage_CloseAnnot(annotation)
    return Annotations(words, tuple(files), comments, strikes)


def _is_hidden(annotation: Any) -> bool:
    return bool(c.FPDFAnnot_GetFlags(annotation) & (c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW))


def _shown_text(annotation: Any, kind: int) -> str:
    """The words of a text box, or the value of a form field."""
    if kind == c.FPDF_ANNOT_FREETEXT:
        return _contents(annotation)
    if _string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, b"FT", buffer, size)).encode() in BUTTONS:
        return ""
    return _string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, b"V", buffer, size))


def _contents(annotation: Any) -> str:
    return _string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))


def _file_name(annotation: Any) -> str:
    attachment = c.FPDFAnnot_GetFileAttachment(annotation)
    name = _string(lambda buffer, size: c.FPDFAttachment_GetName(attachment, buffer, size)) if attachment else ""
    return name or "a file behind a paper-clip"


def _string(ask: Callable[[Any, int], int]) -> str:
    """A string of pdfium, which is asked for its length in bytes first."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = (c.FPDF_WCHAR * (size // 2))()
    ask(buffer, size)
    return ctypes.string_at(buffer, size).decode("utf-16-le", "replace").strip("\0")
