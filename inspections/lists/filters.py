"""The kinds of filter that lists have: one of some values, years, a paragraph, words.

A field says which values are good and names one that is not; a filter leaves the rows that hold a good one, and tells which choices
there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import Combinable

from inspections.lists.facet_counts import LinkedValues

Load = Callable[[], Iterable[tuple[str, str]]]
Rows = QuerySet[Any]

YEAR = re.compile(r"(19|20)\d\d")
PARAGRAPH = re.compile(r"(?:(?:paragraph|para)s?\.?\s*)?([A-Za-z]?\d+(?:\.\d+)*[a-z]?)\.?", re.I)


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A value that a filter can take, with the number of rows that it would leave; None where they are too many to be counted."""

    value: str
    label: str
    count: int | None
    chosen: bool


def codes(model: type[Model], value: str, label: str) -> Load:
    """The values and labels of a reference table, in its own order."""
    return lambda: model._default_manager.values_list(value, label)


class ChoicesField(forms.MultipleChoiceField):
    """Values out of those that ``load`` gives as (value, label); read once a form, and only when they are needed."""

    def __init__(self, *, load: Load, **kwargs: Any) -> None:
        self.load = load
        super().__init__(**kwargs)

    @cached_property
    def known(self) -> dict[str, str]:
        """Every value that is allowed, with its label, in the order in which it is shown."""
        return dict(self.load())

    def to_python(self, value: Any) -> list[str]:
        """The values without the empty one, which a list sends when nothing is chosen in it."""
        return [one for one in super().to_python(value) if one]

    def valid_value(self, value: Any) -> bool:
        """Whether the value is one of those known."""
        return str(value) in self.known

    def validate(self, value: Any) -> None:
        """Name the value that is not known."""
        for one in value:
            if not self.valid_value(one):
                message = f"“{one}” is not a choice of the filter “{self.label}”. Choose one from the list."
                raise ValidationError(message, code="invalid_choice")


class YearsField(ChoicesField):
    """Years in four digits."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is a year that can occur; one without rows is no mistake."""
        return bool(YEAR.fullmatch(str(value)))


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Rows whose column holds one of the values chosen. ``extra_path`` is a second column that may hold them instead."""

    field_class = ChoicesField
    shown_as = "checkboxes"
    several: LinkedValues | None = None
    """What ties rows to their values, where a row can hold several of them."""

    def __init__(self, field_name: str, *, load: Load = tuple, extra_path: str = "", **kwargs: Any) -> None:
        self.extra_path = extra_path
        self.shown_as = kwargs.pop("shown_as", self.shown_as)
        self.hint = kwargs.pop("hint", "")
        super().__init__(field_name, load=load, **kwargs)

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Leave the rows that hold one of the values; no value leaves all."""
        if not values:
            return rows
        found = Q(**{f"{self.field_name}__in": values})
        if self.extra_path:
            found |= Q(**{f"{self.extra_path}__in": values})
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """Where a row holds its value, for counting; nothing there where the filter would never leave the row.

        With ``group``, which begins the paths of what rows have from their group, where the group holds it.
        """
        return tuple(F(path.removeprefix(group)) for path in (self.field_name, self.extra_path) if path)

    def is_held_by(self, group: str) -> bool:
        """Whether rows have their value from the group at the path that begins so."""
        return bool(group) and self.field_name.startswith(group) and not self.extra_path

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """What can be chosen: the values that are counted, and those that are chosen."""
        return tuple(
            FilterChoice(value, label, counted.get(value, 0), value in chosen)
            for value, label in field.known.items()
            if value in chosen or value in counted
        )


class YearsFilter(ChoicesFilter):
    """Rows of one of the years chosen; the latest year stands first."""

    field_class = YearsField

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The years that are counted, and those that are chosen."""
        years = sorted({*counted, *filter(field.valid_value, chosen)}, reverse=True)
        return tuple(FilterChoice(year, year, counted.get(year, 0), year in chosen) for year in years)


class ParagraphField(forms.CharField):
    """The number of a paragraph as printed: "38", "3.14", also written "paragraph 38"."""

    def clean(self, value: Any) -> str:
        """The number alone."""
        text = str(super().clean(value))
        if not text:
            return ""
        if not (found := PARAGRAPH.fullmatch(text)):
            raise ValidationError(f"“{text}” is not the number of a paragraph. Enter one such as 38 or 3.14.")
        return found[1]


class ParagraphFilter(django_filters.CharFilter):
    """Rows that a queryset's ``with_paragraph`` finds."""

    field_class = ParagraphField
    shown_as = "text"

    def __init__(self, **kwargs: Any) -> None:
        self.hint = kwargs.pop("hint", "")
        super().__init__(max_length=40, **kwargs)

    def filter(self, rows: Rows, value: str) -> Rows:
        """Leave the rows whose evidence holds the paragraph."""
        return rows.with_paragraph(value) if value else rows  # type: ignore[attr-defined]


class WordsFilter(django_filters.CharFilter):
    """Rows whose column holds every word of the text, wherever it stands."""

    shown_as = "text"

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        self.hint = kwargs.pop("hint", "")
        super().__init__(field_name, max_length=200, **kwargs)

    def filter(self, rows: Rows, value: str) -> Rows:
        """Leave the rows that hold every word."""
        for word in value.split():
            rows = rows.filter(**{f"{self.field_name}__icontains": word})
        return rows
