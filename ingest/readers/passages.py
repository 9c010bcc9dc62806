"""From the paragraphs of a word processor, web page or spreadsheet to the blocks that the other readers produce.

These files know their paragraphs, lists and tables, but not always by name: much is typed as it looks ("1. ", "- ", a
tab between columns, a short line in bold). So a paragraph is read in this order: what the file says that it is
(heading, footnote, furniture, a number or bullet that the program sets), else what its own signs say, as in a text file
(``ingest.readers.text_blocks``); short lines without an end mark become headings (``ingest.readers.text_context``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.page.characters import as_seen
from ingest.page.lists import WHOLE_NUMBER
from ingest.readers import text_blocks
from ingest.readers.text_context import mark_headings
from ingest.readers.text_lines import BULLET, LETTER, NUMBER, SourceLine, are_full, clean, without_bullets
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence, join_broken, join_text

SET_NUMBER = re.compile(rf"\(?(?P<number>{WHOLE_NUMBER}(?:\.\d{{1,3}}){{0,3}})[.)]?$")
SET_LETTER = re.compile(r"\(?[a-z]{1,4}[.)]?$", re.I)
TAB_BEHIND_MARKER = re.compile(r"^(\s*\S{1,8})\t+\s*(?=\S)")
LINE_OF_TEXT = 1
LEAST_COLOUR = 40
"""How far red, green and blue must differ, of 255, so that a person sees a colour and no shade of grey."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as the file holds it; ``text`` may have tabs and line ends.

    ``marker`` is the number or bullet that the program sets in front of it and that is no part of the text; ``depth``
    is how deep its list is nested, from 0. ``rank`` is that of a heading, from 1.
    """

    text: str
    where: str
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str = ""
    depth: int = 0
    rank: int = 1
    bold: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as the file holds it.

    Its paragraphs, whether it is the covered part of a merged cell, the address to which it leads, the colour of its
    background, and whether the merged cell begins in a column further left; ``items`` are the places from
    0 of the paragraphs behind a bullet.
    """

    paragraphs: tuple[str, ...] = ()
    merged: bool = False
    link: str = ""
    colour: str = ""
    across: bool = False
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as the file holds it: its rows, each with the words for its place."""

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


Part = Passage | Grid
FEWEST_ROWS = FEWEST_COLUMNS = 3
"""Of a table in which a row that has fewer cells than most is told."""


def squared(rows: Sequence[tuple[str, tuple[Cell, ...]]]) -> tuple[Grid, list[str]]:
    """The grid of rows, each filled up to the longest, and the places of those that had fewer cells than most.

    A row of one text may be a heading over all columns.
    """
    width = max((len(cells) for _, cells in rows), default=0)
    grid = Grid(tuple((where, (*cells, *[Cell()] * (width - len(cells)))) for where, cells in rows))
    short = [where for where, cells in rows if len(cells) < width and sum(bool(one.paragraphs) for one in cells) > 1]
    is_table = len(rows) >= FEWEST_ROWS and width >= FEWEST_COLUMNS and 2 * len(short) < len(rows)
    return grid, short if is_table else []


def is_of_cells(rows: int, columns: int) -> bool:
    """Tell whether a table inside a cell is one of its own, so that the cell around it only sets it on the page."""
    return rows > 1 and columns >= FEWEST_COLUMNS


def blocks_of(parts: Iterable[Part]) -> tuple[Block, ...]:
    """The blocks of a file in reading order, with their places numbered."""
    return _numbered(join_broken(mark_headings([*_marked(_read(_unwrapped([*parts])))])))


def _unwrapped(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, the lines of paragraphs joined where the whole file was wrapped by hand."""
    lines = {id(part): _by_hand(part) for part in parts}
    if not are_full([pair for found in lines.values() for pair in pairwise(found) if not _is_marked(pair[1])]):
        return parts
    return [replace(part, text=_joined(lines[id(part)])) if isinstance(part, Passage) else part for part in parts]


def _by_hand(part: Part) -> list[str]:
    """The lines of a paragraph that was broken by hand; none of one with columns, or of a table."""
    if not isinstance(part, Passage) or _tabbed(part):
        return []
    return [line.strip() for line in as_seen(part.text).split("\n") if line.strip()]


