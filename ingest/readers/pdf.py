"""The reader of PDFs: pages by pdfium, and from the words' places on the page the same blocks as the reader of text makes.

In this order: words and rules of each page; ruled grids take the words that stand in them; the rest becomes lines. Over the
whole document: margins of numbers, type of the body, running headers and footers. Then page by page: footnotes at
the foot, frames and tables, paragraphs, headings and lists, joined over page breaks. At last every printed word is looked for
in the blocks.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.notices import Notice, Refused
from ingest.page.breaks import check_breaks
from ingest.page.contents import contents_block, find_contents
from ingest.page.coverage import check, printed_words
from ingest.page.flow import Flow, place_of
from ingest.page.frames import Ruled, join, ruled, unfold
from ingest.page.furniture import find_furniture
from ingest.page.headings import Type, measure, rank
from ingest.page.lines import Line, make_lines
from ingest.page.lists import number_margins
from ingest.page.paging import check_pages
from ingest.page.tables import find_grids, take_words
from ingest.readers.damage import find_damage
from ingest.readers.pdfium import MAX_PAGES, Document, Page
from ingest.wording.joining import join_text
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "pdf/1"
MEDIA_TYPE = "application/pdf"
SIGNATURE = b"%PDF-"
WITHIN = 1024
SMALLER = 0.9
SHOWN = 12


@dataclass(slots=True)
class _Sheet:
    """What stands on one page, from the top down; footnotes and furniture are told apart later."""

    number: int
    height: float
    items: list[Line | Ruled]
    notes: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def running_lines(self) -> Iterator[Line]:
        """The lines outside of tables; those in frames, or in cells as wide as their table, are such."""
        for item in self.items:
            if isinstance(item, Line):
                yield item
            else:
                for row in item.rows:
                    if len(row) == 1:
                        yield from row[0].lines

    @property
    def every_line(self) -> Iterator[Line]:
        for item in self.items:
            if isinstance(item, Line):
                yield item
            else:
                for row in item.rows:
                    for cell in row:
                        yield from cell.lines


def is_pdf(data: bytes) -> bool:
    """Tell by the first kilobyte whether a file says that it is a PDF; a web page that speaks of one does not."""
    at = data[:WITHIN].find(SIGNATURE)
    return at >= 0 and not data[:at].lstrip().startswith(b"<")


def _sheet(page: Page) -> _Sheet:
    grids = find_grids(page.rules)
    words = take_words(grids, page.words)
    items: list[Line | Ruled] = []
    for grid in grids:
        if not any(cell.words for cell in grid.fields):
            continue
        above = [word for word in words if word.top + word.bottom < 2 * grid.top]
        words = [word for word in words if word.top + word.bottom >= 2 * grid.top]
        items.extend(make_lines(page.number, above))
        items.append(ruled(page.number, grid))
    items.extend(make_lines(page.number, words))
    return _Sheet(page.number, page.height, items)


def _set_furniture_apart(sheets: list[_Sheet]) -> None:
    found = find_furniture([(sheet.height, sheet.lines) for sheet in sheets])
    for sheet in sheets:
        sheet.furniture = [line for line in sheet.lines if id(line) in found]
        sheet.items = [item for item in sheet.items if id(item) not in found]


def _set_notes_apart(sheet: _Sheet, body: Type) -> None:
    """Footnotes are the small lines at the foot of a page, from the first that begins with a number."""
    items = sheet.items
    start = len(items)
    while start:
        item = items[start - 1]
        if not isinstance(item, Line) or item.size > body.size - SMALLER:
            break
        start -= 1
    small = [item for item in items[start:] if isinstance(item, Line)]
    opening = next((i for i, line in enumerate(small) if line.note), len(small))
    sheet.notes = small[opening:]
    sheet.items = items[: start + opening]


def _note_blocks(lines: Iterable[Line]) -> Iterator[Block]:
    notes: list[list[Line]] = []
    for line in lines:
        if line.note or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    for note in notes:
        marker = note[0].note or ""
        text = note[0].text.removeprefix(marker).lstrip()
        for line in note[1:]:
            text = join_text(text, line.text)
        orig = "\n".join(line.orig for line in note)
        yield Block(BlockKind.FOOTNOTE, text, orig, place_of(note), marker=marker, size=note[0].size)


def _aside(sheet: _Sheet) -> list[Block]:
    """Footnotes and furniture of a page: they stand after its other blocks."""
    notes = list(_note_blocks(sheet.notes))
    furniture = [
        Block(BlockKind.FURNITURE, line.text, line.orig, place_of([line]), size=line.size) for line in sheet.furniture
    ]
    return notes + furniture


def _with_contents(items: list[Line | Ruled]) -> list[Line | Ruled | Block]:
    """The same, with the lines of a list of contents as one table."""
    done: list[Line | Ruled | Block] = []
    for plain, group in groupby(items, key=lambda item: isinstance(item, Line)):
        stretch = list(group)
        lines = [item for item in stretch if isinstance(item, Line)]
        found = find_contents(lines) if plain else range(0)
        if found:
            done += lines[: found.start]
            done.append(contents_block(lines[found.start : found.stop]))
            done += lines[found.stop :]
        else:
            done += stretch
    return done


def _compose(sheets: list[_Sheet], body: Type) -> list[Block]:
    """A table waits until it is seen whether the next page goes on with it; what is aside waits with it."""
    flow = Flow(body)
    table: Ruled | None = None
    aside: list[Block] = []
    for sheet in sheets:
        for item in _with_contents(sheet.items):
            if table and not (isinstance(item, Ruled) and join(table, item)):
                unfold(table, flow)
                table = None
                aside = flow.put_all(aside)
            elif table:
                continue
            if isinstance(item, Ruled):
                table = item
            elif isinstance(item, Block):
                flow.put(item)
            else:
                flow.add(item)
        aside += _aside(sheet)
        if not table:
            aside = flow.put_all(aside)
    if table:
        unfold(table, flow)
    flow.put_all(aside)
    return flow.blocks()


def _ranked(blocks: list[Block]) -> tuple[Block, ...]:
    kinds = rank((block.size or 0, block.bold) for block in blocks if block.kind is BlockKind.HEADING)
    return tuple(
        replace(block, level=kinds[(block.size or 0, block.bold)]) if block.kind is BlockKind.HEADING else block
        for block in blocks
    )


def _read_sheets(data: bytes) -> tuple[int, list[_Sheet], Counter[str], list[Notice]]:
    """The number of pages, what stands on those that can be opened, the words that pdfium sees there, and the notices."""
    sheets: list[_Sheet] = []
    printed: Counter[str] = Counter()
    closed: list[int] = []
    with Document(data) as document:
        if document.pages > MAX_PAGES:
            message = f"The PDF has {document.pages:,} pages; no more than {MAX_PAGES:,} are read. Split it and read the parts."
            raise Refused(NoticeCode.TOO_MANY_PAGES, message)
        for number, page in enumerate(document.read(), 1):
            if page is None:
                closed.append(number)
                continue
            printed.update(printed_words(page.text))
            sheets.append(_sheet(page))
        pages = document.pages
    if closed and not printed:
        raise Refused(NoticeCode.DAMAGED_FILE, "The pages of the PDF cannot be opened. Download it again.", closed[0])
    if not printed:
        message = "The PDF holds no text, only pictures of pages. Put it through text recognition first."
        raise Refused(NoticeCode.NO_TEXT_LAYER, message)
    return pages, sheets, printed, _closed_pages(closed)


def _closed_pages(closed: list[int]) -> list[Notice]:
    if not closed:
        return []
    names = ", ".join(map(str, closed[:SHOWN])) + (f" and {len(closed) - SHOWN} more" if len(closed) > SHOWN else "")
    message = f"These pages cannot be opened and nothing on them was read: {names}. Download the file again."
    return [Notice(NoticeLevel.ERROR, NoticeCode.PAGE_UNREADABLE, message, closed[0])]


def read(data: bytes) -> ReadDocument:
    """Read a PDF.

    Raises Refused when it cannot be opened (``not-a-pdf``), is locked (``encrypted``), is too large (``too-large``), has too
    many pages (``too-many-pages``), none that can be opened (``damaged-file``) or no text (``no-text-layer``). Pages that
    cannot be opened give an error notice (``page-unreadable``); damage and words that were lost give warnings (``damaged-file``,
    ``words-lost``), and so do pages that do not count on (see ``check_pages``).
    """
    pages, sheets, printed, notices = _read_sheets(data)
    body = measure(
        (line for sheet in sheets for line in sheet.every_line),
        number_margins(line.marker for sheet in sheets for line in sheet.running_lines),
    )
    _set_furniture_apart(sheets)
    for sheet in sheets:
        _set_notes_apart(sheet, body)
    blocks = _ranked(_compose(sheets, body))
    doubts = (find_damage(data), check(printed, blocks))
    notices += [notice for notice in doubts if notice]
    notices += check_pages(blocks)
    notices += check_breaks(blocks)
    return ReadDocument(hashlib.sha256(data).hexdigest(), MEDIA_TYPE, pages, blocks, READER, tuple(notices))
