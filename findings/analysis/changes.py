"""What changed in this knowledge base since a day: reports that came, readings that changed records, corrections.

The time is that at which it happened here, not the day of an inspection. Judgements and recommendations come with their
report; later readings of it are told as such. What is counted is what the public pages show today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from findings.labels import field_label
from findings.models import Correction, ReadingChange, Recommendation
from inspections.analysis.charts import BarChart, BarCounts, bar_chart
from inspections.analysis.filters import AnalysisFilterSet, OptionFilter
from inspections.counted import counted
from inspections.judgements.matrix import DayFilter
from inspections.lists.filters import ChoicesFilter
from inspections.lists.filtersets import authorities
from inspections.models import Judgement, Report, VisibilityChange, partial_dates
from inspections.models.partial_dates import earliest_day
from inspections.models.visibility import is_published
from inspections.vocabulary import ReadingChangeKind, Term, Visibility

DAYS = 90
"""How far back it goes where no day is asked for."""


class ChangeKind(Term):
    """What happened."""

    REPORT = "report", "Reports that came"
    READING = "reading", "Readings that changed records"
    CORRECTION = "correction", "Corrections"
    WITHDRAWAL = "withdrawal", "Corrections withdrawn"


LOOKS = ("step-4", "step-3", "step-2", "step-1")
EVERYTHING = (("", "Everything"), *ChangeKind.choices())


class ChangesFilterSet(AnalysisFilterSet):
    """What can be asked of changes."""

    since = DayFilter(label="Since", hint=f"Such as 2026-03-31. Without it, the last {DAYS} days", max_length=10)
    kind = OptionFilter(default="", load=lambda: EVERYTHING, label="What happened")
    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")


class Happened(NamedTuple):
    """What happened to a report: when, and in words what of it."""

    at: datetime
    kind: ChangeKind
    report: int
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened, with its report."""

    at: datetime
    kind: ChangeKind
    report: Report
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer: numbers by what happened, the picture, and everything that happened, the newest first."""

    since: str
    numbers: tuple[tuple[ChangeKind, int, str], ...]
    chart: BarChart | None
    listed: tuple[Happened, ...]

    @property
    def rows(self) -> tuple[Change, ...]:
        """The same with their reports, as files have them."""
        return describe_changes(self.listed)


def changes(filters: AnalysisFilterSet) -> Changes:
    """Return what changed, in a fixed number of queries."""
    since = filters.day("since") or f"{timezone.localdate() - timedelta(days=DAYS)}"
    start = timezone.make_aware(datetime.combine(earliest_day(since), time.min))
    reports = Report.objects.published().order_by()
    if slugs := filters.chosen("authority"):
        reports = reports.filter(authority__slug__in=slugs)
    everything = [*_reports(reports, start), *_readings(reports, start), *_corrections(reports, start)]
    everything.sort(key=lambda one: (one.at, one.report), reverse=True)
    numbers = Counter(one.kind for one in everything)
    kind = filters.option("kind")
    return Changes(
        since,
        tuple((one, numbers[one], filters.query_with(kind=one.value)) for one in ChangeKind),
        _chart(since, everything),
        tuple(one for one in everything if not kind or one.kind == kind),
    )


def describe_changes(happened: Sequence[Happened]) -> tuple[Change, ...]:
    """Return what happened with its reports; of reports that came, how much came with them."""
    keys = {one.report for one in happened}
    found = Report.objects.select_related("authority", "inspection").defer("read").in_bulk(keys)
    came = {one.report for one in happened if one.kind is ChangeKind.REPORT}
    judgements, recommendations = (
        dict(rows.published().filter(report__in=came).order_by().values_list("report").annotate(Count("pk")))
        for rows in (Judgement.objects, Recommendation.objects)
    )

    def words(one: Happened) -> str:
        if one.kind is not ChangeKind.REPORT:
            return one.words
        judged = counted(judgements.get(one.report, 0), "judgement")
        return f"Came with {judged} and {counted(recommendations.get(one.report, 0), 'recommendation')}"

    return tuple(Change(one.at, one.kind, found[one.report], words(one)) for one in happened if one.report in found)


def _reports(reports: QuerySet[Report], start: datetime) -> Iterable[Happened]:
    """Reports that came to the public pages: loaded as published, or published by a person after they were loaded."""
    rows = VisibilityChange.objects.filter(after=Visibility.PUBLISHED.value, made_at__gte=start).exclude(before="")
    published = dict(rows.order_by().values_list("report").annotate(last=Max("made_at")))
    loaded = dict(reports.filter(loaded_at__gte=start).values_list("pk", "loaded_at"))
    shown = set(reports.filter(pk__in=published).values_list("pk", flat=True))
    for report in loaded.keys() | shown:
        yield Happened(published.get(report) or loaded[report], ChangeKind.REPORT, report, "")


def _readings(reports: QuerySet[Report], start: datetime) -> Iterable[Happened]:
    rows = ReadingChange.objects.filter(is_published("report__"), at__gte=start, report__in=reports.values("pk"))
    counts = rows.order_by().values_list("at", "report", "kind", "change").annotate(number=Count("pk"))
    for at, report, kind, change, number in counts:
        words = f"Read anew, {counted(number, kind)}: {ReadingChangeKind(change).label.lower()}"
        yield Happened(at, ChangeKind.READING, report, words)


def _corrections(reports: QuerySet[Report], start: datetime) -> Iterable[Happened]:
    rows = Correction.objects.filter(is_published("report__"), report__in=reports.values("pk")).order_by()
    for kind, done, moment, reason in (
        (ChangeKind.CORRECTION, "Corrected", "made_at", "reason"),
        (ChangeKind.WITHDRAWAL, "Correction withdrawn", "withdrawn_at", "withdrawn_reason"),
    ):
        found = rows.filter(**{f"{moment}__gte": start})
        for at, report, of, anchor, field, why in found.values_list(
            moment, "report", "kind", "anchor", "field", reason
        ):
            what = f"{field_label(field)} of {' '.join(filter(None, (of, anchor)))}"
            yield Happened(at, kind, report, f"{done}, {what}: {why}")


def _chart(since: str, everything: Sequence[Happened]) -> BarChart | None:
    months = sorted({f"{timezone.localtime(one.at):%Y-%m}" for one in everything}, reverse=True)
    numbers = Counter((f"{timezone.localtime(one.at):%Y-%m}", one.kind) for one in everything)
    counts = [tuple(numbers[month, kind] for kind in ChangeKind) for month in months]
    return bar_chart(
        f"What changed since {partial_dates.display(since)}, by month",
        "A bar for each month, divided by what happened.",
        [(look, kind.label) for look, kind in zip(LOOKS, ChangeKind, strict=True)],
        [
            BarCounts(partial_dates.display(month), counted(sum(of_month), "change"), of_month)
            for month, of_month in zip(months, counts, strict=True)
        ],
    )
