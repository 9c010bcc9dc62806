"""Opening a PDF, and its pages one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import pypdfium2  # noqa: F401  (starts the library)
import pypdfium2.raw as c

from ingest.notices import Refused
from ingest.page.tables import DrawnLine
from ingest.page.turns import Turn
from ingest.page.words import PrintedWord
from ingest.readers.damage import has_layers
from ingest.readers.pdfium.annotations import NOTHING, Annotations, annotations
from ingest.readers.pdfium.directions import DirectedWords, directed_words
from ingest.readers.pdfium.drawn_lines import drawn_lines
from ingest.readers.pdfium.objects import PaintedObject, painted_objects
from ingest.readers.pdfium.pictures import beside_words, covered
from ingest.readers.pdfium.recognition import RecognisedPage, recognise
from ingest.readers.pdfium.space import PageSpace
from ingest.readers.pdfium.text_order import load_text
from ingest.readers.pdfium.visibility import look
from ingest.readers.pdfium.words import WORD, PageText
from inspections.notice_codes import NoticeCode

MAX_BYTES = 100_000_000
FEW = 40
"""Words of a page that may be no more than its headers and footers."""

PICTURE = 0.2
"""The part of a page that a picture covers at least, for its words to be recognised."""

MORE = 3
"""How many times as many words must be recognised on a page as it has, so that they are taken."""

LOCKED = (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What is printed on one page.

    ``number`` counts from 1; ``width`` and ``height`` are those of the frame in which most words are upright, in
    points. ``words`` and ``lines`` come in the order of the file. ``text`` is the plain text as pdfium gives it.
    ``turn``, ``asides`` and ``overprint`` tell of other text: see ``ingest.page.layout.SheetWords``. ``pictured`` is
    the part that pictures cover of a page with ``FEW`` words, None for another page.
    ``hidden`` words that nobody sees were left out; ``recognised`` tells of a scan whose words a machine recognised; so
    many letters are ``unreadable``. ``scan`` is what was recognised here on a page that is a picture: its ``words``;
    ``annotations`` tell of what lies over the page, and ``pictures`` counts the large ones beside many words.
    """

    number: int
    width: float
    height: float
    words: list[PrintedWord]
    lines: list[DrawnLine]
    text: str
    turn: Turn | None = None
    asides: Sequence[tuple[Turn, list[PrintedWord]]] = ()
    overprint: Sequence[list[PrintedWord]] = ()
    pictured: float | None = None
    hidden: int = 0
    recognised: bool = False
    unreadable: int = 0
    annotations: Annotations = NOTHING
    pictures: int = 0
    scan: RecognisedPage | None = None


class PdfDocument:
    """An open PDF; use it as a context manager.

    Raises Refused when the bytes are more than can be read (``too-large``), locked with a password (``encrypted``) or
    not a PDF that pdfium can open (``not-a-pdf``).
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_BYTES:
            message = f"The file is larger than {MAX_BYTES // 1_000_000} MB. Split it and read the parts."
            raise Refused(NoticeCode.TOO_LARGE, message)
        self._data = data  # pdfium reads from these bytes for as long as the document is open
        self._handle = c.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            raise _refusal()
        self._layers = has_layers(data)
        self.pages: int = c.FPDF_GetPageCount(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        c.FPDF_CloseDocument(self._handle)

    def attachments(self) -> list[str]:
        """The names of the files that are attached to the document, or that it is a portfolio of."""
        names = []
        for index in range(c.FPDFDoc_GetAttachmentCount(self._handle)):
            attachment = c.FPDFDoc_GetAttachment(self._handle, index)
            size = c.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
            name = (c.FPDF_WCHAR * max(1, size // 2))()
            if size:
                c.FPDFAttachment_GetName(attachment, name, size)
            names.append(bytes(name).decode("utf-16-le", "replace").strip("\0") or f"file {index + 1}")
        return names

    def read(self) -> Iterator[PdfPage | None]:
        """Read each page in turn, with only that one open; None for a page that pdfium cannot open."""
        for index in range(self.pages):
            page = c.FPDF_LoadPage(self._handle, index)
            if not page:
                yield None
                continue
            text_page = load_text(page)
            try:
                yield _read_page(index + 1, page, text_page, self._layers) if text_page else None
            finally:
                if text_page:
                    c.FPDFText_ClosePage(text_page)
                c.FPDF_ClosePage(page)


def _refusal() -> Refused:
    if c.FPDF_GetLastError() in LOCKED:
        message = "The PDF is locked with a password. Save it without one and read that file."
        return Refused(NoticeCode.ENCRYPTED, message)
    message = "The file begins like a PDF but cannot be opened as one. Download it again."
    return Refused(NoticeCode.NOT_A_PDF, message)


def _pictured(page: object, objects: Sequence[PaintedObject], words: int) -> float | None:
    """The part of a page with few words that its pictures cover."""
    if words > FEW:
        return None
    size = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
    return covered(objects, *size)


def _read_page(number: int, page: object, text_page: object, layers: bool) -> PdfPage:
    space = PageSpace.of(page)
    text = PageText(text_page, space)
    objects = painted_objects(page)
    found = _words(text)
    seen = look(page, text, found.on_page(), objects, layers)
    hidden = 0
    if seen.hidden:
        before = len(WORD.findall(text.plain))
        text.hide(seen.hidden)
        hidden = max(1, before - len(WORD.findall(text.plain)))
        found = _words(text)
    words = found.on_page()
    pictured = _pictured(page, objects, len(words))
    scan = recognise(page) if pictured is not None and pictured >= PICTURE else None
    if scan and len(scan.words) > MORE * len(words):
        size = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
        return PdfPage(
            number, *size, scan.words, scan.rules, scan.text,
            pictured=pictured, hidden=hidden, annotations=annotations(page), scan=scan,
        )  # fmt: skip
    return PdfPage(
        number, *found.space.shown_size, found.words, drawn_lines(objects, found.space), text.plain,
        found.turn, found.asides, found.slanted, pictured,
        hidden, seen.recognised, text.unreadable(), annotations(page),
        pictures=beside_words(objects, words, found.space) if pictured is None and not found.turn else 0,
    )  # fmt: skip


def _words(text: PageText) -> DirectedWords:
    words = text.upright_words()
    return DirectedWords(text.space, words) if words is not None else directed_words(text)
