"""The cross references of a report as rows: those that the profile found, and those that records list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from findings.corrections.reference_decisions import ReferenceDecisions, joined_numbers
from findings.models import Action, Correction, CrossReference, Finding, Recommendation, Section
from findings.references.resolver import ReferenceTargets, Resolver, point
from ingest.drafts import ReferenceDraft, ReportDraft
from inspections.models import Report
from inspections.vocabulary import Origin, ReferenceTarget

COLUMNS = (
    "finding_id", "recommendation_id", "action_id", "target", "ref", "printed", "target_finding_id",
    "target_recommendation_id", "target_section_id", "reason", "decision_id",
)  # fmt: skip
SOURCES = {Finding: "finding", Recommendation: "recommendation", Action: "action"}
LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class DraftedRows:
    """The live rows of a report by drafted anchor."""

    sections: Mapping[str, Section]
    findings: Mapping[str, Finding]
    recommendations: Mapping[str, Recommendation]
    actions: Mapping[str, Action]


@dataclass(frozen=True, slots=True)
class SyncedReferences:
    """How many references were created, changed, left and removed; each unresolved one with the row that has it."""

    created: int
    changed: int
    unchanged: int
    retired: int
    unresolved: tuple[tuple[Any, CrossReference], ...]


def _drafted(report: ReportDraft) -> list[ReferenceDraft]:
    """All references of a report, each once: those that the profile found, then those that only records list."""
    paragraph, recommendation = ReferenceTarget.PARAGRAPH, ReferenceTarget.RECOMMENDATION
    found = list(dict.fromkeys(report.references))
    known = {(one.source, one.target, one.ref) for one in found}
    children: dict[str, set[str]] = {}
    for item in report.recommendations:
        if item.parent:
            children.setdefault(item.parent, set()).update(item.paragraphs)
    for item in report.recommendations:
        for ref in item.paragraphs:
            if ref not in children.get(item.anchor, ()) and (item.anchor, paragraph, ref) not in known:
                found.append(ReferenceDraft(item.anchor, paragraph, ref, f"paragraph {ref}"))
    for action in report.actions:
        for ref in action.recommendations:
            if (action.anchor, recommendation, ref) not in known:
                found.append(ReferenceDraft(action.anchor, recommendation, ref, ref))
    return found


class Decided(Protocol):
    """What people decided about references, while a reading is loaded."""

    def with_records(self) -> list[Correction]:
        """The corrections of which the records are there."""

    def update_reference_decisions(self, decisions: ReferenceDecisions) -> None:
        """Compare decisions with where references were read to lead."""


def _rows(report: Report, drafted: DraftedRows, corrections: Sequence[Correction]) -> ReferenceTargets:
    """The possible targets of references: the rows of the reading, and those that people added."""
    findings, recommendations = (
        model.objects.live().filter(report=report, origin=Origin.HAND) for model in (Finding, Recommendation)
    )
    return ReferenceTargets(
        drafted.sections.values(),
        [*(row for row in drafted.findings.values() if not row.is_suppressed), *findings],
        [*(row for row in drafted.recommendations.values() if not row.is_suppressed), *recommendations],
        joined_numbers(corrections),
    )


def _resolved(
    report: Report, draft: ReportDraft, rows: DraftedRows, decided: Decided
) -> list[tuple[Any, CrossReference]]:
    """Unsaved cross references in printed order, each with the row in which it stands."""
    sources: dict[str, Any] = {**rows.findings, **rows.recommendations, **rows.actions}
    corrections = decided.with_records()
    targets = _rows(report, rows, corrections)
    resolver, decisions = Resolver(targets), ReferenceDecisions(corrections, targets)
    found: list[tuple[Any, CrossReference]] = []
    for reference_draft in _drafted(draft):
        source = sources.get(reference_draft.source)
        if source is None:
            continue
        reference = CrossReference(
            ordinal=len(found) + 1,
            target=reference_draft.target.value,
            ref=reference_draft.ref[:LONGEST_NUMBER],
            printed=reference_draft.printed,
        )
        setattr(reference, SOURCES[type(source)], source)
        named = (source, reference_draft.target, reference_draft.ref, reference_draft.printed)
        meant, reason, decision = decisions(
            source, reference.target, reference.ref, reference.printed, resolver.resolve(*named)
        )
        point(reference, meant, reason, decision)
        found.append((source, reference))
    decided.update_reference_decisions(decisions)
    return found


def sync_references(report: Report, draft: ReportDraft, rows: DraftedRows, decided: Decided) -> SyncedReferences:
    """Update the cross references of a report to a reading."""
    wanted = _resolved(report, draft, rows, decided)
    stored = {reference.ordinal: reference for reference in CrossReference.objects.filter(report=report)}
    new: list[CrossReference] = []
    changed: list[CrossReference] = []
    for _, reference in wanted:
        known = stored.pop(reference.ordinal, None)
        reference.report = report
        if known is None:
            new.append(reference)
        elif any(getattr(known, name) != getattr(reference, name) for name in COLUMNS):
            reference.pk = known.pk
            changed.append(reference)
    if changed:
        CrossReference.objects.bulk_update(changed, [name.removesuffix("_id") for name in COLUMNS])
    if stored:
        CrossReference.objects.filter(pk__in=[reference.pk for reference in stored.values()]).delete()
    CrossReference.objects.bulk_create(new)
    return SyncedReferences(
        len(new),
        len(changed),
        len(wanted) - len(new) - len(changed),
        len(stored),
        tuple((source, reference) for source, reference in wanted if reference.reason and not reference.decision_id),
    )
