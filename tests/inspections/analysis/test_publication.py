"""Days from inspection to publication, counted by hand."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import PublicationFilterSet
from inspections.analysis.publication import PublicationTimes, publication_times
from tests import builders

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> PublicationTimes:
    filters = PublicationFilterSet(QueryDict(query))
    assert not filters.problems
    return publication_times(filters)


def held(ended: str, published: str, framework: str = "ilacs", name: str = "Kent") -> None:
    inspection = builders.inspection(
        framework, authority=builders.authority(name), started=ended, ended=ended, published=published
    )
    builders.statement(builders.report(framework, of=inspection), inspection)


@pytest.fixture
def told() -> None:
    """2019: 42, 43, 63, 64 and 92 days. 2020: 10 days, one without a day, and one that is dated before its end."""
    for days in ("02-12", "02-13", "03-05", "03-06", "04-03"):
        held("2019-01-01", f"2019-{days}")
    held("2020-01-01", "2020-01-11", "sif", "Camden")
    held("2020-01-01", "2020-02")
    held("2020-01-10", "2020-01-01")


def test_days_are_counted_by_steps_of_weeks(told):
    last, first, together = asked().groups
    assert (first.label, [number for number, _ in first.counts]) == ("2019", [1, 2, 1, 1])
    assert (first.middle, first.shortest, first.longest) == (63, 42, 92)
    assert (last.label, last.counts[0], last.middle) == ("2020", (1, None), None)
    assert (together.total, together.middle) == (6, 53)
    assert [row.days for row in asked().rows] == [92, 64, 63, 43, 42, 10]


def test_what_cannot_be_counted_is_told(told):
    assert (asked().undated, asked().reversed) == (1, 1)


def test_inspections_are_filtered_and_grouped(told):
    assert [row.days for row in asked("framework=sif").rows] == [10]
    assert [row.days for row in asked("region=London&year=2020").rows] == [10]
    assert [group.label for group in asked("by=framework").groups] == ["ILACS", "SIF", "All together"]
    assert [group.label for group in asked("by=region&authority=kent").groups] == ["South East"]
    assert asked("by=framework").groups[1].query == "?by=framework&framework=sif"
