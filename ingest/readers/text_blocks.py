"""From the lines of a text file to blocks, by what stands in each line.

A line is read as the first of these that fits: a row of a table (it has tabs), furniture (a rule, a page number, a
page left blank), a footnote (a raised figure in front), framed text (``<p>``), a list item, a numbered paragraph,
prose. Which prose is a heading is decided by ``ingest.readers.text_context``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.readers.text_lines import BULLET, FOOTNOTE, LETTER, NUMBER, SourceLine, clean, without_bullets
from ingest.wording.joining import ends_like_a_sentence

FRAME = re.compile(r"<p>(.*?)</p>|<p>(.*)$", re.S)
RULE = re.compile(r"^[\s\-=_|:\t]*$")
PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*$", re.I)
BLANK_PAGE = re.compile(r"^\s*this page (?:is|has been) (?:intentionally )?left blank\.?\s*$", re.I)
BOLD = re.compile(r"^\s*\*\*[^*]+\*\*\s*$")
FRAMED_HEADING_LENGTH = 60
"""Characters; framed text that is longer is no heading."""

TAB_SIZE = 4


def blocks_of(lines: Iterable[SourceLine]) -> Iterator[Block]:
    """Make the blocks of lines. A blank line ends a table."""
    rows: list[TableRow] = []
    for line in lines:
        is_row = _is_row(line, in_table=bool(rows))
        if rows and (line.after_blank or not is_row):
            yield _table(rows)
            rows = []
        if not is_row:
            yield from _not_a_row(line)
        elif not RULE.match(line.text):
            rows.append(_row(line))
    if rows:
        yield _table(rows)


def _is_row(line: SourceLine, in_table: bool) -> bool:
    """Tell whether a line is a row: it has a tab between words, or right under a row a tab anywhere and no frame."""
    in_table = in_table and not line.after_blank
    return "\t" in line.text.strip("\t ") or (in_table and "\t" in line.text and "<p>" not in line.text)


def _not_a_row(line: SourceLine) -> Iterator[Block]:
    if RULE.match(line.text) or PAGE_NUMBER.match(line.text) or BLANK_PAGE.match(line.text):
        yield _block(BlockKind.FURNITURE, line, line.text)
    elif match := FOOTNOTE.match(line.text):
        yield _block(BlockKind.FOOTNOTE, line, match["rest"], marker=match["marker"])
    elif "<p>" in line.text:
        yield from _framed(line)
    else:
        yield _item(line) or _prose(line)


def _block(kind: BlockKind, line: SourceLine, text: str, **more: object) -> Block:
    place = Place(line.page, line.number)
    return replace(Block(kind, clean(text), line.text, place), bold=bool(BOLD.match(text)), **more)  # type: ignore[arg-type]


def _row(line: SourceLine) -> TableRow:
    """The row of a line: tabs part its cells, and ``<p>`` the paragraphs of a cell."""
    place = Place(line.page, line.number)
    cells = []
    for part in line.text.split("\t"):
        framed = [closed or open_ for closed, open_ in FRAME.findall(part)]
        pieces, items = without_bullets([piece for piece in framed or [part] if clean(piece)])
        cells.append(TableCell(tuple(map(clean, pieces)), place, items=items))
    return TableRow(tuple(cells), place)


def _table(rows: Sequence[TableRow]) -> Block:
    text = "\n".join("\t".join(row.texts) for row in rows)
    return Block(BlockKind.TABLE, text, text, rows[0].place, rows=tuple(rows))


def _framed(line: SourceLine) -> Iterator[Block]:
    """Blocks of a line with text in frames: short text that does not end like a sentence is a heading."""
    for closed, open_ in FRAME.findall(line.text):
        if text := clean(closed or open_):
            is_text = ends_like_a_sentence(text) or len(text) > FRAMED_HEADING_LENGTH
            yield _block(BlockKind.PARAGRAPH if is_text else BlockKind.HEADING, line, text, boxed=True)


def _item(line: SourceLine) -> Block | None:
    """The list item, or the numbered paragraph, behind a bullet; None without one. Indented ones are nested."""
    match = BULLET.match(line.text)
    if not match or line.text.lstrip().startswith("**"):
        return None
    level = 2 if match["indent"].expandtabs(TAB_SIZE) else 1
    rest = match["rest"]
    if number := NUMBER.match(rest):
        return _numbered(line, number, level)
    if letter := LETTER.match(rest):
        return _block(BlockKind.ITEM, line, letter["rest"], marker=letter["marker"], level=level)
    return _block(BlockKind.ITEM, line, rest, marker=match["sure"] or match["dash"], level=level)


def _prose(line: SourceLine) -> Block:
    """A numbered paragraph, a lettered item, or any other paragraph."""
    text = line.text
    if number := NUMBER.match(text.replace("**", "", 1) if text.startswith("**") else text):
        return _numbered(line, number)
    if letter := LETTER.match(text):
        return _block(BlockKind.ITEM, line, letter["rest"], marker=letter["marker"], level=1)
    return _block(BlockKind.PARAGRAPH, line, text)


def _numbered(line: SourceLine, match: re.Match[str], level: int = 0) -> Block:
    number = match["number"]
    return _block(BlockKind.PARAGRAPH, line, match["rest"] or "", number=number.rstrip("."), marker=number, level=level)
