"""Settling notices in the editors' admin, one or many at once."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from findings.permissions import EDITORS
from inspections.documents.settling import settle
from inspections.models import Notice, NoticeSettlement, Report
from tests import builders as build
from tests.editors_admin import form_url, list_url
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db) -> Client:
    user = build.editor("mary")
    user.groups.add(Group.objects.get(name=EDITORS))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def report(db) -> Report:
    return build.report(of=build.inspection())


def doubt(report: Report, message: str) -> Notice:
    notice: Notice = build.notice(report.source, report=report, message=message)
    return notice


def test_many_are_settled_at_once_with_one_reason(editor: Client, report: Report):
    notices = [doubt(report, f"Doubt {number}.") for number in (1, 2, 3)]
    chosen = {"action": "settle", "_selected_action": [notices[0].pk, notices[1].pk]}
    page = editor.post(list_url(Notice), chosen)
    assert not NoticeSettlement.objects.exists(), "the reason is asked for first"
    sent = {**chosen, "chosen": page.context["chosen"], "reason": "Right as it is."}
    editor.post(list_url(Notice), sent)
    assert list(Notice.objects.open()) == [notices[2]]
    shown = squeeze(editor.get(list_url(Notice)).content.decode())
    assert ("Doubt 3." in shown, "Doubt 1." in shown) == (True, False)
    assert "Settled by mary" in squeeze(editor.get(f"{list_url(Notice)}?state=settled").content.decode())


def test_one_is_settled_and_opened_again(editor: Client, report: Report):
    notice = doubt(report, "A doubt.")
    url = reverse("admin:inspections_notice_settle", args=[notice.pk])
    assert url in editor.get(form_url(notice)).content.decode()
    assert "reason" in editor.post(url, {"reason": ""}).context["form"].errors
    editor.post(url, {"reason": "Right as it is."})
    assert not Notice.objects.open().exists()
    address = reverse("admin:inspections_notice_open", args=[notice.pk])
    assert address in editor.get(form_url(notice)).content.decode()
    editor.post(address, {"reason": "The other page is meant."})
    assert Notice.objects.open().exists()


def test_what_changed_meanwhile_is_left_and_told(editor: Client, report: Report):
    one, other, theirs = doubt(report, "Stays."), doubt(report, "Goes."), doubt(report, "Somebody was quicker.")
    keys = f"{one.pk},{other.pk},{theirs.pk}"
    chosen = {"action": "settle", "_selected_action": [one.pk], "chosen": keys, "reason": "Right."}
    other.delete()
    settle([theirs], "Theirs.", build.editor("other"))
    shown = editor.post(list_url(Notice), chosen, follow=True).content.decode()
    assert "1 settled." in shown
    assert "1 are no longer there" in shown
    assert "left as they are: missing-paragraphs: Somebody was quicker." in shown
    theirs.refresh_from_db()
    assert theirs.settlement.reason == "Theirs."


def test_settled_notices_leave_the_public_pages(editor: Client, report: Report, client: Client):
    notice = doubt(report, "A public doubt.")
    pages = (report.get_absolute_url(), report.source.get_absolute_url(), reverse("notices"))
    assert all("A public doubt." in client.get(page).content.decode() for page in pages)
    editor.post(reverse("admin:inspections_notice_settle", args=[notice.pk]), {"reason": "Right as it is."})
    assert not any("A public doubt." in client.get(page).content.decode() for page in pages)


def test_only_editors_settle(report: Report):
    notice = doubt(report, "A doubt.")
    user = build.editor("viewer")
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client = Client()
    client.force_login(user)
    for name in ("settle", "open"):
        url = reverse(f"admin:inspections_notice_{name}", args=[notice.pk])
        assert client.post(url, {"reason": "Right."}).status_code == 403
    assert not NoticeSettlement.objects.exists()
