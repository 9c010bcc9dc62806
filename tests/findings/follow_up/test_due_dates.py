"""By which day an action is due, only where the wording tells it without doubt; what actions lack, and what none answers."""

from datetime import date

import pytest

from findings.corrections.service import correct, withdraw
from findings.follow_up.due_dates import due_by
from findings.models import Action
from findings.models.actions import WITHOUT_DATE, WITHOUT_MEASURE, WITHOUT_OWNER, WITHOUT_READABLE_DATE, past_due
from tests import builders


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
        "Paper by May; decision by June 2019",
        "Paper by May 2019; decision by June 2019",
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


@pytest.mark.django_db
def test_the_day_follows_the_wording_when_it_is_corrected_or_saved():
    action = builders.action(builders.report("improvement-plan"), due="March 2020", read={"due": "March 2020"})
    assert action.due_by == date(2020, 3, 31)
    made = correct(action, "due", "Ongoing", "The page says so.", builders.editor())
    assert Action.objects.get().due_by is None
    withdraw(made, "The page was another.", builders.editor())
    assert Action.objects.get().due_by == date(2020, 3, 31)
    action.due = "By May 2020"
    action.save(update_fields=["due"])
    assert Action.objects.get().due_by == date(2020, 5, 31)


@pytest.mark.django_db
def test_what_a_plan_lacks_is_told():
    plan = builders.report("improvement-plan")
    rows = {
        "past": builders.action(plan, "1", due="March 2020", rag="Amber", measure="Visits"),
        "done": builders.action(plan, "2", due="March 2020", rag=" Completed", success_measures="All are visited"),
        "today": builders.action(plan, "3", due="31 March 2021", measure="Visits"),
        "unread": builders.action(plan, "4", due="Ongoing", lead=""),
        "never": builders.action(plan, "5", due="", measure="Visits"),
    }

    def names(found):
        return {next(name for name, row in rows.items() if row == action) for action in found}

    actions = Action.objects.all()
    assert names(actions.filter(past_due(date(2021, 3, 31)))) == {"past"}
    assert names(actions.filter(past_due(date(2021, 4, 1)))) == {"past", "today"}
    assert names(actions.filter(WITHOUT_DATE)) == {"never"}
    assert names(actions.filter(WITHOUT_READABLE_DATE)) == {"unread"}
    assert names(actions.filter(WITHOUT_OWNER)) == {"unread"}
    assert names(actions.filter(WITHOUT_MEASURE)) == {"unread"}
