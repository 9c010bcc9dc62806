"""Which report it is: the same key for the same kind, authority and day; papers by date and title."""

import pytest

from inspections.report_keys import report_key


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        (("sif", "999", "2015-09-14", "2015-11-27", "A"), "sif:999:2015-09-14"),
        (("sif", "999", "", "2015-11-27", "A"), "sif:999:2015-11-27"),
    ],
)
def test_a_report_is_known_by_its_first_day_else_by_its_date(facts, key):
    assert report_key(*facts) == key


def test_papers_and_reports_without_a_date_are_known_by_their_title():
    one, other = (report_key("cabinet-report", "999", "2015-09-14", "2016-02-01", title) for title in ("A", "B"))
    assert one != other
    assert one.startswith("cabinet-report:999:2016-02-01:")
    assert report_key("sif", "999", "", "", "A title") == report_key("sif", "999", "", "", "A  Title")
