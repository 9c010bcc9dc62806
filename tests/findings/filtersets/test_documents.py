"""Documents, notices and authorities are filtered; a document counts once for every value that it holds."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def titles(html: str) -> list[str]:
    found = re.findall(r'<h3 class="kb-row__title">(.*?)</h3>', html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", " ", title)).strip() for title in found]


def counts(client, address: str, name: str) -> dict[str, int | None]:
    facets = client.get(address).context["filterset"].facets
    return {choice.value: choice.count for facet in facets if facet.name == name for choice in facet.choices}


@pytest.fixture
def agenda() -> str:
    """The name of a document with three reports of two kinds and years, and two notices of one code."""
    file = builders.source(name="agenda.pdf", status="partial")
    for kind, published in (
        ("agenda", "2020-01-14"),
        ("cabinet-report", "2020-01-14"),
        ("cabinet-report", "2019-12-01"),
    ):
        last = builders.report(kind, source=file, published=published)
    for _ in range(2):
        builders.notice(file, report=last, code="row-mended")
    hidden = builders.report("sif", source=file, published="2015-01-01", visibility="hidden")
    builders.notice(file, report=hidden, code="duplicate-action")
    return file.name


@pytest.mark.parametrize(
    "query",
    ["kind=agenda", "kind=cabinet-report", "year=2019", "year=2020&year=2019", "notice=row-mended", "status=partial"],
)
def test_a_document_is_found_once_by_what_it_holds(client, agenda, query):
    builders.report(of=builders.inspection())
    html = page(client, f"{reverse('documents')}?{query}&authority=wexcombe")
    assert titles(html) == [agenda]
    assert "1 document<" in html
    assert [row["source_document"] for row in client.get(f"{reverse('documents-json')}?{query}").json()["records"]] == [
        agenda
    ]


@pytest.mark.parametrize("query", ["kind=sif", "year=2015", "notice=duplicate-action"])
def test_what_is_not_public_finds_no_document(client, agenda, query):
    assert titles(page(client, f"{reverse('documents')}?{query}")) == []


def test_documents_are_counted_once_for_every_value_over_all_other_filters(client, agenda):
    builders.report("cabinet-report", published="2019-03-01")
    address = reverse("documents")
    assert counts(client, address, "kind") == {"agenda": 1, "cabinet-report": 2}
    assert counts(client, address, "year") == {"2020": 1, "2019": 2}
    assert counts(client, address, "notice") == {"row-mended": 1}
    assert counts(client, f"{address}?notice=row-mended", "kind") == {"agenda": 1, "cabinet-report": 1}
    assert counts(client, f"{address}?kind=agenda&notice=row-mended", "kind") == {"agenda": 1, "cabinet-report": 1}


def test_notices_are_filtered_and_lead_to_their_place(client):
    story = tell()
    html = page(client, f"{reverse('notices')}?level=warning&code=missing-paragraphs&authority=wexcombe")
    assert titles(html) == [story.report.source.name]
    assert html.count("<code>missing-paragraphs</code>") == 2
    assert f'href="{story.paragraphs[0].get_absolute_url()}"' in html
    assert titles(page(client, f"{reverse('notices')}?level=error")) == [story.refused.name]
    assert 'href="/notices.csv?level=error"' in page(client, f"{reverse('notices')}?level=error")


def test_authorities_are_filtered_by_region(client):
    builders.report(of=builders.inspection(authority=builders.authority("Medway")))
    builders.report(of=builders.inspection())
    html = page(client, f"{reverse('authorities')}?region=South+East")
    assert "/authorities/medway/" in html
    assert "/authorities/wexcombe/" not in html
    assert "1 authority<" in html
    assert [
        row["la_name"] for row in client.get(f"{reverse('authorities-json')}?region=South+East").json()["records"]
    ] == ["Medway"]


@pytest.mark.parametrize("name", ["documents", "notices", "authorities"])
def test_a_wrong_filter_is_named(client, name):
    tell()
    html = page(client, f"{reverse(name)}?colour=red")
    assert "There is no filter called “colour”" in html
    assert client.get(f"{reverse(f'{name}-csv')}?colour=red").status_code == 400
