"""Grades on a day: counted by hand over a few authorities."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import GradesFilterSet
from inspections.analysis.grades import Grades, grades
from tests import builders
from tests.inspections.analysis.told import judged, overall
from tests.kept import kept

pytestmark = pytest.mark.django_db

LONDON = ("Camden", "Hackney", "Brent", "Bromley", "Croydon", "Greenwich")


def asked(query: str = "") -> Grades:
    filters = GradesFilterSet(QueryDict(query))
    assert not filters.problems
    return grades(filters)


def counted(query: str) -> dict[str, list[int]]:
    """The numbers of each group that holds any: outstanding, good, requires improvement, inadequate, and no grade."""
    found = asked(query)
    return {group.label: [count.number for count in group.counts] for group in found.groups if group.total}


def tell() -> SimpleNamespace:
    """Six authorities of London and two others.

    London at the end of March 2020: 1 outstanding, 2 good, 2 requires improvement, 1 inadequate.
    """
    camden, hackney, brent, bromley, croydon, greenwich = map(builders.authority, LONDON)
    kent, cumbria = builders.authority("Kent"), builders.authority("Cumbria")
    overall(camden, "2015-06-01", "requires_improvement", "sif")
    newest = overall(camden, "2018-06-04", "outstanding")
    overall(hackney, "2019-06-03", "good")
    overall(brent, "2014-06-02", "inadequate", "sif")
    overall(brent, "2020-03-02", "good", published="2020-06-30")
    overall(bromley, "2017-06-05", "requires_improvement", "sif")
    overall(croydon, "2012-06-04", "adequate", "child-protection")
    overall(greenwich, "2019-01-14", "inadequate")
    overall(greenwich, "2020-03-30", "good", published="2020-07-01")
    overall(kent, "2019-02-04", "good")
    overall(cumbria, "2022-09-20", "requires_improvement", published="2022-11-15")
    return SimpleNamespace(newest=newest, kent=kent)


class TestGradesOfADay:
    """What is asked of one told knowledge base."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def told(cls, django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
        with kept(django_db_blocker, tell) as told:
            yield told

    def test_the_latest_grade_of_each_authority_counts_in_its_region(self):
        found = asked("on=2020-03-31")
        assert counted("on=2020-03-31") == {"London": [1, 2, 2, 1], "South East": [0, 1, 0, 0]}
        london = next(group for group in found.groups if group.label == "London")
        assert [count.share for count in london.counts] == [17, 33, 33, 17]
        assert (london.total, london.authorities, london.missing, london.partly) == (6, 33, 27, 1)
        assert [count.number for count in found.together.counts] == [1, 3, 2, 1]
        assert (found.together.authorities, found.crosswalk) == (151, "2026-1")

    def test_fewer_than_five_have_numbers_and_no_share(self):
        found = asked("on=2020-03-31")
        kents = next(group for group in found.groups if group.label == "South East")
        assert [(count.number, count.share) for count in kents.counts] == [(0, None), (1, None), (0, None), (0, None)]
        assert {bar.label for bar in found.chart.bars if bar.parts} == {"London", "All together"}

    def test_by_publication_a_judgement_counts_from_its_report(self):
        assert counted("on=2020-03-31&counted=published")["London"] == [1, 1, 2, 2]
        assert counted("on=2020-07-01&counted=published")["London"] == [1, 3, 2, 0]

    def test_the_same_day_of_each_year_shows_how_grades_went(self):
        found = counted("on=2020-03-31&by=day&region=London")
        assert found["31 March 2013"] == [0, 0, 1, 0]
        assert found["31 March 2018"] == [0, 0, 3, 1]
        assert found["31 March 2019"] == [1, 0, 2, 2]
        assert found["31 March 2020"] == [1, 2, 2, 1]
        assert list(found) == [f"31 March {year}" for year in range(2013, 2021)]

    def test_filters_leave_latest_grades_and_never_bring_up_older_ones(self):
        assert counted("on=2020-03-31&framework=sif") == {"London": [0, 0, 1, 0]}
        assert counted("on=2020-03-31&year=2018&year=2014") == {"London": [1, 0, 0, 0]}
        assert asked("on=2020-03-31&framework=sif").together.authorities is None

    def test_years_and_frameworks_divide_the_latest_grades(self):
        assert counted("on=2020-03-31&by=framework") == {
            "ILACS": [1, 3, 0, 1],
            "SIF": [0, 0, 1, 0],
            "Child protection": [0, 0, 1, 0],
        }
        assert list(counted("on=2020-03-31&by=year")) == ["2020", "2019", "2018", "2017", "2012"]

    def test_an_authority_counts_while_it_exists(self):
        assert counted("on=2023-03-31")["North West"] == [0, 0, 1, 0]
        assert "North West" not in counted("on=2023-04-01")

    def test_without_a_day_it_is_the_last_up_to_which_inspections_are_held(self):
        found = asked()
        assert (found.day, found.held, found.is_beyond) == ("2022-11-15", "2022-11-15", False)
        assert asked("on=2024").is_beyond

    def test_the_judgements_behind_a_number_are_listed(self, told):
        found = asked("on=2020-03-31")
        outstanding = next(group for group in found.groups if group.label == "London").counts[0]
        assert outstanding.query == "?on=2020-03-31&region=London&grade=outstanding"
        assert asked(outstanding.query[1:]).listed == (told.newest.pk,)
        assert asked("on=2020-03-31&by=day").groups[-1].counts[0].query == "?on=2020-03-31&by=day&grade=outstanding"

    @pytest.mark.parametrize(
        ("query", "message"),
        [
            ("on=soon", "“soon” is not a date"),
            ("by=colour", "“colour” is not a choice of the filter “Counted by”"),
            ("domain=adoption", "“adoption” is not a choice of the filter “Domain”"),
            ("colour=red", "There is no filter called “colour”"),
        ],
    )
    def test_a_wrong_value_is_named(self, query, message):
        (problem,) = GradesFilterSet(QueryDict(query)).problems
        assert message in problem.message


def test_every_domain_counts_by_itself_and_a_judgement_of_two_counts_in_both():
    kent = builders.authority("Kent")
    judged(kent, "2019-07-15", leadership="good", children_in_care_and_care_leavers="inadequate")
    assert counted("by=domain") == {
        "Leadership, management and governance": [0, 1, 0, 0],
        "Children in care": [0, 0, 0, 1],
        "Care leavers": [0, 0, 0, 1],
    }


def test_a_latest_judgement_without_a_grade_stands_apart():
    kent, hackney = builders.authority("Kent"), builders.authority("Hackney")
    overall(kent, "2015-06-01", "good", "sif")
    overall(kent, "2019-06-03", None)
    overall(hackney, "2019-06-03", "good")
    assert counted("") == {"London": [0, 1, 0, 0, 0], "South East": [0, 0, 0, 0, 1]}
    assert asked("").bands[-1].name == "No comparable grade"


def test_inspections_that_give_no_overall_grade_any_more_are_told():
    kent, hackney = builders.authority("Kent"), builders.authority("Hackney")
    judged(kent, "2022-06-06", overall_effectiveness="good", leadership="good")
    judged(kent, "2026-04-13", leadership="inadequate")
    judged(hackney, "2022-06-06", overall_effectiveness="good", leadership="good")
    assert asked().later_without == 1
    assert asked("on=2025").later_without == 0
    assert asked("domain=leadership").later_without == 0


def test_nothing_held_is_no_answer_and_no_fault():
    found = asked()
    assert (found.chart, found.listed, found.found) == (None, (), 0)
