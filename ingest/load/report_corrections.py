"""The corrections of a report while a new reading of it is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from findings.corrections.values import orphan, weigh
from findings.models import Correction
from inspections.models import Report


class ReportCorrections:
    """The active corrections of a report by record, with their status after the new reading."""

    def __init__(self, report: Report) -> None:
        self._by_record: dict[tuple[str, str], list[Correction]] = defaultdict(list)
        for correction in Correction.objects.active().filter(report=report) if report.pk else ():
            self._by_record[correction.kind, correction.anchor].append(correction)
        self._seen: set[tuple[str, str]] = set()
        self._changed: list[Correction] = []
        self._moved: list[Correction] = []

    def corrected(self, kind: str) -> set[str]:
        """The anchors of the records of a kind that have active corrections."""
        return {anchor for of_kind, anchor in self._by_record if of_kind == kind}

    def move(self, kind: str, moves: Mapping[str, str]) -> dict[str, str]:
        """Move corrections to the records that have their words now, from old anchors to new ones.

        Returns the moves made.

        Where two corrections would meet in the same field of a record, nothing is moved.
        """
        moving = dict(moves)
        while blocked := [old for old, new in moving.items() if self._is_blocked(kind, old, new, moving)]:
            for old in blocked:
                del moving[old]
        leaving = {old: self._by_record.pop((kind, old)) for old in moving}
        for old, new in moving.items():
            for correction in leaving[old]:
                correction.anchor = new
            self._by_record[kind, new] += leaving[old]
            self._moved += leaving[old]
        return moving

    def _is_blocked(self, kind: str, old: str, new: str, moving: Mapping[str, str]) -> bool:
        mine, theirs = ({c.field for c in self._by_record.get((kind, anchor), ())} for anchor in (old, new))
        return list(moving.values()).count(new) > 1 or (new not in moving and bool(mine & theirs))

    def of(
        self, kind: str, anchor: str, now_read: Mapping[str, Any], read_before: Mapping[str, Any]
    ) -> list[Correction]:
        """The corrections of a record that the new reading has, with their status updated."""
        self._seen.add((kind, anchor))
        found = self._by_record.get((kind, anchor), [])
        for correction in found:
            field = correction.field
            if weigh(correction, now_read.get(field), read_before.get(field)):
                self._changed.append(correction)
        return found

    def keep(self, kind: str, anchor: str) -> None:
        """Leave the corrections of a record unchanged: it was added by hand, so that readings do not affect it."""
        self._seen.add((kind, anchor))

    def close(self) -> bool:
        """Save the corrections, orphaned if the new reading lacks their record. Returns whether any changed."""
        for record, corrections in self._by_record.items():
            if record not in self._seen:
                self._changed += [correction for correction in corrections if orphan(correction)]
        if self._moved:
            # They may change places with each other, and no two may have the same place for a moment.
            anchors = [correction.anchor for correction in self._moved]
            for correction in self._moved:
                correction.anchor = f"~{correction.pk}"
            Correction.objects.bulk_update(self._moved, ["anchor"])
            for correction, anchor in zip(self._moved, anchors, strict=True):
                correction.anchor = anchor
            Correction.objects.bulk_update(self._moved, ["anchor"])
        if self._changed:
            Correction.objects.bulk_update(self._changed, ["status", "reviewed_at", "reviewed_by"])
        return bool(self._moved or self._changed)
