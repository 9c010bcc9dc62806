"""All themes across frameworks, counted by hand."""

import pytest
from django.http import QueryDict

from findings.analysis.filtersets import ThemeTableFilterSet
from findings.analysis.reports import counted_groups
from findings.analysis.theme_table import ThemeTable, theme_table
from findings.interpretation.themes import THEMES
from tests.findings.analysis.told import finds, recommends, report, sum_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["sums", "reports"])
def counting(request, monkeypatch):
    """Counts by sums, which are brought up to date first, or by each report."""

    def groups(filters):
        sum_up()
        return counted_groups(filters)

    monkeypatch.setattr(
        "findings.analysis.theme_table.counted_groups", groups if request.param == "sums" else lambda filters: None
    )


def asked(query: str = "") -> ThemeTable:
    filters = ThemeTableFilterSet(QueryDict(query))
    assert not filters.problems
    return theme_table(filters)


def counted(query: str = "") -> dict[str, dict[str, int]]:
    """The numbers of each theme that counts anywhere, by framework; "" for all together."""
    table = asked(query).table
    return {
        row.cells[0].theme: {cell.framework: cell.number for cell in row.cells if cell.number}
        for row in table
        if row.cells[0].number
    }


@pytest.fixture
def told() -> None:
    """Five reports under ILACS and one under SIF."""
    first, second, *_ = [report("Kent", f"202{year}-07-15") for year in range(5)]
    sif = report("Camden", "2015-07-15", "sif")
    finds(first, "caseloads", "weakness", "mixed", "strength")
    finds(second, "caseloads", "weakness")
    finds(second, "supervision", "strength")
    finds(sif, "caseloads", "mixed")
    finds(sif, "neglect", "neutral")
    recommends(sif, "planning", 3)


def test_reports_count_once_for_a_theme_the_most_frequent_theme_first(told):
    assert counted() == {"caseloads": {"": 3, "ilacs": 2, "sif": 1}}
    assert asked().table[0].name == "Caseloads"
    assert len(asked().table) == len(THEMES)
    assert asked().frameworks == (("All together", 6), ("ILACS", 5))
    assert asked().too_few == 1


def test_praise_any_finding_and_recommendations_count_instead(told):
    assert counted("counted=strength") == {
        "caseloads": {"": 2, "ilacs": 1, "sif": 1},
        "supervision": {"": 1, "ilacs": 1},
    }
    assert counted("counted=any")["neglect"] == {"": 1, "sif": 1}
    assert counted("counted=recommended") == {"planning": {"": 1, "sif": 1}}


def test_shares_are_told_of_five_reports_and_more(told):
    cells = {cell.framework: (cell.number, cell.reports, cell.share) for cell in asked().table[0].cells}
    assert cells == {"": (3, 6, 50), "ilacs": (2, 5, 40), "sif": (1, 1, None)}
    assert [cell.framework for cell in asked().table[0].shown] == ["", "ilacs"]
    assert len(asked().rows) == 3 * len(THEMES)


def test_reports_are_filtered_and_a_number_leads_to_its_theme(told):
    assert counted("region=London") == {"caseloads": {"": 1, "sif": 1}}
    assert counted("year=2020") == {"caseloads": {"": 1, "ilacs": 1}}
    cells = asked("region=London").table[0].cells
    assert cells[1].query == (
        "?theme=caseloads&of=finding&framework=sif&polarity=weakness&polarity=mixed&region=London"
    )
    assert asked("framework=sif").table[0].cells[0].query == (
        "?theme=caseloads&of=finding&framework=sif&polarity=weakness&polarity=mixed"
    )


def test_nothing_held_is_no_answer():
    assert (asked().table, asked().chart, asked().listed) == ((), None, ())
