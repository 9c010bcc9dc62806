"""The choices of analyses."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import ShareFilterSet, bands, domains
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_bands_and_domains_are_those_of_today():
    assert [code for code, _ in bands()] == ["outstanding", "good", "requires-improvement", "inadequate", "none"]
    assert [code for code, _ in domains()][:2] == ["overall-effectiveness", "leadership"]


def test_a_first_year_need_not_be_held():
    def since(query: str) -> list[tuple[str, bool]]:
        filters = ShareFilterSet(QueryDict(query))
        assert not filters.problems
        facet = next(facet for facet in filters.facets if facet.name == "since")
        return [(choice.value, choice.chosen) for choice in facet.choices]

    builders.judgement(builders.report(of=builders.inspection(started="2012-05")))
    assert since("") == [("", True), ("2012", False)]
    assert since("since=2012") == [("", False), ("2012", True)]
    assert since("since=2022") == [("2022", True), ("", False), ("2012", False)]
