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
from ingest.page.coverage import check_words, printed_words
from ingest.page.flow import Flow, place_of
from ingest.page.frames import RuledTable, join_table, put_table, table_of
from ingest.page.furniture import find_furniture
from ingest.page.headings import BodyType, measure, rank
from ingest.page.lines import TextLine, make_lines
from ingest.page.lists import number_margins
from ingest.page.paging import check_pages
from ingest.page.tables import find_grids, take_words
from ingest.readers.damage import find_damage
from ingest.readers.pdfium import MAX_PAGES, PdfDocument, PdfPage
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
class _PageLayout:
    """What stands on one page, from the top down; footnotes and furniture are told apart later."""

    number: int
    height: float
    items: list[TextLine | RuledTable]
    notes: list[TextLine] = field(default_factory=list)
    furniture: list[TextLine] = field(default_factory=list)

    @property
    def lines(self) -> list[TextLine]:
        return [item for item in self.items if isinstance(item, TextLine)]

    @property
    def running_lines(self) -> Iterator[TextLine]:
        """The lines outside of tables; those in frames, or in cells as wide as their table, are such."""
        for item in self.items:
            if isinstance(item, TextLine):
                yield item
            else:
                for row in item.rows:
                    if len(row) == 1:
                        yield from row[0].lines

    @property
    def every_line(self) -> Iterator[TextLine]:
        for item in self.items:
            if isinstance(item, TextLine):
                yield item
            else:
                for row in item.rows:
                    for cell in row:
                        yield from cell.lines


def is_pdf(data: bytes) -> bool:
    """Tell by the first kilobyte whether a file says that it is a PDF; a web page that speaks of one does not."""
    at = data[:WITHIN].find(SIGNATURE)
    return at >= 0 and not data[:at].lstrip().startswith(b"<")


def _layout(page: PdfPage) -> _PageLayout:
    grids = find_grids(page.rules)
    words = take_words(grids, page.words)
    items: list[TextLine | RuledTable] = []
    for grid in grids:
        if not any(cell.words for cell in grid.cells):
            continue
        above = [word for word in words if word.top + word.bottom < 2 * grid.top]
        words = [word for word in words if word.top + word.bottom >= 2 * grid.top]
        items.extend(make_lines(page.number, above))
        items.append(table_of(page.number, grid))
    items.extend(make_lines(page.number, words))
    return _PageLayout(page.number, page.height, items)


def _set_furniture_apart(layouts: list[_PageLayout]) -> None:
    found = find_furniture([(layout.height, layout.lines) for layout in layouts])
    for layout in layouts:
        layout.furniture = [line for line in layout.lines if id(line) in found]
        layout.items = [item for item in layout.items if id(item) not in found]


def _set_notes_apart(layout: _PageLayout, body: BodyType) -> None:
    """Footnotes are the small lines at the foot of a page, from the first that begins with a number."""
    items = layout.items
    start = len(items)
    while start:
        item = items[start - 1]
        if not isinstance(item, TextLine) or item.size > body.size - SMALLER:
            break
        start -= 1
    small = [item for item in items[start:] if isinstance(item, TextLine)]
    opening = next((i for i, line in enumerate(small) if line.note), len(small))
    layout.notes = small[opening:]
    layout.items = items[: start + opening]


def _note_blocks(lines: Iterable[TextLine]) -> Iterator[Block]:
    notes: list[list[TextLine]] = []
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


def _aside(layout: _PageLayout) -> list[Block]:
    """Footnotes and furniture of a page: they stand after its other blocks."""
    notes = list(_note_blocks(layout.notes))
    furniture = [
        Block(BlockKind.FURNITURE, line.text, line.orig, place_of([line]), size=line.size) for line in layout.furniture
    ]
    return notes + furniture


def _with_contents(items: list[TextLine | RuledTable]) -> list[TextLine | RuledTable | Block]:
    """The same, with the lines of a list of contents as one table."""
    done: list[TextLine | RuledTable | Block] = []
    for plain, group in groupby(items, key=lambda item: isinstance(item, TextLine)):
        stretch = list(group)
        lines = [item for item in stretch if isinstance(item, TextLine)]
        found = find_contents(lines) if plain else range(0)
        if found:
            done += lines[: found.start]
            done.append(contents_block(lines[found.start : found.stop]))
            done += lines[found.stop :]
        else:
            done += stretch
    return done


def _compose(layouts: list[_PageLayout], body: BodyType) -> list[Block]:
    """A table waits until it is seen whether the next page goes on with it; what is aside waits with it."""
    flow = Flow(body)
    table: RuledTable | None = None
    aside: list[Block] = []
    for layout in layouts:
        for item in _with_contents(layout.items):
            if table and not (isinstance(item, RuledTable) and join_table(table, item)):
                put_table(table, flow)
                table = None
                aside = flow.put_all(aside)
            elif table:
                continue
            if isinstance(item, RuledTable):
                table = item
            elif isinstance(item, Block):
                flow.put(item)
            else:
                flow.add(item)
        aside += _aside(layout)
        if not table:
            aside = flow.put_all(aside)
    if table:
        put_table(table, flow)
    flow.put_all(aside)
    return flow.blocks()


def _ranked(blocks: list[Block]) -> tuple[Block, ...]:
    kinds = rank((block.size or 0, block.bold) for block in blocks if block.kind is BlockKind.HEADING)
    return tuple(
        replace(block, level=kinds[(block.size or 0, block.bold)]) if block.kind is BlockKind.HEADING else block
        for block in blocks
    )


def _read_pages(data: bytes) -> tuple[int, list[_PageLayout], Counter[str], list[Notice]]:
    """The number of pages, what stands on those that can be opened, the words that pdfium sees there, and the notices."""
    layouts: list[_PageLayout] = []
    printed: Counter[str] = Counter()
    closed: list[int] = []
    with PdfDocument(data) as document:
        if document.pages > MAX_PAGES:
            message = f"The PDF has {document.pages:,} pages; no more than {MAX_PAGES:,} are read. Split it and read the parts."
            raise Refused(NoticeCode.TOO_MANY_PAGES, message)
        for number, page in enumerate(document.read(), 1):
            if page is None:
                closed.append(number)
                continue
            printed.update(printed_words(page.text))
            layouts.append(_layout(page))
        pages = document.pages
    if closed and not printed:
        raise Refused(NoticeCode.DAMAGED_FILE, "The pages of the PDF cannot be opened. Download it again.", closed[0])
    if not printed:
        message = "The PDF holds no text, only pictures of pages. Put it through text recognition first."
        raise Refused(NoticeCode.NO_TEXT_LAYER, message)
    return pages, layouts, printed, _closed_pages(closed)


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
    pages, layouts, printed, notices = _read_pages(data)
    body = measure(
        (line for layout in layouts for line in layout.every_line),
        number_margins(line.marker for layout in layouts for line in layout.running_lines),
    )
    _set_furniture_apart(layouts)
    for layout in layouts:
        _set_notes_apart(layout, body)
    blocks = _ranked(_compose(layouts, body))
    doubts = (find_damage(data), check_words(printed, blocks))
    notices += [notice for notice in doubts if notice]
    notices += check_pages(blocks)
    notices += check_breaks(blocks)
    return ReadDocument(hashlib.sha256(data).hexdigest(), MEDIA_TYPE, pages, blocks, READER, tuple(notices))
