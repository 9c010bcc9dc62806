"""Which findings carry which judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from findings.models import Evidence, Finding
from inspections.models import Judgement


def _number(ref: str) -> tuple[str, int] | None:
    head, _, last = ref.rpartition(".")
    return (head, int(last)) if last.isdecimal() else None


def _follows(first: str, second: str) -> bool:
    one, other = _number(first), _number(second)
    return one is not None and other is not None and one[0] == other[0] and other[1] == one[1] + 1


def evidence_range(refs: Iterable[str]) -> str:
    """Paragraph numbers in printed order as people cite them: "14 to 38", "3.1 to 3.4, 3.9"; "" when none is numbered."""
    numbered = [ref for ref in refs if ref]
    if not numbered:
        return ""
    runs = [[numbered[0]]]
    for before, ref in pairwise(numbered):
        if _follows(before, ref):
            runs[-1].append(ref)
        else:
            runs.append([ref])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def sync_evidence(
    judgements: Mapping[str, Judgement], evidence: Mapping[str, Sequence[str]], findings: Mapping[str, Finding]
) -> bool:
    """Bring the evidence of judgements (drafted anchor to drafted anchors of findings) to a reading; tell whether it changed."""
    wanted = {
        (judgements[anchor].pk, findings[one].pk): ordinal
        for anchor, anchors in evidence.items()
        for ordinal, one in enumerate((a for a in anchors if a in findings), 1)
    }
    stored = {
        (row.judgement_id, row.finding_id): row
        for row in Evidence.objects.filter(judgement__in=[row.pk for row in judgements.values()])
    }
    moved = [row for key, row in stored.items() if key in wanted and wanted[key] != row.ordinal]
    for row in moved:
        row.ordinal = wanted[row.judgement_id, row.finding_id]
    gone = [row.pk for key, row in stored.items() if key not in wanted]
    new = [Evidence(judgement_id=j, finding_id=f, ordinal=n) for (j, f), n in wanted.items() if (j, f) not in stored]
    if moved:
        Evidence.objects.bulk_update(moved, ["ordinal"])
    if gone:
        Evidence.objects.filter(pk__in=gone).delete()
    Evidence.objects.bulk_create(new)
    return bool(moved or gone or new)
