"""Dates of reduced precision: which exist, how they are shown, and when two of them can be the same day."""

import pytest

from inspections.models.partial_dates import agree, display, is_partial_date, year_of


@pytest.mark.parametrize("text", ["", "2019", "2019-02", "2019-02-28", "2020-02-29"])
def test_existing_days_months_and_years_are_partial_dates(text):
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["19", "2019-2", "2019-13", "2019-00", "2019-02-29", "2019-02-28x", "28 February 2019", "0000"]
)
def test_other_texts_are_not(text):
    assert not is_partial_date(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2015-11-07", "7 November 2015"), ("2013-01", "January 2013"), ("2019-12", "December 2019"), ("2019", "2019")],
)
def test_dates_are_shown_to_the_precision_that_is_known(text, shown):
    assert display(text) == shown


def test_an_empty_date_stays_empty_and_has_no_year():
    assert display("") == ""
    assert year_of("") is None


@pytest.mark.parametrize("text", ["2013", "2013-01", "2013-01-31"])
def test_the_year_is_known_at_every_precision(text):
    assert year_of(text) == 2013


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2015-09-14", "2015-09-14", True),
        ("2015-09-14", "2015-09", True),
        ("2015", "2015-09-14", True),
        ("2015-09-14", "2015-09-15", False),
        ("2015-09", "2015-10-01", False),
        ("2014", "2015", False),
        ("", "2015", True),
    ],
)
def test_two_dates_agree_to_the_precision_of_the_less_precise_one(first, second, same):
    assert agree(first, second) == agree(second, first) == same
