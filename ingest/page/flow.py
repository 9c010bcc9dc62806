"""From lines to blocks: where one paragraph, heading or list item ends and the next begins.

A line is asked, in this order: does a marker stand in front of it; is it set like a heading; does more space than
a line's stand above it, or does another column begin; was room left for its first word on the line before; does it stand at another
indent. The first yes opens a block. At the top of a page there is no space to measure: there a line without marker
goes on with what stands before, if it has the indent of its text or if that text does not end like a sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Place
from ingest.page.headings import HEADING_LENGTH, BodyType, stands_out
from ingest.page.lines import TextLine
from ingest.page.lists import LineMarker, MarkerKind, at_margin
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence, join_text

SPACE = 1.25
INDENT = 6.0
FIRST_LINE = 40.0
MIRRORED = 15.0
ROOM = 0.15
OTHER = 0.7


@dataclass(slots=True)
class BlockDraft:
    """A block that is still open: its lines, the marker of the first, and where its text begins."""

    lines: list[TextLine]
    marker: LineMarker | None
    text_x: float
    heading: bool
    boxed: bool
    text: str
    level: int = 0

    @property
    def last(self) -> TextLine:
        """The last line so far."""
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class _OpenItem:
    """An item that is open: where its marker stands and what it is."""

    x0: float
    level: int
    printed: str
    page: int

    def above(self, marker: LineMarker, page: int) -> bool:
        """Tell whether an item with the marker is inside this one; pages that are bound have their margins now left, now right."""
        moved = page != self.page and marker.printed == self.printed
        return self.x0 < marker.x0 - (MIRRORED if moved else INDENT / 2)


class Flow:
    """Takes the lines of a document, or of one cell, in reading order and hands back the blocks they make."""

    def __init__(self, body: BodyType) -> None:
        self.body = body
        self.drafts: list[BlockDraft | Block] = []
        self._open: BlockDraft | None = None
        self._items: list[_OpenItem] = []

    def add(self, line: TextLine, boxed: bool = False, right: float | None = None, left: float | None = None) -> None:
        """Take one more line. ``right`` and ``left`` are the edges of the frame or cell that it stands in."""
        marker = self._marker(line, left)
        heading = stands_out(line, self.body)
        if self._open and marker is None and self._goes_on(self._open, line, heading, boxed, right or self.body.right):
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
        """Take a block that is made elsewhere. After a table nothing goes on with what was open before."""
        self.drafts.append(block)
        if block.kind is BlockKind.TABLE:
            self._open, self._items = None, []

    def put_all(self, blocks: Iterable[Block]) -> list[Block]:
        """Take several blocks; an empty list comes back, for what has been taken waits no longer."""
        for block in blocks:
            self.put(block)
        return []

    def _marker(self, line: TextLine, left: float | None) -> LineMarker | None:
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

    def _wraps(self, draft: BlockDraft, marker: LineMarker, line: TextLine) -> bool:
        """Tell whether a figure at the line's beginning belongs to the sentence before: by indent, or by value and fullness."""
        before = draft.marker
        if before and abs(marker.x0 - draft.text_x) <= INDENT < abs(marker.x0 - before.x0):
            return True
        follows = before is not None and before.kind is MarkerKind.NUMBER and _follows(before.number, marker.number)
        full = self.body.right - draft.last.x1 - line.first_width < 2 * INDENT
        return full and not draft.heading and not follows and not ends_like_a_sentence(draft.text)

    def _level(self, draft: BlockDraft) -> int:
        marker = draft.marker
        if marker is None or marker.kind is MarkerKind.NUMBER:
            if marker or draft.heading or draft.text_x < min((item.x0 for item in self._items), default=0) + INDENT:
                self._items = []
            return 0
        page = draft.last.page
        self._items = [item for item in self._items if item.above(marker, page)]
        level = self._items[-1].level + 1 if self._items else 1
        self._items.append(_OpenItem(marker.x0, level, marker.printed, page))
        return level

    def _space_above(self, draft: BlockDraft, line: TextLine) -> bool:
        last = draft.last
        if last.page != line.page:
            return False
        step = line.bottom - last.bottom
        return step > self.body.leading * SPACE * max(last.size, line.size) or step < -last.size

    def _goes_on(self, draft: BlockDraft, line: TextLine, heading: bool, boxed: bool, right: float) -> bool:
        if draft.boxed != boxed or abs(draft.last.size - line.size) > 1.4:
            return False
        if draft.last.page != line.page:
            return self._goes_on_over_page(draft, line, heading)
        if self._space_above(draft, line):
            return False
        unfinished = not ends_like_a_sentence(draft.text)
        room = right - draft.last.x1 - line.first_width - 0.4 * line.size
        wide = right - min(draft.last.x0, line.x0)
        if heading != draft.heading and not draft.marker and (room > 0 or not unfinished):
            return False
        if heading and draft.heading:
            return room < ROOM * wide
        if room > ROOM * wide or (room > 12 and not unfinished):
            return False
        return self._same_indent(draft, line) or (unfinished and goes_on_like_a_sentence(line.text))

    def _same_indent(self, draft: BlockDraft, line: TextLine) -> bool:
        if abs(line.x0 - draft.text_x) <= INDENT:
            return True
        if draft.marker and abs(line.x0 - draft.marker.x0) <= INDENT:
            return True
        if len(draft.lines) == 1:
            return draft.marker is None and 0 < draft.text_x - line.x0 < FIRST_LINE
        return abs(line.x0 - draft.last.x0) <= INDENT

    def _goes_on_over_page(self, draft: BlockDraft, line: TextLine, heading: bool) -> bool:
        if heading or draft.heading or line.page - draft.last.page > 2 or abs(draft.last.size - line.size) > OTHER:
            return False
        if not ends_like_a_sentence(draft.text):
            return True
        hangs = draft.marker is not None and draft.text_x > draft.marker.x0 + INDENT
        return hangs and abs(line.x0 - draft.text_x) <= INDENT

    def blocks(self) -> list[Block]:
        """The blocks; the level of headings is not yet set."""
        return [draft if isinstance(draft, Block) else _block(draft) for draft in self.drafts]


def _follows(before: str | None, number: str | None) -> bool:
    """Tell whether a number is the next after another one."""
    if not before or not number:
        return False
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def _bold(draft: BlockDraft) -> bool:
    return sum(line.strong for line in draft.lines) * 2 > len(draft.text.replace(" ", ""))


def _kind(draft: BlockDraft) -> BlockKind:
    if draft.marker and draft.marker.kind is not MarkerKind.NUMBER:
        return BlockKind.ITEM
    if draft.heading and len(draft.text) <= HEADING_LENGTH:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def place_of(lines: Iterable[TextLine]) -> Place:
    """The page on which lines begin, and the box of each."""
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
