"""Cross references: from a number as printed to the record of the same report that carries it.

Order of decision for a paragraph: findings with that number, else recommendations (in the single inspections these are numbered
paragraphs). For a recommendation: recommendations, items of others last. For a section, an annex or an appendix: headings that begin
with its number, else the section of the paragraphs that are numbered under it. When
several carry it because the numbering restarts, the one that shares most of the sections around the reference is meant; otherwise,
and when none carries it, the reference points nowhere and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from findings.models import Action, CrossReference, Finding, Recommendation, ReferenceTarget, Section
from ingest.drafts import ReferenceDraft, ReportDraft
from inspections.models import Report

COLUMNS = (
    "finding_id", "recommendation_id", "action_id", "target", "ref", "printed", "target_finding_id", "target_recommendation_id",
    "target_section_id", "reason",
)  # fmt: skip
SOURCES = {Finding: "finding", Recommendation: "recommendation", Action: "action"}
TARGETS = {Finding: "target_finding", Recommendation: "target_recommendation", Section: "target_section"}
NAMED = re.compile(r"\b(section|appendix|annex|part|chapter|schedule)\b", re.I)
NO_NUMBER = "The document prints no number."


@dataclass(frozen=True, slots=True)
class Rows:
    """The current rows of a report by drafted anchor."""

    sections: Mapping[str, Section]
    findings: Mapping[str, Finding]
    recommendations: Mapping[str, Recommendation]
    actions: Mapping[str, Action]


class Resolver:
    """Resolves the references of one report."""

    def __init__(self, rows: Rows) -> None:
        self._sections = {section.pk: section for section in rows.sections.values()}
        self._findings = _by_ref(rows.findings.values())
        self._recommendations = _by_ref(rows.recommendations.values())

    def resolve(self, source: Any, draft: ReferenceDraft) -> tuple[Any | None, str]:
        """The row that is meant, or None and the reason."""
        if not draft.ref:
            return None, NO_NUMBER
        if draft.target == ReferenceTarget.PARAGRAPH:
            candidates = self._findings.get(draft.ref) or self._recommendations.get(draft.ref, [])
        elif draft.target == ReferenceTarget.RECOMMENDATION:
            numbered = self._recommendations.get(draft.ref, [])
            candidates = [row for row in numbered if row.parent_id is None] or numbered
        else:
            candidates = self._headed(draft)
        meant = self._nearest(source, candidates)
        if len(meant) == 1:
            return meant[0], ""
        if not meant:
            return None, f"There is no {draft.target} {draft.ref} in this report."
        return (
            None,
            f"There are {len(meant)} with the number {draft.ref} in this report, and nothing tells which is meant.",
        )

    def _headed(self, draft: ReferenceDraft) -> list[Any]:
        """Sections whose heading begins with the number, or else the one that holds the paragraphs numbered under it."""
        words = NAMED.search(draft.printed)
        kind = words[1] if words else draft.target
        bare = kind.casefold() == "section"
        named = rf"(?:{kind}\s+)?" if bare else rf"{kind}\s+"
        pattern = re.compile(rf"\s*{named}{re.escape(draft.ref)}(?![\w.]*\w)", re.I)
        headed = [section for section in self._sections.values() if pattern.match(section.heading)]
        if headed or not bare:
            return headed
        under = {
            row.section_id for ref, rows in self._findings.items() if ref.startswith(f"{draft.ref}.") for row in rows
        }
        return [self._sections[pk] for pk in under if pk in self._sections]

    def _path(self, section_id: int | None) -> tuple[int, ...]:
        path: list[int] = []
        while section_id in self._sections and section_id not in path:
            path.insert(0, section_id)
            section_id = self._sections[section_id].parent_id
        return tuple(path)

    def _nearest(self, source: Any, candidates: Sequence[Any]) -> Sequence[Any]:
        if len(candidates) < 2 or isinstance(candidates[0], Section):
            return candidates
        here = self._path(source.section_id)
        shared = [_shared(here, self._path(row.section_id)) for row in candidates]
        return [row for row, length in zip(candidates, shared, strict=True) if length == max(shared)]


def _by_ref(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        if row.ref:
            found.setdefault(row.ref, []).append(row)
    return found


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _drafted(report: ReportDraft) -> list[ReferenceDraft]:
    """All references of a report once: those that the profile found, then those that only records list."""
    found = list(dict.fromkeys(report.references))
    known = {(one.source, one.target, one.ref) for one in found}
    children: dict[str, set[str]] = {}
    for item in report.recommendations:
        if item.parent:
            children.setdefault(item.parent, set()).update(item.paragraphs)
    for item in report.recommendations:
        for ref in item.paragraphs:
            if ref not in children.get(item.anchor, ()) and (item.anchor, "paragraph", ref) not in known:
                found.append(ReferenceDraft(item.anchor, "paragraph", ref, f"paragraph {ref}"))
    for action in report.actions:
        for ref in action.recommendations:
            if (action.anchor, "recommendation", ref) not in known:
                found.append(ReferenceDraft(action.anchor, "recommendation", ref, ref))
    return found


def resolved(report: ReportDraft, rows: Rows) -> list[tuple[Any, CrossReference]]:
    """Unsaved cross references in printed order, each with the row in which it stands."""
    sources: dict[str, Any] = {**rows.findings, **rows.recommendations, **rows.actions}
    resolver = Resolver(rows)
    found: list[tuple[Any, CrossReference]] = []
    for draft in _drafted(report):
        source = sources.get(draft.source)
        if source is None:
            continue
        target, reason = resolver.resolve(source, draft)
        reference = CrossReference(
            ordinal=len(found) + 1,
            target=draft.target if draft.target in ReferenceTarget.values else ReferenceTarget.SECTION.value,
            ref=draft.ref[:20],
            printed=draft.printed,
            reason=reason[:300],
        )
        setattr(reference, SOURCES[type(source)], source)
        if target is not None:
            setattr(reference, TARGETS[type(target)], target)
        found.append((source, reference))
    return found


def sync_references(
    report: Report, draft: ReportDraft, rows: Rows
) -> tuple[dict[str, int], list[tuple[Any, CrossReference]]]:
    """Bring the cross references of a report to a reading; gives the counts by what became of them, and the unresolved ones."""
    wanted = resolved(draft, rows)
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
    counts = {
        "created": len(new), "changed": len(changed), "unchanged": len(wanted) - len(new) - len(changed),
        "retired": len(stored),
    }  # fmt: skip
    return counts, [(source, reference) for source, reference in wanted if reference.reason]
