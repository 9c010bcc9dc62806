"""Paragraphs that a page break may have torn though nothing shows it: the page ends with a full line that ends a sentence.

What stands at the top of the next page is then a paragraph of its own, or goes on: neither number nor bullet nor space
tells. It is read as one of its own, with a notice. Where the last line leaves room for the next word, or the page for another line,
the paragraph has ended and nothing is doubted.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Block, BlockKind, Box
from ingest.notices import Notice
from ingest.wording.joining import BETWEEN
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FULL = 0.97
LINES = 2.0
SHORTEST = 40
MESSAGE = (
    "The last paragraph of this page fills its last line; the first one of the next page may be the rest of it. "
    "Compare with the pages."
)


def _plain(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.number and not block.marker and bool(block.place.boxes)


def _fills(last: Box, following: Block, right: float) -> bool:
    """Tell whether the first word of the next paragraph would not have fitted on the last line."""
    first, line = following.place.boxes[0], following.orig.split("\n")[0]
    word = f"{line.split()[0]} " if line.split() else ""
    return last.x1 + (first.x1 - first.x0) * len(word) / max(1, len(line)) > right


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Paragraphs that follow each other over a page break with nothing but running matter between them."""
    for above, below in pairwise([block for block in blocks if block.kind not in BETWEEN]):
        alike = _plain(above) and _plain(below) and above.boxed == below.boxed and len(below.text) >= SHORTEST
        if alike and above.place.boxes[-1].page < below.place.boxes[0].page and not above.text.endswith(":"):
            yield above, below


def check_breaks(blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """A notice for each page that ends so; none for documents without boxes."""
    lines = [box for block in blocks if _plain(block) for box in block.place.boxes]
    if not lines:
        return ()
    right = sorted(box.x1 for box in lines)[int(len(lines) * FULL)]
    lowest = max(box.bottom for box in lines)
    ends = [(above.place.boxes[-1], below) for above, below in _pairs(blocks)]
    return tuple(
        Notice(NoticeLevel.INFO, NoticeCode.PARAGRAPH_PERHAPS_TORN, MESSAGE, last.page)
        for last, below in ends
        if lowest - last.bottom <= LINES * (last.bottom - last.top) and _fills(last, below, right)
    )
