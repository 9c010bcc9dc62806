"""What a Word document holds besides its words: comments, diagrams with words of their own, embedded files."""

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from ingest.notices import NoticeDraft
from ingest.readers.word_numbers import W
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COMMENTS = "wordprocessingml.comments+xml"
DIAGRAMS = ("diagramData+xml", "drawingml.chart+xml")
EMBEDDED = "/embeddings/"
INSERTED = "/afchunk"
"""In the names of parts that Word puts in place of their words when it opens the document."""


def comment_count(parts: Iterable[Any]) -> int:
    """The number of comments in the parts of a document."""
    roots = (_root(part) for part in parts if str(part.content_type).endswith(COMMENTS))
    return sum(1 for root in roots for _ in root.iter(f"{W}comment"))


def extras(parts: Iterable[Any]) -> Iterator[NoticeDraft]:
    """The notices about words in diagrams and about embedded files, neither of which is read."""
    words = 0
    files: list[str] = []
    for part in parts:
        if str(part.content_type).endswith(DIAGRAMS):
            words += sum(len((one.text or "").split()) for one in _root(part).iter(f"{DRAWING}t"))
        elif EMBEDDED in str(part.partname) or INSERTED in str(part.partname).casefold():
            files.append(str(part.partname).rpartition("/")[2])
    if words:
        message = f"Diagrams of the document hold {words} words that were not read. Look what they say."
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.TEXT_IN_ANNOTATIONS, message)
    if files:
        message = f"Files inside the document were not read: {', '.join(files)}. Save each by itself and read that."
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.ATTACHMENTS, message)


def _root(part: Any) -> Any:
    if hasattr(part, "element"):
        return part.element
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
