"""Editions: each live report is read from exactly one file, and that is the one that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Count, Exists, OuterRef

from findings.checks.invariants import Breach, Invariant, keys
from inspections.documents.editions import chosen_of, rank, stored_editions
from inspections.models import Report, ReportSource
from inspections.vocabulary import SourceRole
from inspections.write import knowledge_change, renew


def without_current() -> Iterator[Breach]:
    """Live reports whose file is not linked as the current one."""
    current = ReportSource.objects.filter(report=OuterRef("pk"), source=OuterRef("source"), role=SourceRole.CURRENT)
    reports = Report.objects.filter(~Exists(current), retired_at__isnull=True)
    for report in reports.select_related("authority", "source").order_by("pk").iterator():
        what = f"{report.get_absolute_url()}: it is read from {report.source.name}, which is not linked as current"
        if report.report_sources.filter(source=report.source_id).exists():
            yield Breach(f"{what}.", str(report.pk))
        else:
            yield Breach(f"{what}, nor in any other role. Load that file again.")


def make_current(subjects: Sequence[str]) -> None:
    """Link the file from which a report is read as the current one, and another that was so as superseded."""
    with knowledge_change():
        for report in Report.objects.filter(pk__in=keys(subjects)):
            others = report.report_sources.filter(role=SourceRole.CURRENT).exclude(source=report.source_id)
            others.update(role=SourceRole.SUPERSEDED.value)
            report.report_sources.filter(source=report.source_id).update(role=SourceRole.CURRENT.value)
        renew()


def read_from_another() -> Iterator[Breach]:
    """Live reports of which another edition should count than the one from which they are read."""
    several = ReportSource.objects.order_by().values("report").annotate(files=Count("pk")).filter(files__gt=1)
    reports = Report.objects.filter(retired_at__isnull=True, pk__in=several.values("report"))
    for report in reports.select_related("authority", "source").order_by("pk").iterator():
        facts = stored_editions(report)
        best = rank((one for one in facts.values() if one), chosen_of(report)).best
        is_measured = all(facts.values())
        if best and is_measured and best.sha256 != report.source.sha256:
            yield Breach(
                f"{report.get_absolute_url()}: it is read from {report.source.name}, while the edition "
                f"{best.sha256[:12]} should count. Run `manage.py reread`."
            )


CURRENT_EDITION = Invariant(
    "editions", "Each live report has one current file, from which it is read", without_current, make_current
)
PREFERRED_EDITION = Invariant("best-edition", "The edition that counts is the best one", read_from_another)
