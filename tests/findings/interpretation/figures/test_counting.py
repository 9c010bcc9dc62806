import pytest

from findings.interpretation.figures.counting import HIGHEST_CASELOAD, Unit, unit_of
from findings.interpretation.figures.groups import groups_in
from findings.interpretation.figures.numerals import numerals_in


def unit(text: str, counted: str = "") -> Unit | None:
    first, *others = groups_in(text, numerals_in(text), [])
    return unit_of(text, first, others[0] if others else None, counted)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("12 plans", "plans"),
        ("12 or more plans", "plans"),
        ("12 (40%) of the plans", "plans"),
        ("12% of plans", "percent"),
        ("12 out of a total of 30 plans", "plans"),
        ("12 children per 10,000", "per 10,000"),
        ("a rate of 12", "rate"),
        ("caseloads of 12", "cases per worker"),
        ("workers who are responsible for 12 families", "families per worker"),
        ("numbers of visits fell to 12", "visits"),
        ("visits (12)", "visits"),
        ("12 were made, with 30 visits planned", "visits"),
        ("one week", "weeks"),
        ("1 child", "children"),
        ("1 plan", "plans"),
        ("1 young person", "children"),
        ("21) children", "children"),
        ("12 ‘letterbox’ contacts", "contacts"),
    ],
)
def test_the_unit_of_a_number(text: str, name: str) -> None:
    found = unit(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["12, then", "one plan", "1 of us", "room for 12", "they were at 12 too"])
def test_a_number_that_counts_nothing_has_none(text: str) -> None:
    assert unit(text) is None


@pytest.mark.parametrize("text", ["12 were late", "12 with others", "12 of whom moved"])
def test_a_number_goes_on_counting_what_was_counted(text: str) -> None:
    assert unit(text, "plans") == Unit("plans", 2)


def test_more_cases_than_one_worker_can_hold_are_no_caseload() -> None:
    assert unit(f"caseloads: {HIGHEST_CASELOAD} cases") == Unit("cases per worker", 20)
    assert unit(f"caseloads: {HIGHEST_CASELOAD + 1} cases") == Unit("cases", 20)
