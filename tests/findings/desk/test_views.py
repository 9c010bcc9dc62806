"""The desk by its address: who may open it, what it shows, correcting in place and going on, settling notices."""

import html
import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from findings.models import Correction, Finding
from inspections.models import Notice, Report
from inspections.vocabulary import Visibility
from tests import builders as build
from tests.editors_admin import errors_of, form_url, form_values
from tests.findings.desk.conftest import Desk
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def html_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def save(client: Client, address: str, **changes: Any) -> Any:
    """Open a record at the desk, fill in some fields, send the form to where it came from."""
    return client.post(address, form_values(client.get(address), **changes))


def test_only_those_who_correct_have_a_desk(desk: Desk, client: Client):
    assert client.get(desk.address()).status_code == 302, "to the log-in"
    user = build.editor("viewer")
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    assert client.get(desk.address()).status_code == 403


def test_a_page_stands_beside_its_records(desk: Desk, editor: Client):
    shown = html_of(editor, desk.address(page=2))
    assert reverse("page-image", args=[desk.report.source.sha256, 2]) in shown
    assert ("Visits are on time." in shown, "Plans are clear." in shown) == (False, True)
    assert 'id="box-para-2" href="#para-2"' in shown
    assert '<a href="#box-para-2">' in shown
    for fact in (desk.report.authority, desk.report.inspection.framework, desk.report.year):
        assert str(fact) in shown
    assert desk.address(page=1) in shown
    assert desk.address(page=3) in shown
    assert f"{desk.address(page=2)}&amp;zoom=150" in shown


def test_a_record_opens_its_form_in_place(desk: Desk, editor: Client):
    response = editor.get(desk.address(record="para-2"))
    assert response.context["adminform"].form["text"].value() == "Plans are clear."
    assert "As printed on page 2." in response.content.decode()
    assert "desk-box--chosen" in response.content.decode()


def test_saving_corrects_and_stays_or_goes_on(desk: Desk, editor: Client):
    address = desk.address(page=2, record="para-2")
    response = save(editor, address, text="Plans are vague.", reason="As printed on page 2.", _save="Save")
    assert response["Location"] == f"{address}#para-2"
    response = save(editor, address, text="Plans are very vague.", reason="Once more.", _next="Save and go on")
    assert response["Location"] == f"{desk.address(page=2, record='para-3')}#para-3"
    active = Correction.objects.active().get()
    assert (active.value_set, active.reason, active.made_by.username) == ("Plans are very vague.", "Once more.", "mary")


def test_the_last_record_of_a_page_leads_to_the_next_page_with_one(desk: Desk, editor: Client):
    response = save(editor, desk.address(page=1, record="para-1"), _next="Save and go on")
    assert response["Location"] == f"{desk.address(page=2, record='para-2')}#para-2"
    response = save(editor, desk.address(page=2, record="para-3"), _next="Save and go on")
    assert response["Location"] == f"{desk.address(page=2, record='para-3')}#para-3", "nothing comes after it"


def test_what_is_refused_stays_open_with_the_reason(desk: Desk, editor: Client):
    response = save(editor, desk.address(page=2, record="para-2"), text="Plans are vague.", _next="Save and go on")
    assert "reason" in errors_of(response)
    assert "Plans are vague." in response.content.decode()
    assert not Correction.objects.exists()


def test_two_who_change_the_same_see_three_values(desk: Desk, editor: Client, admin_client: Client):
    address = desk.address(page=2, record="para-2")
    opened = form_values(editor.get(address))
    save(admin_client, address, text="Plans are late.", reason="So it says.")
    response = editor.post(address, {**opened, "text": "Plans are vague.", "reason": "So I read it."})
    assert [one.theirs for one in response.context["conflicts"]] == ["Plans are late."]
    assert "corrected by admin" in squeeze(response.content.decode())


