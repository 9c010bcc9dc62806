import pytest
from django.http import QueryDict

from findings.filtersets.follow_through import FollowThroughFilterSet
from findings.models import FollowedMatter
from findings.search.entries import index_report
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_theme_is_that_of_the_recommendation():
    asked = builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Ensure that staff receive regular supervision."
    )
    day = "2023-07-17"
    later = builders.report("ilacs", of=builders.inspection("ilacs", started=day, published=day))
    builders.finding(later, "1", text="Bread is baked on Sundays.")
    index_report(asked.report_id)

    def found(query):
        return FollowThroughFilterSet(QueryDict(query), queryset=FollowedMatter.objects.published()).qs.count()

    assert (found(""), found("theme=supervision"), found("theme=court")) == (1, 1, 0)
