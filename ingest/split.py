"""Splitting a document into the reports that are bound together in it."""

from ingest.blocks import ReadDocument
from ingest.profiles.protocol import Part, Profile


def split(document: ReadDocument, profiles: tuple[Profile, ...]) -> tuple[Part, ...]:
    """Cut the document where a report of any kind opens; what stands before the first opening belongs to the first part."""
    blocks = document.blocks
    opens = [i for i in range(len(blocks)) if any(profile.opens(blocks, i) for profile in profiles)]
    starts = [0, *opens[1:]] if opens else [0]
    ends = [*starts[1:], len(blocks)]
    return tuple(Part(blocks[a:b], document.media_type) for a, b in zip(starts, ends, strict=True))
