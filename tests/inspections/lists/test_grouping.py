"""The pages of a list hold every row once, in the order of the export, whatever the ties; choices take few queries."""

import csv
import io
import re

import pytest
from django.db.models import F
from django.http import QueryDict
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Recommendation
from findings.views.recommendations import RecommendationList
from inspections.lists.filtersets import JudgementFilterSet
from inspections.lists.grouping import BY_REPORT, add_up, window
from inspections.models import Domain, Judgement, Report
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db
PUBLISHED = st.sampled_from(["", "2013", "2013-07", "2013-07-19", "2015-11-27"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports=st.lists(st.tuples(PUBLISHED, st.integers(0, 3)), max_size=5), size=st.integers(1, 4))
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
    rows = csv.DictReader(io.StringIO(export, newline=""))
    addresses = [f"http://testserver{Recommendation.objects.get(pk=key).get_absolute_url()}" for key in walked]
    assert [row["permanent_link"] for row in rows] == addresses


def test_last_page_asks_no_more_than_the_first(client, django_assert_max_num_queries):
    report = builders.report(of=builders.inspection())
    for number in range(60):
        builders.recommendation(report, str(number))
    client.get(reverse("recommendations"))
    for page in (1, 3):
        with django_assert_max_num_queries(14):
            assert client.get(f"{reverse('recommendations')}?page={page}").status_code == 200


@pytest.mark.parametrize("page", ["home", "judgements", "recommendations", "actions", "matrix", "search"])
def test_rows_of_lists_come_without_their_reading_and_boxes(client, django_assert_max_num_queries, page):
    tell()
    with django_assert_max_num_queries(60) as asked:
        client.get(reverse(page), {"q": "supervision"} if page == "search" else {})
    assert len(asked) > 5
    heavy = re.compile(r'"(findings_\w+|inspections_judgement)"."(read|boxes)"')
    assert [query["sql"][-300:] for query in asked.captured_queries if heavy.search(query["sql"])] == []


def test_choices_of_filters_that_are_not_in_use_are_counted_together(django_assert_num_queries):
    builders.judgement(builders.report(of=builders.inspection()))

    def filters(query: str) -> JudgementFilterSet:
        filterset = JudgementFilterSet(QueryDict(query), queryset=Judgement.objects.published())
        assert filterset.revision
        return filterset

    first, second = filters(""), filters("paragraph=4")
    with django_assert_num_queries(3):  # rows by inspection, what the inspections hold, and rows by what they hold
        assert first.total == 1
    with django_assert_num_queries(4):  # the revision and the keys of the rows with the paragraph first
        assert second.total == 0


def test_what_a_report_holds_is_counted_as_if_each_row_held_it(client):
    """Counting by report must tell the same as looking at each row, whatever filters are set."""
    domains = {domain.code: domain for domain in Domain.objects.all()}
    for place, (kind, published) in enumerate((("sif", "2015-11-27"), ("ilacs", "2015-01-09"), ("cabinet-report", ""))):
        report = builders.report(kind=kind, published=published, is_own=place < 2)
        for number in range(place + 1):
            builders.recommendation(report, domain=domains["leadership" if number else "adoption"])
    rows = Recommendation.objects.published()
    for query in ("", "domain=leadership", "kind=sif&kind=ilacs", "year=2015&domain=leadership"):
        filterset = RecommendationFilterSet(QueryDict(query), queryset=rows)
        for facet in filterset.facets:
            chosen = {name for name in filterset.cleaned if filterset.cleaned[name]}
            for choice in facet.choices:
                if choice.count is None:  # a filter that offers its values without numbers
                    continue
                others = QueryDict(mutable=True)
                for name in chosen - {facet.name}:
                    others.setlist(name, QueryDict(query).getlist(name))
                others[facet.name] = choice.value
                assert choice.count == RecommendationFilterSet(others, queryset=rows).qs.count(), (query, facet.name)


def test_a_report_that_comes_in_while_a_page_is_made_does_not_break_it():
    held = [(1, "medway", 2015), (2, "kent", None)]
    assert add_up({1: 2, 2: 3, 7: 1}, held, (0, 1)) == {0: {"medway": 2, "kent": 3}, 1: {"2015": 2}}


def test_only_the_groups_on_a_page_are_looked_into():
    counts, keys = {7: 2, 5: 0, 3: 30}, (7, 5, 4, 3)
    assert window(counts, keys, 0, 2) == ([7], 0)
    assert window(counts, keys, 1, 25) == ([7, 3], 1)
    assert window(counts, keys, 27, 25) == ([3], 25)
    assert window(counts, keys, 40, 25) == ([], 8)


def test_groups_come_in_the_order_of_the_list_with_what_they_hold():
    march, january, undated = (builders.report(published=day) for day in ("2015-03-01", "2015-01-01", ""))
    held = BY_REPORT.values([F("kind"), F("year")], "state")
    assert list(held) == [(march.pk, "sif", 2015), (january.pk, "sif", 2015), (undated.pk, "sif", None)]


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
    report.visibility = "hidden"
    report.save()
    assert shown() == (0, {})
