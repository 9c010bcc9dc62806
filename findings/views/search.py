"""Search over judgements, recommendations, findings and actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from findings.labels import label_of
from findings.linking import in_report
from findings.models import RecordKind, SearchEntry
from findings.search.extracts import Marker, extract_of, marker_of
from findings.search.filters import SearchFilter
from findings.search.find import MOST, Order
from findings.search.language import parse
from findings.search.texts import MODELS, Searched, text_of
from inspections.views.listing import PagedList

RELATED = {
    RecordKind.JUDGEMENT: ("domain", "grade", "inspection__authority", "inspection__framework"),
    RecordKind.RECOMMENDATION: ("domain", "parent"),
    RecordKind.FINDING: ("domain", "section"),
    RecordKind.ACTION: ("section",),
}


@dataclass(frozen=True, slots=True)
class Result:
    """A record that was found, its name, and the part of its text that shows why."""

    kind: RecordKind
    record: Searched
    label: str
    extract: SafeString

    @property
    def place(self) -> str:
        """Where it stands in its report."""
        return in_report(self.record)


def results_of(places: Iterable[int], marker: Marker) -> list[Result]:
    """The records behind entries, in their order; one query a kind."""
    entries = SearchEntry.objects.in_bulk(list(places))
    wanted: dict[RecordKind, list[int]] = defaultdict(list)
    for entry in entries.values():
        wanted[RecordKind(entry.kind)].append(entry.record)
    found: dict[tuple[str, int], Searched] = {}
    for kind, keys in wanted.items():
        rows: QuerySet[Any] = MODELS[kind]._default_manager.select_related("report__authority", *RELATED[kind])
        found |= {(kind.value, row.pk): row for row in rows.filter(pk__in=keys)}
    records = [(RecordKind(entries[place].kind), found[entries[place].kind, entries[place].record]) for place in places]
    return [Result(kind, row, label_of(row), extract_of(text_of(row), marker)) for kind, row in records]


class SearchPage(PagedList):
    """The search box, what was understood, the filters, and what was found in pages."""

    template_name = "findings/search.html"

    def get_queryset(self) -> Any:
        """What is found, as far as pages reach."""
        self.typed = self.request.GET.get("q", "").strip()
        self.query = parse(self.typed)
        self.filterset = SearchFilter(self.request.GET, self.query.expression)
        return self.filterset.search or []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The results and how they came about."""
        context = super().get_context_data(**kwargs)
        search, expression = self.filterset.search, self.query.expression
        by_date = self.request.GET.copy()
        by_date.pop("page", None)
        by_date["sort"] = Order.DATE.value
        by_relevance = by_date.copy()
        del by_relevance["sort"]
        return context | {
            "typed": self.typed,
            "query": self.query,
            "filterset": self.filterset,
            "problems": self.filterset.problems,
            "results": results_of(context["object_list"], marker_of(expression)) if expression else [],
            "has_more": bool(search and search.has_more),
            "most": MOST,
            "sorted_by_date": self.filterset.order == Order.DATE,
            "by_date": by_date.urlencode(),
            "by_relevance": by_relevance.urlencode(),
        }
