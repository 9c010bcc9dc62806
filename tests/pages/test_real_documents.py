"""What people are promised to find of the real documents: the facts stand on the pages, and the links hold."""

import csv
import io
from itertools import count, takewhile
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from django.urls import reverse

from findings.reports.content import read_content
from ingest.load import load
from inspections.models import Report
from tests.markup import squeeze
from tests.readings import reading_of

pytestmark = pytest.mark.django_db


def read(path: Path) -> None:
    load(reading_of(path))


def page_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def test_the_single_inspection_of_2015(client, seeds):
    read(seeds["000"])
    found = client.get(f"{reverse('judgements')}?paragraph=38&basis=primary").context["object_list"]
    assert [(row.domain.code, row.grade.code, row.evidence_range) for row in found] == [
        ("help-and-protection", "requires-improvement", "14 to 38")
    ]
    listed = client.get(reverse("recommendations")).context["paginator"]
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get(reverse("recommendations-csv"))).decode(), newline="")))
    assert listed.count == len(rows)
    tops = [row for row in rows if not row["part_of"]]
    assert [row["recommendation_ref"] for row in tops] == [*map(str, range(1, 14)), *map(str, range(120, 124))]
    assert {row["recommendation_ref"]: row["paragraphs_cited"] for row in tops}["1"] == "19 30 43 106 33"
    report = Report.objects.select_related("inspection__authority").get()
    assert report.inspection
    page = page_of(client, report.inspection.get_absolute_url())
    assert "14 September to 8 October 2015" in page
    assert 'id="para-14"' not in page, "a report of 139 paragraphs is too heavy for one page"
    whole = page_of(client, reverse("report-whole", args=["medway", report.slug]))
    chapters = " ".join(page_of(client, chapter.address) for chapter in read_content(report).chapters)
    for number in range(14, 140):
        if number not in range(120, 124):
            assert chapters.count(f'id="para-{number}"') == whole.count(f'id="para-{number}"') == 1
    for number in (19, 138):
        paragraph = page_of(client, f"{report.get_absolute_url()}para-{number}/")
        assert ">Cited by</dt>" in paragraph


def test_the_improvement_plan_of_2019(client, seeds):
    read(seeds["002"])
    (plan,) = client.get(reverse("plans")).context["object_list"]
    assert (plan.number_of_actions, plan.number_of_links) == (62, 84)
    address = reverse("plan", args=[plan.authority_slug, plan.slug])
    answers = (client.get(f"{address}?page={number}") for number in count(1))
    page = "".join(
        squeeze(answer.content.decode()) for answer in takewhile(lambda one: one.status_code == 200, answers)
    )
    assert "62 actions with 84 links to recommendations" in page
    for number in ("1.1", "1.22", "2.12", "3.9", "4.9", "5.10"):
        assert f'id="action-{number}"' in page


def test_two_documents_that_contradict_each_other_show_both_places(client, seeds):
    read(seeds["000"])
    read(seeds["002"])
    by_slug = {c["inspection"].slug: c for c in (client.get(a).context for a in _inspections(client))}
    for slug, values in (
        ("sif-2015-09-14", {"2015-09-14", "2015-06"}),
        ("ilacs-2019-07-15", {"2019-07-15", "2019-07-08"}),
    ):
        (conflict,) = [c for c in by_slug[slug]["conflicts"] if c.field == "started"]
        assert values <= {side.value for side in conflict.sides.all()}
        page = page_of(client, by_slug[slug]["inspection"].get_absolute_url()).split("Where documents disagree</h2>")[1]
        assert all(f'datetime="{value}"' in page for value in values)


def _inspections(client) -> list[str]:
    return [row.get_absolute_url() for row in client.get(reverse("inspections")).context["object_list"]]


def test_every_link_within_a_report_leads_somewhere(client, seeds):
    for number in ("000", "002", "003"):
        read(seeds[number])
    for report in Report.objects.select_related("authority"):
        html = squeeze(client.get(report.get_absolute_url()).content.decode())
        hrefs = {part.split('"')[0] for part in html.split('href="')[1:]}
        ids = {part.split('"')[0] for part in html.split(' id="')[1:]}
        inside = {urldefrag(href).fragment for href in hrefs if href.startswith("#")}
        assert inside <= ids, report
        records = [href for href in hrefs if href.startswith(report.get_absolute_url()) and "#" not in href]
        for address in sorted(records)[::25]:
            assert client.get(address).status_code == 200, address
