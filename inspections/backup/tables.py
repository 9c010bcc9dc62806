"""The models of a backup, and how their rows are written down.

Keys of content types and permissions differ between databases, so these are written by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models

Row = dict[str, Any]

APPS = ("auth", "admin", "axes", "otp_static", "otp_totp", "inspections", "findings", "alerts", "ingest")
MADE_AGAIN = frozenset(
    {
        "auth.permission",
        "axes.accessattempt",
        "axes.accessattemptexpiration",
        "axes.accessfailurelog",
        "findings.domainsum",
        "findings.indexedreport",
        "findings.recordsum",
        "findings.reportgroup",
        "findings.searchentry",
        "findings.searchword",
        "findings.themesum",
        "inspections.knowledgerevision",
    }
)
"""What the program makes again, or what nobody misses."""
CONTENT = (
    *("inspections.sourcefile", "inspections.report", "findings.correction", "auth.user"),
    *("ingest.ingestrun", "ingest.upload"),
)
"""Models of which a new database has no row."""


def models_of_backup() -> list[type[models.Model]]:
    """The models whose rows are kept, tables of many-to-many relations included, in a fixed order."""
    found = [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in MADE_AGAIN
    ]
    return sorted(found, key=lambda model: model._meta.label_lower)


class NamedKeys:
    """The keys of content types and permissions of this database, by name, and back."""

    def __init__(self) -> None:
        types = {one.pk: f"{one.app_label}.{one.model}" for one in ContentType.objects.all()}
        rights = Permission.objects.values_list("pk", "content_type_id", "codename")
        self._names: dict[type[Any], dict[Any, str]] = {
            ContentType: types,
            Permission: {pk: f"{types[kind]}.{codename}" for pk, kind, codename in rights},
        }
        self._keys = {model: {name: pk for pk, name in names.items()} for model, names in self._names.items()}

    def written(self, row: models.Model) -> Row:
        """The columns of a row as JSON values; times as the encoder of Django writes them."""
        return {field.attname: self._name(field, getattr(row, field.attname)) for field in _fields(type(row))}

    def row(self, model: type[models.Model], written: Row) -> models.Model | None:
        """The row that was written down; None if it needs a permission that this program does not have."""
        values: Row = {}
        for field in _fields(model):
            names = self._keys.get(_target(field))
            value = written[field.attname]
            if names is not None and value is not None:
                if value not in names:
                    return None
                values[field.attname] = names[value]
            else:
                values[field.attname] = value if field.is_relation else _python(field, value)
        return model(**values)

    def _name(self, field: Any, value: Any) -> Any:
        names = self._names.get(_target(field))
        if names is not None and value is not None:
            return names[value]
        return str(value) if isinstance(field, models.FileField) else value


def _fields(model: type[models.Model]) -> Iterable[Any]:
    return model._meta.concrete_fields


def _target(field: Any) -> Any:
    return field.remote_field.model if field.is_relation else None


def _python(field: Any, value: Any) -> Any:
    return value if value is None or isinstance(field, models.JSONField) else field.to_python(value)
