"""Splitting a document into the reports that are bound together in it.

A report begins where a profile says that one opens; the line "Appendix 2" or a blank page right in front of it belongs to it.
What stands before the first opening belongs to the first part.
"""

import re

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.profiles.protocol import Part, Profile

LABEL = re.compile(r"(?:appendix|annex|enclosure|attachment)\s+\w{1,3}\W*", re.I)


def _start(blocks: tuple[Block, ...], opening: int) -> int:
    """The index at which the part of an opening begins, its label included."""
    start = opening
    while start and (blocks[start - 1].kind is BlockKind.FURNITURE or LABEL.fullmatch(blocks[start - 1].text)):
        start -= 1
    return start


def split(document: ReadDocument, profiles: tuple[Profile, ...]) -> tuple[Part, ...]:
    """Cut the document where a report of any kind opens."""
    blocks = document.blocks
    opens = [i for i in range(len(blocks)) if any(profile.opens(blocks, i) for profile in profiles)]
    starts = [0, *(_start(blocks, i) for i in opens[1:])]
    ends = [*starts[1:], len(blocks)]
    return tuple(Part(blocks[a:b], document.media_type) for a, b in zip(starts, ends, strict=True) if a < b)
