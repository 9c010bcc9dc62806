"""Whether the text goes on from page to page: what tells, without page numbers, that a page was lost, moved or doubled.

Two signs, both errors:

1. ``text-breaks-off``: a full last line of a page breaks off within a sentence, and the next page begins with a new
   one, a numbered paragraph or a heading; or the page ends with a sentence, and the next one begins within another.
2. ``page-repeated``: a page has the same words as an earlier one of its document.

Sentences that break off and go on with other words, and pages that end where a sentence does, tell nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.blocks import Block, BlockKind, Box
from ingest.notices import NoticeDraft
from ingest.page.layout import PageLayout
from ingest.wording.joining import BETWEEN, OPEN_END, ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

NEW_SENTENCE = re.compile(
    r"(?:The|This|These|There|They|Their|When|While|Where|However|In|Although|As|For|Some|Most|Many|A|An|It|Its|At"
    r"|Since|Despite|If|Once|Those|Through|With|By|On|Not|No|Few|Too|All|Almost|Overall)\b"
)
"""Words that have a capital at the beginning of a sentence only."""

WITHIN = re.compile(r"[a-z]{2,}[a-z,]*$|,$")
"""How a line ends that breaks off within a sentence; one that ends with a name, a figure or an address may be whole."""

SEVERAL = re.compile(r"[a-z)\u2019]\.\d?\s+[A-Z]")
"""The end of a sentence inside a text: an item of several sentences ends with one, too."""

STUCK = re.compile(
    r"\b(?:is|are|was|were|has|have|had|not|be|been|being|can|will|may|must|should|would|could|cannot|very|too|than|when"
    r"|if|because|while|but|so|about|between|through|during|where|these|this|they|we|it|he|she)$"
)
"""Words with which no item ends, were it a single sentence or a phrase."""

ADDRESS = re.compile(r"\S*[.@/]\S*$")
FULL = 0.995
"""Of all lines of paragraphs: the share that ends left of the right edge."""

PROSE = 60
"""Characters of a paragraph that has sentences."""

WORDS = 40
"""The fewest words of a page that are no chance where they come again."""


class _PageTurn(NamedTuple):
    """The last line of a page and the first one of the next, with the blocks to which they belong."""

    above: Block
    last: str
    last_box: Box
    below: Block
    first: str
    first_box: Box


def check_continuity(blocks: Sequence[Block]) -> tuple[NoticeDraft, ...]:
    """A notice for each page of a document that does not go on where the page before it breaks off."""
    right = sorted(box.x1 for block in blocks if block.kind is BlockKind.PARAGRAPH for box in block.place.boxes)
    if not right:
        return ()
    edge = right[int(len(right) * FULL)]
    return tuple(_notice(turn) for turn in _page_turns(blocks) if _breaks_off(turn, edge) or _begins_within(turn))


def check_repeated(pages: Sequence[PageLayout]) -> tuple[NoticeDraft, ...]:
    """A notice for each page of a document that has the words of an earlier one. Ask before furniture is set apart."""
    seen: dict[str, int] = {}
    notices = []
    for page in pages:
        words = " ".join(line.text for line in page.all_lines)
        if words.count(" ") < WORDS:
            continue
        if words in seen:
            message = f"Page {page.number} has the same words as page {seen[words]}; they may have been read twice."
            notices.append(NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_REPEATED, message, page.number))
        seen.setdefault(words, page.number)
    return tuple(notices)


def _page_turns(blocks: Sequence[Block]) -> Iterator[_PageTurn]:
    """Where text runs over the end of a page, inside a block or from one to the next."""
    before: Block | None = None
    for block in blocks:
        if block.kind in BETWEEN:
            continue
        lines, boxes = block.orig.split("\n"), block.place.boxes
        if block.rows or not boxes or len(lines) != len(boxes):
            before = None
            continue
        if before is not None and before.place.boxes[-1].page < boxes[0].page:
            last = before.orig.split("\n")[-1]
            yield _PageTurn(before, last, before.place.boxes[-1], block, lines[0], boxes[0])
        for (above, line), (below, following) in pairwise(zip(boxes, lines, strict=True)):
            if above.page < below.page:
                yield _PageTurn(block, line, above, block, following, below)
        before = block


def _breaks_off(turn: _PageTurn, edge: float) -> bool:
    """Tell whether a page ends within a sentence that the next one does not go on with."""
    last, box = turn.last.rstrip(), turn.last_box
    if turn.above.kind is BlockKind.HEADING or ends_like_a_sentence(last) or not WITHIN.search(last):
        return False
    if ADDRESS.search(last) or len(turn.above.text) < PROSE or box.x1 - box.x0 < box.bottom - box.top:
        return False
    if turn.above is not turn.below:
        is_phrase = turn.above.kind is BlockKind.ITEM and not _goes_on(turn.above.text)
        return not is_phrase and _is_full(turn, edge)
    return NEW_SENTENCE.match(turn.first) is not None and _is_full(turn, edge)


def _goes_on(item: str) -> bool:
    """Tell whether an item, which may have no end mark, breaks off: at a word that ends none, or inside a sentence."""
    return bool(OPEN_END.search(item) or STUCK.search(item) or SEVERAL.search(item))


def _is_full(turn: _PageTurn, edge: float) -> bool:
    """Tell whether a line has no room for the first word of the next page."""
    letters = max(1, len(turn.first))
    word = (turn.first_box.x1 - turn.first_box.x0) * (len(turn.first.split(" ")[0]) + 1) / letters
    return turn.last_box.x1 + word > edge


def _begins_within(turn: _PageTurn) -> bool:
    """Tell whether a page begins in lower case, though the text of the one before has ended."""
    ended = ends_like_a_sentence(turn.last) and not turn.last.rstrip().endswith((":", ";"))
    plain = turn.above is turn.below or not (turn.below.marker or turn.below.number)
    prose = len(turn.below.text) >= PROSE and not ADDRESS.fullmatch(turn.first.split(" ")[0])
    return ended and plain and prose and turn.first[:1].islower()


def _notice(turn: _PageTurn) -> NoticeDraft:
    page = turn.first_box.page
    message = (
        f"The text of page {turn.last_box.page} does not go on at page {page}: a page between them may be missing, or "
        "pages may stand in another order. Compare with the document."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_BREAKS_OFF, message, page)
