"""Where references lead: as they were read, or as people decided.

A decision is a correction of the record that cites. It names the record that is meant by number and words, so that it
does not slide to another one, or says that the reference has no target. References to the number of a record that was
joined with another lead to that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User

from findings.corrections.identity import WORDS, RecordSubject, place, subject_of
from findings.corrections.making import CorrectionError, check_live, make, require_reason
from findings.models import Correction, CrossReference, Finding, Recommendation, Section
from findings.models.changes import JOINED, SUPPRESSED, details, is_reference, reference_field
from findings.references.resolver import ReferenceTargets, Resolver, live_targets, resolve_references
from findings.search.entries import index_report
from inspections.models import Report
from inspections.vocabulary import CorrectionStatus
from inspections.write import knowledge_change

NO_TARGET = "A person decided that this leads to no record: {reason}"
TARGETS: tuple[type[Any], ...] = (Finding, Recommendation, Section)
NOWHERE = {"kind": "", "anchor": "", "number": "", "words": ""}


class ReferenceDecisions:
    """The decisions about references of a report, given its active corrections and the possible targets.

    ``answers`` are the anchors to which the references lead as they are read, by key of the decision; ``lost`` are the
    decisions whose target is gone.
    """

    def __init__(self, corrections: Iterable[Correction], rows: ReferenceTargets) -> None:
        self._made = {(one.kind, one.anchor, one.field): one for one in corrections if is_reference(one.field)}
        self._rows = rows
        self.answers: dict[int, str] = {}
        self.lost: set[int] = set()

    def __call__(
        self, source: Any, target: str, ref: str, printed: str, found: tuple[Any | None, str]
    ) -> tuple[Any | None, str, int | None]:
        """Where a reference leads that was read to lead to what was ``found``: row, reason, key of the decision."""
        decision = self._made.get((source.KIND, source.anchor, reference_field(target, ref, printed)))
        if decision is None:
            return *found, None
        self.answers[decision.pk] = found[0].anchor if found[0] else ""
        if not details(decision)["anchor"]:
            return None, NO_TARGET.format(reason=decision.reason), decision.pk
        meant = self._meant(details(decision))
        if meant is None:
            self.lost.add(decision.pk)
            return *found, None
        return meant, "", decision.pk

    def _meant(self, target: Mapping[str, Any]) -> Any | None:
        """The row that was meant, known by number and words."""
        named = {"kind": target["kind"], "home": target["anchor"], "number": target["number"]}
        known = Correction(pk=0, field=WORDS[target["kind"]], words=target["words"], value_set=target["words"], **named)
        known.context, known.rivals = target.get("context", ""), target.get("rivals", [])
        rows = self._subjects.get(target["kind"], {})
        subject = place([known], list(rows)).get(0)
        return rows[subject] if subject else None

    @cached_property
    def _subjects(self) -> dict[str, dict[RecordSubject, Any]]:
        rows = self._rows
        by_kind = {
            Finding.KIND: rows.findings, Recommendation.KIND: rows.recommendations, Section.KIND: rows.sections
        }  # fmt: skip
        return {kind: {subject_of(row): row for row in found} for kind, found in by_kind.items()}


def joined_numbers(corrections: Iterable[Correction]) -> dict[tuple[str, str], str]:
    """The anchors of the records with which others were joined, by kind and number of these."""
    made = list(corrections)
    wholes = {one.pk: one for one in made if one.field == JOINED}
    parts = (one for one in made if one.field == SUPPRESSED and one.part_of_id in wholes and one.number)
    return {(one.kind, one.number): wholes[one.part_of_id].anchor for one in parts if one.part_of_id}


def resolve(report: Report) -> None:
    """Resolve all references of a report again, after a number was corrected or a row came or went."""
    rows, corrections = _targets(report)
    resolve_references(report, rows, ReferenceDecisions(corrections, rows))


def decide_reference(reference: CrossReference, meant: Any | None, reason: str, user: User) -> Correction:
    """Let a reference lead to a record of its report, or to none.

    Raises CorrectionError if it leads there already, or if that is no possible target.
    """
    reason = require_reason(reason)
    with knowledge_change():
        one = CrossReference.objects.select_related("decision", "finding", "recommendation", "action").get(
            pk=reference.pk
        )
        source = one.source
        check_live(source)
        if meant is not None:
            if not isinstance(meant, TARGETS) or meant.report_id != one.report_id:
                raise CorrectionError("It can lead to a paragraph, a recommendation or a section of its own report.")
            check_live(meant)
        rows, corrections = _targets(one.report)
        read, _ = Resolver(rows).resolve(source, one.target, one.ref, one.printed)
        _check_new(one, meant, read)
        field = reference_field(one.target, one.ref, one.printed)
        here = (source.KIND, source.anchor, field)
        earlier = [c for c in corrections if (c.kind, c.anchor, c.field) == here]
        answer = read.anchor if read else ""
        made = make(source, field, reason, user, value_read=answer, value_set=_target(meant), replaces=earlier)
        resolve(one.report)
        index_report(one.report_id)
    reference.refresh_from_db()
    return made


def _check_new(reference: CrossReference, meant: Any | None, read: Any | None) -> None:
    """Refuse a decision that changes nothing."""
    if meant is not None and meant == reference.leads_to:
        raise CorrectionError("It leads there already.")
    if reference.decision and meant is None and reference.leads_to is None:
        raise CorrectionError("It was decided already that it has no target.")
    if reference.decision and meant is not None and meant == read:
        raise CorrectionError("This is where it was read to lead; withdraw the decision instead.")


def _target(meant: Any | None) -> dict[str, Any]:
    if meant is None:
        return dict(NOWHERE)
    about = subject_of(meant)
    named = {"kind": meant.KIND, "anchor": about.anchor, "number": about.number}
    return named | {"words": about.words, "context": about.context}


def _targets(report: Report) -> tuple[ReferenceTargets, list[Correction]]:
    active = Correction.objects.active().exclude(status=CorrectionStatus.ORPHANED)
    corrections = list(active.filter(report=report))
    return live_targets(report, joined_numbers(corrections)), corrections
