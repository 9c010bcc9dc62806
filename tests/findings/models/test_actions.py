"""Actions: the day that follows the wording, and what can be late or missing in one."""

from datetime import date

import pytest

from findings.corrections.service import correct, withdraw
from findings.models import Action
from findings.models.actions import WITHOUT_DATE, WITHOUT_MEASURE, WITHOUT_OWNER, WITHOUT_READABLE_DATE, past_due
from tests import builders


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
        "ended": builders.action(plan, "6", due="", rag="COMPLETED ", measure="Visits"),
        "lasting": builders.action(plan, "7", due="", rag="Ongoing", measure="Visits"),
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


@pytest.mark.django_db
def test_saving_other_columns_leaves_the_day_to_the_next_whole_save():
    action = builders.action(builders.report("improvement-plan"), due="March 2020")
    Action.objects.filter(pk=action.pk).update(due_by=None)
    action.save(update_fields=["text"])
    assert Action.objects.get().due_by is None
    action.save()
    assert Action.objects.get().due_by == date(2020, 3, 31)


@pytest.mark.django_db
def test_an_action_is_named_by_its_number_or_its_anchor():
    plan = builders.report("improvement-plan")
    assert str(builders.action(plan, "1.10")) == "Action 1.10"
    assert str(builders.action(plan, "", anchor="action-p3-1")) == "action-p3-1"
