"""What is remembered of answered recommendations is what the slow question finds, also after changes."""

import pytest

from findings.answering import answered_keys
from findings.models import Recommendation
from tests import builders

pytestmark = pytest.mark.django_db


def found() -> list[int]:
    return sorted(Recommendation.objects.answered().values_list("pk", flat=True))


def test_nothing_is_answered_in_an_empty_knowledge_base():
    assert answered_keys() == found() == []


def test_items_wholes_and_restatements_are_answered_with_what_is_cited():
    report, paper = builders.report(), builders.report("cabinet-report")
    whole = builders.recommendation(report, "1")
    item = builders.recommendation(report, parent=whole)
    other_item = builders.recommendation(report, parent=whole)
    same = builders.recommendation(paper, "1", restates=whole)
    alone = builders.recommendation(report, "2")
    plan = builders.report("improvement-plan")
    for target in (item, same):
        action = builders.action(plan, f"1.{target.pk}")
        builders.reference_to(action, target)
        assert answered_keys() == found()
        assert alone.pk not in answered_keys()
    assert {whole.pk, item.pk, other_item.pk, same.pk} == set(answered_keys())


def test_a_plan_that_is_hidden_answers_nothing():
    plan = builders.report("improvement-plan")
    builders.reference_to(builders.action(plan), builders.recommendation(builders.report(), "1"))
    assert answered_keys() == found() != []
    plan.is_public = False
    plan.save()
    assert answered_keys() == found() == []
