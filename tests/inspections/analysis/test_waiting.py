"""Days since the last graded inspection, counted by hand."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import WaitingFilterSet
from inspections.analysis.waiting import WaitingTimes, waiting_times
from inspections.models import Authority, Inspection
from tests import builders
from tests.inspections.analysis.told import overall

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> WaitingTimes:
    filters = WaitingFilterSet(QueryDict(query))
    assert not filters.problems
    return waiting_times(filters)


@pytest.fixture
def camden() -> Authority:
    """Camden, inspected in 2015 and 2019 and visited in 2020; Brent was inspected in 2017, the others never."""
    camden, brent = builders.authority("Camden"), builders.authority("Brent")
    overall(camden, "2015-09-14", "good", "sif")
    overall(camden, "2019-03-04", "good")
    overall(brent, "2017-06-05", "good", "sif")
    visit = builders.inspection("focused-visit", authority=camden, started="2020-01-06")
    builders.statement(builders.report("focused-visit", of=visit), visit)
    return camden


def test_days_are_counted_from_the_last_graded_inspection_to_the_day(camden):
    rows = [(row.place.name, row.span.fewest) for row in asked("on=2020-03-04").rows if row.span]
    assert rows == [("Brent", 932), ("Camden", 294)]
    assert [row.place.name for row in asked("on=2020-03-04&longer=2").rows] == ["Brent"]
    assert [row.place.name for row in asked("on=2018-10-09&longer=3").rows] == ["Camden"]


def test_regions_count_authorities_by_the_time_since(camden):
    found = asked("on=2020-03-04")
    london = next(group for group in found.groups if group.label == "London")
    assert london.counts == ((1, 3), (0, 0), (1, 3), (0, 0), (31, 94))
    assert (london.total, found.groups[-1].label, found.groups[-1].total) == (33, "All together", 151)


def test_an_authority_of_which_none_is_held_stands_last_and_is_never_called_long(camden):
    assert asked("on=2020-03-04&region=London").rows[-1].span is None
    assert all(row.span for row in asked("on=2020-03-04&longer=1").rows)


def test_without_a_day_it_is_the_last_up_to_which_full_inspections_are_held(camden):
    assert (asked().day, asked().is_beyond, asked("on=2020").is_beyond) == ("2019-05-15", False, True)


def test_nothing_held_is_no_answer():
    assert (asked().rows, asked().groups, asked().chart) == ((), (), None)


def test_a_last_day_that_is_not_known_lies_between_the_first_and_publication(camden):
    span = next(row.span for row in asked("on=2020-03-04").rows if row.place.name == "Camden")
    assert (span.fewest, span.most) == (294, 366)
    Inspection.objects.filter(authority=camden, started="2019-03-04").update(ended="2019-03-15")
    span = next(row.span for row in asked("on=2020-03-04").rows if row.place.name == "Camden")
    assert (span.fewest, span.most) == (355, 355)
