"""The columns that data sets share: how a row was read, and its permanent address."""

import pytest
from django.utils import timezone

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.search.entries import index_report
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
def test_the_source_of_a_value_is_told_as_machine_person_or_hand(client):
    report = builders.report(of=builders.inspection())
    corrected = builders.recommendation(report, "1")
    builders.correction(corrected, "text", "Make sure.")
    builders.recommendation(report, "2", origin="hand")
    told = rows(download(client, "recommendations-csv"))
    assert [row["value_source"] for row in told] == ["corrected", "added-by-hand"]
    by_earlier_name = rows(download(client, "recommendations-csv", "?columns=reading"))
    assert by_earlier_name == [{"value_source": row["value_source"]} for row in told]


@pytest.mark.django_db
def test_versions_the_day_and_confirmations_are_told(client):
    report = builders.report(of=builders.inspection())
    first = builders.recommendation(report, "1")
    builders.recommendation(report, "2")
    confirm(type(first), {first.pk: key_of(first)}, "Compared.", builders.editor())
    told = rows(download(client, "recommendations-csv"))
    assert [row["confirmed"] for row in told] == ["yes", "no"]
    assert {(row["reader"], row["profile"]) for row in told} == {(report.source.reader, report.profile)}
    assert {row["as_at"] for row in told} == {f"{timezone.localdate()}"}
    builders.correction(first, "text", "Make sure.")
    index_report(report.pk)
    assert [row["confirmed"] for row in rows(download(client, "recommendations-csv"))] == ["no", "no"]
