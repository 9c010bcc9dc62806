"""Which of several judgements of one inspection, domain and scope stands: the rules in their order, one a test."""

from typing import Any

import pytest

from inspections.models import Inspection, Judgement, Report
from inspections.reconciliation import reconcile_judgements
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspection() -> Inspection:
    return builders.inspection()


def stated(inspection: Inspection, published: str, grade: str | None = "good", **values: Any) -> Judgement:
    """A judgement in a report of its own, that does not stand yet."""
    is_public = values.pop("is_public", True)
    report: Report = builders.report(of=inspection, published=published, is_public=is_public)
    return builders.judgement(report, grade_code=grade, is_preferred=False, **values)


def preferred(inspection: Inspection) -> Judgement:
    reconcile_judgements(inspection.authority_id)
    return Judgement.objects.preferred().get()


def test_a_primary_one_stands_before_any_number_that_is_reported(inspection):
    for day in ("2015-12-01", "2015-12-02"):
        stated(inspection, day, "inadequate", basis="reported")
    primary = stated(inspection, "2016-01-01")
    assert preferred(inspection) == primary


def test_one_of_a_public_report_stands_before_one_that_is_hidden(inspection):
    stated(inspection, "2015-12-01", is_public=False)
    public = stated(inspection, "2016-01-01")
    assert preferred(inspection) == public


def test_a_reported_one_that_is_public_stands_before_a_primary_one_that_is_hidden(inspection):
    hidden = stated(inspection, "2015-12-01", "inadequate", is_public=False)
    public = stated(inspection, "2016-01-01", basis="reported")
    assert preferred(inspection) == public
    hidden.report.is_public = True
    hidden.report.save()
    assert preferred(inspection) == hidden


def test_one_with_a_grade_stands_before_one_without(inspection):
    stated(inspection, "2015-12-01", None)
    graded = stated(inspection, "2016-01-01")
    assert preferred(inspection) == graded


def test_what_most_documents_report_stands(inspection):
    stated(inspection, "2015-12-01", "inadequate", basis="reported")
    often = [stated(inspection, day, basis="reported") for day in ("2016-01-01", "2016-02-01")]
    assert preferred(inspection) == often[0]


def test_else_the_earliest_document_stands_and_one_without_a_date_comes_last(inspection):
    stated(inspection, "", basis="reported")
    stated(inspection, "2016-01-01", basis="reported")
    earliest = stated(inspection, "2015-12-01", basis="reported")
    assert preferred(inspection) == earliest


def test_another_scope_is_another_fact(inspection):
    council, health = (stated(inspection, "2015-12-01", scope=scope) for scope in ("council", "health"))
    reconcile_judgements(inspection.authority_id)
    assert set(Judgement.objects.preferred()) == {council, health}
