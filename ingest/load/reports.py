"""Reports: the row of a drafted report, its address, and which of its source files it is read from.

``ingest.load.identities`` decides which report a drafted one is. Of several files with the same report:

- another file of the same media type is a newer version: it becomes current, and the older one is superseded for good;
- a PDF outranks a text: the text is linked as its other form, whichever was loaded first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from ingest.drafts import ReportDraft
from ingest.load.columns import own_published
from ingest.load.identities import first_day, identities, known_reports
from inspections.models import Report, ReportSource, SourceFile
from inspections.papers import PAPERS
from inspections.unique_names import free_name
from inspections.vocabulary import SourceRole

PDF = "application/pdf"
LONGEST_TITLE_SLUG = 50


@dataclass
class PlacedReport:
    """A drafted report with its row (unsaved if it is new), its place in the file and its role there."""

    draft: ReportDraft
    report: Report
    ordinal: int
    role: SourceRole
    replaces: SourceFile | None = None


def is_own(draft: ReportDraft) -> bool:
    """Whether the inspection of the report is its own, not one that a council's paper follows up."""
    return draft.inspection is not None and draft.kind not in PAPERS


def slug_of(draft: ReportDraft, sha256: str) -> str:
    """The wanted slug: kind and date, and for the papers of a council the beginning of the title."""
    parts = [draft.kind.value, own_published(draft) or first_day(draft) or sha256[:8]]
    if draft.kind in PAPERS:
        parts.append(slugify(draft.title)[:LONGEST_TITLE_SLUG].rpartition("-")[0] or slugify(draft.title))
    return "-".join(part for part in parts if part)[:110].strip("-")


def free_slug(wanted: str, authority_id: int | None, report: Report) -> str:
    """The wanted slug, or the next one with a number that is free for the authority."""
    same = {"authority_id": authority_id} if authority_id else {"authority__isnull": True}
    others = Report.objects.filter(slug__startswith=wanted, **same).exclude(pk=report.pk)
    return free_name(wanted, set(others.values_list("slug", flat=True)))


def _role(report: Report, source: SourceFile) -> SourceRole:
    if not report.pk or report.retired_at or report.source_id == source.pk:
        return SourceRole.CURRENT
    link = report.report_sources.filter(source=source).first()
    if link and link.role == SourceRole.SUPERSEDED:
        return SourceRole.SUPERSEDED
    if report.source.media_type == PDF != source.media_type:
        return SourceRole.OTHER_FORM
    return SourceRole.CURRENT


def place(drafts: Sequence[ReportDraft], source: SourceFile) -> list[PlacedReport]:
    """Find or create the row of each report of a file, with its role there. Saves nothing."""
    keys = identities(drafts, source.sha256)
    placed: list[PlacedReport] = []
    known = known_reports(drafts, keys, source)
    for ordinal, (draft, key, stored) in enumerate(zip(drafts, keys, known, strict=True), 1):
        report = stored or Report(kind=draft.kind.value)
        report.identity = key
        role = _role(report, source)
        replaced = report.source if report.pk and role == SourceRole.CURRENT and report.source_id != source.pk else None
        placed.append(PlacedReport(draft, report, ordinal, role, replaced))
    return placed


def role_of_replaced(placed: PlacedReport, source: SourceFile) -> SourceRole | None:
    """The new role of the file that was current until now; None if nothing is replaced."""
    if placed.replaces is None:
        return None
    same_form = placed.replaces.media_type == source.media_type
    return SourceRole.SUPERSEDED if same_form or placed.replaces.media_type == PDF else SourceRole.OTHER_FORM


def older_forms(placed: PlacedReport, source: SourceFile) -> list[SourceFile]:
    """The files that a newer one of the same form supersedes beside a PDF, which stays current."""
    if placed.role != SourceRole.OTHER_FORM:
        return []
    forms = placed.report.report_sources.filter(role=SourceRole.OTHER_FORM, source__media_type=source.media_type)
    return [form.source for form in forms.exclude(source=source).select_related("source")]


def link(placed: Sequence[PlacedReport], source: SourceFile) -> bool:
    """Update the links between the file and its reports, after the reports are saved. Returns whether they changed."""
    touched = False
    for one in placed:
        links = ReportSource.objects.filter(report=one.report)
        replaced = role_of_replaced(one, source)
        if replaced:
            links.filter(role=SourceRole.CURRENT).exclude(source=source).update(role=replaced)
        if one.role == SourceRole.OTHER_FORM:
            older = links.filter(role=SourceRole.OTHER_FORM, source__media_type=source.media_type).exclude(
                source=source
            )
            touched = bool(older.update(role=SourceRole.SUPERSEDED, reading=[])) or touched
    wanted = {one.ordinal: (one.report.pk, one.role.value) for one in placed}
    stored = {row.ordinal: row for row in ReportSource.objects.filter(source=source)}
    stale = [row.pk for n, row in stored.items() if (row.report_id, row.role) != wanted.get(n)]
    new = [n for n in wanted if n not in stored or stored[n].pk in stale]
    if stale:
        ReportSource.objects.filter(pk__in=stale).delete()
    ReportSource.objects.bulk_create(
        ReportSource(source=source, ordinal=n, report_id=wanted[n][0], role=wanted[n][1]) for n in new
    )
    return bool(touched or stale or new)
