"""The records behind entries, in the order of the entries, with one query for each kind."""

import pytest

from findings.models import SearchEntry
from findings.search.entries import index_report
from findings.search.records import by_kind, keys_of, records_at
from inspections.vocabulary import RecordKind
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def ids() -> list[int]:
    report = builders.report(of=builders.inspection())
    builders.judgement(report)
    for ref in "12":
        builders.finding(report, ref)
        builders.recommendation(report, ref)
    index_report(report.pk)
    return list(SearchEntry.objects.order_by("-id").values_list("id", flat=True))


def test_keys_stand_in_the_order_of_the_entries_without_those_that_are_gone(ids):
    found = keys_of([*ids, 7])
    assert found == [
        (RecordKind(entry.kind), entry.record) for entry in SearchEntry.objects.order_by("-id").defer("digest")
    ]


def test_records_stand_in_the_order_of_their_keys_with_a_query_for_each_kind(ids, django_assert_num_queries):
    keys = keys_of(ids)
    with django_assert_num_queries(3):
        records = records_at(keys)
        assert {record.report.authority.name for _, record in records} == {"Wexcombe"}
    assert [(kind, record.pk) for kind, record in records] == keys
    assert set(by_kind(keys)) == {RecordKind.JUDGEMENT, RecordKind.FINDING, RecordKind.RECOMMENDATION}


def test_records_that_are_gone_are_passed_over(ids):
    keys = keys_of(ids)
    records_at(keys)[0][1].delete()
    assert [(kind, record.pk) for kind, record in records_at(keys)] == keys[1:]
