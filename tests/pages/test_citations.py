"""Every page of a report or record says how to cite it, and offers the citation as files."""

import pytest
from django.urls import reverse

from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.mark.parametrize(
    ("suffix", "media_type", "begins"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@techreport{wexcombe-"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - RPRT\r\n"),
        ("apa.txt", "text/plain; charset=utf-8", "Ofsted. (2015, November 27). "),
        ("txt", "text/plain; charset=utf-8", "Ofsted, "),
    ],
)
def test_a_citation_is_a_file_in_each_form(client, suffix, media_type, begins):
    report = builders.report(of=builders.inspection())
    paragraph = builders.finding(report, "19", anchor="annex/para-19")
    page = squeeze(client.get(paragraph.get_absolute_url()).content.decode())
    address = reverse(f"cite-record-{suffix}", args=[report.authority_slug, report.slug, paragraph.anchor])
    assert f'href="{address}"' in page
    response = client.get(address)
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"].endswith(f'-annex-para-19.{suffix}"')
    body = response.content.decode()
    assert body.startswith(begins)
    assert f"http://testserver{paragraph.get_absolute_url()}" in body
    whole = client.get(reverse(f"cite-report-{suffix}", args=[report.authority_slug, report.slug])).content.decode()
    assert f"http://testserver{report.get_absolute_url()}" in whole
    assert "paragraph 19" not in whole


def test_nothing_is_cited_that_is_not_there_or_not_public(client):
    report = builders.report(of=builders.inspection())
    hidden = builders.report(visibility="hidden")
    assert client.get(f"/citations/wexcombe/{report.slug}/para-999.bib").status_code == 404
    assert client.get(f"/citations/wexcombe/{hidden.slug}.bib").status_code == 404
    assert client.get(f"/citations/wexcombe/{report.slug}.docx").status_code == 404
