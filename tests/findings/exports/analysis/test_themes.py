"""Themes as files: numbers of findings or of recommendations, never both."""

import pytest
from django.urls import reverse

from tests.findings.analysis.told import finds, recommends, report
from tests.findings.exports.downloads import csv_rows

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_findings_and_recommendations_have_columns_of_their_own(client):
    of = report("Kent", "2019-07-15")
    finds(of, "caseloads", "weakness", "strength")
    recommends(of, "caseloads", 2)
    (row,) = csv_rows(client, f"{reverse('analysis-themes-csv')}?theme=caseloads")
    assert (row["group"], row["reports"], row["reports_criticising"], row["reports_praising"]) == (
        "2019",
        "1",
        "1",
        "1",
    )
    assert (row["findings_weakness"], row["findings_strength"], row["recommendations"]) == ("1", "1", "")
    (row,) = csv_rows(client, f"{reverse('analysis-themes-csv')}?theme=caseloads&of=recommendation")
    assert (row["reports_recommending"], row["recommendations"], row["findings_weakness"]) == ("1", "2", "")
    assert row["reports_criticising"] == ""


def test_a_theme_of_a_framework_leads_to_its_records(client):
    finds(report("Kent", "2019-07-15"), "caseloads", "weakness")
    rows = csv_rows(client, reverse("analysis-theme-table-csv"))
    row = next(row for row in rows if (row["theme"], row["framework"]) == ("caseloads", "ilacs"))
    assert (row["reports_counting"], row["reports"], row["share_percent"]) == ("1", "1", "")
    assert row["records_link"].endswith(
        "/analysis/themes/?theme=caseloads&of=finding&framework=ilacs&polarity=weakness&polarity=mixed#behind"
    )
