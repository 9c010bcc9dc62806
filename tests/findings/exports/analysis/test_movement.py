"""The time of a movement in its file: a range where dates are partial, nothing where one is not known."""

import pytest
from django.urls import reverse

from tests import builders
from tests.findings.exports.downloads import csv_rows
from tests.inspections.analysis.told import overall

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_days_are_a_range_where_dates_are_partial(client):
    kent = builders.authority("Kent")
    overall(kent, "2013-06", "inadequate", "sif", published="2013-08-01")
    overall(kent, "2014-06-01", "good", "sif")
    (row,) = csv_rows(client, reverse("analysis-movement-csv"))
    assert (row["days_at_least"], row["days_at_most"]) == ("336", "365")


def test_days_are_empty_where_a_date_is_not_known(client):
    kent = builders.authority("Kent")
    was = overall(kent, "2013-06-03", "inadequate", "sif").inspection
    was.started = ""
    was.save()
    overall(kent, "2014-06-02", "good", "sif")
    (row,) = csv_rows(client, reverse("analysis-movement-csv"))
    assert (row["from_start"], row["days_at_least"], row["days_at_most"]) == ("", "", "")
