"""Notices for paragraphs that a page break may have divided.

When the last line of a page is full and ends a sentence, the paragraph at the top of the next page may be a new one or
the rest of it: without number, bullet or space nothing on the page tells. It is read as a new one. A notice says so
where the words speak for the rest of it: it begins with what points back ("These", "However"), and both halves have at
least two lines, as typesetting leaves them. Where the last line has room for the next word, or the page, down to its
footnotes, for another paragraph, the paragraph has ended and there is no doubt.

A paragraph that begins within a sentence or a word, in lower case or with a comma, is doubted wherever it stands, save
in the imprint, whose lines stand apart: words in front of it are lost, or it is the rest of the one above.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Block, BlockKind, Box
from ingest.notices import NoticeDraft
from ingest.wording.furniture import is_imprint
from ingest.wording.joining import BETWEEN
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FULL = 0.995  # of all lines: the share that ends left of the right edge
LINES = 4.5  # heights of a line between the last line of a page and the lowest one of the document, or a footnote
FEWEST = 2  # lines that typesetting leaves of a paragraph on each side of a page break
# What points back among the first words of a text, as the pattern of a few words and the number of words.
POINTS_BACK = (
    (
        4,
        re.compile(
            r"\b(?:this|these|those|they|it|such|however|also|therefore|consequently|nevertheless|moreover|furthermore"
            r"|in addition|as a result|for example|for instance|similarly|equally|likewise|instead|otherwise|yet|thus"
            r"|hence|too|another|others|both|neither)\b",
            re.I,
        ),
    ),
    (9, re.compile(r"\b(?:these|such)\b", re.I)),
)
SHORTEST = 40  # characters of a paragraph that may be the rest of another one
MESSAGE = (
    "The last paragraph of this page fills its last line; the first one of the next page may be the rest of it. "
    "Compare with the pages."
)

INSIDE = (
    "A paragraph of this page begins within a sentence, “{}”: words in front of it may be lost, or it is the rest of "
    "the one above. Compare with the page."
)
BEGINS_WITHIN = re.compile(r"[,.;:)]\s?\w|-[a-z]|[’'](?:s|re|ve|ll|t)\b")
FEWEST_WORDS = 4  # of a paragraph in lower case; fewer are an address or an office


def _plain(block: Block) -> bool:
    """Tell whether a block is a paragraph without number and marker, with boxes."""
    return block.kind is BlockKind.PARAGRAPH and not block.number and not block.marker and bool(block.place.boxes)


def _fills(last: Box, following: Block, right: float) -> bool:
    """Tell whether the first word of the next paragraph did not fit on the last line."""
    first, line = following.place.boxes[0], following.orig.split("\n")[0]
    word = f"{line.split()[0]} " if line.split() else ""
    return last.x1 + (first.x1 - first.x0) * len(word) / max(1, len(line)) > right


def points_back(text: str) -> bool:
    """Tell whether the first words of a text point to something that was said before."""
    words = text.split()
    return any(pattern.search(" ".join(words[:count])) for count, pattern in POINTS_BACK)


def _halves(above: Block, below: Block) -> bool:
    """Tell whether both paragraphs have as many lines beside the page break as halves of one would have."""
    last, first = above.place.boxes[-1].page, below.place.boxes[0].page
    lines = sum(box.page == last for box in above.place.boxes), sum(box.page == first for box in below.place.boxes)
    return min(lines) >= FEWEST


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Paragraphs that follow each other over a page break with nothing but furniture and footnotes between them."""
    for above, below in pairwise([block for block in blocks if block.kind not in BETWEEN]):
        alike = _plain(above) and _plain(below) and above.boxed == below.boxed and len(below.text) >= SHORTEST
        turned = alike and above.place.boxes[-1].page < below.place.boxes[0].page and not above.text.endswith(":")
        if turned and points_back(below.text) and _halves(above, below):
            yield above, below


def _inside(blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    """A notice for each paragraph in front of the imprint that begins within a sentence."""
    text = [block for block in blocks if block.kind not in BETWEEN]
    torn = [at for at, (above, below) in enumerate(pairwise(text)) if _is_torn(above, below)]
    before = text[: torn[-1] + 1] if torn else []
    imprint = next((at for at, block in enumerate(before) if is_imprint(block.text)), len(text))
    for at in torn:
        if at < imprint:
            message = INSIDE.format(text[at + 1].text[:40])
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.PARAGRAPH_PERHAPS_TORN, message, text[at + 1].page)


def _is_torn(above: Block, below: Block) -> bool:
    """Tell whether a paragraph begins within a sentence; behind a colon or semicolon it may be an item of a list."""
    if not _plain(below) or above.text.endswith((":", ";")):
        return False
    in_words = below.text[:1].islower() and len(below.text.split()) >= FEWEST_WORDS and "@" not in below.text
    return in_words or bool(BEGINS_WITHIN.match(below.text))


def check_breaks(blocks: Sequence[Block]) -> tuple[NoticeDraft, ...]:
    """A notice (``paragraph-perhaps-torn``) for each place that looks so; none for documents without boxes."""
    lines = [box for block in blocks if _plain(block) for box in block.place.boxes]
    if not lines:
        return ()
    right = sorted(box.x1 for box in lines)[int(len(lines) * FULL)]
    lowest = max(box.bottom for box in lines)
    notes: dict[int, float] = {}
    for box in (box for block in blocks if block.kind is BlockKind.FOOTNOTE for box in block.place.boxes):
        notes[box.page] = min(box.top, notes.get(box.page, lowest))
    ends = [(above.place.boxes[-1], below) for above, below in _pairs(blocks)]
    return (
        *_inside(blocks),
        *(
            NoticeDraft(NoticeLevel.INFO, NoticeCode.PARAGRAPH_PERHAPS_TORN, MESSAGE, last.page)
            for last, below in ends
            if notes.get(last.page, lowest) - last.bottom <= LINES * (last.bottom - last.top)
            and _fills(last, below, right)
        ),
    )
