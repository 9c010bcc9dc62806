"""What is held and what is not: the inspections of an authority, a framework and a year, and the reports of them.

A row of the coverage is the first inspection of its group, so that filters, pages and files treat it like any list; its
numbers are those of the whole group. They agree with the list of inspections under the same filters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from inspections.lists.holding import UNKNOWN_FRAMEWORK, own_reports, own_statements, statements_of_tables
from inspections.models import Inspection, Notice, Report
from inspections.models.inspection_days import counting_day_at
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus, ReportKind

NONE = 0


def _group() -> QuerySet[Inspection]:
    """The inspections of the group of the inspection of the outer query."""
    grouped = (
        Inspection.objects.published().order_by().alias(f=Coalesce("framework_id", NONE), y=Coalesce("year", NONE))
    )
    return grouped.filter(
        authority=OuterRef("authority"), f=Coalesce(OuterRef("framework_id"), NONE), y=Coalesce(OuterRef("year"), NONE)
    )


def coverage_rows() -> QuerySet[Inspection]:
    """The first inspection of each group, by authority, the newest year first; samples last."""
    before = _group().filter(pk__lt=OuterRef("pk"))
    return (
        Inspection.objects.published()
        .filter(~Exists(before))
        .order_by(
            "authority__is_sample", "authority__name", F("year").desc(nulls_last=True), "framework__first_year", "pk"
        )
    )


def holding_any(rows: QuerySet[Inspection], inspections: QuerySet[Inspection]) -> QuerySet[Inspection]:
    """Of some rows of the coverage, those whose group holds one of the inspections."""
    return rows.filter(Exists(_group().filter(pk__in=inspections.order_by().values("pk"))))


def _number(of: QuerySet[Inspection]) -> Coalesce:
    return Coalesce(Subquery(of.values("authority").annotate(number=Count("pk")).values("number")), 0)


def with_coverage(rows: QuerySet[Inspection]) -> QuerySet[Any]:
    """Add the numbers of each group: what is known, how it is known, how new it is, and how far it was read."""
    is_own = Exists(own_statements())
    in_table = Exists(statements_of_tables())
    is_partial = Exists(own_reports().filter(source__status=ReadingStatus.PARTIAL))
    lost = Notice.objects.published().filter(source=OuterRef("source"), code=NoticeCode.TEXT_NOT_TAKEN)
    lacks_words = Exists(own_reports().filter(Exists(lost)))
    when = counting_day_at()
    newest = _group().values("authority").annotate(newest=Max(when)).values("newest")
    read = _group().filter(is_own).values("authority").annotate(newest=Max(when)).values("newest")
    return rows.select_related("authority", "framework").annotate(
        known=_number(_group()),
        read=_number(_group().filter(is_own)),
        tabled=_number(_group().filter(~is_own, in_table)),
        partial=_number(_group().filter(is_partial)),
        lacking=_number(_group().filter(lacks_words)),
        newest=Subquery(newest),
        newest_read=Subquery(read),
    )


@dataclass(frozen=True, slots=True)
class KindHeld:
    """A kind of report: how many are held, and the day of the newest, "" where none is stated.

    It is the day of publication, where that is not known the last day of the inspection, else the first.
    """

    kind: ReportKind
    number: int
    newest: str


PATHS = {"authority": "authority__slug", "region": "authority__region", "year": "inspection__year"}
"""The filters of the coverage as paths from a report."""


def kinds_held(cleaned: Mapping[str, Any]) -> tuple[KindHeld, ...]:
    """The kinds of report that the filters leave, in the order of the vocabulary."""
    reports = Report.objects.published().order_by()
    for name, path in PATHS.items():
        if values := cleaned.get(name):
            reports = reports.filter(**{f"{path}__in": values})
    if frameworks := cleaned.get("framework"):
        is_unknown = Q(inspection__isnull=False, inspection__framework=None)
        unknown = is_unknown if UNKNOWN_FRAMEWORK in frameworks else Q(pk__in=())
        reports = reports.filter(Q(inspection__framework__code__in=frameworks) | unknown)
    found = {kind: (number, newest) for kind, number, newest in _counted(reports)}
    return tuple(KindHeld(kind, *found[kind.value]) for kind in ReportKind if kind.value in found)


def _counted(reports: QuerySet[Report]) -> Sequence[tuple[str, int, str]]:
    empty = Value("")
    when = Coalesce(NullIf("published", empty), counting_day_at("inspection__"), empty)
    return list(reports.values_list("kind").annotate(number=Count("pk"), newest=Max(when)))


def query_of(row: Inspection, **more: str) -> str:
    """The query of the list of inspections that shows the group of a row."""
    query = {"authority": row.authority.slug, "framework": row.framework.code if row.framework else UNKNOWN_FRAMEWORK}
    return urlencode(query | ({"year": str(row.year)} if row.year else {}) | more)
