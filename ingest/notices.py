"""Notices: what a reader, a profile or the loader could not do, or doubts.

Nothing is left out without a notice. Its code is stable, and pages and tests explain it; its message is a sentence
that a person can act on; its page is where to look.
"""

from dataclasses import dataclass

from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """One doubt or failure, and its place.

    ``page`` counts from 1 and is None where the source has no pages; ``line`` is the line of a text file, from 1.
    ``anchor`` is that of the record that the notice is about, if it is about one. ``where`` is the place in words, in a
    file without pages and lines.
    """

    level: NoticeLevel
    code: NoticeCode
    message: str
    page: int | None = None
    line: int | None = None
    anchor: str | None = None
    where: str = ""


class Refused(Exception):
    """A document cannot be read at all. This is an expected result; ``notice`` is the error for the caller."""

    def __init__(self, code: NoticeCode, message: str, page: int | None = None) -> None:
        super().__init__(message)
        self.notice = NoticeDraft(NoticeLevel.ERROR, code, message, page)
