"""The menu and the name of the site, and what stands above and below every page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import get_script_prefix

register = template.Library()

MENU = {
    "search": "Search",
    "judgements": "Judgements",
    "matrix": "Matrix",
    "analysis": "Analysis",
    "recommendations": "Recommendations",
    "findings": "Findings",
    "inspections": "Inspections",
    "authorities": "Authorities",
    "plans": "Plans",
    "documents": "Documents",
    "about": "About",
}
"""Names of addresses and the words of the menu, in its order."""

MENU_PAGE_ABOVE = {
    "actions": "plans",
    "alerts": "about",
    "alerts-asked": "about",
    "alerts-confirm": "about",
    "alerts-follow": "about",
    "alerts-stop": "about",
    "authority": "authorities",
    "briefing-authority": "authorities",
    "briefing-chosen": "about",
    "briefing-inspection": "inspections",
    "briefing-theme": "about",
    "briefings": "about",
    "compare": "matrix",
    "corrections": "documents",
    "coverage": "documents",
    "data": "about",
    "data-set": "about",
    "figure-series": "authorities",
    "figures": "analysis",
    "follow-through": "recommendations",
    "inspection": "inspections",
    "lines-view": "documents",
    "notices": "documents",
    "page-view": "documents",
    "plan": "plans",
    "source": "documents",
}
"""Pages that are not in the menu, with the page of the menu above them."""


ANALYSES = "analysis"
"""The page of the menu above all pages whose name begins so."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page of the menu. ``current`` is ``aria-current``: "page" if it is shown, "true" if one below it is, or ""."""

    page: str
    text: str
    current: str


@register.simple_tag
def site_name() -> str:
    """Return the name of the site."""
    return str(settings.SITE_NAME)


@register.simple_tag
def header(request: HttpRequest | None) -> str:
    """Return the head of a page, which is rendered once for each page of the menu."""
    return _header(menu(request), settings.SITE_NAME, get_script_prefix())


@lru_cache(maxsize=500)
def _header(items: tuple[MenuItem, ...], _site: str, _prefix: str) -> str:
    return render_to_string("components/layout/header.html", {"items": items})


@register.simple_tag
def footer() -> str:
    """Return the foot of every page, which is rendered once."""
    return _footer(get_script_prefix())


@lru_cache(maxsize=10)
def _footer(_prefix: str) -> str:
    return render_to_string("components/layout/footer.html")


def menu(request: HttpRequest | None) -> tuple[MenuItem, ...]:
    """Return the menu for the page that a request asks for."""
    match = request.resolver_match if request else None
    shown = str(match.url_name) if match else ""
    above = ANALYSES if shown.startswith(f"{ANALYSES}-") else MENU_PAGE_ABOVE.get(shown)
    return tuple(
        MenuItem(page, text, "page" if shown == page else "true" if above == page else "")
        for page, text in MENU.items()
    )
