"""Check that every printed word of a document stands in exactly one of its blocks.

The words that pdfium finds are compared with the words of the blocks as multisets. Where they differ only in how words
are divided, the letters are compared, so that only words that were lost or doubled are reported.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from ingest.blocks import Block
from ingest.notices import NoticeDraft
from ingest.page.characters import as_seen
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

SHOWN = 8
"""How many of the differing words a notice names."""

HYPHENS = ("\x02", "\ufffe")
"""What pdfium gives for a hyphen at the end of a line."""


def printed_words(text: str) -> list[str]:
    """The words of a page's plain text as pdfium gives it. A hyphen at the end of a line ends a word."""
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "- ")
    return as_seen(text).replace("\0", " ").split()


def check_words(printed: Counter[str], blocks: Iterable[Block]) -> NoticeDraft | None:
    """Compare the printed words with those of the blocks; a notice (``words-lost``) names what differs.

    Words that were lost are an error, words that were only doubled a warning.
    """
    kept = Counter(chain.from_iterable(block.orig.split() for block in blocks))
    if kept.items() == printed.items():
        return None
    lost, doubled = printed - kept, kept - printed
    if _letters(lost) == _letters(doubled):
        return None
    names = " ".join(sorted(lost | doubled, key=str)[:SHOWN])
    message = (
        f"{lost.total()} printed words stand in no block and {doubled.total()} stand in more than one "
        f"or were not printed: {names}. Compare the pages with what was read."
    )
    level = NoticeLevel.ERROR if _letters(lost) - _letters(doubled) else NoticeLevel.WARNING
    return NoticeDraft(level, NoticeCode.WORDS_LOST, message)


def _letters(words: Counter[str]) -> Counter[str]:
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in word:
            letters[letter] += count
    return letters
