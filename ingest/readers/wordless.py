"""Pages without words: a picture of a page was not read, an empty page is only empty.

A page whose only words are running headers and footers counts as one without words. A notice names each page that
shows a picture (``page-without-words``, an error). One in the middle of the document that has a small picture, like a
logo, may have lost its words (a warning); one that is quite empty is told for information. Nothing is said of the last
page, which is often left blank.
"""

from collections.abc import Iterable, Iterator, Mapping

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.readers.recognised import how_to_recognise
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

PICTURE = 0.2
"""The part of a page that a picture covers at least; letterheads cover less."""


def pages_with_words(blocks: Iterable[Block]) -> set[int]:
    """The pages on which words stand that are not page furniture."""
    text = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    places = [place for block in text for place in (block.place, *(row.place for row in block.rows))]
    return {place.page for place in places if place.page} | {box.page for place in places for box in place.boxes}


def check_wordless(blocks: Iterable[Block], pictured: Mapping[int, float], last: int) -> Iterator[NoticeDraft]:
    """A notice for each page without words; ``pictured`` is how much of each page with few words pictures cover."""
    found = pages_with_words(blocks)
    for page, part in pictured.items():
        if page in found:
            continue
        if part >= PICTURE:
            message = f"Page {page} shows a picture and holds no words; nothing on it was read. {how_to_recognise()}"
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_WITHOUT_WORDS, message, page)
        elif page < last:
            level = NoticeLevel.WARNING if part else NoticeLevel.INFO
            message = f"Page {page} holds no words. Look whether it is blank in print, too."
            yield NoticeDraft(level, NoticeCode.PAGE_WITHOUT_WORDS, message, page)
