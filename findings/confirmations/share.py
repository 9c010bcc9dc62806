"""How much of a report is confirmed: of its live records those with a confirmation that holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FloatField,
    IntegerField,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from findings.confirmations.keys import CONFIRMABLE
from findings.models import RecordConfirmation
from inspections.models import Report


@dataclass(frozen=True, slots=True)
class ConfirmedShare:
    """Of ``records`` live records of a report ``confirmed`` are confirmed, the last one at ``last`` (None for none)."""

    records: int
    confirmed: int
    last: datetime | None

    @property
    def percent(self) -> int:
        """The share in percent, rounded down, so that 100 means all."""
        return 100 * self.confirmed // self.records if self.records else 0


def share_of(report: Report) -> ConfirmedShare:
    """How much of a report is confirmed."""
    found = RecordConfirmation.objects.holding().filter(report=report).aggregate(n=Count("pk"), last=Max("made_at"))
    records = sum(model.objects.live().filter(report=report).count() for model in CONFIRMABLE.values())
    return ConfirmedShare(records, found["n"], found["last"])


def people_of(report: Report) -> QuerySet[Any, Any]:
    """Who confirmed how many records of a report, and when last: ("made_by__username", "number", "last") a person."""
    held = RecordConfirmation.objects.holding().filter(report=report).order_by()
    return held.values("made_by__username").annotate(number=Count("pk"), last=Max("made_at")).order_by("-last")


def with_share(reports: QuerySet[Report]) -> QuerySet[Any]:
    """Reports with ``number_of_records``, ``number_confirmed``, ``last_confirmed`` and ``share_confirmed`` (0 to 1)."""
    held = RecordConfirmation.objects.holding().filter(report=OuterRef("pk")).order_by().values("report")
    counts = [
        _count(model.objects.live().filter(report=OuterRef("pk")).order_by().values("report"))
        for model in CONFIRMABLE.values()
    ]
    counted: QuerySet[Any] = reports.annotate(
        number_of_records=sum(counts[1:], start=counts[0]),
        number_confirmed=_count(held),
        last_confirmed=Subquery(held.annotate(last=Max("made_at")).values("last")),
    )
    share = Cast(F("number_confirmed"), FloatField()) / F("number_of_records")
    shared: QuerySet[Any] = counted.annotate(
        share_confirmed=Case(When(number_of_records=0, then=Value(0.0)), default=share, output_field=FloatField())
    )
    return shared


def with_confirmed(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records of one kind, with ``is_confirmed``: whether a person confirmed each as it is now."""
    here = {"report": OuterRef("report"), "anchor": OuterRef("anchor"), "kind": rows.model.KIND}
    marked: QuerySet[Any] = rows.annotate(is_confirmed=Exists(RecordConfirmation.objects.holding().filter(**here)))
    return marked


def _count(rows: QuerySet[Any, Any]) -> Any:
    number = Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return Coalesce(number, Value(0))
