"""What lists find by words is what search finds, of one kind alone."""

import pytest

from findings.models import Recommendation
from findings.search.entries import index_report
from findings.search.list_condition import list_condition, parse_query
from inspections.vocabulary import RecordKind
from tests import builders

pytestmark = pytest.mark.django_db


def test_the_records_of_one_kind_that_a_query_finds():
    report = builders.report()
    builders.recommendation(report, "1", text="Review children’s plans.")
    builders.recommendation(report, "2", text="Supervise workers.")
    builders.finding(report, "3", text="Children's plans were reviewed.")
    index_report(report.pk)

    def found(typed: str) -> list[str]:
        rows = Recommendation.objects.filter(list_condition(parse_query(typed), RecordKind.RECOMMENDATION))
        return sorted(row.ref for row in rows)

    assert found("children's plans") == found("children’s PLAN") == ["1"]
    assert found("superv*") == ["2"]
    assert found("plans OR supervision") == found("") == ["1", "2"]
    assert found("plans -children") == []
