"""Conflicts between documents about an inspection, and the notices about them."""

from typing import Any

import pytest

from inspections.models import Conflict, ConflictSide, Inspection, InspectionStatement, Judgement, Notice, Report
from inspections.reconciliation import reconcile_judgements, update_conflicts
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

OUTSIDE_SIF = "staying-safe"


@pytest.fixture
def inspection() -> Inspection:
    return builders.inspection(lead_inspector="Ada Marsh")


@pytest.fixture
def own(inspection) -> Report:
    """The inspection's own report, which states the preferred dates."""
    report = builders.report(of=inspection)
    builders.statement(report, inspection, published=inspection.published, lead_inspector=inspection.lead_inspector)
    return report


def mention(inspection: Inspection, **values: Any) -> InspectionStatement:
    """A statement of another document about the inspection."""
    paper = builders.report("cabinet-report", published="2016-01-10", authority=inspection.authority)
    return builders.statement(paper, inspection, **{"started": "", "ended": "", "line": 12} | values)


def sides_of(field: str) -> list[tuple[str, str, bool]]:
    sides = ConflictSide.objects.filter(conflict__field=field)
    return [(side.report.kind, side.value, side.is_preferred) for side in sides]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"started": "2015-09-21"}, ["started"]),
        ({"started": "2015-09-14", "ended": "2015-10"}, []),
        ({"started": "2015", "ended": "2015-10-09"}, ["ended"]),
        ({"published": "2015-12"}, ["published"]),
        ({"started": "2014", "ended": "2014", "published": "2014"}, ["ended", "published", "started"]),
    ],
)
def test_dates_conflict_when_they_cannot_be_the_same_day(inspection, own, values, fields):
    mention(inspection, **values)
    update_conflicts([inspection.authority_id])
    assert sorted(Conflict.objects.values_list("field", flat=True)) == fields


@pytest.mark.parametrize(
    ("name", "disagrees"),
    [("Mrs A Marsh", False), ("ADA MARSH", False), ("Ada Marsch", True), ("Bea Brown", True), ("", False)],
)
def test_lead_inspectors_are_compared_by_their_surnames(inspection, own, name, disagrees):
    mention(inspection, lead_inspector=name)
    update_conflicts([inspection.authority_id])
    assert Conflict.objects.filter(field="lead-inspector").exists() == disagrees


def test_the_preferred_value_is_the_first_side_at_its_most_precise(inspection, own):
    mention(inspection, started="2015-09")
    mention(inspection, started="2015-09-21")
    update_conflicts([inspection.authority_id])
    assert sides_of("started") == [
        ("sif", "2015-09-14", True),
        ("cabinet-report", "2015-09", True),
        ("cabinet-report", "2015-09-21", False),
    ]
    message = Notice.objects.get(code="conflict").message
    assert message == (
        f"The first day of the inspection is 21 September 2015 here; “{own.title}” has 14 September 2015, "
        "which is preferred. Compare the two places."
    )


def test_a_side_and_its_notice_name_the_place(inspection, own):
    other = mention(inspection, started="2015-09-21", printed="from 21 September", page=4)
    update_conflicts([inspection.authority_id])
    side = ConflictSide.objects.get(report=other.report)
    assert (side.printed, side.anchor, side.page, side.line) == ("from 21 September", other.anchor, 4, 12)
    notice = Notice.objects.get(code="conflict")
    assert (notice.report, notice.source, notice.level) == (other.report, other.report.source, "warning")
    assert (notice.anchor, notice.page, notice.line) == (other.anchor, 4, 12)


def test_a_report_that_states_the_same_value_twice_is_one_side(inspection, own):
    other = mention(inspection, started="2015-09-21")
    builders.statement(other.report, inspection, started="2015-09-21")
    update_conflicts([inspection.authority_id])
    assert len(sides_of("started")) == 2


def test_reports_that_state_the_same_other_value_are_a_side_each(inspection, own):
    for _ in range(2):
        mention(inspection, started="2015-09-21")
    update_conflicts([inspection.authority_id])
    assert len(sides_of("started")) == 3
    assert Notice.objects.filter(code="conflict").count() == 2


def test_hidden_reports_are_in_no_conflict(inspection, own):
    other = mention(inspection, started="2015-09-21")
    Report.objects.filter(pk=other.report_id).update(visibility="hidden")
    update_conflicts([inspection.authority_id])
    assert not Conflict.objects.exists()


def judged(inspection: Inspection, grade: str, **values: Any) -> Judgement:
    paper = builders.report("cabinet-report", published="2016-01-10", authority=inspection.authority)
    values = {"inspection": inspection, "basis": "reported", "is_preferred": False} | values
    return builders.judgement(paper, grade_code=grade, **values)


