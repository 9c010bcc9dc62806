"""Deciding themes and polarity at the desk: what the form shows, what it decides, and what it refuses."""

import pytest
from django.test import Client
from django.urls import reverse

from findings.models import Correction, Finding
from findings.search.entries import index_report
from tests import builders as build
from tests.findings.desk.conftest import Desk
from tests.findings.desk.test_changes import address, send
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseloads(desk: Desk) -> Finding:
    Finding.objects.filter(pk=desk.second.pk).update(text="Caseloads are too high, and this is a weakness.")
    index_report(desk.report.pk)
    return Finding.objects.get(pk=desk.second.pk)


def test_the_form_shows_what_is_suggested_and_why(desk: Desk, caseloads: Finding, editor: Client):
    shown = squeeze(editor.get(address(desk, "interpret")).content.decode())
    assert "The rules suggest: Weakness (because of" in shown
    assert '<input type="checkbox" name="themes" value="caseloads" id="id_themes_24" checked>' in shown or (
        'value="caseloads"' in shown
    )
    form = editor.get(address(desk, "interpret")).context["form"]
    assert (form["polarity"].value(), form["themes"].value()) == ("weakness", ["caseloads"])


def test_sending_the_form_as_it_is_confirms_both(desk: Desk, caseloads: Finding, editor: Client):
    send(editor, address(desk, "interpret"))
    caseloads.refresh_from_db()
    assert caseloads.decided == "polarity,themes"
    assert {one.reason for one in Correction.objects.all()} == {"Read by a person: right as suggested."}


def test_another_choice_is_decided_and_the_same_again_is_refused(desk: Desk, caseloads: Finding, editor: Client):
    url = address(desk, "interpret")
    send(editor, url, polarity="mixed", themes=["workforce"], reason="Read by a person.")
    caseloads.refresh_from_db()
    assert (caseloads.polarity, caseloads.themes) == ("mixed", "workforce")
    again = send(editor, url, reason="Read by a person.")
    assert "already" in again.content.decode()
    assert Correction.objects.count() == 2


def test_a_form_that_shows_another_suggestion_is_refused(desk: Desk, caseloads: Finding, editor: Client):
    url = address(desk, "interpret")
    form = editor.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    Finding.objects.filter(pk=caseloads.pk).update(text="Plans are clear.")
    index_report(desk.report.pk)
    assert "Somebody changed this" in editor.post(url, sent).content.decode()
    assert not Correction.objects.exists()


def test_a_recommendation_has_themes_alone(desk: Desk, editor: Client):
    row = build.recommendation(desk.report, "1", text="Reduce caseloads.", page=2)
    index_report(desk.report.pk)
    url = f"{reverse('desk-change', args=[desk.report.pk, 'interpret'])}?record={row.anchor}"
    assert "polarity" not in editor.get(url).context["form"].fields
    send(editor, url)
    row.refresh_from_db()
    assert row.decided == "themes"