def _joined(lines: Sequence[str]) -> str:
    joined = ""
    for line in lines:
        joined = f"{joined}\n{line}" if joined and _is_marked(line) else join_text(joined, line) if joined else line
    return joined


def _is_marked(line: str) -> bool:
    return any(form.match(line) for form in (NUMBER, LETTER, BULLET))


def lines_in(text: str) -> list[str]:
    """The lines of a paragraph that was broken by hand; a line that goes on with the sentence is not parted."""
    lines: list[str] = []
    for line in as_seen(text).replace("\xa0", " ").split("\n"):
        if not line.strip():
            continue
        marked = NUMBER.match(line) or LETTER.match(line)
        if lines and not ends_like_a_sentence(lines[-1]) and goes_on_like_a_sentence(line) and not marked:
            lines[-1] = f"{lines[-1].rstrip()} {line.lstrip()}"
        else:
            lines.append(line)
    return lines


ACROSS = Cell(merged=True, across=True)
"""A place that a cell further left covers."""


def cell_of(*texts: str, merged: bool = False, link: str = "", colour: str = "", across: bool = False) -> Cell:
    """A cell with these paragraphs; each may be broken by hand, and may begin with a bullet."""
    texts_of, items = without_bullets([line for text in texts for line in lines_in(text)])
    return Cell(tuple(map(clean, texts_of)), merged, link, colour, across, items)


def in_cell(passage: Passage) -> str:
    """The text of a paragraph of a cell, with the number or bullet that is set in front of it."""
    marker = passage.marker
    if marker and not any(map(str.isalnum, marker)):
        marker = "\u25e6" if passage.depth else "\u2022"
    return f"{marker} {passage.text}".strip().replace("\t", " ")


def passages_of(cells: Iterable[Cell], where: str) -> Iterator[Passage]:
    """The paragraphs of the cells of a row that holds one text."""
    for cell in cells:
        for at, text in enumerate(cell.paragraphs):
            yield Passage(text, where, marker="\u2022" if at in cell.items else "")


