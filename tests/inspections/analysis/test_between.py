"""Inspections that are known to lie between two judgements that are held."""

import pytest

from inspections.models import Inspection
from tests import builders
from tests.inspections.analysis.test_movement import asked
from tests.inspections.analysis.told import overall

pytestmark = pytest.mark.django_db


def test_inspections_that_are_known_between_two_are_named_and_not_passed_over_in_silence():
    kent = builders.authority("Kent")
    overall(kent, "2013-06-03", "inadequate", "sif")
    known = builders.inspection("sif", authority=kent, started="", published="2017-06-13", is_reported_only=True)
    builders.inspection("focused-visit", authority=kent, started="2018-05-01")
    builders.inspection("sif", authority=kent, started="2013", is_reported_only=True)
    last = overall(kent, "2022-05-09", "good")
    for one in Inspection.objects.filter(is_reported_only=True):
        builders.statement(last.report, one, is_own=False)
    type(last.inspection).objects.filter(pk=last.inspection_id).update(is_reported_only=True)
    found = asked()
    (row,) = found.rows
    assert [(one.key, one.words, one.is_read) for one in row.passed] == [(known.pk, "published 13 June 2017", False)]
    assert (row.was.is_read, row.now.is_read, found.passing) == (True, False, 1)


def test_inspections_whose_grades_are_held_are_no_gap_on_the_way_to_a_later_one():
    kent = builders.authority("Kent")
    for started, grade in (
        ("2013-06-03", "inadequate"),
        ("2016-06-06", "requires_improvement"),
        ("2019-05-06", "good"),
    ):
        overall(kent, started, grade, "sif")
    (row,) = asked("was=inadequate&now=good&reach=later").rows
    assert row.passed == ()
