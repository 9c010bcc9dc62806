"""The day, time and address that a browser prints around a page."""

import pytest

from ingest.wording.browser_print import is_address, is_time_stamp


@pytest.mark.parametrize(
    "line",
    [
        "28/11/2026, 10:00", "11/28/26, 10:00 AM", "28.11.2026 10:00", "2026-11-28, 10:00:05", "28/11/2026, 9:05 p.m.",
        "11/28/26, 10:00\u202fAM", "28/11/2026, 10:00 Wexcombe - Agenda item", "1 of 3 28/11/2026, 10:00",
    ],
)  # fmt: skip
def test_a_day_and_a_time_at_an_end_of_a_line_tell_when_it_was_printed(line) -> None:
    assert is_time_stamp(line)


@pytest.mark.parametrize("line", ["28 November 2026, 10:00", "28/11/2026", "Held on 28/11/2026, 10:00 in the hall", ""])
def test_other_days_do_not(line) -> None:
    assert not is_time_stamp(line)


@pytest.mark.parametrize("line", ["https://wexcombe.example/a?b=1", "http://a.example 1/3", "Agenda http://a.example"])
def test_an_address_stands_at_an_end_of_a_line(line) -> None:
    assert is_address(line)


@pytest.mark.parametrize("line", ["www.wexcombe.example", "See https://a.example for more", "http"])
def test_what_a_sentence_or_a_letterhead_names_is_none(line) -> None:
    assert not is_address(line)
