"""Long reports are read in chapters: nothing is lost or repeated, and every link leads to the page of its record."""

import re
from collections.abc import Callable
from functools import cache
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client
from django.urls import reverse

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.follow_up.plans import asked_of, estimated_size_of_front, pages_of, priorities_of
from findings.labels import short_title
from findings.reports import chapters
from findings.reports.content import read_content
from inspections.models import Report
from inspections.vocabulary import ReportKind
from tests.markup import squeeze
from tests.pages.story import Story, tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

LIGHT = 100_000


@pytest.fixture
def heavy(monkeypatch) -> None:
    """Pages that hold little, so that the small reports of the tests are long ones."""
    monkeypatch.setattr(chapters, "WHOLE", 2_000)
    monkeypatch.setattr(chapters, "LONGEST", 3_000)
    monkeypatch.setattr(chapters, "SHORT", 400)


@pytest.mark.usefixtures("heavy")
def test_nothing_of_a_report_is_lost_or_shown_twice(client):
    story = tell(6)
    content = read_content(story.report)
    assert not content.is_whole
    pages = [squeeze(client.get(chapter.address).content.decode()) for chapter in content.chapters]
    whole = squeeze(
        client.get(reverse("report-whole", args=[story.report.authority_slug, story.report.slug])).content.decode()
    )
    anchors = re.findall(r'class="kb-(?:para|rec)[^"]*" id="([^"]+)"', whole)
    assert len(anchors) == 6 + 1 + 6 + 6
    assert sorted(anchors) == sorted(re.findall(r'class="kb-(?:para|rec)[^"]*" id="([^"]+)"', "".join(pages)))


def reader(client: Client) -> Callable[[str], str]:
    """What gives the HTML of an address, asked for once; "" where no page is."""

    @cache
    def html_of(address: str) -> str:
        response = client.get(address, follow=True)
        return squeeze(response.content.decode()) if response.status_code == 200 else ""

    return html_of


def leading_nowhere(address: str, html_of: Callable[[str], str]) -> set[str]:
    """The links of a page to anchors that are not where they lead."""
    wrong = set()
    for href in set(re.findall(r'href="([^"]*#[^"]+)"', html_of(address))):
        page, anchor = urldefrag(href.replace("&amp;", "&"))
        if f'id="{anchor}"' not in html_of(urljoin(address, page) if page else address):
            wrong.add(href)
    return wrong


@pytest.mark.usefixtures("heavy")
def test_every_link_to_an_anchor_leads_to_the_page_that_has_it(client):
    story, html_of = tell(4), reader(client)
    content = read_content(story.report)
    addresses = [story.inspection.get_absolute_url(), story.recommendation.get_absolute_url()]
    for address in (*addresses, *(chapter.address for chapter in content.chapters)):
        assert not leading_nowhere(address, html_of), address
    for address in (reverse("judgements"), reverse("recommendations")):
        assert not leading_nowhere(address, html_of), address


@pytest.mark.usefixtures("heavy")
def test_an_anchor_leads_to_its_page_from_the_address_of_the_report(client):
    story = tell(6)
    base = story.report.get_absolute_url()
    last = story.paragraphs[-1]
    assert last.section
    response = client.get(f"{base}?at={last.anchor}")
    assert response.status_code == 302
    page, anchor = urldefrag(response["Location"])
    assert anchor == last.anchor
    assert page != base
    assert f'id="{anchor}"' in squeeze(client.get(page).content.decode())


def test_what_an_inspections_own_report_says_is_read_on_the_page_of_the_inspection(client):
    story = tell()
    inspection = story.inspection.get_absolute_url()
    for anchor in (story.paragraphs[0].anchor, story.judgement.anchor):
        response = client.get(f"{story.report.get_absolute_url()}?at={anchor}")
        assert response["Location"] == f"{inspection}#{anchor}"
        assert f'id="{anchor}"' in squeeze(client.get(inspection).content.decode())
    response = client.get(f"{story.plan.get_absolute_url()}?at={story.action.anchor}")
    assert response["Location"] == f"{story.plan.get_absolute_url()}#{story.action.anchor}"


@pytest.mark.usefixtures("heavy")
def test_chapters_of_an_inspections_own_report_lead_back_to_the_inspection(client):
    story = tell(6)
    assert story.paragraphs[-1].section
    html = squeeze(client.get(story.paragraphs[-1].section.get_absolute_url()).content.decode())
    inspection = story.inspection.get_absolute_url()
    assert f'href="{inspection}#judgements"' in html
    assert f'href="{inspection}">{short_title(story.report)}</a>' in " ".join(html.split())


def test_an_anchor_that_the_report_does_not_have_leads_to_the_report(client):
    story = tell()
    assert client.get(f"{story.report.get_absolute_url()}?at=para-999", follow=True).status_code == 200


