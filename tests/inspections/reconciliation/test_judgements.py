"""Which of several judgements of one inspection, domain and scope is preferred: one test for each rule, in order."""

from typing import Any

import pytest

from inspections.models import Inspection, Judgement, Report
from inspections.reconciliation import reconcile_judgements
from inspections.vocabulary import Absence
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspection() -> Inspection:
    return builders.inspection()


def stated(inspection: Inspection, published: str, grade: str | None = "good", **values: Any) -> Judgement:
    """A judgement in a report of its own that is not preferred yet."""
    about = {name: values.pop(name) for name in ("visibility", "kind", "by_inspectorate") if name in values}
    report: Report = builders.report(of=inspection, published=published, **about)
    return builders.judgement(report, grade_code=grade, is_preferred=False, **values)


def preferred(inspection: Inspection) -> Judgement:
    reconcile_judgements([inspection.authority_id])
    return Judgement.objects.preferred().get()


def test_a_primary_judgement_is_preferred_to_any_number_of_reported_ones(inspection):
    for day in ("2015-12-01", "2015-12-02"):
        stated(inspection, day, "inadequate", basis="reported")
    primary = stated(inspection, "2016-01-01")
    assert preferred(inspection) == primary


def test_a_judgement_of_a_public_report_is_preferred_to_one_of_a_hidden_report(inspection):
    stated(inspection, "2015-12-01", visibility="hidden")
    public = stated(inspection, "2016-01-01")
    assert preferred(inspection) == public


def test_a_public_reported_judgement_is_preferred_to_a_hidden_primary_one(inspection):
    hidden = stated(inspection, "2015-12-01", "inadequate", visibility="hidden")
    public = stated(inspection, "2016-01-01", basis="reported")
    assert preferred(inspection) == public
    hidden.report.visibility = "published"
    hidden.report.save()
    assert preferred(inspection) == hidden


def test_a_judgement_with_a_grade_is_preferred_to_one_without(inspection):
    stated(inspection, "2015-12-01", None)
    graded = stated(inspection, "2016-01-01")
    assert preferred(inspection) == graded


def test_the_grade_that_most_documents_report_is_preferred(inspection):
    stated(inspection, "2015-12-01", "inadequate", basis="reported")
    often = [stated(inspection, day, basis="reported") for day in ("2016-01-01", "2016-02-01")]
    assert preferred(inspection) == often[0]


def test_what_an_inspectorate_reports_is_preferred_to_what_most_papers_report(inspection):
    for day in ("2015-12-01", "2015-12-02"):
        stated(inspection, day, "inadequate", basis="reported", kind="cabinet-report")
    told = stated(inspection, "2016-02-01", basis="reported", kind="outcomes-table", by_inspectorate=True)
    assert preferred(inspection) == told


def test_a_table_that_others_collected_counts_like_a_paper(inspection):
    stated(inspection, "2016-01-01", "inadequate", basis="reported", kind="outcomes-table")
    first = stated(inspection, "2015-12-01", basis="reported", kind="cabinet-report")
    assert preferred(inspection) == first


def test_the_earliest_document_is_preferred_and_one_without_a_date_comes_last(inspection):
    stated(inspection, "", basis="reported")
    stated(inspection, "2016-01-01", basis="reported")
    earliest = stated(inspection, "2015-12-01", basis="reported")
    assert preferred(inspection) == earliest


def test_another_scope_is_another_fact(inspection):
    council, health = (stated(inspection, "2015-12-01", scope=scope) for scope in ("council", "health"))
    reconcile_judgements([inspection.authority_id])
    assert set(Judgement.objects.preferred()) == {council, health}


def test_a_grade_moves_to_the_scale_of_the_framework_that_the_inspection_has_now(inspection):
    ungraded = stated(inspection, "2015-11-01", None)
    judged, later = stated(inspection, "2015-12-01"), stated(inspection, "2015-12-02")
    inspection.framework = builders.framework("ilacs")
    inspection.save()
    scale = builders.grade("good", "ilacs")
    reconcile_judgements([inspection.authority_id])
    found = {j.pk: (j.grade, j.absence) for j in Judgement.objects.all()}
    assert found == {ungraded.pk: (None, "not-judged"), judged.pk: (scale, ""), later.pk: (scale, "")}


def test_a_grade_that_no_scale_has_is_kept_as_read_until_the_framework_is_known(inspection):
    judged = stated(inspection, "2015-12-01", "good", read={"grade": "good"})
    inspection.framework = None
    inspection.save()
    reconcile_judgements([inspection.authority_id])
    judged.refresh_from_db()
    assert (judged.grade, judged.absence) == (None, Absence.NOT_READ)
    inspection.framework = builders.framework("sif")
    inspection.save()
    reconcile_judgements([inspection.authority_id])
    judged.refresh_from_db()
    assert (judged.grade, judged.absence) == (builders.grade("good"), "")


def test_the_judgements_of_another_authority_are_left_alone(inspection):
    elsewhere = builders.inspection(authority=builders.authority("Kent"))
    other = builders.judgement(builders.report(of=elsewhere))
    mine = stated(inspection, "2015-12-01")
    reconcile_judgements([inspection.authority_id])
    assert set(Judgement.objects.preferred()) == {other, mine}


def test_of_equal_judgements_that_of_the_report_that_comes_first_by_name_is_preferred(inspection):
    last, first = (builders.report(of=inspection, identity=name) for name in ("b", "a"))
    for report in (last, first):
        builders.judgement(report, is_preferred=False)
    assert preferred(inspection).report == first
