"""The range of paragraphs that carries a judgement, as people cite it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from findings.models import Evidence
from inspections.models import Judgement

LONGEST_RANGE = 200


def _number(ref: str) -> tuple[str, int] | None:
    head, _, last = ref.rpartition(".")
    return (head, int(last)) if last.isdecimal() else None


def _follows(first: str, second: str) -> bool:
    one, other = _number(first), _number(second)
    return one is not None and other is not None and one[0] == other[0] and other[1] == one[1] + 1


def evidence_range(refs: Iterable[str]) -> str:
    """Paragraph numbers, given in printed order, as they are cited: "14 to 38", "3.1 to 3.4, 3.9"; "" for none."""
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


def update_evidence_ranges(judgements: Collection[Judgement]) -> bool:
    """Update ``evidence_range`` of judgements to the numbers of their evidence. Returns whether any changed."""
    refs: dict[int, list[str]] = {judgement.pk: [] for judgement in judgements}
    carried = Evidence.objects.filter(judgement__in=list(refs)).order_by("judgement", "ordinal")
    for judgement_id, ref in carried.values_list("judgement_id", "finding__ref"):
        refs[judgement_id].append(ref)
    changed = []
    for judgement in judgements:
        wanted = evidence_range(refs[judgement.pk])[:LONGEST_RANGE]
        if judgement.evidence_range != wanted:
            judgement.evidence_range = wanted
            changed.append(judgement)
    if changed:
        Judgement.objects.bulk_update(changed, ["evidence_range"])
    return bool(changed)
