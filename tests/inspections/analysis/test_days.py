"""From which day a judgement counts, and which is the latest on a day."""

from dataclasses import dataclass

import pytest

from inspections.analysis.days import CountedFrom, counts_from, in_order, last_day, latest_on, latest_on_each

INSPECTED, PUBLISHED = CountedFrom.INSPECTED, CountedFrom.PUBLISHED


@dataclass(frozen=True)
class Judged:
    key: int
    started: str
    ended: str = ""
    published: str = ""
    place: tuple[int, str] = (1, "leadership")


def test_a_partial_date_stands_for_its_last_day():
    assert [last_day(text) for text in ("2025", "2025-03", "2025-03-31")] == ["2025-12-31", "2025-03-31", "2025-03-31"]


@pytest.mark.parametrize(
    ("dates", "inspected", "published"),
    [
        (("2025-03-03", "2025-03-07", "2025-04-23"), "2025-03-03", "2025-04-23"),
        (("2025-03-24", "2025-03-28", "2025-07-18"), "2025-04-01", "2025-07-18"),
        (("2025-03-24", "2025-03-28", "2025-06-30"), "2025-03-24", "2025-06-30"),
        (("2024-11-04", "2024-11-08", "2025-01-06"), "2024-11-04", "2025-01-06"),
        (("", "", "2013-05"), "2013-05", "2013-05"),
        (("", "2013-02-08", ""), "2013-02-08", "2013-02-08"),
        (("2013", "", "2014"), "2013-10-01", "2014"),
        (("", "", ""), "", ""),
    ],
)
def test_a_judgement_counts_from_the_inspection_if_its_report_came_within_three_months(dates, inspected, published):
    row = Judged(1, *dates)
    assert counts_from(row, INSPECTED) == inspected
    assert counts_from(row, PUBLISHED) == published


def test_the_latest_on_a_day_is_one_for_each_authority_and_domain():
    old = Judged(1, "2015-09-14", published="2015-11-27")
    new = Judged(2, "2019-07-15", published="2019-08-27")
    other = Judged(3, "2012-01-09", place=(2, "leadership"))
    rows = (new, old, other)
    assert latest_on(rows, "2019-07-15", INSPECTED) == [other, new]
    assert latest_on(rows, "2019-07-14", INSPECTED) == [other, old]
    assert latest_on(rows, "2019-07-15", PUBLISHED) == [other, old]
    assert latest_on(rows, "2019", PUBLISHED) == [other, new]
    assert latest_on(rows, "2011", INSPECTED) == []


def test_a_report_that_came_late_never_replaces_that_of_a_later_inspection():
    late = Judged(1, "2019-02-04", published="2019-12-02")
    later = Judged(2, "2019-07-15", published="2019-08-27")
    assert latest_on((late, later), "2020", INSPECTED) == [later]
    assert latest_on((late, later), "2020", PUBLISHED) == [late]


def test_days_are_answered_together_as_one_by_one():
    rows = [
        Judged(n, f"{2010 + n}-06-01", published=f"{2010 + n}-12-01", place=(n % 3, "leadership")) for n in range(9)
    ]
    days = ["2009", "2013-07", "2016-01-01", "2030"]
    for rule in CountedFrom:
        assert latest_on_each(rows, days, rule) == [latest_on(rows, day, rule) for day in days]


def test_judgements_follow_each_other_by_the_day_from_which_they_count():
    first, second, undated = Judged(2, "2013-01"), Judged(1, "2015"), Judged(3, "")
    assert in_order((second, undated, first), INSPECTED) == [first, second]
