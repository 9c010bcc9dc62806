"""The corrections of a report while a new reading of it is loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from findings.corrections.identity import WORDS, RecordSubject, has_moved, place
from findings.corrections.reference_decisions import ReferenceDecisions
from findings.corrections.values import orphan, set_status, update_status
from findings.models import Correction
from findings.models.changes import (
    ADDED,
    OF_TEXTS,
    SECTION,
    SPLIT,
    SUPPRESSED,
    details,
    is_interpretation,
    is_reference,
)
from ingest.load.structural_changes import StructuralChanges
from inspections.models import Report
from inspections.vocabulary import CorrectionStatus

COLUMNS = ("anchor", "status", "value_now", "reviewed_at", "reviewed_by", "kept")


class ReportCorrections:
    """The active corrections of a report by record, with their status after the new reading.

    ``sections`` are the keys of the live sections by anchor, once sections are loaded. ``aside`` are the rows made by
    hand, by kind and anchor, that stand aside because what made them does not hold, or was read by now. ``after`` has
    the anchors of the records after which such rows stand now, "" if these are gone.
    """

    def __init__(self, report: Report) -> None:
        self._all = list(Correction.objects.active().filter(report=report)) if report.pk else []
        self._before = {one.pk: one.anchor for one in self._all}
        self._kept: set[int] = set()
        self._moved: set[int] = set()
        self._changed: set[int] = set()
        self._structural: dict[int, StructuralChanges] = {}
        self._by_record: dict[tuple[str, str], list[Correction]] = defaultdict(list)
        self.sections: dict[str, int] = {}
        self.aside: set[tuple[str, str]] = set()
        self.after: dict[tuple[str, str], str] = {}
        for correction in self._all:
            if correction.kind not in WORDS:
                self._by_record[correction.kind, correction.anchor].append(correction)

    def of_kind(self, kind: str) -> bool:
        """Whether any record of a kind has active corrections."""
        return any(one.kind == kind for one in self._all)

    def place(self, kind: str, subjects: Sequence[RecordSubject], by_hand: Iterable[str] = ()) -> None:
        """Find the records of a kind to which corrections belong: in the new reading, and among rows made by hand.

        Readings do not affect the corrections of a row made by hand, unless it stands aside: then they follow its
        words.
        """
        mine, made = [one for one in self._all if one.kind == kind], set(by_hand)
        structural = StructuralChanges(mine, subjects, made)
        at_hand = [one for one in mine if one.home in made and one.home not in structural.aside]
        self._structural |= dict.fromkeys((one.pk for one in mine), structural)
        self.aside |= {(kind, anchor) for anchor in structural.aside}
        for one in at_hand:
            self._keep(one)
            if beside := one.kept.get("after"):
                self.after[kind, one.home] = _anchor_now(one, beside, subjects)
        found = place([one for one in mine if one not in at_hand and not structural.is_lost(one)], subjects)
        for correction in mine:
            if correction.pk not in found:
                continue
            subject = found[correction.pk]
            correction.anchor = subject.anchor
            self._by_record[kind, subject.anchor].append(correction)
            self._moved |= {correction.pk} if has_moved(correction, subject) else set()

    def of(
        self, kind: str, anchor: str, now_read: Mapping[str, Any], read_before: Mapping[str, Any]
    ) -> list[Correction]:
        """The corrections of a record that the new reading has, with their status updated."""
        found = [one for one in self._by_record.get((kind, anchor), []) if not self._is_homeless(one)]
        name = WORDS.get(kind, "")
        for correction in found:
            if is_reference(correction.field):
                continue  # its status is set when references are resolved
            if is_interpretation(correction.field):
                self._kept.add(correction.pk)
                continue  # nothing that is read speaks against what a person decided
            of_words = correction.field in (*OF_TEXTS, SUPPRESSED)
            now, before = (values.get(name if of_words else correction.field) for values in (now_read, read_before))
            self._kept.add(correction.pk)
            if self._has_agreed(correction):
                changed = set_status(correction, CorrectionStatus.AGREED)
            else:
                changed = update_status(correction, now, before, has_moved=correction.pk in self._moved)
            if changed or correction.value_now != now:
                correction.value_now = now
                self._changed.add(correction.pk)
        return found

    def of_made(self, kind: str, anchor: str) -> list[Correction]:
        """The corrections of a row made by hand that does not stand aside."""
        return [one for one in self._all if (one.kind, one.anchor) == (kind, anchor) and one.pk in self._kept]

    def split_of(self, kind: str, anchor: str) -> Correction | None:
        """The active split that made a row; its anchor is that of the first part."""
        splits = (one for one in self._all if one.kind == kind and one.field == SPLIT)
        return next((one for one in splits if details(one)["made"] == anchor), None)

    def with_records(self) -> list[Correction]:
        """The corrections of which the records are there, for what is resolved between records."""
        wholes = {one.pk for one in self._all if one.pk in self._kept}
        decisions = {
            one.pk for found in self._by_record.values() for one in found if is_reference(one.field)
        }  # fmt: skip
        return [one for one in self._all if one.pk in wholes | decisions]

    def moves(self) -> dict[str, Correction]:
        """The corrections that move findings to other sections, by the anchor of the finding."""
        return {
            one.anchor: one
            for one in self._all
            if one.kind == "finding"
            and one.field == SECTION
            and one.pk in self._kept
            and one.value_now != one.value_set
        }

    def keep_evidence(self, correction: Correction, kept: list[list[Any]]) -> None:
        """Remember what a moved finding supports as it was read."""
        if correction.kept.get("evidence") != kept:
            correction.kept = {"evidence": kept}
            self._changed.add(correction.pk)

    def update_reference_decisions(self, decisions: ReferenceDecisions) -> None:
        """Update the status of decisions about references, after these were resolved."""
        for one in self.with_records():
            if not is_reference(one.field) or one.pk not in decisions.answers or one.pk in decisions.lost:
                continue
            self._kept.add(one.pk)
            now = decisions.answers[one.pk]
            if now and now == details(one)["anchor"]:
                changed = set_status(one, CorrectionStatus.AGREED)
            else:
                changed = update_status(one, now, one.value_now, has_moved=one.pk in self._moved)
            if changed or one.value_now != now:
                one.value_now = now
                self._changed.add(one.pk)

    def close(self) -> bool:
        """Save the corrections, orphaned if the new reading lacks their record. Returns whether any changed."""
        for correction in self._all:
            if correction.pk not in self._kept:
                correction.anchor = correction.home
                agreed = self._has_agreed(correction)
                changed = set_status(correction, CorrectionStatus.AGREED) if agreed else orphan(correction)
                self._changed |= {correction.pk} if changed else set()
        self._changed |= {one.pk for one in self._all if one.anchor != self._before[one.pk]}
        changed_rows = [one for one in self._all if one.pk in self._changed]
        if changed_rows:
            # They may change places with each other, and no two may have the same place for a moment.
            anchors = [correction.anchor for correction in changed_rows]
            for correction in changed_rows:
                correction.anchor = f"~{correction.pk}"
            Correction.objects.bulk_update(changed_rows, ["anchor"])
            for correction, anchor in zip(changed_rows, anchors, strict=True):
                correction.anchor = anchor
            Correction.objects.bulk_update(changed_rows, COLUMNS)
        return bool(changed_rows)

    def _keep(self, correction: Correction) -> None:
        """Leave a correction at its row made by hand; bring it back if it had followed its words to another."""
        self._kept.add(correction.pk)
        had_left = correction.anchor != correction.home or correction.status in (
            CorrectionStatus.ORPHANED,
            CorrectionStatus.MOVED,
            CorrectionStatus.AGREED,
        )
        if had_left:
            correction.anchor = correction.home
            self._changed |= {correction.pk} if set_status(correction, CorrectionStatus.APPLIED) else set()

    def _is_homeless(self, correction: Correction) -> bool:
        """Whether a record was moved to a section that is gone."""
        return correction.field == SECTION and bool(correction.value_set) and correction.value_set not in self.sections

    def _has_agreed(self, correction: Correction) -> bool:
        structural = self._structural.get(correction.pk)
        return structural is not None and structural.has_agreed(correction)


def _anchor_now(added: Correction, beside: Mapping[str, str], subjects: Sequence[RecordSubject]) -> str:
    """The anchor of the record after which a row was added, known by number and words; "" if it is gone."""
    known = Correction(pk=0, kind=added.kind, field=ADDED, home=beside["anchor"], number=beside["number"])
    known.words, known.context = beside["words"], beside["context"]
    found = place([known], subjects).get(0)
    return found.anchor if found else ""
