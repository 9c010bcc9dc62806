"""Resolve cross references: from a printed number to the record of the same report that carries it.

Order of decision:

1. A paragraph is a finding with that number, else a recommendation (in single inspections these are numbered
   paragraphs).
2. A recommendation is one that is no item of another, else an item; one without a number is named by its anchor.
3. A section, annex or appendix is one whose heading begins with its number, else the section of the paragraphs numbered
   under it.
4. If several match because numbering restarts, the one that shares most enclosing sections with the reference is meant.
   Otherwise, and if none matches, the reference has no target and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from findings.models import CrossReference, Finding, Recommendation, Section
from inspections.models import Report
from inspections.vocabulary import Origin, ReferenceTarget

TARGETS = {Finding: "target_finding", Recommendation: "target_recommendation", Section: "target_section"}
NAMED = re.compile(r"\b(section|appendix|annex|part|chapter|schedule)\b", re.I)
NO_NUMBER = "The document prints no number."
LONGEST_REASON = 300
Found = tuple[Any | None, str]
"""The row to which a reference leads and "", or None and the reason."""
Decide = Callable[[Any, str, str, str, Found], tuple[Any | None, str, int | None]]
"""Where a reference leads, given its source, kind of target, number, words and what was found; and who decided it."""


@dataclass(frozen=True, slots=True)
class ReferenceTargets:
    """The live rows of a report that references can lead to, rows added by hand included.

    ``joined`` has the anchors of the rows with which others were joined, by kind and number of these.
    """

    sections: Collection[Section]
    findings: Collection[Finding]
    recommendations: Collection[Recommendation]
    joined: Mapping[tuple[str, str], str] = field(default_factory=dict)


class Resolver:
    """Resolves the references of one report."""

    def __init__(self, rows: ReferenceTargets) -> None:
        self._sections = {section.pk: section for section in rows.sections}
        self._findings = _by_ref(rows.findings, rows.joined)
        self._recommendations = _by_ref(rows.recommendations, rows.joined)
        self._unnumbered = {row.anchor: [row] for row in rows.recommendations if not row.ref}

    def resolve(self, source: Any, target: str, ref: str, printed: str) -> Found:
        """The row that is meant and "", or None and the reason."""
        if not ref:
            return None, NO_NUMBER
        if target == ReferenceTarget.PARAGRAPH:
            candidates = self._findings.get(ref) or self._recommendations.get(ref, [])
        elif target == ReferenceTarget.RECOMMENDATION:
            numbered = self._recommendations.get(ref) or self._unnumbered.get(ref, [])
            candidates = [row for row in numbered if row.parent_id is None] or numbered
        else:
            candidates = self._headed(ref, printed)
        meant = self._nearest(source, candidates)
        if len(meant) == 1:
            return meant[0], ""
        if not meant:
            return None, f"There is no {_printed_word(target, printed)} {ref} in this report."
        return (
            None,
            f"There are {len(meant)} with the number {ref} in this report, and nothing tells which is meant.",
        )

    def _headed(self, ref: str, printed: str) -> list[Any]:
        """Sections whose heading begins with the number, else the section of the paragraphs numbered under it."""
        kind = _printed_word(ReferenceTarget.SECTION, printed)
        bare = kind == ReferenceTarget.SECTION
        named = rf"(?:{kind}\s+)?" if bare else rf"{kind}\s+"
        pattern = re.compile(rf"\s*{named}{re.escape(ref)}(?![\w.]*\w)", re.I)
        headed = [section for section in self._sections.values() if pattern.match(section.heading)]
        if headed or not bare:
            return headed
        numbered = [row for number, rows in self._findings.items() if number.startswith(f"{ref}.") for row in rows]
        under = dict.fromkeys(row.section_id for row in numbered)
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


def _printed_word(target: str, printed: str) -> str:
    """What the document calls the target: a section may be an appendix, an annex or a chapter."""
    word = NAMED.search(printed) if target == ReferenceTarget.SECTION else None
    return word[1].casefold() if word else target


def _by_ref(rows: Iterable[Any], joined: Mapping[tuple[str, str], str]) -> dict[str, list[Any]]:
    """Rows by their number, and by the numbers of those that were joined with them.

    Rows added by hand count only where no row that was read carries the number.
    """
    read: dict[str, list[Any]] = {}
    by_hand: dict[str, list[Any]] = {}
    by_anchor: dict[tuple[str, str], Any] = {}
    for row in rows:
        by_anchor[row.KIND, row.anchor] = row
        if row.ref:
            (by_hand if row.origin == Origin.HAND else read).setdefault(row.ref, []).append(row)
    whole = {
        number: [by_anchor[kind, anchor]] for (kind, number), anchor in joined.items() if (kind, anchor) in by_anchor
    }
    return whole | by_hand | read


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def undecided(source: Any, target: str, ref: str, printed: str, found: Found) -> tuple[Any | None, str, int | None]:
    """The answer where nobody decided: what was found."""
    return *found, None


def point(reference: CrossReference, meant: Any | None, reason: str, decision: int | None = None) -> bool:
    """Set the target of a reference, or the reason why it has none, without saving it.

    ``decision`` is the key of the correction that decided it. Returns whether this changed the reference.
    """
    wanted: dict[str, Any] = {
        f"{name}_id": meant.pk if isinstance(meant, model) else None for model, name in TARGETS.items()
    }
    wanted |= {"reason": reason[:LONGEST_REASON], "decision_id": decision}
    changed = any(getattr(reference, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(reference, name, value)
    return changed


def live_targets(report: Report, joined: Mapping[tuple[str, str], str]) -> ReferenceTargets:
    """The rows of a report that references can lead to."""
    return ReferenceTargets(
        Section.objects.live().filter(report=report).select_related("parent"),
        Finding.objects.live().filter(report=report),
        Recommendation.objects.live().filter(report=report),
        joined,
    )


def resolve_references(report: Report, rows: ReferenceTargets, decide: Decide = undecided) -> None:
    """Resolve all references of a report again, after a number was corrected or a row came or went."""
    resolver = Resolver(rows)
    stored = CrossReference.objects.filter(report=report).select_related("finding", "recommendation", "action")
    changed = []
    for one in stored:
        named = (one.source, one.target, one.ref, one.printed)
        if point(one, *decide(*named, resolver.resolve(*named))):
            changed.append(one)
    if changed:
        CrossReference.objects.bulk_update(changed, [*TARGETS.values(), "reason", "decision"])
