"""The time between partial dates."""

import pytest

from inspections.analysis.spans import Span, between


@pytest.mark.parametrize(
    ("first", "second", "span"),
    [
        ("2019-07-15", "2019-07-26", Span(11, 11)),
        ("2020-02", "2020-03-01", Span(1, 29)),
        ("2013", "2014", Span(1, 729)),
        ("2019-07-26", "2019-07-15", Span(-11, -11)),
        ("", "2019", None),
        ("2019", "", None),
    ],
)
def test_partial_dates_leave_a_range(first, second, span):
    assert between(first, second) == span


def test_what_is_within_is_so_with_certainty():
    assert between("2015-01-01", "2019-01-01").is_within_years(4)
    assert not between("2015-01-01", "2019-01-02").is_within_years(4)
    assert not between("2015", "2018-06").is_within_years(3)
    assert [between("2015", "2018-06").may_be_within_years(years) for years in (1, 2, 3, 4)] == [
        False,
        False,
        True,
        False,
    ]
    assert not between("2015-01-01", "2019-01-01").may_be_within_years(4)
    assert between("2015-01-01", "2019-01-01").is_years_or_longer(4)
    assert not between("2015-01-01", "2018-12-31").is_years_or_longer(4)
    assert not between("2015", "2018-06").is_years_or_longer(3)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2019-07-15", "2019-07-16", "1 day"),
        ("2019-07-15", "2019-10-01", "78 days"),
        ("2015-01-01", "2019-01-01", "4 years"),
        ("2019-07-15", "2023-07-17", "4 years 2 days"),
        ("2015-01-01", "2016-02-15", "1 year 1 month"),
        ("2015-01-01", "2015-07-15", "6 months"),
        ("2015", "2016-12-31", "between 1 year and 1 year 11 months"),
    ],
)
def test_time_in_words(first, second, words):
    assert between(first, second).words == words
