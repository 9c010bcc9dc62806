"""Movement between inspections, counted by hand."""

from collections.abc import Iterator

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import MovementFilterSet
from inspections.analysis.movement import Movements, movements
from tests import builders
from tests.inspections.analysis.told import judged, overall
from tests.kept import kept

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> Movements:
    filters = MovementFilterSet(QueryDict(query))
    assert not filters.problems
    return movements(filters)


def moved(query: str) -> list[tuple[str, str, str]]:
    """Authority, earlier and later year of each movement."""
    return [(row.place.name, row.was.year, row.now.year) for row in asked(query).rows]


def counts(query: str) -> dict[str, list[int]]:
    return {group.band.code: [count.number for count in group.counts] for group in asked(query).groups}


def tell() -> None:
    """Kent: inadequate 2012, requires improvement 2014, good 2018. Camden: inadequate 2014, not judged, good 2019.

    Brent: good 2016, inadequate 2021. Hackney: inadequate 2022 alone.
    """
    kent, camden, brent, hackney = map(builders.authority, ("Kent", "Camden", "Brent", "Hackney"))
    overall(kent, "2012-06-04", "inadequate", "child-protection")
    overall(kent, "2014-06-02", "requires_improvement", "sif")
    overall(kent, "2018-06-04", "good")
    overall(camden, "2014-01-06", "inadequate", "sif")
    overall(camden, "2016-02-01", None, "sif")
    overall(camden, "2019-02-04", "good")
    overall(brent, "2016-05-02", "good", "sif")
    overall(brent, "2021-05-03", "inadequate")
    overall(hackney, "2022-05-02", "inadequate")
    judged(kent, "2019-01-07", leadership="outstanding")


class TestMovement:
    """What is asked of one told knowledge base."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def told(cls, django_db_setup, django_db_blocker) -> Iterator[None]:
        with kept(django_db_blocker, tell) as told:
            yield told

    def test_each_graded_inspection_is_paired_with_the_next(self):
        assert moved("") == [
            ("Brent", "2016", "2021"),
            ("Camden", "2014", "2019"),
            ("Kent", "2014", "2018"),
            ("Kent", "2012", "2014"),
        ]
        assert counts("") == {
            "good": [0, 0, 0, 1],
            "requires-improvement": [0, 1, 0, 0],
            "inadequate": [0, 1, 1, 0],
        }
        assert asked("").partly == 1

    def test_grades_asked_for_leave_movements_and_shares_stay_of_all(self):
        assert moved("was=inadequate&now=good") == [("Camden", "2014", "2019")]
        assert counts("was=inadequate&now=good") == {"inadequate": [0, 1, 1, 0]}

    def test_a_grade_can_be_reached_at_a_later_inspection(self):
        assert moved("was=inadequate&now=good&reach=later") == [("Camden", "2014", "2019"), ("Kent", "2012", "2018")]
        assert counts("was=inadequate&now=good&reach=later") == {"inadequate": [0, 2, 0, 0, 2]}

    def test_within_counts_what_certainly_is(self):
        assert moved("was=inadequate&now=good&reach=later&within=6") == [
            ("Camden", "2014", "2019"),
            ("Kent", "2012", "2018"),
        ]
        assert moved("was=inadequate&now=good&reach=later&within=5") == []
        assert counts("was=inadequate&now=good&reach=later&within=5") == {"inadequate": [0, 0, 0, 0, 4]}
        assert moved("within=2") == [("Kent", "2012", "2014")]

    def test_filters_leave_movements_by_place_and_later_year(self):
        assert moved("region=South East&year=2018") == [("Kent", "2014", "2018")]
        assert moved("authority=brent") == [("Brent", "2016", "2021")]
        assert moved("domain=leadership") == []

    def test_a_movement_leads_to_both_inspections_side_by_side(self):
        (row,) = asked("authority=brent").rows
        assert row.comparison == (
            f"/compare/?inspection=brent%2F{row.was.slug}&inspection=brent%2F{row.now.slug}&domain=overall-effectiveness"
        )
        assert row.was_address == f"/inspections/brent/{row.was.slug}/"
        assert row.now_address == f"/inspections/brent/{row.now.slug}/"
        assert asked("authority=brent").groups[0].counts[3].query == "?authority=brent&was=good&now=inadequate"


def test_an_inspection_that_judged_a_domain_twice_counts_once():
    kent = builders.authority("Kent")
    inspection = builders.inspection("slac", authority=kent, started="2010-05-03")
    report = builders.report("slac", of=inspection)
    builders.judgement(report, "overall-effectiveness", "good", scope="safeguarding")
    builders.judgement(report, "help-and-protection", "good")
    judged(kent, "2014-06-02", "sif", help_and_protection="inadequate")
    assert moved("domain=help-and-protection") == [("Kent", "2010", "2014")]


def test_a_movement_that_may_have_taken_longer_is_told_and_not_counted():
    kent = builders.authority("Kent")
    overall(kent, "2019", "inadequate", published="2019-11-04")
    overall(kent, "2023-07-10", "good")
    found = asked("was=inadequate&now=good&reach=later&within=4")
    assert found.rows == ()
    assert [(one.place.name, one.now.year) for one in found.unsure] == [("Kent", "2023")]
    assert asked("was=inadequate&now=good&reach=later&within=5").unsure == ()
    assert asked("was=good&within=4").unsure == asked("now=outstanding&reach=later&within=4").unsure == ()
