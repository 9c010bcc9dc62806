"""The share of one grade by region and year, counted by hand."""

import pytest
from django.http import QueryDict

from inspections.analysis.filtersets import ShareFilterSet
from inspections.analysis.shares import Shares, shares, years_in_words
from tests import builders
from tests.inspections.analysis.told import judged

pytestmark = pytest.mark.django_db


def asked(query: str = "") -> Shares:
    filters = ShareFilterSet(QueryDict(query))
    assert not filters.problems
    return shares(filters)


def table(query: str) -> dict[str, list[tuple[int, int]]]:
    return {row.label: [(cell.number, cell.total) for cell in row.cells] for row in asked(query).table}


@pytest.fixture
def told() -> None:
    """Leadership. 2022: Camden outstanding, Kent good. 2023: Kent outstanding, four others of London good."""
    for name, started, grade in (
        ("Camden", "2022-03-07", "outstanding"),
        ("Kent", "2022-05-02", "good"),
        ("Kent", "2023-05-01", "outstanding"),
        *((name, "2023-02-06", "good") for name in ("Brent", "Bromley", "Croydon", "Hackney")),
    ):
        judged(builders.authority(name), started, leadership=grade)


def test_grades_given_in_a_year_are_counted_by_region(told):
    assert asked("since=2022").columns == ("2022 to 2023", "2022", "2023")
    assert table("since=2022") == {
        "London": [(1, 5), (1, 1), (0, 4)],
        "South East": [(1, 2), (0, 1), (1, 1)],
        "All together": [(2, 7), (1, 2), (1, 5)],
    }
    cells = asked("since=2022").table[0].cells
    assert [cell.share for cell in cells] == [20, None, None]
    assert len(asked("since=2022").listed) == 2


def test_latest_grades_are_counted_at_the_end_of_each_year(told):
    assert asked("counted=state").columns == ("2022", "2023")
    assert table("counted=state") == {
        "London": [(1, 1), (1, 5)],
        "South East": [(0, 1), (1, 1)],
        "All together": [(1, 2), (2, 6)],
    }
    assert len(asked("counted=state").listed) == 2


def test_years_together_are_named_where_not_all_of_them_are_asked_for(told):
    assert asked("").columns == ("All years", "2022", "2023")
    assert next(chart.title for chart in asked("since=2022").charts).endswith(": by region, 2022 to 2023")
    assert asked("year=2023").columns == ("2023 alone", "2023")


@pytest.mark.parametrize(
    ("years", "words"),
    [(["2022"], "2022 alone"), (["2022", "2023", "2024"], "2022 to 2024"), (["2019", "2022"], "2019, 2022")],
)
def test_years_are_told_from_the_first_to_the_last_where_none_is_left_out(years, words):
    assert years_in_words(years) == words


def test_a_number_leads_to_its_judgements(told):
    cell = asked("since=2022").table[0].cells[1]
    assert cell.query == "?since=2022&region=London&year=2022"
    assert table(cell.query[1:]) == {"London": [(1, 1), (1, 1)]}
    assert len(asked(cell.query[1:]).listed) == 1


def test_regions_and_years_are_drawn_where_there_are_enough(told):
    regions, years = asked("since=2022").charts
    assert [(bar.label, len(bar.parts)) for bar in regions.bars] == [
        ("London", 2),
        ("South East", 0),
        ("All together", 2),
    ]
    assert [(bar.label, len(bar.parts)) for bar in years.bars] == [("2022", 0), ("2023", 2)]
    assert (regions.name, years.name) == ("regions", "years")


def test_other_grades_and_domains_can_be_asked_for(told):
    assert table("grade=good")["All together"] == [(5, 7), (1, 2), (4, 5)]
    assert table("domain=help-and-protection") == {}
    assert table("framework=sif") == {}


def test_nothing_held_is_no_answer():
    assert (asked().charts, asked().table, asked("since=").listed) == ((), (), ())
