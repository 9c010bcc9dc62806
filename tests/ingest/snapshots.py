"""Everything that loading writes, as values that can be compared.

With keys and times, they prove that nothing was changed; without them, that two ways lead to the same result.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models

from findings.models import (
    Action,
    Correction,
    CrossReference,
    Evidence,
    Finding,
    Recommendation,
    Risk,
    Section,
)
from inspections.models import (
    Conflict,
    ConflictSide,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    Report,
    ReportSource,
    SourceFile,
)

MODELS: tuple[type[models.Model], ...] = (
    SourceFile, Report, ReportSource, Notice, Inspection, InspectionStatement, Judgement, Conflict, ConflictSide,
    Section, Finding, Recommendation, Risk, Action, CrossReference, Evidence, Correction,
)  # fmt: skip
TIMES = {"added_at", "read_at", "loaded_at", "changed_at", "made_at"}
BY_ORDER = {"former_slugs"}
"""What may depend on the order of loading: addresses that an inspection had for a while."""


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every column of every row, keys and times included."""
    return {model.__name__: sorted(model._default_manager.values_list(), key=repr) for model in MODELS}


def _name(row: models.Model | None) -> Any:
    """A row by what is the same whichever key it got."""
    match row:
        case None:
            return None
        case SourceFile():
            return row.sha256
        case Report():
            return row.identity
        case Inspection():
            return (row.authority.la_code, row.slug)
        case Conflict():
            return (_name(row.inspection), row.field, row.domain_id, row.scope)
        case _ if hasattr(row, "anchor"):
            return (row.report.identity, type(row).__name__, row.anchor)  # type: ignore[attr-defined]
    return row.pk


def _facts(row: models.Model) -> tuple[Any, ...]:
    values = []
    for field in row._meta.concrete_fields:
        if field.primary_key or field.name in TIMES | BY_ORDER:
            continue
        value = getattr(row, field.name)
        values.append((field.name, _name(value) if isinstance(value, models.Model) else value))
    return tuple(values)


def facts(leave_out: Iterable[type[models.Model]] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """What the rows say, without keys, times and the order in which they came."""
    return {
        model.__name__: sorted((_facts(row) for row in model._default_manager.all()), key=repr)
        for model in MODELS
        if model not in set(leave_out)
    }


def wipe() -> None:
    """Take out everything that loading wrote."""
    for model in (Report, Inspection, SourceFile):
        model.objects.all().delete()
