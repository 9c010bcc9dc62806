"""Reconciliation: inspections, preferred judgements and conflicts are what reconciliation would decide now.

It is run for one authority after the other in a transaction that is taken back, so that what differs is exactly what
running it would change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q

from findings.checks.invariants import Breach, Invariant, keys
from findings.search.entries import index_changed
from inspections.models import Authority, Conflict, Inspection, InspectionStatement, Judgement, Notice, Report
from inspections.reconciliation import reconcile
from inspections.reconciliation.conflicts import RECONCILIATION_CODES
from inspections.reconciliation.inspections import COLUMNS
from inspections.write import knowledge_change, knowledge_trial, renew

RowValues = dict[object, dict[str, object]]
"""What reconciliation decides of rows: their columns, by the key of the row or by all that it says."""
DecidedRows = dict[str, RowValues]
"""The same by what it decides, in words."""


def undecided() -> Iterator[Breach]:
    """Authorities of which reconciliation would decide something else, with what."""
    about = Q(inspections__isnull=False) | Q(reports__isnull=False) | Q(statements__isnull=False)
    for authority in Authority.objects.filter(about).order_by("pk").distinct():
        before, after = _trial(authority.pk)
        for subject, rows in after.items():
            if what := _difference(before[subject], rows):
                yield Breach(f"{authority}: reconciliation would decide {what} of its {subject}.", str(authority.pk))


def reconcile_again(subjects: Sequence[str]) -> None:
    """Reconcile authorities, and index what changes with that."""
    for authority in keys(subjects):
        with knowledge_change():
            reconcile([authority])
            reports = Report.objects.filter(authority=authority)
            index_changed(list(reports.values_list("pk", flat=True)), reports)
            renew()


def _difference(before: RowValues, after: RowValues) -> str:
    """What differs: "otherwise about year in 3", "otherwise about 2"; "" for nothing."""
    keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    pairs = [(before.get(key, {}), after.get(key, {})) for key in keys]
    names = {name for one, other in pairs for name in {**one, **other} if one.get(name) != other.get(name)}
    return f"otherwise about {', '.join(sorted(names))} in {len(keys)}" if keys else ""


def _trial(authority: int) -> tuple[DecidedRows, DecidedRows]:
    """What reconciliation decided, and what it would decide now."""
    with knowledge_trial():
        before = _decided(authority)
        reconcile([authority])
        return before, _decided(authority)


def _decided(authority: int) -> DecidedRows:
    of_authority = {"inspection__authority": authority}
    reports = Report.objects.filter(authority=authority, retired_at__isnull=True)
    judgements = Judgement.objects.live().filter(report__retired_at__isnull=True, **of_authority)
    sides = Conflict.objects.filter(**of_authority).order_by()
    notices = Notice.objects.filter(report__authority=authority, code__in=RECONCILIATION_CODES).order_by()
    return {
        "inspections": _by_key(Inspection.objects.filter(authority=authority), *COLUMNS),
        "statements": _by_key(InspectionStatement.objects.live().about([authority]), "inspection_id"),
        "reports": _by_key(reports, "inspection_id", "is_own"),
        "judgements": _by_key(judgements, "inspection_id", "is_preferred", "grade_id", "absence"),
        "conflicts": _by_content(sides, "inspection", "field", "domain", "sides__report", "sides__value"),
        "notices": _by_content(notices, "report", "code", "message", "anchor"),
    }


def _by_key(rows: Any, *columns: str) -> RowValues:
    return {pk: dict(zip(columns, values, strict=True)) for pk, *values in rows.values_list("pk", *columns)}


def _by_content(rows: Any, *columns: str) -> RowValues:
    """Rows that are written anew when they change, by what they say."""
    return {values: dict(zip(columns, values, strict=True)) for values in rows.values_list(*columns)}


RECONCILIATION = Invariant(
    "reconciliation",
    "Inspections, preferred judgements and conflicts are what reconciliation decides",
    undecided,
    reconcile_again,
    in_snapshot=False,
)
