"""Leaves: pages where a file has them, lines where it has none, and on which of them a record stands."""

import pytest

from findings.desk.leaves import Leaf, Leaves, leaves_of
from findings.models import Finding
from tests import builders as build

pytestmark = pytest.mark.either_database

PAGES, LINES = Leaves(9, 3, is_page=True), Leaves(4, 1, is_page=False)


def at(**values: object) -> Finding:
    return Finding(**{"page": None, "line": None, "boxes": []} | values)


def test_a_record_stands_on_every_page_of_its_boxes_and_begins_on_the_first():
    torn = at(page=3, boxes=[[3, 0, 0, 9, 9], [4, 0, 0, 9, 9]])
    assert [PAGES.leaf(number).has(torn) for number in (2, 3, 4, 5)] == [False, True, True, False]
    assert [PAGES.leaf(number).begins(torn) for number in (3, 4)] == [True, False]
    assert PAGES.number_of(torn) == 3


def test_a_record_without_a_place_stands_on_the_first_leaf_of_its_report():
    assert PAGES.leaf(3).has(at())
    assert (PAGES.number_of(at()), LINES.number_of(at())) == (3, 1)


def test_lines_are_forty_a_leaf():
    assert [LINES.number_of(at(line=line)) for line in (1, 40, 41, 80, 81)] == [1, 1, 2, 2, 3]
    assert LINES.leaf(2).name == "Lines 41 to 80"
    assert PAGES.leaf(2).name == "Page 2"


def test_a_leaf_that_does_not_exist_is_the_nearest_one():
    assert [PAGES.leaf(number).number for number in (0, 1, 9, 10)] == [1, 1, 9, 9]
    assert PAGES.leaf(3) == Leaf(3, 9, is_page=True, is_first=True)


@pytest.mark.django_db
def test_a_report_inside_of_a_file_begins_on_its_own_page():
    report = build.report(of=build.inspection(), source=build.source(pages=30), page=12)
    assert leaves_of(report) == Leaves(30, 12, is_page=True)


@pytest.mark.django_db
def test_the_leaves_of_a_file_without_pages_reach_to_its_last_record_or_notice():
    report = build.report(of=build.inspection(), source=build.source(pages=None), line=45)
    build.finding(report, "1", page=None, line=90)
    assert leaves_of(report) == Leaves(3, 2, is_page=False)
    build.notice(report.source, report=report, line=121)
    assert leaves_of(report).of == 4
