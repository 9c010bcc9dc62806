"""Which recommendations are answered, for the lists and on the page of each alike."""

import pytest
from django.utils import timezone

from findings.follow_up.recommendations import answers_to
from findings.models import Recommendation
from findings.references.answers import answered_keys
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
    paper.is_public = False
    paper.save()
    assert asked.pk not in answered()


@pytest.mark.parametrize("change", [{"is_public": False}, {"retired_at": timezone.now()}])
def test_a_plan_that_is_hidden_or_retired_answers_nothing(change):
    plan = builders.report("improvement-plan")
    builders.reference_to(builders.action(plan), builders.recommendation(builders.report(), "1"))
    assert len(answered()) == 1
    for name, value in change.items():
        setattr(plan, name, value)
    plan.save()
    assert answered() == set()
