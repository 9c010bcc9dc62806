"""Actions that stand outside of tables with columns: points with labels under them, and cards of labels and values.

A point is a numbered line or bullet with lines "Lead: …", "By: …", "Status: …" under it, or behind it in the same
paragraph; a line may have several labels, and "Action 2: …" begins a point. A card is a table of labels and
values, one for each action. Both become a table of actions, so that they are read as any other. Where a plan has
several, one that stands alone under its heading is one of them.

"Recommendation 2: …" under the labels of a point is the heading of the next ones where such a heading stands over the
first; else, and where another label follows it, it is a label. A heading with labels right under it is a point, too,
unless it names what the points under it answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.columns import header_in, label_of
from ingest.profiles.plans.headings import PRIORITY
from ingest.profiles.plans.label_lines import with_cards
from ingest.profiles.plans.links import named_by_heading
from ingest.structure.entries import SKIPPED
from ingest.wording.joining import join_place
from ingest.wording.plan_labels import SHORT_LABELS, labelled

NUMBERED_ACTION = re.compile(
    r"(?:(?:key |improvement )?action|point|step)(?: no\.?| point)?"
    r"\s+(?P<ref>(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]\d{0,2})[a-z]?)"
    r"(?:\s*[:.–—-]\s*|\s*$)(?P<rest>.*)",
    re.I | re.S,
)
HEADINGS = {
    "ref": "Ref", "action": "Action", "lead": "Lead", "partners": "Partners", "due": "By when", "rag": "RAG",
    "success_measures": "Success measures", "measure": "Measure", "resources": "Resources", "baseline": "Baseline",
    "target": "Target", "progress": "Progress", "recommendation": "Recommendation", "priority": "Priority",
}  # fmt: skip
"""The headings that the made table has, each of which its column knows."""
NEEDED = {"lead", "due", "rag"}
FEWEST_POINTS = 2
FEWEST_LABELS, FURTHEST_LABEL = 2, 12
"""Lines of labels under a heading that is a point, and how far below it they are looked for."""
PAIRS_OF_TWO = 4
"""Cells of a row of two labels with their values."""


@dataclass(slots=True)
class _Point:
    """One action with its cells by field; ``orig`` has its lines as they stand, ``lists`` the fields that are lists."""

    cells: dict[str, list[str]] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    orig: list[str] = field(default_factory=list)
    place: Place = Place()

    def add_cell(self, name: str, cell: TableCell, block: Block) -> None:
        """Put a cell into its field: the items of a list one by one, any other words as one."""
        is_list = len(cell.items) > 1 and len(cell.items) == len(cell.paragraphs)
        if is_list:
            self.lists.add(name)
        self.add([(name, text) for text in (cell.paragraphs if is_list else (cell.text,))], block)

    def add(self, cells: Iterable[tuple[str, str]], block: Block) -> None:
        """Put the words of a block into its fields."""
        for name, text in cells:
            if text:
                self.cells.setdefault(name, []).append(text)
        if not self.orig or self.orig[-1] != block.orig:
            self.orig.append(block.orig)
        self.place = join_place(self.place, block.place) if self.orig[1:] else block.place


def _labels(text: str) -> tuple[tuple[str, str], ...]:
    """The columns and words of a line with labels, of which the first stands in front; () for any other line."""
    parts = labelled(text)
    named = tuple(_field(label, words) for label, words in parts)
    return named if parts and parts[0][0] and any(name in HEADINGS for name, _ in named) else ()


def _field(label: str, words: str) -> tuple[str, str]:
    """The column of a label and its words; a recommendation keeps the number that stands in its label."""
    name = _named(label) or label
    return name, f"{label}: {words}" if name == "recommendation" and label[-1].isdigit() else words


def _named(label: str) -> str | None:
    name = SHORT_LABELS.get(label.casefold().strip(" ?")) or label_of(label)
    return name if name in HEADINGS else None


def as_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with points and cards as tables of actions; those that are not surely such stay what they are."""
    blocks = with_cards(blocks)
    runs = tuple(_runs(blocks))
    in_tables = FEWEST_POINTS * any(block.rows and header_in(block) is not None for block in blocks)
    if in_tables + sum(len(points) for points, _, _ in runs) < FEWEST_POINTS:
        return tuple(blocks)
    result: list[Block] = []
    behind = 0
    for points, at, length in runs:
        result += [*blocks[behind:at], _table(points)]
        behind = at + length
    return (*result, *blocks[behind:])


