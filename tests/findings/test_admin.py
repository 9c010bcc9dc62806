"""Correcting at the desk: what the form of a record shows, what saving does, withdrawing, reviewing, adding by hand."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from findings import corrections
from findings.admin.differences import differences
from findings.admin.forms import PlainText
from findings.groups import ADMINISTRATORS, EDITORS
from findings.models import Correction, Finding, Recommendation
from inspections.models import Inspection, InspectionStatement, Judgement, Report
from tests import builders as build
from tests.desk import form_url, form_values, list_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> Report:
    return build.report(of=build.inspection())


@pytest.fixture
def finding(report: Report) -> Finding:
    return build.finding(report, "14", text="Visits are on time.\nPlans are clear.", domain=build.domain())


@pytest.fixture
def person() -> User:
    user: User = build.editor("mary")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def editor(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def viewer() -> Client:
    user = build.editor("viewer")
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client = Client()
    client.force_login(user)
    return client


def save(client: Client, row: Any, **changes: Any) -> Any:
    """Open the form of a row, fill in some fields, send it."""
    return client.post(form_url(row), form_values(client.get(form_url(row)), **changes))


def errors_of(response: Any) -> dict[str, list[str]]:
    errors: dict[str, list[str]] = response.context["adminform"].form.errors
    return errors


# Correcting


def test_saving_a_changed_field_makes_a_correction_with_its_reason_and_who(
    editor: Client, person: User, finding: Finding
):
    text = "Visits are late.\nPlans are clear."
    response = save(editor, finding, text=text, reason="Page 2 says late.")
    assert response.status_code == 302
    correction = Correction.objects.get()
    assert (correction.kind, correction.anchor, correction.field) == ("finding", "para-14", "text")
    assert (correction.value_read, correction.value_set) == ("Visits are on time.\nPlans are clear.", text)
    assert (correction.reason, correction.made_by) == ("Page 2 says late.", person)
    finding.refresh_from_db()
    assert (finding.text, finding.is_corrected) == (text, True)


def test_each_changed_field_has_a_correction_of_its_own(editor: Client, finding: Finding):
    domain = build.domain("adoption")
    save(editor, finding, ref="14a", domain=domain.pk, kind="summary", reason="As the page has it.")
    values = dict(Correction.objects.values_list("field", "value_set"))
    assert values == {"ref": "14a", "domain": "adoption", "kind": "summary"}


def test_without_a_reason_nothing_is_corrected(editor: Client, finding: Finding):
    for reason in ("", "   "):
        response = save(editor, finding, text="Other.", reason=reason)
        assert response.status_code == 200
        assert "reason" in errors_of(response)
    finding.refresh_from_db()
    assert finding.text.startswith("Visits")
    assert not Correction.objects.exists()


def test_saving_without_a_change_needs_no_reason_and_corrects_nothing(editor: Client, finding: Finding):
    assert save(editor, finding).status_code == 302
    assert not Correction.objects.exists()


def test_line_ends_of_browsers_are_no_change_and_do_not_get_into_texts(editor: Client, finding: Finding):
    assert not PlainText().has_changed("one\ntwo", "one\r\ntwo")
    save(editor, finding, text="One.\r\nTwo.", reason="Two lines.")
    finding.refresh_from_db()
    assert finding.text == "One.\nTwo."


def test_the_log_keeps_what_was_corrected_and_why(editor: Client, person: User, finding: Finding):
    save(editor, finding, text="Other.", reason="Page 2.")
    entry = LogEntry.objects.get()
    assert entry.user == person
    assert entry.object_id == str(finding.pk)
    assert "Text" in entry.get_change_message()
    assert "Page 2." in entry.get_change_message()


def test_what_is_not_correctable_cannot_be_sent(editor: Client, finding: Finding):
    save(editor, finding, anchor="para-99", page="7", orig="X", ref="15", reason="As printed.")
    finding.refresh_from_db()
    assert (finding.anchor, finding.page, finding.ref) == ("para-14", 2, "15")
    assert finding.orig.startswith("Visits")


def test_what_corrections_refuse_is_told_and_nothing_is_saved(editor: Client, finding: Finding, monkeypatch: Any):
    def refuse(*args: Any) -> None:
        raise corrections.CorrectionError("Somebody was quicker.")

    monkeypatch.setattr(corrections, "correct", refuse)
    response = save(editor, finding, text="Other.", reason="Page 2.")
    assert response.status_code == 302
    assert "Somebody was quicker." in editor.get(form_url(finding)).content.decode()
    assert not LogEntry.objects.exists()


def test_editors_cannot_delete_and_nobody_can(editor: Client, finding: Finding):
    chief = Client()
    chief.force_login(User.objects.create_superuser("chief"))
    correction = build.correction(finding, "text", "Other.")
    for client in (editor, chief):
        for row in (finding, finding.report, correction):
            assert client.post(form_url(row).replace("/change/", "/delete/"), {"post": "yes"}).status_code == 403
        actions = {"action": "delete_selected", "_selected_action": [finding.pk], "post": "yes"}
        client.post(list_url(Finding), actions)
    assert Finding.objects.filter(pk=finding.pk).exists()
    assert Correction.objects.exists()


def test_viewers_look_and_cannot_correct(finding: Finding):
    client = viewer()
    response = client.get(form_url(finding))
    assert response.status_code == 200
    assert "Visits are on time." in response.content.decode()
    assert client.post(form_url(finding), {"text": "Other.", "reason": "Because."}).status_code == 403
    assert not Correction.objects.exists()


def test_changing_rows_is_not_enough_to_correct(finding: Finding):
    user = build.editor("half")
    user.user_permissions.set(Permission.objects.filter(codename__in=("view_finding", "change_finding")))
    client = Client()
    client.force_login(user)
    assert client.post(form_url(finding), {"text": "Other.", "reason": "Because."}).status_code == 403


def test_a_retired_record_is_shown_and_not_corrected(editor: Client, finding: Finding):
    Finding.objects.filter(pk=finding.pk).update(retired_at=finding.report.changed_at)
    response = editor.get(form_url(finding))
    assert "Retired." in response.content.decode()
    assert not response.context["has_change_permission"]


def test_going_back_to_what_was_read_is_withdrawing_and_the_form_says_so(
    editor: Client, person: User, finding: Finding
):
    corrections.correct(finding, "ref", "14a", "Page 2.", person)
    response = save(editor, finding, ref="14", reason="I was wrong.")
    assert "withdraw" in errors_of(response)["ref"][0]
    finding.refresh_from_db()
    assert finding.ref == "14a"


# Judgements, statements, reports


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


def test_only_administrators_hide_a_report(editor: Client, report: Report):
    save(editor, report, is_public="")
    report.refresh_from_db()
    assert report.is_public
    head = build.editor("head")
    head.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = Client()
    client.force_login(head)
    values = form_values(client.get(form_url(report)))
    values.pop("is_public")
    assert client.post(form_url(report), values).status_code == 302
    report.refresh_from_db()
    assert not report.is_public
    assert not Correction.objects.exists()
    assert "Hidden" in LogEntry.objects.latest("pk").get_change_message()


def test_the_title_of_a_report_is_corrected_like_any_record(editor: Client, report: Report):
    save(editor, report, title="Another title", reason="The cover has it.")
    correction = Correction.objects.get()
    assert (correction.kind, correction.anchor, correction.field) == ("report", "", "title")
    report.refresh_from_db()
    assert report.title == "Another title"


# What the form shows


def test_the_form_shows_what_was_read_beside_what_is_in_force_with_the_difference_marked(
    editor: Client, finding: Finding
):
    build.correction(finding, "text", "Visits are late.\nPlans are clear.")
    page = editor.get(form_url(finding)).content.decode()
    assert "Text, as read" in page
    assert "Text, in force" in page
    assert '<del><span class="desk-label">[removed: </span>on time.' in page
    assert '<ins><span class="desk-label">[added: </span>late.' in page


def test_differences_are_marked_word_by_word_and_escaped():
    read, in_force = differences("Plans <b> are clear.", "Plans are clear & short.")
    assert "<b>" not in read + in_force
    assert "&lt;b&gt;" in read
    assert "&amp; short." in in_force
    assert differences("Same text.", "Same text.") == ("Same text.", "Same text.")
    assert differences("", "New.")[0] == ""


def test_the_form_shows_notices_provenance_and_the_public_page(editor: Client, finding: Finding):
    report = finding.report
    build.notice(report.source, report=report, anchor=finding.anchor, message="Look at the first line of page 2.")
    build.notice(report.source, report=report, anchor="para-99", message="About something else.")
    page = editor.get(form_url(finding)).content.decode()
    assert "Look at the first line of page 2." in page
    assert "About something else." not in page
    for part in (form_url(report), form_url(report.source), "page 2", "para-14", finding.get_absolute_url()):
        assert part in page


def test_a_hidden_report_has_no_public_link(editor: Client, finding: Finding):
    Report.objects.filter(pk=finding.report_id).update(is_public=False)
    assert finding.get_absolute_url() not in editor.get(form_url(finding)).content.decode()


def test_the_form_of_a_recommendation_shows_what_it_cites_and_what_answers_it(
    editor: Client, report: Report, finding: Finding
):
    recommendation = build.recommendation(report, "1")
    lost = build.reference_to(recommendation, ref="300")
    build.reference_to(recommendation, finding)
    plan = build.report("improvement-plan", authority=report.authority)
    action = build.action(plan, "1.4")
    build.reference_to(action, recommendation)
    page = editor.get(form_url(recommendation)).content.decode()
    assert form_url(finding) in page
    assert form_url(action) in page
    assert lost.reason in page
    assert form_url(recommendation) in editor.get(form_url(finding)).content.decode()
    assert form_url(recommendation) in editor.get(form_url(action)).content.decode()


def test_the_form_of_a_judgement_shows_its_evidence(editor: Client, report: Report, finding: Finding):
    judgement = build.judgement(report, evidence=(finding,))
    assert form_url(finding) in editor.get(form_url(judgement)).content.decode()


def test_a_form_takes_as_many_queries_for_much_evidence_as_for_little(editor: Client, report: Report):
    counts = []
    for domain, size in (("adoption", 2), ("leadership", 40)):
        paragraphs = tuple(build.finding(report, f"{domain}-{number}"[:20]) for number in range(size))
        judgement: Judgement = build.judgement(report, domain, evidence=paragraphs)
        editor.get(form_url(judgement))
        with CaptureQueriesContext(connection) as captured:
            editor.get(form_url(judgement))
        counts.append(len(captured))
    assert counts[0] == counts[1]


# Withdrawing and reviewing


def withdraw_url(correction: Correction) -> str:
    return f"/admin/findings/correction/{correction.pk}/withdraw/"


def corrected(finding: Finding, person: User) -> Correction:
    return corrections.correct(finding, "text", "Visits are late.", "Page 2.", person)


def test_withdrawing_asks_for_a_reason_and_restores_what_was_read(editor: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    assert withdraw_url(correction) in editor.get(form_url(finding)).content.decode()
    assert editor.get(withdraw_url(correction)).status_code == 200
    assert editor.post(withdraw_url(correction), {"reason": " "}).status_code == 200
    correction.refresh_from_db()
    assert correction.withdrawn_at is None
    response = editor.post(withdraw_url(correction), {"reason": "I was wrong."})
    assert response["Location"] == form_url(finding)
    correction.refresh_from_db()
    finding.refresh_from_db()
    assert (correction.withdrawn_by, correction.withdrawn_reason) == (person, "I was wrong.")
    assert (finding.text, finding.is_corrected) == ("Visits are on time.\nPlans are clear.", False)
    assert "I was wrong." in LogEntry.objects.latest("pk").get_change_message()
    assert editor.get(withdraw_url(correction)).status_code == 404
    assert "Withdrawn by mary" in editor.get(form_url(finding)).content.decode()


def test_looking_at_the_page_withdraws_nothing(editor: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    editor.get(withdraw_url(correction), {"reason": "By accident."})
    correction.refresh_from_db()
    assert correction.withdrawn_at is None


def test_viewers_do_not_withdraw_nor_review(person: User, finding: Finding):
    correction = corrected(finding, person)
    client = viewer()
    assert client.post(withdraw_url(correction), {"reason": "No."}).status_code == 403
    assert client.post(withdraw_url(correction).replace("withdraw", "review")).status_code == 403
    assert withdraw_url(correction) not in client.get(form_url(finding)).content.decode()


def test_the_queue_shows_first_what_waits_and_reviewing_takes_it_out(editor: Client, person: User, finding: Finding):
    stale = corrected(finding, person)
    Correction.objects.filter(pk=stale.pk).update(status="stale")
    build.correction(build.finding(finding.report, "15"), "text", "Newer.")
    rows = editor.get(list_url(Correction)).context["cl"].queryset
    assert rows[0].pk == stale.pk
    queue = f"{list_url(Correction)}?queue=review"
    assert [row.pk for row in editor.get(queue).context["cl"].queryset] == [stale.pk]
    editor.post(list_url(Correction), {"action": "mark_reviewed", "_selected_action": [stale.pk]})
    stale.refresh_from_db()
    assert stale.reviewed_by == person
    assert stale.withdrawn_at is None
    assert not editor.get(queue).context["cl"].queryset
    assert LogEntry.objects.filter(object_id=str(stale.pk)).exists()


def test_a_correction_can_be_reviewed_from_its_own_page_by_post_only(editor: Client, person: User, finding: Finding):
    stale = corrected(finding, person)
    Correction.objects.filter(pk=stale.pk).update(status="stale")
    url = withdraw_url(stale).replace("withdraw", "review")
    assert url in editor.get(form_url(stale)).content.decode()
    assert editor.get(url).status_code == 405
    assert editor.post(url).status_code == 302
    stale.refresh_from_db()
    assert stale.reviewed_by == person


def test_a_correction_leads_to_its_record_whatever_its_kind(
    editor: Client, report: Report, person: User, finding: Finding
):
    judgement = build.judgement(report)
    of_judgement = corrections.correct(judgement, "grade", build.grade("good"), "Page 1.", person)
    of_report = corrections.correct(report, "title", "Another title", "The cover.", person)
    of_finding = corrected(finding, person)
    for correction, record in ((of_judgement, judgement), (of_report, report), (of_finding, finding)):
        response = editor.get(f"/admin/findings/correction/{correction.pk}/record/")
        assert response["Location"] == form_url(record)


# Adding by hand


def test_a_finding_added_by_hand_stands_at_the_end_of_its_section(editor: Client, report: Report, finding: Finding):
    section = build.section(report, domain=build.domain())
    last = build.finding(report, "20", section=section)
    build.finding(report, "21")
    url = f"{list_url(Finding)}add/?report={report.pk}"
    values = form_values(editor.get(url), section=section.pk, page="3", text="It was missed.", kind="finding")
    assert editor.post(url, values).status_code == 302
    added = Finding.objects.get(text="It was missed.")
    assert (added.origin, added.anchor, added.orig) == ("hand", "hand-1", "It was missed.")
    assert (added.ordinal, added.domain, added.page) == (last.ordinal, section.domain, 3)
    assert "by hand" in LogEntry.objects.latest("pk").get_change_message()


def test_anchors_made_by_hand_are_unique_over_all_kinds_of_record(editor: Client, report: Report):
    for model in (Finding, Recommendation, Finding):
        url = f"{list_url(model)}add/?report={report.pk}"
        values = form_values(editor.get(url), text="It was missed.", kind="finding")
        assert editor.post(url, values).status_code == 302
    anchors = [
        *Finding.objects.values_list("anchor", flat=True),
        *Recommendation.objects.values_list("anchor", flat=True),
    ]
    assert sorted(anchors) == ["hand-1", "hand-2", "hand-3"]


def test_a_section_of_another_report_is_refused(editor: Client, report: Report):
    section = build.section(build.report("cabinet-report"))
    url = f"{list_url(Finding)}add/?report={report.pk}"
    values = form_values(editor.get(url), section=section.pk, text="It was missed.", kind="finding")
    assert "section" in errors_of(editor.post(url, values))


def test_rows_added_by_hand_can_be_corrected_and_taken_back_but_rows_read_cannot_be_taken_back(
    editor: Client, report: Report, finding: Finding
):
    added = build.finding(report, "", anchor="hand-1", origin="hand", text="It was missed.")
    save(editor, added, text="It was overlooked.", reason="Better words.")
    added.refresh_from_db()
    assert added.text == "It was overlooked."
    editor.post(list_url(Finding), {"action": "take_back", "_selected_action": [added.pk, finding.pk]})
    added.refresh_from_db()
    finding.refresh_from_db()
    assert added.retired_at is not None
    assert finding.retired_at is None


def test_a_row_is_added_to_a_report_that_was_chosen_before(editor: Client, report: Report):
    for query in ("", "?report=", "?report=0", "?report=first"):
        response = editor.get(f"{list_url(Finding)}add/{query}")
        assert (response.status_code, response["Location"]) == (302, list_url(Report))
    assert f"{list_url(Finding)}add/?report={report.pk}" in editor.get(form_url(report)).content.decode()


def test_a_sub_item_is_added_under_a_recommendation_of_the_same_report(editor: Client, report: Report):
    parent = build.recommendation(report, "1")
    item = build.recommendation(report, "1/1", parent=parent)
    elsewhere = build.recommendation(build.report("cabinet-report"), "1")
    url = f"{list_url(Recommendation)}add/?report={report.pk}"
    for wrong in (item, elsewhere):
        values = form_values(editor.get(url), parent=wrong.pk, text="It was missed.")
        assert "parent" in errors_of(editor.post(url, values))
    editor.post(url, form_values(editor.get(url), parent=parent.pk, text="It was missed."))
    assert Recommendation.objects.get(text="It was missed.").parent == parent


def test_only_findings_and_recommendations_are_added_by_hand(editor: Client):
    for model in (Judgement, Report, Correction):
        assert editor.get(f"{list_url(model)}add/").status_code == 403
    assert viewer().get(f"{list_url(Finding)}add/").status_code == 403