def test_grades_of_the_same_domain_and_scope_conflict_with_the_preferred_judgement(inspection, own):
    builders.judgement(own, grade_code="good")
    judged(inspection, "inadequate")
    update_conflicts([inspection.authority_id])
    conflict = Conflict.objects.get()
    assert (conflict.field, conflict.domain, conflict.scope) == ("grade", builders.domain(), "")
    assert sides_of("grade") == [("sif", "good", True), ("cabinet-report", "inadequate", False)]
    message = Notice.objects.get().message
    assert message.startswith("The grade of the inspection is “Inadequate” here")
    assert "has “Good”, which is preferred" in message


@pytest.mark.parametrize(
    "values",
    [
        {"grade": "good"},
        {"grade": "inadequate", "scope": "council"},
        {"grade": "inadequate", "domain_code": "leadership"},
    ],
)
def test_grades_that_are_the_same_or_of_another_fact_do_not_conflict(inspection, own, values):
    builders.judgement(own, grade_code="good")
    judged(inspection, values.pop("grade"), **values)
    reconcile_judgements([inspection.authority_id])
    update_conflicts([inspection.authority_id])
    assert not Conflict.objects.exists()


def test_a_judgement_of_a_hidden_report_is_in_no_conflict(inspection, own):
    builders.judgement(own, grade_code="good")
    hidden = judged(inspection, "inadequate")
    Report.objects.filter(pk=hidden.report_id).update(visibility="hidden")
    update_conflicts([inspection.authority_id])
    assert not Conflict.objects.exists()


def test_an_unchanged_conflict_keeps_its_row(inspection, own):
    mention(inspection, started="2015-09-21")
    update_conflicts([inspection.authority_id])
    before = Conflict.objects.get().pk, list(ConflictSide.objects.values_list("pk", flat=True)), Notice.objects.get().pk
    update_conflicts([inspection.authority_id])
    assert before == (
        Conflict.objects.get().pk,
        list(ConflictSide.objects.values_list("pk", flat=True)),
        Notice.objects.get().pk,
    )


def test_a_conflict_follows_its_documents_and_goes_with_them(inspection, own):
    other = mention(inspection, started="2015-09-21")
    update_conflicts([inspection.authority_id])
    InspectionStatement.objects.filter(pk=other.pk).update(started="2015-09-22")
    update_conflicts([inspection.authority_id])
    assert sides_of("started") == [("sif", "2015-09-14", True), ("cabinet-report", "2015-09-22", False)]
    InspectionStatement.objects.filter(pk=other.pk).update(started="2015-09-14")
    update_conflicts([inspection.authority_id])
    assert not Conflict.objects.exists()
    assert not Notice.objects.exists()


def test_notices_of_the_reading_stay(inspection, own):
    read = builders.notice(own.source, report=own)
    update_conflicts([inspection.authority_id])
    assert Notice.objects.get() == read


def test_an_ambiguous_statement_has_a_notice_at_its_place(inspection, own):
    other = mention(inspection, started="2015")
    update_conflicts([inspection.authority_id], (other,))
    notice = Notice.objects.get()
    assert (notice.code, notice.report, notice.anchor) == ("inspection-ambiguous", other.report, other.anchor)
    assert (notice.level, notice.line, notice.message) == (
        "warning", 12,
        "Several inspections of the authority match this statement, so it was kept apart. Correct its dates.",
    )  # fmt: skip


def test_a_domain_that_the_framework_does_not_judge_is_doubted(inspection, own):
    outside = builders.judgement(own, OUTSIDE_SIF)
    builders.judgement(own, "help-and-protection")
    update_conflicts([inspection.authority_id])
    notice = Notice.objects.get()
    assert (notice.code, notice.anchor) == ("domain-outside-framework", outside.anchor)
    assert notice.message == (
        f"“{outside.domain_wording}” is not a domain that the framework of the inspection judges. "
        "Compare with the document."
    )


def test_no_domain_of_an_unknown_framework_is_doubted(inspection):
    unknown = builders.inspection(None, started="2013-01")
    builders.judgement(builders.report(of=unknown), OUTSIDE_SIF)
    update_conflicts([inspection.authority_id])
    assert not Notice.objects.exists()


def test_a_grade_that_is_on_no_scale_is_doubted_if_one_was_read(inspection, own):
    off_scale = {"grade_code": None, "absence": "extraction-failed"}
    outside = builders.judgement(own, read={"grade": "adequate"}, grade_wording="adequate", **off_scale)
    builders.judgement(own, "leadership", **off_scale)
    update_conflicts([inspection.authority_id])
    notice = Notice.objects.get()
    assert (notice.code, notice.anchor) == ("grade-outside-scale", outside.anchor)
    assert notice.message == (
        "“adequate” is no grade of the framework of the inspection, or the framework is not known; the judgement was "
        "loaded without a grade."
    )
