"""The rows of a list that changes concern: by which reports and records each list is found.

A row of records is concerned if its report came or it changed itself; a row of anything else (a document, a plan, an
authority), if a report behind it came. Search asks its index within the reports concerned.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from findings.alerts.changed import Changed
from findings.models import SearchEntry
from findings.search.filters import SearchFilterSet
from findings.search.find import MOST
from findings.views.dataset import Rows
from inspections.lists.coverage import holding_any
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.lookups import among

Key = tuple[str, int]
"""The kind of a record ("" where a list has one kind) and its key."""
KEPT = 200
"""The most keys of one batch that are kept for a mail; beyond them it tells the number and leads to the list."""
REPORTS_AT_ONCE = 200
"""The most reports that one question to the index of search names."""


COVERAGE = "coverage"
"""The list whose rows stand for groups of inspections."""


@dataclass(frozen=True, slots=True)
class ListSource:
    """From which reports and records the rows of a list come.

    ``reports`` is the path to a report that came. ``records`` is the path to the key of a record of ``kind`` that
    changed by itself, "" where no such record is shown. ``is_correction`` tells that the rows are corrections.
    """

    reports: str = ""
    records: str = ""
    kind: str = ""
    is_correction: bool = False

    def condition(self, changed: Changed) -> Q:
        """The condition for rows that are concerned; None of them where nothing can be."""
        if self.is_correction:
            return among(changed.corrections)
        found = among(changed.reports, self.reports)
        records = changed.records.get(self.kind, ())
        return found | among(records, self.records) if records else found


def _records(kind: str) -> ListSource:
    return ListSource("report__pk", "pk", kind)


LIST_SOURCES = {
    "judgements": _records("judgement"),
    "matrix": _records("judgement"),
    "recommendations": _records("recommendation"),
    "findings": _records("finding"),
    "actions": _records("action"),
    "figures": ListSource("report__pk", "finding__pk", "finding"),
    "follow-through": ListSource("later__pk"),
    "plans": ListSource("pk"),
    "inspections": ListSource("statements__report__pk"),
    COVERAGE: ListSource("statements__report__pk"),
    "authorities": ListSource("reports__pk"),
    "documents": ListSource("report_sources__report__pk"),
    "notices": ListSource("report__pk"),
    "corrections": ListSource(is_correction=True),
}
"""Every list but search, by its name."""


def rows_concerned(name: str, rows: Rows, changed: Changed) -> Rows:
    """The rows of a list that changes concern, each once and in their order."""
    own = rows.model._default_manager.order_by().filter(LIST_SOURCES[name].condition(changed))
    if name == COVERAGE:
        return holding_any(rows, own)
    return rows.filter(pk__in=own.values("pk"))


def found_among(name: str, found: FacetedFilterSet, changed: Changed) -> tuple[int, list[Key]]:
    """How many of the rows that filters leave are concerned, and the keys of the first of them."""
    if isinstance(found, SearchFilterSet):
        return _searched(found, changed)
    rows = rows_concerned(name, found.qs, changed)
    keys = list(dict.fromkeys(rows.values_list("pk", flat=True)[:KEPT]))
    number = len(keys) if len(keys) < KEPT else rows.values("pk").distinct().count()
    return number, [("", key) for key in keys]


def _searched(found: SearchFilterSet, changed: Changed) -> tuple[int, list[Key]]:
    """What search finds in the reports concerned; of a part with more than is searched for, its first records count."""
    keys: list[tuple[int, Key]] = []
    everywhere = found.search
    reports = sorted(changed.reports | changed.reports_of_records)
    for start in range(0, len(reports) if everywhere else 0, REPORTS_AT_ONCE):
        found.search = everywhere
        found.look_within(reports[start : start + REPORTS_AT_ONCE])
        entries = found.search[:MOST] if found.search is not None else []
        for entry, kind, record, report in SearchEntry.objects.filter(among(entries)).values_list(
            "pk", "kind", "record", "report"
        ):
            if report in changed.reports or record in changed.records.get(kind, ()):
                keys.append((entry, (kind, record)))
    found.search = everywhere
    keys.sort()
    return len(keys), [key for _, key in keys[:KEPT]]
