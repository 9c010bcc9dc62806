"""One theme in reports, counted by hand."""

import pytest
from django.http import QueryDict

from findings.analysis import themes
from findings.analysis.filtersets import ThemeFilterSet
from findings.analysis.reports import counted_groups
from findings.analysis.themes import ThemeInReports, theme_in_reports
from tests import builders
from tests.findings.analysis.told import finds, recommends, report, sum_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["sums", "reports"])
def counting(request, monkeypatch):
    """Counts by sums, which are brought up to date first, or by each report."""

    def groups(filters):
        sum_up()
        return counted_groups(filters)

    monkeypatch.setattr(themes, "counted_groups", groups if request.param == "sums" else lambda filters: None)


def asked(query: str = "") -> ThemeInReports:
    filters = ThemeFilterSet(QueryDict(query))
    assert not filters.problems
    return theme_in_reports(filters)


def numbers(query: str = "") -> dict[str, list[int]]:
    """By group: reports, those that criticise, praise, recommend; findings: weakness, mixed, strength, neutral."""
    return {
        group.label: [group.reports, *(one.number for one in (*group.raising, *group.records))]
        for group in asked(query).rows
    }


@pytest.fixture
def told() -> dict[str, list[int]]:
    """Caseloads in three reports of 2019 and two of 2021; another theme and a paper of a council besides."""
    kent, camden, brent = (report(name, "2019-07-15") for name in ("Kent", "Camden", "Brent"))
    later, silent = report("Kent", "2021-07-15"), report("Camden", "2021-07-15", "sif")
    found = {
        "kent": finds(kent, "caseloads", "weakness", "weakness", "strength"),
        "camden": finds(camden, "caseloads", "mixed"),
        "brent": finds(brent, "caseloads", "neutral"),
        "later": finds(later, "caseloads", "strength"),
    }
    finds(silent, "supervision", "weakness")
    finds(builders.report("cabinet-report", authority=builders.authority("Kent")), "caseloads", "weakness")
    recommends(kent, "caseloads", 2)
    return found


def test_reports_are_counted_by_year_and_how_they_raise_the_theme(told):
    assert numbers() == {
        "2021": [2, 0, 1, 0, 0, 0, 1, 0],
        "2019": [3, 2, 2, 1, 2, 1, 1, 1],
        "All together": [5, 2, 3, 1, 2, 1, 2, 1],
    }
    assert [group.parts for group in asked().rows] == [(0, 0, 1, 0, 1), (0, 2, 0, 1, 0), (0, 2, 1, 1, 1)]


def test_a_report_that_only_recommends_is_told_from_one_that_is_silent(told):
    area, silent = report("Kent", "2018-06-18", "jtai"), report("Camden", "2018-06-18", "jtai")
    recommends(area, "caseloads")
    recommends(silent, "supervision")
    group = asked("year=2018").rows[0]
    assert [(one.name, one.number) for one in group.raising][-1] == ("Reports that recommend it", 1)
    assert group.parts == (0, 0, 0, 0, 2)
    (listed,) = asked(group.raising[-1].query[1:]).listed
    assert listed[0] == "recommendation"


def test_shares_and_rates_are_told_of_five_reports_and_more(told):
    last, _, together = asked().rows
    assert (last.raising[1].share, last.per_report) == (None, None)
    assert (together.raising[0].share, together.raising[1].share, together.per_report) == (40, 60, 0.6)
    assert [bar.label for bar in asked().chart.bars if bar.parts] == ["All together"]


def test_recommendations_are_counted_too(told):
    assert numbers("of=recommendation") == {"2021": [2, 0, 0], "2019": [3, 1, 2], "All together": [5, 1, 2]}
    assert [group.parts for group in asked("of=recommendation").rows] == [(0, 2), (1, 2), (1, 4)]


def test_reports_are_filtered_and_grouped(told):
    assert numbers("by=framework&region=London") == {
        "ILACS": [2, 1, 1, 0, 0, 1, 0, 1],
        "SIF": [1, 0, 0, 0, 0, 0, 0, 0],
        "All together": [3, 1, 1, 0, 0, 1, 0, 1],
    }
    assert list(numbers("by=region&year=2019")) == ["London", "South East", "All together"]
    assert numbers("authority=kent&framework=ilacs&year=2021") == {"2021": [1, 0, 1, 0, 0, 0, 1, 0]}


def test_a_number_leads_to_the_findings_behind_it(told):
    group = asked().rows[1]
    assert group.raising[0].query == "?year=2019&polarity=weakness&polarity=mixed"
    listed = [key for _, key in asked(group.raising[0].query[1:]).listed]
    assert listed == [*told["camden"], *told["kent"][:2]]
    assert len(asked("year=2019").listed) == 5
    assert [kind for kind, _ in asked("of=recommendation").listed] == ["recommendation"] * 2


def test_nothing_held_is_no_answer():
    assert (asked().rows, asked().chart, asked().heads, list(asked().listed)) == ((), None, (), [])
