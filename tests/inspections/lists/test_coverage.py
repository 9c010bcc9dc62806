"""What is held and what is not, by authority, framework and year."""

import pytest
from django.http import QueryDict

from inspections.lists.coverage import coverage_rows, kinds_held, query_of, with_coverage
from inspections.lists.filtersets import CoverageFilterSet, InspectionFilterSet
from inspections.models import Inspection
from inspections.vocabulary import ReportKind
from tests import builders

pytestmark = pytest.mark.django_db


def held(code="ilacs", started="2019-05-13", **values):
    """An inspection with its own report, which was read as ``status`` says."""
    source = builders.source(status=values.pop("status", "complete"))
    inspection = builders.inspection(code, started=started, published="", **values)
    report = builders.report(of=inspection, source=source, kind=ReportKind.ILACS)
    builders.statement(report, inspection, is_own=True)
    return inspection


def told(kind, code="ilacs", started="2019-06-17", **values):
    """An inspection that only a document of another kind states."""
    inspection = builders.inspection(code, started=started, published="", is_reported_only=True, **values)
    builders.statement(builders.report(kind), inspection, is_own=False)
    return inspection


def numbers():
    """The numbers of each group, by framework and year."""
    return {
        (row.framework and row.framework.code, row.year): (row.known, row.read, row.tabled, row.partial, row.lacking)
        for row in with_coverage(coverage_rows())
    }


def test_inspections_are_counted_by_authority_framework_and_year():
    held()
    told(ReportKind.OUTCOMES_TABLE)
    told(ReportKind.CABINET_REPORT, started="2019-09-01")
    held(started="2023-05-13")
    told(ReportKind.CABINET_REPORT, code=None, started="2019-09-01")
    assert numbers() == {
        ("ilacs", 2019): (3, 1, 1, 0, 0),
        ("ilacs", 2023): (1, 1, 0, 0, 0),
        (None, 2019): (1, 0, 0, 0, 0),
    }


def test_authorities_are_apart():
    held()
    held(authority=builders.authority("Kent"))
    assert [(row.authority.name, row.known) for row in with_coverage(coverage_rows())] == [("Kent", 1), ("Wexcombe", 1)]


def test_reports_that_were_read_in_part_and_lack_words_are_counted():
    partial = held(status="partial")
    builders.notice(partial.reports.get().source, code="text-not-taken")
    held(started="2019-07-01")
    assert numbers() == {("ilacs", 2019): (2, 2, 0, 1, 1)}


def test_the_newest_is_told_with_and_without_its_report():
    held()
    told(ReportKind.OUTCOMES_TABLE)
    (row,) = with_coverage(coverage_rows())
    assert (row.newest, row.newest_read) == ("2019-06-17", "2019-05-13")


@pytest.mark.parametrize(
    ("more", "number"), [({}, 3), ({"held": "report"}, 1), ({"held": "table"}, 1), ({"held": "mention"}, 1)]
)
def test_each_number_is_that_of_the_list_behind_it(more, number):
    held()
    told(ReportKind.OUTCOMES_TABLE)
    told(ReportKind.CABINET_REPORT, started="2019-09-01")
    told(ReportKind.CABINET_REPORT, code=None, started="2019-09-01")
    row = coverage_rows().get(framework__code="ilacs")
    listed = InspectionFilterSet(QueryDict(query_of(row, **more)), queryset=Inspection.objects.all())
    assert listed.problems == ()
    assert listed.qs.count() == listed.total == number


def test_filters_leave_whole_groups():
    held()
    held(started="2023-05-13")
    told(ReportKind.CABINET_REPORT, code=None, started="2019-09-01")
    for query, number in (("year=2019", 2), ("framework=unknown", 1), ("framework=ilacs&year=2023", 1)):
        found = CoverageFilterSet(QueryDict(query), queryset=coverage_rows())
        assert (found.qs.count(), found.total) == (number, number)


def test_kinds_of_report_are_counted_under_the_same_filters():
    held()
    held(started="2023-05-13", authority=builders.authority("Kent"))
    every = kinds_held({})
    assert [(one.kind, one.number, one.newest) for one in every] == [("ilacs", 2, "2023-05-13")]
    (of_year,) = kinds_held({"year": ["2019"], "framework": ["ilacs"]})
    assert (of_year.number, of_year.newest) == (1, "2019-05-13")
    assert kinds_held({"framework": ["unknown"]}) == ()
