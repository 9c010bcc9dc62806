"""What the desk shows of a document at a time: a page, or some lines of a file without pages.

A record stands on every page that its boxes name; one without page and line stands on the first leaf of its report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q

from findings.reports.pdf_pages import LONGEST_RECORD
from findings.reports.places import LINES_SHOWN, pages_of
from findings.reports.records import KINDS
from inspections.models import Notice, Report

NOWHERE = Q(page__isnull=True, line__isnull=True)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a report, by its number from 1. ``is_page`` tells that leaves are pages; ``is_first`` is the report's.

    ``of`` is the number of leaves of the file.
    """

    number: int
    of: int
    is_page: bool
    is_first: bool

    @property
    def lines(self) -> range:
        """The numbers of its lines, for a file without pages."""
        return range((self.number - 1) * LINES_SHOWN + 1, self.number * LINES_SHOWN + 1)

    @property
    def name(self) -> str:
        """Its name: "Page 3", "Lines 41 to 80"."""
        return f"Page {self.number}" if self.is_page else f"Lines {self.lines[0]} to {self.lines[-1]}"

    @property
    def near(self) -> Q:
        """The rows that can stand on it: ``has`` decides."""
        if self.is_page:
            found = Q(page__range=(self.number - LONGEST_RECORD, self.number))
        else:
            found = Q(line__range=(self.lines[0], self.lines[-1]))
        return found | NOWHERE if self.is_first else found

    def has(self, row: Any) -> bool:
        """Whether a row that is near stands on it."""
        pages = pages_of(row) if hasattr(row, "boxes") else (row.page,)
        return self.number in pages if self.is_page and row.page else True

    def begins(self, row: Any) -> bool:
        """Whether a row on it begins on it, and not on a page before."""
        return not self.is_page or row.page in (None, self.number)


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of a report: ``of`` in all, of which ``first`` is the one where the report begins."""

    of: int
    first: int
    is_page: bool

    def leaf(self, number: int) -> Leaf:
        """The leaf with a number; the nearest one if there is none."""
        number = max(1, min(number, self.of))
        return Leaf(number, self.of, self.is_page, number == self.first)

    def number_of(self, row: Any) -> int:
        """The number of the leaf on which a row begins."""
        if self.is_page:
            return int(row.page or self.first)
        return number_of_line(row.line) if row.line else self.first

    @property
    def field(self) -> str:
        """The column by which rows are on leaves."""
        return "page" if self.is_page else "line"


def number_of_line(line: int) -> int:
    """The number of the leaf with a line."""
    return (line - 1) // LINES_SHOWN + 1


def leaves_of(report: Report) -> Leaves:
    """The leaves of the file of a report."""
    if pages := report.source.pages:
        return Leaves(pages, min(report.page or 1, pages), is_page=True)
    rows = [model._default_manager.filter(report=report) for model, _ in KINDS]
    rows.append(Notice.objects.filter(report=report))
    last = max(found.aggregate(last=Max("line"))["last"] or 1 for found in rows)
    return Leaves(number_of_line(last), number_of_line(min(report.line or 1, last)), is_page=False)
