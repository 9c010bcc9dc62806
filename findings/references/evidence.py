"""The range of paragraphs that carries a judgement, as people cite it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from findings.models import Evidence, Finding
from inspections.models import Judgement, Report
from inspections.vocabulary import Origin

LONGEST_RANGE = 200


def number_of(ref: str) -> tuple[str, int] | None:
    """A printed number as it is compared: what stands before the last full stop, and the number behind it."""
    head, _, last = ref.rpartition(".")
    return (head, int(last)) if last.isdecimal() else None


def _follows(first: str, second: str) -> bool:
    one, other = number_of(first), number_of(second)
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
    carried = Evidence.objects.filter(judgement__in=list(refs)).filter(finding__retired_at__isnull=True)
    carried = carried.order_by("judgement", "ordinal", "finding__ordinal")
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


def support_by_hand(report: Report) -> bool:
    """Let each finding made by hand support the judgements of the record before it, if both stand in one section.

    Returns whether any evidence changed.
    """
    if not Finding.objects.filter(report=report, origin=Origin.HAND).exists():
        return False
    rows = list(Finding.objects.live().filter(report=report).order_by("ordinal"))
    stored = Evidence.objects.filter(finding__report=report).select_related("judgement")
    carried: dict[int, dict[int, int]] = {}
    by_hand = {one.pk: one for one in stored if one.finding_id in {r.pk for r in rows if r.origin == Origin.HAND}}
    for one in stored:
        if one.pk not in by_hand:
            carried.setdefault(one.finding_id, {})[one.judgement_id] = one.ordinal
    for before, row in pairwise(rows):
        if row.origin == Origin.HAND and before.section_id == row.section_id:
            carried[row.pk] = carried.get(before.pk, {})
    wanted = {(j, row.pk): n for row in rows if row.origin == Origin.HAND for j, n in carried.get(row.pk, {}).items()}
    kept = {(one.judgement_id, one.finding_id) for one in by_hand.values()}
    gone = [pk for pk, one in by_hand.items() if wanted.get((one.judgement_id, one.finding_id)) != one.ordinal]
    gone += Evidence.objects.filter(
        finding__report=report, finding__origin=Origin.HAND, finding__retired_at__isnull=False
    ).values_list("pk", flat=True)
    Evidence.objects.filter(pk__in=gone).delete()
    left = kept - {(by_hand[pk].judgement_id, by_hand[pk].finding_id) for pk in gone if pk in by_hand}
    new = [Evidence(judgement_id=j, finding_id=f, ordinal=n) for (j, f), n in wanted.items() if (j, f) not in left]
    Evidence.objects.bulk_create(new)
    if gone or new:
        update_evidence_ranges(list(Judgement.objects.live().filter(report=report)))
    return bool(gone or new)
