"""Conflicts between documents: facts of an inspection on which they disagree, and a notice on each report that differs.

Compared are the dates of all statements about an inspection, to the precision that is printed; the surnames of lead
inspectors; and the grades of the same domain and scope. The preferred value is that of the inspection and of the
preferred judgement. Statements and judgements of hidden reports take no part. What a person decided raises no notice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from inspections.documents.notices import replace_notices
from inspections.models import (
    Conflict,
    ConflictDecision,
    ConflictSide,
    FrameworkDomain,
    Grade,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    Report,
)
from inspections.models.partial_dates import agree, display
from inspections.notice_codes import NoticeCode
from inspections.reconciliation.decisions import FactDecisions, FactKey
from inspections.reconciliation.judgements import live_judgements
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import Absence, ConflictField, NoticeLevel

STATEMENT_FIELDS = (
    (ConflictField.STARTED, "started"),
    (ConflictField.ENDED, "ended"),
    (ConflictField.PUBLISHED, "published"),
    (ConflictField.LEAD_INSPECTOR, "lead_inspector"),
)
RECONCILIATION_CODES = (
    NoticeCode.CONFLICT,
    NoticeCode.INSPECTION_AMBIGUOUS,
    NoticeCode.GRADE_OUTSIDE_SCALE,
    NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK,
)


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One report's value of a fact, with its place, and whether it is the preferred value."""

    report: Report
    value: str
    printed: str
    anchor: str
    page: int | None
    line: int | None
    where: str
    is_preferred: bool


Conflicts = dict[FactKey, tuple[StatedValue, ...]]


def update_conflicts(authorities: Collection[int], ambiguous: Sequence[InspectionStatement] = ()) -> None:
    """Update the conflicts of authorities and the notices about them; ``ambiguous`` statements get a notice each."""
    published = InspectionStatement.objects.published().about(authorities)
    statements = published.select_related("report", "inspection").order_by("report__identity", "anchor")
    judgements = live_judgements(authorities)
    conflicts = find_conflicts(statements, (j for j in judgements if j.report.is_public), ReferenceCodes())
    decisions = FactDecisions(authorities)
    _save(authorities, conflicts, decisions)
    undecided = {fact: sides for fact, sides in conflicts.items() if not _decision(decisions, fact, sides)}
    notices = (*_conflict_notices(undecided), *_ambiguity_notices(ambiguous), *_judgement_notices(judgements))
    replace_notices(_stored_notices(authorities), list(notices))


def _stored_notices(authorities: Collection[int]) -> QuerySet[Notice]:
    """The notices of earlier reconciliations of authorities, on their reports and on their records in other reports."""
    here = {"report": OuterRef("report"), "anchor": OuterRef("anchor")}
    statements = InspectionStatement.objects.filter(authority__in=authorities, **here)
    judgements = Judgement.objects.filter(inspection__authority__in=authorities, **here)
    in_others = Q(report__authority=None) & (Exists(statements) | Exists(judgements))
    return Notice.objects.filter(Q(report__authority__in=authorities) | in_others, code__in=RECONCILIATION_CODES)