def lone_point(blocks: Sequence[Block]) -> Block | None:
    """The first line of a single point, or a single card, which is no action; None where there is none."""
    return next((blocks[at] for _, at, _ in _runs(blocks)), None)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[list[_Point], int, int]]:
    """Points or cards that follow each other and have the labels of actions, where they begin, and their length.

    A single heading with labels under it is none: it may be that of the plan.
    """
    first = next((at for at in range(len(blocks)) if _point(blocks, at, headed=True)), 0)
    headed = any(map(_names_answered, blocks[:first]))
    headings = sum(bool(_as_heading(blocks, at)) for at in range(len(blocks)))
    at = 0
    while at < len(blocks):
        points, length = _points_at(blocks, at, headed)
        sure = headings >= FEWEST_POINTS or not _as_heading(blocks, at)
        if points and sure and all(NEEDED & point.cells.keys() for point in points):
            yield points, at, length
            at += length
        else:
            at += 1


def _points_at(blocks: Sequence[Block], at: int, headed: bool) -> tuple[list[_Point], int]:
    """The points or cards that begin at a block, and how many blocks they take."""
    if (cards := _cards_at(blocks, at))[0] or blocks[at].rows:
        return cards
    points: list[_Point] = []
    end = at
    while end < len(blocks) and (point := _point(blocks, end, headed)):
        points.append(point[0])
        end += point[1]
    return points, end - at


def _point(blocks: Sequence[Block], at: int, headed: bool) -> tuple[_Point, int] | None:
    """The point that begins at a block with its labels, and its length; None where no label follows.

    ``headed`` tells that headings with the name of what is answered stand over the points.
    """
    first = blocks[at]
    cells = () if first.rows else _opening(first) or _as_heading(blocks, at)
    if not cells:
        return None
    point = _Point()
    point.add(cells, first)
    end = at + 1
    for block in blocks[end:]:
        labels = _labels(block.text)
        if block.rows or block.number or (labels and labels[0][0] == "action"):
            break
        if headed and _names_answered(block) and not _is_label(blocks, end + 1):
            break
        if block.kind not in SKIPPED:
            named = labels or (() if "action" in point.cells else (("action", block.text),))
            if not named:
                break
            point.add(named, block)
        end += 1
    return (point, end - at) if len(point.cells.keys() - {"ref", "action"}) else None


def _names_answered(block: Block) -> bool:
    """Tell whether a line names a recommendation, or a priority by its number: "Area for improvement: The quality"."""
    named = named_by_heading(block.text)
    is_recommendation = named is not None and named.words != "" and not named.words.isdigit()
    return is_recommendation or PRIORITY.fullmatch(block.text) is not None


