"""What can be asked of an analysis: the kinds of filter that only analyses have, and what their filter sets share.

A filter of an analysis shows its choices without counts: what is counted is different on every page, and stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import urlencode

from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows
from inspections.lists.filterset import FacetedFilterSet
from inspections.models import Judgement


class OptionFilter(ChoicesFilter):
    """One of several options, of which one always holds: ``default`` unless another is chosen."""

    shown_as = "option"

    def __init__(self, *, default: str, **kwargs: Any) -> None:
        self.default = default
        super().__init__("pk", **kwargs)

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Return all rows: an option says how they are counted."""
        return rows

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """Return all options; the default is chosen where no other one is."""
        holds = next((value for value in chosen if value in field.known), self.default)
        return tuple(FilterChoice(value, label, None, value == holds) for value, label in field.known.items())


class AnalysisFilterSet(FacetedFilterSet):
    """Filters of an analysis, of which nothing is counted. ``analysed`` are its values, which the analysis applies."""

    not_filters: ClassVar[frozenset[str]] = frozenset({"page"})

    def __init__(self, data: Any) -> None:
        super().__init__(data, queryset=Judgement.objects.none())

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """Return every choice of a filter, without a count."""
        field = self.form.fields[name]
        chosen = self.query.getlist(name)
        if isinstance(own, OptionFilter):
            return own.choices(field, {}, chosen)
        years = {value: None for value in chosen if field.valid_value(value)}
        return own.choices(field, dict.fromkeys(field.known, None) | years, chosen)

    def option(self, name: str) -> str:
        """Return the option that holds."""
        own: OptionFilter = self.filters[name]
        values: list[str] = self.cleaned.get(name) or []
        return values[0] if values else own.default

    def chosen(self, name: str) -> tuple[str, ...]:
        """Return the chosen values of a filter, empty for all."""
        return tuple(self.cleaned.get(name) or ())

    def day(self, name: str = "on") -> str:
        """Return a day that was typed, "" for none."""
        return str(self.cleaned.get(name) or "")

    def query_with(self, **values: str | Sequence[str] | None) -> str:
        """Return the query string with some values changed, of which there can be several; None takes one out."""
        query = {name: self.query.getlist(name) for name in self.query if name != "page"}
        for name, value in values.items():
            if value is None:
                query.pop(name, None)
            else:
                query[name] = [value] if isinstance(value, str) else list(value)
        return f"?{urlencode([(name, value) for name, found in query.items() for value in found if value])}"
