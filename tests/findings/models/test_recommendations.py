"""Recommendations: named by their number or anchor, and told from items of others."""

import pytest

from findings.models import Recommendation
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_recommendation_is_named_by_its_number_or_its_anchor():
    report = builders.report()
    assert str(builders.recommendation(report, "5")) == "Recommendation 5"
    assert str(builders.recommendation(report, anchor="improve-3")) == "improve-3"


def test_items_of_others_are_not_top_level():
    report = builders.report()
    whole = builders.recommendation(report, "5")
    builders.recommendation(report, anchor="rec-5/1", parent=whole)
    assert list(Recommendation.objects.top_level()) == [whole]
