"""The matrix: authorities by today's domains, with the latest judgement of today or of a chosen day in each cell.

The latest judgements are found first and then filtered, so a filter never replaces a judgement by an older one. A cell
distinguishes a judgement that filters leave out from one that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from inspections.judgements.grid import JudgementEntry
from inspections.judgements.latest import (
    OVERALL,
    for_cells,
    latest,
    lineage_now,
    preferred_in_columns,
    without_overall,
)
from inspections.lists import filtersets
from inspections.lists.filters import ChoicesFilter, Rows, TypedFilter, YearsFilter, codes
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.grouping import BY_INSPECTION
from inspections.models import Authority, Domain, Framework, partial_dates
from inspections.models.inspection_days import counting_day
from inspections.models.partial_dates import PATTERN, is_partial_date


def todays_domains() -> QuerySet[Domain]:
    """Return today's domains, which are the columns of the matrix, in order."""
    return Domain.objects.filter(ancestry__isnull=False).distinct()


class DayField(forms.CharField):
    """A form field for a day, or for a month or year, which stands for its last day."""

    pattern = PATTERN

    def clean(self, value: Any) -> str:
        """Return the date in ISO 8601, or raise ValidationError."""
        text = str(super().clean(value))
        if not is_partial_date(text):
            raise ValidationError(f"“{text}” is not a date. Enter one such as 2019-06-30, 2019-06 or 2019.")
        return text


class DayFilter(TypedFilter):
    """The day of which the latest judgements are shown; the filter set applies it."""

    field_class = DayField

    def in_words(self, value: str) -> str:
        """The day as people write it: "31 March 2025"."""
        day = value.strip()
        return partial_dates.display(day) if is_partial_date(day) else value  # of several values only one was checked

    def filter(self, rows: Rows, value: str) -> Rows:
        """Return all rows: ``MatrixFilterSet.narrow`` has limited them to the latest of the day."""
        return rows


class MatrixFilterSet(FacetedFilterSet):
    """Filters of the latest judgements, for rows of ``preferred_in_columns``."""

    group = BY_INSPECTION
    not_filters = FacetedFilterSet.not_filters | {"rows"}

    on = DayFilter(
        label="As it stood on a day",
        hint="Such as 2019-06-30 or 2019. Without it, the latest judgements show",
        max_length=10,
    )
    authority = ChoicesFilter(
        "inspection__authority__slug", load=filtersets.authorities, label="Authority", shown_as="select"
    )
    region = ChoicesFilter("inspection__authority__region", load=filtersets.regions, label="Region")
    domain = ChoicesFilter("column_code", load=lambda: todays_domains().values_list("code", "name"), label="Domain")
    grade = ChoicesFilter("grade__code", extra_path="absence", load=filtersets.grades, label="Grade")
    year = YearsFilter("inspection__year", label="Year of the inspection")
    framework = ChoicesFilter(
        "inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    basis = ChoicesFilter("basis", load=filtersets.bases, label="Basis")

    @property
    def day(self) -> str:
        """The chosen day, "" for today."""
        return str(self.cleaned.get("on", ""))

    @property
    def leaves_out(self) -> bool:
        """Whether a filter may leave out a latest judgement of the chosen day."""
        return any(value for name, value in self.cleaned.items() if name != "on")

    @cached_property
    def latest(self) -> Q:
        """The condition for the latest judgements of the chosen day."""
        return latest(self.day)

    def narrow(self, rows: Rows, but: str = "", within: list[int] | None = None) -> Rows:
        """Return the latest judgements that pass all filters except the one named ``but``."""
        return super().narrow(rows.filter(self.latest), but, within)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The judgement of one of today's domains, or None; ``is_left_out``: there is one, but the filters leave it out."""

    entry: JudgementEntry | None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An authority with one cell for each column."""

    authority: Authority
    cells: tuple[MatrixCell, ...]


def matrix_columns(filterset: MatrixFilterSet) -> tuple[Domain, ...]:
    """Return the chosen ones of today's domains, or all of them when none is chosen."""
    chosen = filterset.cleaned.get("domain")
    return tuple(todays_domains().filter(code__in=chosen) if chosen else todays_domains())


def matrix_rows(
    filterset: MatrixFilterSet, authorities: Iterable[Authority], columns: Iterable[Domain]
) -> tuple[MatrixRow, ...]:
    """Return the rows of the authorities, in a fixed number of queries."""
    authorities, columns, lineage = tuple(authorities), tuple(columns), lineage_now()
    shown = filterset.qs.filter(inspection__authority__in=authorities).order_by().values_list("pk", "column_code")
    left = set(shown) if filterset.leaves_out else None
    judgements = list(for_cells(preferred_in_columns().filter(filterset.latest, inspection__authority__in=authorities)))
    newest: dict[int, str] = {}
    for judgement in judgements:
        if judgement.column_code != OVERALL:
            key = judgement.inspection.authority_id
            newest[key] = max(newest.get(key, ""), counting_day(judgement.inspection))
    cells: dict[tuple[int, str], MatrixCell] = {}
    for judgement in judgements:
        code: str = judgement.column_code
        notes = {column.code: note for column, note in lineage.todays_domains(judgement)}
        if code == OVERALL:
            later = without_overall(
                counting_day(judgement.inspection), newest.get(judgement.inspection.authority_id, "")
            )
            notes[code] = ". ".join(filter(None, (notes.get(code, ""), later)))
        is_shown = left is None or (judgement.pk, code) in left
        entry = JudgementEntry(judgement, notes.get(code, "")) if is_shown else None
        cells[judgement.inspection.authority_id, code] = MatrixCell(entry, is_left_out=not is_shown)
    unknown = MatrixCell(None)
    return tuple(
        MatrixRow(authority, tuple(cells.get((authority.pk, column.code), unknown) for column in columns))
        for authority in authorities
    )
