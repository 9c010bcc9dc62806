"""The numbers of plans in lists."""

import pytest

from findings.follow_up.action_states import action_states
from findings.follow_up.plan_numbers import late_or_missing, with_numbers
from findings.follow_up.plans import asked_of
from findings.references.answers import published_plans
from tests import builders

pytestmark = pytest.mark.django_db


def test_numbers_in_lists_are_those_of_the_pages_of_plans():
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    whole, single, restated = (builders.recommendation(report, ref) for ref in ("1", "2", "3"))
    item = builders.recommendation(report, anchor="rec-1/1", parent=whole)
    plan, empty = (builders.report("improvement-plan", inspection=inspection) for _ in range(2))
    listed = builders.recommendation(plan, "9", restates=restated)
    for target in (item, listed):
        builders.reference_to(builders.action(plan, target.anchor), target)
    for one in (plan, empty):
        found = with_numbers(published_plans()).get(pk=one.pk)
        asked = asked_of(one)
        assert found.number_to_answer == sum(len(of_report.asked) for of_report in asked)
        assert found.number_unanswered == sum(len(of_report.unanswered) for of_report in asked)
    assert {one.recommendation for row in asked_of(plan) for one in row.asked if one.actions} == {
        whole,
        restated,
        listed,
    }
    assert [one for row in asked_of(plan) for one in row.unanswered] == [single]


def test_a_list_names_what_a_plan_lacks_and_nothing_else():
    plan = builders.report("improvement-plan")
    builders.action(plan, "1.1", due="31 March 2099", success_measures="Fewer children wait")
    builders.recommendation(plan, "1")
    found = late_or_missing(with_numbers(published_plans()).get(), action_states())
    assert [one[:3] for one in found] == [("Answers nothing", "action", 1), ("Unanswered", "recommendation", 1)]
