"""The preferred judgement of a fact, and the row of a scale that its grade is.

Of the judgements of one inspection, domain and scope exactly one is preferred: one of a public report before one that is withheld, so that
what nobody may see decides nothing that is seen; a primary one before a reported one, one with a grade before one without, then what most
documents report, then the earliest document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from inspections.models import Judgement
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import Absence, Basis


def grade_id_of(codes: ReferenceCodes, framework_id: int | None, code: str | None) -> tuple[int | None, str]:
    """The grade of a framework's scale for a code, and the absence that stands in its place where the scale has no such grade."""
    grade_id = codes.grade(framework_id, code)
    return grade_id, "" if grade_id else Absence.NOT_READ


def _grade_code(judgement: Judgement, codes: ReferenceCodes) -> str | None:
    """The code that was read or set, also where it could not be found on a scale before."""
    if judgement.grade_id:
        return codes.grade_codes[judgement.grade_id]
    code: str | None = judgement.read.get("grade") if judgement.absence == Absence.NOT_READ else None
    return code


def live_judgements(authority_id: int) -> list[Judgement]:
    """All judgements on an authority that a reading still has, with report and inspection, in a fixed order."""
    rows = Judgement.objects.live().filter(inspection__authority_id=authority_id, report__retired_at__isnull=True)
    return list(rows.select_related("report", "inspection").order_by("report__identity", "ordinal", "anchor"))


def _regrade(judgements: Sequence[Judgement], codes: ReferenceCodes) -> None:
    """Take grades from the scale of the framework of their inspection, which may have become known only now."""
    changed = []
    for judgement in judgements:
        code = _grade_code(judgement, codes)
        if code is None:
            continue
        grade_id, absence = grade_id_of(codes, judgement.inspection.framework_id, code)
        if grade_id != judgement.grade_id:
            judgement.grade_id, judgement.absence = grade_id, absence
            changed.append(judgement)
    if changed:
        Judgement.objects.bulk_update(changed, ["grade", "absence"])


def preferred_of(judgements: Sequence[Judgement]) -> Judgement:
    """The preferred one of judgements of the same inspection, domain and scope."""
    reports = Counter(judgement.grade_id for judgement in judgements if judgement.basis == Basis.REPORTED)
    return min(
        judgements,
        key=lambda j: (
            not j.report.is_public,
            j.basis != Basis.PRIMARY,
            j.grade_id is None,
            -reports[j.grade_id],
            j.report.published or "9999",
            j.report.identity,
            j.ordinal,
        ),
    )


def reconcile_judgements(authority_id: int) -> None:
    """Bring grades and ``is_preferred`` of an authority's judgements up to date."""
    judgements = live_judgements(authority_id)
    _regrade(judgements, ReferenceCodes())
    facts: dict[tuple[int, int, str], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        facts[judgement.inspection_id, judgement.domain_id, judgement.scope].append(judgement)
    preferred = {preferred_of(group).pk for group in facts.values()}
    marked = Judgement.objects.filter(inspection__authority_id=authority_id, is_preferred=True)
    demoted = set(marked.values_list("pk", flat=True)) - preferred
    promoted = {j.pk for j in judgements if j.pk in preferred and not j.is_preferred}
    if demoted:
        Judgement.objects.filter(pk__in=demoted).update(is_preferred=False)
    if promoted:
        Judgement.objects.filter(pk__in=promoted).update(is_preferred=True)
