"""Briefings as pages and as files: on an authority, an inspection, a theme, and of chosen records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse

from findings.briefings import docx, odt
from findings.briefings.authority import briefing_on_authority
from findings.briefings.chosen import MOST, asked_names, briefing_of_chosen, chosen_records
from findings.briefings.content import Briefing
from findings.briefings.inspection import briefing_on_inspection
from findings.briefings.theme import briefing_on_theme
from findings.interpretation.themes import THEMES
from findings.views.reports import find_inspection
from inspections.caching.pages import kept_page, public_page
from inspections.lists.parameters import takes
from inspections.models import Authority, Inspection

Make = Callable[..., Briefing]
View = Callable[..., HttpResponse]
FORMS: dict[str, tuple[str, str, Callable[[Briefing], bytes]]] = {
    "docx": ("Word", docx.MEDIA_TYPE, docx.as_docx),
    "odt": ("OpenDocument", odt.MEDIA_TYPE, odt.as_odt),
}
"""Name, media type and writer of each form, by its suffix."""


def briefings_page(request: HttpRequest) -> HttpResponse:
    """What briefings there are, and where each is asked for."""
    return render(request, "findings/briefings.html", {"themes": THEMES.values()})


def _authority(request: HttpRequest, authority: str) -> Briefing:
    return briefing_on_authority(get_object_or_404(Authority, slug=authority), _site(request))


def _inspection(request: HttpRequest, authority: str, slug: str) -> Briefing:
    rows = Inspection.objects.published().filter(authority__slug=authority).select_related("authority", "framework")
    return briefing_on_inspection(find_inspection(rows, slug), _site(request))


def _theme(request: HttpRequest, theme: str) -> Briefing:
    if theme not in THEMES:
        raise Http404
    name = request.GET.get("authority", "")
    authority = get_object_or_404(Authority, slug=name) if name else None
    return briefing_on_theme(THEMES[theme], _site(request), authority)


def _chosen(request: HttpRequest) -> Briefing:
    return briefing_of_chosen(chosen_records(request.GET.getlist("record")), _site(request))


@takes("record")
def chosen_page(request: HttpRequest) -> HttpResponse:
    """The briefing of chosen records, with a form that adds and removes some."""
    chosen = chosen_records(request.GET.getlist("record"))
    context = {
        "briefing": briefing_of_chosen(chosen, _site(request)),
        "chosen": chosen,
        "left_out": max(0, len(asked_names(request.GET.getlist("record"))) - MOST),
        "most": MOST,
        "missing": [one for one in chosen if one.record is None],
        "files": _files(request, "chosen"),
    }
    return render(request, "findings/briefing_of_chosen.html", context)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _files(request: HttpRequest, subject: str, **named: str) -> list[tuple[str, str, str]]:
    query = request.GET.urlencode()
    tail = f"?{query}" if query else ""
    return [
        (name, form, f"{reverse(f'briefing-{subject}-{form}', kwargs=named)}{tail}")
        for form, (name, _, _) in FORMS.items()
    ]


def _page(subject: str, make: Make) -> View:
    @takes(*(("authority",) if subject == "theme" else ()))
    def view(request: HttpRequest, **named: str) -> HttpResponse:
        context: dict[str, Any] = {"briefing": make(request, **named), "files": _files(request, subject, **named)}
        return render(request, "findings/briefing.html", context)

    return view


def _file(make: Make, form: str) -> View:
    _, media_type, write = FORMS[form]

    def view(request: HttpRequest, **named: str) -> HttpResponse:
        briefing = make(request, **named)
        headers = {"Content-Disposition": f'attachment; filename="{briefing.name}.{form}"'}
        return HttpResponse(write(briefing), content_type=media_type, headers=headers)

    return view


def _addresses(subject: str, place: str, make: Make, page: View | None = None) -> list[URLPattern]:
    shown = path(f"briefings/{place}/", kept_page(page or _page(subject, make)), name=f"briefing-{subject}")
    files = [
        path(f"briefings/{place}.{form}", public_page(_file(make, form)), name=f"briefing-{subject}-{form}")
        for form in FORMS
    ]
    return [*files, shown]


BRIEFINGS = [
    path("briefings/", kept_page(briefings_page), name="briefings"),
    *_addresses("chosen", "chosen", _chosen, chosen_page),
    *_addresses("authority", "authorities/<slug:authority>", _authority),
    *_addresses("inspection", "inspections/<slug:authority>/<slug:slug>", _inspection),
    *_addresses("theme", "themes/<slug:theme>", _theme),
]
