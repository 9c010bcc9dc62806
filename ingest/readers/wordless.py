"""Pages without words: what such a page held may be lost, unless the document had ended in front of it.

A page whose only words are running headers and footers counts as one without words. A notice names each of them
(``page-without-words``). It is an error where the page shows a picture, and where the page is empty or has a small
picture, like a logo, while the text in front of it has not ended: with a signature, or with what the publisher prints
behind every report. Behind such an end blank pages are usual, and are told for information.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.readers.recognised import how_to_recognise
from ingest.wording.closings import VALEDICTION
from ingest.wording.furniture import known_kind
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FurnitureKind, NoticeLevel

PICTURE = 0.2
"""The part of a page that a picture covers at least; letterheads cover less."""

ENDING = 12
"""Texts at the end of a document among which its end is told: an imprint, a signature with those who get copies."""


def pages_with_words(blocks: Iterable[Block]) -> set[int]:
    """The pages on which words stand that are not page furniture."""
    text = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    places = [place for block in text for place in (block.place, *(row.place for row in block.rows))]
    return {place.page for place in places if place.page} | {box.page for place in places for box in place.boxes}


def check_wordless(blocks: Sequence[Block], pictured: Mapping[int, float]) -> Iterator[NoticeDraft]:
    """A notice for each page without words; ``pictured`` is how much of each page with few words pictures cover."""
    found = pages_with_words(blocks)
    for page, part in pictured.items():
        if page in found:
            continue
        if part >= PICTURE:
            message = f"Page {page} shows a picture and holds no words; nothing on it was read. {how_to_recognise()}"
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_WITHOUT_WORDS, message, page)
        elif _has_ended(blocks, page):
            message = f"Page {page} is blank; the document had ended in front of it."
            yield NoticeDraft(NoticeLevel.INFO, NoticeCode.PAGE_WITHOUT_WORDS, message, page)
        else:
            message = f"Page {page} holds no words. Look whether it is blank in print; if not, find another copy."
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_WITHOUT_WORDS, message, page)


def _has_ended(blocks: Sequence[Block], page: int) -> bool:
    """Tell whether one of the last texts in front of a page ends a document."""
    texts = [block.text for block in blocks if block.kind is not BlockKind.FURNITURE and (block.page or page) < page]
    return any(VALEDICTION.match(text) or known_kind(text) is FurnitureKind.IMPRINT for text in texts[-ENDING:])
