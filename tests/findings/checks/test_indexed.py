"""An index of search that is not the content: on both databases."""

import pytest
from django.db import connection

from findings.checks.indexed import SEARCH_INDEX
from findings.models import Finding, IndexedReport, SearchEntry
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def spoil_tokens(entry: SearchEntry) -> None:
    where = ("findings_searchentry", "id") if connection.vendor == "postgresql" else ("findings_searchtext", "rowid")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {where[0]} SET tokens = '' WHERE {where[1]} = %s", [entry.pk])  # noqa: S608


def test_what_was_loaded_is_indexed(three):
    assert found(SEARCH_INDEX) == []


def test_missing_wrong_and_superfluous_entries_are_found_and_made_again(three):
    entry = SearchEntry.objects.get(kind="finding", record=three.pk)
    spoils = (
        lambda: SearchEntry.objects.filter(pk=entry.pk).delete(),
        lambda: SearchEntry.objects.filter(pk=entry.pk).update(year=1999),
        lambda: Finding.objects.filter(pk=three.pk).update(text="Nobody indexed this."),
        lambda: spoil_tokens(entry),
        lambda: IndexedReport.objects.all().delete(),
    )
    for spoil in spoils:
        spoil()
        assert found(SEARCH_INDEX)
        assert after_repair(SEARCH_INDEX) == []


@pytest.mark.skipif(connection.vendor == "postgresql", reason="tokens are a column of their entry there")
def test_words_without_an_entry_are_found_and_deleted(three):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO findings_searchtext (rowid, tokens) VALUES (1, 'stray')")
    assert "of 1 records" in found(SEARCH_INDEX)[0].what
    assert after_repair(SEARCH_INDEX) == []
