"""The kinds of filter that lists have: by choices, by years, by what is typed, such as the number of a paragraph.

The field of a filter decides which values are valid and names one that is not. The filter leaves the rows that hold one
of the values, and tells which choices it offers.
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

from inspections.caching.revision import cached, current_revision, shared
from inspections.lists.facet_counts import count_by
from inspections.lists.lookups import among_text, text_of

LoadChoices = Callable[[], Iterable[tuple[str, str]]]
Rows = QuerySet[Any]

YEAR = re.compile(r"(19|20)\d\d")
PARAGRAPH = re.compile(r"(?:(?:paragraph|para)s?\.?\s*)?([A-Za-z]?\d+(?:\.\d+)*[a-z]?)\.?", re.I)


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A value that a filter can take, with the number of rows that it would leave (None: too many to be counted)."""

    value: str
    label: str
    count: int | None
    chosen: bool

    @property
    def with_count(self) -> str:
        """The label, with the number in brackets where it is known."""
        return self.label if self.count is None else f"{self.label} ({self.count})"


def codes(model: type[Model], value: str, label: str) -> LoadChoices:
    """The choices from a reference table, in its own order; loaded once for each revision."""

    def load() -> Iterable[tuple[str, str]]:
        rows = model._default_manager.values_list(value, label)
        return shared(f"codes {model._meta.label} {value} {label}", current_revision(), lambda: tuple(rows))

    return load


class ChoicesField(forms.MultipleChoiceField):
    """Values out of those that ``load`` returns as (value, label); loaded once for each form, and only when needed."""

    def __init__(self, *, load: LoadChoices, **kwargs: Any) -> None:
        self.load = load
        super().__init__(**kwargs)

    @cached_property
    def known(self) -> dict[str, str]:
        """Every valid value with its label, in the order of display."""
        return dict(self.load())

    def to_python(self, value: Any) -> list[str]:
        """The values without the empty one, which a select sends when nothing is chosen."""
        return [one for one in super().to_python(value) if one]

    def valid_value(self, value: Any) -> bool:
        """Whether the value is a known one."""
        return str(value) in self.known

    def validate(self, value: Any) -> None:
        """Raise ValidationError for the first value that is not valid, and name it."""
        for one in value:
            if not self.valid_value(one):
                message = f"“{one}” is not a choice of the filter “{self.label}”. Choose one from the list."
                raise ValidationError(message, code="invalid_choice")


class YearsField(ChoicesField):
    """Years in four digits."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is a year that reports can have; a year without rows is valid."""
        return bool(YEAR.fullmatch(str(value)))


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Rows whose column holds one of the chosen values. ``extra_path`` is a second column that may hold one instead."""

    field_class = ChoicesField
    shown_as = "checkboxes"
    is_in_columns = True
    """Whether the values are columns of the row or its group, which are counted together with other filters."""
    is_counted_with_groups = False
    """Whether an index has its column behind the key of the group, so that both are counted in one query."""

    def __init__(self, field_name: str, *, load: LoadChoices = tuple, extra_path: str = "", **kwargs: Any) -> None:
        self.extra_path = extra_path
        self.shown_as = kwargs.pop("shown_as", self.shown_as)
        self.hint = kwargs.pop("hint", "")
        super().__init__(field_name, load=load, **kwargs)

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The rows that hold one of the values; all rows where no value is chosen."""
        if not values:
            return rows
        found = Q(**{f"{self.field_name}__in": values})
        if self.extra_path:
            found |= Q(**{f"{self.extra_path}__in": values})
        return rows.filter(found)

    def filter_within(self, rows: Rows, values: list[str], groups: list[int]) -> Rows:
        """The rows of some groups that hold one of the values; a filter may find them faster than among all rows."""
        return self.filter(rows, values)

    def columns(self, prefix: str = "") -> tuple[Combinable, ...]:
        """The columns in which a row holds its value, for counting; null where the filter would never leave the row.

        ``prefix`` begins the paths from a row to its group. With it, the paths start from the group itself.
        """
        return tuple(F(path.removeprefix(prefix)) for path in (self.field_name, self.extra_path) if path)

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of rows by value; called where ``is_in_columns`` is False.

        ``total`` is the number of rows, and ``by_group`` that by the key of their group, if it was counted.
        """
        return count_by(rows, {"": self.columns()}).by[""]

    def is_of_group(self, prefix: str) -> bool:
        """Whether rows have their value from their group; ``prefix`` begins its paths and is "" without a group."""
        return bool(prefix) and self.field_name.startswith(prefix) and not self.extra_path

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The choices to offer: values that some row holds, and values that are chosen."""
        return tuple(
            FilterChoice(value, label, counted.get(value, 0), value in chosen)
            for value, label in field.known.items()
            if value in chosen or value in counted
        )


class DerivedFilter(ChoicesFilter):
    """Rows by a value that no column holds. ``derive`` makes the expression that tells it of a row."""

    def __init__(self, *, derive: Callable[[], Combinable], **kwargs: Any) -> None:
        self.derive = derive
        super().__init__("pk", **kwargs)

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The rows whose value is one of the chosen ones; all rows where no value is chosen."""
        name = f"derived_{self.derive.__name__}"
        return rows.alias(**{name: self.derive()}).filter(**{f"{name}__in": values}) if values else rows

    def columns(self, prefix: str = "") -> tuple[Combinable, ...]:
        """The expression; rows with derived values have no group."""
        return (self.derive(),)


class YearsFilter(ChoicesFilter):
    """Rows of one of the chosen years; choices stand from the latest year to the earliest."""

    field_class = YearsField

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The years that some row has, and the chosen ones."""
        years = sorted({*counted, *filter(field.valid_value, chosen)}, reverse=True)
        return tuple(FilterChoice(year, year, counted.get(year, 0), year in chosen) for year in years)


class ParagraphField(forms.CharField):
    """The number of a paragraph as printed ("38", "3.14"), which may follow the word "paragraph"."""

    pattern = f"^({PARAGRAPH.pattern})?$"

    def clean(self, value: Any) -> str:
        """The number alone. Raises ValidationError for anything else."""
        text = str(super().clean(value))
        if not text:
            return ""
        if not (found := PARAGRAPH.fullmatch(text)):
            raise ValidationError(f"“{text}” is not the number of a paragraph. Enter one such as 38 or 3.14.")
        return found[1]


class TypedFilter(django_filters.CharFilter):
    """A filter whose value is typed."""

    shown_as = "text"

    def __init__(self, **kwargs: Any) -> None:
        self.hint = kwargs.pop("hint", "")
        super().__init__(**kwargs)

    def said(self, value: str) -> str:
        """What the filter made of a valid value, as sentences beside it; "" where nothing is to be said."""
        return ""

    def in_words(self, value: str) -> str:
        """A valid value as pages write it where they tell what is chosen."""
        return value


class ParagraphFilter(TypedFilter):
    """Rows whose evidence holds a paragraph; the queryset of the rows has a method ``with_paragraph``."""

    field_class = ParagraphField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)

    def filter(self, rows: Rows, value: str) -> Rows:
        """The rows whose evidence holds the paragraph; all rows without a number.

        They are looked for once for each revision: counts and page ask for the same ones.
        """
        if not value:
            return rows
        every: Any = rows.model._default_manager
        keys = every.with_paragraph(value).order_by().values_list("pk", flat=True)
        name = f"{rows.model._meta.label} with paragraph {value}"
        return rows.filter(among_text(cached(name, current_revision(), lambda: text_of(keys))))
