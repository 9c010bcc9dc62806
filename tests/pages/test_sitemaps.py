"""What search engines are told: the public pages, and none of what is hidden."""

import re

import pytest
from django.urls import reverse

from findings.views import sitemaps
from findings.views.sitemaps import PARTS
from inspections.models import Report
from tests import builders
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]

SITE = "http://testserver"


def locations(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return re.findall(r"<loc>([^<]+)</loc>", response.content.decode())


def test_the_site_map_leads_to_its_parts_and_these_to_pages_that_are_there(client):
    story = tell()
    parts = locations(client, reverse("sitemap"))
    assert parts == [f"{SITE}/sitemap-{name}.xml" for name in PARTS]
    addresses = [address.removeprefix(SITE) for part in parts for address in locations(client, part)]
    assert len(addresses) == len(set(addresses))
    for shown in (story.report, story.inspection, story.inspection.authority, story.report.source):
        assert shown.get_absolute_url() in addresses
    assert {client.get(address).status_code for address in addresses} == {200}


def test_a_hidden_report_is_not_in_it(client):
    story = tell()
    Report.objects.filter(pk=story.report.pk).update(visibility="hidden")
    assert f"{SITE}{story.report.get_absolute_url()}" not in locations(client, "/sitemap-reports.xml")


def test_many_reports_are_told_in_parts(client, monkeypatch):
    monkeypatch.setattr(sitemaps.Rows, "limit", 2)
    for number in range(3):
        builders.report(slug=f"report-{number}")
    assert f"{SITE}/sitemap-reports.xml?p=2" in locations(client, reverse("sitemap"))
    assert len(locations(client, "/sitemap-reports.xml?p=2")) == 1


def test_the_newest_change_stands_beside_the_part_without_a_query_for_each_report(
    client, django_assert_max_num_queries
):
    tell()
    with django_assert_max_num_queries(20):
        text = client.get(reverse("sitemap")).content.decode()
    changed = Report.objects.latest("changed_at").changed_at
    assert f"<lastmod>{changed.date()}" in text


def test_robots_are_led_to_the_site_map_and_kept_from_the_admin(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert lines[-1] == f"Sitemap: {SITE}/sitemap.xml"
