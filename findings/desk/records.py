"""The records and notices on a leaf, and those before and after them: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, Min, Q

from findings.desk.leaves import Leaf, Leaves, number_of_line
from findings.labels import Record
from findings.reports.outline import in_order
from findings.reports.records import KINDS
from inspections.models import Notice, Report


def records_on(report: Report, leaf: Leaf) -> list[Record]:
    """The live records of a report on a leaf, in printed order; one query for each kind."""
    found: list[Any] = []
    for model, related in KINDS:
        rows = model._default_manager.filter(leaf.near, report=report, retired_at__isnull=True)
        found += rows.select_related(*related).order_by("ordinal")
    for record in found:
        record.report = report
    return in_order(record for record in found if leaf.has(record))


def following(report: Report, leaves: Leaves, leaf: Leaf, here: list[Record], chosen: Record | None) -> Record | None:
    """The record after the chosen one; the first one of the leaf if none is chosen, or else of a later leaf."""
    after = here[here.index(chosen) + 1 :] if chosen in here else [one for one in here if leaf.begins(one)]
    if after:
        return after[0]
    beyond = _nearest(report, leaves, Q(**{f"{leaves.field}__gt": _last(leaf)}), Min(leaves.field))
    if beyond is None:
        return None
    later = leaves.leaf(beyond)
    return next((one for one in records_on(report, later) if later.begins(one)), None)


def preceding(report: Report, leaves: Leaves, leaf: Leaf, here: list[Record], chosen: Record | None) -> Record | None:
    """The record before the chosen one; the last one of an earlier leaf if it is the first, or none is chosen."""
    before = here[: here.index(chosen)] if chosen in here else []
    if before:
        return before[-1]
    beyond = _nearest(report, leaves, Q(**{f"{leaves.field}__lt": _first(leaf)}), Max(leaves.field))
    if beyond is None:
        return None
    earlier = leaves.leaf(beyond)
    others = [one for one in records_on(report, earlier) if earlier.begins(one) and one != chosen]
    return others[-1] if others else None


def _first(leaf: Leaf) -> int:
    return leaf.number if leaf.is_page else leaf.lines[0]


def _last(leaf: Leaf) -> int:
    return leaf.number if leaf.is_page else leaf.lines[-1]


def _nearest(report: Report, leaves: Leaves, beyond: Q, which: Min | Max) -> int | None:
    """The number of the nearest leaf on which a record begins; one query for each kind."""
    rows = (model._default_manager.filter(beyond, report=report, retired_at__isnull=True) for model, _ in KINDS)
    found = [place for kind in rows if (place := kind.aggregate(place=which)["place"]) is not None]
    if not found:
        return None
    place = (min if isinstance(which, Min) else max)(found)
    return place if leaves.is_page else number_of_line(place)


@dataclass(frozen=True, slots=True)
class DeskNotices:
    """The open notices of a report and its file: those on a leaf, and the ones before and after the chosen one."""

    here: tuple[Notice, ...]
    chosen: Notice | None
    previous: Notice | None
    following: Notice | None

    def about(self, anchor: str) -> tuple[Notice, ...]:
        """Those on the leaf about a record."""
        return tuple(notice for notice in self.here if notice.anchor == anchor)

    def apart_from(self, anchors: Iterable[str]) -> tuple[Notice, ...]:
        """Those on the leaf that are about none of the records there."""
        known = set(anchors)
        return tuple(notice for notice in self.here if notice.anchor not in known)


def notices_of(report: Report, leaves: Leaves, leaf: Leaf, records: Iterable[Record], chosen: int) -> DeskNotices:
    """The open notices of a report, in the order of their places; one query.

    Those of records without a place of their own stand with their record.
    """
    of_file = Q(source=report.source_id, report__isnull=True)
    rows = Notice.objects.open().filter(Q(report=report) | of_file)
    order = (F(leaves.field).asc(nulls_first=True), "pk")
    every = list(rows.order_by(*order))
    anchors = {record.anchor for record in records}
    here = tuple(one for one in every if one.anchor in anchors or leaves.number_of(one) == leaf.number)
    named = next((one for one in every if one.pk == chosen), None)
    if named is not None:
        at = every.index(named)
        before, after = every[:at], every[at + 1 :]
    else:
        before = [one for one in every if leaves.number_of(one) < leaf.number]
        after = every[len(before) :]
    return DeskNotices(here, named, before[-1] if before else None, after[0] if after else None)
