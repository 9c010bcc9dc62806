"""The reader of web pages (HTML), by lxml.

In this order: a page that reports an error or asks for a log-in is refused; what is not shown is dropped (scripts,
styles, forms; elements that are hidden, with a notice); navigation, asides, and headers and footers of the page are
furniture, and so is everything outside the main part, if the page marks one and it holds most of the words. So are the
title of the page, which a browser shows in its tab, and the name of the site: papers of councils often name the council
there alone. The rest is read element by element: headings, paragraphs, items of lists with the numbers that a browser
prints, tables with merged cells. Struck words are read with a notice.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.readers.beside import parted
from ingest.readers.markup import Markup
from ingest.readers.passages import ACROSS, Cell, Grid, Part, Passage, blocks_of, cell_of, in_cell, is_of_cells, squared
from ingest.readers.web_elements import (
    colour_behind,
    flat,
    is_dropped,
    is_inline,
    is_main,
    is_running,
    labels_of,
    leads_about,
    words_of,
)
from ingest.readers.web_markup import markup_of
from ingest.readers.word_numbers import BRIEFLY
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "html/1"
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
ERROR = re.compile(
    r"\b(?:404|403|401|500|502|503)\b|not found|access denied|forbidden|unauthori[sz]ed|unavailable|service error"
    r"|(?:log|sign)[ -]?in\b|session (?:has )?expired|just a moment|checking your browser"
    r"|enable (?:javascript|cookies)"
    r"|(?:an|server|page) error",
    re.I,
)
"""Words in the title or first heading of a page that stands in place of a report."""

MAY_BREAK = re.compile(rb"</?wbr\s*/?>", re.I)
"""Where a word may be parted: an element without an end, of which the parser does not know that it has none."""

FEWEST_WORDS = 40
LONGEST_ERROR = 250
"""A page of fewer words than the first is no report; one that names an error has fewer than the second."""

MAX_DEPTH = 200
MAX_SPAN = 200
NO_REPORT = (
    "The file is a web page that holds no report, but an error or a log-in. Download the report itself and read that."
)


def read(data: bytes, notices: tuple[NoticeDraft, ...] = ()) -> ReadDocument:
    """Read a web page; ``notices`` are those about its encoding.

    Raises Refused for one that holds no report (``html-page``).
    """
    root = _parsed(data)
    page = WebPage(root)
    parts = [*page.parts(), *_tab_words(root)]
    blocks = blocks_of(parts)
    words = sum(len(block.text.split()) for block in blocks if block.kind is not BlockKind.FURNITURE)
    few = words < FEWEST_WORDS and not any(len(block.rows) > 1 for block in blocks)
    if few or _asks_for_log_in(root) or (words < LONGEST_ERROR and ERROR.search(_title(root))):
        raise Refused(NoticeCode.HTML_PAGE, NO_REPORT)
    sha256 = hashlib.sha256(data).hexdigest()
    guessed = () if _names_letters(data) else notices
    told = (*guessed, *_breaking_off(data), *page.markup.notices())
    return ReadDocument(sha256, MediaType.WEB_PAGE, None, blocks, READER, told)


def _breaking_off(data: bytes) -> tuple[NoticeDraft, ...]:
    """The notice about a page that breaks off within a tag, a word or a table."""
    whole = data.replace(b"\0", b"").rstrip()
    tables = len(re.findall(rb"<table[\s>]", whole, re.I)) - len(re.findall(rb"</table\s*>", whole, re.I))
    if whole.endswith(b">") and tables <= 0:
        return ()
    message = "The web page breaks off before its end; what stood behind it is missing. Save the page again."
    return (NoticeDraft(NoticeLevel.ERROR, NoticeCode.DAMAGED_FILE, message),)


def _names_letters(data: bytes) -> bool:
    """Tell whether a page says itself in which encoding it is, so that nothing is guessed."""
    return b"charset" in data[:2048].lower() or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _parsed(data: bytes) -> Any:
    """The root of the page; its encoding is that of a mark or of the page itself, else UTF-8 or Windows-1252."""
    try:
        data.decode()
        encoding: str | None = "utf-8"
    except UnicodeDecodeError:
        encoding = None if _names_letters(data) else "cp1252"
    data = MAY_BREAK.sub(b"", data)
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding=encoding, huge_tree=False))
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise Refused(NoticeCode.HTML_PAGE, NO_REPORT) from error


def _title(root: Any) -> str:
    return " ".join(" ".join(one.itertext()) for one in root.iter("title", "h1"))


def _tab_words(root: Any) -> Iterator[Passage]:
    """The title of the page and the name of its site, as furniture."""
    for words, where in (
        (root.findtext("head/title"), "title of the page"),
        (root.xpath("string(head/meta[@property='og:site_name']/@content)"), "name of the site"),
    ):
        if text := " ".join((words or "").split()):
            yield Passage(text, where, BlockKind.FURNITURE)


def _asks_for_log_in(root: Any) -> bool:
    return any((one.get("type") or "").casefold() == "password" for one in root.iter("input"))


def _size(element: Any) -> int:
    return sum(len(text) for text in element.itertext())


class WebPage:
    """Walks over the elements of one page, and counts its paragraphs and tables."""

    def __init__(self, root: Any) -> None:
        body = root.find("body")
        self._body = root if body is None else body
        main = next((one for one in self._body.iter() if is_main(one)), None)
        self._main = main if main is not None and _size(main) * 2 > _size(self._body) else None
        self._paragraph = self._table = 0
        self._short: list[str] = []

    @property
    def markup(self) -> Markup:
        """What is hidden, struck or left out in the main part of the page."""
        found = markup_of(self._body, self._main)
        found.short = self._short
        return found

    def parts(self) -> Iterator[Part]:
        """The paragraphs and tables of the page, in reading order."""
        yield from self._walk(self._body, self._main is not None, 0)

    def _walk(self, element: Any, running: bool, depth: int) -> Iterator[Part]:
        """The parts of an element that holds others; words directly in it are paragraphs."""
        pieces: list[str] = [flat(element.text, element)]
        for child in element:
            if is_inline(child):
                pieces += [words_of(child), flat(child.tail, element)]
                continue
            yield from self._paragraphs(pieces, running)
            pieces = [flat(child.tail, element)]
            if not is_dropped(child) and depth < MAX_DEPTH:
                yield from self._block(child, (running and child is not self._main) or is_running(child), depth)
        yield from self._paragraphs(pieces, running)

    def _block(self, element: Any, running: bool, depth: int) -> Iterator[Part]:
        tag = element.tag
        if tag == "table" and not running:
            yield from self._of_table(element, depth)
        elif tag in ("ul", "ol") and not running:
            yield from self._of_list(element, depth, 0)
        elif tag == "dl" and not running and (rows := labels_of(element)):
            self._table += 1
            cells = (tuple(cell_of(*_cell_paragraphs(one)) for one in pair) for pair in rows)
            yield Grid(tuple((f"table {self._table}, row {number}", row) for number, row in enumerate(cells, 1)))
        elif tag in HEADINGS and not running:
            yield from self._paragraphs([words_of(element)], running, rank=HEADINGS[tag])
        else:
            yield from self._walk(element, running, depth + 1)

    def _paragraphs(
        self, pieces: list[str], running: bool, *, rank: int = 0, marker: str = "", depth: int = 0
    ) -> Iterator[Part]:
        """The paragraph of some words; with a rank it is a heading."""
        text = "".join(pieces).strip()
        if text:
            self._paragraph += 1
            kind = BlockKind.HEADING if rank else BlockKind.PARAGRAPH
            kind = BlockKind.FURNITURE if running or leads_about(text) else kind
            yield Passage(text, f"paragraph {self._paragraph}", kind, marker, depth, rank or 1)

    def _of_list(self, element: Any, level: int, depth: int) -> Iterator[Part]:
        """The items of a list, those of lists inside it one level deeper."""
        if level > MAX_DEPTH:
            return
        number = _number(element.get("start"), 1)
        for item in element:
            if item.tag != "li":
                if not is_dropped(item) and not is_inline(item):
                    yield from self._block(item, False, level + 1)
                continue
            number = _number(item.get("value"), number)
            marker = "•"
            if element.tag == "ol":
                marker = f"{BRIEFLY.get(element.get('type') or '', str)(number)}."
                number += 1
            yield from self._of_item(item, marker, level, depth)

    def _of_item(self, item: Any, marker: str, level: int, depth: int) -> Iterator[Part]:
        """An item: its first words carry the marker; further paragraphs follow, and lists one level deeper."""
        first = True
        pieces = [flat(item.text, item)]
        for child in (*item, None):
            if child is not None and is_inline(child):
                pieces += [words_of(child), flat(child.tail, item)]
                continue
            if any(piece.strip() for piece in pieces):
                yield from self._paragraphs(pieces, False, marker=marker if first else "", depth=depth)
                first = False
            if child is None:
                return
            pieces = [flat(child.tail, item)]
            if child.tag in ("ul", "ol"):
                yield from self._of_list(child, level + 1, depth + 1)
            elif child.tag in ("p", "div") and first and not child.xpath("./ul|./ol|./table|./p|./div"):
                yield from self._paragraphs([words_of(child)], False, marker=marker, depth=depth)
                first = False
            elif not is_dropped(child):
                yield from self._block(child, False, level + 1)

    def _of_table(self, element: Any, depth: int) -> Iterator[Part]:
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element and not _is_gone(row)]
        for caption in element.iter("caption"):
            yield from self._paragraphs([words_of(caption)], False)
        cells = [cell for row in rows for cell in _cells(row)]
        if len(cells) == 1 or any(_is_of_cells(inner) for cell in cells for inner in cell.iter("table")):
            for cell in cells:
                yield from self._walk(cell, False, depth + 1)
            return
        self._table += 1
        spread = [(f"table {self._table}, row {number}", row) for number, row in enumerate(_spread(rows), 1)]
        grid, short = squared(spread)
        self._short += short
        yield from parted(grid)


def _spread(rows: list[Any]) -> list[tuple[Cell, ...]]:
    """The rows of a table, with the places that merged cells cover."""
    covered: dict[tuple[int, int], Cell] = {}
    made: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows):
        cells: dict[int, Cell] = {column: cell for (line, column), cell in covered.items() if line == at}
        column = 0
        for element in _cells(row):
            while column in cells:
                column += 1
            link = next((one.get("href") or "" for one in element.iter("a")), "")
            cells[column] = cell_of(*_cell_paragraphs(element), link=link, colour=colour_behind(element))
            across, down = _span(element, "colspan"), _span(element, "rowspan")
            for line in range(at, at + down):
                for place in range(column, column + across):
                    if (line, place) != (at, column):
                        covered[line, place] = ACROSS if place > column else Cell(merged=True)
            cells |= dict.fromkeys(range(column + 1, column + across), ACROSS)
            column += across
        made.append(tuple(cells.get(place, Cell()) for place in range(max(cells, default=-1) + 1)))
    return made


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th") and not is_dropped(cell)]


def _is_of_cells(table: Any) -> bool:
    """Tell whether a table inside a cell is one of its own."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    return is_of_cells(len(rows), max((len(_cells(row)) for row in rows), default=0))


def _is_gone(row: Any) -> bool:
    """Tell whether a row of a table is not shown, by itself or with the part of the table around it."""
    return is_dropped(row) or (row.getparent().tag != "table" and is_dropped(row.getparent()))


def _cell_paragraphs(cell: Any) -> list[str]:
    return [in_cell(part) for part in WebPage(_as_page(cell)).parts() if isinstance(part, Passage)]


def _as_page(cell: Any) -> Any:
    """A cell with its tables as text, for the walk."""
    for table in cell.iter("table"):
        table.tag = "div"
    for row in cell.iter("tr", "td", "th"):
        if row is not cell:
            row.tag = "div"
    return cell


def _span(cell: Any, name: str) -> int:
    return min(max(_number(cell.get(name), 1), 1), MAX_SPAN)


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdecimal() else default
