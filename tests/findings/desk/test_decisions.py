"""Deciding from the walk: references, conflicts, and orphaned corrections; then the next doubtful place."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from findings.corrections.service import correct
from findings.desk.decisions import decision_url
from findings.models import Correction, CrossReference
from inspections.models import Conflict, ConflictDecision
from inspections.reconciliation import reconcile
from tests import builders as build
from tests.findings.desk.conftest import Desk

pytestmark = pytest.mark.django_db
WHY = "As printed."


def send(client: Client, url: str, **values: Any) -> Any:
    """Open the form, and send it as it came with some fields filled in."""
    form = client.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return client.post(url, {**sent, **values})


@pytest.fixture
def reference(desk: Desk) -> CrossReference:
    return build.reference_to(desk.first, ref="3a")


@pytest.fixture
def conflict(desk: Desk) -> Conflict:
    """Two reports that name another first day."""
    of = desk.report.inspection
    assert of is not None
    build.statement(desk.report, of, anchor="inspection")
    paper = build.report("cabinet-report", published="2016-01-10", authority=of.authority)
    build.statement(paper, of, started="2015-09-21", ended="")
    reconcile([of.authority_id])
    return Conflict.objects.get()


@pytest.fixture
def orphan(desk: Desk) -> Correction:
    made = correct(desk.second, "kind", "context", WHY, build.editor("other"))
    Correction.objects.filter(pk=made.pk).update(status="orphaned")
    desk.second.refresh_from_db()
    return Correction.objects.get()


def test_the_walk_leads_to_the_decision_and_the_decision_to_the_next_place(
    desk: Desk, editor: Client, reference: CrossReference
):
    other = build.reference_to(desk.second, ref="4a")
    shown = editor.get(editor.get(reverse("desk-walk"))["Location"])
    assert shown.context["walk"].form.startswith(decision_url(reference))
    url = shown.context["walk"].form
    response = send(editor, url, likely="another", other="finding para-3")
    assert response["Location"] == f"{reverse('desk-walk')}?stop=reference-{other.pk}"
    reference.refresh_from_db()
    assert reference.target_finding == desk.third


def test_a_reference_without_a_target_is_decided_with_two_presses(
    desk: Desk, editor: Client, reference: CrossReference
):
    response = send(editor, decision_url(reference), likely="nowhere")
    assert response["Location"] == f"{desk.address(record='para-1')}#para-1"
    assert list(CrossReference.objects.to_decide()) == []
    again = send(editor, decision_url(reference), likely="nowhere", reason="My own.")
    assert "decided already" in again.content.decode()
    assert 'value="My own."' in again.content.decode()


def test_a_conflict_is_decided_by_its_values(desk: Desk, editor: Client, conflict: Conflict):
    page = editor.get(decision_url(conflict))
    assert "21 September 2015" in page.content.decode()
    assert send(editor, decision_url(conflict), value="2015-09-21").status_code == 302
    assert ConflictDecision.objects.get().value == "2015-09-21"
    desk.report.refresh_from_db()
    assert desk.report.inspection is not None
    assert desk.report.inspection.started == "2015-09-21"
    again = send(editor, decision_url(Conflict.objects.get()), value="2015-09-21")
    assert "decided already" in again.content.decode()


def test_a_decision_between_documents_is_withdrawn_where_the_conflict_stands(
    desk: Desk, editor: Client, conflict: Conflict
):
    send(editor, decision_url(conflict), value="2015-09-21")
    made = ConflictDecision.objects.get()
    shown = editor.get(reverse("admin:inspections_conflict_change", args=[Conflict.objects.get().pk])).content.decode()
    url = reverse("desk-decide", args=["decision", made.pk])
    assert url in shown
    assert send(editor, url, reason="The cover says otherwise.").status_code == 302
    assert not ConflictDecision.objects.active().exists()
    assert editor.get(url).status_code == 404


def test_a_conflict_that_has_ended_is_told(editor: Client, conflict: Conflict):
    url = decision_url(conflict)
    Conflict.objects.all().delete()
    response = editor.get(url, follow=True)
    assert "has ended" in response.content.decode()


def test_an_orphan_is_attached_to_the_record_in_which_its_words_stand(desk: Desk, editor: Client, orphan: Correction):
    response = send(editor, decision_url(orphan), likely="finding para-3")
    assert response["Location"] == f"{desk.address(record='para-3')}#para-3"
    desk.third.refresh_from_db()
    assert desk.third.kind == "context"
    orphan.refresh_from_db()
    assert orphan.replaced_by == Correction.objects.active().get()
    assert editor.get(reverse("desk-decide", args=["correction", orphan.pk])).status_code == 404


def test_a_correction_that_has_its_record_is_reviewed_in_its_own_form(desk: Desk, editor: Client, orphan: Correction):
    Correction.objects.update(status="stale")
    orphan.refresh_from_db()
    own = reverse("admin:findings_correction_change", args=[orphan.pk])
    assert decision_url(orphan) == own
    assert editor.get(reverse("desk-decide", args=["correction", orphan.pk]))["Location"] == own


def test_only_those_who_correct_decide(desk: Desk, editor: Client, reference: CrossReference):
    client = Client()
    client.force_login(build.editor("viewer"))
    assert client.get(decision_url(reference)).status_code == 403
    assert editor.get(reverse("desk-decide", args=["grade", 1])).status_code == 404
