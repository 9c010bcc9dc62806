"""Filters of analyses: options of which one always holds, choices without counts, addresses with a value changed."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import GradesFilterSet

pytestmark = pytest.mark.django_db


def facet(query: str, name: str):
    return next(facet for facet in GradesFilterSet(QueryDict(query)).facets if facet.name == name)


def test_one_option_always_holds():
    assert [choice.value for choice in facet("", "by").choices if choice.chosen] == ["region"]
    assert [choice.value for choice in facet("by=year", "by").choices if choice.chosen] == ["year"]
    assert GradesFilterSet(QueryDict("")).option("by") == "region"
    assert GradesFilterSet(QueryDict("by=year")).option("by") == "year"


def test_a_day_has_a_hint_of_what_holds_without_it():
    assert "the last day up to which inspections are held" in facet("", "on").hint


def test_choices_show_all_values_and_no_counts():
    grades = facet("grade=good", "grade").choices
    assert [(choice.value, choice.chosen) for choice in grades] == [
        ("outstanding", False),
        ("good", True),
        ("requires-improvement", False),
        ("inadequate", False),
        ("none", False),
    ]
    assert {choice.count for choice in grades} == {None}
    assert [choice.value for choice in facet("year=1999", "year").choices] == ["1999"]


def test_values_are_read_from_the_address():
    filters = GradesFilterSet(QueryDict("on=2020&region=London&region=South East"))
    assert (filters.day(), filters.chosen("region"), filters.chosen("grade")) == ("2020", ("London", "South East"), ())


def test_an_address_can_change_one_value_and_keeps_the_others():
    filters = GradesFilterSet(QueryDict("on=2020&region=London&by=&page=3"))
    assert filters.query_with(grade="good") == "?on=2020&region=London&grade=good"
    assert filters.query_with(region=None, on="2021") == "?on=2021"
