"""The data sets, declared once."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Max, Q

from findings.citations.facts import author_of, citation_of
from findings.citations.forms import text
from findings.exports.actions import ACTION_COLUMNS, actions_to_export
from findings.exports.atom import FeedEntry, Moments, newest
from findings.exports.authorities import AUTHORITY_COLUMNS
from findings.exports.corrections import CORRECTION_COLUMNS, corrections_to_export
from findings.exports.coverage import COVERAGE_COLUMNS
from findings.exports.documents import DOCUMENT_COLUMNS, documents_to_export
from findings.exports.figures import FIGURE_COLUMNS, figures_to_export
from findings.exports.findings import FINDING_COLUMNS, findings_to_export
from findings.exports.follow_through import FOLLOW_THROUGH_COLUMNS, follow_through_to_export
from findings.exports.inspections import INSPECTION_COLUMNS
from findings.exports.judgements import JUDGEMENT_COLUMNS, MATRIX_COLUMNS, judgements_to_export
from findings.exports.notices import NOTICE_COLUMNS, notices_to_export
from findings.exports.plans import PLAN_COLUMNS
from findings.exports.recommendations import RECOMMENDATION_COLUMNS, recommendations_to_export
from findings.exports.search_results import SEARCH_RESULT_COLUMNS
from findings.exports.shared_columns import with_report
from findings.filtersets.actions import ActionFilterSet
from findings.filtersets.corrections import CorrectionFilterSet
from findings.filtersets.documents import DocumentFilterSet, NoticeFilterSet
from findings.filtersets.figures import FigureFilterSet
from findings.filtersets.findings import FindingFilterSet
from findings.filtersets.follow_through import FollowThroughFilterSet
from findings.filtersets.plans import PlanFilterSet
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.follow_up.plan_numbers import with_numbers
from findings.labels import field_label, label_of, short_title
from findings.models import Correction, SearchEntry
from findings.reports.figure_statements import amount_of
from findings.search.filters import SearchFilterSet
from findings.search.find import MOST, SearchOrder
from findings.views.actions import all_actions
from findings.views.corrections import all_corrections
from findings.views.dataset import Dataset, DatasetFeed, DatasetParameter, Rows
from findings.views.documents import all_documents, all_notices
from findings.views.figures import all_figures
from findings.views.findings import all_findings
from findings.views.follow_through import all_follow_through
from findings.views.judgements import all_judgements
from findings.views.matrix import all_preferred
from findings.views.permanent_ids import authority_at, document_at, inspection_at, record_at, report_at
from findings.views.plans import all_plans
from findings.views.recommendations import all_recommendations
from findings.views.search_results import FoundDataset
from inspections.judgements.matrix import MatrixFilterSet
from inspections.lists.coverage import coverage_rows, with_coverage
from inspections.lists.filtersets import AuthorityFilterSet, CoverageFilterSet, InspectionFilterSet, JudgementFilterSet
from inspections.models import Inspection, Judgement, Notice, Report
from inspections.models.visibility import is_published
from inspections.views.authorities import all_authorities, with_counts
from inspections.views.inspections import all_inspections, with_overall


def _named(report: Report) -> str:
    """A report with its authority, as a title that stands alone."""
    return f"{report.authority.name}, {short_title(report)}" if report.authority else short_title(report)


def _of_record(record: Any) -> FeedEntry:
    title = f"{label_of(record)}, {_named(record.report)}"
    return FeedEntry(title, record.text, author_of(record.report), text(citation_of(record.report, record=record)))


def _of_judgement(judgement: Judgement) -> FeedEntry:
    grade = judgement.grade_wording or judgement.get_absence_display()
    return FeedEntry(
        f"{judgement.domain.name}: {grade}. {judgement.inspection}",
        f"{judgement.domain_wording}: {grade}. {judgement.get_basis_display()}.",
        author_of(judgement.report),
        text(citation_of(judgement.report, record=judgement)),
    )


def _of_found(record: Any) -> FeedEntry:
    return _of_judgement(record) if isinstance(record, Judgement) else _of_record(record)


def _of_figure(figure: Any) -> FeedEntry:
    title = f"{amount_of(figure.value, figure.unit)}, {_named(figure.report)}"
    citation = text(citation_of(figure.report, record=figure.finding))
    return FeedEntry(title, figure.finding.text, author_of(figure.report), citation)


def _of_inspection(inspection: Inspection) -> FeedEntry:
    overall: list[Judgement] = inspection.overall  # type: ignore[attr-defined]
    grade = next((f" Overall effectiveness: {one.grade.name}." for one in overall if one.grade), "")
    name = inspection.framework.name if inspection.framework else "Inspection"
    by = inspection.framework.inspectorate if inspection.framework else "Unknown inspectorate"
    return FeedEntry(str(inspection), f"{name}.{grade}", by)


def _of_coverage(row: Any) -> FeedEntry:
    framework = row.framework.short_name if row.framework else "framework not known"
    numbers = f"Inspections: {row.known}. Reports read: {row.read}. Known from tables of outcomes alone: {row.tabled}."
    return FeedEntry(f"{row.authority.name}, {framework}, {row.year or 'undated'}", numbers, settings.SITE_NAME)


def _of_authority(authority: Any) -> FeedEntry:
    numbers = f"Inspections: {authority.number_of_inspections}. Reports: {authority.number_of_reports or 0}."
    return FeedEntry(authority.name, numbers, settings.SITE_NAME)


def _of_document(document: Any) -> FeedEntry:
    reports = "; ".join(held.report.title for held in document.shown) or "No report was read from it."
    return FeedEntry(document.name, reports, settings.SITE_NAME)


def _of_plan(plan: Any) -> FeedEntry:
    numbers = f"Actions: {plan.number_of_actions}. Links to recommendations: {plan.number_of_links}."
    return FeedEntry(f"{_named(plan)}: {plan.title}", numbers, author_of(plan), text(citation_of(plan)))


def _of_notice(notice: Notice) -> FeedEntry:
    return FeedEntry(
        f"{notice.get_level_display()}: {notice.code}, {notice.source.name}",
        notice.message,
        settings.SITE_NAME,
    )


def _of_correction(correction: Correction) -> FeedEntry:
    of = f" of {correction.kind} {correction.anchor}" if correction.anchor else ""
    return FeedEntry(
        f"{field_label(correction.field)}{of}, {_named(correction.report)}",
        f"Corrected because: {correction.reason}",
        settings.SITE_NAME,
    )


def _of_followed(row: Any) -> FeedEntry:
    asked = f"{label_of(row.recommendation)}, {_named(row.recommendation.report)}"
    source = "set by a person" if row.by_person else "suggested"
    return FeedEntry(
        f"{asked}: {row.get_status_display()} ({source}) in {short_title(row.later)}",
        row.recommendation.text,
        author_of(row.later),
    )


def _newest_followed(rows: Rows) -> Moments:
    return newest(rows, "later__changed_at")


def _newest_inspections(rows: Rows) -> Moments:
    shown = Q(statements__retired_at__isnull=True) & is_published("statements__report__")
    return newest(rows.annotate(last=Max("statements__report__changed_at", filter=shown)), "last")


def _newest_authorities(rows: Rows) -> Moments:
    return newest(rows.annotate(last=Max("reports__changed_at", filter=is_published("reports__"))), "last")


SEARCH_PARAMETERS = (
    DatasetParameter("q", "What is searched for, as it can be typed on the page of search"),
    DatasetParameter("sort", "The order of what is found, by relevance where nothing is said", tuple(SearchOrder)),
    DatasetParameter(
        "literally", "Whether the words are searched for as they stand, without filters and synonyms", ("yes",)
    ),
)

DATASETS: tuple[Dataset, ...] = (
    Dataset(
        "judgements",
        "Judgements",
        "What inspections say of each domain: the grade, its wording as printed, and the paragraphs that carry it.",
        all_judgements,
        JudgementFilterSet,
        JUDGEMENT_COLUMNS,
        judgements_to_export,
        lookup=record_at,
        feed=DatasetFeed(_of_judgement),
    ),
    Dataset(
        "matrix",
        "Matrix",
        "The latest judgement of each authority in each domain of today, now or on a chosen day. "
        "A judgement of two domains is a row in each.",
        all_preferred,
        MatrixFilterSet,
        MATRIX_COLUMNS,
        judgements_to_export,
        key="",
        by_key=False,
        keys=("pk", "column_code"),
        feed=DatasetFeed(_of_judgement),
    ),
    Dataset(
        "recommendations",
        "Recommendations",
        "What must change, as inspections and other reports ask for it, with the paragraphs that each cites. "
        "Items of a recommendation are rows of their own.",
        all_recommendations,
        RecommendationFilterSet,
        RECOMMENDATION_COLUMNS,
        recommendations_to_export,
        lookup=record_at,
        feed=DatasetFeed(_of_record),
    ),
    Dataset(
        "findings",
        "Findings",
        "Paragraphs of reports, as printed, each with the themes that it is about and whether it praises or "
        "criticises, as rules suggest or a person decided.",
        all_findings,
        FindingFilterSet,
        FINDING_COLUMNS,
        findings_to_export,
        lookup=record_at,
        feed=DatasetFeed(_of_record),
    ),
    Dataset(
        "follow-through",
        "Follow-through",
        "What each later report of an authority says of the matter of a recommendation, as rules suggest or a person "
        "decided. A recommendation is a row for each later report.",
        all_follow_through,
        FollowThroughFilterSet,
        FOLLOW_THROUGH_COLUMNS,
        follow_through_to_export,
        key="",
        feed=DatasetFeed(_of_followed, _newest_followed),
    ),
    Dataset(
        "actions",
        "Actions",
        "What councils said they would do, row by row of their improvement plans, "
        "with the recommendations that each answers.",
        all_actions,
        ActionFilterSet,
        ACTION_COLUMNS,
        actions_to_export,
        lookup=record_at,
        feed=DatasetFeed(_of_record),
    ),
    Dataset(
        "plans",
        "Improvement plans",
        "The plans of councils, with the number of their actions, and of those whose date has passed or that lack "
        "something.",
        all_plans,
        PlanFilterSet,
        PLAN_COLUMNS,
        with_numbers,
        lookup=report_at,
        feed=DatasetFeed(_of_plan, partial(newest, changed="changed_at")),
    ),
    Dataset(
        "figures",
        "Figures",
        "Quantities about an authority that paragraphs state, with what is counted and for when. Rules read them from "
        "the text; value_source tells which of them a person set or confirmed.",
        all_figures,
        FigureFilterSet,
        FIGURE_COLUMNS,
        figures_to_export,
        feed=DatasetFeed(_of_figure, partial(newest, changed="report__changed_at")),
    ),
    FoundDataset(
        "search",
        "Search",
        "What search finds among judgements, recommendations, findings and actions, in the order of its page. "
        f"kind=finding alone lists the findings. A file holds the first {MOST:,} records; "
        "a word or a filter more brings up others.",
        SearchEntry.objects.none,
        SearchFilterSet,
        SEARCH_RESULT_COLUMNS,
        with_report,
        parameters=SEARCH_PARAMETERS,
        feed=DatasetFeed(_of_found),
    ),
    Dataset(
        "inspections",
        "Inspections",
        "Who was inspected, under which framework, and when.",
        all_inspections,
        InspectionFilterSet,
        INSPECTION_COLUMNS,
        with_overall,
        lookup=inspection_at,
        feed=DatasetFeed(_of_inspection, _newest_inspections),
    ),
    Dataset(
        "coverage",
        "Coverage",
        "What is held, and what is not: the inspections of each authority, framework and year that are known, and how.",
        coverage_rows,
        CoverageFilterSet,
        COVERAGE_COLUMNS,
        with_coverage,
        key="inspections_link",
        feed=DatasetFeed(_of_coverage, _newest_inspections),
    ),
    Dataset(
        "authorities",
        "Authorities",
        "The local authorities of which something was read.",
        all_authorities,
        AuthorityFilterSet,
        AUTHORITY_COLUMNS,
        with_counts,
        lookup=authority_at,
        feed=DatasetFeed(_of_authority, _newest_authorities),
    ),
    Dataset(
        "documents",
        "Documents",
        "The files that were read or refused, with the reports in them and their licences.",
        all_documents,
        DocumentFilterSet,
        DOCUMENT_COLUMNS,
        documents_to_export,
        key="source_sha256",
        lookup=document_at,
        feed=DatasetFeed(_of_document, partial(newest, changed="read_at")),
    ),
    Dataset(
        "notices",
        "Notices",
        "What could not be read, or is in doubt, with the place to look at.",
        all_notices,
        NoticeFilterSet,
        NOTICE_COLUMNS,
        notices_to_export,
        key="",
        feed=DatasetFeed(_of_notice, partial(newest, changed="source__read_at")),
    ),
    Dataset(
        "corrections",
        "Corrections",
        "What people set in place of what was read, when and why, withdrawn corrections included.",
        all_corrections,
        CorrectionFilterSet,
        CORRECTION_COLUMNS,
        corrections_to_export,
        feed=DatasetFeed(_of_correction, partial(newest, changed="made_at")),
    ),
)
