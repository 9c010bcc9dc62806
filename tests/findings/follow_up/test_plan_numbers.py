"""The numbers of plans in lists."""

import pytest

from findings.follow_up.action_states import action_states
from findings.follow_up.plan_checks import checks_of
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
        *_, unanswered = checks_of(one, asked)
        assert found.number_to_answer == unanswered.of == 3, "what the plan lists anew counts once"
        assert found.number_unanswered == len(unanswered.found) == {plan: 1, empty: 3}[one]
    assert {one.recommendation for row in asked_of(plan) for one in row.asked if one.actions} == {
        whole,
        restated,
        listed,
    }
    assert [one for row in asked_of(plan) for one in row.unanswered] == [single]


def test_what_a_plan_lists_and_nothing_answers_is_unanswered_once():
    inspection = builders.inspection()
    printed = builders.recommendation(builders.report(of=inspection), "1")
    plan = builders.report("improvement-plan", inspection=inspection)
    builders.recommendation(plan, "1", restates=printed)
    found = with_numbers(published_plans()).get(pk=plan.pk)
    *_, unanswered = checks_of(plan, asked_of(plan))
    assert (found.number_to_answer, found.number_unanswered) == (1, 1)
    assert (unanswered.of, len(unanswered.found)) == (1, 1)


def test_a_list_names_what_a_plan_lacks_and_nothing_else():
    plan = builders.report("improvement-plan")
    builders.action(plan, "1.1", due="31 March 2099", success_measures="Fewer children wait")
    builders.recommendation(plan, "1")
    found = late_or_missing(with_numbers(published_plans()).get(), action_states())
    assert [one[:3] for one in found] == [("Answers nothing", "action", 1), ("Unanswered", "recommendation", 1)]
