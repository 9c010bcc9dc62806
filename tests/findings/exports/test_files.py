"""Exports: declared columns, RFC 4180, formulas defused, streamed, the same rows as the page."""

import csv
import io
import re

import pytest
from django.urls import reverse

from findings.exports.columns import cell
from findings.exports.recommendations import RECOMMENDATION_COLUMNS
from findings.views.datasets import DATASETS
from tests import builders
from tests.pages.story import tell

RECOMMENDATION_NAMES = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_name", "new_la_code",
    "old_la_code", "la_name", "framework", "inspection_start", "inspection_end", "inspection_published", "recommendation_ref",
    "recommendation", "part_of", "text", "addressee", "timescale", "domain", "about_domains", "section", "paragraphs_cited", "answered", "restates",
    "permanent_link",
    "report_kind", "report_title", "report_published", "source_document", "source_sha256", "source_page", "source_line",
    "anchor", "reading", "licence", "sample",
)  # fmt: skip


def download(client, name: str, query: str = "") -> bytes:
    response = client.get(f"{reverse(name)}{query}")
    assert response.status_code == 200
    assert response.streaming
    return b"".join(response)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_names_of_columns_are_stable_and_in_snake_case():
    assert tuple(column.name for column in RECOMMENDATION_COLUMNS) == RECOMMENDATION_NAMES
    for dataset in DATASETS:
        names = [column.name for column in dataset.columns]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) for name in names)
        assert all(column.description and column.title for column in dataset.columns)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_what_a_spreadsheet_would_run_is_defused(sign):
    assert cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize(("value", "text"), [(None, ""), ("", ""), ("a=1", "a=1"), (2015, "2015"), ("'=1", "'=1")])
def test_other_cells_stay_as_they_are(value, text):
    assert cell(value) == text


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
            "reading": "machine-read",
            "licence": "OGL-3.0",
            "sample": "yes",
        }
        == first
    )


@pytest.mark.django_db
def test_permanent_links_lead_to_their_record(client):
    tell()
    for name in ("recommendations-csv", "judgements-csv"):
        for row in rows(download(client, name)):
            assert client.get(row["permanent_link"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.django_db
def test_reading_tells_corrected_and_made_by_hand(client):
    report = builders.report(of=builders.inspection())
    corrected = builders.recommendation(report, "1")
    builders.correction(corrected, "text", "Make sure.")
    builders.recommendation(report, "2", origin="hand")
    assert [row["reading"] for row in rows(download(client, "recommendations-csv"))] == ["corrected", "added-by-hand"]


@pytest.mark.django_db
def test_files_follow_rfc_4180_and_excel_gets_its_mark(client):
    builders.recommendation(builders.report(), "1", text="=1+1, “curly” – café")
    plain, excel = download(client, "recommendations-csv"), download(client, "recommendations-excel")
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert excel == b"\xef\xbb\xbf" + plain
    assert plain.count(b"\r\n") == 2
    assert plain.endswith(b"\r\n")
    assert "'=1+1, “curly” – café" in plain.decode()
    assert client.get(reverse("recommendations-csv")).headers["Content-Disposition"] == (
        'attachment; filename="recommendations.csv"'
    )
    assert client.get(reverse("recommendations-csv")).headers["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?timescale=immediate", "?text=owner", "?year=1999", "?kind=sif"])
def test_the_file_holds_the_rows_of_the_page(client, query):
    tell()
    page = client.get(f"{reverse('recommendations')}{query}")
    on_page = [row.get_absolute_url() for row in page.context["object_list"]]
    in_file = [row["permanent_link"] for row in rows(download(client, "recommendations-csv", query))]
    assert in_file == [f"http://testserver{address}" for address in on_page]


@pytest.mark.django_db
def test_a_judgement_tells_grade_wording_and_basis(client):
    story = tell()
    found = {row["anchor"]: row for row in rows(download(client, "judgements-csv"))}
    row = found[story.judgement.anchor]
    assert (
        row
        | {
            "time_period": "2015",
            "domain": "help-and-protection",
            "grade": "requires-improvement",
            "basis": "primary",
            "is_preferred": "yes",
            "is_latest": "yes",
            "paragraphs": story.judgement.evidence_range,
        }
        == row
    )
    assert {row["basis"] for row in found.values()} == {"primary", "reported"}
    assert {row["absence"] for row in found.values() if not row["grade"]} == {"not-judged"}


@pytest.mark.django_db
def test_the_latest_judgement_is_told_from_one_that_a_newer_inspection_replaces(client):
    for framework, started in (("sif", "2015-09-14"), ("ilacs", "2019-07-08")):
        builders.judgement(builders.report(framework, of=builders.inspection(framework, started=started)), "leadership")
    found = {row["inspection_start"]: row for row in rows(download(client, "judgements-csv"))}
    assert [(found[day]["is_preferred"], found[day]["is_latest"]) for day in sorted(found)] == [
        ("yes", "no"),
        ("yes", "yes"),
    ]


@pytest.mark.django_db
def test_a_column_can_be_chosen_by_its_former_name(client):
    tell()
    assert list(rows(download(client, "judgements-csv", "?columns=standing"))[0]) == ["is_preferred"]
