"""Notices: what a reader, a profile or the loader could not do, or doubts.

A notice is the only way in which something may be left out. Its code is stable (pages, tests and the README
explain codes), its message is a sentence that a person can act on, and its page says where to look.
"""

from dataclasses import dataclass

from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel


@dataclass(frozen=True, slots=True)
class Notice:
    """One doubt or failure, with the place it is about.

    ``page`` counts from 1 and is None where the source has no pages; ``line`` is the line of a text file, from 1;
    ``anchor`` names the record of the report that the notice is about, if it is about one.
    """

    level: NoticeLevel
    code: NoticeCode
    message: str
    page: int | None = None
    line: int | None = None
    anchor: str | None = None


class Refused(Exception):
    """A document that cannot be read at all: an expected result, carried to the caller as one error notice."""

    def __init__(self, code: NoticeCode, message: str, page: int | None = None) -> None:
        super().__init__(message)
        self.notice = Notice(NoticeLevel.ERROR, code, message, page)
