"""Analyses as pages and files: what they show, what is behind a number, and what is said of a wrong address."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.views.analysis.analyses import ANALYSES
from inspections.lists.as_at import as_at
from tests import builders
from tests.findings.exports.downloads import csv_rows
from tests.inspections.analysis.told import overall
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db

NAMES = [analysis.name for analysis in ANALYSES]
LONDON = ("Camden", "Hackney", "Brent", "Bromley", "Croydon")


def html_of(client, name: str, query: str = "") -> str:
    response = client.get(f"{reverse(name)}{query}")
    assert response.status_code == 200
    return squeeze(response.content.decode())


@pytest.fixture
def london() -> list[str]:
    """Five authorities: four are good, one is inadequate. The addresses of the judgements."""
    grades = ("good", "good", "inadequate", "good", "good")
    return [
        overall(builders.authority(name), "2019-06-03", grade).get_absolute_url()
        for name, grade in zip(LONDON, grades, strict=True)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_analysis_of_nothing_is_a_page_and_files_without_rows(client, name):
    assert "kb-chart" not in html_of(client, name)
    assert client.get(reverse(f"{name}-json")).status_code == 200


@pytest.mark.parametrize("analysis", ANALYSES, ids=NAMES)
def test_files_say_until_when_inspections_are_held(client, analysis):
    tell()
    names = [column.name for column in analysis.columns]
    assert names[-3:] == ["full_inspections_held_up_to", "visits_held_up_to", "as_at"]
    assert "Held are full inspections up to" in client.get(reverse(f"{analysis.name}-json")).json()["note"]
    for row in csv_rows(client, reverse(f"{analysis.name}-csv")):
        assert row["full_inspections_held_up_to"] == as_at()[0].newest


def test_a_file_of_many_rows_asks_until_when_no_more_often_than_one_of_few(client):
    address = f"{reverse('analysis-movement-csv')}?columns=la_name&columns=full_inspections_held_up_to"
    numbers = []
    for names in (LONDON[:1], LONDON[1:]):
        for place in map(builders.authority, names):
            overall(place, "2016-06-06", "inadequate")
            overall(place, "2019-06-03", "good")
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            rows = csv_rows(client, address)
        numbers.append((len(rows), len(queries)))
    (few, before), (many, after) = numbers
    assert (few, many) == (1, 5)
    assert after == before


@pytest.mark.parametrize("analysis", ANALYSES, ids=NAMES)
def test_pages_lead_to_their_files_under_the_same_filters(client, analysis):
    (_, query), *_ = analysis.examples
    html = unescape(html_of(client, analysis.name, query))
    for form in ("csv", "excel", "json"):
        assert f'href="{reverse(f"{analysis.name}-{form}")}{query}"' in html


@pytest.mark.either_database
@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_value_shows_no_numbers_and_is_refused_by_files(client, name):
    html = html_of(client, name, "?colour=red")
    assert "There is no filter called “colour”" in html
    assert "<title>Error: " in html
    assert "Nothing is shown" in html
    assert client.get(f"{reverse(f'{name}-csv')}?colour=red").status_code == 400


@pytest.mark.either_database
@pytest.mark.parametrize("name", NAMES)
def test_files_are_described_for_machines_and_people(client, name):
    tell()
    analysis = next(analysis for analysis in ANALYSES if analysis.name == name)
    columns = [column.name for column in analysis.columns]
    for row in csv_rows(client, reverse(f"{name}-csv")):
        assert list(row) == columns
        assert all(row[column.name] for column in analysis.columns if column.required)
    described = client.get(reverse(f"{name}-csvw")).json()
    assert [column["name"] for column in described["tableSchema"]["columns"]] == columns
    meanings = html_of(client, name).split('id="columns"')[1].split("</details>")[0]
    assert all(f"<code>{column}</code>" in meanings for column in columns)
    assert f'href="{reverse(name)}#columns"' in html_of(client, "data")


@pytest.mark.either_database
def test_the_index_leads_to_every_analysis_and_its_questions_can_be_asked(client):
    html = html_of(client, "analysis")
    for analysis in ANALYSES:
        assert f'href="{reverse(analysis.name)}"' in html
        for question, query in analysis.examples:
            assert question in html
            assert "Nothing is shown" not in html_of(client, analysis.name, query)


@pytest.mark.either_database
def test_pages_of_analyses_stand_below_analysis_in_the_menu(client):
    menu = html_of(client, NAMES[0]).split('id="navigation"')[1].split("</nav>")[0]
    assert re.findall(r'aria-current="(\w+)"><strong[^>]*>([^<]+)<', menu) == [("true", "Analysis")]


def test_grades_stand_as_a_picture_with_words_beside_a_table_and_lead_to_judgements(client, london):
    html = html_of(client, "analysis-grades", "?on=2020-03-31")
    picture = html.split('<figure class="kb-chart">')[1].split("</figure>")[0]
    assert 'role="img"' in picture
    assert "<title" in picture
    assert "<desc" in picture
    assert re.findall(r'kb-chart__number" x="([\d.]+%)" y="\d+">([^<]*)<', picture)[:2] == [
        ("40.000%", "4 (80%)"),
        ("90.000%", "1 (20%)"),
    ]
    table = html.split('class="govuk-table kb-numbers"')[1].split("</table>")[0]
    assert 'href="?on=2020-03-31&amp;region=London&amp;grade=good#behind">4<' in table
    assert "<td>33</td>" in table
    behind = html_of(client, "analysis-grades", "?on=2020-03-31&region=London&grade=inadequate")
    assert london[2] in behind.split('id="behind"')[1]
    assert not [address for address in london if address != london[2] and address in behind]


def test_grades_are_files_with_a_row_for_each_number(client, london):
    found = csv_rows(client, f"{reverse('analysis-grades-csv')}?on=2020-03-31&region=London")
    told = [(row["group"], row["band"], row["judgements"], row["held"], row["share_percent"]) for row in found]
    assert told[:4] == [
        ("London", "outstanding", "0", "5", "0"),
        ("London", "good", "4", "5", "80"),
        ("London", "requires-improvement", "0", "5", "0"),
        ("London", "inadequate", "1", "5", "20"),
    ]
    assert found[1]["judgements_link"].endswith("/analysis/grades/?on=2020-03-31&region=London&grade=good#behind")
    answer = client.get(f"{reverse('analysis-grades-json')}?on=2020-03-31&region=London").json()
    assert [record["judgements"] for record in answer["records"]] == [int(row["judgements"]) for row in found]


def test_a_day_beyond_what_is_held_is_not_told_as_known(client, london):
    words = "What came later is not known here"
    assert words in html_of(client, "analysis-grades", "?on=2024-03-31")
    assert words not in html_of(client, "analysis-grades", "?on=2019-08-15")


def test_a_movement_stands_with_both_grades_and_leads_to_what_changed(client):
    kent = builders.authority("Kent")
    was, now = overall(kent, "2015-06-01", "inadequate", "sif"), overall(kent, "2018-06-04", "good")
    html = unescape(html_of(client, "analysis-movement", "?was=inadequate&now=good&reach=later&within=4"))
    behind = html.split('id="behind"')[1]
    assert "1 movement" in behind
    assert was.get_absolute_url() in behind
    assert now.get_absolute_url() in behind
    sides = f"inspection=kent%2F{was.inspection.slug}&inspection=kent%2F{now.inspection.slug}"
    assert f'href="/compare/?{sides}&domain=overall-effectiveness"' in behind
    (row,) = csv_rows(client, reverse("analysis-movement-csv"))
    assert (row["from_band"], row["to_band"], row["days_at_least"], row["compare_closely"]) == (
        "inadequate", "good", "1099", "yes",
    )  # fmt: skip


def test_what_is_listed_comes_in_pages(client):
    for year in range(2000, 2022):
        overall(builders.authority("Kent"), f"{year}-06-01", "good")
    html = html_of(client, "analysis-movement")
    assert "21 movements" in html
    assert html.count("kb-movement__arrow") == 20
    assert html_of(client, "analysis-movement", "?page=2").count("kb-movement__arrow") == 1
    assert client.get(f"{reverse('analysis-movement')}?page=3").status_code == 404
    assert client.get(f"{reverse('analysis-movement')}?page=x").status_code == 404


@pytest.mark.either_database
def test_the_page_of_an_authority_leads_to_its_scorecard_and_movement(client):
    story = tell()
    html = squeeze(client.get(story.inspection.authority.get_absolute_url()).content.decode())
    assert 'href="/analysis/scorecard/?authority=wexcombe"' in html
    assert 'href="/analysis/movement/?authority=wexcombe"' in html
    scorecard = html_of(client, "analysis-scorecard", "?authority=wexcombe")
    assert story.judgement.get_absolute_url() in scorecard.split('id="behind"')[1]


@pytest.mark.either_database
def test_days_since_an_inspection_say_as_at_which_day(client, london):
    html = html_of(client, "analysis-waiting")
    assert "As at 15 August 2019" in html
    assert "None held" in html
    assert "does not mean that none took place" in html
    assert "What came later is not known here" in html_of(client, "analysis-waiting", "?on=2025")
