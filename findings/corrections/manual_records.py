"""Rows that people add where the reading missed one, and withdraw again.

A row stands at the end of its section, after the rows that were read there; without a section, at the end of the
report. No reading takes its anchor. References lead to it by its number as long as no row that was read carries the
same number. Each change is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from findings.corrections.values import MODELS
from findings.models import Finding, Recommendation, Section
from findings.references.resolver import resolve_references
from findings.search.entries import index_report
from inspections.models import Extracted, Report
from inspections.vocabulary import Origin
from inspections.write import knowledge_change

PREFIX = "hand-"


def ordinals(
    read: Sequence[int | None], by_hand: Sequence[int | None], sections: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """The ordinals of rows that were read, in printed order, and of rows added by hand.

    Both are given by the key of their section. ``sections`` has the place of each live section in the report, from 1.
    """

    def place(section: int | None) -> int:
        return sections.get(section, 0) if section else 0

    def read_before(section: int | None) -> int:
        here = place(section)
        earlier = (number for number, other in enumerate(map(place, read), 1) if 0 < other <= here)
        return max(earlier, default=0) if here else len(read)

    keys = [(number, -1) for number in range(1, len(read) + 1)]
    keys += [(read_before(section), place) for place, section in enumerate(by_hand)]
    ordinal = {key: number for number, key in enumerate(sorted(keys), 1)}
    found = [ordinal[key] for key in keys]
    return found[: len(read)], found[len(read) :]


def sections_in_order(report: Report) -> dict[int, int]:
    """The places of the live sections of a report, by key."""
    return dict(Section.objects.live().filter(report=report).values_list("pk", "ordinal"))


def add(row: Finding | Recommendation) -> None:
    """Save a new row whose report, section and words are set."""
    with knowledge_change():
        row.origin = Origin.HAND
        row.anchor = _free_anchor(row.report)
        row.orig = row.text
        row.domain = row.domain or (row.section.domain if row.section else None)
        row.ordinal = 0
        row.save()
        _put_in_order(type(row), row.report)
        _follow(row.report)
    row.refresh_from_db()


def take_back(rows: Iterable[Finding | Recommendation]) -> None:
    """Retire rows that were added by hand."""
    with knowledge_change():
        reports = {}
        for row in rows:
            row.retired_at = timezone.now()
            row.save(update_fields=["retired_at"])
            reports[row.report_id] = row.report
        for report in reports.values():
            _follow(report)


def _follow(report: Report) -> None:
    resolve_references(report)
    index_report(report.pk)


def _put_in_order(model: type[Any], report: Report) -> None:
    rows = list(model.objects.live().filter(report=report).order_by("ordinal", "pk"))
    read = [row for row in rows if row.origin == Origin.READ]
    # The newest has no place yet and comes last.
    by_hand = sorted((row for row in rows if row.origin == Origin.HAND), key=lambda row: (not row.ordinal, row.ordinal))
    of_read, of_hand = ordinals(
        [row.section_id for row in read], [row.section_id for row in by_hand], sections_in_order(report)
    )
    moved = []
    for row, ordinal in zip((*read, *by_hand), (*of_read, *of_hand), strict=True):
        if row.ordinal != ordinal:
            row.ordinal = ordinal
            moved.append(row)
    model.objects.bulk_update(moved, ["ordinal"])


def _free_anchor(report: Report) -> str:
    """The first of "hand-1", "hand-2", … that no row of any kind has in the report."""
    kinds = [model for model in MODELS.values() if issubclass(model, Extracted)]
    made = (kind._default_manager.filter(report=report, anchor__startswith=PREFIX) for kind in kinds)
    taken = {anchor for rows in made for anchor in rows.values_list("anchor", flat=True)}
    number = 1
    while f"{PREFIX}{number}" in taken:
        number += 1
    return f"{PREFIX}{number}"
