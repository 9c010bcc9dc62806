"""Synchronise the reference tables of the database with the CSV files, after every migration to the newest state.

Tables are filled in the order of their foreign keys. A row is identified by its natural key (LA code, framework and
grade, …). Rows that differ are updated and new rows are added. No row is removed, because reports may refer to it: to
remove a code from a CSV file, write a migration. Running twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.migrations.executor import MigrationExecutor
from django.utils.text import slugify

from inspections.models import (
    Authority,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    FrameworkDomain,
    Grade,
    StatisticalNeighbour,
)
from inspections.reference import tables
from inspections.write import knowledge_change, renew

Key = tuple[Any, ...]


def sync_rows(model: type[models.Model], key: tuple[str, ...], wanted: Iterable[models.Model]) -> dict[Key, Any]:
    """Make the table hold the wanted rows, identified by ``key``; return all rows by key. Three queries at most."""

    def key_of(row: models.Model) -> Key:
        return tuple(getattr(row, name) for name in key)

    columns = [f.attname for f in model._meta.concrete_fields if not f.primary_key and f.attname not in key]
    rows = {key_of(row): row for row in model._default_manager.all()}
    new: list[models.Model] = []
    changed: list[models.Model] = []
    for row in wanted:
        known = rows.get(key_of(row))
        if known is None:
            rows[key_of(row)] = row
            new.append(row)
        elif any(getattr(known, name) != getattr(row, name) for name in columns):
            for name in columns:
                setattr(known, name, getattr(row, name))
            changed.append(known)
    model._default_manager.bulk_create(new)
    if changed:
        model._default_manager.bulk_update(changed, columns)
    return rows


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _authorities() -> None:
    facts = tables.authorities()
    rows = sync_rows(
        Authority,
        ("la_code",),
        (
            Authority(
                la_code=a.la_code,
                gss_code=a.gss_code,
                name=a.name,
                slug=slugify(a.name),
                region=a.region,
                ofsted_urn=a.ofsted_urn,
                opened=_day(a.opened),
                closed=_day(a.closed),
                is_sample=a.sample,
            )
            for a in facts
        ),
    )
    ids = {code: row.pk for (code,), row in rows.items()}
    through = Authority.predecessors.through
    sync_rows(
        through,
        ("from_authority_id", "to_authority_id"),
        (
            through(from_authority_id=ids[a.la_code], to_authority_id=ids[code])
            for a in facts
            for code in a.predecessors
        ),
    )
    sync_rows(
        StatisticalNeighbour,
        ("authority_id", "rank"),
        (
            StatisticalNeighbour(authority_id=ids[a.la_code], rank=rank, neighbour_id=ids[code])
            for a in facts
            for rank, code in enumerate(a.statistical_neighbours, 1)
        ),
    )


def _frameworks() -> dict[str, int]:
    rows = sync_rows(
        Framework,
        ("code",),
        (
            Framework(
                code=f.code,
                name=f.name,
                short_name=f.short_name,
                inspectorate=f.inspectorate,
                first_year=f.first_year,
                last_year=f.last_year,
                graded=f.graded,
            )
            for f in tables.frameworks()
        ),
    )
    return {code: row.pk for (code,), row in rows.items()}


def _domains(frameworks: dict[str, int]) -> None:
    rows = sync_rows(Domain, ("code",), (Domain(code=d.code, name=d.name, order=d.order) for d in tables.domains()))
    domains = {code: row.pk for (code,), row in rows.items()}
    sync_rows(
        FrameworkDomain,
        ("framework_id", "domain_id"),
        (
            FrameworkDomain(
                framework_id=frameworks[d.framework],
                domain_id=domains[d.domain],
                wording=d.wording,
                order=d.order,
                scopes=" ".join(d.scopes),
                first_year=d.first_year,
                last_year=d.last_year,
            )
            for d in tables.framework_domains()
        ),
    )
    sync_rows(
        DomainLineage,
        ("framework_id", "domain_id", "scope", "column_id"),
        (
            DomainLineage(
                framework_id=frameworks[d.framework],
                domain_id=domains[d.domain],
                scope=d.scope,
                column_id=domains[d.column],
                comparability=d.comparability,
                note=d.note,
            )
            for d in tables.lineage()
        ),
    )


def _grades(frameworks: dict[str, int]) -> None:
    rows = sync_rows(
        Grade,
        ("framework_id", "code"),
        (
            Grade(framework_id=frameworks[g.framework], code=g.code, name=g.name, rank=g.rank, number=g.number)
            for g in tables.grades()
        ),
    )
    sync_rows(
        CrosswalkEntry,
        ("version", "grade_id"),
        (
            CrosswalkEntry(
                version=c.version, grade_id=rows[frameworks[c.framework], c.grade].pk, band=int(c.band), note=c.note
            )
            for c in tables.crosswalk()
        ),
    )


def sync_reference() -> None:
    """Update all reference tables from the CSV files, in one transaction."""
    with knowledge_change():
        _authorities()
        frameworks = _frameworks()
        _domains(frameworks)
        _grades(frameworks)
        renew()


def after_migrate(using: str, **_: Any) -> None:
    """Receive ``post_migrate``. Does nothing after a migration to an older state, which may lack tables or columns."""
    if using != DEFAULT_DB_ALIAS:
        return
    executor = MigrationExecutor(connections[using])
    newest = [key for key in executor.loader.graph.leaf_nodes() if key[0] == "inspections"]
    if not executor.migration_plan(newest):
        sync_reference()
