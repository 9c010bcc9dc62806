"""The walk: every place that waits for a person, in one order, one after the other.

Places are open notices, conflicts (where the document that is not preferred says its own), references that print a
number and lead nowhere, and corrections whose reading changed or whose record is gone. They are ordered by authority,
report and place in the document; one query finds all of them. Notices about a file without a report are in the list of
notices alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from findings.models import Correction, CrossReference
from inspections.models import ConflictSide, Notice
from inspections.vocabulary import NoticeLevel, Term

SOURCES = ("finding", "recommendation", "action")


class StopKind(Term):
    """The kinds of places that wait for a person."""

    ERROR = NoticeLevel.ERROR.value, "Errors of reading"
    WARNING = NoticeLevel.WARNING.value, "Doubts"
    INFO = NoticeLevel.INFO.value, "Information"
    CONFLICT = "conflict", "Conflicts between documents"
    REFERENCE = "reference", "References that lead nowhere"
    CORRECTION = "correction", "Corrections to review"


MODELS: dict[str, type[Any]] = {
    StopKind.CONFLICT: ConflictSide,
    StopKind.REFERENCE: CrossReference,
    StopKind.CORRECTION: Correction,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that waits for a person."""

    authority: str
    report: int
    place: int
    kind: str
    pk: int
    anchor: str

    @property
    def key(self) -> str:
        """Its name in addresses: "warning-12"."""
        return f"{self.kind}-{self.pk}"

    @property
    def is_notice(self) -> bool:
        """Whether it is a notice."""
        return self.kind not in MODELS

    def row(self) -> Any:
        """The row that waits; None if somebody was quicker."""
        return MODELS.get(self.kind, Notice)._default_manager.filter(pk=self.pk).first()


@dataclass(frozen=True, slots=True)
class Walk:
    """The places in order, of which one may be chosen."""

    stops: tuple[Stop, ...]
    chosen: Stop | None

    @property
    def number(self) -> int:
        """The number of the chosen place, from 1; 0 if none is chosen."""
        return self.stops.index(self.chosen) + 1 if self.chosen else 0

    @property
    def following(self) -> Stop | None:
        """The place after the chosen one; the first one if none is chosen."""
        return self.stops[self.number] if self.number < len(self.stops) else None

    @property
    def previous(self) -> Stop | None:
        """The place before the chosen one."""
        return self.stops[self.number - 2] if self.number > 1 else None


def walk_of(kind: str, authority: str, chosen: str) -> Walk:
    """The walk over the places of a kind and an authority; "" for all but what is only information, and for all."""
    first, *others = (_columns(rows, authority) for rows in _rows(kind))
    found = first.union(*others, all=True).order_by("by_name", "of_report", "at_place", "of_kind", "key")
    stops = tuple(Stop(*row) for row in found)
    return Walk(stops, next((stop for stop in stops if stop.key == chosen), None))


def _rows(kind: str) -> Iterator[QuerySet[Any]]:
    """The rows of each kind that is wanted, with what tells their places."""
    known = kind if kind in StopKind.values() else ""
    levels = [known] if known in NoticeLevel.values() else [NoticeLevel.ERROR.value, NoticeLevel.WARNING.value]
    if known not in MODELS:
        rows = Notice.objects.open().filter(report__isnull=False, report__retired_at__isnull=True)
        rows = rows.filter(level__in=levels)
        yield rows.annotate(of_kind=F("level"), at_place=_place(), at_anchor=F("anchor"))
    if known in ("", StopKind.CONFLICT):
        sides = ConflictSide.objects.filter(is_preferred=False, report__retired_at__isnull=True)
        yield sides.annotate(of_kind=_text(StopKind.CONFLICT), at_place=_place(), at_anchor=F("anchor"))
    if known in ("", StopKind.REFERENCE):
        references = CrossReference.objects.to_decide().filter(report__retired_at__isnull=True)
        places = [f"{source}__{field}" for field in ("page", "line") for source in SOURCES]
        anchor = Coalesce(*(f"{source}__anchor" for source in SOURCES))
        yield references.annotate(of_kind=_text(StopKind.REFERENCE), at_place=_place(*places), at_anchor=anchor)
    if known in ("", StopKind.CORRECTION):
        corrections = Correction.objects.to_review().filter(report__retired_at__isnull=True)
        beginning = Value(0, output_field=IntegerField())
        yield corrections.annotate(of_kind=_text(StopKind.CORRECTION), at_place=beginning, at_anchor=F("anchor"))


def _columns(rows: QuerySet[Any], authority: str) -> QuerySet[Any]:
    if authority:
        rows = rows.filter(report__authority__slug=authority)
    named = rows.order_by().annotate(
        by_name=Coalesce("report__authority__name", Value("")), of_report=F("report_id"), key=F("pk")
    )
    columns: QuerySet[Any] = named.values_list("by_name", "of_report", "at_place", "of_kind", "key", "at_anchor")
    return columns


def _place(*fields: str) -> Coalesce:
    return Coalesce(*(fields or ("page", "line")), Value(0), output_field=IntegerField())


def _text(kind: StopKind) -> Cast:
    """A kind as a column; PostgreSQL wants to be told the type of a value in a union."""
    return Cast(Value(kind.value), CharField())
