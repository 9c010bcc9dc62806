"""An authority beside its neighbours, region and England, counted by hand."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import ScorecardFilterSet
from inspections.analysis.scorecard import Scorecard, scorecard
from inspections.models import StatisticalNeighbour
from tests import builders
from tests.inspections.analysis.told import judged

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> Scorecard:
    filters = ScorecardFilterSet(QueryDict(query))
    assert not filters.problems
    return scorecard(filters)


@pytest.fixture
def told() -> None:
    """Kent and Surrey of the South East, Camden of London; the first neighbours of Kent are Camden and Brent."""
    kent, camden, brent = (builders.authority(name) for name in ("Kent", "Camden", "Brent"))
    StatisticalNeighbour.objects.filter(authority=kent).delete()
    for rank, neighbour in enumerate((camden, brent), 1):
        StatisticalNeighbour.objects.create(authority=kent, neighbour=neighbour, rank=rank)
    judged(kent, "2019-05-06", leadership="good", help_and_protection="inadequate")
    judged(kent, "2022-05-02", leadership="outstanding")
    judged(camden, "2019-05-06", leadership="good")
    judged(builders.authority("Surrey"), "2020-05-04", leadership="inadequate")


def test_circles_are_counted_in_each_domain(told):
    found = asked("authority=kent&domain=leadership")
    assert [
        (one.label, one.own.code, [count.number for count in one.counts], one.authorities) for one in found.circles
    ] == [
        ("Statistical neighbours", "outstanding", [0, 1, 0, 0], 2),
        ("South East", "outstanding", [1, 0, 0, 1], 19),
        ("England", "outstanding", [1, 1, 0, 1], 152),
    ]
    assert len(asked("authority=kent").circles) == 15
    assert len(found.rows) == 12


def test_the_authority_stands_before_its_neighbours_with_their_judgements(told):
    rows = asked("authority=kent&domain=leadership&domain=help-and-protection").listed
    assert [(row.rank, row.place.name, [key is not None for key in row.keys]) for row in rows] == [
        (0, "Kent", [True, True]),
        (1, "Camden", [True, False]),
        (2, "Brent", [False, False]),
    ]


def test_a_day_and_what_is_beyond_it(told):
    found = asked("authority=kent&domain=leadership&on=2020-01-01")
    assert (found.circles[0].own.code, found.is_beyond) == ("good", False)
    assert found.circles[1].query == "?domain=leadership&on=2020-01-01&region=South+East"
    assert (found.circles[0].query, asked("authority=kent&on=2030").is_beyond) == ("", True)


def test_a_domain_of_which_nothing_is_held_has_no_grade(told):
    assert asked("authority=camden&domain=help-and-protection").circles[0].own is None


def test_without_an_authority_nothing_is_counted(told):
    found = asked()
    assert (found.place, found.circles, found.rows, found.listed, found.chart) == (None, (), (), (), False)
