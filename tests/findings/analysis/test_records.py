"""The records behind a number, in order, with their names."""

import pytest

from findings.analysis.records import records_of
from tests import builders
from tests.findings.analysis.told import report

pytestmark = pytest.mark.django_db


def test_records_of_several_kinds_come_in_the_order_of_their_keys(django_assert_num_queries):
    of = report("Kent", "2019-07-15")
    first, second, asked = builders.finding(of, "1"), builders.finding(of, "2"), builders.recommendation(of, "3")
    keys = [("finding", second.pk), ("recommendation", asked.pk), ("finding", 0), ("finding", first.pk)]
    with django_assert_num_queries(2):
        found = records_of(keys)
    assert [label for _, label in found] == ["Paragraph 2", "Recommendation 3", "Paragraph 1"]
    assert records_of([]) == []
