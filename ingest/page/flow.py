"""From lines to blocks: where one paragraph, heading or list item ends and the next begins.

A line opens a new block when one of these holds, asked in this order: a marker stands in front of it; it is set like a
heading and the block before is not, or the other way round; more space stands above it than between lines of a
paragraph, or another column begins; the line before had room left for its first word; it stands at another indent.

At the top of a page, or of a column of prose, there is no space above to measure. There, a line without a marker
continues the open block if that does not end like a sentence, or if the line stands at the hanging indent of its text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Place
from ingest.page.headings import HEADING_LENGTH, BodyType, stands_out
from ingest.page.lines import PrintedLine
from ingest.page.lists import LineMarker, MarkerKind, at_margin
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence, join_text

# Distances in points.
INDENT = 6.0  # left edges that differ by less are one
FIRST_LINE = 40.0  # at most, by which the first line of a paragraph is indented
MIRRORED = 15.0  # at most, between left edges of one list on left and right pages
SLACK = 12.0  # room on a line after which a sentence that ends there ends its paragraph

# Differences of size of type, in points, between lines of one block.
OTHER_SIZE = 1.4  # on one page
OTHER_SIZE_OVERLEAF = 0.7  # on two pages

SPACE = 1.25  # times the leading: more space parts paragraphs
ROOM = 0.15  # of the width of the column: more room at the end of a line ends the paragraph
WORD_SPACE = 0.4  # of the size of type: the space before a word
PAGES_BETWEEN = 2  # a block continues at most so many pages later


@dataclass(slots=True)
class BlockDraft:
    """A block to which lines may still be added.

    ``text_x`` is the left edge of the text behind the marker, in points; ``text`` the text so far, on one line;
    ``level`` the nesting of a list item, 0 for all else.
    """

    lines: list[PrintedLine]
    marker: LineMarker | None
    text_x: float
    heading: bool
    boxed: bool
    text: str
    level: int = 0

    @property
    def last(self) -> PrintedLine:
        """The last line so far."""
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class _OpenItem:
    """A list item inside which others may be nested: the left edge of its marker, the marker, its level and page."""

    x0: float
    level: int
    printed: str
    page: int

    def contains(self, marker: LineMarker, page: int) -> bool:
        """Tell whether an item with the marker is nested in this one.

        Left and right pages of a bound document have different margins, so that the same marker on another page has to
        stand further to the right.
        """
        moved = page != self.page and marker.printed == self.printed
        return self.x0 < marker.x0 - (MIRRORED if moved else INDENT / 2)


class Flow:
    """Collects the lines of a document or of a table cell in reading order, and makes blocks of them."""

    def __init__(self, body: BodyType) -> None:
        self.body = body
        self.drafts: list[BlockDraft | Block] = []
        self._open: BlockDraft | None = None
        self._items: list[_OpenItem] = []

    def add(
        self, line: PrintedLine, boxed: bool = False, right: float | None = None, left: float | None = None
    ) -> None:
        """Add a line. ``left`` and ``right`` are the edges of the frame or cell in which it stands, in points."""
        marker = self._marker(line, left)
        heading = stands_out(line, self.body)
        if (
            self._open
            and marker is None
            and self._goes_on(self._open, line, heading, boxed, right or self._right(line))
        ):
            draft = self._open
            draft.lines.append(line)
            draft.text = join_text(draft.text, line.text)
            draft.heading = draft.heading and heading
            return
        text, text_x = (marker.text, marker.text_x) if marker else (line.text, line.x0)
        draft = BlockDraft([line], marker, text_x, heading, boxed, text)
        draft.level = self._level(draft)
        self._open = draft
        self.drafts.append(draft)

    def put(self, block: Block) -> None:
        """Add a finished block. A table ends the open block and the open lists; other blocks leave them open."""
        self.drafts.append(block)
        if block.kind is BlockKind.TABLE:
            self._open, self._items = None, []

    def _marker(self, line: PrintedLine, left: float | None) -> LineMarker | None:
        """The marker of a line, unless it is a figure in a sentence: see ``_wraps``, ``at_margin``."""
        marker = line.marker
        if (
            marker is None
            or marker.kind is not MarkerKind.NUMBER
            or (left is not None and marker.x0 <= left + 2 * INDENT)
        ):
            return marker
        draft = self._open
        if draft and not self._space_above(draft, line) and self._wraps(draft, marker, line):
            return None
        return marker if at_margin(marker.x0, self.body.margins) else None

    def _wraps(self, draft: BlockDraft, marker: LineMarker, line: PrintedLine) -> bool:
        """Tell whether a number that begins a line belongs to the sentence of the line before.

        It does when it stands at the text's indent and not at the number's; or when the line before is full, its
        sentence goes on, and the number is not the next after the paragraph's.
        """
        before = draft.marker
        if before and abs(marker.x0 - draft.text_x) <= INDENT < abs(marker.x0 - before.x0):
            return True
        follows = before is not None and before.kind is MarkerKind.NUMBER and _follows(before.number, marker.number)
        full = self._right(draft.last) - draft.last.x1 - line.first_width < 2 * INDENT
        return full and not draft.heading and not follows and not ends_like_a_sentence(draft.text)

    def _right(self, line: PrintedLine) -> float:
        """Where full lines end in the column of a line, in points."""
        return line.column.right if line.column else self.body.right

    def _room(self, draft: BlockDraft, line: PrintedLine) -> bool:
        """Tell whether the last line of a column had room left for the first word of the next one."""
        return self._right(draft.last) - draft.last.x1 - line.first_width > ROOM * self._right(draft.last)

    def _level(self, draft: BlockDraft) -> int:
        """The nesting of a new block. Numbered paragraphs, headings and text left of all open items end the lists."""
        marker = draft.marker
        if marker is None or marker.kind is MarkerKind.NUMBER:
            if marker or draft.heading or draft.text_x < min((item.x0 for item in self._items), default=0) + INDENT:
                self._items = []
            return 0
        page = draft.last.page
        self._items = [item for item in self._items if item.contains(marker, page)]
        level = self._items[-1].level + 1 if self._items else 1
        self._items.append(_OpenItem(marker.x0, level, marker.printed, page))
        return level

    def _space_above(self, draft: BlockDraft, line: PrintedLine) -> bool:
        """Tell whether a paragraph's space stands above a line, or whether it stands higher: in another column."""
        last = draft.last
        if _elsewhere(last, line):
            return False
        step = line.bottom - last.bottom
        return step > self.body.leading * SPACE * max(last.size, line.size) or step < -last.size

    def _goes_on(self, draft: BlockDraft, line: PrintedLine, heading: bool, boxed: bool, right: float) -> bool:
        """Tell whether a line without a marker continues the open block, in the order of the module's docstring."""
        if draft.boxed != boxed or abs(draft.last.size - line.size) > OTHER_SIZE:
            return False
        if _elsewhere(draft.last, line):
            return self._goes_on_over_page(draft, line, heading)
        if self._space_above(draft, line):
            return False
        unfinished = not ends_like_a_sentence(draft.text)
        room = right - draft.last.x1 - line.first_width - WORD_SPACE * line.size
        wide = right - min(draft.last.x0, line.x0)
        if heading != draft.heading and not draft.marker and (room > 0 or not unfinished):
            return False
        if heading and draft.heading:
            return room < ROOM * wide
        if room > ROOM * wide or (room > SLACK and not unfinished):
            return False
        return self._same_indent(draft, line) or (unfinished and goes_on_like_a_sentence(line.text))

    def _same_indent(self, draft: BlockDraft, line: PrintedLine) -> bool:
        """Tell whether a line stands where the next line of a block may stand.

        That is the left edge of its text or of its marker; left of an indented first line; from the third line on, the
        left edge of the line before. An indent like that of the first line opens the next paragraph.
        """
        if abs(line.x0 - draft.text_x) <= INDENT:
            return draft.marker is not None or draft.text_x - draft.last.x0 <= INDENT
        if draft.marker and abs(line.x0 - draft.marker.x0) <= INDENT:
            return True
        if len(draft.lines) == 1:
            return draft.marker is None and 0 < draft.text_x - line.x0 < FIRST_LINE
        return abs(line.x0 - draft.last.x0) <= INDENT

    def _goes_on_over_page(self, draft: BlockDraft, line: PrintedLine, heading: bool) -> bool:
        """Tell whether a line at the top of a page, without a marker, continues the block open before it."""
        if heading or draft.heading or line.page - draft.last.page > PAGES_BETWEEN:
            return False
        if abs(draft.last.size - line.size) > OTHER_SIZE_OVERLEAF:
            return False
        if draft.last.page == line.page and (self._room(draft, line) or not goes_on_like_a_sentence(line.text)):
            return False
        if not ends_like_a_sentence(draft.text):
            return True
        hangs = draft.marker is not None and draft.text_x > draft.marker.x0 + INDENT
        return hangs and abs(line.x0 - draft.text_x) <= INDENT

    def blocks(self) -> list[Block]:
        """The blocks in reading order. The level of headings is left to the caller, who knows all their types."""
        return [draft if isinstance(draft, Block) else _block(draft) for draft in self.drafts]