def test_what_a_report_says_of_an_inspection_leads_to_the_report(client):
    story = tell()
    statement = story.report.statements.get()
    response = client.get(f"{story.report.get_absolute_url()}{statement.anchor}/")
    assert (response.status_code, response["Location"]) == (302, story.report.get_absolute_url())


@pytest.mark.usefixtures("heavy")
def test_a_chapter_leads_to_its_neighbours_and_says_where_one_is(client):
    story = tell(6)
    content = read_content(story.report, front=story.inspection.get_absolute_url())
    second = content.chapters[1]
    html = squeeze(client.get(second.address).content.decode())
    assert html.count('aria-current="page"') == 1 + 1, "in the contents and in the breadcrumbs"
    assert f'href="{content.chapters[0].address}" rel="prev"' in html
    assert f'href="{content.chapters[2].address}" rel="next"' in html
    assert client.get(f"{second.address}?page=99").status_code == 404
    assert client.get(f"{second.address}?page=x").status_code == 404


@pytest.mark.usefixtures("heavy")
def test_the_page_of_a_long_inspection_shows_recommendations_in_short_and_the_sections(client):
    story = tell(6)
    html = squeeze(client.get(story.inspection.get_absolute_url()).content.decode())
    asked = html.split('id="asked">')[1].split("</section>")[0]
    assert asked.count('class="kb-asked__item"') == 6
    assert "Paragraph 14</a>" in asked
    assert "Sections of the report</h2>" in html
    assert f'href="{reverse("report-whole", args=[story.report.authority_slug, story.report.slug])}"' in html
    assert 'id="para-14"' not in html


@pytest.mark.usefixtures("heavy")
def test_queries_do_not_grow_with_the_length_of_a_chapter(client, django_assert_max_num_queries):
    def queries(rows: int) -> int:
        address = read_content(tell(rows).report).chapters[1].address
        with django_assert_max_num_queries(45) as found:
            assert client.get(address).status_code == 200
        return len(found)

    assert queries(30) <= queries(4)


def test_a_record_that_is_opened_in_place_comes_alone(client):
    story = tell()
    response = client.get(story.paragraphs[0].get_absolute_url(), headers={"HX-Request": "true"})
    html = squeeze(response.content.decode())
    assert "<main" not in html
    assert 'id="' not in html, "the page has the record's anchor already"
    assert "as often as plans say" not in html
    assert "every week." in html
    assert f'href="{story.report.get_absolute_url()}?at=para-14#para-14"' in html
    assert "HX-Request" in response["Vary"]


def test_the_page_says_what_a_citation_begins_with(client):
    story = tell()
    html = squeeze(client.get(story.inspection.get_absolute_url()).content.decode())
    begins = re.search(r'data-cite="([^"]+)"', html)
    assert begins
    paragraph = story.paragraphs[0]
    named = re.search(rf'href="{paragraph.get_absolute_url()}#cite">Cite<span[^>]*>([^<]+)</span>', html)
    assert named
    address = f"http://testserver{paragraph.get_absolute_url()}"
    assert f"{begins[1]},{named[1]}, {address}" == text(citation_of(story.report, address, paragraph))


def test_a_heavy_plan_goes_on_over_pages(client, monkeypatch):
    story: Story = tell(5)
    monkeypatch.setattr("findings.follow_up.plans.LONGEST", 3_000)
    pages = pages_of(priorities_of(read_content(story.plan)), estimated_size_of_front(asked_of(story.plan)))
    assert len(pages) > 1
    address = reverse("plan", args=[story.plan.authority_slug, story.plan.slug])
    html = [squeeze(client.get(f"{address}?page={page.number}").content.decode()) for page in pages]
    anchors = [anchor for page in html for anchor in re.findall(r'class="kb-action" id="([^"]+)"', page)]
    assert len(anchors) == len(set(anchors)) == 5
    assert "What it answers</h2>" in html[0]
    assert "What it answers</h2>" not in html[1]
    assert not leading_nowhere(f"{address}?page=2", reader(client))
    assert client.get(f"{address}?page=99").status_code == 404


def addresses_of_everything() -> list[str]:
    found = [reverse(name) for name in ("home", "judgements", "recommendations", "inspections", "documents", "plans")]
    for report in Report.objects.published().select_related("authority", "inspection__authority", "source"):
        found += [chapter.address or report.get_absolute_url() for chapter in read_content(report).chapters]
        found += [report.source.get_absolute_url()]
        if report.inspection:
            found.append(report.inspection.get_absolute_url())
        if report.authority:
            found.append(report.authority.get_absolute_url())
        if report.kind == ReportKind.IMPROVEMENT_PLAN:
            found.append(reverse("plan", args=[report.authority_slug, report.slug]))
        found += [f"{report.get_absolute_url()}{row.anchor}/" for row in report.judgements.all()[:2]]
    return sorted(set(found))


@pytest.mark.slow
def test_every_page_over_the_real_documents_is_light(client, real_medway):
    heavy = {
        address: size for address in addresses_of_everything() if (size := len(client.get(address).content)) >= LIGHT
    }
    assert not heavy
