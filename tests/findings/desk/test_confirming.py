"""Confirming a record at the desk: with one press, as it was shown, and on to the next."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from findings.models import Finding, RecordConfirmation
from tests import builders as build
from tests.findings.desk.conftest import Desk
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def html_of(client: Client, address: str) -> str:
    return squeeze(client.get(address).content.decode())


def form_of(client: Client, desk: Desk, row: Finding) -> tuple[str, dict[str, str]]:
    """Where the button of the chosen record sends what."""
    shown = html_of(client, desk.address(record=row.anchor))
    address = reverse("desk-confirm", args=[desk.report.pk, "finding", row.pk])
    form = shown.split(f'action="{address}"')[1].split("</form>")[0]
    fields = dict(re.findall(r'name="(key|next)" value="([^"]*)"', form))
    return address, {name: value.replace("&amp;", "&") for name, value in fields.items()}


def test_one_press_confirms_what_was_shown_and_leads_to_the_next_record(desk: Desk, editor: Client):
    address, data = form_of(editor, desk, desk.second)
    response = editor.post(address, data)
    assert response["Location"] == f"{desk.address(page=2, record='para-3')}#para-3"
    made = RecordConfirmation.objects.holding().get()
    assert (made.anchor, made.made_by.username) == ("para-2", "mary")
    shown = html_of(editor, desk.address(record="para-2"))
    assert "Confirmed by mary" in shown
    assert "1 of 3 confirmed (33&nbsp;%)" in shown
    assert 'data-key="c"' not in shown


def test_the_key_is_on_the_button_of_the_open_record_alone(desk: Desk, editor: Client):
    shown = html_of(editor, desk.address(record="para-2"))
    assert shown.count('data-key="c"') == 1
    assert shown.count("Confirm: right as it is") == 2


def test_what_changed_meanwhile_is_not_confirmed(desk: Desk, editor: Client):
    address, data = form_of(editor, desk, desk.second)
    Finding.objects.filter(pk=desk.second.pk).update(text="Read anew.")
    response = editor.post(address, data, follow=True)
    assert "Paragraph 2 has changed since you opened it" in squeeze(response.content.decode())
    assert not RecordConfirmation.objects.exists()


def test_a_confirmed_record_is_not_confirmed_twice_and_no_other_site_follows(desk: Desk, editor: Client):
    address, data = form_of(editor, desk, desk.second)
    for _ in range(2):
        response = editor.post(address, data | {"next": "https://example.org/"})
    assert response["Location"].startswith(desk.address(record="para-2"))
    assert RecordConfirmation.objects.count() == 1


def test_only_those_who_may_see_the_button_and_can_use_it(desk: Desk, client: Client):
    user = build.editor("half")
    names = ("view_finding", "change_finding", "add_correction", "view_report")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    assert "Confirm: right as it is" not in html_of(client, desk.address(record="para-2"))
    address = reverse("desk-confirm", args=[desk.report.pk, "finding", desk.second.pk])
    assert client.post(address, {"key": "x"}).status_code == 403


@pytest.mark.parametrize("named", [{"kind": "report"}, {"record": 99_999}, {"pk": 99_999}])
def test_what_does_not_exist_is_not_found(desk: Desk, editor: Client, named: dict[str, Any]):
    place = {"pk": desk.report.pk, "kind": "finding", "record": desk.second.pk} | named
    assert editor.post(reverse("desk-confirm", kwargs=place), {"key": "x"}).status_code == 404
    assert editor.get(reverse("desk-confirm", kwargs=place)).status_code == 405
