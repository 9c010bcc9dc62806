"""The menu and the name of the site."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.http import HttpRequest

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
def menu(request: HttpRequest | None) -> tuple[MenuItem, ...]:
    """Return the menu for the page that a request asks for."""
    match = request.resolver_match if request else None
    shown = str(match.url_name) if match else ""
    above = ANALYSES if shown.startswith(f"{ANALYSES}-") else MENU_PAGE_ABOVE.get(shown)
    return tuple(
        MenuItem(page, text, "page" if shown == page else "true" if above == page else "")
        for page, text in MENU.items()
    )
