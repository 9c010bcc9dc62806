"""The pages of the walk: where they lead, what they say and let people do."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from findings.desk.stops import StopFilter
from findings.desk.walk import walk_of
from findings.models import Assignment
from findings.permissions import EDITORS
from inspections.models import Notice, Report
from inspections.vocabulary import CorrectionStatus
from tests import builders as build
from tests.markup import squeeze

pytestmark = pytest.mark.django_db
WALK = "/admin/findings/desk/"


@pytest.fixture
def reports(db: Any) -> tuple[Report, Report]:
    """A report of Ashby with every kind of doubt, and one of Wexcombe with one."""
    ashby = build.report(of=build.inspection(authority=build.authority("Ashby", la_code="x01")))
    wexcombe = build.report(of=build.inspection())
    finding = build.finding(ashby, "1", page=4)
    build.correction(finding, "text", "Other.", status=CorrectionStatus.STALE)
    build.notice(ashby.source, report=ashby, level="error", page=9)
    build.notice(wexcombe.source, report=wexcombe, page=1)
    return ashby, wexcombe


def test_the_walk_opens_the_desk_at_the_place(reports: tuple[Report, Report], editor: Client):
    first = walk_of(StopFilter()).following
    address = editor.get(reverse("desk-walk"))["Location"]
    assert address == f"{WALK}{reports[0].pk}/?record=para-1&stop={first.key}#para-1"
    shown = squeeze(editor.get(address).content.decode())
    assert "1 of 3" in shown
    assert "Corrections to review" in shown
    following = walk_of(StopFilter(), first.key).following
    assert f'href="{WALK}?stop={following.key}" data-key="d"' in shown
    assert WALK in editor.get(reverse("admin:index")).content.decode()


def test_what_is_walked_over_is_kept_from_place_to_place(reports: tuple[Report, Report], editor: Client):
    response = editor.get(reverse("desk-walk"), {"kind": "error", "authority": "ashby", "assignee": "-"}, follow=True)
    assert "kind=error&authority=ashby&assignee=-" in response.redirect_chain[-1][0]
    shown = squeeze(response.content.decode())
    assert '<option value="error" selected>' in shown
    assert '<option value="ashby" selected>' in shown
    assert '<option value="-" selected>Nobody' in shown


def test_settling_goes_on_with_the_walk(reports: tuple[Report, Report], editor: Client):
    notice = Notice.objects.get(level="error")
    response = editor.get(reverse("desk-walk"), {"stop": f"error-{notice.pk}"}, follow=True)
    (chosen,) = (one for one in response.context["other_notices"] if one.is_chosen)
    onward = editor.post(chosen.settle, {"reason": "Right."})["Location"]
    assert onward.startswith(f"{reverse('desk-walk')}?stop=")
    assert "Wexcombe" in editor.get(onward, follow=True).content.decode()


def test_at_its_end_the_walk_says_so(editor: Client):
    assert "Nothing waits for a person." in editor.get(reverse("desk-walk"), follow=True).content.decode()
    shown = editor.get(reverse("desk-walk"), {"kind": "error"}, follow=True).content.decode()
    assert "Nothing waits here." in shown


def test_a_file_without_a_report_has_a_page_of_its_own_that_settles_and_goes_on(editor: Client):
    refused = build.source(status="refused", name="scan.pdf")
    first = build.notice(refused, level="error", message="No word could be read.")
    second = build.notice(refused, level="error")
    response = editor.get(reverse("desk-walk"), follow=True)
    shown = squeeze(response.content.decode())
    assert "1 of 2" in shown
    assert "No word could be read." in shown
    assert "no report was read from this file" in shown
    onward = editor.post(response.context["settle"], {"reason": "It is a photograph."})["Location"]
    assert onward == f"{WALK}?stop=error-{second.pk}"
    assert list(Notice.objects.open()) == [second]
    assert editor.get(reverse("desk-file", args=[first.pk])).status_code == 404


def test_a_place_is_assigned_to_a_colleague_and_found_by_that(reports: tuple[Report, Report], editor: Client):
    build.editor("ada", EDITORS)
    address = editor.get(reverse("desk-walk"))["Location"]
    bar = editor.get(address).context["walk"]
    assert bar.people == ("mary", "ada"), "oneself first"
    sent = {"stop": bar.stop, "report": bar.report, "scope": "place", "assignee": "ada", "next": bar.here}
    response = editor.post(bar.assign, sent, follow=True)
    shown = squeeze(response.content.decode())
    assert "This place is assigned to ada." in shown
    assert "Assigned to ada by mary" in shown
    assert bar.stop in editor.get(reverse("desk-walk"), {"assignee": "ada"})["Location"]
    editor.post(bar.assign, sent | {"scope": "report", "assignee": "mary"})
    assert Assignment.objects.active().count() == 2
    editor.post(bar.assign, sent | {"assignee": ""})
    assert "Assigned to mary by mary" in (shown := squeeze(editor.get(address).content.decode()))
    assert "(with all places of the report)" in shown


@pytest.mark.parametrize(
    ("sent", "status"),
    [({"stop": "", "report": "0"}, 404), ({"stop": "warning-1", "assignee": "nobody-known"}, 302), ({}, 404)],
)
def test_what_cannot_be_assigned_is_refused(editor: Client, sent: dict[str, str], status: int):
    response = editor.post(reverse("desk-assign"), sent)
    assert response.status_code == status
    assert not Assignment.objects.exists()


def test_nothing_leads_to_another_site(reports: tuple[Report, Report], editor: Client):
    sent = {"stop": "warning-1", "assignee": "mary", "next": "https://example.org/"}
    assert editor.post(reverse("desk-assign"), sent)["Location"] == reverse("desk-walk")


def test_who_may_not_is_refused(reports: tuple[Report, Report], client: Client):
    user = build.editor("half")
    client.force_login(user)
    notice = build.notice(build.source(status="refused"))
    for name, arguments in (("desk-walk", []), ("desk-file", [notice.pk])):
        assert client.get(reverse(name, args=arguments)).status_code == 403
    assert client.post(reverse("desk-assign"), {"stop": "warning-1"}).status_code == 403
    user.user_permissions.set(Permission.objects.filter(codename__in=("add_correction", "view_report")))
    shown = client.get(reverse("desk-file", args=[notice.pk]), {"stop": f"warning-{notice.pk}"}).content.decode()
    assert "Looked at, right as it is" not in shown
    assert "Assigned to nobody" in shown
    assert 'name="scope"' not in shown
