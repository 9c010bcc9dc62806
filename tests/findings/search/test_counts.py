"""The numbers of records by report: kept with the index, from what is indexed, and made again where they are wrong."""

import pytest

from findings.checks.indexed import SEARCH_INDEX
from findings.corrections.changes import suppress
from findings.models import IndexedReport, RecordCount
from findings.search.counts import published_numbers, without_numbers
from findings.search.entries import index_report
from inspections.models import Report
from tests import builders
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def kept(kind: str) -> dict[tuple[str, str, bool], int]:
    rows = RecordCount.objects.filter(kind=kind)
    return {(row.polarity, row.timescale, row.is_item): row.records for row in rows}


@pytest.fixture
def recommending() -> Report:
    report = builders.report(of=builders.inspection())
    whole = builders.recommendation(report, "1", timescale="immediate")
    builders.recommendation(report, "1.1", parent=whole, timescale="immediate")
    builders.recommendation(report, "2")
    builders.finding(report, "7")
    return report


def test_records_are_counted_by_all_that_lists_ask_of_them(recommending):
    index_report(recommending.pk)
    assert kept("recommendation") == {("", "immediate", False): 1, ("", "immediate", True): 1, ("", "", False): 1}
    assert sum(kept("finding").values()) == 1


def test_numbers_follow_what_people_change(three, user):
    before = sum(kept("finding").values())
    suppress(three, "It is the foot of the page.", user)
    assert sum(kept("finding").values()) == before - 1


def test_a_report_that_nobody_sees_has_no_numbers(recommending):
    index_report(recommending.pk)
    Report.objects.update(visibility="hidden")
    index_report(recommending.pk)
    assert not RecordCount.objects.exists()


def test_published_numbers_are_those_of_all_reports_with_or_without_kept_numbers(recommending):
    counted = {("recommendation", False): 2, ("recommendation", True): 1, ("finding", False): 1}
    assert without_numbers() == [recommending.pk]
    assert +published_numbers() == counted
    index_report(recommending.pk)
    assert without_numbers() == []
    assert +published_numbers() == counted
    Report.objects.update(visibility="hidden")
    assert not +published_numbers()


def test_numbers_of_a_former_version_of_the_program_do_not_count(recommending):
    index_report(recommending.pk)
    IndexedReport.objects.update(counted=0)
    assert without_numbers() == [recommending.pk]


def test_wrong_numbers_are_found_and_made_again(three):
    for spoil in (
        lambda: RecordCount.objects.update(records=99),
        lambda: RecordCount.objects.all().delete(),
        lambda: RecordCount.objects.filter(kind="finding").update(polarity="neutral"),
    ):
        spoil()
        assert found(SEARCH_INDEX)
        assert after_repair(SEARCH_INDEX) == []
