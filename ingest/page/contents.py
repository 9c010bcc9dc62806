"""Lists of contents: lines that end with a page number become a table of headings and page numbers.

A heading too long for one line has its page number on its last line; its lines are one row.
"""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.page.lines import LEADER, PrintedLine
from ingest.wording.joining import join_text

ENTRIES = 3
"""The fewest lines with a page number that make a list of contents."""

LEADING = 1.4
"""The greatest distance between two lines of one heading, as a multiple of the size of type."""


def _begins(line: PrintedLine, entry: PrintedLine) -> bool:
    """Tell whether a line is the beginning of the heading that ends on the next line."""
    near = 0 < entry.bottom - line.bottom < LEADING * entry.size
    return near and line.size == entry.size and line.bold == entry.bold


def find_contents(lines: Sequence[PrintedLine]) -> range:
    """The range of a page's lines that is a list of contents, empty when there is none.

    A list of contents has at least three lines with a page number, and the page numbers do not decrease.
    """
    entries = [i for i, line in enumerate(lines) if line.page_number]
    if len(entries) < ENTRIES:
        return range(0)
    pages = [int(lines[i].page_number or 0) for i in entries]
    if pages != sorted(pages):
        return range(0)
    start = entries[0]
    if start and _begins(lines[start - 1], lines[start]):
        start -= 1
    return range(start, entries[-1] + 1)


def contents_block(lines: Sequence[PrintedLine]) -> Block:
    """Make the table of headings and page numbers that the lines of a list of contents print."""
    rows: list[TableRow] = []
    heading, waiting = "", []
    for line in lines:
        waiting.append(line)
        number = line.page_number
        words = line.text.removesuffix(number) if number else line.text
        heading = join_text(heading, LEADER.sub("", words).rstrip())
        if number:
            place = Place(line.page, None, tuple(part.box for part in waiting))
            rows.append(TableRow((TableCell((heading,), place), TableCell((number,), place)), place))
            heading, waiting = "", []
    text = "\n".join("\t".join(row.texts) for row in rows)
    place = Place(lines[0].page, None, tuple(line.box for line in lines))
    return Block(BlockKind.TABLE, text, "\n".join(line.orig for line in lines), place, rows=tuple(rows))
