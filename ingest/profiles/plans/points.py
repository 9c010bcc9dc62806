"""Actions that stand outside of tables with columns: points with labels under them, and cards of labels and values.

A point is a numbered line or bullet with lines "Lead: …", "By: …", "Status: …" under it, or behind it in the same
paragraph. A card is a table of two columns, labels and values, one for each action. Both become a table of actions, so
that they are read as any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.columns import header_in, label_of
from ingest.structure.entries import SKIPPED
from ingest.wording.joining import join_place

LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z/?’' ]{1,40}?)\s*(?::|[–—-]\s)\s*(?P<value>.*)", re.S)
INLINE = re.compile(r"(?:(?:(?<=[.;,)])|^)\s*\(?|\s\()(?P<label>[A-Z][A-Za-z/’' ]{1,30}?)\s*:\s*")
SHORT = {"by": "due", "who": "lead", "when": "due", "by when": "due", "target": "due"}
HEADINGS = {
    "ref": "Ref", "action": "Action", "lead": "Lead", "partners": "Partners", "due": "By when", "rag": "RAG",
    "success_measures": "Success measures", "measure": "Measure", "resources": "Resources", "baseline": "Baseline",
    "target": "Target", "progress": "Progress", "recommendation": "Recommendation", "priority": "Priority",
}  # fmt: skip
"""The headings that the made table has, each of which its column knows."""
NEEDED = {"lead", "due", "rag"}
FEWEST_POINTS = 2


@dataclass(slots=True)
class _Point:
    """One action with its cells by field; ``orig`` has its lines as they stand."""

    cells: dict[str, list[str]] = field(default_factory=dict)
    orig: list[str] = field(default_factory=list)
    place: Place = Place()

    def add(self, name: str, text: str, block: Block) -> None:
        """Put words into a field."""
        if text:
            self.cells.setdefault(name, []).append(text)
        self.orig.append(block.orig)
        self.place = join_place(self.place, block.place) if self.orig[:-1] else block.place


def _label(text: str) -> tuple[str, str] | None:
    """The field and the words of a line with a label in front."""
    match = LABEL.match(text)
    name = _named(match["label"]) if match else None
    return (name, match["value"].strip()) if match and name else None


def _named(label: str) -> str | None:
    name = SHORT.get(label.casefold().strip(" ?")) or label_of(label)
    return name if name in HEADINGS else None


def _inline(text: str) -> dict[str, str]:
    """The words of a paragraph by field, where labels stand behind its first sentence."""
    found = [match for match in INLINE.finditer(text) if _named(match["label"])]
    if not found or found[0].start() == 0:
        return {}
    ends = [*(match.start() for match in found[1:]), len(text)]
    cells = {"action": text[: found[0].start()].strip(" (;,")}
    for match, end in zip(found, ends, strict=True):
        cells.setdefault(_named(match["label"]) or "", text[match.end() : end].strip(" ;,)"))
    return cells


def _is_point(block: Block) -> bool:
    return bool(block.number) or block.kind is BlockKind.ITEM


def as_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with points and cards as tables of actions; those that are not surely such stay what they are."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        points, length = _points_at(blocks, at)
        if len(points) >= FEWEST_POINTS and all(NEEDED & point.cells.keys() for point in points):
            result.append(_table(points))
            at += length
        else:
            result.append(blocks[at])
            at += 1
    return tuple(result)


def _points_at(blocks: Sequence[Block], at: int) -> tuple[list[_Point], int]:
    """The points or cards that begin at a block, and how many blocks they take."""
    if blocks[at].rows:
        return _cards_at(blocks, at)
    points: list[_Point] = []
    end = at
    while end < len(blocks) and (point := _point(blocks, end)):
        points.append(point[0])
        end += point[1]
    return points, end - at


def _point(blocks: Sequence[Block], at: int) -> tuple[_Point, int] | None:
    """The point that begins at a block with its labels, and its length; None where no label follows."""
    first = blocks[at]
    label = _label(first.text)
    if first.rows or not (_is_point(first) or (label and label[0] == "action")):
        return None
    point = _Point()
    cells = _inline(first.text)
    if first.number:
        point.cells["ref"] = [first.number]
    point.add("action", cells.pop("action", label[1] if label and label[0] == "action" else first.text), first)
    point.cells.update({name: [words] for name, words in cells.items()})
    end = at + 1
    while end < len(blocks) and not blocks[end].rows and not blocks[end].number:
        if blocks[end].kind in SKIPPED:
            end += 1
            continue
        named = _label(blocks[end].text)
        if named is None or named[0] == "action":
            break
        point.add(*named, blocks[end])
        end += 1
    return (point, end - at) if len(point.cells.keys() - {"ref", "action"}) else None


def _cards_at(blocks: Sequence[Block], at: int) -> tuple[list[_Point], int]:
    """The cards that begin at a table: one or more tables of labels and values, each action of which has its labels."""
    points: list[_Point] = []
    end = at
    while end < len(blocks) and (cards := list(_cards(blocks[end]))):
        points += cards
        end += 1
        while end < len(blocks) and blocks[end].kind in SKIPPED:
            end += 1
    return points, end - at


def _cards(table: Block) -> Iterator[_Point]:
    rows = [row for row in table.rows if any(row.texts)]
    named = [label_of(row.texts[0]) for row in rows]
    if header_in(table) or any(len([text for text in row.texts if text]) > 2 for row in rows):
        return
    if named.count("action") < 1 or sum(name in HEADINGS for name in named) < len(rows):
        return
    point = _Point()
    for row, name in zip(rows, named, strict=True):
        block = replace(table, orig="\t".join(row.texts), place=row.place, rows=())
        if name in point.cells and point.cells:
            yield point
            point = _Point()
        point.add(name or "", " ".join(row.texts[1:]).strip(), block)
    yield point


def _table(points: Sequence[_Point]) -> Block:
    """The table of actions that points make, with the columns that any of them has."""
    names = [name for name in HEADINGS if any(name in point.cells for point in points)]
    header = TableRow(tuple(TableCell((HEADINGS[name],)) for name in names), points[0].place)
    rows = [
        TableRow(tuple(TableCell(tuple(point.cells.get(name, ())), point.place) for name in names), point.place)
        for point in points
    ]
    text = "\n".join("\t".join(row.texts) for row in (header, *rows))
    orig = "\n".join(line for point in points for line in point.orig)
    return Block(BlockKind.TABLE, text, orig, points[0].place, rows=(header, *rows))
