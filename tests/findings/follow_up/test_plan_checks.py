"""The checks of a plan: each names its records, as its page, its file and the list of plans do."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.follow_up.action_states import is_overdue
from findings.follow_up.plan_checks import SHOWN, checks_of, due_of
from findings.follow_up.plans import asked_of
from findings.models import Action
from findings.models.actions import past_due
from inspections.models import Report
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def a_plan() -> Report:
    """A plan with an action of each fault, and one of two recommendations unanswered."""
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    answered = builders.recommendation(report, "1")
    builders.recommendation(report, "2")
    plan = builders.report("improvement-plan", inspection=inspection, title="Plan of Wexcombe")
    good = {"success_measures": "Fewer children wait", "due": "31 March 2099"}
    for ref, fault in (
        ("1.1", {}),
        ("1.2", {"due": "March 2016", "rag": "Amber"}),
        ("1.3", {"due": "March 2016", "rag": " Done "}),
        ("1.4", {"due": ""}),
        ("1.5", {"due": "As soon as possible"}),
        ("1.6", {"lead": ""}),
        ("1.7", {"success_measures": ""}),
    ):
        builders.reference_to(builders.action(plan, ref, **good | fault), answered)
    builders.action(plan, "2.1", **good)
    return plan


def found_in(plan: Report) -> dict[str, list[str]]:
    return {check.code: [row.label for row in check.found] for check in checks_of(plan, asked_of(plan))}


FOUND = {
    "overdue": ["Action 1.2"],
    "no-date": ["Action 1.4"],
    "unreadable-date": ["Action 1.5"],
    "no-owner": ["Action 1.6"],
    "no-measure": ["Action 1.7"],
    "no-recommendation": ["Action 2.1"],
    "unanswered": ["Recommendation 2"],
}


def test_each_check_names_its_records():
    plan = a_plan()
    assert found_in(plan) == FOUND
    numbers = {check.code: check.of for check in checks_of(plan, asked_of(plan))}
    assert set(numbers.values()) == {8, 2}
    assert numbers["unanswered"] == 2


def test_a_plan_that_nothing_is_held_for_has_nothing_to_answer():
    plan = builders.report("improvement-plan")
    *_, unanswered = checks_of(plan, asked_of(plan))
    assert (unanswered.of, unanswered.found) == (0, ())


@pytest.mark.parametrize("rag", ["", "Amber", "done", " Complete ", "Red"])
@pytest.mark.parametrize("days", [-1, 0, 1, None])
def test_an_action_is_marked_as_the_database_counts_it(rag, days):
    plan = builders.report("improvement-plan")
    due = "" if days is None else f"{timezone.localdate() + timedelta(days=days):%d %B %Y}"
    action = builders.action(plan, rag=rag, due=due)
    assert is_overdue(action) == Action.objects.filter(past_due(timezone.localdate())).exists()


@pytest.mark.either_database
def test_the_page_the_file_and_the_list_of_plans_tell_the_same(client):
    plan = a_plan()
    address = reverse("plan", args=[plan.authority_slug, plan.slug])
    page = squeeze(client.get(address).content.decode())
    section = page.split('id="checks"')[1].split("</section>")[0]
    assert f"As at {timezone.localdate():%-d %B %Y}" in section
    assert f'href="{plan.get_absolute_url()}action-1.2/">Action 1.2</a>' in section
    file = f"{address}checks.csv"
    assert f'href="{file}"' in section
    response = client.get(file)
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode(), newline="")))
    told = [(row["check"], row["record"]) for row in rows]
    assert told == [(code, label) for code, labels in FOUND.items() for label in labels]
    assert rows[0]["due_by"] == "2016-03-31"
    assert rows[0]["citation"].endswith(f"action 1.2, page 4 of the file, {rows[0]['permanent_link']}")
    for check in checks_of(plan, asked_of(plan)):
        assert client.get(check.url).context["paginator"].count == 1, check.code
    plans = squeeze(client.get(reverse("plans")).content.decode())
    assert f'Unanswered: <a class="govuk-link" href="{address}#checks">1 recommendation</a>' in plans
    assert 'Date has passed: <a class="govuk-link"' in plans


@pytest.mark.either_database
def test_an_action_past_its_date_is_marked_wherever_it_shows(client):
    plan = a_plan()
    mark = "Date has passed</strong>"
    address = reverse("plan", args=[plan.authority_slug, plan.slug])
    assert squeeze(client.get(address).content.decode()).count(mark) == 1
    assert squeeze(client.get(reverse("actions")).content.decode()).count(mark) == 1
    asked = asked_of(plan)[0].asked[0].recommendation
    assert squeeze(client.get(asked.get_absolute_url()).content.decode()).count(mark) == 1


def test_a_check_with_many_records_names_the_first_and_counts_the_others():
    plan = builders.report("improvement-plan")
    for number in range(SHOWN + 3):
        builders.action(plan, f"1.{number}", lead="")
    check = next(check for check in checks_of(plan, asked_of(plan)) if check.code == "no-owner")
    assert (len(check.found), len(check.shown), check.more) == (SHOWN + 3, SHOWN, 3)


def test_a_recommendation_has_no_day_by_which_it_is_due():
    plan = a_plan()
    checks = {check.code: check for check in checks_of(plan, asked_of(plan))}
    assert str(due_of(checks["overdue"].found[0])) == "2016-03-31"
    assert due_of(checks["unanswered"].found[0]) is None
