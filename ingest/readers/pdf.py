"""The reader of PDFs: pages by pdfium, and by the places of their words the same blocks as the reader of text produces.

In this order: words and drawn lines of each page; stamps and numbers of lines are set apart; ruled grids take the words
that stand in them, the others become lines. Over the whole document: the type of the body, number margins, running
headers and footers. Then page by page: footnotes, frames and tables, headings, paragraphs and lists, joined over page
breaks. Finally the printed words are compared with those of the blocks, and the printed page numbers with the order of
the pages.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ingest.blocks import Block, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.page.alignment import rule_tables
from ingest.page.breaks import check_breaks
from ingest.page.characters import is_gibberish
from ingest.page.composition import compose
from ingest.page.continuity import check_continuity, check_repeated
from ingest.page.coverage import check_words, printed_words
from ingest.page.frames import RuledTable
from ingest.page.headings import measure
from ingest.page.layout import PageLayout, SheetWords, lay_out, set_furniture_apart, set_notes_apart
from ingest.page.lists import number_margins
from ingest.page.overprint import set_overprint_apart
from ingest.page.paging import FEWEST, check_bound_pages, printed_numbers
from ingest.page.spreads import Imposition, is_spread
from ingest.page.struck import struck_texts
from ingest.readers.damage import find_damage
from ingest.readers.kept_numbers import KeptPage, check_kept_numbers, kept_pages
from ingest.readers.pdfium.document import PdfDocument, PdfPage
from ingest.readers.recognised import check_recognised, how_to_recognise
from ingest.readers.wordless import check_wordless
from ingest.wording.standard import join_standard
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "pdf/1"
MEDIA_TYPE = "application/pdf"
MAX_PAGES = 1500
SHOWN = 12
"""How many pages a notice names."""


def read(data: bytes) -> ReadDocument:
    """Read a PDF.

    Raises Refused when it cannot be opened (``not-a-pdf``), is locked (``encrypted``), is too large (``too-large``),
    has too many pages (``too-many-pages``), no page that can be opened (``damaged-file``) or no text
    (``no-text-layer``).

    Notices: pages that cannot be opened and words that were lost are errors (``page-unreadable``, ``words-lost``),
    damage too (``damaged-file``); see also ``check_wordless``, ``check_bound_pages``, ``check_continuity`` and
    ``check_breaks``.
    """
    found = _read_pages(data)
    printed, pictured, count = found.printed, found.pictured, found.count
    damage = find_damage(data)
    sheets = rule_tables(set_overprint_apart([_sheet(page) for page in found.pages]))
    notices = (*_notices(found), *([damage] if damage else ()), *_unread_tables(sheets))
    pages = [lay_out(sheet) for sheet in sheets]
    whole = [tuple(page.items) for page in pages]

    kept: tuple[KeptPage, ...] = ()

    def cut(begins: Collection[int]) -> ReadDocument:
        nonlocal kept
        for page, items in zip(pages, whole, strict=True):
            page.items = [item.copy() if isinstance(item, RuledTable) else item for item in items]
            page.notes, page.furniture = [], []
        bound = _documents(pages, begins)
        doubled = [doubt for document in bound for doubt in check_repeated(document)]
        documents = [(_compose(document), document[0].number - 1) for document in bound]
        blocks = [block for composed, _ in documents for block in composed]
        breaks = [
            doubt for composed, _ in documents for doubt in (*check_breaks(composed), *check_continuity(composed))
        ]
        doubts = check_bound_pages(documents)
        if len(printed_numbers(blocks)) < FEWEST:
            kept = kept or kept_pages(data)
            doubts = (*doubts, *check_kept_numbers(kept, begins))
        told_by_number = {doubt.page for doubt in doubts if doubt.code is NoticeCode.PAGE_REPEATED}
        breaks += [doubt for doubt in doubled if doubt.page not in told_by_number]
        lost = check_words(printed, blocks)
        told = (*notices, *([lost] if lost else []), *check_wordless(blocks, pictured), *doubts, *breaks)
        return ReadDocument(
            hashlib.sha256(data).hexdigest(), MEDIA_TYPE, count, tuple(blocks), READER, tuple(told), recut=cut
        )

    return cut(())


def _documents(pages: Sequence[PageLayout], begins: Collection[int]) -> list[list[PageLayout]]:
    """The pages of each document that is bound into the file; all but the first begin at the given pages."""
    documents: list[list[PageLayout]] = []
    for page in pages:
        if not documents or page.number in begins:
            documents.append([])
        documents[-1].append(page)
    return documents


def _compose(pages: Sequence[PageLayout]) -> tuple[Block, ...]:
    """The blocks of one document; what is measured over its pages comes first."""
    margins = number_margins(line.marker for page in pages for line in page.running_lines)
    body = measure((line for page in pages for line in page.all_lines), margins)
    set_furniture_apart(pages)
    for page in pages:
        set_notes_apart(page, body)
    return join_standard(compose(pages, body))


@dataclass(frozen=True)
class ReadPages:
    """The pages of a file that can be opened, the numbers of those that cannot, and the names of attached files."""

    count: int
    pages: tuple[PdfPage, ...]
    closed: tuple[int, ...]
    files: tuple[str, ...]

    @cached_property
    def printed(self) -> Counter[str]:
        """The words that pdfium finds on the pages."""
        return Counter(chain.from_iterable(printed_words(page.text) for page in self.pages))

    @property
    def pictured(self) -> dict[int, float]:
        """How much of each page with few words its pictures cover."""
        return {page.number: page.pictured for page in self.pages if page.pictured is not None}


def _read_pages(data: bytes) -> ReadPages:
    """Open the file and read its pages. Raises Refused where there are too many, or none with words."""
    with PdfDocument(data) as document:
        if document.pages > MAX_PAGES:
            message = f"The PDF has {document.pages:,} pages; no more than {MAX_PAGES:,} are read. "
            raise Refused(NoticeCode.TOO_MANY_PAGES, f"{message}Split it and read the parts.")
        numbered = list(enumerate(document.read(), 1))
        pages = tuple(page for _, page in numbered if page is not None)
        closed = tuple(number for number, page in numbered if page is None)
        files = (*document.attachments(), *(name for page in pages for name in page.annotations.files))
        found = ReadPages(document.pages, pages, closed, files)
    if closed and not found.printed:
        raise Refused(NoticeCode.DAMAGED_FILE, "The pages of the PDF cannot be opened. Download it again.", closed[0])
    if not found.printed:
        message = f"The PDF holds no text, only pictures of pages. {how_to_recognise()}"
        raise Refused(NoticeCode.NO_TEXT_LAYER, message)
    return found


def _notices(found: ReadPages) -> Iterator[NoticeDraft]:
    """What is to be said of the pages themselves, before anything is made of their words."""
    pages = found.pages
    yield from _closed_pages(found.closed)
    for page in pages:
        if page.hidden:
            yield _hidden(page)
        if page.annotations.words:
            yield _annotated(page)
        yield from _struck(page)
    yield from _commented(pages)
    yield from _attachments(found.files)
    yield from _pictured([page.number for page in pages if page.pictures])
    yield from _unreadable_pages([page for page in pages if page.unreadable or is_gibberish(page.text)])
    yield from _recognised_pages([page.number for page in pages if page.recognised])
    yield from _spread_pages(
        sorted({*_imposed(pages), *(p.number for p in pages if is_spread(p.words, p.lines, p.width, p.height))})
    )
    yield from check_recognised({page.number: page.scan for page in pages if page.scan})


def _unread_tables(sheets: Sequence[SheetWords]) -> Iterator[NoticeDraft]:
    """The notice about each table of actions without drawn lines whose rows could not be told."""
    for sheet in sheets:
        for headings in sheet.unread:
            message = (
                f"The table under “{headings}” has no drawn lines and was not read as rows; its words are text. "
                "Save it as Word or Excel, or add its actions by hand."
            )
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.TABLE_NOT_READ, message, sheet.number)


def _pictured(pages: list[int]) -> list[NoticeDraft]:
    """The notice about pages that show large pictures beside their words, if there are any."""
    if not pages:
        return []
    message = f"Pictures on these pages were not read: {_names(pages)}. Look whether words of the document stand there."
    return [NoticeDraft(NoticeLevel.INFO, NoticeCode.PICTURES_LEFT, message, pages[0])]


def _sheet(page: PdfPage) -> SheetWords:
    return SheetWords(page.number, page.height, page.words, page.lines, page.turn, page.asides, page.overprint)


def _hidden(page: PdfPage) -> NoticeDraft:
    """The notice of words that nobody sees. It does not quote them: somebody may have wanted them hidden."""
    words = "a word" if page.hidden == 1 else f"{page.hidden} words"
    message = (
        f"Page {page.number} holds {words} that nobody sees: invisible, in the colour of the ground, covered, marked "
        "for redaction, on a layer that is off, or outside of the page. They were left out. Make them visible if they "
        "are to be read; remove them from the file if they are not."
    )
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_HIDDEN, message, page.number)


def _annotated(page: PdfPage) -> NoticeDraft:
    """The notice of words that were written over a page; they were not read."""
    number = page.annotations.words
    words = "a word" if number == 1 else f"{number} words"
    message = (
        f"Page {page.number} shows {words} in text boxes or form fields that lie over it; they were not read. Print "
        "the file as a PDF and read that, or add them by hand."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_IN_ANNOTATIONS, message, page.number)


def _struck(page: PdfPage) -> Iterator[NoticeDraft]:
    """The notice of words that are struck through on a page, by drawn lines or by annotations; they were read."""
    texts = [f"“{text}”" for text in struck_texts(page.words, page.lines)]
    if page.annotations.strikes:
        texts.append(f"those of {page.annotations.strikes} marked as struck in annotations")
    if texts:
        named = ", ".join(texts[:SHOWN]) + (f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else "")
        message = (
            f"Words of page {page.number} are struck through, but were read: {named}. Look whether they still hold."
        )
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_STRUCK, message, page.number)


def _commented(pages: Sequence[PdfPage]) -> Iterator[NoticeDraft]:
    """The notice that names the pages with comments, if there are any."""
    numbers = [page.number for page in pages if page.annotations.comments]
    if numbers:
        message = (
            f"These pages carry comments of people who worked on the file, not read: {_names(numbers)}. Look whether "
            "they change what is said."
        )
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.COMMENTS_LEFT, message, numbers[0])


def _recognised_pages(pages: list[int]) -> list[NoticeDraft]:
    """The notice that names the scanned pages, if there are any."""
    if not pages:
        return []
    message = (
        f"These pages are scans whose words were recognised by machine: {_names(pages)}. "
        "Compare names, numbers and grades with the pages."
    )
    return [NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_RECOGNISED, message, pages[0])]


def _imposed(pages: Iterable[PdfPage]) -> list[int]:
    """The sheets on which several pages are printed, by their running lines."""
    imposition = Imposition()
    for page in pages:
        imposition.look(page.number, page.words, page.width, page.height, page.lines)
    return imposition.sheets


def _spread_pages(pages: list[int]) -> list[NoticeDraft]:
    """The notice that names the sheets with several pages, if there are any."""
    if not pages:
        return []
    message = (
        f"These sheets hold several pages each: {_names(pages)}. Their lines may stand in the wrong order here, and "
        "running lines in the text. Print the document with one page on a sheet and read that."
    )
    return [NoticeDraft(NoticeLevel.ERROR, NoticeCode.TWO_PAGES_ON_A_SHEET, message, pages[0])]


def _unreadable_pages(pages: list[PdfPage]) -> list[NoticeDraft]:
    """The notice that names the pages with letters that cannot be read, if there are any."""
    if not pages:
        return []
    letters = sum(page.unreadable for page in pages)
    message = (
        f"The file does not say which letters stand on these pages: {_names([page.number for page in pages])}"
        + (f" ({letters:,} letters)" if letters else "")
        + ". Their words are wrong or missing. Find another copy, or put this one through text recognition."
    )
    return [NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_UNREADABLE, message, pages[0].number)]


def _names(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:SHOWN])) + (f" and {len(pages) - SHOWN} more" if len(pages) > SHOWN else "")


def _attachments(names: Sequence[str]) -> list[NoticeDraft]:
    """The notice that names the files attached to the PDF, if there are any."""
    if not names:
        return []
    shown = ", ".join(f"“{name}”" for name in names[:SHOWN])
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    message = f"The PDF holds other files, which were not read: {shown}{more}. Save them from it and read them, too."
    return [NoticeDraft(NoticeLevel.WARNING, NoticeCode.ATTACHMENTS, message)]


def _closed_pages(closed: Sequence[int]) -> list[NoticeDraft]:
    """The notice that names the pages which cannot be opened, if there are any."""
    if not closed:
        return []
    message = f"These pages cannot be opened and nothing on them was read: {_names(closed)}. Download the file again."
    return [NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_UNREADABLE, message, closed[0])]
