"""The rule by which an action answers a recommendation, as lists, pages, plans and files ask it."""

import pytest
from django.utils import timezone

from findings.follow_up.plans import asked_of
from findings.models import Action, Recommendation
from findings.references.answers import (
    answered_by_each_action,
    answered_keys,
    answered_with,
    answering_in,
    answers_nothing,
    answers_to,
    asked_by_plans,
    plans_for,
)
from tests import builders

pytestmark = pytest.mark.django_db


def answered() -> set[int]:
    """What the lists hold for answered; what the pages show must be the same."""
    found = set(answered_keys())
    assert found == {row.pk for row in Recommendation.objects.all() if answers_to(row)}
    return found


def test_nothing_is_answered_in_an_empty_knowledge_base():
    assert answered() == set()


def test_a_recommendation_is_answered_directly_by_its_items_its_whole_and_by_what_says_the_same():
    report, plan = builders.report(of=builders.inspection()), builders.report("improvement-plan")
    rows = {name: builders.recommendation(report, name) for name in ("direct", "by-item", "whole", "restated", "none")}
    rows["item"] = builders.recommendation(report, anchor="by-item/1", parent=rows["by-item"])
    rows["other-item"] = builders.recommendation(report, anchor="by-item/2", parent=rows["by-item"])
    rows["of-whole"] = builders.recommendation(report, anchor="whole/1", parent=rows["whole"])
    rows["priority"] = builders.recommendation(plan, "9", restates=rows["restated"])
    rows["of-restated"] = builders.recommendation(report, anchor="restated/1", parent=rows["restated"])
    rows["also-says"] = builders.recommendation(builders.report("cabinet-report"), "4", restates=rows["direct"])
    action = builders.action(plan)
    for name in ("direct", "item", "whole", "priority"):
        builders.reference_to(action, rows[name])
    assert {row.pk for name, row in rows.items() if name not in ("none", "other-item")} == answered()


def test_an_action_that_was_retired_answers_nothing():
    action = builders.action(builders.report("improvement-plan"))
    builders.reference_to(action, builders.recommendation(builders.report(), "1"))
    assert len(answered()) == 1
    action.retired_at = timezone.now()
    action.save()
    assert answered() == set()


def test_what_a_hidden_report_says_in_the_same_words_is_not_answered_for_another():
    asked = builders.recommendation(builders.report(of=builders.inspection()), "1")
    paper = builders.report("cabinet-report")
    builders.reference_to(
        builders.action(builders.report("improvement-plan")), builders.recommendation(paper, "1", restates=asked)
    )
    assert asked.pk in answered()
    paper.visibility = "hidden"
    paper.save()
    assert asked.pk not in answered()


@pytest.mark.parametrize("change", [{"visibility": "hidden"}, {"retired_at": timezone.now()}])
def test_a_plan_that_is_hidden_or_retired_answers_nothing(change):
    plan = builders.report("improvement-plan")
    builders.reference_to(builders.action(plan), builders.recommendation(builders.report(), "1"))
    assert len(answered()) == 1
    for name, value in change.items():
        setattr(plan, name, value)
    plan.save()
    assert answered() == set()


def test_of_two_that_restate_a_third_each_is_answered_with_the_other():
    original = builders.recommendation(builders.report(of=builders.inspection()), "1")
    first, second = (
        builders.recommendation(builders.report(kind), "1", restates=original)
        for kind in ("commissioner-report", "cabinet-report")
    )
    item = builders.recommendation(second.report, anchor="rec-1/1", parent=second)
    builders.reference_to(builders.action(builders.report("improvement-plan")), first)
    assert answered() == {original.pk, first.pk, second.pk, item.pk}


def test_the_whole_of_an_item_that_is_answered_is_answered_also_where_it_is_restated():
    whole = builders.recommendation(builders.report(of=builders.inspection()), "1")
    item, other = (builders.recommendation(whole.report, anchor=f"rec-1/{n}", parent=whole) for n in (1, 2))
    restating = builders.recommendation(builders.report("cabinet-report"), "7", restates=whole)
    builders.reference_to(builders.action(builders.report("improvement-plan")), item)
    assert answered() == {whole.pk, item.pk, restating.pk}
    assert other.pk not in answered_with({item.pk})


