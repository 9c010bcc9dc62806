"""Saved searches that changes concern: found by what occurs, run once, and none of the others."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from findings.alerts import matching
from findings.alerts.changed import Changed
from findings.alerts.list_queries import BY_NAME, list_query, query_of, saved_search
from findings.alerts.matching import candidates, find_matches, match
from findings.alerts.models import ChangePosition, SavedSearch, SearchMatches
from findings.alerts.rows import found_among
from findings.search.entries import index_changed
from inspections.lists.filters import ChoicesFilter
from inspections.models import Report
from tests import builders
from tests.findings.alerts.conftest import follow
from tests.kept import kept
from tests.pages.story import Story, tell

pytestmark = pytest.mark.django_db


def publish(authority: str = "Wexcombe", ref: str = "1") -> Report:
    """A report with one recommendation, indexed as loading does it."""
    report = builders.report(of=builders.inspection(authority=builders.authority(authority)))
    builders.recommendation(report, ref)
    index_changed([report.pk], Report.objects.none())
    return report


def test_what_was_there_before_is_nobodys_news_and_what_comes_is_kept_once():
    publish()
    follow()
    assert match().matched == 0
    report = publish()
    result = match()
    (found,) = SearchMatches.objects.all()
    assert (result.searches, result.run, result.matched) == (1, 1, 1)
    assert (found.batch, found.number, found.keys) == (result.batch, 1, [["", report.recommendations.get().pk]])
    assert match().matched == 0


def test_searches_for_what_does_not_occur_are_not_run_however_many_they_are():
    report = publish()
    changed = Changed(frozenset({report.pk}))
    follow(name="search", query="authority=wexcombe")
    follow(name="recommendations")

    def queries() -> tuple[int, Any]:
        with CaptureQueriesContext(connection) as captured:
            result, _ = find_matches(changed, 1)
        return len(captured), result

    before, few = queries()
    for number in range(6):
        authority = builders.authority(f"Hambleford {number}")
        follow(name="search", query=f"authority={authority.slug}&q=drift")
        follow(name="recommendations", query=f"authority={authority.slug}")
    after, many = queries()
    assert (few.searches, few.run, few.matched) == (2, 2, 2)
    assert (many.searches, many.run, many.matched) == (14, 2, 2)
    assert after == before


def test_a_search_that_nobody_confirmed_is_not_run():
    report = publish()
    saved_search(list_query("recommendations", QueryDict()))
    follow(name="findings").delete()
    result, matches = find_matches(Changed(frozenset({report.pk})), 1)
    assert (result.searches, matches) == (0, [])


@pytest.mark.either_database
def test_a_search_whose_filter_lost_its_value_is_named_and_holds_up_no_other():
    report = publish()
    follow()
    follow(query="timescale=immediate")
    SavedSearch.objects.filter(query="timescale=immediate").update(query="timescale=gone")
    result, matches = find_matches(Changed(frozenset({report.pk})), 1)
    assert len(matches) == 1
    assert "timescale=gone" in result.broken[0]


@pytest.mark.either_database
def test_of_two_processes_that_look_at_the_same_changes_one_keeps_them(monkeypatch):
    follow()
    match()
    publish()
    find = matching.find_matches

    def meanwhile(changed: Changed, batch: int) -> Any:
        monkeypatch.setattr(matching, "find_matches", find)
        match()
        return find(changed, batch)

    monkeypatch.setattr(matching, "find_matches", meanwhile)
    match()
    assert SearchMatches.objects.count() == 1
    assert ChangePosition.objects.get().batch == 2


class TestNothingIsLeftOut:
    """Every search that would find something is among the candidates: compared with running all of them."""

    @pytest.fixture(scope="class")
    @classmethod
    def story(cls, django_db_setup, django_db_blocker) -> Iterator[Story]:
        with kept(django_db_blocker, tell) as story:
            publish("Hambleford")
            yield story

    @pytest.mark.parametrize("name", list(BY_NAME))
    def test_for_each_value_of_each_filter(self, story, name):
        filters = BY_NAME[name].filterset(QueryDict())
        for one, own in filters.filters.items():
            if isinstance(own, ChoicesFilter):
                for choice in filters.choices_of(one, own)[:4]:
                    saved_search(list_query(name, QueryDict(f"{one}={choice.value}")))
        saved_search(list_query(name, QueryDict("year=1999") if "year" in filters.filters else QueryDict()))
        changed = Changed(frozenset({story.report.pk, story.plan.pk}))
        every = SavedSearch.objects.filter(dataset=name)
        found = {search.pk for search in every if found_among(name, query_of(search).found, changed)[0]}
        run = set(candidates(name, every, changed).values_list("pk", flat=True))
        assert found <= run
        if name in ("search", "recommendations"):
            assert len(run) < every.count(), "the index leaves something out"
