"""The headings of a paper in the forms that readers do not take for headings, and numbers that are none of its own.

In this order: a heading in front of its text ("PURPOSE: To report …"), with a colon, or alone in the type of the text
becomes one of its own; the
figure in front of a heading ("2 Recommendations") is its number where paragraphs with it follow; items of minutes keep
the number of the council's own count as words. ``runs_through`` tells that paragraphs are numbered 1, 2, 3 through the
paper, and not its sections.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.structure.council_paper import is_body_heading

RUN_IN = re.compile(r"(?P<heading>[A-Za-z][\w ,&/()’'-]{2,70}?)\s*:\s*(?P<rest>.*)", re.S)
USE = re.compile(r"for\s+\w+(?:\s*(?:/|\band\b|\bor\b)\s*\w+)?", re.I)
"""What a paper is for, as a label of its cover tells it: "Purpose: For decision"."""
LONE = re.compile(r"[A-Z][\w ,&/()’'-]{2,70}")
FIGURE = re.compile(r"(?P<number>\d{1,2})\s+(?P<heading>[A-Z].*)", re.S)
DOTTED = re.compile(r"\d{1,2}\.\d{1,2}")
FEWEST = 3


def with_headings(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with all headings of the paper as such."""
    parted = [piece for block in blocks for piece in _parted(block)]
    dotted = {block.number for block in parted if block.number and DOTTED.fullmatch(block.number)}
    return tuple(_numbered(block, dotted) for block in parted)


def _parted(block: Block) -> Iterator[Block]:
    """A heading and the text behind it, where one line holds both; a heading alone that is set as text is."""
    if _is_lone(block):
        yield replace(block, kind=BlockKind.HEADING, level=1)
        return
    match = RUN_IN.fullmatch(block.text) if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) else None
    if (
        match is None
        or block.rows
        or block.boxed
        or not is_body_heading(match["heading"])
        or USE.fullmatch(match["rest"])
    ):
        yield block
        return
    yield replace(block, kind=BlockKind.HEADING, text=match["heading"].strip(), level=1)
    if match["rest"]:
        yield replace(block, kind=BlockKind.PARAGRAPH, text=match["rest"], number=None, marker="", level=0)


def _is_lone(block: Block) -> bool:
    """Tell whether a paragraph is the heading of a section of papers and nothing else."""
    plain = block.kind is BlockKind.PARAGRAPH and not block.rows and not block.boxed and not block.marker
    return plain and LONE.fullmatch(block.text) is not None and is_body_heading(block.text)


def _numbered(block: Block, dotted: set[str]) -> Block:
    """A heading with its number: printed without a point, or that of an item of minutes."""
    if block.kind is not BlockKind.HEADING:
        return block
    match = FIGURE.fullmatch(block.text) if not block.number else None
    if match and f"{match['number']}.1" in dotted:
        return replace(block, number=match["number"], text=match["heading"])
    if block.number and block.number.isdigit() and int(block.number) > 1 and not dotted:
        return replace(block, number=None, text=f"{block.number}. {block.text}")
    return block


def runs_through(blocks: Sequence[Block]) -> bool:
    """Tell whether the paragraphs of a paper, and not its sections, are numbered 1, 2, 3 without a point."""
    numbers = [block.number for block in blocks if block.number]
    if any(not number.isdigit() for number in numbers) or len(numbers) < FEWEST:
        return False
    headed = any(block.number for block in blocks if block.kind is BlockKind.HEADING)
    return not headed and [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
