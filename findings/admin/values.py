"""Values of correctable fields: the value read, the effective value, and both as people write them.

Domains, grades and authorities are stored by code in ``read`` and in corrections, everything else as it is.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from findings.models import Section
from findings.models.changes import is_column, label_of_field, words_of_value
from inspections.models import Authority, Grade, Judgement, PartialDateField, partial_dates

LABELS = {
    "visibility": "who sees it",
    "ref": "printed number",
    "rag": "red, amber or green",
    "text": "text",
    "due": "due (as printed)",
}


def effective(record: models.Model, name: str) -> Any:
    """The effective value of a field; rows of reference data by their code."""
    return code_of(getattr(record, name))


def code_of(value: Any) -> Any:
    """A row of reference data by its code, anything else as it is."""
    return getattr(value, _key(type(value))) if isinstance(value, models.Model) else value


def as_read(record: Any, name: str) -> Any:
    """The value of the last reading; the effective value if the reading has none."""
    return record.read.get(name, effective(record, name))


def is_long(field: models.Field[Any, Any]) -> bool:
    """Whether a field holds running text."""
    return isinstance(field, models.TextField)


def label_of(model: type[models.Model], name: str) -> str:
    """The label of a field, or of another change of a record."""
    if label := label_of_field(name):
        return label
    field: Any = model._meta.get_field(name)
    return LABELS.get(name, str(field.verbose_name)).capitalize()


def written(record: models.Model, name: str, value: Any) -> str:
    """A value as people write it; "" for nothing."""
    if not is_column(name):
        return words_of_value(name, value)
    field = record._meta.get_field(name)
    if value in (None, ""):
        return ""
    if isinstance(field, models.ForeignKey):
        return _name_of(record, field.related_model, str(value))
    if isinstance(field, PartialDateField):
        return partial_dates.display(str(value))
    choices = dict(getattr(field, "flatchoices", ()))
    return str(choices.get(value, value))


def _key(model: type[models.Model]) -> str:
    keys: dict[type[models.Model], str] = {Authority: "la_code", Section: "anchor"}
    return keys.get(model, "code")


def _name_of(record: models.Model, model: Any, code: str) -> str:
    linked = [getattr(record, field.name) for field in record._meta.fields if field.related_model is model]
    rows = [row for row in linked if row is not None and getattr(row, _key(model)) == code]
    if not rows:
        rows = list(_scale(record, model).filter(**{_key(model): code})[:1])
    return str(rows[0]) if rows else code


def _scale(record: models.Model, model: Any) -> Any:
    """The rows among which a code is unique: grades within the framework, sections within the report."""
    if model is Section:
        return Section.objects.filter(report=record.report)  # type: ignore[attr-defined]
    if model is Grade and isinstance(record, Judgement):
        return Grade.objects.filter(framework=record.inspection.framework)
    return model.objects.all()
