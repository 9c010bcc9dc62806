"""Where documents were fetched, and when sources were last checked for new ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from inspections.models import FetchedFile
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.django_db
WHEN = datetime(2015, 11, 27, 10, 4, tzinfo=UTC)


def html_of(client: Client, address: str) -> str:
    return squeeze(client.get(address).content.decode())


def test_the_page_of_a_document_tells_where_it_was_fetched(client: Client):
    source = builders.report().source
    assert 'id="provenance"' not in html_of(client, source.get_absolute_url())
    behind = "https://files.example.org/1.pdf?a=<b>"
    headers = [["etag", '"<i>1"'], ["content-type", "application/pdf"]]
    one = builders.fetched(
        source, fetched_at=WHEN, answered_by=behind, headers=headers, found_on="https://pages.example.org/"
    )
    builders.fetched(address=one.address, fetched_at=WHEN.replace(day=28))
    html = html_of(client, source.get_absolute_url()).split('id="provenance"')[1].split("</section>")[0]
    assert f'href="{one.address}">{one.address}</a>' in html
    assert "https://files.example.org/1.pdf?a=&lt;b&gt;" in html
    assert 'href="https://pages.example.org/"' in html
    assert "27 November 2015, 10:04" in html
    assert "&quot;&lt;i&gt;1&quot;" in html
    assert "Another file was found at this address on 28 November 2015." in html


def test_a_member_of_a_fetched_archive_tells_where_the_archive_was_fetched(client: Client):
    source = builders.report().source
    archive = builders.fetched(state="read")
    archive.documents.add(source)
    assert archive.address in html_of(client, source.get_absolute_url())
    assert list(FetchedFile.objects.of(source)) == [archive]


def test_the_coverage_tells_when_each_source_was_last_checked_and_what(client: Client):
    page = reverse("coverage")
    assert "No source on the web has been checked for new documents yet." in html_of(client, page)
    counts = {"asked": 1412, "fetched": 3, "failed": 2, "left": 10}
    builders.check(finished_at=WHEN.replace(day=1))
    builders.check(finished_at=WHEN, **counts)
    builders.check(finished_at=None, asked=7)
    builders.check(source="other", title="Reports of Oldshire", finished_at=WHEN.replace(day=2), asked=1, fetched=1)
    html = html_of(client, page)
    assert "Last checked for new documents" in html
    assert (
        "Reports of Wexcombe: 27 November 2015, 1,412 addresses asked, 3 new documents, 2 could not be had, "
        "10 left to the next check" in html
    )
    assert "Reports of Oldshire: 2 November 2015, 1 address asked, 1 new document</li>" in html
    assert html.count("Reports of Wexcombe") == 1
