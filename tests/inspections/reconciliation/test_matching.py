"""Which statements are about the same inspection, and which date is preferred. Uses no database."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspections.reconciliation.inspections import preferred_date
from inspections.reconciliation.matching import Agreement, StatedInspection, agreement, group_statements


def published(day: str, framework: str = "", started: str = "", ended: str = "") -> StatedInspection:
    return StatedInspection(("b", ""), framework, started, ended, day)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (published("2015-10-19", "sif", "2015-07-06", "2015-07-30"), published("2015-10-20"), Agreement.CLOSE),
        (published("2015-10-19", "sif", "2015-07-06", "2015-07-30"), published("2015-10-28"), Agreement.NONE),
        (published("2015-10-19", "sif", "2015-07-06"), published("2015-10-20", "sif", "2015-09-01"), Agreement.YEAR),
        (published("2015-10-19", "focused-visit"), published("2015-10-20", "focused-visit"), Agreement.NONE),
        (published("", "sif", "2013-11-19", "2013-12-11"), published("2014-02-11"), Agreement.AFTER),
        (published("", "lac", "2013-07"), published("2013-08-16"), Agreement.AFTER),
        (published("", "lac", "2013-07"), published("2014-01-16"), Agreement.NONE),
        (published("", "lac", "2013"), published("2014-01-16"), Agreement.NONE),
        (published("", "send", "2013-11-19"), published("2014-01-16"), Agreement.NONE),
        (
            StatedInspection(("a", ""), "sif", "2015-09-14"),
            StatedInspection(("b", ""), "sif", "2015-09"),
            Agreement.FULL,
        ),
        (StatedInspection(("a", ""), "sif", "2015-09-14"), StatedInspection(("b", ""), "", "2015"), Agreement.YEAR),
        (
            StatedInspection(("a", ""), "sif", "2015-09-14"),
            StatedInspection(("b", ""), "sif", "2015-06"),
            Agreement.YEAR,
        ),
        (StatedInspection(("a", ""), "sif", "2015-09-14"), StatedInspection(("b", ""), "", "2015-06"), Agreement.NONE),
        (
            StatedInspection(("a", ""), "sif", "2015-09-14"),
            StatedInspection(("b", ""), "ilacs", "2015-09-14"),
            Agreement.NONE,
        ),
        (
            StatedInspection(("a", ""), "ilacs", "2019-07-15", "2019-07-26"),
            StatedInspection(("b", ""), "ilacs", "2019-07-08", "2019-07-26"),
            Agreement.CLOSE,
        ),
        (
            StatedInspection(("a", ""), "focused-visit", "2019-02-06"),
            StatedInspection(("b", ""), "focused-visit", "2019-10"),
            Agreement.NONE,
        ),
        (
            StatedInspection(("a", ""), "focused-visit", "2019-02-06"),
            StatedInspection(("b", ""), "focused-visit", "2019"),
            Agreement.YEAR,
        ),
        (
            StatedInspection(("a", ""), "focused-visit", "2019-02-06"),
            StatedInspection(("b", ""), "", "2019"),
            Agreement.NONE,
        ),
        (StatedInspection(("a", ""), "sif"), StatedInspection(("b", ""), "sif"), Agreement.NONE),
        (StatedInspection(("a", ""), "sif", "2015-09-14"), StatedInspection(("b", ""), "sif", "2017"), Agreement.NONE),
        (
            StatedInspection(("a", ""), "sif", "2015-09-14"),
            StatedInspection(("b", ""), "sif", "", "", "2015-11-27"),
            Agreement.AFTER,
        ),
        (
            StatedInspection(("a", ""), "focused-visit", "2019-02-06", "2019-02-07"),
            StatedInspection(("b", ""), "focused-visit", "2019-02-06", "2019-02-08"),
            Agreement.NONE,
        ),
    ],
)
def test_how_well_two_statements_agree(one, other, expected):
    assert agreement(one, other) == agreement(other, one) == expected


def test_the_date_that_satisfies_most_statements_is_preferred():
    assert preferred_date(["2019-07-08", "2019-07-15", "2019", "2019-07-15"]) == "2019-07-15"
    assert preferred_date(["2019", "2019-07"]) == "2019-07"
    assert preferred_date(["2019-07-15", "2019-07-08"]) == "2019-07-15"
    assert preferred_date(["2018", "2019-07-15"]) == preferred_date(["2019-07-15", "2018"]) == "2019-07-15"
    assert preferred_date(["", ""]) == ""


FEBRUARY = StatedInspection(("a", "inspection"), "focused-visit", "2019-02-06", is_own=True)
OCTOBER = StatedInspection(("b", "inspection"), "focused-visit", "2019-10-09", is_own=True)


def groups_of(*statements: StatedInspection) -> list[tuple[list[StatedInspection], bool]]:
    """Each group of statements, and whether it is ambiguous."""
    return [(group.statements, group.ambiguous) for group in group_statements(statements)]


def test_a_mention_that_matches_one_own_report_joins_it():
    mention = StatedInspection(("c", "m1"), "focused-visit", "2019-10")
    assert groups_of(FEBRUARY, OCTOBER, mention) == [([FEBRUARY], False), ([OCTOBER, mention], False)]


def test_own_reports_of_one_framework_and_one_day_are_about_one_inspection():
    edition = replace(FEBRUARY, key=("b", "inspection"))
    other = replace(FEBRUARY, key=("c", "inspection"), framework="monitoring-visit")
    assert groups_of(FEBRUARY, edition, other) == [([FEBRUARY, edition], False), ([other], False)]


def test_a_mention_that_matches_nothing_is_an_inspection_of_its_own():
    mention = StatedInspection(("c", "m1"), "focused-visit", "2018-10")
    assert groups_of(FEBRUARY, mention) == [([FEBRUARY], False), ([mention], False)]


def test_mentions_without_an_own_report_are_one_where_they_agree():
    exact = StatedInspection(("b", "m1"), "sif", "2015-09-14")
    rough = StatedInspection(("a", "m1"), "", "2015")
    other = StatedInspection(("c", "m1"), "sif", "2017-05")
    assert groups_of(rough, exact, other) == [([exact, rough], False), ([other], False)]


def test_a_mention_between_two_more_exact_ones_is_ambiguous():
    rough = StatedInspection(("a", "m1"), "focused-visit", "2019")
    february, october = (replace(own, is_own=False, key=(own.key[0], "m2")) for own in (FEBRUARY, OCTOBER))
    assert groups_of(rough, february, october) == [([february], False), ([october], False), ([rough], True)]


def test_a_mention_that_matches_two_own_reports_is_kept_apart_and_ambiguous():
    mention, again = (
        StatedInspection(("c", "m1"), "focused-visit", "2019"),
        StatedInspection(("d", "m1"), "focused-visit", "2019"),
    )
    assert groups_of(FEBRUARY, OCTOBER, mention, again) == [
        ([FEBRUARY], False),
        ([OCTOBER], False),
        ([mention, again], True),
    ]


statements = st.builds(
    StatedInspection,
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["inspection", "m1", "m2"])),
    st.sampled_from(["", "sif", "ilacs", "focused-visit"]),
    st.sampled_from(["", "2015", "2015-09", "2015-09-14", "2015-06", "2019-07-08", "2019-07-15"]),
    st.sampled_from(["", "2015-10-08", "2019-07-26"]),
    st.sampled_from(["", "2015", "2019-08-27"]),
    st.booleans(),
)


@given(st.lists(statements, max_size=7, unique_by=lambda one: one.key), st.randoms(use_true_random=False))
def test_groups_of_statements_do_not_depend_on_their_order(statements, random):
    def groups(ordered):
        return [(sorted(c.statements), c.ambiguous) for c in group_statements(ordered)]

    shuffled = list(statements)
    random.shuffle(shuffled)
    found = groups(statements)
    assert groups(shuffled) == found
    assert sorted(one for members, _ in found for one in members) == sorted(statements)


def test_inspections_months_apart_are_two_even_if_their_years_meet():
    own = StatedInspection(("a", "1"), "ilacs", "2021-11-08", "2021-11-19", "2022-01-14", is_own=True)
    later = StatedInspection(("b", "1"), "ilacs", "2022-10-03", "", "2022-11-25")
    misprinted = StatedInspection(("c", "1"), "ilacs", "2021-11-18", "", "2022-02-14")
    groups = group_statements([own, later, misprinted])
    assert [[one.key[0] for one in group.statements] for group in groups] == [["a", "c"], ["b"]]
