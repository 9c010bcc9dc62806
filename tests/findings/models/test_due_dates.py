"""By which day an action is due: only where the wording tells it without doubt."""

from datetime import date

import pytest

from findings.models.due_dates import due_by


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("31 March 2020", date(2020, 3, 31)),
        ("31st March 2020.", date(2020, 3, 31)),
        ("March 2020", date(2020, 3, 31)),
        ("Feb 2020", date(2020, 2, 29)),
        ("Sept 2021", date(2021, 9, 30)),
        ("End November\n2019", date(2019, 11, 30)),
        ("By the end of January 2020", date(2020, 1, 31)),
        ("by end of January 2020", date(2020, 1, 31)),
        ("Report by November 2019", date(2019, 11, 30)),
        ("By April 2020 as part of the yearly review", date(2020, 4, 30)),
        ("31/03/2020", date(2020, 3, 31)),
        ("31.3.20", date(2020, 3, 31)),
        ("Paper by May; decision by June 2019", date(2019, 6, 30)),
        ("Paper by end of May 2019; decision by 6 June 2019", date(2019, 6, 6)),
    ],
)
def test_a_date_to_be_met_is_read(wording, day):
    assert due_by(wording) == day


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "Ongoing",
        "Ongoing from October 2019",
        "From November 2019",
        "Commencing December 2019",
        "Launch January 2020",
        "End of November",
        "Spring 2020",
        "2020",
        "Before March 2020",
        "Paper May 2019; decision by June 2019",
        "Paper by June 2019; decision by May 2019",
        "Paper by 31 February 2019; decision by May 2019",
        "Decision by June 2019; all others by July",
        "From May 2019, everyone trained by June 2020",
        "October to December 2019",
        "March 2020 in steps",
        "First paper by May 2019, all others in June",
        "31 February 2020",
        "31/13/2020",
        "1.3.2020.4",
    ],
)
def test_anything_else_is_no_date(wording):
    assert due_by(wording) is None
