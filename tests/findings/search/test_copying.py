"""Entries of the index are copied with their tokens, to the place of the copies of their reports."""

import pytest

from findings.models import SearchEntry
from findings.search.copying import copy_entries
from findings.search.databases import COLUMNS, EntryRow, database
from findings.search.entries import entry_id
from findings.search.terms import Question, SideBySide, indexed_text
from tests import builders

pytestmark = pytest.mark.django_db
SHIFT = 1000


def test_a_copy_stands_at_the_place_of_its_report_and_is_found_by_the_same_words():
    report = builders.report()
    copy = builders.report(pk=report.pk + SHIFT, published=report.published)
    row = EntryRow(entry_id(report, 3), "finding", 30, report.pk, None, None, None, 2015, "sif", "London", *[""] * 4)
    later = EntryRow(entry_id(report, 4), "finding", 31, report.pk, None, None, None, 2015, "sif", "London", *[""] * 4)
    database().add([(row, indexed_text("Drift was seen.", [])), (later, indexed_text("Delay.", []))])
    columns = {name: name for name in COLUMNS} | {"record": f"record + {SHIFT}", "report_id": f"report_id + {SHIFT}"}
    copy_entries(columns, 30, SHIFT)
    both = [row.id, entry_id(copy, 3)]
    assert sorted(database().entry_ids(Question(SideBySide(("drift", "was"))), 10, 0)) == sorted(both)
    assert SearchEntry.objects.count() == 3
    assert list(SearchEntry.objects.filter(report=copy).values_list("pk", "record")) == [(both[1], 1030)]
