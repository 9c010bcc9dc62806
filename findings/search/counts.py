"""Keeping the numbers of records by report, which lists add up instead of counting every record.

They are kept for the reports that are indexed, from the records that are indexed, in the same transaction. A report
that is not indexed yet, or was by a former version, has none, and its records are counted one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Sum

from findings.models import IndexedReport, Recommendation, RecordCount
from findings.search.texts import MODELS, SearchedRecord
from inspections.models import Report
from inspections.vocabulary import RecordKind

VERSION = 1
"""Raise it when records are counted by more or by other values: then every report is indexed again."""
COUNTED, SUMMED = 1, 2
"""What ``IndexedReport.counted`` holds of a report whose numbers are kept, and of one that is in sums, too.

The version before knew of no sums and writes 1: what it indexes leaves them until it is summed again. A new ``VERSION``
needs two new numbers.
"""
KNOWN_BY = ("kind", "polarity", "timescale", "is_item")
CountedBy = tuple[str, str, str, bool]
"""The values of ``KNOWN_BY``."""
Numbers = Counter[CountedBy]


def numbers_of(records: Iterable[tuple[RecordKind, SearchedRecord]]) -> Numbers:
    """The number of records by the values by which lists count them."""
    return Counter(
        (
            kind.value,
            getattr(record, "polarity", ""),
            getattr(record, "timescale", ""),
            getattr(record, "parent_id", None) is not None,
        )
        for kind, record in records
    )


def keep_numbers(report: Report, wanted: Numbers) -> None:
    """Keep these numbers for a report, and no others. Nothing is written where they are kept already."""
    stored = _stored(report)
    if stored == wanted:
        return
    if stored:
        RecordCount.objects.filter(report=report).delete()
    RecordCount.objects.bulk_create(
        RecordCount(report=report, records=number, **dict(zip(KNOWN_BY, values, strict=True)))
        for values, number in sorted(wanted.items())
    )


def unlike_numbers(report: Report, wanted: Numbers) -> int:
    """How many numbers of a report are missing, wrong or too many."""
    stored = _stored(report)
    return sum(stored[values] != wanted[values] for values in stored.keys() | wanted.keys())


def _stored(report: Report) -> Numbers:
    rows = RecordCount.objects.filter(report=report).values_list(*KNOWN_BY, "records")
    return Counter(
        {(kind, polarity, timescale, is_item): number for kind, polarity, timescale, is_item, number in rows}
    )


def without_numbers() -> list[int]:
    """The keys of the published reports for which no numbers are kept: few, or all after an update of the program."""
    counted = IndexedReport.objects.filter(counted__in=(COUNTED, SUMMED)).values("report")
    return list(Report.objects.published().exclude(pk__in=counted).order_by().values_list("pk", flat=True))


def published_numbers() -> Counter[tuple[str, bool]]:
    """The number of published records by kind, and by whether they are items of others."""
    kept = RecordCount.objects.exclude(report__in=Report.objects.not_published_keys()).order_by()
    found = Counter(
        {
            (kind, is_item): records
            for kind, is_item, records in kept.values_list("kind", "is_item").annotate(number=Sum("records"))
        }
    )
    if others := without_numbers():
        for kind, model in MODELS.items():
            found[kind.value, False] += model._default_manager.filter(
                report__in=others, retired_at__isnull=True
            ).count()
        items = Recommendation.objects.live().filter(report__in=others, parent__isnull=False).count()
        found[Recommendation.KIND, True] += items
        found[Recommendation.KIND, False] -= items
    return found
