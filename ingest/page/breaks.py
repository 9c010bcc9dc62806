"""Notices for paragraphs that a page break may have divided.

When the last line of a page is full and ends a sentence, the paragraph at the top of the next page may be a new one or
the rest of it: without number, bullet or space nothing tells. It is read as a new one, and a notice says so. Where the
last line has room for the next word, or the page for another line, the paragraph has ended and there is no doubt.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Block, BlockKind, Box
from ingest.notices import NoticeDraft
from ingest.wording.joining import BETWEEN
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FULL = 0.97  # of all lines: the share that ends left of the right edge
LINES = 2.0  # heights of a line between the last line of a page and the lowest one of the document
SHORTEST = 40  # characters of a paragraph that may be the rest of another one
MESSAGE = (
    "The last paragraph of this page fills its last line; the first one of the next page may be the rest of it. "
    "Compare with the pages."
)


def _plain(block: Block) -> bool:
    """Tell whether a block is a paragraph without number and marker, with boxes."""
    return block.kind is BlockKind.PARAGRAPH and not block.number and not block.marker and bool(block.place.boxes)


def _fills(last: Box, following: Block, right: float) -> bool:
    """Tell whether the first word of the next paragraph did not fit on the last line."""
    first, line = following.place.boxes[0], following.orig.split("\n")[0]
    word = f"{line.split()[0]} " if line.split() else ""
    return last.x1 + (first.x1 - first.x0) * len(word) / max(1, len(line)) > right


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Paragraphs that follow each other over a page break with nothing but furniture and footnotes between them."""
    for above, below in pairwise([block for block in blocks if block.kind not in BETWEEN]):
        alike = _plain(above) and _plain(below) and above.boxed == below.boxed and len(below.text) >= SHORTEST
        if alike and above.place.boxes[-1].page < below.place.boxes[0].page and not above.text.endswith(":"):
            yield above, below


def check_breaks(blocks: Sequence[Block]) -> tuple[NoticeDraft, ...]:
    """A notice (``paragraph-perhaps-torn``) for each page that ends so; none for documents without boxes."""
    lines = [box for block in blocks if _plain(block) for box in block.place.boxes]
    if not lines:
        return ()
    right = sorted(box.x1 for box in lines)[int(len(lines) * FULL)]
    lowest = max(box.bottom for box in lines)
    ends = [(above.place.boxes[-1], below) for above, below in _pairs(blocks)]
    return tuple(
        NoticeDraft(NoticeLevel.INFO, NoticeCode.PARAGRAPH_PERHAPS_TORN, MESSAGE, last.page)
        for last, below in ends
        if lowest - last.bottom <= LINES * (last.bottom - last.top) and _fills(last, below, right)
    )
