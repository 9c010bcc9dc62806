"""The columns of a recommendation: where it stands and what it cites."""

import pytest

from tests import builders
from tests.findings.exports.downloads import download, rows


@pytest.mark.django_db
def test_a_recommendation_tells_where_it_stands(client):
    report = builders.report(of=builders.inspection())
    section = builders.section(report, "Recommendations")
    paragraphs = [builders.finding(report, ref) for ref in ("19", "106", "30")]
    whole = builders.recommendation(report, "1", section=section, timescale="six-months", text='Say "yes",\nthen act.')
    item = builders.recommendation(report, parent=whole, anchor="rec-1/1", line=131)
    builders.reference_to(whole, paragraphs[0])
    builders.reference_to(whole, paragraphs[1])
    builders.reference_to(item, paragraphs[2])
    builders.reference_to(item, paragraphs[0])
    first, second = rows(download(client, "recommendations-csv"))
    assert first["text"] == 'Say "yes",\nthen act.'
    assert first["paragraphs_cited"] == "19 106 30"
    assert second["paragraphs_cited"] == "30 19"
    assert second["part_of"] == "rec-1"
    assert second["recommendation"] == "Recommendation 1, item 1"
    assert second["source_line"] == "131"
    assert (
        first
        | {
            "time_period": "2015",
            "time_identifier": "Calendar year",
            "geographic_level": "Local authority",
            "old_la_code": "999",
            "la_name": "Wexcombe",
            "framework": "sif",
            "inspection_start": "2015-09-14",
            "inspection_end": "2015-10-08",
            "recommendation_ref": "1",
            "timescale": "six-months",
            "about_domains": "",
            "section": "Recommendations",
            "permanent_link": f"http://testserver{whole.get_absolute_url()}",
            "source_document": report.source.name,
            "source_sha256": report.source.sha256,
            "source_page": "3",
            "anchor": "rec-1",
            "value_source": "machine-read",
            "licence": "OGL-3.0",
            "sample": "yes",
        }
        == first
    )
