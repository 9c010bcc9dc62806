"""Reports: the row of a drafted report, its address, and which of its source files it is read from.

``ingest.load.identities`` decides which report a drafted one is, ``ingest.load.editions`` from which of several files
with the same report it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from ingest.drafts import Extraction, ReportDraft
from ingest.load.columns import own_published
from ingest.load.editions import arrange, measured, role_of
from ingest.load.identities import first_day, identities, known_reports
from inspections.documents.editions import EditionFacts
from inspections.models import Report, ReportSource, SourceFile
from inspections.report_kinds import NATIONAL, PAPERS
from inspections.unique_names import free_name
from inspections.vocabulary import SourceRole, Visibility

LONGEST_TITLE_SLUG = 50


@dataclass
class PlacedReport:
    """A drafted report with its row (unsaved if it is new), its place in the file and its role there."""

    draft: ReportDraft
    report: Report
    ordinal: int
    role: SourceRole
    edition: EditionFacts
    replaces: SourceFile | None = None


def is_own(draft: ReportDraft) -> bool:
    """Whether the inspection of the report is its own, not one that a council's paper follows up."""
    return draft.inspection is not None and draft.kind not in PAPERS


def is_by_inspectorate(draft: ReportDraft) -> bool:
    """Whether an inspectorate published the report: a table says so itself, of all others their kind tells."""
    return draft.by_inspectorate or draft.kind not in (*PAPERS, *NATIONAL)


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


def place(
    extraction: Extraction, source: SourceFile, visibility: Visibility = Visibility.PUBLISHED
) -> list[PlacedReport]:
    """Find or create the row of each report of a file, with its role there. Saves nothing."""
    drafts = extraction.reports
    keys = identities(drafts, source.sha256)
    placed: list[PlacedReport] = []
    known = known_reports(drafts, keys, source)
    for ordinal, (draft, key, stored) in enumerate(zip(drafts, keys, known, strict=True), 1):
        report = stored or Report(kind=draft.kind.value, visibility=visibility.value)
        report.identity = key
        edition = measured(draft, extraction)
        role = role_of(report, edition)
        is_taken_over = report.pk and role == SourceRole.CURRENT and report.source_id != source.pk
        replaced = report.source if is_taken_over and not report.retired_at else None
        placed.append(PlacedReport(draft, report, ordinal, role, edition, replaced))
    return placed


def link(placed: Sequence[PlacedReport], source: SourceFile) -> bool:
    """Update the links between the file and its reports, after the reports are saved. Returns whether they changed."""
    for one in placed:
        if one.role == SourceRole.CURRENT:
            one.report.report_sources.filter(role=SourceRole.CURRENT).exclude(source=source).update(
                role=SourceRole.SUPERSEDED
            )
    wanted = {one.ordinal: one for one in placed}
    stored = {row.ordinal: row for row in ReportSource.objects.filter(source=source)}
    stale = [row.pk for n, row in stored.items() if n not in wanted or row.report_id != wanted[n].report.pk]
    ReportSource.objects.filter(pk__in=stale).delete()
    changed = bool(stale)
    for n, one in wanted.items():
        row = stored.get(n)
        if row is None or row.pk in stale:
            row = ReportSource(source=source, ordinal=n, report=one.report)
        before = (row.role, row.edition)
        row.role, row.edition = one.role.value, one.edition.stored
        if row.pk is None or (row.role, row.edition) != before:
            row.save()
            changed = True
    for one in placed:
        changed = arrange(one.report) or changed
    return changed
