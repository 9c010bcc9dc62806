"""Search over judgements, recommendations, findings and actions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from findings.labels import authority_of, label_with_section
from findings.references.links import in_report
from findings.search.extracts import ExtractPart, Marker, extract_of, marker_of
from findings.search.filters import SearchFilterSet
from findings.search.find import MOST, SearchOrder
from findings.search.numbered import numbered_records
from findings.search.records import grades_of, keys_of, records_at
from findings.search.terms import MOST_WORDS
from findings.search.texts import SearchedRecord, text_of
from findings.views.understanding import Understanding
from inspections.lists.filtersets import grades
from inspections.lists.views import PagedList
from inspections.models import Authority, Judgement
from inspections.vocabulary import RecordKind

SHORTEST_NAME, MOST_NAMED = 3, 3


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A record that was found, its name, and the part of its text that shows why.

    ``grade`` is the code of the grade under which it stands in its report, or of the reason why there is none.
    """

    kind: RecordKind
    record: SearchedRecord
    label: str
    extract: tuple[ExtractPart, ...]
    grade: str
    grade_word: str

    @property
    def section(self) -> str:
        """The heading under which it stands, where its name does not tell it already; "" without one."""
        section = None if isinstance(self.record, Judgement) else self.record.section
        return section.heading if section and section.heading not in self.label else ""

    @property
    def authority(self) -> Authority | None:
        """The authority that it is about."""
        return authority_of(self.record)

    @property
    def place(self) -> str:
        """Where it stands in its report."""
        return in_report(self.record)


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """How the results are sorted. ``other`` is the query string of the page that has them in the other order."""

    is_by_words: bool
    is_by_date: bool
    other: str


def results_of(places: Iterable[int], marker: Marker) -> list[SearchResult]:
    """The records behind entries, in their order."""
    wanted = list(places)
    codes = grades_of(wanted)
    names = dict(grades()) if any(codes.values()) else {}
    return [
        SearchResult(
            kind,
            row,
            label_with_section(row),
            extract_of(text_of(row), marker),
            code := codes[kind, row.pk],
            names.get(code, code),
        )
        for kind, row in records_at(keys_of(wanted))
    ]


def authorities_named(typed: str) -> list[Authority]:
    """Authorities with a report whose name begins with the words typed: people look for their council first of all."""
    wanted = typed.casefold().strip(' "“”')
    if len(wanted) < SHORTEST_NAME:
        return []
    begun = re.compile(rf"\b{re.escape(wanted)}")
    named = [
        one
        for one in Authority.objects.with_published_reports()
        if begun.search(one.name.casefold()) or re.search(rf"\b{re.escape(one.name.casefold())}\b", wanted)
    ]
    return named[:MOST_NAMED]


class SearchPage(PagedList):
    """The search box, what was understood, the filters, and what was found in pages.

    Filters alone show every record that they leave; with neither words nor filters the page says what can be typed.
    """

    template_name = "findings/search.html"

    def get_queryset(self) -> Any:
        """What is found, as far as pages reach."""
        self.filterset = SearchFilterSet(self.request.GET)
        self.is_asked = bool(self.filterset.typed or self.filterset.selections)
        return (self.filterset.search if self.is_asked else None) or []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The results and how they came about."""
        context = super().get_context_data(**kwargs)
        found, query = self.filterset, self.filterset.understood
        is_by_date = found.order == SearchOrder.DATE
        return context | {
            "typed": found.typed,
            "named": authorities_named(found.typed),
            "numbered": numbered_records(found),
            "understanding": Understanding(found),
            "filterset": found,
            "problems": found.problems,
            "is_asked": self.is_asked and found.search is not None,
            "results": results_of(context["object_list"], marker_of(query.expression)),
            "has_more": found.has_more,
            "most": MOST,
            "indexed_words": MOST_WORDS,
            "sorted_by_date": is_by_date,
            "order": ShownOrder(query.expression is not None, is_by_date, self._other_order(is_by_date)),
        }

    def _other_order(self, is_by_date: bool) -> str:
        """The query string of the same results in the other order, from their first page on."""
        query = self.request.GET.copy()
        query.pop("page", None)
        query.pop("sort", None)
        if not is_by_date:
            query["sort"] = SearchOrder.DATE.value
        return query.urlencode()
