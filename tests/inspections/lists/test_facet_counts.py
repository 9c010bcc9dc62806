"""Counting rows by many columns at once gives what counting them one by one gives, in one query."""

import pytest
from django.db.models import F

from findings.models import Recommendation
from inspections.lists.facet_counts import count_by, count_groups, count_values
from inspections.models import Authority, Judgement
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def judgements() -> None:
    first = builders.report(of=builders.inspection())
    second = builders.report("ilacs", of=builders.inspection("ilacs", started="2023-07-17"))
    builders.judgement(first)
    builders.judgement(first, "adoption", "good")
    builders.judgement(first, "lscb", None)
    builders.judgement(second, "help-and-protection", "good")


@pytest.mark.usefixtures("judgements")
def test_all_columns_are_counted_in_one_query(django_assert_num_queries):
    columns = {"year": [F("inspection__year")], "grade": [F("grade__code"), F("absence")]}
    with django_assert_num_queries(1):
        found = count_by(Judgement.objects.all(), columns)
    assert found.total == 4
    assert found.by["year"] == {"2015": 3, "2023": 1}
    assert found.by["grade"] == {"requires-improvement": 1, "good": 2, "not-judged": 1}, "two columns are added up"


@pytest.mark.usefixtures("judgements")
def test_groups_and_the_values_of_a_column_are_counted_in_one_query(django_assert_num_queries):
    first, second = Judgement.objects.order_by("report").values_list("report", flat=True).distinct()
    with django_assert_num_queries(1):
        by_group, by_value = count_groups(Judgement.objects.all(), "report", "absence")
    assert (by_group, by_value) == ({first: 3, second: 1}, {"not-judged": 1})
    assert count_groups(Judgement.objects.all(), "report") == ({first: 3, second: 1}, {})


def test_nothing_is_counted_where_nothing_can_be_left(django_assert_num_queries):
    with django_assert_num_queries(0):
        found = count_by(Authority.objects.none(), {"region": [F("region")]})
    assert (found.total, found.by) == (0, {"region": {}})


def test_a_row_that_holds_several_values_counts_once_for_each():
    report = builders.report(of=builders.inspection())
    both, one, none = (builders.recommendation(report, ref) for ref in "123")
    both.about.set([builders.domain("adoption"), builders.domain("leadership")])
    one.about.set([builders.domain("adoption")])
    none.about.clear()
    links = Recommendation.about.through.objects.all()
    assert count_values(links, "domain__code") == {"adoption": 2, "leadership": 1}
    assert count_values(links.none(), "domain__code") == {}


def test_a_row_that_holds_a_value_twice_counts_once():
    report = builders.report(of=builders.inspection())
    for ref in "12":
        builders.recommendation(report, ref, timescale="immediate")
    rows = Recommendation.objects.all()
    assert count_values(rows, "timescale", rows="report") == {"immediate": 1}
    assert count_values(rows, "timescale") == {"immediate": 2}
