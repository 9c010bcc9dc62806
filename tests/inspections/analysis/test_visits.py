"""What visits look at, by the overall grade that was known at the time."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import VisitFilterSet
from inspections.analysis.visits import Visits, visits
from tests import builders
from tests.inspections.analysis.told import overall

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> Visits:
    filters = VisitFilterSet(QueryDict(query))
    assert not filters.problems
    return visits(filters)


def visit(name: str, started: str, theme: str = "", framework: str = "focused-visit") -> None:
    inspection = builders.inspection(framework, authority=builders.authority(name), started=started, theme=theme)
    builders.statement(builders.report(framework, of=inspection), inspection)


@pytest.fixture
def told() -> None:
    """Kent was inadequate from 15 November 2018 and good from 15 August 2021; of Camden nothing was known."""
    overall(builders.authority("Kent"), "2018-09-03", "inadequate")
    overall(builders.authority("Kent"), "2021-06-07", "good")
    visit("Kent", "2018-11-15", "Front door")
    visit("Kent", "2018-11-16", "front door")
    visit("Kent", "2021-09-06", "Care leavers")
    visit("Kent", "2019-05-06", framework="monitoring-visit")
    visit("Camden", "2019-05-06", "Front door")


def test_visits_are_counted_by_subject_and_grade_at_the_time(told):
    found = {group.label: [count.number for count in group.counts] for group in asked().groups}
    assert found == {
        "Front door": [0, 0, 0, 1, 2],
        "Care leavers": [0, 1, 0, 0, 0],
        "Not stated": [0, 0, 0, 1, 0],
        "All together": [0, 1, 0, 2, 2],
    }
    assert asked().chart is not None


def test_visits_are_filtered(told):
    assert len(asked("kind=monitoring-visit").rows) == 1
    assert [row.inspection.started for row in asked("theme=front-door&grade=inadequate").rows] == ["2018-11-16"]
    assert [row.inspection.place.name for row in asked("region=London").rows] == ["Camden"]
    assert len(asked("authority=kent&year=2018").rows) == 2


def test_a_number_leads_to_its_visits_where_its_subject_can_be_asked_for(told):
    groups = {group.label: group for group in asked().groups}
    assert groups["Front door"].counts[3].query == "?theme=front-door&grade=inadequate"
    assert groups["Not stated"].counts[3].query == ""
    assert groups["All together"].counts[3].query == "?grade=inadequate"
