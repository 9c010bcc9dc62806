"""The columns that data sets share: how a row was read, and its permanent address."""

import pytest

from tests import builders
from tests.findings.exports.downloads import download, rows
from tests.pages.story import tell


@pytest.mark.django_db
def test_permanent_links_lead_to_their_record(client):
    tell()
    for name in ("recommendations-csv", "judgements-csv"):
        for row in rows(download(client, name)):
            assert client.get(row["permanent_link"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.django_db
def test_reading_tells_corrected_and_made_by_hand(client):
    report = builders.report(of=builders.inspection())
    corrected = builders.recommendation(report, "1")
    builders.correction(corrected, "text", "Make sure.")
    builders.recommendation(report, "2", origin="hand")
    assert [row["reading"] for row in rows(download(client, "recommendations-csv"))] == ["corrected", "added-by-hand"]
