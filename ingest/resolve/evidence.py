"""Which findings support which judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from findings.models import Correction, Evidence, Finding
from findings.references.evidence import update_evidence_ranges
from inspections.models import Judgement
from inspections.vocabulary import Origin


class MovedFindings(Protocol):
    """The findings that people moved to other sections, and what these support as they were read."""

    def moves(self) -> dict[str, Correction]:
        """The corrections that move findings, by the anchor of the finding."""

    def keep_evidence(self, correction: Correction, kept: list[list[Any]]) -> None:
        """Remember what a finding supports as it was read: anchors of judgements, each with its place there."""


def sync_evidence(
    judgements: Mapping[str, Judgement],
    evidence: Mapping[str, Sequence[str]],
    findings: Mapping[str, Finding],
    moved: MovedFindings,
) -> bool:
    """Update the evidence of judgements to a reading, given by drafted anchors. Returns whether it changed.

    Findings that people moved support what their neighbours support (``findings.references.evidence``).
    """
    read = {
        (judgements[anchor].pk, findings[one].pk): ordinal
        for anchor, anchors in evidence.items()
        for ordinal, one in enumerate((a for a in anchors if a in findings), 1)
    }
    away = _keep_evidence_of_moved(judgements, findings, read, moved)
    wanted = {key: ordinal for key, ordinal in read.items() if key[1] not in away}
    stored = {
        (row.judgement_id, row.finding_id): row
        for row in Evidence.objects.filter(judgement__in=[row.pk for row in judgements.values()]).select_related(
            "finding"
        )
        if row.finding_id not in away
    }
    shifted = [row for key, row in stored.items() if key in wanted and wanted[key] != row.ordinal]
    for row in shifted:
        row.ordinal = wanted[row.judgement_id, row.finding_id]
    gone = [row.pk for key, row in stored.items() if key not in wanted and row.finding.origin == Origin.READ]
    new = [Evidence(judgement_id=j, finding_id=f, ordinal=n) for (j, f), n in wanted.items() if (j, f) not in stored]
    if shifted:
        Evidence.objects.bulk_update(shifted, ["ordinal"])
    if gone:
        Evidence.objects.filter(pk__in=gone).delete()
    Evidence.objects.bulk_create(new)
    return update_evidence_ranges(list(judgements.values())) or bool(shifted or gone or new)


def _keep_evidence_of_moved(
    judgements: Mapping[str, Judgement],
    findings: Mapping[str, Finding],
    read: Mapping[tuple[int, int], int],
    moved: MovedFindings,
) -> set[int]:
    """Remember what moved findings support as they were read. Returns their keys."""
    corrections = moved.moves()
    anchors = {row.pk: row.anchor for row in judgements.values()}
    away = {row.pk: corrections[row.anchor] for row in findings.values() if row.anchor in corrections}
    for pk, correction in away.items():
        kept = [[anchors[judgement], ordinal] for (judgement, one), ordinal in read.items() if one == pk]
        moved.keep_evidence(correction, kept)
    return set(away)
