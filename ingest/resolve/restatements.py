"""Recommendations that repeat one of another document: a Cabinet report the commissioner's, a plan the inspection's.

The live recommendations of an authority are ordered by origin: inspectorates, then commissioners, directions and papers
of the council; within these by date. Each is compared with the originals before it in other reports. If a single one
has the same or nearly the same words, it restates that one; otherwise it is an original itself. The outcome does not
depend on the order of loading.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from findings.models import Recommendation
from inspections.plain_words import plain
from inspections.report_kinds import step_of
from inspections.vocabulary import ReportKind

NEAR = 92.0
"""Percent of characters in common from which a recommendation restates another."""
APART = 2.0
"""By how many percent the best original must be nearer than the next."""
SHORTEST = 25
"""Characters below which words are too few to tell where they come from."""


def _origin(row: Recommendation) -> tuple[int, str, str, int]:
    report = row.report
    return (step_of(ReportKind(report.kind)), report.published or "9999", report.identity, row.ordinal)


def _original(words: str, report_id: int, originals: Sequence[tuple[Recommendation, str]]) -> Recommendation | None:
    others = [(row, text) for row, text in originals if row.report_id != report_id]
    scored = process.extract(words, [text for _, text in others], scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
    if not scored or (len(scored) > 1 and scored[0][1] - scored[1][1] < APART):
        return None
    return others[scored[0][2]][0]


def link_restatements(authority_id: int) -> bool:
    """Update ``restates`` of all recommendations of an authority. Returns whether any changed."""
    current = Recommendation.objects.live().filter(report__authority_id=authority_id, report__retired_at__isnull=True)
    rows = sorted(current.select_related("report").defer("orig", "boxes", "read"), key=_origin)
    originals: list[tuple[Recommendation, str]] = []
    changed = []
    for row in rows:
        words = plain(row.text)
        original = _original(words, row.report_id, originals) if len(words) >= SHORTEST else None
        if original is None:
            originals.append((row, words))
        if row.restates_id != (original.pk if original else None):
            row.restates = original
            changed.append(row)
    if changed:
        Recommendation.objects.bulk_update(changed, ["restates"])
    return bool(changed)
