"""Lists of contents: lines that end with the number of a page after a wide gap or leader dots become the rows of a table.

A heading too long for its line ends with the page number on its last line only; its lines are one row.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Cell, Place, Row
from ingest.layout.lines import Line, spell
from ingest.layout.paragraphs import join_text

ENTRIES = 3
GAP = 1.4
LEADER = re.compile(r"[.…_·\s]{3,}$")
LEADING = 1.4


def _page_number(line: Line) -> str | None:
    last = line.words[-1]
    if len(line.words) < 2 or len(last.text) > 3 or not last.text.isdigit():
        return None
    before = line.words[-2]
    wide = last.x0 - before.x1 > GAP * max(last.size, before.size)
    return last.text if wide or LEADER.search(before.text) else None


def _belongs(line: Line, entry: Line) -> bool:
    near = 0 < entry.bottom - line.bottom < LEADING * entry.size
    return near and line.size == entry.size and line.bold == entry.bold


def find_contents(lines: Sequence[Line]) -> range:
    """Which of the lines of a page are a list of contents; empty when there is none."""
    entries = [i for i, line in enumerate(lines) if _page_number(line)]
    if len(entries) < ENTRIES:
        return range(0)
    pages = [int(lines[i].words[-1].text) for i in entries]
    if pages != sorted(pages):
        return range(0)
    start = entries[0]
    if start and _belongs(lines[start - 1], lines[start]):
        start -= 1
    return range(start, entries[-1] + 1)


def contents_block(lines: Sequence[Line]) -> Block:
    """The table of heading and page number that the lines print."""
    rows: list[Row] = []
    heading, held = "", []
    for line in lines:
        held.append(line)
        number = _page_number(line)
        words = spell(line.words[:-1] if number else line.words)
        heading = join_text(heading, LEADER.sub("", words))
        if number:
            place = Place(line.page, None, tuple(part.box for part in held))
            rows.append(Row((Cell((heading,), place), Cell((number,), place)), place))
            heading, held = "", []
    text = "\n".join("\t".join(row.texts) for row in rows)
    place = Place(lines[0].page, None, tuple(line.box for line in lines))
    return Block(BlockKind.TABLE, text, "\n".join(line.orig for line in lines), place, rows=tuple(rows))
