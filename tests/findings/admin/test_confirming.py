"""Confirming many records in their list, and the share of each report."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.models import Finding, ReadingChange, RecordConfirmation
from inspections.models import Report
from tests import builders as build
from tests.editors_admin import form_url, list_url
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def findings(db: Any) -> list[Finding]:
    """Three paragraphs of a report."""
    report = build.report(of=build.inspection(), title="Report of Wexcombe")
    return [build.finding(report, str(number)) for number in (1, 2, 3)]


def chosen(editor: Client, rows: list[Finding]) -> dict[str, Any]:
    """What the list sends for these rows, as it showed them."""
    html = editor.get(list_url(Finding)).content.decode()
    seen = dict(re.findall(r'name="(seen-\d+)" value="(\w+)"', html))
    return {**seen, "action": "confirm", "_selected_action": [row.pk for row in rows]}


def asked(response: Any) -> dict[str, Any]:
    """What the page that asks for the reason sends."""
    fields = re.findall(r'type="hidden" name="([\w-]+)" value="(\w*)"', response.content.decode())
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_many_are_confirmed_with_one_reason(editor, findings):
    response = editor.post(list_url(Finding), chosen(editor, findings[:2]))
    assert "each of these records" in squeeze(response.content.decode())
    done = editor.post(list_url(Finding), asked(response) | {"reason": "Compared."})
    assert "2 confirmed." in said(done)
    made = RecordConfirmation.objects.holding()
    assert set(made.values_list("anchor", "reason")) == {("para-1", "Compared."), ("para-2", "Compared.")}
    assert "confirmed" in editor.get(f"{list_url(Finding)}?confirmed=yes").content.decode()
    left = editor.get(f"{list_url(Finding)}?confirmed=no").content.decode()
    assert str(findings[2]) in left
    assert f">{findings[0]}</a>" not in left


def test_a_reason_is_needed_and_nothing_is_lost_without(editor, findings):
    response = editor.post(list_url(Finding), chosen(editor, findings[:2]))
    again = editor.post(list_url(Finding), asked(response) | {"reason": " "})
    assert "This field is required." in again.content.decode()
    assert f'name="seen-{findings[1].pk}"' in again.content.decode()
    assert not RecordConfirmation.objects.exists()


def test_what_changed_while_the_list_was_open_is_refused_by_name(editor, findings):
    data = chosen(editor, findings[:2])
    Finding.objects.filter(pk=findings[0].pk).update(text="Read anew.")
    response = editor.post(list_url(Finding), data)
    assert "nothing was done with them: Paragraph 1" in said(response)
    Finding.objects.filter(pk=findings[1].pk).update(text="Read anew.")
    done = editor.post(list_url(Finding), asked(response) | {"reason": "Compared."})
    assert "not confirmed: Paragraph 2 (Report of Wexcombe)" in said(done)
    assert not RecordConfirmation.objects.exists()


def test_what_is_confirmed_already_is_told(editor, findings):
    response = editor.post(list_url(Finding), chosen(editor, findings[:1]))
    confirm(Finding, {findings[0].pk: key_of(findings[0])}, "Mine.", build.editor("other"))
    done = editor.post(list_url(Finding), asked(response) | {"reason": "Compared."})
    assert "Confirmed already: Paragraph 1" in said(done)


def test_who_may_not_confirm_is_not_offered_to(findings, client):
    client.force_login(build.editor("reader"))
    user = build.editor("reader")
    user.user_permissions.add(*_view_rights())
    assert 'value="confirm"' not in client.get(list_url(Finding)).content.decode()
    client.post(list_url(Finding), {"action": "confirm", "_selected_action": [findings[0].pk], "chosen": "1"})
    assert not RecordConfirmation.objects.exists()


def _view_rights() -> list[Any]:
    return list(Permission.objects.filter(codename="view_finding"))


def test_reports_are_sorted_and_filtered_by_their_share(editor, findings):
    report, empty = findings[0].report, build.report(title="Without records")
    confirm(Finding, {row.pk: key_of(row) for row in findings[:2]}, "Compared.", build.editor("ada"))
    html = squeeze(editor.get(list_url(Report)).content.decode())
    assert "2 of 3 (66 %)" in html
    for share, shown in (("some", {report}), ("none", {empty}), ("all", set())):
        response = editor.get(list_url(Report), {"confirmed": share})
        assert set(response.context["cl"].result_list) == shown
    confirm(Finding, {findings[2].pk: key_of(findings[2])}, "Compared.", build.editor("ada"))
    assert list(editor.get(list_url(Report), {"confirmed": "all"}).context["cl"].result_list) == [report]
    column = list(editor.get(list_url(Report)).context["cl"].list_display).index("confirmed")
    ordered = editor.get(list_url(Report), {"o": f"-{column}"}).context["cl"].result_list
    assert list(ordered) == [report, empty]


def test_the_form_of_a_report_tells_who_confirmed_and_what_is_left(editor, findings):
    confirm(Finding, {findings[0].pk: key_of(findings[0])}, "Compared.", build.editor("ada"))
    html = squeeze(editor.get(form_url(findings[0].report)).content.decode())
    assert "Confirmed records (1)" in html
    assert "ada" in html
    assert f"report__id__exact={findings[0].report_id}&amp;confirmed=no" in html


def test_a_confirmation_is_withdrawn_with_a_reason_and_never_changed(editor, findings):
    confirm(Finding, {findings[0].pk: key_of(findings[0])}, "Compared.", build.editor("ada"))
    made = RecordConfirmation.objects.get()
    address = f"{list_url(RecordConfirmation)}{made.pk}/withdraw/"
    assert "ada confirmed the finding para-1" in squeeze(editor.get(address).content.decode())
    assert "required" in editor.post(address, {"reason": ""}).content.decode()
    editor.post(address, {"reason": "Wrong page."})
    made.refresh_from_db()
    assert (made.withdrawn_reason, made.holds) == ("Wrong page.", False)
    assert editor.get(address).status_code == 404
    assert editor.post(form_url(made), {"reason": "Other."}).status_code == 403
    assert editor.get(f"{list_url(RecordConfirmation)}{made.pk}/delete/").status_code == 403


def test_the_form_of_a_record_tells_who_confirmed_it_and_what_readings_changed(editor, findings):
    row = findings[0]
    confirm(Finding, {row.pk: key_of(row)}, "Compared.", build.editor("ada"))
    ReadingChange.objects.create(
        report=row.report, kind="finding", anchor=row.anchor, change="changed", before={"text": "Read before."},
        at=row.report.changed_at, source=row.report.source, reader="pdf/1", profile="sif/1",
    )  # fmt: skip
    html = squeeze(editor.get(form_url(row)).content.decode())
    assert ">ada</a>" in html
    assert "Text: Read before." in html
    assert "sif/1, pdf/1" in html
