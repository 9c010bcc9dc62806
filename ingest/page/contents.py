"""Lists of contents: lines that end with the number of a page after a wide gap or leader dots become the rows of a table.

A heading too long for its line ends with the page number on its last line only; its lines are one row.
"""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.page.lines import LEADER, TextLine
from ingest.wording.joining import join_text

ENTRIES = 3
LEADING = 1.4


def _belongs(line: TextLine, entry: TextLine) -> bool:
    near = 0 < entry.bottom - line.bottom < LEADING * entry.size
    return near and line.size == entry.size and line.bold == entry.bold


def find_contents(lines: Sequence[TextLine]) -> range:
    """Which of the lines of a page are a list of contents; empty when there is none."""
    entries = [i for i, line in enumerate(lines) if line.page_number]
    if len(entries) < ENTRIES:
        return range(0)
    pages = [int(lines[i].page_number or 0) for i in entries]
    if pages != sorted(pages):
        return range(0)
    start = entries[0]
    if start and _belongs(lines[start - 1], lines[start]):
        start -= 1
    return range(start, entries[-1] + 1)


def contents_block(lines: Sequence[TextLine]) -> Block:
    """The table of heading and page number that the lines print."""
    rows: list[TableRow] = []
    heading, held = "", []
    for line in lines:
        held.append(line)
        number = line.page_number
        words = line.text.removesuffix(number) if number else line.text
        heading = join_text(heading, LEADER.sub("", words).rstrip())
        if number:
            place = Place(line.page, None, tuple(part.box for part in held))
            rows.append(TableRow((TableCell((heading,), place), TableCell((number,), place)), place))
            heading, held = "", []
    text = "\n".join("\t".join(row.texts) for row in rows)
    place = Place(lines[0].page, None, tuple(line.box for line in lines))
    return Block(BlockKind.TABLE, text, "\n".join(line.orig for line in lines), place, rows=tuple(rows))
