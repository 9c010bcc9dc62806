"""Pages of a PDF with the records on them as boxes."""

import re

import pytest
from django.urls import reverse

from tests import builders
from tests.markup import squeeze
from tests.stored import source, three_pages

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def report():
    return builders.report(of=builders.inspection(), source=source(three_pages()), slug="sif-2015")


def on_page(report, ref="7", **values):
    values = {"page": 1, "boxes": [[1, 72, 90, 400, 102], [1, 72, 104, 300, 116]]} | values
    return builders.finding(report, ref, **values)


def page_address(report, number=1, record=""):
    address = reverse("page-view", args=[report.source.sha256, number])
    return f"{address}?record={report.authority_slug}/{report.slug}/{record}" if record else address


def image_address(report, number=1):
    return reverse("page-image", args=[report.source.sha256, number])


def html_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def rects(html):
    found = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)">', html)
    return [tuple(float(value) for value in rect) for rect in found]


def test_a_page_shows_its_records_as_boxes_within_it_and_as_links(client, report):
    paragraph = on_page(report)
    on_page(report, "8", boxes=[[1, 72, 120, 700, 132], [1, 72, 300, 400, 312]])
    html = html_of(client, page_address(report))
    assert 'viewBox="0 0 595.0 842.0"' in html
    assert rects(html) == [(70, 88, 332, 30), (70, 118, 525, 16), (70, 298, 332, 16)]
    assert html.count(f'href="{paragraph.get_absolute_url()}"') == 2
    assert f'src="{image_address(report)}"' in html
    assert "kb-mark--chosen" not in html


def test_the_record_that_the_address_names_is_marked(client, report):
    on_page(report)
    on_page(report, "8", boxes=[[1, 72, 120, 400, 132]])
    html = html_of(client, page_address(report, record="para-8"))
    assert html.count("kb-mark--chosen") == 1
    assert "with Paragraph 8 marked" in html
    assert "does not stand here" not in html
    assert "does not stand here" in html_of(client, page_address(report, record="para-9"))
    assert "does not stand here" in html_of(client, f"{page_address(report)}?record=<x>")


def test_a_heading_is_marked_only_when_it_is_asked_for(client, report):
    builders.section(report, anchor="s1", page=1, boxes=[[1, 72, 60, 200, 75]])
    assert not rects(html_of(client, page_address(report)))
    assert len(rects(html_of(client, page_address(report, record="s1")))) == 1


def test_a_record_across_two_pages_is_shown_on_both(client, report):
    paragraph = on_page(report, boxes=[[1, 72, 800, 400, 812], [2, 72, 60, 400, 72]])
    own = html_of(client, paragraph.get_absolute_url())
    assert image_address(report, 1) in own
    assert image_address(report, 2) in own
    assert len(rects(own)) == 2
    assert rects(html_of(client, page_address(report, 2))) == [(70, 58, 332, 16)]
    assert page_address(report, 2) in html_of(client, page_address(report, 1, "para-7"))


def test_a_retired_record_is_not_shown_on_a_page(client, report):
    paragraph = on_page(report, retired_at=report.changed_at)
    assert not rects(html_of(client, page_address(report)))
    assert not rects(html_of(client, paragraph.get_absolute_url(), 410))
