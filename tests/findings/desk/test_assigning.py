"""Assigning places: who, by whom and when, one at a time, with the end of what was before."""

from typing import Any

import pytest

from findings.desk.assigning import assign, assignments_of, people
from findings.models import Assignment
from findings.permissions import EDITORS
from inspections.models import Report
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db: Any) -> Report:
    return build.report(of=build.inspection())


def test_a_place_is_given_taken_over_and_taken_away_and_all_of_it_is_kept(report):
    ada, ben = build.editor("ada"), build.editor("ben")
    made = assign(report, "warning-1", ada, ben)
    assert (made.assignee, made.made_by, made.ended_at) == (ada, ben, None)
    assert assign(report, "warning-1", ada, ada) == made, "to the same person: left as it is"
    second = assign(report, "warning-1", ben, ada)
    made.refresh_from_db()
    assert (made.ended_by, made.ended_at is not None) == (ada, True)
    assert assignments_of(report.pk, "warning-1").current == second
    assert assign(report, "warning-1", None, ben) is None
    assert assignments_of(report.pk, "warning-1").current is None
    assert Assignment.objects.count() == 2


def test_a_place_comes_before_its_report(report):
    ada, ben = build.editor("ada"), build.editor("ben")
    whole = assign(report, "", ada, ada)
    assert assignments_of(report.pk, "warning-1").current == whole
    place = assign(report, "warning-1", ben, ada)
    assert assignments_of(report.pk, "warning-1").current == place
    assert assignments_of(report.pk, "warning-2").current == whole
    assert assignments_of(0, "warning-9").current is None


def test_places_are_given_to_those_who_may_correct():
    editor = build.editor("ada", EDITORS)
    build.editor("reader")
    build.editor("gone", EDITORS, is_active=False)
    chief = build.editor("chief", is_superuser=True)
    assert list(people()) == [editor, chief]
