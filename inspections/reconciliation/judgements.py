"""Reconciliation of judgements: the grade on the scale of the framework, and the preferred judgement of each fact.

Of the judgements of one inspection, domain and scope exactly one is preferred. In order of precedence:

1. A judgement of a public report, so that hidden reports do not decide what the public pages show.
2. A judgement with the grade that a person chose between documents that disagree.
3. A primary judgement.
4. A judgement with a grade.
5. A judgement that an inspectorate reports, in its tables of outcomes or in a report on something else, before those
   in papers of councils and in tables that others collected.
6. The grade that most of these documents report.
7. The judgement of the report that was published first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from inspections.models import Judgement
from inspections.reconciliation.decisions import FactDecisions
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import Absence, Basis, ConflictField


def reconcile_judgements(authorities: Collection[int]) -> None:
    """Update the grades and ``is_preferred`` of the judgements on authorities."""
    judgements = live_judgements(authorities)
    codes = ReferenceCodes()
    _update_grades(judgements, codes)
    facts: dict[tuple[int, int, str], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        facts[judgement.inspection_id, judgement.domain_id, judgement.scope].append(judgement)
    decisions = FactDecisions(authorities)
    preferred = set[int]()
    for (inspection_id, domain_id, scope), group in facts.items():
        decided = decisions.value((inspection_id, ConflictField.GRADE, domain_id, scope))
        preferred.add(preferred_judgement(group, codes.grade(group[0].inspection.framework_id, decided)).pk)
    marked = Judgement.objects.filter(inspection__authority__in=authorities, is_preferred=True)
    demoted = set(marked.values_list("pk", flat=True)) - preferred
    promoted = {j.pk for j in judgements if j.pk in preferred and not j.is_preferred}
    if demoted:
        Judgement.objects.filter(pk__in=demoted).update(is_preferred=False)
    if promoted:
        Judgement.objects.filter(pk__in=promoted).update(is_preferred=True)


def live_judgements(authorities: Collection[int]) -> list[Judgement]:
    """Return all live judgements on authorities, with report and inspection, in a fixed order."""
    rows = Judgement.objects.live().filter(inspection__authority__in=authorities, report__retired_at__isnull=True)
    return list(rows.select_related("report", "inspection").order_by("report__identity", "ordinal", "anchor"))


def preferred_judgement(judgements: Sequence[Judgement], decided: int | None = None) -> Judgement:
    """Return the preferred one of the judgements of the same inspection, domain and scope.

    ``decided`` is the key of the grade that a person chose.
    """
    reported = [judgement for judgement in judgements if judgement.basis == Basis.REPORTED]
    reports = Counter((judgement.report.by_inspectorate, judgement.grade_id) for judgement in reported)
    return min(
        judgements,
        key=lambda j: (
            not j.report.is_public,
            decided is not None and j.grade_id != decided,
            j.basis != Basis.PRIMARY,
            j.grade_id is None,
            not j.report.by_inspectorate,
            -reports[j.report.by_inspectorate, j.grade_id],
            j.report.published or "9999",
            j.report.identity,
            j.ordinal,
        ),
    )


def grade_id_of(codes: ReferenceCodes, framework_id: int | None, code: str | None) -> tuple[int | None, str]:
    """Return the id of the grade on the framework's scale; if the scale has no such grade, None and the absence."""
    grade_id = codes.grade(framework_id, code)
    return grade_id, "" if grade_id else Absence.NOT_READ


def _grade_code(judgement: Judgement, codes: ReferenceCodes) -> str | None:
    """Return the grade's code as read or corrected, also where no scale had it at an earlier reconciliation."""
    if judgement.grade_id:
        return codes.grade_codes[judgement.grade_id]
    code: str | None = judgement.read.get("grade") if judgement.absence == Absence.NOT_READ else None
    return code


def _update_grades(judgements: Sequence[Judgement], codes: ReferenceCodes) -> None:
    """Take each grade from the scale of the inspection's framework, which may have become known only now."""
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
