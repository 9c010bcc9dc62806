"""The records and notices on a leaf, in printed order, and what comes before and after them."""

import pytest

from findings.desk.leaves import leaves_of
from findings.desk.records import following, notices_of, preceding, records_on
from tests import builders as build
from tests.findings.desk.conftest import Desk, box

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def anchors(desk: Desk, number: int) -> list[str]:
    return [one.anchor for one in records_on(desk.report, leaves_of(desk.report).leaf(number))]


def test_records_of_all_kinds_stand_in_printed_order(desk: Desk):
    build.section(desk.report, "Leadership", page=2, boxes=[box(2, 60)], anchor="s-leadership")
    build.recommendation(desk.report, "1", page=2, boxes=[box(2, 150)])
    assert anchors(desk, 2) == ["s-leadership", "para-2", "rec-1", "para-3"]
    assert anchors(desk, 3) == ["para-3"], "it goes on there"


def test_retired_records_and_those_of_other_reports_are_not_on_the_desk(desk: Desk):
    other = build.report(source=desk.report.source, slug="another")
    build.finding(other, "9", page=1)
    build.finding(desk.report, "8", page=1, retired_at=desk.report.changed_at)
    assert anchors(desk, 1) == ["para-1"]


def test_steps_go_over_pages_and_take_each_record_once(desk: Desk):
    leaves = leaves_of(desk.report)
    build.finding(desk.report, "4", page=3, boxes=[box(3, 300)])

    def step(way, number, record):
        leaf = leaves.leaf(number)
        found = way(desk.report, leaves, leaf, records_on(desk.report, leaf), record)
        return found.anchor if found else None

    assert step(following, 1, None) == "para-1"
    assert step(following, 1, desk.first) == "para-2"
    assert step(following, 2, desk.third) == "para-4"
    assert step(following, 3, None) == "para-4", "the one that goes on there began before"
    assert step(preceding, 3, desk.third) == "para-2"
    assert step(preceding, 2, desk.second) == "para-1"
    assert step(preceding, 3, None) == "para-3"
    assert step(preceding, 1, desk.first) is None


def test_notices_stand_on_their_page_and_step_in_the_order_of_places(desk: Desk):
    file, report = desk.report.source, desk.report
    last = build.notice(file, report=report, page=3, message="Last.")
    whole = build.notice(file, page=None, message="About the file.")
    about = build.notice(file, report=report, page=2, anchor="para-2", message="About one.")
    leaves = leaves_of(report)
    leaf = leaves.leaf(2)
    found = notices_of(report, leaves, leaf, records_on(report, leaf), 0)
    assert found.about("para-2") == found.here == (about,)
    assert found.apart_from(["para-2"]) == ()
    assert (found.previous, found.following) == (whole, about)
    chosen = notices_of(report, leaves, leaf, [], about.pk)
    assert (chosen.previous, chosen.chosen, chosen.following) == (whole, about, last)
