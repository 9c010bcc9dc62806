"""Analyses as pages and files: what they show, what is behind a number, and what is said of a wrong address."""

import re

import pytest
from django.urls import reverse

from findings.views.analysis.analyses import ANALYSES
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


@pytest.mark.parametrize("name", NAMES)
def test_pages_lead_to_their_files_under_the_same_filters(client, name):
    tell()
    html = html_of(client, name, "?region=London")
    for form in ("csv", "excel", "json"):
        assert f'href="{reverse(f"{name}-{form}")}?region=London"' in html
    assert f'href="{reverse("data")}#{name}"' in html


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
    section = html_of(client, "data").split(f'<h2 class="govuk-heading-l" id="{name}">')[1].split("</section>")[0]
    assert all(f"<code>{column}</code>" in section for column in columns)


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
    assert 'href="?on=2020-03-31&amp;region=London&amp;grade=good#judgements">4<' in table
    assert "<td>33</td>" in table
    behind = html_of(client, "analysis-grades", "?on=2020-03-31&region=London&grade=inadequate")
    assert london[2] in behind.split('id="judgements"')[1]
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
    assert found[1]["judgements_link"].endswith("/analysis/grades/?on=2020-03-31&region=London&grade=good#judgements")
    answer = client.get(f"{reverse('analysis-grades-json')}?on=2020-03-31&region=London").json()
    assert [record["judgements"] for record in answer["records"]] == [int(row["judgements"]) for row in found]


def test_a_day_beyond_what_is_held_is_not_told_as_known(client, london):
    words = "What came later is not known here"
    assert words in html_of(client, "analysis-grades", "?on=2024-03-31")
    assert words not in html_of(client, "analysis-grades", "?on=2019-08-15")
