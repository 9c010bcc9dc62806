"""The walk over doubtful places: what is on it, in which order, and how it goes on."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from findings.desk.walk import walk_of
from inspections.models import Notice, Report
from inspections.vocabulary import CorrectionStatus
from tests import builders as build
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports(db: Any) -> tuple[Report, Report]:
    """A report of Ashby with every kind of doubt, and one of Wexcombe with one."""
    ashby = build.report(of=build.inspection(authority=build.authority("Ashby", la_code="x01")))
    wexcombe = build.report(of=build.inspection())
    finding = build.finding(ashby, "1", page=4)
    build.reference_to(finding, ref="99", reason="No paragraph has this number.")
    build.correction(finding, "text", "Other.", status=CorrectionStatus.STALE)
    build.notice(wexcombe.source, report=wexcombe, level="warning", page=1)
    build.notice(ashby.source, report=ashby, level="error", page=9)
    build.notice(ashby.source, report=ashby, level="info", page=2)
    build.conflict(ashby.inspection, ashby, wexcombe, ("2015-09-14", "2015-06"))
    return ashby, wexcombe


def kinds(walk: Any) -> list[tuple[str, str]]:
    return [(stop.authority, stop.kind) for stop in walk.stops]


def test_places_come_by_authority_report_and_page(reports: tuple[Report, Report]):
    walk = walk_of("", "", "")
    assert kinds(walk)[:3] == [("Ashby", "correction"), ("Ashby", "reference"), ("Ashby", "error")]
    assert sorted(kinds(walk)[3:]) == [("Wexcombe", "conflict"), ("Wexcombe", "warning")]
    assert (walk.number, walk.following) == (0, walk.stops[0])


def test_a_walk_goes_on_in_both_directions(reports: tuple[Report, Report]):
    stops = walk_of("", "", "").stops
    second = walk_of("", "", stops[1].key)
    assert (second.number, second.previous, second.following) == (2, stops[0], stops[2])
    assert walk_of("", "", stops[0].key).previous is None
    assert walk_of("", "", stops[-1].key).following is None


def test_a_walk_is_over_a_kind_and_an_authority(reports: tuple[Report, Report]):
    assert kinds(walk_of("info", "", "")) == [("Ashby", "info")]
    assert kinds(walk_of("reference", "", "")) == [("Ashby", "reference")]
    assert {authority for authority, _ in kinds(walk_of("", reports[1].authority.slug, ""))} == {"Wexcombe"}


def test_what_nobody_can_decide_is_not_on_it(reports: tuple[Report, Report]):
    build.reference_to(build.finding(reports[0], "2"), ref="", reason="No number is printed.")
    assert len(kinds(walk_of("reference", "", ""))) == 1
    Report.objects.update(retired_at=reports[0].changed_at)
    assert not walk_of("", "", "").stops


def test_the_walk_opens_the_desk_at_the_place(reports: tuple[Report, Report], editor: Client):
    first = walk_of("", "", "").stops[0]
    address = editor.get(reverse("desk-walk"))["Location"]
    assert address == f"/admin/findings/desk/{reports[0].pk}/?record=para-1&stop={first.key}#para-1"
    shown = squeeze(editor.get(address).content.decode())
    assert "1 of 5" in shown
    assert "Corrections to review" in shown
    assert f'href="{reverse("desk-walk")}?stop={walk_of("", "", "").stops[1].key}" data-key="d"' in shown
    assert reverse("desk-walk") in editor.get(reverse("admin:index")).content.decode()


def test_settling_goes_on_with_the_walk(reports: tuple[Report, Report], editor: Client):
    notice = Notice.objects.get(level="error")
    response = editor.get(reverse("desk-walk"), {"stop": f"error-{notice.pk}"}, follow=True)
    (chosen,) = (one for one in response.context["other_notices"] if one.is_chosen)
    onward = editor.post(chosen.settle, {"reason": "Right."})["Location"]
    assert onward.startswith(f"{reverse('desk-walk')}?stop=")
    assert "Wexcombe" in editor.get(onward, follow=True).content.decode()


def test_at_its_end_the_walk_says_so(editor: Client):
    response = editor.get(reverse("desk-walk"), follow=True)
    assert "Nothing waits for a person." in response.content.decode()


def test_the_walk_takes_one_query(reports: tuple[Report, Report], django_assert_num_queries: Any):
    for page in range(20):
        build.notice(reports[0].source, report=reports[0], level="error", page=page)
    with django_assert_num_queries(1):
        assert len(walk_of("", "", "").stops) == 25
