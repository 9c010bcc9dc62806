"""Reports that people enter because their file could not be read: a scan, or a form that no reader knows.

The report is a draft until somebody publishes it, and says on its page and in files that it was entered by hand. Its
judgements, sections and records are added one by one. If a better reader reads the file after all, it finds this report
and goes on with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.text import slugify

from findings.corrections.making import CorrectionError, make, require_reason
from findings.models import Correction
from findings.models.changes import ADDED
from findings.search.entries import index_changed
from inspections.models import Authority, Framework, InspectionStatement, Report, ReportSource, SourceFile
from inspections.models.partial_dates import year_of
from inspections.reconciliation import reconcile_inspections, reconcile_judgements, update_conflicts
from inspections.reconciliation.inspections import MAIN_ANCHOR
from inspections.report_keys import report_key
from inspections.report_kinds import NATIONAL, PAPERS
from inspections.unique_names import free_name
from inspections.vocabulary import Origin, ReportKind, SourceRole, Visibility
from inspections.write import knowledge_change

PROFILE = "by hand"
LONGEST_SLUG = 110
ENTERED = tuple(kind for kind in ReportKind if kind not in NATIONAL)
"""The kinds of report that can be entered: those about one authority."""


@dataclass(frozen=True, slots=True)
class EnteredReport:
    """What a person tells of a report. Dates are ISO 8601 as far as they are printed, "" for none."""

    kind: ReportKind
    authority: Authority
    title: str
    published: str = ""
    framework: Framework | None = None
    started: str = ""
    ended: str = ""
    lead_inspector: str = ""


def can_be_entered(source: SourceFile) -> bool:
    """Whether nothing was read from a file, so that its report can be entered."""
    return not source.report_sources.exists()


def enter_report(source: SourceFile, entered: EnteredReport, reason: str, user: User) -> Report:
    """Make the report of a file from which none was read, as a draft.

    Raises CorrectionError without a reason, if the file has a report, or if the same report is known already.
    """
    reason = require_reason(reason)
    with knowledge_change():
        if not can_be_entered(SourceFile.objects.get(pk=source.pk)):
            raise CorrectionError("A report of this file is known already.")
        day = entered.started or entered.ended
        key = report_key(entered.kind, entered.authority.la_code, day, entered.published, entered.title)
        if known := Report.objects.filter(identity=key).first():
            raise CorrectionError(f"This report was read from another file: {known.title}.")
        report = _report(source, entered, key, day)
        make(report, ADDED, reason, user, value_read=None, value_set=entered.title)
        _reconcile(report, entered)
    report.refresh_from_db()
    return report


def entering_of(report: Report) -> Correction | None:
    """Who entered a report, when and why; None for one that was read."""
    if report.origin != Origin.HAND:
        return None
    rows = Correction.objects.active().filter(report=report, kind=Report.KIND, field=ADDED)
    return rows.select_related("made_by").first()


def _report(source: SourceFile, entered: EnteredReport, key: str, day: str) -> Report:
    when = entered.published or day or source.sha256[:8]
    named = f"{entered.kind}-{when}" + (f"-{slugify(entered.title)[:50]}" if entered.kind in PAPERS else "")
    taken = Report.objects.filter(authority=entered.authority).values_list("slug", flat=True)
    report = Report.objects.create(
        kind=entered.kind.value, identity=key, slug=free_name(named[:LONGEST_SLUG].strip("-"), set(taken)),
        title=entered.title, authority=entered.authority, published=entered.published,
        year=year_of(entered.published or day), profile=PROFILE, source=source, origin=Origin.HAND.value,
        by_inspectorate=entered.kind not in PAPERS, visibility=Visibility.DRAFT.value, changed_at=timezone.now(),
        read={"title": entered.title, "published": entered.published, "authority": entered.authority.la_code},
    )  # fmt: skip
    ReportSource.objects.create(report=report, source=source, ordinal=1, role=SourceRole.CURRENT)
    return report


def _reconcile(report: Report, entered: EnteredReport) -> None:
    """Give the report its statement about the inspection, and that its inspection."""
    dates = {"started": entered.started, "ended": entered.ended}
    is_own = entered.kind not in PAPERS
    unsaved = []
    if entered.framework or any(dates.values()):
        stated = dates | {"published": entered.published if is_own else "", "lead_inspector": entered.lead_inspector}
        code = entered.framework.code if entered.framework else None
        statement = InspectionStatement(report=report, anchor=MAIN_ANCHOR, is_own=is_own, **stated)
        statement.framework, statement.read = entered.framework, stated | {"framework": code}
        unsaved.append(statement)
    authorities = [entered.authority.pk]
    ambiguous = reconcile_inspections(authorities, unsaved)
    reconcile_judgements(authorities)
    update_conflicts(authorities, ambiguous)
    index_changed([report.pk], Report.objects.filter(authority__in=authorities))