def _is_label(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the next block from here on is a line with labels that begins no action."""
    block = next((block for block in blocks[at:] if block.kind not in SKIPPED), None)
    labels = _labels(block.text) if block and not block.rows and not block.number else ()
    return bool(labels) and labels[0][0] != "action" and block is not None and not _names_answered(block)


def _as_heading(blocks: Sequence[Block], at: int) -> tuple[tuple[str, str], ...]:
    """The words of a heading with two lines of labels under it, and behind these no list that they may be about."""
    block = blocks[at]
    if block.kind is not BlockKind.HEADING or block.number or _labels(block.text) or _names_answered(block):
        return ()
    below = [other for other in blocks[at + 1 : at + 1 + FURTHEST_LABEL] if other.kind not in SKIPPED]
    lines = [*takewhile(lambda other: not other.rows and _labels(other.text), below)]
    behind = below[len(lines) : len(lines) + 1]
    lists = any(other.kind is BlockKind.ITEM or other.number for other in behind)
    return (("action", block.text),) if len(lines) >= FEWEST_LABELS and not lists else ()


def _opening(block: Block) -> tuple[tuple[str, str], ...]:
    """The columns and words that the first line of a point gives; () for a line that opens none."""
    if match := NUMBERED_ACTION.fullmatch(block.text):
        return (("ref", match["ref"]), *_behind_sentence(match["rest"]))
    labels = _labels(block.text)
    if labels and labels[0][0] == "action":
        return labels
    if labels or (not block.number and block.kind is not BlockKind.ITEM):
        return ()
    return (("ref", block.number or ""), *_behind_sentence(block.text))


def _behind_sentence(text: str) -> tuple[tuple[str, str], ...]:
    """The columns and words of a paragraph, where labels stand behind its first sentence."""
    parts = labelled(text)
    if len(parts) < 2 or parts[0][0] or not any(_named(label) for label, _ in parts):
        return (("action", text),) if text else ()
    return (("action", parts[0][1]), *((_named(label) or label, words) for label, words in parts[1:]))


def _cards_at(blocks: Sequence[Block], at: int) -> tuple[list[_Point], int]:
    """The cards that begin at a table, or at the number over it: one or more tables of labels and values."""
    points: list[_Point] = []
    end = at
    while end < len(blocks):
        over = None if blocks[end].rows else NUMBERED_ACTION.fullmatch(blocks[end].text)
        tables = blocks[end + 1 : end + 2] if over and not over["rest"] else blocks[end : end + 1]
        cards = [card for table in tables if table.rows for card in _cards(table)]
        if not cards:
            break
        if over:
            cards[0].cells.setdefault("ref", [over["ref"]])
        points += cards
        end += 2 if over else 1
        while end < len(blocks) and blocks[end].kind in SKIPPED:
            end += 1
    return points, end - at


def _cards(table: Block) -> Iterator[_Point]:
    pairs = [pair for row in table.rows if any(row.texts) for pair in _pairs(row)]
    named = [label_of(label) for label, _, _ in pairs]
    if header_in(table) or not all(label for label, _, _ in pairs):
        return
    if named.count("action") < 1 or sum(name in HEADINGS for name in named) < len(pairs):
        return
    point = _Point()
    for (_, cell, row), name in zip(pairs, named, strict=True):
        block = replace(table, orig="\t".join(row.texts), place=row.place, rows=())
        if name in point.cells and point.cells:
            yield point
            point = _Point()
        point.add_cell(name or "", cell, block)
    yield point


def _pairs(row: TableRow) -> list[tuple[str, TableCell, TableRow]]:
    """The labels of a row, each with the cell behind it; no label where the row is of another form."""
    printed = [cell for cell in row.cells if cell.text]
    if len(printed) == PAIRS_OF_TWO and label_of(printed[0].text) and label_of(printed[2].text):
        return [(printed[0].text, printed[1], row), (printed[2].text, printed[3], row)]
    if len(printed) > 2:
        return [("", TableCell(), row)]
    behind = next((cell for cell in row.cells[1:] if cell.text), TableCell())
    return [(row.texts[0], behind, row)]


def _cell(point: _Point, name: str) -> TableCell:
    words = tuple(point.cells.get(name, ()))
    return TableCell(words, point.place, items=tuple(range(len(words))) if name in point.lists else ())


def _table(points: Sequence[_Point]) -> Block:
    """The table of actions that points make, with the columns that any of them has."""
    printed = dict.fromkeys(name for point in points for name in point.cells)
    names = [*(name for name in HEADINGS if name in printed), *(name for name in printed if name not in HEADINGS)]
    header = TableRow(tuple(TableCell((HEADINGS.get(name, name),)) for name in names), points[0].place)
    rows = [TableRow(tuple(_cell(point, name) for name in names), point.place) for point in points]
    text = "\n".join("\t".join(row.texts) for row in (header, *rows))
    orig = "\n".join(line for point in points for line in point.orig)
    return Block(BlockKind.TABLE, text, orig, points[0].place, rows=(header, *rows))
