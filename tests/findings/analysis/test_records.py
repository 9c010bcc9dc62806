"""The records behind a number, in order, with their names."""

import pytest

from findings.analysis.records import DrillDownRecords, ReportPortion, records_of
from tests import builders
from tests.findings.analysis.told import finds, report

pytestmark = pytest.mark.django_db


def test_records_of_several_kinds_come_in_the_order_of_their_keys(django_assert_num_queries):
    of = report("Kent", "2019-07-15")
    first, second, asked = builders.finding(of, "1"), builders.finding(of, "2"), builders.recommendation(of, "3")
    keys = [("finding", second.pk), ("recommendation", asked.pk), ("finding", 0), ("finding", first.pk)]
    with django_assert_num_queries(2):
        found = records_of(keys)
    assert [one.label for one in found] == ["Paragraph 2", "Recommendation 3", "Paragraph 1"]
    assert records_of([]) == []


def test_a_page_of_records_looks_at_its_own_reports_alone(django_assert_num_queries):
    first, second, third = (report("Kent", f"20{year}-07-15") for year in (21, 20, 19))
    keys = [finds(of, "caseloads", "weakness", "weakness", "strength") for of in (first, second, third)]
    numbers = [(of.pk, 2) for of in (first, second, third)]
    listed = DrillDownRecords("caseloads", "finding", ("weakness",), [ReportPortion(6, lambda: [*numbers, (0, 0)])])
    wanted = [("finding", key) for of in keys for key in of[:2]]
    assert len(listed) == 6
    assert [listed[place : place + 4] for place in (0, 1, 3, 5, 6)] == [
        wanted[0:4], wanted[1:5], wanted[3:], wanted[5:], [],
    ]  # fmt: skip
    assert listed[4] == wanted[4]
    with django_assert_num_queries(1):
        listed[2:4]
