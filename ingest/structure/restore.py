"""Numbers of a list that were lost in recognition, restored where the sequence leaves no doubt.

Between two printed numbers of one list there may stand items without a number. When they are exactly as many as the
numbers that are missing, each gets its own, with a notice ``number-restored``; otherwise nothing is changed, and the
check of the sequence reports the hole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.structure.entries import LETTERED
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


def _split(number: str) -> tuple[str, int]:
    head, _, last = number.rpartition(".")
    return head, int(last)


def _lost(block: Block, first: Block, second: Block) -> bool:
    """Tell whether a block can be an item of the list of which two others are given, but for its number."""
    if block.number or LETTERED.match(block.marker):
        return False
    if block.kind is BlockKind.ITEM:
        return block.level <= max(first.level, second.level, 1)
    plain = first.level == second.level == 0 and block.kind is BlockKind.PARAGRAPH
    return plain and ends_like_a_sentence(block.text) and not goes_on_like_a_sentence(block.text)


def lost_number(block: Block, last: Block) -> bool:
    """Tell whether an item stands where a numbered one should.

    A bullet of the same depth as the numbered one before it.
    """
    bullet = block.kind is BlockKind.ITEM and not block.number and not LETTERED.match(block.marker)
    return bullet and bool(last.number) and last.level >= block.level > 0 and not last.text.endswith(":")


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Indexes of neighbours in one list: same numbers before the last point, no heading and no other list between."""
    last: dict[str, int] = {}
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            last.clear()
            continue
        if not block.number:
            continue
        head, number = _split(block.number)
        if head in last and number > _split(blocks[last[head]].number or "0")[1] + 1:
            yield last[head], i
        last = {other: at for other, at in last.items() if block.number.startswith(f"{other}.") or not other}
        last[head] = i


def restored_notice(ref: str, block: Block, what: str = "item") -> NoticeDraft:
    """The notice that a number was not printed legibly and follows from its neighbours."""
    place = block.place
    message = f"The number of this {what} cannot be read; {ref} was restored from the numbers around it."
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.NUMBER_RESTORED, message, place.page, place.line)


def restore_numbers(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[NoticeDraft, ...]]:
    """The blocks with every lost number that is certain, and a notice for each."""
    result = list(blocks)
    notices: list[NoticeDraft] = []
    for first, second in _pairs(result):
        head, low = _split(result[first].number or "0")
        _, high = _split(result[second].number or "0")
        candidates = [i for i in range(first + 1, second) if _lost(result[i], result[first], result[second])]
        if len(candidates) != high - low - 1:
            continue
        for number, i in enumerate(candidates, low + 1):
            ref = f"{head}.{number}" if head else str(number)
            notices.append(restored_notice(ref, result[i]))
            result[i] = replace(result[i], kind=BlockKind.PARAGRAPH, number=ref, marker="")
    return tuple(result), tuple(notices)
