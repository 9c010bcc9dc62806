"""How to cite a page, and the same citation as a file for programs that manage references."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from findings.citations.facts import Citation, citation_of
from findings.citations.forms import FORMS, CitationForm, apa, text
from findings.labels import Record
from findings.reports.records import find_record
from findings.views.lookups import find_report
from inspections.caching.pages import public_page
from inspections.models import Report


@dataclass(frozen=True, slots=True)
class CitedPage:
    """The citation of a page as text and in APA style, and its files: the name and address of each."""

    text: str
    apa: str
    files: tuple[tuple[str, str], ...]


def cited_page(request: HttpRequest, report: Report, record: Record | None = None) -> CitedPage:
    """How to cite a report, or a record of it, by its permanent address."""
    found = _citation(request, report, record)
    of = [report.authority_slug, report.slug, *([record.anchor] if record else [])]
    files = tuple((form.name, reverse(_name(form, is_record=bool(record)), args=of)) for form in FORMS)
    return CitedPage(text(found), apa(found), files)


def citation_file(
    request: HttpRequest, authority: str, slug: str, anchor: str = "", *, form: CitationForm
) -> HttpResponse:
    """A citation in one form, of a report or of the record with an anchor, retired ones included."""
    report = find_report(request, authority, slug)
    record = find_record(report, anchor) if anchor else None
    if anchor and record is None:
        raise Http404
    found = _citation(request, report, record)
    headers = {"Content-Disposition": f'attachment; filename="{found.name}.{form.suffix}"'}
    return HttpResponse(form.write(found), content_type=form.media_type, headers=headers)


def _citation(request: HttpRequest, report: Report, record: Record | None) -> Citation:
    return citation_of(report, request.build_absolute_uri((record or report).get_absolute_url()), record)


def _name(form: CitationForm, *, is_record: bool) -> str:
    return f"cite-{'record' if is_record else 'report'}-{form.suffix}"


def _addresses_of(form: CitationForm) -> list[URLPattern]:
    place, options = "citations/<slug:authority>/<slug:slug>", {"form": form}
    view = public_page(citation_file)
    return [
        path(f"{place}.{form.suffix}", view, options, name=_name(form, is_record=False)),
        path(f"{place}/<path:anchor>.{form.suffix}", view, options, name=_name(form, is_record=True)),
    ]


CITATIONS = [address for form in FORMS for address in _addresses_of(form)]
