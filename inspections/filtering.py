"""What every filter set of the public pages shares: choices with counts, selections that can be removed, problems in words.

A filter set serves a page and its exports alike. It decides in this order: a parameter that is no filter is a problem; a value that a
filter does not know is a problem; with a problem there are no rows, so that nobody takes an unfiltered list for a filtered one. The
choices of a filter are those that occur in the rows left by all *other* filters, with their number, and those that are chosen.
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
from django.db.models import Count, Model, Q, QuerySet
from django.http import QueryDict

Load = Callable[[], Iterable[tuple[str, str]]]
Rows = QuerySet[Any]

YEAR = re.compile(r"(19|20)\d\d")
PARAGRAPH = re.compile(r"(?:(?:paragraph|para)s?\.?\s*)?([A-Za-z]?\d+(?:\.\d+)*[a-z]?)\.?", re.I)
FEW_CHOICES = 4
NOT_FILTERS = frozenset({"page"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter can take, with the number of rows that it would leave."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter as the form shows it: ``shown_as`` names its template, ``problem`` is the sentence beside it, or ""."""

    name: str
    label: str
    hint: str
    shown_as: str
    value: str
    choices: tuple[Choice, ...]
    problem: str

    @property
    def id(self) -> str:
        """The id of the form control to which an error summary links."""
        return f"filter-{self.name}"

    @property
    def is_open(self) -> bool:
        """Whether the form shows it unfolded: when it is in use, and when it takes little room."""
        return bool(self.problem or len(self.choices) <= FEW_CHOICES or self.is_chosen)

    @property
    def is_chosen(self) -> bool:
        """Whether it is in force."""
        return bool(self.value or any(choice.chosen for choice in self.choices))


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter of the address in words, a wrong one too, with the query string of the page without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a parameter, and the control where it can be put right ("" when there is none)."""

    id: str
    message: str


class OneOfField(forms.MultipleChoiceField):
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


class YearsField(OneOfField):
    """Years in four digits."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is a year that can occur; one without rows is no mistake."""
        return bool(YEAR.fullmatch(str(value)))


class OneOf(django_filters.MultipleChoiceFilter):
    """Rows whose column holds one of the values chosen. ``extra_path`` is a second column that may hold them instead."""

    field_class = OneOfField
    shown_as = "checkboxes"

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

    def counts(self, rows: Rows) -> dict[str, int]:
        """The number of rows by value."""
        counted: dict[str, int] = {}
        for path in filter(None, (self.field_name, self.extra_path)):
            for value, number in rows.order_by().values_list(path).annotate(number=Count("pk")):
                if value not in (None, ""):
                    counted[str(value)] = counted.get(str(value), 0) + number
        return counted

    def choices(self, field: OneOfField, rows: Rows, chosen: list[str]) -> tuple[Choice, ...]:
        """What can be chosen: the values that occur in the rows, and those that are chosen."""
        counted = self.counts(rows)
        return tuple(
            Choice(value, label, counted.get(value, 0), value in chosen)
            for value, label in field.known.items()
            if value in chosen or value in counted
        )


class Years(OneOf):
    """Rows of one of the years chosen; the latest year stands first."""

    field_class = YearsField

    def choices(self, field: OneOfField, rows: Rows, chosen: list[str]) -> tuple[Choice, ...]:
        """The years that occur in the rows, and those that are chosen."""
        counted = self.counts(rows)
        years = sorted({*counted, *filter(field.valid_value, chosen)}, reverse=True)
        return tuple(Choice(year, year, counted.get(year, 0), year in chosen) for year in years)


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


class Paragraph(django_filters.CharFilter):
    """Rows that a queryset's ``with_paragraph`` finds."""

    field_class = ParagraphField
    shown_as = "text"

    def __init__(self, **kwargs: Any) -> None:
        self.hint = kwargs.pop("hint", "")
        super().__init__(max_length=40, **kwargs)

    def filter(self, rows: Rows, value: str) -> Rows:
        """Leave the rows whose evidence holds the paragraph."""
        return rows.with_paragraph(value) if value else rows  # type: ignore[attr-defined]


class Words(django_filters.CharFilter):
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


class FacetedFilterSet(django_filters.FilterSet):
    """A filter set that can tell its choices, what is chosen, and what is wrong."""

    @property
    def query(self) -> QueryDict:
        """The parameters as they came."""
        return self.data if isinstance(self.data, QueryDict) else QueryDict()

    @cached_property
    def cleaned(self) -> Mapping[str, Any]:
        """The values of the filters that hold good ones."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {})

    def narrow(self, rows: Rows, but: str = "") -> Rows:
        """The rows that all filters leave, save the one named."""
        for name, value in self.cleaned.items():
            if name != but:
                rows = self.filters[name].filter(rows, value)
        return rows

    @property
    def qs(self) -> Rows:
        """The rows that all filters leave; none while a parameter is wrong."""
        rows = self.queryset.all()
        return rows.none() if self.problems else self.narrow(rows)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the parameters, in the order of the form."""
        unknown = [name for name in self.query if name not in self.filters and name not in NOT_FILTERS]
        return (
            *(
                Problem(f"filter-{name}", str(message))
                for name, messages in self.form.errors.items()
                for message in messages
            ),
            *(Problem("", f"There is no filter called “{name}”. Remove it from the address.") for name in unknown),
        )

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Every filter as the form shows it."""
        return tuple(self._facet(name) for name in self.filters)

    def _facet(self, name: str) -> Facet:
        own, field = self.filters[name], self.form.fields[name]
        problem = " ".join(str(message) for message in self.form.errors.get(name, ()))
        choices: tuple[Choice, ...] = ()
        value = ""
        if isinstance(own, OneOf):
            choices = own.choices(field, self.narrow(self.queryset.all(), but=name), self.query.getlist(name))
        else:
            value = self.query.get(name, "")
        return Facet(name, str(own.label), own.hint, own.shown_as, value, choices, problem)

    @property
    def selections(self) -> tuple[Selection, ...]:
        """What the address chooses, each with the address that takes it away."""
        found: list[Selection] = []
        for name, values in self.query.lists():
            if name in NOT_FILTERS:
                continue
            own = self.filters.get(name)
            known = self.form.fields[name].known if isinstance(own, OneOf) else {}
            title = str(own.label) if own else name
            found += [Selection(title, known.get(one, one), self._without(name, one)) for one in values if one]
        return tuple(found)

    def _without(self, name: str, value: str) -> str:
        query = self.query.copy()
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        query.pop("page", None)
        return f"?{query.urlencode()}"

    @property
    def query_string(self) -> str:
        """The filters in force as they stand in an address, without the page: "?domain=adoption", or ""."""
        query = self.query.copy()
        query.pop("page", None)
        for name in list(query):
            query.setlist(name, [value for value in query.getlist(name) if value])
        return f"?{query.urlencode()}" if any(query.values()) else ""


def codes(model: type[Model], value: str, label: str) -> Load:
    """The values and labels of a reference table, in its own order."""
    return lambda: model._default_manager.values_list(value, label)
