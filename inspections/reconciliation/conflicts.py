"""Where documents disagree about one fact of an inspection: rows for the pages, and a notice on each report that is not followed.

Compared are the dates of all statements of an inspection as far as they are printed, the surnames of lead inspectors, and the grades of
the same domain and scope. The preferred value is that of the inspection and of the preferred judgement. What is hidden from the public
disagrees with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspections.documents.notices import replace_notices
from inspections.models import (
    Conflict,
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
from inspections.reconciliation.judgements import live_judgements
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import Absence, ConflictField, NoticeLevel

DATE_FIELDS = (
    (ConflictField.STARTED, "started"),
    (ConflictField.ENDED, "ended"),
    (ConflictField.PUBLISHED, "published"),
)
CONFLICT_CODES = (
    NoticeCode.CONFLICT,
    NoticeCode.INSPECTION_AMBIGUOUS,
    NoticeCode.GRADE_OUTSIDE_SCALE,
    NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK,
)
Fact = tuple[int, str, int | None, str]


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One report's value, where it stands, and whether it is the preferred one."""

    report: Report
    value: str
    printed: str
    anchor: str
    page: int | None
    line: int | None
    is_preferred: bool


def _surname(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def _statement_sides(statements: Iterable[InspectionStatement], name: str, preferred: str) -> Iterator[StatedValue]:
    for s in statements:
        value = getattr(s, name)
        if value:
            same = _surname(value) == _surname(preferred) if name == "lead_inspector" else agree(value, preferred)
            yield StatedValue(s.report, value, s.printed, s.anchor, s.page, s.line, same)


def _grade_sides(judgements: Iterable[Judgement], codes: ReferenceCodes) -> Iterator[StatedValue]:
    graded = [j for j in judgements if j.grade_id]
    preferred = next((j.grade_id for j in graded if j.is_preferred), None)
    for j in graded:
        yield StatedValue(
            j.report,
            codes.grade_codes[j.grade_id or 0],
            j.grade_wording,
            j.anchor,
            j.page,
            j.line,
            j.grade_id == preferred,
        )


def _disagree(sides: Iterable[StatedValue]) -> tuple[StatedValue, ...]:
    """One side for each report and value, the preferred one first and at its most precise; none at all when they agree."""
    kept: dict[tuple[int, str], StatedValue] = {}
    for side in sides:
        kept.setdefault((side.report.pk, side.value), side)
    ordered = sorted(kept.values(), key=lambda s: (not s.is_preferred, -len(s.value), s.report.identity, s.value))
    return tuple(ordered) if any(not side.is_preferred for side in ordered) else ()


def find_conflicts(
    statements: Iterable[InspectionStatement], judgements: Iterable[Judgement], codes: ReferenceCodes
) -> dict[Fact, tuple[StatedValue, ...]]:
    """All facts on which the statements and judgements disagree, with their sides."""
    by_inspection: dict[Inspection, list[InspectionStatement]] = defaultdict(list)
    for statement in statements:
        by_inspection[statement.inspection].append(statement)
    by_fact: dict[Fact, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_fact[judgement.inspection_id, ConflictField.GRADE, judgement.domain_id, judgement.scope].append(judgement)
    found: dict[Fact, tuple[StatedValue, ...]] = {}
    for inspection, stated in by_inspection.items():
        for code, name in (*DATE_FIELDS, (ConflictField.LEAD_INSPECTOR, "lead_inspector")):
            sides = _statement_sides(stated, name, getattr(inspection, name))
            found[inspection.pk, code, None, ""] = _disagree(sides)
    for fact, group in by_fact.items():
        found[fact] = _disagree(_grade_sides(group, codes))
    return {fact: sides for fact, sides in found.items() if sides}


def _facts(side: ConflictSide | StatedValue) -> tuple[object, ...]:
    report = side.report_id if isinstance(side, ConflictSide) else side.report.pk
    return (report, side.value, side.printed, side.anchor, side.page, side.line, side.is_preferred)


def _save(authority_id: int, found: dict[Fact, tuple[StatedValue, ...]]) -> None:
    stored = Conflict.objects.filter(inspection__authority_id=authority_id).prefetch_related("sides")
    for conflict in stored:
        fact = (conflict.inspection_id, conflict.field, conflict.domain_id, conflict.scope)
        sides = sorted(map(_facts, conflict.sides.all()), key=repr)
        if fact in found and sides == sorted(map(_facts, found[fact]), key=repr):
            found = {key: value for key, value in found.items() if key != fact}
        else:
            conflict.delete()
    new = {fact: Conflict(inspection_id=fact[0], field=fact[1], domain_id=fact[2], scope=fact[3]) for fact in found}
    Conflict.objects.bulk_create(new.values())
    ConflictSide.objects.bulk_create(
        ConflictSide(
            conflict=new[fact], report=side.report, value=side.value, printed=side.printed, anchor=side.anchor,
            page=side.page, line=side.line, is_preferred=side.is_preferred,
        )
        for fact, sides in found.items()
        for side in sides
    )  # fmt: skip


def _notice(side: StatedValue, code: NoticeCode, message: str) -> Notice:
    return Notice(
        source_id=side.report.source_id, report=side.report, level=NoticeLevel.WARNING, code=code, message=message,
        page=side.page, line=side.line, anchor=side.anchor,
    )  # fmt: skip


def _value(field: str, value: str, names: dict[str, str]) -> str:
    if field == ConflictField.GRADE:
        return f"“{names.get(value, value)}”"
    return display(value) if field != ConflictField.LEAD_INSPECTOR else value


def _conflict_notices(found: dict[Fact, tuple[StatedValue, ...]]) -> Iterator[Notice]:
    names = dict(Grade.objects.order_by("-framework__first_year").values_list("code", "name"))
    for (_, field, _, _), sides in found.items():
        preferred = next((side for side in sides if side.is_preferred), None)
        label = ConflictField(field).label.lower()
        for side in sides:
            if side.is_preferred:
                continue
            says = f"The {label} of the inspection is {_value(field, side.value, names)} here"
            other = (
                f"; “{preferred.report.title}” has {_value(field, preferred.value, names)}, which is preferred"
                if preferred
                else ""
            )
            yield _notice(side, NoticeCode.CONFLICT, f"{says}{other}. Compare the two places.")


def _doubt_notices(ambiguous: Iterable[InspectionStatement], judgements: Iterable[Judgement]) -> Iterator[Notice]:
    for s in ambiguous:
        side = StatedValue(s.report, "", s.printed, s.anchor, s.page, s.line, False)
        message = (
            "Several inspections of the authority answer to what is said here; it was kept apart. Correct its dates."
        )
        yield _notice(side, NoticeCode.INSPECTION_AMBIGUOUS, message)
    in_framework = set(FrameworkDomain.objects.values_list("framework_id", "domain_id"))
    for j in judgements:
        if j.inspection.framework_id and (j.inspection.framework_id, j.domain_id) not in in_framework:
            side = StatedValue(j.report, "", j.domain_wording, j.anchor, j.page, j.line, False)
            message = f"“{j.domain_wording}” is nothing that the framework of the inspection judges. Compare with the document."
            yield _notice(side, NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK, message)
        if j.absence == Absence.NOT_READ and j.read.get("grade"):
            side = StatedValue(j.report, "", j.grade_wording, j.anchor, j.page, j.line, False)
            message = (
                f"“{j.grade_wording}” is no grade of the framework of the inspection, or the framework is not known; "
                "the judgement was loaded without a grade."
            )
            yield _notice(side, NoticeCode.GRADE_OUTSIDE_SCALE, message)


def update_conflicts(authority_id: int, ambiguous: Sequence[InspectionStatement] = ()) -> None:
    """Bring the conflicts of an authority, and the notices about them, up to date."""
    shown = InspectionStatement.objects.published().filter(report__authority_id=authority_id)
    statements = shown.select_related("report", "inspection").order_by("report__identity", "anchor")
    judgements = live_judgements(authority_id)
    found = find_conflicts(statements, (j for j in judgements if j.report.is_public), ReferenceCodes())
    _save(authority_id, found)
    stored = Notice.objects.filter(report__authority_id=authority_id, code__in=CONFLICT_CODES)
    replace_notices(stored, [*_conflict_notices(found), *_doubt_notices(ambiguous, judgements)])
