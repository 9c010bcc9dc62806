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
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from findings.corrections.values import columns_of
from findings.search.entries import index_changed
from ingest.drafts import Extraction, ReportDraft
from ingest.load import notices as kept
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
from inspections.documents.settling import tie_stored
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
    extraction: Extraction, data: bytes | None = None, visibility: Visibility = Visibility.PUBLISHED
) -> LoadResult:
    """Update the database to a reading of a file. ``data`` are its bytes, which are stored.

    ``visibility`` is that of reports which are new; those that are known keep theirs.
    Loading the same reading again changes nothing. This is the only place that writes extracted rows.
    """
    with knowledge_change():
        now = timezone.now()
        source, touched = find_or_make(extraction, data, now)
        counts, wanted = LoadCounts(), frozenset[int]()
        if extraction.status is ReadingStatus.REFUSED:
            outcome = Outcome.REFUSED
            touched = kept.keep_refusal(source, extraction) or touched
        else:
            counts.touched = touched
            wanted = _load_reports(extraction, source, counts, visibility)
            touched = counts.touched
            outcome = (Outcome.SET_ASIDE if _is_set_aside(source) else Outcome.LOADED) if touched else Outcome.UNCHANGED
        if touched:
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
            Counter(codes),
            wanted,
            frozenset(counts.reports),
            frozenset(counts.new),
        )


def _is_set_aside(source: SourceFile) -> bool:
    """Whether all reports of a file are shown as other files have them."""
    roles = set(source.report_sources.values_list("role", flat=True))
    return roles == {SourceRole.SUPERSEDED.value}


def _load_reports(
    extraction: Extraction, source: SourceFile, counts: LoadCounts, visibility: Visibility
) -> frozenset[int]:
    """Load the reports. Returns the keys of files that hold better editions of them than those that now count."""
    codes, now = ReferenceCodes(), timezone.now()
    placed = place(extraction, source, visibility)
    new = [one.report for one in placed if not one.report.pk]
    waiting = {one.report.pk: kept.unanswered(one.report) for one in placed if one.report.pk}
    works = [
        _save_report(one, source, LoadingReport(one.report, codes, ReportCorrections(one.report), LoadCounts(), now))
        for one in placed
        if one.role == SourceRole.CURRENT
    ]
    counts.touched = link(placed, source) or counts.touched
    _keep_other_forms(works, placed, source, counts)
    touched = {pk for work in works for pk in work.authorities}
    lost, gone = _retire_reports(source, [one.report for one in placed], counts)
    counts.reports |= {report.pk for report in (*(one.report for one in placed), *lost)}
    counts.new |= {report.pk for report in new}
    ambiguous, authorities = _reconcile_statements(works, touched | gone)
    wanted = kept.SourceNotices(source)
    wanted.add(None, extraction.notices)
    for work in works:
        _load_rows(work)
        wanted.add(work.placed.report, [*work.placed.draft.notices, *work.loading.notices])
        wanted.keep(work.placed.report, waiting.get(work.placed.report.pk, ()))
        if work.loading.counts.touched:
            Report.objects.filter(pk=work.placed.report.pk).update(changed_at=now)
        counts.include(work.loading.counts)
    counts.touched = wanted.save() or counts.touched
    counts.touched = tie_stored(source.pk) or counts.touched
    for report in (*(one.report for one in placed), *lost):
        counts.touched = compare_forms(report) or counts.touched
        counts.touched = tell_editions(report) or counts.touched
    reconcile_judgements(authorities)
    for authority in sorted(touched | gone):
        counts.touched = link_restatements(authority) or counts.touched
    update_conflicts(authorities, ambiguous)
    index_changed(
        [work.placed.report.pk for work in works if work.loading.counts.touched],
        Report.objects.filter(Q(authority__in=authorities) | Q(source=source)),
    )
    better = (better_source(report) for report in (*(one.report for one in placed), *lost))
    return frozenset(pk for pk in better if pk)


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
        Report,
        {
            "title": draft.title,
            "published": own_published(draft),
            "licence": draft.licence or "",
        },
    )
    read["authority"] = draft.authority.la_code if draft.authority else None
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
    if report.pk:
        loading.log.read_again(report, read)
    inspected = draft.inspection.started or draft.inspection.ended if draft.inspection else None
    columns["year"] = year_of(columns["published"] or (inspected.iso if inspected else ""))
    stored = Report.objects.filter(pk=report.pk).values(*columns).first() if report.pk else None
    for name, value in columns.items():
        setattr(report, name, value)
    moved = stored is not None and stored["authority_id"] != report.authority_id
    if stored != columns:
        if moved or not report.slug:
            report.slug = free_slug(report.slug or slug_of(draft, source.sha256), report.authority_id, report)
        report.changed_at = loading.now
        report.save()
        loading.counts.touched = True
    if not report.authority_id and report.kind not in NATIONAL:
        loading.notices.append(_no_authority(draft))
    for name in shortened:
        loading.doubt(NoticeCode.TEXT_SHORTENED, f"The {name} is too long to be kept whole; see the page.")
    about = {report.authority_id, stored["authority_id"] if stored else None}
    return _ReportLoad(placed, loading, frozenset(pk for pk in about if pk), before)


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
    kept.hand_over(placed.replaces, placed.report)
    return tuple(of_rows(placed.report))


def _keep_other_forms(
    works: Sequence[_ReportLoad], placed: Sequence[PlacedReport], source: SourceFile, counts: LoadCounts
) -> None:
    for work in works:
        if work.before and work.placed.replaces:
            keep(work.placed.report, work.placed.replaces, work.before)
    for one in placed:
        if one.role != SourceRole.CURRENT:
            counts.touched = keep(one.report, source, of_draft(one.draft)) or counts.touched


def _load_rows(work: _ReportLoad) -> None:
    load_contents(work.loading, work.placed.draft, work.statements)
    work.loading.counts.touched = work.loading.corrections.close() or work.loading.counts.touched
    work.loading.log.write()


def _retire_reports(source: SourceFile, present: Sequence[Report], counts: LoadCounts) -> tuple[list[Report], set[int]]:
    """Retire reports that were read from the file and are no longer in it. Returns them with their authorities.

    Those that people entered stay.
    """
    read = Report.objects.filter(source=source, retired_at__isnull=True, origin=Origin.READ)
    gone = read.exclude(pk__in=[report.pk for report in present])
    lost, now = list(gone.select_related("source")), timezone.now()
    for report in lost:
        report.retired_at = now
    if Report.objects.filter(pk__in=[report.pk for report in lost]).update(retired_at=now):
        counts.touched = True
    return lost, {report.authority_id for report in lost if report.authority_id}
