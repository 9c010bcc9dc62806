"""What follows from a correction: judgements, inspections, conflicts, references and addresses are reconciled anew."""

from dataclasses import replace
from typing import Any

import pytest

from findings.corrections.service import CorrectionError, correct, withdraw
from findings.models import CrossReference
from ingest.load import load
from inspections.models import Authority, Conflict, Inspection, InspectionStatement, Judgement, Report
from tests import builders
from tests.ingest.drafts_builder import (
    extraction,
    inspection,
    judgement,
    paper,
    sif,
)
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db
WHY = "It is printed otherwise on page 2."


@pytest.fixture
def overall() -> Judgement:
    load(extraction(sif(), name="a"))
    said = judgement(grade="inadequate", inspection=inspection("sif", "2015-06"), anchor="judgement-2015")
    load(extraction(paper(judgements=(said,)), name="b"))
    return Judgement.objects.preferred().for_domain("overall-effectiveness").get()


def test_an_inspection_whose_own_report_was_read_keeps_its_row_however_many_mentions_join_it(user):
    load(extraction(sif(), name="own"))
    for month in ("2016-02-01", "2016-03-01", "2016-04-01"):
        load(extraction(paper(published=month, mentions=(inspection("sif", "2014-03"),)), name=month))
    own = InspectionStatement.objects.get(is_own=True)
    row = own.inspection
    assert Inspection.objects.count() == 2
    for name, value in (("started", "2014-03-05"), ("ended", "2014-03-20"), ("published", "2014-04-30")):
        correct(own, name, value, WHY, user)
    assert Inspection.objects.get() == row


def test_correcting_a_grade_ends_the_conflict(overall, user):
    assert Conflict.objects.filter(field="grade").exists()
    made = correct(overall, "grade", "inadequate", WHY, user)
    assert overall.grade
    assert overall.grade.code == "inadequate"
    assert not Conflict.objects.filter(field="grade").exists()
    withdraw(made, "No.", user)
    assert Conflict.objects.filter(field="grade").exists()


def test_a_grade_and_the_reason_for_none_exclude_each_other(overall, user):
    made = correct(overall, "absence", "not-judged", WHY, user)
    assert (overall.grade, overall.absence) == (None, "not-judged")
    with pytest.raises(CorrectionError, match="withdraw that correction first"):
        correct(overall, "grade", "good", WHY, user)
    withdraw(made, "It was.", user)
    overall.refresh_from_db()
    correct(overall, "grade", "good", WHY, user)
    assert (overall.grade.code, overall.absence) == ("good", "")


@pytest.mark.parametrize(
    ("field", "value"), [("grade", "adequate"), ("grade", None), ("absence", ""), ("domain", None)]
)
def test_a_judgement_keeps_a_grade_of_its_scale_or_a_reason_and_a_domain(overall, user, field, value):
    with pytest.raises(CorrectionError):
        correct(overall, field, value, WHY, user)


def test_correcting_a_domain_lets_the_right_judgement_stand(overall, user):
    reported = Judgement.objects.get(basis="reported")
    assert not reported.is_preferred
    correct(reported, "domain", "leadership", WHY, user)
    assert reported.is_preferred
    assert overall.is_preferred


def test_correcting_a_statement_flows_to_the_inspection_and_its_conflicts(overall, user):
    statement = InspectionStatement.objects.get(is_own=False)
    correct(statement, "started", "2015-09-14", WHY, user)
    assert not Conflict.objects.filter(field="started").exists()
    own = InspectionStatement.objects.get(is_own=True)
    correct(own, "lead_inspector", "Ada Gray", WHY, user)
    correct(own, "started", "2015-09-15", WHY, user)
    found = Inspection.objects.get()
    assert (found.started, found.lead_inspector, found.slug) == ("2015-09-15", "Ada Gray", "sif-2015-09-14")
    read = sif()
    load(extraction(read, name="a"))
    found.refresh_from_db()
    assert found.started == "2015-09-15"