def find_conflicts(
    statements: Iterable[InspectionStatement], judgements: Iterable[Judgement], codes: ReferenceCodes
) -> Conflicts:
    """Return all facts on which the statements and judgements disagree, with the value of each report."""
    statements_by_inspection: dict[Inspection, list[InspectionStatement]] = defaultdict(list)
    for statement in statements:
        statements_by_inspection[statement.inspection].append(statement)
    judgements_by_fact: dict[FactKey, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        key = (judgement.inspection_id, ConflictField.GRADE, judgement.domain_id, judgement.scope)
        judgements_by_fact[key].append(judgement)
    sides: Conflicts = {}
    for inspection, group in statements_by_inspection.items():
        for code, name in STATEMENT_FIELDS:
            values = _values_of_statements(group, name, getattr(inspection, name))
            sides[inspection.pk, code, None, ""] = _conflicting(values)
    for fact, same_fact in judgements_by_fact.items():
        sides[fact] = _conflicting(_values_of_judgements(same_fact, codes))
    return {fact: values for fact, values in sides.items() if values}


def _surname(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def _values_of_statements(
    statements: Iterable[InspectionStatement], name: str, preferred: str
) -> Iterator[StatedValue]:
    for s in statements:
        value = getattr(s, name)
        if value:
            same = _surname(value) == _surname(preferred) if name == "lead_inspector" else agree(value, preferred)
            yield StatedValue(s.report, value, s.printed, s.anchor, s.page, s.line, s.where, same)


def _values_of_judgements(judgements: Iterable[Judgement], codes: ReferenceCodes) -> Iterator[StatedValue]:
    graded = [j for j in judgements if j.grade_id]
    preferred = next((j.grade_id for j in graded if j.is_preferred), None)
    for j in graded:
        code, same = codes.grade_codes[j.grade_id or 0], j.grade_id == preferred
        yield StatedValue(j.report, code, j.grade_wording, j.anchor, j.page, j.line, j.where, same)


def _conflicting(values: Iterable[StatedValue]) -> tuple[StatedValue, ...]:
    """Return the values, one for each report and value, or nothing when all are the preferred value.

    Preferred values come first, the most precise of them in front.
    """
    distinct: dict[tuple[int, str], StatedValue] = {}
    for value in values:
        distinct.setdefault((value.report.pk, value.value), value)
    ordered = sorted(distinct.values(), key=lambda v: (not v.is_preferred, -len(v.value), v.report.identity, v.value))
    return tuple(ordered) if any(not value.is_preferred for value in ordered) else ()


def _side_key(side: ConflictSide | StatedValue) -> tuple[object, ...]:
    report = side.report_id if isinstance(side, ConflictSide) else side.report.pk
    return (report, side.value, side.printed, side.anchor, side.page, side.line, side.where, side.is_preferred)


def _decision(decisions: FactDecisions, fact: FactKey, sides: Iterable[StatedValue]) -> ConflictDecision | None:
    return decisions.of_conflict(fact, (side.value for side in sides))


def _save(authorities: Collection[int], conflicts: Conflicts, decisions: FactDecisions) -> None:
    """Store the conflicts. Rows that are unchanged keep their key; all others are written anew."""
    new = dict(conflicts)
    stored = Conflict.objects.filter(inspection__authority__in=authorities).prefetch_related("sides")
    for conflict in stored:
        fact = (conflict.inspection_id, conflict.field, conflict.domain_id, conflict.scope)
        sides = sorted(map(_side_key, conflict.sides.all()), key=repr)
        if fact in new and sides == sorted(map(_side_key, new[fact]), key=repr):
            _attach_decision(conflict, _decision(decisions, fact, new[fact]))
            del new[fact]
        else:
            conflict.delete()
    rows = {
        fact: Conflict(
            inspection_id=fact[0], field=fact[1], domain_id=fact[2], scope=fact[3],
            decision=_decision(decisions, fact, sides),
        )
        for fact, sides in new.items()
    }  # fmt: skip
    Conflict.objects.bulk_create(rows.values())
    ConflictSide.objects.bulk_create(
        ConflictSide(
            conflict=rows[fact], report=side.report, value=side.value, printed=side.printed, anchor=side.anchor,
            page=side.page, line=side.line, where=side.where, is_preferred=side.is_preferred,
        )
        for fact, sides in new.items()
        for side in sides
    )  # fmt: skip


def _attach_decision(conflict: Conflict, decision: ConflictDecision | None) -> None:
    if conflict.decision_id != (decision.pk if decision else None):
        conflict.decision = decision
        conflict.save(update_fields=["decision"])


def _notice(place: StatedValue | InspectionStatement | Judgement, code: NoticeCode, message: str) -> Notice:
    return Notice(
        source_id=place.report.source_id, report=place.report, level=NoticeLevel.WARNING, code=code, message=message,
        page=place.page, line=place.line, where=place.where, anchor=place.anchor,
    )  # fmt: skip


def _display_value(field: str, value: str, grade_names: dict[str, str]) -> str:
    if field == ConflictField.GRADE:
        return f"“{grade_names.get(value, value)}”"
    return display(value) if field != ConflictField.LEAD_INSPECTOR else value


def _conflict_notices(conflicts: Conflicts) -> Iterator[Notice]:
    """Make a notice for each value that is not the preferred one."""
    names = dict(Grade.objects.order_by("-framework__first_year").values_list("code", "name"))
    for (_, field, _, _), sides in conflicts.items():
        preferred = next((side for side in sides if side.is_preferred), None)
        label = ConflictField(field).label.lower()
        for side in (side for side in sides if not side.is_preferred):
            here = f"The {label} of the inspection is {_display_value(field, side.value, names)} here"
            other = (
                f"; “{preferred.report.title}” has {_display_value(field, preferred.value, names)}, which is preferred"
                if preferred
                else ""
            )
            yield _notice(side, NoticeCode.CONFLICT, f"{here}{other}. Compare the two places.")


def _ambiguity_notices(ambiguous: Iterable[InspectionStatement]) -> Iterator[Notice]:
    message = "Several inspections of the authority match this statement, so it was kept apart. Correct its dates."
    for statement in ambiguous:
        yield _notice(statement, NoticeCode.INSPECTION_AMBIGUOUS, message)


def _judgement_notices(judgements: Iterable[Judgement]) -> Iterator[Notice]:
    """Make notices for judgements whose domain or grade is not part of the framework of their inspection."""
    framework_domains = set(FrameworkDomain.objects.values_list("framework_id", "domain_id"))
    for judgement in judgements:
        framework_id = judgement.inspection.framework_id
        if framework_id and (framework_id, judgement.domain_id) not in framework_domains:
            message = (
                f"“{judgement.domain_wording}” is not a domain that the framework of the inspection judges. "
                "Compare with the document."
            )
            yield _notice(judgement, NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK, message)
        if judgement.absence == Absence.NOT_READ and judgement.read.get("grade"):
            message = (
                f"“{judgement.grade_wording}” is no grade of the framework of the inspection, or the framework is not "
                "known; the judgement was loaded without a grade."
            )
            yield _notice(judgement, NoticeCode.GRADE_OUTSIDE_SCALE, message)
