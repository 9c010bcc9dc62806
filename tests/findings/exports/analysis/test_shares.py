"""Links of files of shares and scorecards lead to the page that lists what was counted."""

import pytest
from django.urls import reverse

from tests import builders
from tests.findings.exports.downloads import csv_rows
from tests.inspections.analysis.told import judged

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_a_share_leads_to_its_judgements(client):
    judged(builders.authority("Kent"), "2022-05-02", leadership="outstanding")
    rows = csv_rows(client, f"{reverse('analysis-share-csv')}?since=2022")
    assert [(row["region_name"], row["year"], row["judgements"], row["held"]) for row in rows] == [
        ("South East", "2022 alone", "1", "1"),
        ("South East", "2022", "1", "1"),
    ]
    assert (
        rows[1]["judgements_link"] == "http://testserver/analysis/share/?since=2022&region=South+East&year=2022#behind"
    )


def test_numbers_of_region_and_england_lead_to_the_grades_of_the_day(client):
    judged(builders.authority("Kent"), "2022-05-02", leadership="outstanding")
    rows = csv_rows(client, f"{reverse('analysis-scorecard-csv')}?authority=kent&domain=leadership&on=2023")
    assert {row["beside"]: row["neighbours_year"] for row in rows} == {
        "Statistical neighbours": "2023 or later",
        "South East": "",
        "England": "",
    }
    links = {row["beside"]: row["grades_link"] for row in rows}
    assert links == {
        "Statistical neighbours": "",
        "South East": "http://testserver/analysis/grades/?domain=leadership&on=2023&region=South+East",
        "England": "http://testserver/analysis/grades/?domain=leadership&on=2023",
    }
