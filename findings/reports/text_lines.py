"""Lines of a text file as they stand in it, with the records that were read from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from findings.labels import Record, label_of
from findings.reports.places import LINES_BEFORE, LINES_SHOWN, name_of, records_in
from inspections.documents.plain_text import NotTextError, decode, lines_of
from inspections.documents.stored_files import source_files
from inspections.models import Report, SourceFile

MOST_BYTES = 5_000_000
TOO_LARGE = "The text is too large to be shown by its lines. Download the file instead."
NOT_THERE = "The file is not where it was kept."


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with its number, from 1. ``marked``: the chosen record is on it."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class LineMark:
    """A record that begins on one of the lines.

    ``url`` is its address, ``place`` that of the lines with the record marked.
    """

    record: Record
    label: str
    url: str
    place: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TextPassage:
    """Some lines of a file, the number of lines of the file, and the records that begin on these lines."""

    source: SourceFile
    lines: tuple[TextLine, ...]
    total: int
    marks: tuple[LineMark, ...] = ()

    @property
    def first(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.lines[-1].number

    @property
    def marked(self) -> tuple[int, ...]:
        """The numbers of the marked lines."""
        return tuple(line.number for line in self.lines if line.marked)

    @property
    def previous_url(self) -> str:
        """The address of the preceding lines, or ""."""
        return self._url(max(1, self.first - LINES_SHOWN)) if self.first > 1 else ""

    @property
    def following_url(self) -> str:
        """The address of the following lines, or ""."""
        return self._url(self.last + 1) if self.last < self.total else ""

    def _url(self, first: int) -> str:
        return reverse("lines-view", args=[self.source.sha256, first])


def _all_lines(source: SourceFile) -> list[str]:
    """The lines of a file. Raises NotTextError with a sentence if they cannot be shown."""
    if source.size > MOST_BYTES:
        raise NotTextError(TOO_LARGE)
    try:
        data = source_files().read(str(source.stored))
    except FileNotFoundError as error:
        raise NotTextError(NOT_THERE) from error
    return lines_of(decode(data)[0])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _lines_of(record: Record, lines: list[str]) -> range:
    """The numbers of a record's lines: from its first line until all letters of its text as read have been found."""
    if not record.line or record.line > len(lines):
        return range(0)
    wanted = _letters(getattr(record, "orig", ""))
    start = _letters(lines[record.line - 1])
    found = len(start) - max(0, start.find(wanted[:8]))
    last = record.line
    while found < len(wanted) and last < len(lines):
        found += len(_letters(lines[last]))
        last += 1
    return range(record.line, last + 1)


def _numbered(lines: list[str], numbers: range, marked: Iterable[int]) -> tuple[TextLine, ...]:
    shown = set(marked)
    return tuple(TextLine(n, lines[n - 1], n in shown) for n in numbers if 1 <= n <= len(lines))


def passage_of(record: Record, source: SourceFile) -> TextPassage | None:
    """The lines of a record with some lines around them; None if it has no line. Raises NotTextError."""
    lines = _all_lines(source)
    own = _lines_of(record, lines)
    if not own:
        return None
    around = range(own[0] - LINES_BEFORE, own[-1] + LINES_BEFORE + 1)
    return TextPassage(source, _numbered(lines, around, own), len(lines))


def lines_between(source: SourceFile, numbers: range, chosen: Record | None) -> tuple[TextLine, ...]:
    """The lines with some numbers, as far as the file has them; those of a record are marked. Raises NotTextError."""
    lines = _all_lines(source)
    return _numbered(lines, numbers, _lines_of(chosen, lines) if chosen else ())


def _line_mark(record: Record, report: Report, chosen: str) -> LineMark:
    name = name_of(report, record.anchor)
    url = f"{report.get_absolute_url()}{record.anchor}/"
    return LineMark(record, label_of(record), url, f"?record={name}", name == chosen)


def read_passage(source: SourceFile, first: int, chosen: str = "") -> TextPassage | None:
    """Lines from a number on, with their records; None if the file ends before. Raises NotTextError."""
    lines = _all_lines(source)
    numbers = range(first, min(first + LINES_SHOWN, len(lines) + 1))
    if not numbers:
        return None
    here = records_in(source, Q(line__range=(numbers[0], numbers[-1])), chosen)
    marks = [_line_mark(record, record.report, chosen) for record in here]
    marks.sort(key=lambda mark: mark.record.line or 0)
    own = next((_lines_of(mark.record, lines) for mark in marks if mark.chosen), ())
    return TextPassage(source, _numbered(lines, numbers, own), len(lines), tuple(marks))