def test_two_inspections_that_a_correction_shows_to_be_one_become_one_with_all_that_hung_on_them(user):
    load(extraction(sif(), name="a"))
    misread = inspection("sif", "2015-06-14", "2015-06-18", published="2015-11-27")
    other = sif(inspection=misread, judgements=(judgement("leadership", "good"), judgement("care-leavers", "good")))
    load(extraction(other, name="b"))
    load(extraction(replace(other, judgements=other.judgements[:1]), name="b"))
    assert Inspection.objects.count() == 2
    before = set(Judgement.objects.values_list("pk", flat=True))
    for field, value in (("ended", "2015-10-08"), ("started", "2015-09-14")):
        correct(InspectionStatement.objects.get(report__source__name="b"), field, value, WHY, user)
    merged = Inspection.objects.get()
    assert set(merged.judgements.values_list("pk", flat=True)) == before
    assert set(Report.objects.values_list("inspection", flat=True)) == {merged.pk}
    assert {merged.slug, *merged.former_slugs} == {"sif-2015-09-14", "sif-2015-06-14"}


def test_a_date_that_is_no_date_is_refused(overall, user):
    with pytest.raises(CorrectionError, match="Give a date"):
        correct(InspectionStatement.objects.get(is_own=True), "started", "14 September", WHY, user)


def test_reports_are_corrected_too_and_keep_their_address(three, user):
    report = three.report
    correct(report, "title", "Inspection of Wexcombe", WHY, user)
    correct(report, "published", "2016-01-04", WHY, user)
    load(extraction(sif(), content="report.txt"))
    report.refresh_from_db()
    assert (report.title, report.year, report.slug) == ("Inspection of Wexcombe", 2016, "sif-2015-11-27")


def test_an_authority_that_was_not_told_can_be_set_and_the_next_reading_loads_the_judgements(user):
    load(extraction(sif(authority=None)))
    report: Any = Report.objects.get()
    correct(report, "authority", Authority.objects.get(la_code="999"), WHY, user)
    load(extraction(sif(authority=None)))
    report.refresh_from_db()
    assert report.authority.name == "Wexcombe"
    assert Judgement.objects.count() == 2
    assert report.inspection.slug == "sif-2015-09-14"


def test_correcting_a_number_moves_references_and_the_range_of_evidence(three, user):
    load(extraction(sif()))
    adoption = Judgement.objects.get(domain__code="adoption")
    reference = CrossReference.objects.get()
    made = correct(three, "ref", "33", WHY, user)
    reference.refresh_from_db()
    adoption.refresh_from_db()
    assert (reference.target_finding, reference.reason) == (None, "There is no paragraph 3 in this report.")
    assert adoption.evidence_range == "2, 33, 4"
    before = everything()
    load(extraction(sif()))
    reference.refresh_from_db()
    adoption.refresh_from_db()
    assert (reference.target_finding, adoption.evidence_range) == (None, "2, 33, 4")
    assert everything()["CrossReference"] == before["CrossReference"]
    withdraw(made, "No.", user)
    reference.refresh_from_db()
    assert reference.target_finding == three


def test_correcting_the_number_of_a_recommendation_moves_references_to_it(user):
    plan = builders.report("improvement-plan")
    asked = builders.recommendation(plan, "3")
    reference = builders.reference_to(builders.action(plan), asked)
    correct(asked, "ref", "4", WHY, user)
    reference.refresh_from_db()
    assert (reference.target_recommendation, reference.reason) == (None, "There is no recommendation 3 in this report.")


def test_the_year_of_a_report_without_a_date_is_that_of_its_inspection(three, user):
    correct(three.report, "published", "", WHY, user)
    three.report.refresh_from_db()
    assert (three.report.published, three.report.year) == ("", 2015)


def test_a_report_that_goes_to_another_authority_gives_way_to_the_address_that_is_taken_there(three, user):
    kent = builders.authority("Kent")
    builders.report(authority=kent, slug=three.report.slug)
    correct(three.report, "authority", kent, WHY, user)
    three.report.refresh_from_db()
    assert (three.report.authority, three.report.slug) == (kent, "sif-2015-11-27-2")


def test_an_address_that_is_taken_up_again_is_no_former_one(user):
    load(extraction(paper(mentions=(inspection("sif", "2015-06"),))))
    statement = InspectionStatement.objects.get()
    made = correct(statement, "started", "2015-07", WHY, user)
    withdraw(made, "It was June.", user)
    found = Inspection.objects.get()
    assert (found.slug, found.former_slugs) == ("sif-2015-06", ["sif-2015-07"])
