"""A generated knowledge base several times over, copied inside the database.

Making rows is quick, but indexing them and following recommendations takes nearly a second a report. A copy has all of
it already: every row that hangs on documents, inspections and reports is written again under another key, so that each
authority has so many times the inspections, and each word is found so many times. Spread, each copy goes to other
authorities instead, in their order and from the first one again after the last. Follow-through stays within a copy.
Two things are not as they would be: search within a report finds its words in the other copies of the report, too, and
titles and texts of copies that were spread name the authority of the original.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max, Model

from findings.models import IndexedReport, ReportGroup, SearchEntry
from findings.search.copying import copy_entries
from findings.search.entries import facts_of
from findings.search.sums import keep_sums
from ingest.bench.made import PROFILE
from ingest.bench.owners import Owners, by_owner, marks_of, owners_of
from inspections import database_statistics
from inspections.models import Inspection, Report, SourceFile
from inspections.write import knowledge_change, renew

ROOTS: tuple[type[Model], ...] = (SourceFile, Inspection, Report)
"""What is copied, with everything that refers to it."""

DIGITS = 8
"""Figures of the key of a copied file, which take the place of the last figures of its sha256."""

UNIQUE: dict[tuple[type[Model], str], str] = {
    (SourceFile, "sha256"): (
        f"substr(sha256, 1, {64 - DIGITS}) || substr(CAST({10**DIGITS} + id + {{shift}} AS text), 2)"
    ),
    (Report, "identity"): "identity || '-{shift}'",
    (Report, "slug"): "slug || '-{shift}'",
    (Inspection, "slug"): "slug || '-{shift}'",
}
"""What a column holds in a copy, as SQL, where no two rows may hold the same, also if copies are copied again."""

RECORD = "record"
"""The column of indexes that holds the key of a record of any kind."""


class NotGeneratedError(ValueError):
    """The database holds a report that was not generated, or none."""


def multiply(times: int, *, spread: bool = False) -> Iterator[int]:
    """Write ``times`` - 1 copies of everything that is there, and yield the number of each when it is written.

    With ``spread`` they go to other authorities than their originals, while there are any. The copies are one change of
    the knowledge base. On PostgreSQL the user must be allowed to leave references unchecked
    (``session_replication_role``). Raises NotGeneratedError.
    """
    if not Report.objects.exists() or Report.objects.exclude(profile=PROFILE).exists():
        raise NotGeneratedError("Only a knowledge base that was generated is copied, and this database holds another.")
    tables = copied()
    held = frozenset(Report.objects.values_list("authority", flat=True))
    last = max(_last_key(model) for model in tables if model is not SearchEntry)
    with knowledge_change():
        _trust_references()
        for copy in range(1, times):
            for model in tables:
                _write(model, copy, last, owners_of(held, copy) if spread else {})
            yield copy
        if spread:
            _remember_facts()
        every = Report.objects.select_related("inspection", "authority")
        keep_sums(every, ReportGroup.objects.values_list("pk", flat=True))
        renew()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
    database_statistics.gather()


@cache
def copied() -> tuple[type[Model], ...]:
    """The roots and every model that refers to one of them, over however many others."""
    every = list(apps.get_models(include_auto_created=True))
    found: list[type[Model]] = list(ROOTS)
    for known in found:  # which grows
        found += [model for model in every if model not in found and known in _targets(model)]
    return tuple(found)


def _targets(model: type[Model]) -> set[type[Model]]:
    return {field.related_model for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)}


def _last_key(model: type[Model]) -> int:
    return model._default_manager.aggregate(most=Max("pk"))["most"] or 0


def _trust_references() -> None:
    """Do not look up each reference of the rows that are written: copies refer as their originals do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")


def _remember_facts() -> None:
    """Note of which facts of reports the entries are now, or they would be stale."""
    rows = list(IndexedReport.objects.select_related("report__inspection", "report__authority"))
    for row in rows:
        row.facts = facts_of(row.report)
    IndexedReport.objects.bulk_update(rows, ["facts"], batch_size=500)


def _write(model: type[Model], copy: int, last: int, owners: Owners) -> None:
    """Write a copy of the rows of a table up to the ``last`` key, each key so many times higher."""
    columns = {field.attname: _value(model, field, copy * last) for field in model._meta.concrete_fields}
    if owners and "authority_id" in columns:
        columns["authority_id"] = by_owner(owners, "pk")
    if model is SearchEntry:
        columns |= {"region": by_owner(owners, "region")} if owners else {}
        copy_entries(columns, last, copy * last, marks_of(owners))
        return
    table, key = model._meta.db_table, model._meta.pk.attname
    names, values = ", ".join(map(connection.ops.quote_name, columns)), ", ".join(columns.values())
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {key} <= {last}")  # noqa: S608


def _value(model: type[Model], field: models.Field[object, object], shift: int) -> str:
    """What a column holds in a copy, as SQL."""
    if words := UNIQUE.get((model, field.name)):
        return words.format(shift=shift)
    column = connection.ops.quote_name(field.attname)
    refers = isinstance(field, models.ForeignKey) and field.related_model in copied()
    record = isinstance(field, models.BigIntegerField) and field.name == RECORD
    return f"{column} + {shift}" if refers or record or field.primary_key else column
