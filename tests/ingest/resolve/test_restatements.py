"""Recommendations that one document takes over from another, whichever was loaded first."""

import pytest

from findings.models import Recommendation
from ingest.load import load
from inspections.vocabulary import ReportKind
from tests.ingest.drafts_builder import (
    extraction,
    paper,
    recommendation,
)

pytestmark = pytest.mark.django_db


SAID = "That a board be set up that meets every month and reports to the minister on what has been done."


def commissioner(**values):
    return paper(ReportKind.COMMISSIONER_REPORT, "2016-01-10", recommendations=(recommendation("1", SAID),), **values)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_recommendation_in_near_identical_words_restates_the_original_whichever_comes_first(order):
    cabinet = paper(recommendations=(recommendation("4", SAID.replace("be set up", "is set up")), recommendation("5")))
    documents = [extraction(commissioner(), name="a"), extraction(cabinet, name="b")]
    for place in order:
        load(documents[place])
    restating = Recommendation.objects.get(report__kind="cabinet-report", ref="4")
    assert restating.restates
    assert restating.restates.report.kind == "commissioner-report"
    assert Recommendation.objects.filter(restates__isnull=False).count() == 1


def test_two_equally_near_originals_leave_a_recommendation_without_one():
    twins = (recommendation("1", SAID + " Now."), recommendation("2", SAID + " Too."))
    load(extraction(paper(ReportKind.COMMISSIONER_REPORT, "2016-01-10", recommendations=twins), name="a"))
    load(extraction(paper(recommendations=(recommendation("4", SAID),)), name="b"))
    assert not Recommendation.objects.filter(restates__isnull=False).exists()


def test_the_same_words_in_one_report_are_no_restatement():
    load(extraction(paper(recommendations=(recommendation("1", SAID), recommendation("2", SAID)))))
    assert not Recommendation.objects.filter(restates__isnull=False).exists()


def test_words_that_are_too_few_to_tell_where_they_come_from_restate_nothing():
    for kind, published in ((ReportKind.COMMISSIONER_REPORT, "2016-01-10"), (ReportKind.CABINET_REPORT, "2016-02-01")):
        load(extraction(paper(kind, published, recommendations=(recommendation("1", "Note the report."),)), name=kind))
    assert Recommendation.objects.count() == 2
    assert not Recommendation.objects.filter(restates__isnull=False).exists()
