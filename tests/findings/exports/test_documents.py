"""The export of documents: where each came from, as far as this site fetched it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests import builders
from tests.findings.exports.downloads import csv_rows

pytestmark = pytest.mark.django_db

MAY, JUNE = datetime(2026, 5, 4, 10, tzinfo=UTC), datetime(2026, 6, 5, 11, tzinfo=UTC)


def test_a_document_tells_where_and_when_its_bytes_were_fetched_last(client):
    source = builders.report(of=builders.inspection()).source
    builders.fetched(source, fetched_at=MAY, address="https://files.example.org/first")
    builders.fetched(source, fetched_at=JUNE, address="https://files.example.org/again")
    builders.fetched(fetched_at=JUNE, address="https://files.example.org/other")
    (row,) = csv_rows(client, reverse("documents-csv"))
    assert (row["fetched_from"], row["fetched_at"]) == ("https://files.example.org/again", JUNE.isoformat())


def test_a_member_of_an_archive_tells_where_the_archive_was_fetched(client):
    source = builders.report(of=builders.inspection()).source
    archive = builders.fetched(fetched_at=MAY, address="https://files.example.org/all.zip")
    archive.documents.add(source)
    (row,) = csv_rows(client, reverse("documents-csv"))
    assert (row["fetched_from"], row["fetched_at"]) == ("https://files.example.org/all.zip", MAY.isoformat())


def test_a_document_that_was_not_fetched_says_nothing(client):
    builders.report(of=builders.inspection())
    (row,) = csv_rows(client, reverse("documents-csv"))
    assert (row["fetched_from"], row["fetched_at"]) == ("", "")
