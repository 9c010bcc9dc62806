"""Correcting judgements, what reports state of inspections, and reports."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.test import Client

from findings.models import Correction
from findings.permissions import ADMINISTRATORS
from inspections.models import Inspection, InspectionStatement, Judgement, Report
from inspections.vocabulary import Absence
from tests import builders as build
from tests.editors_admin import errors_of, form_url, form_values, save

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def administrator() -> Client:
    head = build.editor("head")
    head.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = Client()
    client.force_login(head)
    return client


def hide(client: Client, report: Report) -> None:
    """Hide a report by its form."""
    values = form_values(client.get(form_url(report))) | {"visibility": "hidden", "reason": "Withdrawn."}
    assert client.post(form_url(report), values).status_code == 302


def test_the_grades_of_a_judgement_are_those_of_its_framework(editor: Client, report: Report):
    judgement = build.judgement(report)
    build.grade("adequate", "lac")
    form = editor.get(form_url(judgement)).context["adminform"].form
    framework = judgement.inspection.framework
    assert framework is not None
    assert {grade.framework for grade in form.fields["grade"].queryset} == {framework}
    domains = form.fields["domain"].queryset
    assert domains.filter(pk=judgement.domain_id).exists()
    assert not domains.filter(code="staying-safe").exists()


def test_without_a_framework_no_grade_is_offered_until_the_framework_is_chosen(editor: Client, report: Report):
    statement = build.statement(report, report.inspection, framework=None, anchor="inspection", is_own=True)
    judgement = build.judgement(report, "adoption", None, statement=statement, absence=Absence.NOT_READ)
    judgement.read = {"grade": "good", "absence": Absence.NOT_READ.value}
    judgement.save()
    Inspection.objects.update(framework=None)
    response = editor.get(form_url(judgement))
    assert not response.context["adminform"].form.fields["grade"].queryset.exists()
    assert form_url(statement) in response.content.decode()
    good = build.grade("good", "ilacs")
    save(editor, statement, framework=good.framework.pk, reason="It is named on page 1.")
    judgement.refresh_from_db()
    assert (judgement.inspection.framework, judgement.grade) == (good.framework, good)
    grades = editor.get(form_url(judgement)).context["adminform"].form.fields["grade"].queryset
    assert {grade.framework for grade in grades} == {good.framework}


def test_a_grade_is_corrected_by_its_code(editor: Client, report: Report):
    judgement = build.judgement(report)
    save(editor, judgement, grade=build.grade("inadequate").pk, reason="The row above was taken.")
    correction = Correction.objects.get()
    assert (correction.field, correction.value_read, correction.value_set) == (
        "grade",
        "requires-improvement",
        "inadequate",
    )
    judgement.refresh_from_db()
    assert judgement.grade == build.grade("inadequate")


def test_a_judgement_needs_a_grade_or_a_reason_for_its_absence_and_not_both(editor: Client, report: Report):
    judgement = build.judgement(report)
    for changes in ({"grade": ""}, {"absence": "not-legible"}):
        response = save(editor, judgement, **changes, reason="Because.")
        assert "absence" in errors_of(response)
    assert not Correction.objects.exists()


def test_a_grade_can_be_set_where_none_was_legible_and_taken_away_where_none_is(editor: Client, report: Report):
    judgement = build.judgement(report, grade_code=None)
    save(editor, judgement, grade=build.grade("good").pk, absence="", reason="It is legible.")
    judgement.refresh_from_db()
    assert (judgement.grade, judgement.absence) == (build.grade("good"), "")
    other = build.judgement(report, "adoption", read={"grade": "requires-improvement", "absence": ""})
    save(editor, other, grade="", absence="not-legible", reason="It is not.")
    other.refresh_from_db()
    assert (other.grade, other.absence) == (None, "not-legible")


def test_a_date_that_is_none_is_refused(editor: Client, report: Report):
    assert report.inspection is not None
    statement = build.statement(report, report.inspection)
    for date in ("2015-02-30", "September 2015", "2015-9-1"):
        assert "started" in errors_of(save(editor, statement, started=date, reason="As printed."))
    assert save(editor, statement, started="2015-09", reason="No day is printed.").status_code == 302
    statement.refresh_from_db()
    assert statement.started == "2015-09"


def test_correcting_what_its_own_report_says_moves_the_dates_of_the_inspection(editor: Client, report: Report):
    inspection = report.inspection
    assert inspection is not None
    statement: InspectionStatement = build.statement(report, inspection)
    save(editor, statement, started="2015-09-15", reason="As printed.")
    assert Inspection.objects.get(pk=inspection.pk).started == "2015-09-15"


def test_only_administrators_hide_a_report(editor: Client, administrator: Client, report: Report):
    save(editor, report, visibility="hidden")
    report.refresh_from_db()
    assert report.is_public
    hide(administrator, report)
    report.refresh_from_db()
    assert not report.is_public
    assert not Correction.objects.exists()
    assert "Hidden" in LogEntry.objects.latest("pk").get_change_message()
    change = report.visibility_changes.get()
    assert (change.before, change.after, change.reason) == ("published", "hidden", "Withdrawn.")
    assert "Withdrawn." in administrator.get(form_url(report)).content.decode()


def test_who_sees_a_report_is_not_changed_without_a_reason(administrator: Client, report: Report):
    assert "reason" in errors_of(save(administrator, report, visibility="hidden"))
    report.refresh_from_db()
    assert report.is_public


def test_another_report_of_the_inspection_stands_as_long_as_one_is_hidden(administrator: Client, report: Report):
    assert report.inspection is not None
    again = build.report(of=report.inspection, published="2015-12-24")
    first, second = build.judgement(report), build.judgement(again, is_preferred=False)
    for one in (report, again):
        build.statement(one, report.inspection)
    hide(administrator, report)
    assert Judgement.objects.preferred().get() == second
    save(administrator, Report.objects.get(pk=report.pk), visibility="published", reason="Published again.")
    assert Judgement.objects.preferred().get() == first


def test_the_title_of_a_report_is_corrected_like_any_record(editor: Client, report: Report):
    save(editor, report, title="Another title", reason="The cover has it.")
    correction = Correction.objects.get()
    assert (correction.kind, correction.anchor, correction.field) == ("report", "", "title")
    report.refresh_from_db()
    assert report.title == "Another title"
