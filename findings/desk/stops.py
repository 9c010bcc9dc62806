"""The places that wait for a person, each kind as rows with the same columns, so that they can be counted and ordered.

Places are open notices, conflicts (where the document that is not preferred says its own), references that print a
number and lead nowhere, and corrections whose reading changed or whose record is gone. A notice about a whole file
stands with the report of that file that begins last before its page, else with its first one; in a file without a
report it stands alone.

They are ordered by the columns in ``ORDER``: authority, report, place in the document, kind, key. Names compare by
their characters, as Python compares them, so that the first of several kinds can be told without another query.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Collate, Concat

from findings.models import Assignment, Correction, CrossReference
from inspections.models import ConflictSide, Notice, Report, ReportSource
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, SourceRole, Term

SOURCES = ("finding", "recommendation", "action")
UNSURE_CODES = (NoticeCode.TEXT_RECOGNISED, NoticeCode.RECOGNITION_DOUBTED)
"""Notices that tell of words that a machine recognised without being sure."""
ORDER = ("by_name", "of_report", "at_place", "at_rank", "pk")
NOBODY = "-"
"""The name in addresses for places that are assigned to nobody; no account can have it alone."""


class StopKind(Term):
    """The kinds of places that wait for a person, in the order in which they come at one place."""

    CORRECTION = "correction", "Corrections to review"
    CONFLICT = "conflict", "Conflicts between documents"
    REFERENCE = "reference", "References that lead nowhere"
    ERROR = NoticeLevel.ERROR.value, "Errors of reading"
    WARNING = NoticeLevel.WARNING.value, "Doubts"
    UNSURE = "unsure", "Words recognised with low confidence"
    INFO = NoticeLevel.INFO.value, "Information"


MODELS: dict[str, type[Any]] = {
    StopKind.CONFLICT: ConflictSide,
    StopKind.REFERENCE: CrossReference,
    StopKind.CORRECTION: Correction,
}
RANKS = {kind.value: rank for rank, kind in enumerate(StopKind)}


@dataclass(frozen=True, slots=True)
class StopFilter:
    """Which places are wanted: a kind, an authority by its slug, a person by the name of the account.

    "" stands for all places but those that are only information, for all authorities, and for everybody's.
    """

    kind: str = ""
    authority: str = ""
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that waits for a person. ``report`` is 0 in a file without a report."""

    kind: str
    pk: int
    report: int
    anchor: str
    order: tuple[Any, ...]

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


def stop_of(row: Any) -> Stop:
    """The place of a row of ``stop_rows``."""
    order = tuple(getattr(row, name) for name in ORDER)
    return Stop(row.of_kind, row.pk, row.of_report, row.at_anchor or "", order)


def stop_rows(wanted: StopFilter) -> Iterator[QuerySet[Any]]:
    """The rows of each kind that is wanted, with the columns of ``ORDER`` and ``of_kind``, ``at_anchor``."""
    known = wanted.kind if wanted.kind in StopKind.values() else ""
    if known not in MODELS:
        kinds = [known] if known else [StopKind.ERROR.value, StopKind.WARNING.value, StopKind.UNSURE.value]
        for rows in (_notices_of_reports(), _notices_of_files()):
            yield _narrowed(rows.filter(of_kind__in=kinds), wanted)
    for kind, others in (
        (StopKind.CONFLICT, _conflicts),
        (StopKind.REFERENCE, _references),
        (StopKind.CORRECTION, _due),
    ):
        if known in ("", kind):
            yield _narrowed(others().annotate(of_kind=_text(kind.value)), wanted)


def _notices() -> Any:
    unsure = When(code__in=UNSURE_CODES, then=_text(StopKind.UNSURE.value))
    kind = Case(unsure, default=Cast(F("level"), CharField()), output_field=CharField())
    return Notice.objects.open().annotate(of_kind=kind, at_place=_place(), at_anchor=F("anchor"))


def _notices_of_reports() -> QuerySet[Any]:
    return _of_reports(_notices())


def _notices_of_files() -> Any:
    report = Coalesce(*_reports_of_file(), Value(0), output_field=BigIntegerField())
    rows: QuerySet[Any] = _notices().filter(report__isnull=True).annotate(of_report=report)
    return rows.annotate(by_name=_name(Subquery(_report().values("authority__name")[:1])))


def _reports_of_file() -> Iterator[Subquery]:
    """The report in whose pages a notice about a file stands, and else the first one of the file."""
    held = ReportSource.objects.filter(
        source=OuterRef("source"), role=SourceRole.CURRENT, report__retired_at__isnull=True
    )
    before = held.filter(report__page__lte=OuterRef("page"))
    yield Subquery(before.order_by("-report__page", "-ordinal").values("report")[:1])
    yield Subquery(held.order_by("ordinal").values("report")[:1])


def _conflicts() -> Any:
    return _of_reports(ConflictSide.objects.filter(is_preferred=False)).annotate(
        at_place=_place(), at_anchor=F("anchor")
    )


def _references() -> Any:
    places = [f"{source}__{field}" for field in ("page", "line") for source in SOURCES]
    anchor = Coalesce(*(f"{source}__anchor" for source in SOURCES))
    return _of_reports(CrossReference.objects.to_decide()).annotate(at_place=_place(*places), at_anchor=anchor)


def _due() -> Any:
    beginning = Value(0, output_field=IntegerField())
    return _of_reports(Correction.objects.to_review()).annotate(at_place=beginning, at_anchor=F("anchor"))


def _of_reports(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of live reports, with the report and the name of its authority."""
    live = rows.filter(report__isnull=False, report__retired_at__isnull=True)
    named: QuerySet[Any] = live.annotate(of_report=F("report_id"), by_name=_name(F("report__authority__name")))
    return named


def _name(name: Any) -> Collate:
    return Collate(Coalesce(name, Value("")), "C" if connection.vendor == "postgresql" else "BINARY")


def _report() -> QuerySet[Report]:
    return Report.objects.filter(pk=OuterRef("of_report"))


def _narrowed(rows: QuerySet[Any], wanted: StopFilter) -> QuerySet[Any]:
    """The rows with their rank, and of these the ones of the wanted authority and person."""
    ranks = [When(of_kind=kind, then=Value(rank)) for kind, rank in RANKS.items()]
    found: QuerySet[Any] = rows.order_by().annotate(at_rank=Case(*ranks, output_field=IntegerField()))
    if wanted.authority:
        found = found.filter(of_report__in=Report.objects.filter(authority__slug=wanted.authority).values("pk"))
    if wanted.assignee:
        found = found.annotate(assigned_to=_assignee())
        found = found.filter(assigned_to="" if wanted.assignee == NOBODY else wanted.assignee)
    return found


def _assignee() -> Coalesce:
    """The account to which a place is assigned, else that of all places of its report, else ""."""
    key = Concat(OuterRef("of_kind"), Value("-"), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    active = Assignment.objects.active().order_by().values("assignee__username")
    of_place = active.filter(stop=key)
    of_report = active.filter(report=OuterRef("of_report"), stop="")
    return Coalesce(Subquery(of_place[:1]), Subquery(of_report[:1]), Value(""))


def _place(*fields: str) -> Coalesce:
    return Coalesce(*(fields or ("page", "line")), Value(0), output_field=IntegerField())


def _text(kind: str) -> Cast:
    """A kind as a column; PostgreSQL wants to be told the type of a value."""
    return Cast(Value(kind), CharField())
