"""The corrections of a report while a new reading of it is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from findings.corrections.identity import WORDS, Subject, has_moved, place
from findings.corrections.values import orphan, weigh
from findings.models import Correction
from inspections.models import Report

COLUMNS = ("anchor", "status", "value_now", "reviewed_at", "reviewed_by")


class ReportCorrections:
    """The active corrections of a report by record, with their status after the new reading."""

    def __init__(self, report: Report) -> None:
        self._all = list(Correction.objects.active().filter(report=report)) if report.pk else []
        self._before = {one.pk: one.anchor for one in self._all}
        self._kept: set[int] = set()
        self._moved: set[int] = set()
        self._changed: set[int] = set()
        self._by_record: dict[tuple[str, str], list[Correction]] = defaultdict(list)
        for correction in self._all:
            if correction.kind not in WORDS:
                self._by_record[correction.kind, correction.anchor].append(correction)

    def of_kind(self, kind: str) -> bool:
        """Whether any record of a kind has active corrections."""
        return any(one.kind == kind for one in self._all)

    def keep(self, kind: str, anchor: str) -> None:
        """Leave the corrections of a record unchanged: it was added by hand, so that readings do not affect it."""
        self._kept |= {one.pk for one in self._all if (one.kind, one.anchor) == (kind, anchor)}

    def place(self, kind: str, subjects: Sequence[Subject]) -> None:
        """Find the records of the new reading, all of a kind, to which corrections belong."""
        mine = [one for one in self._all if one.kind == kind and one.pk not in self._kept]
        found = place(mine, subjects) if mine else {}
        for correction in mine:
            if (subject := found.get(correction.pk)) is not None:
                correction.anchor = subject.anchor
                self._by_record[kind, subject.anchor].append(correction)
                self._moved |= {correction.pk} if has_moved(correction, subject) else set()

    def of(
        self, kind: str, anchor: str, now_read: Mapping[str, Any], read_before: Mapping[str, Any]
    ) -> list[Correction]:
        """The corrections of a record that the new reading has, with their status updated."""
        found = self._by_record.get((kind, anchor), [])
        for correction in found:
            field, has_moved = correction.field, correction.pk in self._moved
            self._kept.add(correction.pk)
            changed = weigh(correction, now_read.get(field), read_before.get(field), has_moved=has_moved)
            if changed or correction.value_now != now_read.get(field):
                correction.value_now = now_read.get(field)
                self._changed.add(correction.pk)
        return found

    def close(self) -> bool:
        """Save the corrections, orphaned if the new reading lacks their record. Returns whether any changed."""
        for correction in self._all:
            if correction.pk not in self._kept:
                correction.anchor = correction.home
                self._changed |= {correction.pk} if orphan(correction) else set()
        self._changed |= {one.pk for one in self._all if one.anchor != self._before[one.pk]}
        changed = [one for one in self._all if one.pk in self._changed]
        if changed:
            # They may change places with each other, and no two may have the same place for a moment.
            anchors = [correction.anchor for correction in changed]
            for correction in changed:
                correction.anchor = f"~{correction.pk}"
            Correction.objects.bulk_update(changed, ["anchor"])
            for correction, anchor in zip(changed, anchors, strict=True):
                correction.anchor = anchor
            Correction.objects.bulk_update(changed, COLUMNS)
        return bool(changed)
