"""Which places wait for a person, where each stands, and whose they are."""

from typing import Any

import pytest
from django.utils import timezone

from findings.desk.assigning import assign
from findings.desk.stops import NOBODY, Stop, StopFilter, stop_of, stop_rows
from findings.models import Correction
from inspections.documents.settling import settle
from inspections.models import Notice, Report
from inspections.vocabulary import CorrectionStatus, SourceRole, Visibility
from tests import builders as build

pytestmark = pytest.mark.django_db


def stops(**wanted: str) -> list[Stop]:
    found = (stop_of(row) for rows in stop_rows(StopFilter(**wanted)) for row in rows)
    return sorted(found, key=lambda stop: stop.order)


def kinds(**wanted: str) -> list[str]:
    return [stop.kind for stop in stops(**wanted)]


@pytest.fixture
def report(db: Any) -> Report:
    return build.report(of=build.inspection())


def test_every_kind_of_doubt_waits_at_its_place(report):
    finding = build.finding(report, "1", page=4)
    build.reference_to(finding, ref="99", reason="No paragraph has this number.")
    build.correction(finding, "text", "Other.", status=CorrectionStatus.STALE)
    build.notice(report.source, report=report, level="error", page=9, anchor="para-1")
    build.notice(report.source, report=report, page=5, code="text-recognised")
    build.notice(report.source, report=report, page=5, code="recognition-doubted")
    build.conflict(report.inspection, report, report, ("2015-09-14", "2015-06"))
    assert kinds() == ["correction", "conflict", "reference", "unsure", "unsure", "error"]
    assert [stop.anchor for stop in stops() if stop.kind in ("reference", "error")] == ["para-1", "para-1"]
    assert {stop.report for stop in stops()} == {report.pk}


def test_information_waits_only_where_it_is_asked_for(report):
    build.notice(report.source, report=report, level="info")
    assert (kinds(), kinds(kind="info")) == ([], ["info"])


def test_low_confidence_is_a_kind_of_its_own(report):
    build.notice(report.source, report=report, code="text-recognised")
    build.notice(report.source, report=report)
    assert (kinds(kind="unsure"), kinds(kind="warning")) == (["unsure"], ["warning"])


def test_what_is_settled_decided_or_no_longer_there_waits_no_more(report):
    notice = build.notice(report.source, report=report)
    build.reference_to(build.finding(report, "2"), ref="", reason="No number is printed.")
    settle([notice], "Right.", build.editor())
    assert kinds() == []
    build.notice(report.source, report=report)
    Report.objects.update(retired_at=timezone.now())
    assert kinds() == []


def test_hidden_reports_wait_too(report):
    build.notice(report.source, report=report)
    Report.objects.update(visibility=Visibility.HIDDEN)
    assert kinds() == ["warning"]


def test_a_notice_about_a_file_stands_with_the_report_on_whose_pages_it_is(report):
    Report.objects.filter(pk=report.pk).update(page=3)
    later = build.report(source=report.source, page=7)
    for page in (None, 1, 4, 7):
        build.notice(report.source, page=page)
    assert {(stop.order[2], stop.report) for stop in stops()} == {
        (0, report.pk), (1, report.pk), (4, report.pk), (7, later.pk)
    }  # fmt: skip


def test_a_notice_about_a_file_without_a_current_report_stands_alone(report):
    refused = build.source(status="refused")
    build.notice(refused, level="error", page=2)
    report.report_sources.update(role=SourceRole.SUPERSEDED)
    build.notice(report.source)
    assert [(stop.kind, stop.report) for stop in stops()] == [("error", 0), ("warning", 0)]


def test_places_are_of_an_authority_and_of_a_kind(report):
    other = build.report(of=build.inspection(authority=build.authority("Ashby", la_code="x01")))
    for one in (report, other):
        build.notice(one.source, report=one)
        build.notice(one.source, page=1)
    assert {stop.report for stop in stops(authority="ashby")} == {other.pk}
    assert [stop.report for stop in stops()] == [other.pk, other.pk, report.pk, report.pk]
    assert kinds(kind="nonsense") == kinds()


def test_places_are_those_of_a_person_or_of_nobody(report):
    ada, ben = build.editor("ada"), build.editor("ben")
    first, second = (build.notice(report.source, report=report, page=page) for page in (1, 2))
    alone = build.notice(build.source(status="refused"))
    assert len(stops(assignee=NOBODY)) == 3
    assign(report, "", ada, ben)
    assert {stop.pk for stop in stops(assignee="ada")} == {first.pk, second.pk}
    assign(report, f"warning-{second.pk}", ben, ada)
    assign(None, f"warning-{alone.pk}", ben, ada)
    assert {stop.pk for stop in stops(assignee="ada")} == {first.pk}
    assert {stop.pk for stop in stops(assignee="ben")} == {second.pk, alone.pk}
    assert stops(assignee=NOBODY) == []


def test_the_row_of_a_place_may_be_gone(report):
    build.notice(report.source, report=report)
    (stop,) = stops()
    assert (stop.key, stop.is_notice) == (f"warning-{stop.pk}", True)
    assert stop.row() == Notice.objects.get()
    Notice.objects.all().delete()
    assert stop.row() is None


def test_a_correction_that_is_no_notice_has_its_own_row(report):
    made = build.correction(build.finding(report, "1"), "text", "Other.", status=CorrectionStatus.MOVED)
    (stop,) = stops()
    assert (stop.is_notice, stop.row()) == (False, Correction.objects.get(pk=made.pk))
