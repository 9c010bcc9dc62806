"""The range of paragraphs that carries a judgement, as people cite it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any

from django.db.models import Q

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


def is_moved(finding: Finding) -> bool:
    """Whether a person moved a finding to another section than the one in which it was read."""
    here = finding.section.anchor if finding.section else None
    return finding.origin == Origin.READ and finding.read.get("section", here) != here


def set_evidence_aside(finding: Finding) -> list[list[Any]]:
    """Take a finding out of the judgements that it supports. Returns their anchors, each with its place there."""
    carried = Evidence.objects.filter(finding=finding)
    kept = [list(one) for one in carried.order_by("judgement").values_list("judgement__anchor", "ordinal")]
    carried.delete()
    return kept


def bring_back_evidence(finding: Finding, kept: Iterable[Sequence[Any]]) -> None:
    """Let a finding support again the judgements that it was taken out of."""
    Evidence.objects.filter(finding=finding).delete()
    judgements = dict(Judgement.objects.filter(report=finding.report).values_list("anchor", "pk"))
    Evidence.objects.bulk_create(
        Evidence(judgement_id=judgements[anchor], finding=finding, ordinal=ordinal)
        for anchor, ordinal in kept
        if anchor in judgements
    )


def support_by_hand(report: Report) -> bool:
    """Let findings that people placed support the judgements of their neighbours. Returns whether any evidence changed.

    Placed are findings made by hand and those that were moved to another section. Each supports what the record before
    it in its section supports; a moved one without a record before it, what the next one supports.
    """
    every = Finding.objects.filter(report=report)
    if not every.filter(Q(origin=Origin.HAND) | Q(is_corrected=True)).exists():
        return False
    rows = list(every.live().select_related("section").order_by("ordinal"))
    placed = {row.pk for row in rows if row.origin == Origin.HAND or is_moved(row)}
    stored = list(Evidence.objects.filter(finding__report=report))
    by_hand = {(one.judgement_id, one.finding_id): one for one in stored if one.finding_id in placed}
    wanted = _carried_by_placed(rows, placed, [one for one in stored if one.finding_id not in placed])
    gone = [one.pk for key, one in by_hand.items() if wanted.get(key) != one.ordinal]
    retired = Evidence.objects.filter(finding__in=every.filter(origin=Origin.HAND, retired_at__isnull=False))
    gone += retired.values_list("pk", flat=True)
    Evidence.objects.filter(pk__in=gone).delete()
    left = {key for key, one in by_hand.items() if one.pk not in gone}
    new = [Evidence(judgement_id=j, finding_id=f, ordinal=n) for (j, f), n in wanted.items() if (j, f) not in left]
    Evidence.objects.bulk_create(new)
    if gone or new:
        update_evidence_ranges(list(Judgement.objects.live().filter(report=report)))
    return bool(gone or new)


def _carried_by_placed(
    rows: Sequence[Finding], placed: Collection[int], of_read: Iterable[Evidence]
) -> dict[tuple[int, int], int]:
    """The places of placed findings in judgements, by keys of judgement and finding."""
    carried: dict[int, dict[int, int]] = defaultdict(dict)
    for one in of_read:
        carried[one.finding_id][one.judgement_id] = one.ordinal
    sections: dict[int | None, list[Finding]] = defaultdict(list)
    for row in rows:
        sections[row.section_id].append(row)
    for together in sections.values():
        for before, row in pairwise(together):
            if row.pk in placed:
                carried[row.pk] = carried[before.pk]
        first = next((row for row in together if row.pk not in placed), None)
        for row in together:
            if row.pk not in placed or first is None:
                break
            if row.origin == Origin.READ:
                carried[row.pk] = carried[first.pk]
    return {(j, row.pk): n for row in rows if row.pk in placed for j, n in carried[row.pk].items()}
