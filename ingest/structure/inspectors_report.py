"""What tells a report of an inspectorate by its body, where the cover that names its kind is lost or damaged.

Its running lines name an inspection, it closes with the publisher's text, or its headings are those of such reports.
A council's paper that binds such a report behind itself is routed: its meeting, author or member stand in its front.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.structure.council_paper import FIRST, is_routing
from ingest.structure.outline import bare_heading
from ingest.wording.closings import PUBLISHER

RUNNING = re.compile(
    r"(?:joint\s+|area\s+|full\s+|re-?)*(?:send\s+)?inspection\s+(?:report\b|of\b.{0,90}\b(?:services?|children|partnership|board)\b)"
    r"|(?:joint\s+area\s+review|review\s+of\s+(?:the\s+effectiveness|health\s+services))\b",
    re.I,
)
HEADINGS = re.compile(
    r"inspection\s+findings\b.{0,60}|the\s+experiences?\s+and\s+progress\s+of\b.{0,120}|key\s+judge?ment|record\s+of\s+main\s+findings\b.{0,60}"
    r"|leadership,?\s+management\s+and\s+governance\b.{0,40}|what\s+the\s+inspection\s+judge?ments\s+mean|the\s+inspection\s+judge?ments\s+and"
    r"\s+what\s+they\s+mean|(?:information\s+)?about\s+this\s+inspection|summary\s+for\s+children\s+and\s+young\s+people"
    r"|the\s+impact\s+of\s+leaders\s+on\b.{0,90}|what\s+needs\s+to\s+improve\b.{0,60}|executive\s+summary|the\s+inspection\s+team"
    r"|(?:the\s+)?local\s+safeguarding\s+children\s+board(?:\s+\(lscb\))?|children\s+who\s+need\s+help\s+and\s+protection\b.{0,60}"
    r"|children\s+looked\s+after\s+and\s+achieving\s+permanence\b.{0,60}",
    re.I,
)
FEWEST_HEADINGS = 3
"""Headings of such reports, each with other words, that tell one."""
MOST_LETTERS = 160


def is_of_inspectorate(blocks: Sequence[Block]) -> bool:
    """Tell whether a part has the body of an inspectorate's report, and nothing that routes a council's paper."""
    if any(is_routing(block) for block in blocks[:FIRST]):
        return False
    running = any(block.kind is BlockKind.FURNITURE and RUNNING.match(block.text) for block in blocks)
    closed = any(PUBLISHER.match(block.text) and not block.number for block in blocks)
    return running or closed or len(_headings(blocks)) >= FEWEST_HEADINGS


def _headings(blocks: Sequence[Block]) -> set[str]:
    """The headings of such reports that the blocks hold, in small letters."""
    short = (block for block in blocks if not block.number and not block.marker and len(block.text) <= MOST_LETTERS)
    bare = (bare_heading(block.text).casefold() for block in short if not block.rows)
    return {text for text in bare if HEADINGS.fullmatch(text)}
