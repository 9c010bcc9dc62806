"""An inspection, a report of any kind, a section of a report, and a single record, each at its permanent address.

A long report is shown in chapters: its own page and those of its sections. ``?at=<anchor>`` redirects from the address
of the report to the page that shows the record.
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from findings.confirmations.share import share_of
from findings.follow_up.recommendations import follow
from findings.labels import Record
from findings.models import Finding, Recommendation, Section
from findings.references.answers import plans_for
from findings.reports.content import JudgementRow, ReportChapter, ReportContent, judgement_rows, read_content
from findings.reports.figure_statements import figure_statements
from findings.reports.outline import ReportOutline, front_of
from findings.reports.records import find_record, read_record
from findings.views.citations import cited_page
from findings.views.history import history_of
from findings.views.lookups import find_report
from findings.views.places import where_it_stands
from inspections.admin_site import desk_url
from inspections.documents.access import inspections_for
from inspections.lists.parameters import takes
from inspections.models import Conflict, Inspection, Judgement, Report
from inspections.vocabulary import ReportKind

GONE = 410


def page_number(request: HttpRequest) -> int:
    """The number of the page that is asked for."""
    number = request.GET.get("page", "1")
    if not re.fullmatch("[0-9]{1,6}", number):
        raise Http404
    return int(number)


def _chapter(content: ReportContent, section: Section | None, number: int) -> ReportChapter | None:
    """The chapter that a section begins; None if the section stands within another chapter."""
    headed = [chapter for chapter in content.chapters if (chapter.head.section if chapter.head else None) == section]
    if headed and number not in range(1, len(headed) + 1):
        raise Http404
    return headed[number - 1] if headed else None


def _around(content: ReportContent, chapter: ReportChapter) -> dict[str, ReportChapter | None]:
    """The chapters before and after one."""
    place = content.chapters.index(chapter)
    return {
        "previous": content.chapters[place - 1] if place else None,
        "following": content.chapters[place + 1] if place + 1 < len(content.chapters) else None,
    }


@takes("at", "page")
def report_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """A report with its judgements and contents, and with its sections and records if they fit on one page."""
    report = find_report(request, authority, slug)
    if anchor := request.GET.get("at"):
        return redirect(ReportOutline(report).place_of(anchor))
    content = read_content(report)
    chapter = _chapter(content, None, page_number(request)) or content.chapters[0]
    context = {
        "report": report,
        "content": content,
        "chapter": chapter,
        "citation": cited_page(request, report),
        "confirmations": share_of(report),
        "is_plan": report.kind == ReportKind.IMPROVEMENT_PLAN,
        "report_sources": report.report_sources.select_related("source"),
        **_around(content, chapter),
    }
    return render(request, "findings/report.html", context, status=GONE if report.retired_at else 200)


def whole_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """A report on one page whatever its length, to print it or to search in it."""
    report = find_report(request, authority, slug)
    content = read_content(report, whole=True)
    context = {
        "report": report,
        "is_whole_page": True,
        "content": content,
        "confirmations": share_of(report),
        "chapter": content.chapters[0],
        "citation": cited_page(request, report),
    }
    return render(request, "findings/report.html", context, status=GONE if report.retired_at else 200)


def section_page(request: HttpRequest, section: Section) -> HttpResponse | None:
    """The chapter at the address of the section that begins it; None for a section that begins none."""
    report = section.report
    front = front_of(report)
    content = read_content(report, front=front.get_absolute_url())
    chapter = _chapter(content, section, page_number(request))
    if chapter is None:
        return None
    context = {
        "report": report,
        "front": front,
        "content": content,
        "chapter": chapter,
        "page": read_record(section),
        "history": history_of(section, request),
        "edit_address": edit_address(request, section),
        "citation": cited_page(request, report, section),
        **_around(content, chapter),
    }
    return render(request, "findings/section.html", context)


@takes("on", "page")
def record_page(request: HttpRequest, authority: str, slug: str, anchor: str) -> HttpResponse:
    """A record. Retired records are shown and marked as such.

    A page that opens the record in place gets its content alone.
    """
    report = find_report(request, authority, slug)
    record = find_record(report, anchor)
    if record is None and report.statements.filter(anchor=anchor).exists():
        return redirect(report)  # what a report says of an inspection has no page of its own; notices name it
    if record is None:
        raise Http404
    retired = record.retired_at or report.retired_at
    in_place = request.headers.get("HX-Request") == "true"
    reads = not retired and not in_place
    if reads and isinstance(record, Section) and (chapter := section_page(request, record)):
        return chapter
    context = {
        "report": report,
        "page": read_record(record),
        "record": record,
        "edit_address": edit_address(request, record),
        "where": where_it_stands(record, report, request),
        "history": None if in_place else history_of(record, request),
        "plans": plans_for(record) if isinstance(record, Recommendation) else (),
        "figures": figure_statements(record) if isinstance(record, Finding) and not retired else (),
        "follow": follow(record) if isinstance(record, Recommendation) else None,
        "decide_address": decide_address(request, record),
        "citation": cited_page(request, report, record),
    }
    template = "components/records/opened_in_place.html" if in_place else "findings/record.html"
    response = render(request, template, context, status=GONE if retired and not in_place else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response


def edit_address(request: HttpRequest, record: Record) -> str:
    """The address at which the reader may correct the record, "" if the reader may not or it is retired."""
    meta = record._meta
    rights = (f"{meta.app_label}.change_{meta.model_name}", "findings.add_correction")
    if not request.user.has_perms(rights) or record.retired_at:
        return ""
    return desk_url(record.report_id, record=record.anchor)


def decide_address(request: HttpRequest, record: Record) -> str:
    """The address at which the reader may decide what later reports say, "" if the reader may not or it is retired."""
    may = request.user.has_perm("findings.add_followdecision") and not record.retired_at
    query = urlencode({"report": str(record.report_id), "anchor": record.anchor})
    return f"{reverse('admin:findings_followdecision_add')}?{query}" if may else ""


def _other_documents(inspection: Inspection, own: Report | None) -> QuerySet[Report]:
    """Documents that follow the inspection up, date it, or quote its judgements."""
    about = Q(inspection=inspection) | Q(statements__inspection=inspection) | Q(judgements__inspection=inspection)
    reports = Report.objects.published().filter(pk__in=Report.objects.filter(about).values("pk"))
    if own is not None:
        reports = reports.exclude(pk=own.pk)
    return reports.select_related("authority").order_by("published", "slug")


def _reported(inspection: Inspection) -> tuple[JudgementRow, ...]:
    """The judgements of the inspection that other documents quote."""
    rows = (
        Judgement.objects.published()
        .filter(inspection=inspection)
        .exclude(report__inspection=inspection, report__is_own=True)
        .select_related("domain", "grade", "report__authority", "inspection__framework")
        .order_by("domain__order", "scope", "report__published", "pk")
    )
    return judgement_rows(rows)


def _beside(request: HttpRequest, inspection: Inspection) -> tuple[Inspection | None, Inspection | None]:
    """The inspections of the authority before and after this one, by date."""
    dated = sorted(
        inspections_for(request).filter(authority=inspection.authority).select_related("authority", "framework"),
        key=lambda other: (other.started or other.published, other.pk),
    )
    place = next(i for i, other in enumerate(dated) if other.pk == inspection.pk)
    return (dated[place - 1] if place else None), (dated[place + 1] if place + 1 < len(dated) else None)


def _conflicts(inspection: Inspection) -> QuerySet[Conflict]:
    return (
        Conflict.objects.filter(inspection=inspection)
        .select_related("domain", "decision")
        .prefetch_related("sides__report__authority")
    )


def find_inspection(inspections: QuerySet[Inspection], slug: str) -> Inspection:
    """The inspection of an authority at an address, else the one that had this address before; 404 otherwise."""
    found = inspections.filter(slug=slug).first()
    if found is None:
        found = next((one for one in inspections.order_by("pk") if slug in one.former_slugs), None)
    if found is None:
        raise Http404
    return found


def inspection_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """An inspection: facts, judgements, conflicts, and its own report."""
    inspections = inspections_for(request).select_related("authority", "framework")
    inspection = find_inspection(inspections.filter(authority__slug=authority), slug)
    if inspection.slug != slug:
        return redirect(inspection, permanent=False)
    reports = Report.objects.published().filter(inspection=inspection, is_own=True)
    own = reports.select_related("authority", "inspection__framework", "inspection__authority", "source").first()
    content: ReportContent | None = read_content(own, front=inspection.get_absolute_url()) if own else None
    rows = content.judgements if content else ()
    previous, following = _beside(request, inspection)
    context: dict[str, Any] = {
        "inspection": inspection,
        "is_published": Inspection.objects.published().filter(pk=inspection.pk).exists(),
        "report": own,
        "content": content,
        "chapter": content.chapters[0] if content else None,
        "judged": sorted(
            (row for row in rows if row.judgement.inspection_id == inspection.pk),
            key=lambda row: row.judgement.domain.order,
        ),
        "quoted": [row for row in rows if row.judgement.inspection_id != inspection.pk],
        "reported": _reported(inspection),
        "conflicts": _conflicts(inspection),
        "others": _other_documents(inspection, own),
        "previous": previous,
        "following": following,
        "start": content.chapters[1] if content and not content.is_whole else None,
        "citation": cited_page(request, own) if own else None,
    }
    return render(request, "findings/inspection.html", context)