def test_those_who_may_not_change_a_kind_see_it_without_buttons(desk: Desk):
    user = build.editor("half")
    names = ("view_finding", "add_correction", "view_report")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    address = desk.address(page=2, record="para-2")
    assert 'name="_next"' not in html_of(client, address)
    assert client.post(address, {"text": "Mine.", "reason": "Because."}).status_code == 403


def test_a_notice_is_settled_with_one_press_and_leads_to_the_next(desk: Desk, editor: Client):
    about = {"report": desk.report, "message": "A doubt."}
    one = build.notice(desk.report.source, page=2, anchor="para-2", **about)
    other = build.notice(desk.report.source, page=3, **about)
    response = editor.get(desk.address(notice=one.pk, record="para-2"))
    shown = squeeze(response.content.decode())
    action = re.findall(r'class="desk-settle" action="(.*?)"', shown)[0]
    response = editor.post(html.unescape(action), {"reason": response.context["reason"]})
    assert response["Location"] == f"{desk.address(page=3, notice=other.pk)}#notice-{other.pk}"
    assert list(Notice.objects.open()) == [other]


def test_settling_leads_to_no_other_site(desk: Desk, editor: Client):
    notice = build.notice(desk.report.source, report=desk.report)
    address = reverse("admin:inspections_notice_settle", args=[notice.pk])
    response = editor.post(f"{address}?next=https://example.org/", {"reason": "Right."})
    assert response["Location"] == reverse("admin:inspections_notice_changelist")


def test_a_record_that_is_gone_is_told(desk: Desk, editor: Client):
    Finding.objects.filter(pk=desk.second.pk).update(retired_at=desk.report.changed_at)
    assert "Not here." in html_of(editor, desk.address(record="para-2"))
    assert "Not here." in html_of(editor, desk.address(page=999, record="a/b", notice="x", zoom="9"))
    said = build.statement(desk.report, build.inspection())
    assert "Not here." not in html_of(editor, desk.address(record=said.anchor))


def test_a_hidden_report_has_a_desk_and_says_that_it_is_hidden(desk: Desk, editor: Client):
    Report.objects.update(visibility=Visibility.HIDDEN)
    shown = html_of(editor, desk.address(page=1))
    assert f"{Visibility.HIDDEN.label}</strong>" in shown
    assert "Visits are on time." in shown
    assert desk.first.get_absolute_url() not in shown


def test_lines_of_a_text_stand_beside_their_records(text_desk: Desk, editor: Client):
    shown = html_of(editor, text_desk.address(record="para-40"))
    assert "Lines 1 to 40" in shown
    assert 'id="box-para-40"' in shown
    assert "Line 41 about" not in shown
    assert text_desk.address(page=2) in shown


def test_a_file_that_is_not_kept_has_a_desk_without_picture(editor: Client, db: Any):
    report = build.report(of=build.inspection())
    finding = build.finding(report, "1")
    shown = html_of(editor, f"{reverse('desk', args=[report.pk])}?record={finding.anchor}")
    assert "not kept here" in shown
    assert str(finding.text) in shown


def test_the_desk_is_reached_from_the_forms_and_from_the_public_page(desk: Desk, editor: Client):
    address = f"{desk.address(record='para-1')}#para-1"
    assert address in html_of(editor, desk.first.get_absolute_url())
    assert address in html_of(editor, form_url(desk.first))
    assert desk.address() in html_of(editor, form_url(desk.report))


def test_the_number_of_queries_does_not_grow(desk: Desk, editor: Client, django_assert_max_num_queries: Any):
    for number in range(4, 40):
        build.finding(desk.report, str(number), page=2, boxes=[[2, 72, number * 15, 400, number * 15 + 12]])
        build.notice(desk.report.source, report=desk.report, page=2, anchor=f"para-{number}")
    with django_assert_max_num_queries(45):
        assert "Paragraph 39" in html_of(editor, desk.address(page=2, record="para-39"))
