"""Splitting a document into the reports that are bound together in it.

A report begins where a profile finds its opening. What stands directly in front of an opening belongs to it: a label
such as "Appendix 2", page furniture, or the name of an authority alone on the page of the title. What stands before
the first opening belongs to the first report.
"""

import re

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.profiles.protocol import Part, Profile
from ingest.wording.authorities import is_name

LABEL = re.compile(r"(?:appendix|annex|enclosure|attachment)\s+\w{1,3}\W*", re.I)


def _start(blocks: tuple[Block, ...], opening: int) -> int:
    """The index at which the report of an opening begins, with what stands in front of it."""
    start = opening
    if start and _names_authority(blocks[start - 1], blocks[opening]):
        start -= 1
    while start and (blocks[start - 1].kind is BlockKind.FURNITURE or LABEL.fullmatch(blocks[start - 1].text)):
        start -= 1
    return start


def _names_authority(block: Block, title: Block) -> bool:
    """Tell whether a block on the page of a title is the name of an authority and nothing else."""
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and block.page == title.page and is_name(block.text)


def split(document: ReadDocument, profiles: tuple[Profile, ...]) -> tuple[Part, ...]:
    """Split a document where a report of any kind opens. A document without an opening is one part."""
    blocks = document.blocks
    opens = [i for i in range(len(blocks)) if any(profile.opens(blocks, i) for profile in profiles)]
    starts = [0, *(_start(blocks, i) for i in opens[1:])]
    ends = [*starts[1:], len(blocks)]
    return tuple(Part(blocks[a:b], document.media_type) for a, b in zip(starts, ends, strict=True) if a < b)
