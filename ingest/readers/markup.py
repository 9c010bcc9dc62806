"""Marks in files of word processors and web pages: words hidden, struck or changed, comments; and the notices on them.

Words that are hidden or deleted are left out and not quoted: somebody may have wanted them gone. Words that are
inserted or struck through are read, because only a person knows whether they hold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.notices import NoticeDraft
from ingest.readers.pictures import Picture, notices_of
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

QUOTED = 6
"""Words of a struck text that its notice quotes."""

SHOWN = 5
"""Struck texts that a notice names."""


@dataclass(slots=True)
class Markup:
    """What a file marks, in reading order: texts, those that are struck with their places; ``comments`` by number.

    ``hidden`` words were left out, ``unseen`` ones read, because it is not sure that nobody sees them. ``drawn`` words
    of drawings and forms, ``files`` inside the file by their names, and ``pictures`` were not read. ``short`` are the
    places of rows that have fewer cells than the others of their table.
    """

    hidden: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    struck: list[tuple[str, str]] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    comments: int = 0
    drawn: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    short: list[str] = field(default_factory=list)

    def strike(self, texts: Iterable[str], place: str) -> None:
        """Note the struck texts of a place; those that follow each other there are one."""
        text = " ".join(" ".join(texts).split())
        if text and self.struck and self.struck[-1][1] == place:
            text = f"{self.struck.pop()[0]} {text}"
        if text:
            self.struck.append((text, place))

    def notices(self) -> tuple[NoticeDraft, ...]:
        """The notices about all that is marked."""
        told = (NoticeDraft(NoticeLevel.WARNING, code, message) for code, message in self._told())
        return (*told, *notices_of(self.pictures))

    def _told(self) -> Iterator[tuple[NoticeCode, str]]:
        if count := _count(self.hidden):
            one = count == 1
            words = "a word that is" if one else f"{count} words that are"
            them = "It was left out. Show it and save the file if it is" if one else (
                "They were left out. Show them and save the file if they are"
            )  # fmt: skip
            yield NoticeCode.TEXT_HIDDEN, f"The file holds {words} formatted as hidden. {them} to be read."
        if count := _count(self.unseen):
            says = f"The styles of the page hide words of it ({count}), which were read. Look whether they are shown."
            yield NoticeCode.TEXT_HIDDEN, says
        if self.struck:
            named = "; ".join(_quoted(text) + (f" ({place})" if place else "") for text, place in self.struck[:SHOWN])
            more = f"; and {len(self.struck) - SHOWN} more" if len(self.struck) > SHOWN else ""
            says = f"Words are struck through, but were read: {named}{more}. Look whether they still hold."
            yield NoticeCode.TEXT_STRUCK, says
        deleted, inserted = _count(self.deleted), _count(self.inserted)
        if deleted or inserted:
            says = (
                "The file marks changes that nobody accepted or refused: words that are inserted were read "
                f"({inserted}), those that are deleted left out ({deleted}). Decide on them there, and read it again."
            )
            yield NoticeCode.CHANGES_TRACKED, says
        if self.comments:
            number = "a comment" if self.comments == 1 else f"{self.comments} comments"
            says = f"The file has {number} of people who worked on it, not read. Look whether they change what is said."
            yield NoticeCode.COMMENTS_LEFT, says
        if count := _count(self.drawn):
            words = "a word" if count == 1 else f"{count} words"
            says = f"Drawings or form fields of the file hold {words} that were not read. Look what they say."
            yield NoticeCode.TEXT_IN_ANNOTATIONS, says
        if self.short:
            named = "; ".join(self.short[:SHOWN]) + (" and more" if len(self.short) > SHOWN else "")
            says = (
                f"Rows have fewer cells than others of their table: {named}. Look whether words are in wrong columns."
            )
            yield NoticeCode.SHORT_ROW, says
        if self.files:
            named = ", ".join(dict.fromkeys(self.files))
            says = f"Files inside the document were not read: {named}. Save each by itself and read that."
            yield NoticeCode.ATTACHMENTS, says


def _count(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _quoted(text: str) -> str:
    words = text.split()
    return f"“{' '.join(words[:QUOTED])}{' …' if len(words) > QUOTED else ''}”"
