"""What an analysis is made of: a question with filters, the answer to it, and the columns of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from findings.exports.columns import ExportColumn
from inspections.analysis.filters import AnalysisFilterSet
from inspections.lists.as_at import held_words


def _as_it_is(listed: Sequence[Any]) -> Sequence[Any]:
    return listed


@dataclass(frozen=True, slots=True)
class DrillDown:
    """One page of what is behind the numbers, each item to be shown by the component ``row``."""

    row: str
    items: tuple[Any, ...]
    page: Page[Any]
    page_numbers: tuple[int | str, ...]

    @property
    def count(self) -> int:
        """How many there are on all pages."""
        return self.page.paginator.count


@dataclass(frozen=True, slots=True)
class Analysis:
    """A page under ``/analysis/``, with its files.

    ``place`` ends its address and the name of its template. ``answer`` computes from the filters what the page shows;
    its ``rows`` are those of the files, and what is ``listed`` stands below its numbers, in pages; ``shown`` loads what
    one page of it needs, and the component ``row`` shows one of it. ``files_hold`` names the rows of the files where
    they are downloaded. ``examples`` are questions with the query that asks them.
    """

    place: str
    title: str
    description: str
    filters: type[AnalysisFilterSet]
    answer: Callable[[Any], Any]
    columns: tuple[ExportColumn, ...]
    row: str
    shown: Callable[[Sequence[Any]], Sequence[Any]] = _as_it_is
    examples: tuple[tuple[str, str], ...] = ()
    files_hold: str = "the table"
    per_page: int = 20
    key: str = ""

    @property
    def name(self) -> str:
        """The name of its page, which begins those of its files."""
        return f"analysis-{self.place}"

    @property
    def template(self) -> str:
        """The template of its page."""
        return f"findings/analysis/{self.place}.html"

    def filterset(self, query: QueryDict) -> AnalysisFilterSet:
        """The filters with what an address asks for."""
        return self.filters(query)

    def rows(self, filterset: AnalysisFilterSet) -> Iterable[Any]:
        """The rows of its files."""
        rows: Iterable[Any] = self.answer(filterset).rows
        return rows

    def pages(self, filterset: AnalysisFilterSet, size: int) -> Paginator[Any]:
        """The same rows in pages."""
        return Paginator(tuple(self.rows(filterset)), size)

    def note(self, filterset: AnalysisFilterSet) -> str:
        """Until when inspections are held; what else must be known of a number stands beside it."""
        return held_words()
