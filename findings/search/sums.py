"""Keeping sums over the published reports that have the same facts: of records, themes, and domains.

A report belongs to a group while it is indexed. Whoever indexes reports calls ``held_groups`` before and ``keep_sums``
after: the sums of all groups concerned are made anew from the numbers of their reports, and written where they differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, QuerySet, Sum

from findings.models import (
    DomainSum,
    IndexedReport,
    Recommendation,
    RecordCount,
    RecordSum,
    ReportGroup,
    ReportTheme,
    ThemeSum,
)
from findings.search.counts import SUMMED
from inspections.models import Report
from inspections.vocabulary import Polarity

CRITICISES = (Polarity.WEAKNESS.value, Polarity.MIXED.value)
PRAISES = (Polarity.STRENGTH.value, Polarity.MIXED.value)
POLARITIES = ("strength", "weakness", "mixed", "neutral")
"""The columns of ``ThemeSum``."""
AT_ONCE = 50
"""Groups whose sums are made together."""

SumRow = tuple[Any, ...]
"""The values of a row of sums, without its group."""
Sums = dict[type[Model], dict[int, set[SumRow]]]
"""The rows of each table by group."""
COLUMNS: dict[type[Model], tuple[str, ...]] = {
    RecordSum: ("kind", "polarity", "timescale", "is_item", "records"),
    ThemeSum: ("kind", "theme", "criticises", "praises", "reports", "records", *POLARITIES),
    DomainSum: ("domain_id", "recommendations"),
}


def group_values(report: Report) -> dict[str, Any]:
    """The facts of a report by which it is grouped, as columns of ``ReportGroup``."""
    return {
        "report_kind": report.kind,
        "is_own": report.is_own,
        "is_sample": bool(report.authority and report.authority.is_sample),
        "framework_id": report.inspection.framework_id if report.inspection else None,
        "region": report.authority.region if report.authority else "",
        "year": report.year,
    }


def group_key(report: Report) -> str:
    """The facts of a report by which it is grouped, as one text."""
    return "|".join("" if value is None else str(value) for value in group_values(report).values())


def held_groups(reports: Collection[int]) -> set[int]:
    """The keys of the groups in which reports are now."""
    held = IndexedReport.objects.filter(report__in=reports, group__isnull=False)
    return set(held.values_list("group", flat=True))


def keep_sums(reports: Iterable[Report], before: Collection[int] = ()) -> None:
    """Put reports that are indexed into their groups; make the sums of these groups and of those before anew."""
    touched = set(before)
    indexed = IndexedReport.objects.select_related("group").in_bulk([report.pk for report in reports])
    for report in reports:
        if row := indexed.get(report.pk):
            touched.add(_put(row, report))
    groups = sorted(touched)
    for start in range(0, len(groups), AT_ONCE):
        sum_again(groups[start : start + AT_ONCE])


def _put(row: IndexedReport, report: Report) -> int:
    """Put a report into its group. Returns the key of the group."""
    key = group_key(report)
    group = row.group
    if group is None or group.key != key:
        found = ReportGroup.objects.filter(key=key).first()  # one process writes at a time
        group = found or ReportGroup.objects.create(key=key, **group_values(report))
    if row.group_id != group.pk or row.counted != SUMMED:
        IndexedReport.objects.filter(pk=row.pk).update(group=group, counted=SUMMED)
    return group.pk


def not_in_sums(reports: QuerySet[Report]) -> list[Report]:
    """The indexed reports that are in no sums, or in those of other facts than they have."""
    rows = IndexedReport.objects.filter(report__in=reports).values_list("report", "group__key", "counted")
    held = {report: key if counted == SUMMED else None for report, key, counted in rows}
    described = reports.filter(indexed__isnull=False).select_related("inspection", "authority")
    return [report for report in described if held.get(report.pk) != group_key(report)]


def sum_again(groups: Sequence[int]) -> None:
    """Make the sums of groups anew. Only what differs is written; a group without reports is deleted."""
    wanted, stored = wanted_sums(groups), stored_sums(groups)
    numbers, held = _reports(groups), dict(ReportGroup.objects.filter(pk__in=groups).values_list("pk", "reports"))
    if empty := [group for group in groups if not numbers[group]]:
        ReportGroup.objects.filter(pk__in=empty).delete()
    for group in (group for group in groups if numbers[group]):
        if held[group] != numbers[group]:
            ReportGroup.objects.filter(pk=group).update(reports=numbers[group])
        for model, columns in COLUMNS.items():
            rows: Any = model._default_manager
            if (want := wanted[model].get(group, set())) == (have := stored[model].get(group, set())):
                continue
            if have:
                rows.filter(group=group)._raw_delete(rows.db)  # nothing refers to sums
            rows.bulk_create(model(group_id=group, **dict(zip(columns, row, strict=True))) for row in want)


def unlike_sums(groups: Sequence[int]) -> Counter[int]:
    """How many sums of each group are missing, wrong or too many; groups whose sums are right are left out."""
    wanted, stored, numbers = wanted_sums(groups), stored_sums(groups), _reports(groups)
    held = dict(ReportGroup.objects.filter(pk__in=groups).values_list("pk", "reports"))
    found: Counter[int] = Counter(group for group in groups if held.get(group) != numbers[group])
    for model in COLUMNS:
        for group in groups:
            found[group] += len(wanted[model].get(group, set()) ^ stored[model].get(group, set()))
    return +found


def stored_sums(groups: Collection[int]) -> Sums:
    """The sums that are stored."""
    found: Sums = {}
    for model, columns in COLUMNS.items():
        rows: dict[int, set[SumRow]] = defaultdict(set)
        for group, *values in model._default_manager.filter(group__in=groups).values_list("group", *columns):
            rows[group].add(tuple(values))
        found[model] = rows
    return found


def wanted_sums(groups: Collection[int]) -> Sums:
    """The sums as they follow from the numbers of reports, and from the domains of recommendations."""
    return {RecordSum: _records(groups), ThemeSum: _themes(groups), DomainSum: _domains(groups)}


def _reports(groups: Collection[int]) -> Counter[int]:
    rows = IndexedReport.objects.filter(group__in=groups).order_by().values_list("group").annotate(Count("pk"))
    return Counter(dict(rows))


def _records(groups: Collection[int]) -> dict[int, set[SumRow]]:
    rows = RecordCount.objects.filter(report__indexed__group__in=groups).order_by()
    names = COLUMNS[RecordSum][:-1]
    found: dict[int, set[SumRow]] = defaultdict(set)
    for group, *values in rows.values_list("report__indexed__group", *names).annotate(number=Sum("records")):
        found[group].add(tuple(values))
    return found


def _themes(groups: Collection[int]) -> dict[int, set[SumRow]]:
    raised: dict[tuple[int, str, str, int], Counter[str]] = defaultdict(Counter)
    rows = ReportTheme.objects.filter(report__indexed__group__in=groups).order_by()
    columns = ("report__indexed__group", "kind", "theme", "report", "polarity", "records")
    for group, kind, theme, report, polarity, records in rows.values_list(*columns):
        raised[group, kind, theme, report][polarity] += records
    sums: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for (group, kind, theme, _), counts in raised.items():
        criticises, praises = (any(counts[one] for one in those) for those in (CRITICISES, PRAISES))
        total = sums[group, kind, theme, criticises, praises]
        total["reports"] += 1
        total["records"] += sum(counts.values())
        total.update({one: counts[one] for one in POLARITIES})
    found: dict[int, set[SumRow]] = defaultdict(set)
    for (group, *names), total in sums.items():
        found[group].add((*names, *(total[name] for name in ("reports", "records", *POLARITIES))))
    return found


def _domains(groups: Collection[int]) -> dict[int, set[SumRow]]:
    through = Recommendation.about.through.objects
    about = through.filter(
        recommendation__retired_at__isnull=True, recommendation__report__indexed__group__in=groups
    ).order_by()
    found: dict[int, set[SumRow]] = defaultdict(set)
    of_each = about.values_list("recommendation__report__indexed__group", "domain")
    for group, domain, number in of_each.annotate(number=Count("pk")):
        found[group].add((domain, number))
    untold = Recommendation.objects.live().filter(
        ~Exists(through.filter(recommendation=OuterRef("pk"))), report__indexed__group__in=groups
    )
    for group, number in untold.order_by().values_list("report__indexed__group").annotate(number=Count("pk")):
        found[group].add((None, number))
    return found
