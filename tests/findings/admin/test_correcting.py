"""Correcting a record in the editors' admin: what saving its form does, and who may."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from findings.admin.forms import PlainTextField
from findings.corrections import service
from findings.models import Correction, Finding
from tests import builders as build
from tests.editors_admin import errors_of, form_url, list_url, save
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


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
    assert not PlainTextField().has_changed("one\ntwo", "one\r\ntwo")
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


def test_what_corrections_refuse_is_told_nothing_is_saved_and_what_was_typed_is_kept(
    editor: Client, finding: Finding, monkeypatch: Any
):
    def refuse(*args: Any) -> None:
        raise service.CorrectionError("Somebody was quicker.")

    monkeypatch.setattr(service, "correct", refuse)
    response = save(editor, finding, text="Other.", reason="Page 2.")
    shown = squeeze(response.content.decode())
    assert "Somebody was quicker." in shown
    assert "Other." in shown
    assert 'value="Page 2."' in shown
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


def test_viewers_look_and_cannot_correct(viewer: Client, finding: Finding):
    response = viewer.get(form_url(finding))
    assert response.status_code == 200
    assert "Visits are on time." in squeeze(response.content.decode())
    assert viewer.post(form_url(finding), {"text": "Other.", "reason": "Because."}).status_code == 403
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
    assert "is no longer in the reading of the document." in squeeze(response.content.decode())
    assert not response.context["has_change_permission"]


def test_going_back_to_what_was_read_is_withdrawing_and_the_form_says_so(
    editor: Client, person: User, finding: Finding
):
    service.correct(finding, "ref", "14a", "Page 2.", person)
    response = save(editor, finding, ref="14", reason="I was wrong.")
    assert "withdraw" in errors_of(response)["ref"][0]
    finding.refresh_from_db()
    assert finding.ref == "14a"
