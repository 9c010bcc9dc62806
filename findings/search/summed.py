"""Adding up sums over reports that have the same facts, where they are whole.

They are whole if each published report is in them and no other. Else nothing is added up, and whoever asks looks at the
reports themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.db.models import Sum

from findings.models import RecordSum, ReportGroup
from findings.search.counts import SUMMED
from inspections.caching.revision import current_revision, for_revision, shared
from inspections.lists.counting import CountedFilterSet
from inspections.lists.filters import ChoicesFilter
from inspections.models import Report


class SummedGroup(NamedTuple):
    """Reports with the same facts; texts are "" where a fact is not known, ``year`` too."""

    key: int
    report_kind: str
    is_own: bool
    is_sample: bool
    framework: str
    framework_name: str
    region: str
    year: str
    reports: int


Fact = Callable[[SummedGroup], str]
FACTS: Mapping[str, Fact] = {
    "report__year": lambda group: group.year,
    "report__kind": lambda group: group.report_kind,
    "report__authority__region": lambda group: group.region,
    "report__inspection__framework__code": lambda group: group.framework if group.is_own else "",
}
"""What filters of records ask of their reports, by the path from a record."""


def are_whole() -> bool:
    """Whether all sums may be added up; found out once for each revision."""

    def look() -> bool:
        published = Report.objects.published()
        summed = published.filter(indexed__counted=SUMMED, indexed__group__isnull=False).count()
        in_groups = ReportGroup.objects.aggregate(number=Sum("reports"))["number"] or 0
        return published.count() == summed == in_groups

    return shared("sums are whole", current_revision(), look)


@for_revision
def summed_groups() -> tuple[SummedGroup, ...]:
    """All groups, in a fixed order."""
    columns = ("report_kind", "is_own", "is_sample", "framework__code", "framework__short_name", "region", "year")
    rows = ReportGroup.objects.order_by("pk").values_list("pk", *columns, "reports")
    return tuple(
        SummedGroup(key, kind, is_own, is_sample, code or "", name or "", region, str(year or ""), reports)
        for key, kind, is_own, is_sample, code, name, region, year, reports in rows
    )


def records_by_kind() -> Counter[tuple[str, bool]] | None:
    """The number of published records by kind, and by whether they are items of others; None without whole sums."""
    if not are_whole():
        return None
    rows = RecordSum.objects.order_by().values_list("kind", "is_item").annotate(number=Sum("records"))
    return Counter({(kind, is_item): number for kind, is_item, number in rows})


def groups_left(filters: CountedFilterSet, own: ChoicesFilter, *others: str) -> list[int] | None:
    """The keys of the groups whose reports filters leave whole, but for ``own`` and those named ``others``.

    None where filters ask for more than facts of groups, or no sum may be used.
    """
    asked = filters.asked_of_groups(own, *others)
    if asked is None:
        return None
    wanted = [(FACTS.get(filters.filters[name].field_name), frozenset(map(str, asked[name]))) for name in asked]
    if not all(fact for fact, _ in wanted) or not are_whole():
        return None
    return [group.key for group in summed_groups() if all(fact and fact(group) in values for fact, values in wanted)]
