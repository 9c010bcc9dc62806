"""Load one document: all its reports in one transaction, so that a crash leaves everything as it was.

Order of work:

1. the source file;
2. the row and role of every report;
3. what the reports state about inspections, reconciled for their authorities, because judgements depend on it;
4. sections, judgements, findings, recommendations, actions and risks, and the links between them;
5. reports that the file no longer holds;
6. reconciliation of all reports of the authorities, and notices;
7. the index of search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone

from findings.corrections.values import columns_of
from findings.search.entries import index_changed
from ingest.drafts import Extraction, ReportDraft
from ingest.load import notices
from ingest.load.columns import fit_to_columns, own_published
from ingest.load.contents import load_contents
from ingest.load.counts import LoadCounts, LoadResult
from ingest.load.editions import better_source, tell_editions
from ingest.load.forms import FormRecord, compare_forms, keep, of_draft, of_rows
from ingest.load.report_corrections import ReportCorrections
from ingest.load.reports import PlacedReport, free_slug, is_by_inspectorate, link, place, slug_of
from ingest.load.rows import LoadingReport
from ingest.load.sources import find_or_make
from ingest.load.statements import Key, sync_statements
from ingest.models import Outcome
from ingest.notices import NoticeDraft
from ingest.resolve import link_restatements
from inspections.documents.settling import reattach_stored
from inspections.models import InspectionStatement, Report, SourceFile
from inspections.models.partial_dates import year_of
from inspections.notice_codes import NoticeCode
from inspections.reconciliation import reconcile_inspections, reconcile_judgements, update_conflicts
from inspections.reference.codes import ReferenceCodes
from inspections.report_kinds import NATIONAL
from inspections.vocabulary import NoticeLevel, Origin, ReadingStatus, SourceRole, Visibility
from inspections.write import knowledge_change, renew


@dataclass
class _ReportLoad:
    """One report of the file while it is loaded: the authorities that it is and was about, its statements by key.

    ``before`` is the content of the file that the report was read from before, if that is another one.
    """

    placed: PlacedReport
    loading: LoadingReport
    authorities: frozenset[int]
    before: tuple[FormRecord, ...]
    statements: dict[Key | None, InspectionStatement] = field(default_factory=dict)


def load(
    extraction: Extraction,
    data: bytes | None = None,
    visibility: Visibility = Visibility.PUBLISHED,
    *,
    index: bool = True,
) -> LoadResult:
    """Update the database to a reading of a file. ``data`` are its bytes, which are stored.

    ``visibility`` is that of reports which are new; those that are known keep theirs. Without ``index`` what follows
    from the records for search, themes and follow-through stays as it was, for those who take everything back.
    Loading the same reading again changes nothing. This is the only place that writes extracted rows.
    """
    with knowledge_change():
        now = timezone.now()
        source, is_written = find_or_make(extraction, data, now)
        counts, wanted = LoadCounts(touched=is_written), frozenset[int]()
        if extraction.status is ReadingStatus.REFUSED:
            outcome = Outcome.REFUSED
            counts.note(notices.keep_refusal(source, extraction))
        else:
            wanted = _load_reports(extraction, source, counts, visibility, index=index)
            outcome = _outcome(source) if counts.touched else Outcome.UNCHANGED
        if counts.touched:
            SourceFile.objects.filter(pk=source.pk).update(read_at=now)
            renew()
        codes = Counter(source.notices.values_list("code", flat=True))
        return LoadResult(
            outcome,
            source.pk,
            counts.created,
            counts.changed,
            counts.unchanged,
            counts.retired,
            codes,
            wanted,
            frozenset(counts.reports),
            frozenset(counts.new),
        )


def _outcome(source: SourceFile) -> Outcome:
    """The outcome for a file that wrote something: set aside if all its reports are shown as other files have them."""
    roles = set(source.report_sources.values_list("role", flat=True))
    return Outcome.SET_ASIDE if roles == {SourceRole.SUPERSEDED.value} else Outcome.LOADED


def _load_reports(
    extraction: Extraction, source: SourceFile, counts: LoadCounts, visibility: Visibility, *, index: bool
) -> frozenset[int]:
    """Load the reports. Returns the keys of files that hold better editions of them than those that now count."""
    codes, now = ReferenceCodes(), timezone.now()
    placed = place(extraction, source, visibility)
    new = [one.report for one in placed if not one.report.pk]
    waiting = {one.report.pk: notices.unanswered(one.report) for one in placed if one.report.pk}
    works = [
        _save_report(one, source, LoadingReport(one.report, codes, ReportCorrections(one.report), LoadCounts(), now))
        for one in placed
        if one.role == SourceRole.CURRENT
    ]
    counts.note(link(placed, source))
    _keep_other_forms(works, placed, source, counts)
    lost = _retire_reports(source, [one.report for one in placed], counts)
    reports = [*(one.report for one in placed), *lost]
    counts.reports |= {report.pk for report in reports}
    counts.new |= {report.pk for report in new}
    touched = {pk for work in works for pk in work.authorities}
    touched |= {report.authority_id for report in lost if report.authority_id}
    ambiguous, authorities = _reconcile_statements(works, touched)
    wanted = notices.SourceNotices(source)
    wanted.add(None, extraction.notices)
    for work in works:
        _load_contents(work, counts)
        wanted.add(work.placed.report, [*work.placed.draft.notices, *work.loading.notices])
        wanted.keep(work.placed.report, waiting.get(work.placed.report.pk, ()))
    counts.note(wanted.save())
    counts.note(reattach_stored(source.pk))
    _compare_editions(reports, counts)
    _reconcile_reports(touched, authorities, ambiguous, counts)
    if index:
        index_changed(
            [work.placed.report.pk for work in works if work.loading.counts.touched],
            Report.objects.filter(Q(authority__in=authorities) | Q(source=source)),
        )
    return frozenset(pk for pk in map(better_source, reports) if pk)


def _reconcile_statements(
    works: Sequence[_ReportLoad], authorities: Set[int]
) -> tuple[tuple[InspectionStatement, ...], frozenset[int]]:
    """Give every report its statements, saved and with their inspections.

    Returns the ambiguous ones, and the authorities with those that statements of the reports are or were about.
    """
    reports = [work.placed.report.pk for work in works]
    before = InspectionStatement.objects.filter(report__in=reports, authority__isnull=False)
    about = {*authorities, *before.values_list("authority_id", flat=True)}
    unsaved: list[InspectionStatement] = []
    for work in works:
        report = work.placed.report
        if report.authority_id or report.kind in NATIONAL:
            work.statements, new = sync_statements(work.loading, work.placed.draft)
            about |= {row.about_id for row in work.statements.values() if row.about_id}
            unsaved += new
    ambiguous = reconcile_inspections(about, unsaved)
    statements = InspectionStatement.objects.filter(report__in=reports).select_related("inspection")
    by_anchor = {(row.report_id, row.anchor): row for row in statements}
    for work in works:
        pk = work.placed.report.pk
        work.statements = {key: by_anchor[pk, row.anchor] for key, row in work.statements.items()}
    return ambiguous, frozenset(about)


def _save_report(placed: PlacedReport, source: SourceFile, loading: LoadingReport) -> _ReportLoad:
    """Save the columns of the report. A file that it replaces keeps only the notice about that."""
    draft, report = placed.draft, placed.report
    before = _hand_over(placed)
    read, shortened = fit_to_columns(
        Report, {"title": draft.title, "published": own_published(draft), "licence": draft.licence or ""}
    )
    read["authority"] = draft.authority.la_code if draft.authority else None
    columns = _columns(placed, source, loading, read)
    if report.pk:
        loading.log.read_again(report, read)
    authorities = _store(placed, columns, source, loading)
    if not report.authority_id and report.kind not in NATIONAL:
        loading.notices.append(_no_authority(draft))
    for name in shortened:
        loading.doubt(NoticeCode.TEXT_SHORTENED, f"The {name} is too long to be kept whole; see the page.")
    return _ReportLoad(placed, loading, authorities, before)


def _columns(placed: PlacedReport, source: SourceFile, loading: LoadingReport, read: dict[str, Any]) -> dict[str, Any]:
    """The columns of the report: what is read, with corrections, and what the program itself tells of it."""
    draft, report = placed.draft, placed.report
    corrections = loading.corrections.of(Report.KIND, "", read, report.read)
    columns = columns_of(read, corrections, loading.codes) | {
        "read": read,
        "kind": draft.kind.value,
        "profile": draft.profile,
        "by_inspectorate": is_by_inspectorate(draft),
        "page": draft.place.page,
        "line": draft.place.line,
        "where": draft.place.where,
        "source_id": source.pk,
        "retired_at": None,
        "origin": Origin.READ.value,
        "identity": report.identity,
    }
    inspected = draft.inspection.started or draft.inspection.ended if draft.inspection else None
    columns["year"] = year_of(columns["published"] or (inspected.iso if inspected else ""))
    return columns


def _store(placed: PlacedReport, columns: dict[str, Any], source: SourceFile, loading: LoadingReport) -> frozenset[int]:
    """Write the columns where they differ from the stored ones. Returns the authorities that it is and was about."""
    report = placed.report
    stored = Report.objects.filter(pk=report.pk).values(*columns).first() if report.pk else None
    for name, value in columns.items():
        setattr(report, name, value)
    before = stored["authority_id"] if stored else None
    if stored != columns:
        has_moved = stored is not None and before != report.authority_id
        if has_moved or not report.slug:
            slug = report.slug or slug_of(placed.draft, source.sha256)
            report.slug = free_slug(slug, report.authority_id, report)
        report.changed_at = loading.now
        report.save()
        loading.counts.touched = True
    return frozenset(pk for pk in (report.authority_id, before) if pk)


def _no_authority(draft: ReportDraft) -> NoticeDraft:
    lost = f"; its {len(draft.judgements)} judgements could not be loaded" if draft.judgements else ""
    message = (
        f"The report does not tell which authority it is about{lost}. Set the authority and read the document again."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, draft.place.page, draft.place.line)


def _hand_over(placed: PlacedReport) -> tuple[FormRecord, ...]:
    """Give the report to the new file. Returns the content of the old file, with which it can be compared."""
    if placed.replaces is None:
        return ()
    notices.hand_over(placed.replaces, placed.report)
    return tuple(of_rows(placed.report))


def _keep_other_forms(
    works: Sequence[_ReportLoad], placed: Sequence[PlacedReport], source: SourceFile, counts: LoadCounts
) -> None:
    for work in works:
        if work.before and work.placed.replaces:
            keep(work.placed.report, work.placed.replaces, work.before)
    for one in placed:
        if one.role != SourceRole.CURRENT:
            counts.note(keep(one.report, source, of_draft(one.draft)))


def _load_contents(work: _ReportLoad, counts: LoadCounts) -> None:
    """Load what the report holds, and count it."""
    loading = work.loading
    load_contents(loading, work.placed.draft, work.statements)
    loading.counts.note(loading.corrections.close())
    loading.log.write()
    if loading.counts.touched:
        Report.objects.filter(pk=work.placed.report.pk).update(changed_at=loading.now)
    counts.include(loading.counts)


def _compare_editions(reports: Iterable[Report], counts: LoadCounts) -> None:
    """Compare what several files hold of each report, and say which of them counts."""
    for report in reports:
        counts.note(compare_forms(report))
        counts.note(tell_editions(report))


def _reconcile_reports(
    touched: Set[int], authorities: Set[int], ambiguous: Sequence[InspectionStatement], counts: LoadCounts
) -> None:
    """Decide between the judgements of all reports of the authorities, and say where these disagree."""
    reconcile_judgements(authorities)
    for authority in sorted(touched):
        counts.note(link_restatements(authority))
    update_conflicts(authorities, ambiguous)


def _retire_reports(source: SourceFile, present: Sequence[Report], counts: LoadCounts) -> list[Report]:
    """Retire reports that were read from the file and are no longer in it, and return them.

    Those that people entered stay.
    """
    read = Report.objects.filter(source=source, retired_at__isnull=True, origin=Origin.READ)
    gone = read.exclude(pk__in=[report.pk for report in present])
    lost, now = list(gone.select_related("source")), timezone.now()
    for report in lost:
        report.retired_at = now
    counts.note(bool(Report.objects.filter(pk__in=[report.pk for report in lost]).update(retired_at=now)))
    return lost
