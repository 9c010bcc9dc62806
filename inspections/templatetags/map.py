"""The tiles of the map and the rows of its table: each authority is rendered once, as long as its judgement stays."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string

from inspections.templatetags.reading import grade_word
from inspections.vocabulary import Basis

register = template.Library()

Shown = tuple[tuple[str, str | int | bool], ...]
"""What a component takes, by name."""


@register.filter
def map_tile(tile: Any) -> str:
    """Return an authority on the map: a ``MapTile``."""
    latest = tile.latest
    return _rendered(
        "components/map/tile.html",
        (
            ("url", tile.authority.get_absolute_url()),
            ("name", tile.name),
            ("place", tile.place),
            ("look", tile.look),
            ("title", tile.title),
            ("is_known", latest is not None),
            ("is_whole", latest is not None and latest.is_whole),
            ("year", latest.year if latest else 0),
        ),
    )


@register.filter
def map_row(row: Any) -> str:
    """Return the row of an authority in the table: a ``LatestOverall``."""
    authority, judgement = row.authority, row.judgement
    framework = judgement.inspection.framework
    return _rendered(
        "components/map/row.html",
        (
            ("url", authority.get_absolute_url()),
            ("name", authority.name),
            ("is_sample", authority.is_sample),
            ("region", authority.region),
            ("grade", grade_word(judgement)),
            ("year", row.year),
            ("framework", framework.short_name if framework else ""),
            ("note", row.note),
            ("is_reported", judgement.basis == Basis.REPORTED),
        ),
    )


@lru_cache(maxsize=1000)
def _rendered(component: str, shown: Shown) -> str:
    """A component with what it shows: kept for the tiles and rows of all authorities, three times over."""
    return render_to_string(component, dict(shown))
