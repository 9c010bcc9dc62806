"""What tells, in a letter without printed page numbers, that a page was lost or stands in another place.

Beside sentences and items that visibly break off at the end of a page, which readers tell, in this order:

1. A text goes on over the turn of a page with words that close a letter ("Ofsted will take …"), without having ended.
2. A list of areas begins as phrases, and goes on behind the turn of a page with items of several sentences, as findings
   have them: the heading between may be on the lost page.
3. A heading stands on a later page than one that follows it in every such letter ("Overview" behind "Findings").
4. A page begins with a heading, and the overview that stands in front of it in such letters is nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.profiles.letters.form import FINDINGS, IMPROVE, PRIORITY, SUMMARY, LetterForm
from ingest.structure.entries import SKIPPED
from ingest.structure.outline import Outline, Rule
from ingest.wording.closings import begins_to_close
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

SEVERAL = re.compile(r"[a-z)\u2019]\.\d?\s+[A-Z]")
"""The end of a sentence inside a text."""
FEWEST = 2
"""Items of several sentences behind a page's turn that are no chance."""
IN_ORDER = frozenset({ReportKind.FOCUSED_VISIT})
"""Kinds of letter whose overview always comes first; areas for improvement stand before the findings or behind them."""
RANKS = ((SUMMARY, 0), (IMPROVE, 1), (PRIORITY, 1), (FINDINGS, 1))
SECOND = 2


def check_page_turns(blocks: Sequence[Block], form: LetterForm) -> Iterator[NoticeDraft]:
    """The notices about the text of a letter, from its subject to its signature; none where the file has no pages."""
    text = [block for block in blocks if block.kind not in SKIPPED and block.place.boxes]
    headings = _headings(text, form)
    yield from _closed_within(text)
    yield from _mixed_lists(text, headings)
    if form.kind in IN_ORDER:
        yield from _disorder(headings)
        yield from _no_overview(text, headings)


def _headings(blocks: Sequence[Block], form: LetterForm) -> list[tuple[int, Block, Rule]]:
    """The headings that a rule knows, each with where it stands."""
    outline = Outline(form.rules)
    known = ((at, block, outline.knows(block)) for at, block in enumerate(blocks))
    return [(at, block, opening.rule) for at, block, opening in known if opening]


def _turns(above: Block, below: Block) -> bool:
    return above.place.boxes[-1].page < below.place.boxes[0].page


def _closed_within(blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    for block in blocks:
        lines, boxes = block.orig.split("\n"), block.place.boxes
        if len(lines) != len(boxes) or boxes[0].page == boxes[-1].page:
            continue
        for at in range(1, len(lines)):
            turned = boxes[at - 1].page < boxes[at].page and not ends_like_a_sentence(lines[at - 1])
            if turned and begins_to_close(" ".join(lines[at:])):
                what = f"The text of page {boxes[at - 1].page} breaks off where page {boxes[at].page} closes the letter"
                yield _breaks_off(block, what, boxes[at].page)


def _mixed_lists(blocks: Sequence[Block], headings: Sequence[tuple[int, Block, Rule]]) -> Iterator[NoticeDraft]:
    for (start, _, rule), (end, *_) in pairwise((*headings, (len(blocks), None, None))):
        items = [block for block in blocks[start:end] if block.kind is BlockKind.ITEM]
        first = next((at for at, (above, below) in enumerate(pairwise(items), 1) if _turns(above, below)), None)
        if rule not in (IMPROVE, PRIORITY) or first is None or any(SEVERAL.search(b.text) for b in items[:first]):
            continue
        if sum(SEVERAL.search(block.text) is not None for block in items[first:]) >= FEWEST:
            yield _breaks_off(items[first], "Behind areas for improvement stand items that read like findings")


def _disorder(headings: Sequence[tuple[int, Block, Rule]]) -> Iterator[NoticeDraft]:
    ranked = [(block, rank) for _, block, rule in headings for known, rank in RANKS if rule is known]
    for (above, before), (below, rank) in pairwise(ranked):
        if rank < before and above.page != below.page:
            message = (
                f"“{below.text[:80]}” stands behind “{above.text[:80]}”, in these letters it is the other way round: "
                "pages may stand in another order. Compare with the document."
            )
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_OUT_OF_ORDER, message, below.page)


def _no_overview(blocks: Sequence[Block], headings: Sequence[tuple[int, Block, Rule]]) -> Iterator[NoticeDraft]:
    if not headings or any(rule is SUMMARY for _, _, rule in headings):
        return
    at, heading, _ = headings[0]
    if at and _turns(blocks[at - 1], heading) and heading.page == SECOND:
        yield _breaks_off(heading, "The letter has no overview, and its second page begins with another heading")


def _breaks_off(block: Block, what: str, page: int | None = None) -> NoticeDraft:
    message = f"{what}: a page may be missing, or pages may stand in another order. Compare with the document."
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_BREAKS_OFF, message, page or block.page)
