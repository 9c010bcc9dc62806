"""Rows that people add where the reading missed one, and withdraw again.

A row stands after the record that was chosen for it. Without one it stands in the order of the numbers of its section,
without a number at the end of its section, without a section at the end of the report. A finding supports the
judgements that the record before it supports, if both stand in one section. No reading takes its anchor. References
lead to it by its number as long as no row that was read carries the same number. Each change is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.text import Truncator

from findings.corrections.values import MODELS
from findings.models import Finding, Recommendation, Section
from findings.references.evidence import number_of, support_by_hand
from findings.references.resolver import resolve_references
from findings.search.entries import index_report
from inspections.models import Extracted, Report
from inspections.vocabulary import Origin
from inspections.write import knowledge_change

PREFIX = "hand-"
AT_THE_START = "^"
WORDS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row that was read, as places are found beside it."""

    anchor: str
    ref: str
    section: int | None


def places_after(read: Sequence[PlacedRow], by_hand: Iterable[Any]) -> list[int | None]:
    """For each row made by hand the number of rows that were read before it; None where only its section tells."""
    at = {row.anchor: place for place, row in enumerate(read, 1)} | {AT_THE_START: 0}
    return [at[row.after] if row.after in at else _by_number(read, row.ref, row.section_id) for row in by_hand]


def _by_number(read: Sequence[PlacedRow], ref: str, section: int | None) -> int | None:
    number = number_of(ref)
    if number is None:
        return None
    others = [
        (other, place)
        for place, row in enumerate(read, 1)
        if (section is None or row.section == section) and (other := number_of(row.ref)) and other[0] == number[0]
    ]
    lower = [place for other, place in others if other < number]
    higher = [place - 1 for other, place in others if other > number]
    return max(lower) if lower else min(higher, default=None)


def ordinals(
    read: Sequence[int | None],
    by_hand: Sequence[int | None],
    sections: Mapping[int, int],
    after: Sequence[int | None] = (),
) -> tuple[list[int], list[int]]:
    """The ordinals of rows that were read, in printed order, and of rows added by hand.

    Both are given by the key of their section. ``sections`` has the place of each live section in the report, from 1;
    ``after`` has the number of rows that were read before each row made by hand, or None.
    """

    def place(section: int | None) -> int:
        return sections.get(section, 0) if section else 0

    def read_before(section: int | None) -> int:
        here = place(section)
        earlier = (number for number, other in enumerate(map(place, read), 1) if 0 < other <= here)
        return max(earlier, default=0) if here else len(read)

    keys = [(number, -1) for number in range(1, len(read) + 1)]
    known = after or [None] * len(by_hand)
    before = [read_before(section) if at is None else at for section, at in zip(by_hand, known, strict=True)]
    keys += [(at, place) for place, at in enumerate(before)]
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
        chosen: Any = type(row)._default_manager.filter(report=row.report, anchor=row.after).first()
        if row.after and chosen is not None:
            row.section, row.page = row.section or chosen.section, row.page or chosen.page
            if isinstance(row, Recommendation):
                row.parent = row.parent or chosen.parent
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


def refusal(report: Report, model: type[Any], given: Mapping[str, Any]) -> dict[str, str]:
    """Why a row cannot be added with its page or number, by field; empty if it can."""
    found: dict[str, str] = {}
    page, pages = given.get("page"), report.source.pages
    if page is not None and not pages:
        found["page"] = "The document has no pages: leave the page empty."
    elif page is not None and not 1 <= page <= (pages or 0):
        found["page"] = f"The document has {pages} pages; there is no page {page}."
    if (taken := _with_number(report, model, given)) is not None:
        words = Truncator(taken.text).words(WORDS_SHOWN)
        found["ref"] = f"The number {taken.ref} is taken in this report: “{words}”"
    return found


def _with_number(report: Report, model: type[Any], given: Mapping[str, Any]) -> Any | None:
    """The live row that has a number already: in the same section where a report counts anew in each."""
    rows = model.objects.live().filter(report=report).exclude(ref="")
    if model is Recommendation:
        rows = rows.filter(parent=given.get("parent"))
    found = rows.filter(ref=given.get("ref", ""))
    repeated = rows.order_by().values("ref").annotate(rows=Count("pk")).filter(rows__gt=1)
    if given.get("section") and repeated.exists():
        found = found.filter(section=given["section"])
    return found.first()


def _follow(report: Report) -> None:
    support_by_hand(report)
    resolve_references(report)
    index_report(report.pk)


def _put_in_order(model: type[Any], report: Report) -> None:
    rows = list(model.objects.live().filter(report=report).order_by("ordinal", "pk"))
    read = [row for row in rows if row.origin == Origin.READ]
    # The newest has no place yet and comes last.
    by_hand = sorted((row for row in rows if row.origin == Origin.HAND), key=lambda row: (not row.ordinal, row.ordinal))
    of_read, of_hand = ordinals(
        [row.section_id for row in read],
        [row.section_id for row in by_hand],
        sections_in_order(report),
        places_after([PlacedRow(row.anchor, row.ref, row.section_id) for row in read], by_hand),
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
