"""The queue of corrections: withdrawing and reviewing."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from findings.corrections import service
from findings.models import Correction, Finding
from inspections.models import Report
from tests import builders as build
from tests.editors_admin import form_url, list_url
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def withdraw_url(correction: Correction) -> str:
    return f"/admin/findings/correction/{correction.pk}/withdraw/"


def corrected(finding: Finding, person: User) -> Correction:
    return service.correct(finding, "text", "Visits are late.", "Page 2.", person)


def test_withdrawing_asks_for_a_reason_and_restores_what_was_read(editor: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    assert withdraw_url(correction) in squeeze(editor.get(form_url(finding)).content.decode())
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
    assert "Withdrawn by mary" in squeeze(editor.get(form_url(finding)).content.decode())


def test_the_time_of_a_correction_is_written_in_one_way(editor: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    Correction.objects.filter(pk=correction.pk).update(made_at=datetime(2026, 7, 2, 13, 5, tzinfo=UTC))
    for address in (list_url(Correction), form_url(correction), withdraw_url(correction), form_url(finding)):
        assert "2 July 2026, 14:05" in squeeze(editor.get(address).content.decode()), address


def test_looking_at_the_page_withdraws_nothing(editor: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    editor.get(withdraw_url(correction), {"reason": "By accident."})
    correction.refresh_from_db()
    assert correction.withdrawn_at is None


def test_viewers_do_not_withdraw_nor_review(viewer: Client, person: User, finding: Finding):
    correction = corrected(finding, person)
    assert viewer.post(withdraw_url(correction), {"reason": "No."}).status_code == 403
    assert viewer.post(withdraw_url(correction).replace("withdraw", "review")).status_code == 403
    assert withdraw_url(correction) not in squeeze(viewer.get(form_url(finding)).content.decode())


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
    assert url in squeeze(editor.get(form_url(stale)).content.decode())
    assert editor.get(url).status_code == 405
    assert editor.post(url).status_code == 302
    stale.refresh_from_db()
    assert stale.reviewed_by == person


def test_a_correction_leads_to_its_record_whatever_its_kind(
    editor: Client, report: Report, person: User, finding: Finding
):
    judgement = build.judgement(report)
    of_judgement = service.correct(judgement, "grade", build.grade("good"), "Page 1.", person)
    of_report = service.correct(report, "title", "Another title", "The cover.", person)
    of_finding = corrected(finding, person)
    for correction, record in ((of_judgement, judgement), (of_report, report), (of_finding, finding)):
        response = editor.get(f"/admin/findings/correction/{correction.pk}/record/")
        assert response["Location"] == form_url(record)
