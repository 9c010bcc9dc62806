"""The check that needs no facts: every printed word stands in exactly one block.

Words are compared as multisets. Where a reader glued or parted words the letters decide, so that only words that are really lost
or doubled are reported.
"""

from collections import Counter
from collections.abc import Iterable

from ingest.blocks import Block
from ingest.notices import Notice
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

SHOWN = 8


def printed_words(text: str) -> Counter[str]:
    """The words of a page's plain text; a line-end hyphen ends a word."""
    return Counter(text.replace("\x02", "- ").replace("\ufffe", "- ").replace("\0", " ").split())


def check(printed: Counter[str], blocks: Iterable[Block]) -> Notice | None:
    """Compare the words of the pages with those of the blocks; a notice (``words-lost``) names what differs."""
    kept: Counter[str] = Counter()
    for block in blocks:
        kept.update(block.orig.split())
    if kept == printed:
        return None
    lost, doubled = printed - kept, kept - printed
    if _letters(lost) == _letters(doubled):
        return None
    names = " ".join(sorted(lost | doubled, key=str)[:SHOWN])
    message = (
        f"{sum(lost.values())} printed words stand in no block and {sum(doubled.values())} stand in more than one "
        f"or were not printed: {names}. Compare the pages with what was read."
    )
    return Notice(NoticeLevel.WARNING, NoticeCode.WORDS_LOST, message)


def _letters(words: Counter[str]) -> Counter[str]:
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in word:
            letters[letter] += count
    return letters
