"""Titles whose words stand in several blocks, as where a line of one breaks or a name is set larger.

A title is put together of up to ``MOST_LINES`` lines that follow each other on a page: headings or short paragraphs,
none of them a label, a sentence or a numbered line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.wording.joining import ends_like_a_sentence, join_blocks

MOST_LINES = 4
LINE_LENGTH = 160
LABELLED = re.compile(r":\s|:$|^\W*(?:published|dates?|inspection dates?|(?:lead|reporting) inspector)\b", re.I)
PRINTED = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def _is_line(block: Block) -> bool:
    """Tell whether a block can be a line of a title."""
    bare = block.kind in PRINTED and not block.number and not block.marker
    return bare and len(block.text) <= LINE_LENGTH and not ends_like_a_sentence(block.text)


def broken_title(blocks: Sequence[Block], index: int, title: re.Pattern[str], longest: int) -> tuple[Block, int] | None:
    """The title that begins with the block at ``index`` and needs lines behind it to be one, and how many lines it has.

    None where the block alone is one, or none begins there.
    """
    first = blocks[index]
    if not _is_line(first) or LABELLED.search(first.text) or title.search(first.text):
        return None
    whole = first
    for count, line in enumerate(blocks[index + 1 : index + MOST_LINES], 2):
        if not _is_line(line) or LABELLED.search(line.text) or line.page != first.page or title.search(line.text):
            return None
        whole = join_blocks(whole, line)
        if len(whole.text) < longest and (found := title.search(whole.text)):
            return (replace(whole, kind=BlockKind.HEADING), count) if found.start() < len(first.text) else None
    return None


def with_whole_title(blocks: Sequence[Block], title: re.Pattern[str], longest: int, within: int) -> tuple[Block, ...]:
    """The blocks, with a title that is broken on the cover, the first ``within`` blocks, put together."""
    cover = blocks[:within]
    if any(block.kind in PRINTED and len(block.text) < longest and title.search(block.text) for block in cover):
        return tuple(blocks)
    for index in range(len(cover)):
        if found := broken_title(blocks, index, title, longest):
            whole, count = found
            return (*blocks[:index], whole, *blocks[index + count :])
    return tuple(blocks)
