"""Which inspections and statements the public pages show, and how an inspection is named."""

import pytest
from django.utils import timezone

from inspections.models import Inspection, InspectionStatement
from tests import builders

pytestmark = pytest.mark.django_db


def test_only_inspections_that_a_public_report_states_are_published():
    stated, hidden = builders.inspection(), builders.inspection(started="2016-01-11")
    builders.inspection(started="2017-01-09")
    builders.statement(builders.report(of=stated), stated)
    builders.statement(builders.report(of=hidden, visibility="hidden"), hidden)
    assert list(Inspection.objects.published()) == [stated]


def test_an_inspection_that_several_reports_state_is_published_once():
    stated = builders.inspection()
    for _ in range(2):
        builders.statement(builders.report(of=stated), stated)
    assert list(Inspection.objects.published()) == [stated]


def test_statements_are_live_until_they_or_their_report_are_retired():
    inspection = builders.inspection()
    report, retired_report = builders.report(of=inspection), builders.report(of=inspection, retired_at=timezone.now())
    live = builders.statement(report, inspection)
    builders.statement(report, inspection, retired_at=timezone.now())
    builders.statement(retired_report, inspection)
    assert list(InspectionStatement.objects.live()) == [live]


def test_statements_of_hidden_reports_are_live_but_not_published():
    inspection = builders.inspection()
    hidden = builders.statement(builders.report(of=inspection, visibility="hidden"), inspection)
    assert list(InspectionStatement.objects.live()) == [hidden]
    assert not InspectionStatement.objects.published().exists()


def test_mentioned_inspections_have_no_own_report():
    own, _ = builders.inspection(), builders.inspection(started="2013-01", is_reported_only=True)
    assert list(Inspection.objects.with_own_report()) == [own]


def test_an_inspection_is_named_by_authority_framework_and_first_day():
    inspection = builders.inspection()
    authority, framework = inspection.authority.name, builders.framework().short_name
    assert str(inspection) == f"{authority}, {framework}, 14 September 2015"


def test_an_inspection_without_framework_and_first_day_is_named_by_its_publication():
    inspection = builders.inspection(None, started="", published="2013-01")
    assert str(inspection) == f"{inspection.authority.name}, Inspection, January 2013"


def test_a_statement_is_named_by_its_printed_words_or_else_its_first_day():
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    printed = builders.statement(report, inspection, printed="in autumn 2015")
    assert str(printed).endswith(": in autumn 2015")
    assert str(builders.statement(report, inspection)).endswith(": 2015-09-14")
