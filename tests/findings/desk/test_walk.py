"""The walk over doubtful places: its numbers and neighbours, without loading all places."""

from typing import Any

import pytest

from findings.desk.stops import Stop, StopFilter, stop_of, stop_rows
from findings.desk.walk import walk_of
from inspections.models import Notice, Report
from inspections.vocabulary import CorrectionStatus
from tests import builders as build

pytestmark = pytest.mark.django_db
ALL = StopFilter()


@pytest.fixture
def reports(db: Any) -> list[Report]:
    """Three reports with doubts of every kind, of authorities whose names sort otherwise in a dictionary."""
    found = []
    for number, name in enumerate(("Ábton", "Zeal", "ashby", "Ashby")):
        place = build.authority(name, la_code=f"x0{number}", slug=f"place-{number}")
        report = build.report(of=build.inspection(authority=place))
        finding = build.finding(report, "1", page=4)
        build.reference_to(finding, ref="99", reason="No paragraph has this number.")
        build.correction(finding, "text", "Other.", status=CorrectionStatus.STALE)
        for page in (1, 4, 4, None):
            build.notice(report.source, report=report, page=page)
        build.notice(report.source, level="error", page=4)
        build.conflict(report.inspection, report, report, ("2015-09-14", "2015-06"))
        found.append(report)
    build.notice(build.source(status="refused"), level="error")
    return found


def every(wanted: StopFilter = ALL) -> list[Stop]:
    return sorted((stop_of(row) for rows in stop_rows(wanted) for row in rows), key=lambda stop: stop.order)


def test_going_on_leads_to_every_place_once_in_order_and_back(reports):
    stops = every()
    assert len(stops) == 4 * 8 + 1
    walk = walk_of(ALL)
    assert (walk.number, walk.of, walk.previous, walk.following) == (0, len(stops), None, stops[0])
    for number, stop in enumerate(stops, 1):
        walk = walk_of(ALL, stop.key)
        assert (walk.number, walk.of, walk.chosen) == (number, len(stops), stop)
        assert walk.previous == (stops[number - 2] if number > 1 else None)
        assert walk.following == (stops[number] if number < len(stops) else None)


def test_a_walk_over_some_places_knows_no_others(reports):
    wanted = StopFilter(kind="warning", authority="place-1")
    stops = every(wanted)
    assert walk_of(wanted, stops[1].key).of == len(stops) == 4
    other = next(stop for stop in every() if stop not in stops)
    assert walk_of(wanted, other.key).chosen is None


@pytest.mark.parametrize("name", ["", "warning-0", "warning-x", "nonsense-1", "1", "warning-", f"warning-{10**30}"])
def test_a_place_that_does_not_wait_is_not_chosen(reports, name):
    walk = walk_of(ALL, name)
    assert (walk.number, walk.chosen, walk.following) == (0, None, every()[0])


def test_a_place_has_its_kind_in_its_name(reports):
    notice = Notice.objects.filter(level="error").first()
    assert walk_of(ALL, f"warning-{notice.pk}").chosen is None
    assert walk_of(ALL, f"error-{notice.pk}").chosen


def test_without_places_the_walk_is_empty(db):
    walk = walk_of(ALL)
    assert (walk.number, walk.of, walk.following) == (0, 0, None)


def test_the_number_of_queries_does_not_grow(reports, django_assert_max_num_queries):
    middle = every()[10].key
    with django_assert_max_num_queries(30):
        walk_of(ALL, middle)
    for page in range(30):
        build.notice(reports[0].source, report=reports[0], level="error", page=page)
    with django_assert_max_num_queries(30):
        assert walk_of(ALL, middle).of == 63