def _elsewhere(last: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether a line stands on another page than the last one, or at the head of the next column of prose."""
    return last.page != line.page or (last.column != line.column and line.bottom < last.bottom)


def _follows(before: str | None, number: str | None) -> bool:
    """Tell whether a whole number is the next after another one."""
    if not before or not number:
        return False
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def _bold(draft: BlockDraft) -> bool:
    """Tell whether most letters of a block are bold."""
    return sum(line.strong for line in draft.lines) * 2 > len(draft.text.replace(" ", ""))


def _kind(draft: BlockDraft) -> BlockKind:
    if draft.marker and draft.marker.kind is not MarkerKind.NUMBER:
        return BlockKind.ITEM
    if draft.heading and len(draft.text) <= HEADING_LENGTH:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def place_of(lines: Iterable[PrintedLine]) -> Place:
    """The page on which the lines begin, and the box of each line."""
    boxes = tuple(line.box for line in lines)
    return Place(boxes[0].page if boxes else None, None, boxes)


def _block(draft: BlockDraft) -> Block:
    return Block(
        _kind(draft),
        draft.text,
        "\n".join(line.orig for line in draft.lines),
        place_of(draft.lines),
        number=draft.marker.number if draft.marker else None,
        marker=draft.marker.printed if draft.marker else "",
        level=draft.level,
        bold=_bold(draft),
        size=draft.lines[0].size,
        boxed=draft.boxed,
        indent=round(draft.text_x, 1),
    )
