"""The numbers of findings, recommendations and actions that are kept by report, as their lists ask for them."""

from __future__ import annotations

from functools import partial

from findings.models import RecordCount, ReportTheme
from findings.search.counts import without_numbers
from inspections.lists.filters import Rows
from inspections.lists.kept_counts import KeptCounts, ParameterValues
from inspections.models.visibility import is_published
from inspections.vocabulary import RecordKind

THEME = "theme"


def kept_counts(kind: RecordKind, *columns: str, flags: tuple[str, ...] = ()) -> KeptCounts:
    """Where the numbers of records of a kind are kept; ``columns`` are the filters by whose values they are."""
    names = frozenset(columns)
    return KeptCounts(partial(_find, kind, names), names, flags, without_numbers)


def _find(kind: RecordKind, columns: frozenset[str], asked: ParameterValues) -> Rows | None:
    """The numbers of all records or, if one theme is asked for, of those that have it.

    A record can have several themes, so numbers by theme tell nothing of several; nor do they tell the timescale.
    """
    themes = asked.get(THEME, [])
    others = {name: values for name, values in asked.items() if name != THEME}
    if len(themes) > 1 or not others.keys() <= columns:
        return None
    if themes and (others.keys() | columns) - {"polarity"}:
        return None
    kept: Rows = ReportTheme.objects.filter(theme=themes[0]) if themes else RecordCount.objects.all()
    values = {f"{name}__in": chosen for name, chosen in others.items()}
    return kept.filter(is_published("report__"), kind=kind, **values)
