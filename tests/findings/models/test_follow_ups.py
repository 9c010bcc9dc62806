"""What later reports say is public where both reports are and the recommendation is live; numbers agree with rows."""

from collections import Counter

import pytest
from django.utils import timezone

from findings.models import FollowedMatter, Recommendation
from inspections.models import Report
from tests.findings.followed import three_reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports() -> list[Report]:
    """Three reports with two recommendations each, of which each later one says something of the earlier ones."""
    return three_reports()


def counted() -> dict[int, int]:
    """The published rows by later report, as they are one by one; asserts that all other ways agree."""
    rows = dict(Counter(FollowedMatter.objects.published().values_list("later", flat=True)))
    assert FollowedMatter.objects.published_by_later_report() == rows
    return rows


def test_each_later_report_says_something_of_each_earlier_recommendation(reports):
    _, second, third = reports
    assert counted() == {second.pk: 2, third.pk: 4}


@pytest.mark.parametrize("visibility", ["hidden", "draft"])
def test_a_report_that_is_not_public_is_neither_earlier_nor_later(reports, visibility):
    first, second, third = reports
    Report.objects.filter(pk=second.pk).update(visibility=visibility)
    assert counted() == {third.pk: 2}
    Report.objects.filter(pk=first.pk).update(visibility=visibility)
    assert counted() == {}


def test_a_retired_recommendation_or_report_is_followed_no_more(reports):
    first, second, third = reports
    Recommendation.objects.filter(report=first, ref="1").update(retired_at=timezone.now())
    assert counted() == {second.pk: 1, third.pk: 3}
    Report.objects.filter(pk=third.pk).update(retired_at=timezone.now())
    assert counted() == {second.pk: 1}
