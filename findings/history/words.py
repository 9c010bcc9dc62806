"""Values of fields as people write them: reference data by name, choices by label, dates in words."""

from __future__ import annotations

from typing import Any

from findings.corrections.values import MODELS
from findings.models.changes import SECTION, is_column, words_of_value
from inspections.models import Authority, Framework, Grade, PartialDateField, partial_dates


class ValueWords:
    """The words for values; reference data is read once. Of grades with one code the newest framework's name counts."""

    def __init__(self) -> None:
        self._names: dict[type[Any], dict[str, str]] = {}

    def of(self, kind: str, field: str, value: Any) -> str:
        """A value, given by code where it is reference data; "" for nothing."""
        if value in (None, ""):
            return ""
        if not is_column(field) or field == SECTION:
            return words_of_value(field, value)
        column: Any = MODELS[kind]._meta.get_field(field)
        if column.is_relation:
            return self._named(column.related_model).get(str(value), str(value))
        if isinstance(column, PartialDateField):
            return partial_dates.display(str(value))
        return str(dict(column.flatchoices).get(value, value))

    def _named(self, model: type[Any]) -> dict[str, str]:
        if model not in self._names:
            rows = model._default_manager.order_by("framework__first_year") if model is Grade else model.objects.all()
            columns = {Authority: ("la_code", "name"), Framework: ("code", "short_name")}.get(model, ("code", "name"))
            self._names[model] = dict(rows.values_list(*columns))
        return self._names[model]
