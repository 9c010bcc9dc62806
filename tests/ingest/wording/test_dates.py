"""Dates and ranges in every form that covers print."""

import pytest

from ingest.wording.dates import days_behind, find_date, find_range, find_time, last_day, shown, write_out


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Report published: 27 November 2015", "2015-11-27"),
        ("in January 2013", "2013-01"),
        ("the inspection in 2019, when", "2019"),
        ("1st Sept. 2016", "2016-09-01"),
        ("February2018", "2018-02"),
        ("17July2023", "2023-07-17"),
        ("17 July2023", "2023-07-17"),
        ("in 2013 and again in May 2014", "2013"),
        ("Monday 17 July 2023", "2023-07-17"),
        ("September 21st, 2010", "2010-09-21"),
        ("May 2 2010", "2010-05-02"),
    ],
)
def test_the_first_date_is_read_as_far_as_it_is_printed(text: str, iso: str) -> None:
    date = find_date(text)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize("text", ["no date", "31 June 2015", "paragraph 2020.1", "call 0300 123 1231"])
def test_what_is_no_date_in_the_calendar_is_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "started", "ended"),
    [
        ("14 September to 8 October 2015", "2015-09-14", "2015-10-08"),
        ("17 to 28 July 2023", "2023-07-17", "2023-07-28"),
        ("between 15 and 19 July 2013", "2013-07-15", "2013-07-19"),
        ("15-19 July 2013", "2013-07-15", "2013-07-19"),
        ("15 \u2013 19 July 2013", "2013-07-15", "2013-07-19"),
        ("28 January 2019 to 8 February 2019", "2019-01-28", "2019-02-08"),
        ("16 September \u2013 8 October 2014", "2014-09-16", "2014-10-08"),
        ("11 March 2014 \u2013 2 April 2014", "2014-03-11", "2014-04-02"),
        ("28 November to 9 January 2018", "2017-11-28", "2018-01-09"),
        ("14 and 15 May 2019", "2019-05-14", "2019-05-15"),
        ("the 14th and 15th of May 2019", "2019-05-14", "2019-05-15"),
        ("the 14th and the 15th May 2019", "2019-05-14", "2019-05-15"),
        ("14 to 18 May 2019; 3 to 7 June 2019", "2019-05-14", "2019-06-07"),
    ],
)
def test_a_range_takes_month_and_year_from_the_right(text: str, started: str, ended: str) -> None:
    first, last = find_range(text)
    assert first is not None
    assert last is not None
    assert (first.iso, last.iso) == (started, ended)


@pytest.mark.parametrize(
    "text",
    [
        "5 December 2022 to 16 December 2022 and 13 February to 15 February 2023",
        "5 to 16 December 2022 and 13 to 15 February 2023",
        "5 December to 16 December 2022 and 13 February 2023 to 15 February 2023",
    ],
)
def test_of_two_visits_the_first_start_and_the_last_end_count(text: str) -> None:
    first, last = find_range(text)
    assert first is not None
    assert last is not None
    assert (first.iso, last.iso) == ("2022-12-05", "2023-02-15")


def test_a_single_day_has_no_end() -> None:
    first, last = find_range("on 2 June 2025")
    assert first is not None
    assert (first.iso, last) == ("2025-06-02", None)


@pytest.mark.parametrize(("text", "iso"), [("in June 2025", "2025-06"), ("in 2025", "2025")])
def test_without_a_day_a_month_or_a_year_is_the_start(text: str, iso: str) -> None:
    first, last = find_range(text)
    assert first is not None
    assert (first.iso, last) == (iso, None)


def test_a_range_that_runs_backwards_within_its_month_stays_as_printed() -> None:
    first, last = find_range("28 to 17 July 2023")
    assert first is not None
    assert last is not None
    assert (first.iso, last.iso) == ("2023-07-28", "2023-07-17")