def test_the_rule_is_the_same_in_both_directions():
    report = builders.report(of=builders.inspection())
    whole, single = builders.recommendation(report, "1"), builders.recommendation(report, "2")
    item = builders.recommendation(report, anchor="rec-1/1", parent=whole)
    paper = builders.report("cabinet-report")
    for number, original in enumerate((whole, item, single), 1):
        builders.recommendation(paper, str(number), restates=original)
    keys = list(Recommendation.objects.values_list("pk", flat=True))
    pairs = {(one, other) for one in keys for other in answered_with({one})}
    assert pairs == {(other, one) for one, other in pairs}
    assert len(pairs) > len(keys)


def test_a_plan_answers_what_its_own_actions_name_and_nothing_that_others_name():
    inspection = builders.inspection()
    first, second = (builders.recommendation(builders.report(of=inspection), ref) for ref in ("1", "2"))
    plan, other = (builders.report("improvement-plan", inspection=inspection) for _ in range(2))
    listed = builders.recommendation(plan, "9", restates=second)
    builders.reference_to(builders.action(plan), first)
    builders.reference_to(builders.action(other), listed)
    assert set(answering_in([plan.pk])[plan.pk]) == {first.pk}
    assert set(answering_in([other.pk])[other.pk]) == {second.pk}, "the original of what both say"
    assert {one for row in asked_of(plan) for one in row.unanswered} == {second, listed}
    assert sum(len(row.asked) for row in asked_of(plan)) == 3


@pytest.mark.parametrize("change", [{"retired_at": timezone.now()}, {"report__visibility": "hidden"}, {}])
def test_what_is_retired_or_hidden_is_not_answered_whichever_way_one_asks(change):
    action = builders.action(builders.report("improvement-plan"))
    target = builders.recommendation(builders.report(of=builders.inspection()), "1")
    builders.reference_to(action, target)
    for path, value in change.items():
        row, name = (target.report, path.removeprefix("report__")) if "__" in path else (target, path)
        setattr(row, name, value)
        row.save()
    shown = not change
    assert bool(answered()) == shown
    assert bool(answered_by_each_action(action.report)) == shown
    assert Action.objects.filter(answers_nothing()).exists() != shown


def test_an_action_names_a_recommendation_once_and_in_printed_order():
    action = builders.action(builders.report("improvement-plan"))
    report = builders.report(of=builders.inspection())
    second, first = (builders.recommendation(report, ref) for ref in ("2", "1"))
    for target in (first, second, first):
        builders.reference_to(action, target)
    assert answered_by_each_action(action.report) == {action.pk: [first, second]}


def test_the_rule_takes_a_fixed_number_of_queries(django_assert_max_num_queries):
    report = builders.report(of=builders.inspection())
    keys = {builders.recommendation(report, str(number)).pk for number in range(9)}
    with django_assert_max_num_queries(5):
        assert answered_with(keys) == keys


def test_what_a_plan_has_to_answer_is_what_it_lists_and_what_its_inspection_asks():
    inspection, elsewhere = builders.inspection(), builders.inspection("lac", started="2013-07-15")
    asked = builders.recommendation(builders.report(of=inspection), "1")
    builders.recommendation(builders.report(of=elsewhere), "1")
    builders.recommendation(builders.report("cabinet-report", inspection=inspection), "1")
    assert not Recommendation.objects.filter(asked_by_plans())
    plan = builders.report("improvement-plan", inspection=inspection)
    listed = builders.recommendation(plan, "9")
    assert set(Recommendation.objects.filter(asked_by_plans())) == {asked, listed}
    assert set(Recommendation.objects.exclude(asked_by_plans())) == set(Recommendation.objects.all()) - {asked, listed}
    assert [list(plans_for(one)) for one in (asked, listed)] == [[plan], [plan]]
    assert not plans_for(Recommendation.objects.get(report__inspection=elsewhere))
