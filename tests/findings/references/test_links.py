"""Cross references as links, both ways."""

import pytest
from django.urls import reverse

from findings.labels import runs
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_evidence_is_cited_as_ranges():
    report = builders.report(of=builders.inspection())
    numbers = ("14", "15", "16", "18", "3.1", "3.2", "", "")
    findings = [builders.finding(report, ref) for ref in numbers]
    assert [[finding.ref for finding in run] for run in runs(findings)] == [
        ["14", "15", "16"],
        ["18"],
        ["3.1", "3.2"],
        ["", ""],
    ]


def test_a_recommendation_and_its_paragraph_link_both_ways(client):
    story = tell()
    whole = html_of(client, story.inspection.get_absolute_url())
    assert (
        f'<span class="kb-refs__name">Cites</span> <a class="govuk-link" href="#{story.paragraphs[0].anchor}">' in whole
    )
    assert (
        f'<span class="kb-refs__name">Cited by</span> <a class="govuk-link" href="#{story.recommendation.anchor}">'
        in whole
    )
    paragraph = html_of(client, story.paragraphs[0].get_absolute_url())
    assert f'href="{story.recommendation.get_absolute_url()}">Recommendation 1</a>' in paragraph
    recommendation = html_of(client, story.recommendation.get_absolute_url())
    assert f'href="{story.paragraphs[0].get_absolute_url()}">Paragraph 14</a>' in recommendation
    assert f'href="{story.action.get_absolute_url()}">Action 1.1</a>' in recommendation


def test_a_reference_that_points_nowhere_shows_why(client):
    story = tell()
    page = html_of(client, story.recommendation.get_absolute_url())
    assert "paragraph 900 <span" in page
    assert "This report has no paragraph 900." in page


def test_evidence_links_to_where_it_begins(client):
    story = tell()
    page = html_of(client, f"{reverse('judgements')}?paragraph=15")
    assert f'href="{story.report.get_absolute_url()}?at=para-14#para-14">Paragraphs 14 to 16</a>' in page
