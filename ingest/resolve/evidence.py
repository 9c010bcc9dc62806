"""Which findings support which judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from findings.models import Evidence, Finding
from findings.references.evidence import update_evidence_ranges
from inspections.models import Judgement
from inspections.vocabulary import Origin


def sync_evidence(
    judgements: Mapping[str, Judgement], evidence: Mapping[str, Sequence[str]], findings: Mapping[str, Finding]
) -> bool:
    """Update the evidence of judgements to a reading, given by drafted anchors. Returns whether it changed."""
    wanted = {
        (judgements[anchor].pk, findings[one].pk): ordinal
        for anchor, anchors in evidence.items()
        for ordinal, one in enumerate((a for a in anchors if a in findings), 1)
    }
    stored = {
        (row.judgement_id, row.finding_id): row
        for row in Evidence.objects.filter(judgement__in=[row.pk for row in judgements.values()]).select_related(
            "finding"
        )
    }
    moved = [row for key, row in stored.items() if key in wanted and wanted[key] != row.ordinal]
    for row in moved:
        row.ordinal = wanted[row.judgement_id, row.finding_id]
    gone = [row.pk for key, row in stored.items() if key not in wanted and row.finding.origin == Origin.READ]
    new = [Evidence(judgement_id=j, finding_id=f, ordinal=n) for (j, f), n in wanted.items() if (j, f) not in stored]
    if moved:
        Evidence.objects.bulk_update(moved, ["ordinal"])
    if gone:
        Evidence.objects.filter(pk__in=gone).delete()
    Evidence.objects.bulk_create(new)
    return update_evidence_ranges(list(judgements.values())) or bool(moved or gone or new)
