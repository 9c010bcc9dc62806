"""Authorities by domains of today: in each cell the latest judgement, of a chosen day if one is given.

First it is decided which is the latest, then what the filters leave of it: a filter never brings up an older judgement in place of the one that
counts. A cell tells a judgement that filters leave out from one that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from inspections.judgements.grid import GridEntry
from inspections.judgements.latest import for_cells, latest, preferred_in_columns
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter, codes
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities, bases, grades, regions
from inspections.lists.grouping import BY_INSPECTION
from inspections.models import Authority, Domain, Framework
from inspections.models.partial_dates import is_partial_date
from inspections.reference.lineage import Lineage


def domains_of_today() -> Iterable[tuple[str, str]]:
    """The domains that are columns, in their order."""
    return Domain.objects.filter(ancestry__isnull=False).distinct().values_list("code", "name")


class DayField(forms.CharField):
    """A day, or a month or year as far as it reaches."""

    def clean(self, value: Any) -> str:
        """The date in its machine form."""
        text = str(super().clean(value))
        if not is_partial_date(text):
            raise ValidationError(f"“{text}” is not a date. Enter one such as 2019-06-30, 2019-06 or 2019.")
        return text


class DayFilter(django_filters.CharFilter):
    """The day of which the latest judgements are shown; it is the filter set that acts on it."""

    field_class = DayField
    shown_as = "text"
    hint = "Such as 2019-06-30 or 2019. Without it, the latest judgements show"

    def filter(self, rows: Rows, value: str) -> Rows:
        """All of them: which are the latest was decided before."""
        return rows


class MatrixFilterSet(FacetedFilterSet):
    """Filters of the latest judgements; rows are those of ``preferred_in_columns``."""

    group = BY_INSPECTION

    on = DayFilter(label="As it stood on a day", max_length=10)
    authority = ChoicesFilter("inspection__authority__slug", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("inspection__authority__region", load=regions, label="Region")
    domain = ChoicesFilter("column_code", load=domains_of_today, label="Domain")
    grade = ChoicesFilter("grade__code", extra_path="absence", load=grades, label="Grade")
    year = YearsFilter("inspection__year", label="Year of the inspection")
    framework = ChoicesFilter(
        "inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    basis = ChoicesFilter("basis", load=bases, label="Basis")

    @property
    def day(self) -> str:
        """The day that is chosen, "" for today."""
        return str(self.cleaned.get("on", ""))

    @cached_property
    def latest(self) -> Q:
        """The condition that leaves the latest judgements of that day."""
        return latest(self.day)

    def narrow(self, rows: Rows, but: str = "") -> Rows:
        """The latest judgements that all filters leave, save the one named."""
        return super().narrow(rows.filter(self.latest), but)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The judgement of a domain of today, or None; ``is_left_out`` tells that there is one which the filters leave out."""

    entry: GridEntry | None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An authority with one cell a column."""

    authority: Authority
    cells: tuple[MatrixCell, ...]


def columns_shown(filterset: MatrixFilterSet) -> tuple[Domain, ...]:
    """The domains of today, or those of them that are chosen."""
    domains = Domain.objects.filter(ancestry__isnull=False).distinct()
    chosen = filterset.cleaned.get("domain")
    return tuple(domains.filter(code__in=chosen) if chosen else domains)


def rows_of(filterset: MatrixFilterSet, ones: Iterable[Authority], columns: Iterable[Domain]) -> tuple[MatrixRow, ...]:
    """The rows of some authorities, in a fixed number of queries."""
    shown, across, lineage = list(ones), tuple(columns), Lineage()
    left = set(filterset.qs.filter(inspection__authority__in=shown).order_by().values_list("pk", "column_code"))
    judgements = for_cells(preferred_in_columns().filter(filterset.latest, inspection__authority__in=shown))
    cells: dict[tuple[int, str], MatrixCell] = {}
    for judgement in judgements:
        code: str = judgement.column_code
        notes = {column.code: note for column, note in lineage.todays_domains(judgement)}
        there = (judgement.pk, code) in left
        cells[judgement.inspection.authority_id, code] = MatrixCell(
            GridEntry(judgement, notes.get(code, "")) if there else None, not there
        )
    return tuple(
        MatrixRow(one, tuple(cells.get((one.pk, domain.code), MatrixCell(None)) for domain in across)) for one in shown
    )
