"""Walking the pages of a list gives every row once, in the order of the export, whatever the ties; choices are counted in few queries."""

import re

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.models import Recommendation
from findings.views.recommendations import RecommendationList
from inspections.filters import JudgementFilter
from inspections.models import Judgement, Report
from tests import builders

pytestmark = pytest.mark.django_db
PUBLISHED = st.sampled_from(["", "2013", "2013-07", "2013-07-19", "2015-11-27"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports=st.lists(st.tuples(PUBLISHED, st.integers(0, 5)), max_size=6), size=st.integers(1, 5))
def test_pages_hold_every_row_once_and_in_order(client, monkeypatch, reports, size):
    Report.objects.all().delete()
    made = set()
    for published, number in reports:
        report = builders.report(published=published)
        # The same ordinal makes ties, which only the key breaks.
        made |= {builders.recommendation(report, ordinal=1).pk for _ in range(number)}
    monkeypatch.setattr(RecommendationList, "paginate_by", size)
    walked: list[int] = []
    following = "?page=1"
    while following:
        response = client.get(f"{reverse('recommendations')}{following}")
        walked += [row.pk for row in response.context["object_list"]]
        page = response.context["page_obj"]
        following = f"?page={page.next_page_number()}" if page.has_next() else ""
    assert len(walked) == len(set(walked))
    assert set(walked) == made
    assert response.context["paginator"].count == len(made)
    export = b"".join(client.get(reverse("recommendations-csv"))).decode()
    addresses = [Recommendation.objects.get(pk=key).get_absolute_url() for key in walked]
    assert re.findall(r"http://testserver(/reports/[^,]+)", export) == addresses


def test_last_page_asks_no_more_than_the_first(client, django_assert_max_num_queries):
    report = builders.report(of=builders.inspection())
    for number in range(60):
        builders.recommendation(report, str(number))
    client.get(reverse("recommendations"))
    for page in (1, 3):
        with django_assert_max_num_queries(14):
            assert client.get(f"{reverse('recommendations')}?page={page}").status_code == 200


def test_choices_of_filters_that_are_not_in_use_are_counted_in_one_query(django_assert_num_queries):
    builders.judgement(builders.report(of=builders.inspection()))
    filterset = JudgementFilter({}, queryset=Judgement.objects.published())
    assert filterset.state
    with django_assert_num_queries(1):
        assert filterset.total == 1


def test_counts_follow_what_is_added_hidden_and_retired(client):
    report = builders.report(of=builders.inspection())
    builders.judgement(report)
    other = builders.judgement(report, "adoption", "good")

    def shown() -> tuple[int, dict[str, int]]:
        context = client.get(reverse("judgements")).context
        (grades,) = (facet for facet in context["filterset"].facets if facet.name == "grade")
        return context["paginator"].count, {choice.value: choice.count for choice in grades.choices}

    assert shown() == (2, {"good": 1, "requires-improvement": 1})
    other.retired_at = report.changed_at
    other.save()
    assert shown() == (1, {"requires-improvement": 1})
    report.is_public = False
    report.save()
    assert shown() == (0, {})
