"""Splitting a document into the reports that are bound together in it.

A report begins where a profile finds its opening; furniture, a running title for example, opens none. What stands in
front of an opening on its own page belongs to it: a letterhead, the name of an authority, a running head; unless prose
does, which then goes on from the report before. A label such as "Appendix 2" belongs to it on whichever page it stands.
Furniture of an earlier page never does: the foot of a page belongs to the report of that page. Where a file has no
pages, furniture goes with the side on which it is printed again. What stands before the first opening belongs to the
first report, unless it is prose of its own: that is a part for itself.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.profiles.admission import is_quoted, is_subtitle
from ingest.profiles.protocol import Part, Profile
from ingest.wording.authorities import is_name
from ingest.wording.furniture import known_kind
from ingest.wording.joining import ends_like_a_sentence
from inspections.vocabulary import ReportKind

LABEL = re.compile(r"(?:appendix|annex|enclosure|attachment)\s+\w{1,3}\W*", re.I)
FIGURES = re.compile(r"\d+")
ITEM_OF_MEETING = re.compile(r"meeting of\b.{0,200}\(item \d{1,3}[a-z]?\.?\)", re.I)
"""The line over an item of an agenda that says of which meeting it is."""
LINE = 90
"""Characters; a longer text that ends like a sentence is prose."""


def _start(blocks: tuple[Block, ...], opening: int, before: int) -> int:
    """The index at which the report of an opening begins, with what stands in front of it, but behind ``before``."""
    start = opening
    if start - 1 > before and _names_authority(blocks[start - 1], blocks[opening]):
        start -= 1
    start = min(start, _page_start(blocks, opening, before))
    while start - 1 > before and (LABEL.fullmatch(blocks[start - 1].text) or _own_furniture(blocks, start, opening)):
        start -= 1
    return start


def _page_start(blocks: Sequence[Block], opening: int, before: int) -> int:
    """The first block of the page of the opening.

    It is the opening itself where prose stands in front of it there, or another report opens on the same page.
    """
    page, start = blocks[opening].page, opening
    if page is None or blocks[before].page == page:
        return opening
    while blocks[start - 1].page == page:
        start -= 1
    return opening if any(_is_prose(block) for block in blocks[start:opening]) else start


def _is_prose(block: Block) -> bool:
    if block.kind in (BlockKind.FURNITURE, BlockKind.TABLE):
        return False
    sentence = len(block.text) > LINE and ends_like_a_sentence(block.text)
    return block.number is not None or block.kind is BlockKind.ITEM or sentence


def _own_furniture(blocks: Sequence[Block], start: int, opening: int) -> bool:
    """Tell whether the block in front of the start is furniture of the report that opens behind it."""
    block = blocks[start - 1]
    if block.kind is not BlockKind.FURNITURE:
        return False
    if block.page is not None:
        return block.page == blocks[opening].page or LABEL.fullmatch(blocks[start].text) is not None
    words = FIGURES.sub("", block.text)
    again = [i for i, other in enumerate(blocks) if _repeats(other, words) and i != start - 1]
    return not any(i < start for i in again)


def _repeats(block: Block, words: str) -> bool:
    return block.kind is BlockKind.FURNITURE and FIGURES.sub("", block.text) == words


def _names_authority(block: Block, title: Block) -> bool:
    """Tell whether a block on the page of a title is the name of an authority and nothing else."""
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and block.page == title.page and is_name(block.text)


def _openings(blocks: Sequence[Block], profiles: tuple[Profile, ...]) -> list[int]:
    """Where reports of any kind open, save those that a paper names in its title or quotes inside it."""
    given = tuple(blocks)
    printed = [i for i, block in enumerate(given) if block.kind is not BlockKind.FURNITURE]
    opened = {i: by for i in printed if (by := [profile for profile in profiles if profile.opens(given, i)])}
    subtitles = {i for above, i in pairwise(opened) if is_subtitle(given, above, opened[above], i)}
    opened = {i: by for i, by in opened.items() if i not in subtitles}
    return [i for i, after in pairwise((*opened, len(given))) if not is_quoted(given, i, after, opened[i])]


def split(document: ReadDocument, profiles: tuple[Profile, ...]) -> tuple[Part, ...]:
    """Split a document where a report of any kind opens. A document without an opening is one part."""
    opens = _openings(document.blocks, profiles)
    return _split(document, opens, _first(document.blocks, opens, profiles))


def _split(document: ReadDocument, opens: Sequence[int], first: int) -> tuple[Part, ...]:
    blocks = document.blocks
    starts = [0, *([first] if first else []), *(_start(blocks, opening, before) for before, opening in pairwise(opens))]
    ends = [*starts[1:], len(blocks)]
    return tuple(Part(blocks[a:b], document.media_type) for a, b in zip(starts, ends, strict=True) if a < b)


def _first(blocks: tuple[Block, ...], opens: Sequence[int], profiles: tuple[Profile, ...]) -> int:
    """Where the first report begins; 0 unless the prose of something else stands in front of it.

    With pages, that is prose on an earlier page; without, any prose that does not stand in every such report. What
    stands in front of tables of outcomes is their cover and their notes.
    """
    tables = [profile for profile in profiles if profile.kind is ReportKind.OUTCOMES_TABLE]
    if not opens or any(profile.opens(blocks, opens[0]) for profile in tables):
        return 0
    page, start = blocks[opens[0]].page, opens[0]
    while start and (not _is_strange(blocks[start - 1]) if page is None else blocks[start - 1].page == page):
        start -= 1
    return start if any(map(_is_strange, blocks[:start])) else 0


def _is_strange(block: Block) -> bool:
    """Tell whether a block holds a sentence that does not stand in every report."""
    cells = [paragraph for row in block.rows for cell in row.cells for paragraph in cell.paragraphs]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE):
        return False
    texts = cells if block.rows else [block.text]
    return any(
        len(text) > LINE
        and ends_like_a_sentence(text)
        and known_kind(text) is None
        and not ITEM_OF_MEETING.fullmatch(text)
        for text in texts
    )


def split_up(document: ReadDocument, profiles: tuple[Profile, ...]) -> tuple[ReadDocument, tuple[Part, ...]]:
    """Split a document, and read it anew where its parts begin with a page, so that each is measured for itself."""
    opens = _openings(document.blocks, profiles)
    first = _first(document.blocks, opens, profiles)
    parts = _split(document, opens, first)
    begins = {_begins(document.blocks, opening, before) for before, opening in pairwise(opens)}
    if first:
        begins.add(document.blocks[opens[0]].page)
    pages = {page for page in begins if page is not None}
    if document.recut is None or not pages:
        return document, parts
    anew = document.recut(pages)
    return anew, split(anew, profiles)


def _begins(blocks: tuple[Block, ...], opening: int, before: int) -> int | None:
    """The page with which the report of an opening begins, None where another report goes on in front of it there.

    A table that holds the opening may have been joined to one at the end of the report before: its last page counts.
    """
    block = blocks[opening]
    if block.kind is BlockKind.TABLE and block.place.boxes and block.place.boxes[-1].page != block.page:
        return block.place.boxes[-1].page
    start = _start(blocks, opening, before)
    return block.page if start == 0 or blocks[start - 1].page != block.page else None