def colour_of(rgb: str) -> str:
    """Six hexadecimal figures that are a colour; "" for white, grey, black, tints of them, and anything else."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", rgb):
        return ""
    parts = [int(rgb[at : at + 2], 16) for at in (0, 2, 4)]
    return rgb.upper() if max(parts) - min(parts) >= LEAST_COLOUR else ""


def _read(parts: Iterable[Part]) -> Iterator[tuple[Block, int]]:
    """Blocks with the depth of their lists. Rows that are made with tabs stand together as one table."""
    rows: list[SourceLine] = []
    wheres: list[str] = []
    for part in parts:
        lines = _tabbed(part)
        if rows and not lines:
            yield _tab_table(rows, wheres), 0
            rows, wheres = [], []
        if lines and isinstance(part, Passage):
            rows += lines
            wheres += [part.where] * len(lines)
        elif isinstance(part, Grid):
            if any(cell.paragraphs for _, row in part.rows for cell in row):
                yield _table(part), 0
        else:
            for block in _of_passage(part):
                yield block, part.depth
    if rows:
        yield _tab_table(rows, wheres), 0


def _tabbed(part: Part) -> list[SourceLine]:
    """The rows that a paragraph makes with tabs between words; none if it is any other part."""
    if not isinstance(part, Passage) or part.kind is not BlockKind.PARAGRAPH or part.marker:
        return []
    lines = [line for line in as_seen(part.text).split("\n") if line.strip()]
    if not any("\t" in _behind_marker(line).strip("\t ") for line in lines):
        return []
    return [SourceLine(line, number, None, False) for number, line in enumerate(lines)]


def _behind_marker(line: str) -> str:
    """A line with a space in place of the tab behind a number or bullet that was typed in front of it."""
    spaced = TAB_BEHIND_MARKER.sub(r"\1 ", line)
    return spaced if NUMBER.match(spaced) or BULLET.match(spaced) or LETTER.match(spaced) else line


def _tab_table(lines: Sequence[SourceLine], wheres: Sequence[str]) -> Block:
    (table,) = text_blocks.blocks_of(lines)
    rows = tuple(_at(row, where) for row, where in zip(table.rows, wheres, strict=False))
    return replace(table, rows=rows, place=rows[0].place)


def _at(row: TableRow, where: str) -> TableRow:
    place = Place(where=where)
    return TableRow(tuple(replace(cell, place=place) for cell in row.cells), place)


def _table(grid: Grid) -> Block:
    rows = []
    for where, cells in grid.rows:
        place = Place(where=where)
        rows.append(
            TableRow(
                tuple(
                    TableCell(cell.paragraphs, place, cell.merged, cell.link, cell.colour, cell.across, cell.items)
                    for cell in cells
                ),
                place,
            )
        )
    text = "\n".join("\t".join(row.texts) for row in rows)
    return Block(BlockKind.TABLE, text, text, rows[0].place, rows=tuple(rows))


def _of_passage(passage: Passage) -> Iterator[Block]:
    lines = lines_in(passage.text)
    if passage.marker and lines:
        yield _with_marker(passage, lines.pop(0))
    for line in lines:
        for block in text_blocks.blocks_of([SourceLine(_behind_marker(line), LINE_OF_TEXT, None, True)]):
            yield _told(block, passage)


def _with_marker(passage: Passage, text: str) -> Block:
    """The block of a paragraph that the program numbers: a number makes a paragraph, a letter or bullet an item."""
    marker, cleaned = passage.marker, clean(text)
    if number := SET_NUMBER.match(marker):
        block = _block(passage, BlockKind.PARAGRAPH, cleaned, marker)
        return _told(replace(block, number=number["number"]), passage)
    if SET_LETTER.match(marker) or not any(sign.isalnum() for sign in marker):
        return _told(replace(_block(passage, BlockKind.ITEM, cleaned, marker), level=1), passage)
    return _told(_block(passage, BlockKind.PARAGRAPH, f"{marker} {cleaned}", ""), passage)


def _block(passage: Passage, kind: BlockKind, text: str, marker: str) -> Block:
    return Block(kind, text, f"{marker} {passage.text}".strip(), Place(), marker=marker)


def _told(block: Block, passage: Passage) -> Block:
    """A block with what the file says of its paragraph."""
    block = replace(block, place=Place(where=passage.where), bold=block.bold or passage.bold)
    if passage.kind is BlockKind.HEADING:
        return replace(block, kind=BlockKind.HEADING, level=passage.rank)
    if passage.kind is not BlockKind.PARAGRAPH:
        return replace(block, kind=passage.kind)
    return _framed(block) if passage.boxed else block


def _framed(block: Block) -> Block:
    """A block of framed text: short text that does not end like a sentence is a heading."""
    is_text = ends_like_a_sentence(block.text) or len(block.text) > text_blocks.FRAMED_HEADING_LENGTH
    kind = block.kind if is_text or block.kind is not BlockKind.PARAGRAPH else BlockKind.HEADING
    return replace(block, kind=kind, boxed=True)


def _marked(blocks: Iterable[tuple[Block, int]]) -> Iterator[Block]:
    """The blocks, with items nested by the depths that occur in their list, the outermost as level 1."""
    outer: list[int] = []
    for block, depth in blocks:
        if block.kind is not BlockKind.ITEM:
            if block.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
                outer = []
            yield block
            continue
        outer = [*(one for one in outer if one < depth), depth]
        yield replace(block, level=max(block.level, len(outer)))


def _numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with running numbers as their lines: one for each row of a table, one for any other block."""
    numbers = count(1)
    numbered = []
    for block in blocks:
        rows = tuple(_row_at(row, next(numbers)) for row in block.rows)
        line = rows[0].place.line if rows else next(numbers)
        numbered.append(replace(block, rows=rows, place=replace(block.place, line=line)))
    return tuple(numbered)


def _row_at(row: TableRow, line: int) -> TableRow:
    place = replace(row.place, line=line)
    return TableRow(tuple(replace(cell, place=replace(cell.place, line=line)) for cell in row.cells), place)
