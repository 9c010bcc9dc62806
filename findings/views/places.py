"""Places in documents: a page of a PDF with the boxes of its records, or lines of a text file with a record marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from findings.labels import Record
from findings.reports.pdf_pages import MarkedPage, marked_page, pages_with_record
from findings.reports.places import has_lines
from findings.reports.text_lines import TextPassage, passage_of, read_passage
from inspections.documents.access import access_to, files_for
from inspections.documents.page_images import PageNotDrawn, RendererBusy, has_pages
from inspections.documents.plain_text import NotTextError
from inspections.lists.parameters import takes
from inspections.models import Report, SourceFile
from inspections.views.sources import FORBIDDEN, UNPROCESSABLE, not_drawn, not_shown


@takes("record")
@require_safe
def page_view(request: HttpRequest, sha256: str, page: int) -> HttpResponse:
    """A page as an image, with the boxes and the list of its records. ``?record=`` names one to mark."""
    source = get_object_or_404(files_for(request), sha256=sha256)
    if not has_pages(source) or not 1 <= page <= (source.pages or 0):
        raise Http404
    access = access_to(source, request)
    if not access.pages:
        return not_shown(request, source, "The pages of this file are not shown", access.reason, FORBIDDEN)
    chosen = request.GET.get("record", "")
    try:
        shown = marked_page(source, page, chosen)
    except (PageNotDrawn, RendererBusy) as reason:
        return not_drawn(request, source, reason)
    if shown is None:
        raise Http404
    own = {
        "here": f"Page {page}",
        "total": source.pages,
        "marked_page": shown,
        "marks": shown.marks,
        "is_lost": bool(chosen) and shown.chosen is None,
        "previous_text": f"Page {page - 1}",
        "previous_url": _page_url(source, page - 1) if page > 1 else "",
        "following_text": f"Page {page + 1}",
        "following_url": _page_url(source, page + 1) if page < (source.pages or 0) else "",
    }
    return render(request, "findings/page_view.html", own | {"source": source, "access": access})


def _page_url(source: SourceFile, page: int) -> str:
    return reverse("page-view", args=[source.sha256, page])


@takes("record")
@require_safe
def lines_view(request: HttpRequest, sha256: str, first: int) -> HttpResponse:
    """Lines of a text from a number on, with the list of their records. ``?record=`` names one to mark."""
    source = get_object_or_404(files_for(request), sha256=sha256)
    if not has_lines(source) or first < 1:
        raise Http404
    access = access_to(source, request)
    if not access.pages:
        return not_shown(request, source, "The lines of this file are not shown", access.reason, FORBIDDEN)
    chosen = request.GET.get("record", "")
    try:
        passage = read_passage(source, first, chosen)
    except NotTextError as reason:
        return not_shown(request, source, "The lines of this file cannot be shown", str(reason), UNPROCESSABLE)
    if passage is None:
        raise Http404
    own = {
        "here": f"Lines {passage.first} to {passage.last}",
        "total": passage.total,
        "passage": passage,
        "marks": passage.marks,
        "is_lost": bool(chosen) and not passage.marked,
        "previous_text": "The lines before",
        "previous_url": passage.previous_url,
        "following_text": "The lines after",
        "following_url": passage.following_url,
    }
    return render(request, "findings/lines_view.html", own | {"source": source, "access": access})


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """The place of a record: its pages, or its lines. ``trouble`` is the reason why they cannot be shown."""

    pages: tuple[MarkedPage, ...] = ()
    passage: TextPassage | None = None
    trouble: str = ""


def where_it_stands(record: Record, report: Report, request: HttpRequest) -> RecordPlace:
    """The pages or lines of a record, for its own page. Retired records have none: they may come from another file."""
    source = report.source
    drawn = has_pages(source) and bool(record.boxes)
    if record.retired_at or not (drawn or (has_lines(source) and record.line)) or not access_to(source, request).pages:
        return RecordPlace()
    try:
        return (
            RecordPlace(pages=pages_with_record(record, report))
            if drawn
            else RecordPlace(passage=passage_of(record, source))
        )
    except RendererBusy:
        return RecordPlace()
    except (PageNotDrawn, NotTextError) as reason:
        return RecordPlace(trouble=str(reason))