def test_days_in_two_months_that_run_backwards_are_not_taken_for_a_year() -> None:
    first, last = find_range("28 July to 17 July 2023")
    assert first is not None
    assert last is not None
    assert (first.iso, last.iso) == ("2023-07-28", "2023-07-17")


@pytest.mark.parametrize("text", ["31 to 38 June 2023", "31 June to 9 July 2023"])
def test_a_range_with_an_impossible_day_is_not_read(text: str) -> None:
    assert find_range(text) == (None, None)


@pytest.mark.parametrize(
    ("loose", "mended"),
    [
        ("3 June to 1 9 June 2019", "3 June to 19 June 2019"),
        ("1 0 June to 1 9 June 20 19", "10 June to 19 June 2019"),
        ("17 to 28 July 2023", "17 to 28 July 2023"),
        ("12 5 May 2019", "12 5 May 2019"),
        ("in 20 12 May", "in 20 12 May"),
        ("03/06/2019 to 14/6/2019", "3 June 2019 to 14 June 2019"),
        ("3.6.2019 \u2013 14.06.2019", "3 June 2019 \u2013 14 June 2019"),
        ("2019-06-03 to 2019-06-14", "3 June 2019 to 14 June 2019"),
        ("3/14/2019, 2018/19, 1/2/19", "3/14/2019, 2018/19, 1/2/19"),
    ],
)
def test_dates_in_figures_are_written_out(loose: str, mended: str) -> None:
    assert write_out(loose) == mended


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17 to 28 July 2023", None),
        ("5 December to 16 December 2022 and 13 to 15 February 2023", None),
        ("21 January 2019 to 1 February", "1 February"),
        ("9 to 20 March 2020 (paused), then 5 to 9 October 2020", "9 October 2020"),
        ("Week 1: 5 to 9 June 2023 Week 2: 19 to 23 June 2023", "23 June 2023"),
        ("soon", None),
    ],
)
def test_days_behind_the_first_run_are_told(text: str, day: str | None) -> None:
    assert days_behind(text) == day


@pytest.mark.parametrize(("iso", "words"), [("2026-07-07", "7 July 2026"), ("2026-07", "July 2026"), ("2026", "2026")])
def test_a_date_is_shown_as_exactly_as_it_is_known(iso, words):
    assert shown(iso) == words


@pytest.mark.parametrize(
    ("text", "iso", "printed", "ended"),
    [
        ("Inspected 4 to 22 November 2019", "2019-11-04", "4 to 22 November 2019", "2019-11-22"),
        ("Inspected on 22 November 2019", "2019-11-22", "22 November 2019", None),
        ("Published in 2018, inspected 4 to 22 November 2019", "2018", "2018", None),
        ("Grades of November 2019", "2019-11", "November 2019", None),
    ],
)
def test_the_time_of_an_inspection_is_its_first_day_with_the_whole_range(
    text: str, iso: str, printed: str, ended: str | None
) -> None:
    held = find_time(text)
    assert held is not None
    last = last_day(held)
    assert (held.iso, held.printed, last and last.iso) == (iso, printed, ended)


def test_what_has_no_date_has_no_time_and_no_last_day() -> None:
    assert find_time("At the last inspection") is None
    assert last_day(None) is None


@pytest.mark.parametrize(
    ("text", "started", "ended"),
    [
        ("in February and March 2024", "2024-02", "2024-03"),
        ("February and March of 2019", "2019-02", "2019-03"),
        ("from November 2021 to December 2021", "2021-11", "2021-12"),
        ("December and January 2022", "2021-12", "2022-01"),
        ("November/December 2018", "2018-11", "2018-12"),
        ("in May and July 2013", "2013", None),
        ("from December 2019 to January 2022", "2019-12", None),
        ("in March 2024", "2024-03", None),
    ],
)
def test_two_months_that_follow_each_other_are_one_time(text: str, started: str, ended: str | None) -> None:
    first, last = find_range(text)
    held = find_time(text)
    assert (first and first.iso, last and last.iso) == (started, ended)
    until = last_day(held)
    assert (held and held.iso, until and until.iso) == (started, ended)
