"""What came or changed since it was last looked at, from the rows that publishing, reading and correcting leave.

1. Reports that came: loaded as published, or published by a person. All of their records are new.
2. Records that a later reading added or changed (the log of readings).
3. Records that people corrected, and those of which a correction was withdrawn.

What came since is what has a greater key than the position: one writer at a time gives keys in the order of
transactions, so nothing that is committed later has a smaller one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, QuerySet

from findings.alerts.models import ChangePosition
from findings.models import Correction, ReadingChange
from findings.search.texts import MODELS
from inspections.lists.lookups import among
from inspections.models import Report, VisibilityChange
from inspections.vocabulary import ReadingChangeKind, RecordKind, Visibility

ReportAnchor = tuple[int, str]
"""A report and an anchor in it."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Changed:
    """The keys of reports that came, of single records that changed, by kind, and of corrections that were made.

    ``reports_of_records`` are the reports in which single records changed.
    """

    reports: frozenset[int] = frozenset()
    records: Mapping[str, frozenset[int]] = field(default_factory=dict)
    reports_of_records: frozenset[int] = frozenset()
    corrections: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.reports or self.records or self.corrections)


def newest_position(before: ChangePosition) -> ChangePosition:
    """The position after everything that is committed now; its batch follows that of ``before``."""
    return ChangePosition(
        pk=ChangePosition.ONLY,
        batch=before.batch + 1,
        report=_last(Report.objects.all(), before.report),
        visibility=_last(VisibilityChange.objects.all(), before.visibility),
        reading=_last(ReadingChange.objects.all(), before.reading),
        correction=_last(Correction.objects.all(), before.correction),
        withdrawn_at=Correction.objects.aggregate(last=Max("withdrawn_at"))["last"] or before.withdrawn_at,
    )


def changed_between(before: ChangePosition, after: ChangePosition) -> Changed:
    """What came or changed from one position to the other, as far as the public pages show it."""
    made = Correction.objects.filter(pk__gt=before.correction, pk__lte=after.correction)
    withdrawn = Correction.objects.filter(withdrawn_at__lte=after.withdrawn_at) if after.withdrawn_at else made.none()
    if before.withdrawn_at:
        withdrawn = withdrawn.filter(withdrawn_at__gt=before.withdrawn_at)
    came = _came(before, after)
    by_kind: dict[str, set[ReportAnchor]] = defaultdict(set)
    readings = ReadingChange.objects.filter(pk__gt=before.reading, pk__lte=after.reading).exclude(
        change=ReadingChangeKind.RETIRED
    )
    for rows in (readings, made, withdrawn):
        for kind, report, anchor in rows.order_by().values_list("kind", "report", "anchor").iterator():
            if report not in came:
                by_kind[kind].add((report, anchor))
    kinds = [kind for kind in RecordKind if by_kind.get(kind)]
    records = {kind.value: frozenset(_keys_of(kind, by_kind[kind])) for kind in kinds}
    return Changed(
        came,
        {kind: keys for kind, keys in records.items() if keys},
        frozenset(report for kind in kinds for report, _ in by_kind[kind]),
        frozenset(made.values_list("pk", flat=True)),
    )


def _came(before: ChangePosition, after: ChangePosition) -> frozenset[int]:
    published = VisibilityChange.objects.filter(
        pk__gt=before.visibility, pk__lte=after.visibility, after=Visibility.PUBLISHED.value
    )
    shown = Report.objects.published().order_by()
    loaded = shown.filter(pk__gt=before.report, pk__lte=after.report).values_list("pk", flat=True)
    return frozenset(loaded).union(shown.filter(pk__in=published.values("report")).values_list("pk", flat=True))


def _keys_of(kind: RecordKind, places: Iterable[ReportAnchor]) -> Iterator[int]:
    """The keys of the public records at some places."""
    wanted = frozenset(places)
    reports = sorted({report for report, _ in wanted})
    rows: QuerySet[Any] = MODELS[kind].objects.published().order_by()
    for start in range(0, len(reports), AT_ONCE):
        found = rows.filter(among(reports[start : start + AT_ONCE], "report__pk"))
        for key, report, anchor in found.values_list("pk", "report", "anchor").iterator():
            if (report, anchor) in wanted:
                yield key


def _last(rows: QuerySet[Any], before: int) -> int:
    return max(before, rows.aggregate(last=Max("pk"))["last"] or 0)
