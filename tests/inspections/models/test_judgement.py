"""The queries for judgements, and how a judgement is named."""

import pytest
from django.utils import timezone

from inspections.models import Judgement
from tests import builders

pytestmark = pytest.mark.django_db


def test_preferred_leaves_out_judgements_that_do_not_count():
    report = builders.report(of=builders.inspection())
    preferred = builders.judgement(report)
    builders.judgement(report, is_preferred=False)
    assert list(Judgement.objects.preferred()) == [preferred]


def test_outcomes_of_whole_areas_are_not_judgements_of_services():
    of_services = builders.judgement(builders.report(of=builders.inspection()))
    unknown = builders.judgement(builders.report(of=builders.inspection(None, started="2013-01")))
    area = builders.report(of=builders.inspection("send", started="2018-03-05"))
    builders.judgement(area, grade_code=None)
    assert set(Judgement.objects.of_services()) == {of_services, unknown}


def test_judgements_are_found_by_the_code_of_their_domain():
    report = builders.report(of=builders.inspection())
    wanted = builders.judgement(report, "leadership")
    builders.judgement(report, "help-and-protection")
    assert list(Judgement.objects.for_domain("leadership")) == [wanted]


def test_judgements_are_found_by_a_live_paragraph_of_their_evidence():
    report = builders.report(of=builders.inspection())
    retired = builders.finding(report, "39", retired_at=timezone.now())
    wanted = builders.judgement(report, evidence=(builders.finding(report, "38"), retired))
    builders.judgement(report, "leadership", evidence=(builders.finding(report, "3.8"),))
    assert list(Judgement.objects.with_paragraph("38")) == [wanted]
    assert not Judgement.objects.with_paragraph("39").exists()


def test_a_judgement_is_named_by_its_wording_or_the_reason_for_having_no_grade():
    report = builders.report(of=builders.inspection())
    graded = builders.judgement(report, grade_wording="requires improvement to be good")
    assert str(graded) == f"{graded.domain_wording}: requires improvement to be good"
    absent = builders.judgement(report, "leadership", grade_code=None, grade_wording="")
    assert str(absent) == f"{absent.domain_wording}: Not judged"
