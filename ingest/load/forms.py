"""The same report in two forms: what its text and its PDF give otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from findings.models import Finding, Recommendation
from ingest.drafts import ReportDraft
from ingest.load.matching import plain
from inspections.models import Judgement, Report

LONGEST_LIST = 20
CODE = "forms-differ"


def _differing(rows: Iterable[Any], drafts: Iterable[Any]) -> list[str]:
    """Anchors of numbered records whose words differ or that one form lacks, and of unnumbered ones whose words the other lacks."""
    kept = [(row.anchor, row.read.get("ref", row.ref), plain(row.read.get("text", row.text))) for row in rows]
    read = [(draft.anchor, draft.ref or "", plain(draft.text)) for draft in drafts]
    differing: list[str] = []
    for these, others in ((kept, read), (read, kept)):
        numbered = {(anchor, words) for anchor, ref, words in others if ref}
        unnumbered = {words for _, ref, words in others if not ref}
        differing += [
            anchor
            for anchor, ref, words in these
            if ((anchor, words) not in numbered if ref else words not in unnumbered)
        ]
    return list(dict.fromkeys(differing))


def _grades(report: Report, draft: ReportDraft) -> list[str]:
    rows = Judgement.objects.current().filter(report=report)
    kept = {row.anchor: row.read.get("grade") for row in rows}
    read = {judgement.anchor: judgement.grade for judgement in draft.judgements}
    return [anchor for anchor in dict.fromkeys([*kept, *read]) if kept.get(anchor, "") != read.get(anchor, "")]


def differences(report: Report, draft: ReportDraft) -> str:
    """A sentence on what the rows of a report and the reading of its other form give otherwise; "" when they agree.

    Compared are the grades of judgements and the words of findings and recommendations, as read and without typography.
    """
    anchors = [
        *_grades(report, draft),
        *_differing(Finding.objects.current().filter(report=report), draft.findings),
        *_differing(Recommendation.objects.current().filter(report=report), draft.recommendations),
    ]
    if not anchors:
        return ""
    more = f" and {len(anchors) - LONGEST_LIST} more" if len(anchors) > LONGEST_LIST else ""
    named = ", ".join(anchors[:LONGEST_LIST]) + more
    return f"The text and the PDF of this report differ in {named}. What the PDF says was taken; compare the two."
