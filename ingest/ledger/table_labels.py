"""Texts of a table that are in no record: headings of columns, labels, ticks, entries of a list of contents."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.blocks import Block, TableRow
from ingest.ledger.record_words import spelt
from ingest.wording.furniture import COLUMN_WORDS, COLUMNS
from ingest.wording.plan_columns import heads_actions, is_known_heading
from ingest.wording.ratings import is_tick, rating_columns

PAGES = re.compile(r"\W*(\d{1,3})(?:\s*[-–]\s*\d{1,3})?\W*")
ENTRIES = 3
"""The fewest entries with a page that make a table a list of contents."""

PAIRS = 4
"""Cells of a row of two labels, each with its value."""

HEADING = 8
"""The most words of a short heading of a column."""


def _squeezed(text: str) -> str:
    """The letters of a heading of a column; its words may be torn by the width of the column."""
    return "".join(filter(str.isalpha, text.casefold()))


def heads_columns(texts: Sequence[str]) -> bool:
    """Tell whether cells are a row that heads a table: most are known headings of columns, and most are short.

    So are the headings of a plan, and ratings of which each heads a column.
    """
    filled = [text for text in texts if text]
    known = sum(_squeezed(text) in COLUMNS or COLUMN_WORDS.issuperset(spelt(text).split()) for text in filled)
    long = sum(text.count(" ") >= HEADING for text in filled)
    headed = known > 1 and 2 * known > len(filled) and 2 * long < len(filled)
    return headed or heads_actions(texts) or len(rating_columns(texts)) == len(filled) > 0


def rows_over_headings(block: Block) -> list[TableRow]:
    """The rows right above the headings of a plan that have headings over several of them, or count them."""
    return [
        above
        for above, row in pairwise(block.rows)
        if heads_actions(row.texts) and all(is_known_heading(text) or text.isdecimal() for text in above.texts if text)
    ]


def labels_beside(block: Block) -> Sequence[str]:
    """The headings of a plan's columns, one below the other in front of the values of one action or of several."""
    firsts = [row.texts[0] for row in block.rows]
    rows = [[text for text in row.texts if text] for row in block.rows]
    labels = [*firsts, *(row[2] for row in rows if len(row) == PAIRS)]
    card = len(firsts) > 1 and all(len(row) <= 2 or len(row) == PAIRS for row in rows)
    if card and all(map(is_known_heading, labels)):
        return labels
    return firsts if heads_actions(firsts) else ()


def ticks_in(block: Block) -> Sequence[str]:
    """The ticks in the columns of a table that ratings head."""
    columns = next((found for row in block.rows if (found := rating_columns(row.texts))), {})
    rated = (row.texts[at] for row in block.rows for at in columns if at < len(row.texts))
    return [text for text in rated if is_tick(text)]


def lists_pages(block: Block, headings: str) -> bool:
    """Tell whether a table is a list of contents.

    Its rows end with page numbers that do not decrease; and a column is headed so, or most entries are headings.
    """
    rows = [[text for text in row.texts if text] for row in block.rows]
    pages = [int(match[1]) for row in rows if row[1:] and (match := PAGES.fullmatch(row[-1]))]
    if len(pages) < ENTRIES or pages != sorted(pages) or len(pages) * 3 < len(rows):
        return False
    headed = any("page" in text.casefold() for text in rows[0])
    return headed or 2 * sum(spelt(row[0]) in headings for row in rows if row) > len(pages)
