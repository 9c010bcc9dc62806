"""The form that chooses the columns of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from functools import lru_cache

from django import template
from django.template.loader import render_to_string

from findings.exports.columns import ExportColumn

register = template.Library()


@register.simple_tag
def column_chooser(choices: Iterable[tuple[ExportColumn, bool]], chosen: Sized) -> str:
    """The columns to choose from, each with whether it is chosen, and the chosen ones; rendered once for each form."""
    return _column_chooser(tuple((column.name, column.title, is_chosen) for column, is_chosen in choices), len(chosen))


@lru_cache(maxsize=200)
def _column_chooser(choices: tuple[tuple[str, str, bool], ...], chosen: int) -> str:
    return render_to_string("components/lists/column_chooser.html", {"choices": choices, "chosen": chosen})
