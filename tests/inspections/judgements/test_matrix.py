"""The matrix: the latest judgement in each of today's domains, on any day, and its filters."""

import csv
import io
import re

import pytest
from django.http import QueryDict
from django.urls import reverse

from inspections.judgements.latest import latest, preferred_in_columns
from inspections.judgements.matrix import MatrixFilterSet
from inspections.models import Authority, Judgement
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def judged(framework: str, started: str, grades: dict[str, str | None], **values) -> dict[str, Judgement]:
    """Make the judgements of an inspection's own report; return them by code of the domain."""
    one = builders.inspection(framework, started=started, **values)
    report = builders.report(framework, of=one)
    return {code: builders.judgement(report, code, grade) for code, grade in grades.items()}


def chosen(query: str = "") -> set[tuple[Judgement, str]]:
    """Return the judgements that the filters leave, each with the code of today's domain."""
    filterset = MatrixFilterSet(QueryDict(query), queryset=preferred_in_columns())
    assert not filterset.problems
    return {(row, row.column_code) for row in filterset.qs}


@pytest.fixture
def kent() -> Authority:
    return builders.authority("Kent")


def test_the_latest_judgement_shows_in_each_domain():
    old = judged("sif", "2015-09-14", {"help-and-protection": "inadequate", "leadership": "good"})
    new = judged("ilacs", "2019-07-15", {"help-and-protection": "good"})
    assert chosen() == {(new["help-and-protection"], "help-and-protection"), (old["leadership"], "leadership")}


def test_one_judgement_on_two_domains_is_in_both_columns():
    (both,) = judged("ilacs", "2019-07-15", {"children-in-care-and-care-leavers": "good"}).values()
    assert chosen() == {(both, "children-in-care"), (both, "care-leavers")}


def test_domains_of_older_frameworks_are_in_the_column_in_which_they_continue():
    old = judged("jar", "2006-05-02", {"staying-safe": "inadequate", "being-healthy": "good"})
    assert chosen() == {(old["staying-safe"], "help-and-protection")}, "being healthy has no lineage"


@pytest.mark.parametrize(
    ("on", "year"),
    [
        ("", 2019),
        ("2019-08-27", 2019),
        ("2019-08-26", 2015),
        ("2019-08", 2019),
        ("2019-07", 2015),
        ("2019", 2019),
        ("2018", 2015),
        ("2015-11-26", None),
    ],
)
def test_a_judgement_counts_from_the_day_of_publication(on, year):
    judged("sif", "2015-09-14", {"leadership": "good"})
    judged("ilacs", "2019-07-15", {"leadership": "good"}, published="2019-08-27")
    assert {row.inspection.year for row, _ in chosen(f"on={on}")} == ({year} if year else set())


def test_without_publication_the_last_day_counts_and_without_any_date_only_when_there_is_no_other():
    judged("ilacs", "2019-07-15", {"leadership": "good"}, ended="2019-07-26")
    undated = judged("ilacs", "", {"leadership": "good", "help-and-protection": "good"})
    assert not chosen("on=2019-07-25")
    assert len(chosen("on=2019-07-26")) == 1
    assert {code for row, code in chosen() if row in undated.values()} == {"help-and-protection"}


def test_the_judgement_of_an_unknown_framework_is_in_the_column_of_its_own_name():
    one = builders.inspection(None, started="2013", is_reported_only=True)
    report = builders.report(of=builders.inspection())
    reported = builders.judgement(report, "overall-effectiveness", "inadequate", inspection=one, basis="reported")
    assert chosen() == {(reported, "overall-effectiveness")}


def test_a_filter_never_brings_up_an_older_judgement():
    judged("sif", "2015-09-14", {"leadership": "inadequate"})
    new = judged("ilacs", "2019-07-15", {"leadership": "good"})
    assert chosen("grade=inadequate") == set()
    assert chosen("year=2015") == set()
    assert chosen("framework=sif") == set()
    assert chosen("grade=good&year=2019") == {(new["leadership"], "leadership")}
    assert len(chosen("grade=inadequate&on=2016")) == 1


def test_filters_find_what_they_say(kent):
    here = judged("ilacs", "2019-07-15", {"leadership": "good", "help-and-protection": None})
    there = judged("ilacs", "2021-07-15", {"leadership": "inadequate"}, authority=kent)
    leads, helps, kents = (
        (here["leadership"], "leadership"),
        (here["help-and-protection"], "help-and-protection"),
        (there["leadership"], "leadership"),
    )
    assert chosen() == {leads, helps, kents}
    assert chosen("authority=kent") == {kents}
    assert chosen("region=South East") == {kents}
    assert chosen("domain=leadership") == {leads, kents}
    assert chosen("domain=leadership&domain=help-and-protection") == {leads, helps, kents}
    assert chosen("grade=not-judged") == {helps}
    assert chosen("year=2021") == {kents}
    assert chosen("basis=reported") == set()


def test_choices_are_counted_over_all_other_filters(kent):
    judged("sif", "2015-09-14", {"leadership": "inadequate"})
    judged("ilacs", "2019-07-15", {"leadership": "good", "children-in-care-and-care-leavers": "good"})
    judged("ilacs", "2021-07-15", {"leadership": "inadequate"}, authority=kent)
    filterset = MatrixFilterSet(QueryDict("grade=good"), queryset=preferred_in_columns())
    counts = {facet.name: {choice.value: choice.count for choice in facet.choices} for facet in filterset.facets}
    assert counts["grade"] == {"good": 3, "inadequate": 1}
    assert counts["domain"] == {"leadership": 1, "children-in-care": 1, "care-leavers": 1}
    assert counts["authority"] == {"wexcombe": 3}
    assert counts["year"] == {"2019": 3}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("on=soon", "“soon” is not a date"),
        ("on=2019-02-30", "“2019-02-30” is not a date"),
        ("domain=adoption", "“adoption” is not a choice of the filter “Domain”"),
        ("colour=red", "There is no filter called “colour”"),
    ],
)
def test_a_wrong_value_shows_no_rows_and_says_why(client, query, message):
    judged("ilacs", "2019-07-15", {"leadership": "good"})
    page = squeeze(client.get(f"{reverse('matrix')}?{query}").content.decode())
    assert "There is a problem" in page
    assert message in page
    assert "kb-grid" not in page


def test_cells_distinguish_judgements_left_out_by_filters_from_unknown_ones(client):
    found = judged("ilacs", "2019-07-15", {"leadership": "good", "help-and-protection": "inadequate"})
    page = squeeze(client.get(f"{reverse('matrix')}?grade=good").content.decode()).split("<tbody>")[1]
    assert f'href="{found["leadership"].get_absolute_url()}"' in page
    assert found["help-and-protection"].get_absolute_url() not in page
    assert page.count("Left out by the filters") == 1
    assert page.count("None known") == 3
    assert "2019, ILACS" in page


def test_the_list_takes_the_same_filters(client):
    judged("ilacs", "2019-07-15", {"leadership": "good"})
    page = squeeze(client.get(f"{reverse('matrix')}?grade=good&year=2019&on=2020&page=1").content.decode())
    assert f'href="{reverse("judgements")}?grade=good&amp;year=2019"' in page


def test_authorities_come_in_pages_by_name(client):
    for number in range(22):
        judged("ilacs", "2019-07-15", {"leadership": "good"}, authority=builders.authority(f"Place {number:02}"))
    first = squeeze(client.get(reverse("matrix")).content.decode())
    assert "22 authorities" in first
    assert "/authorities/place-19/" in first
    assert "/authorities/place-20/" not in first
    assert "/authorities/place-21/" in squeeze(client.get(f"{reverse('matrix')}?page=2").content.decode())
    assert client.get(f"{reverse('matrix')}?page=3").status_code == 404


def test_a_judgement_that_is_not_public_is_not_the_latest():
    old = judged("sif", "2015-09-14", {"leadership": "good"})
    new = judged("ilacs", "2019-07-15", {"leadership": "inadequate"})["leadership"]
    new.report.visibility = "hidden"
    new.report.save()
    assert chosen() == {(old["leadership"], "leadership")}


def test_the_latest_judgements_can_be_limited_to_one_domain():
    found = judged("ilacs", "2019-07-15", {"leadership": "good", "overall-effectiveness": "good"})
    rows = preferred_in_columns().filter(latest(column="overall-effectiveness"))
    assert list(rows) == [found["overall-effectiveness"]]


def test_the_file_has_a_row_for_every_cell_under_the_same_filters(client, kent):
    judged("ilacs", "2019-07-15", {"children-in-care-and-care-leavers": "good", "leadership": "inadequate"})
    judged("jar", "2006-05-02", {"staying-safe": "inadequate"}, authority=kent)
    answer = b"".join(client.get(f"{reverse('matrix-csv')}?year=2006&year=2019&on=2020")).decode()
    rows = list(csv.DictReader(io.StringIO(answer)))
    assert [
        (row["la_name"], row["domain_today"], row["domain"], row["grade"], row["comparability"]) for row in rows
    ] == [
        ("Kent", "help-and-protection", "staying-safe", "inadequate", "broad"),
        ("Wexcombe", "leadership", "leadership", "inadequate", "same"),
        ("Wexcombe", "children-in-care", "children-in-care-and-care-leavers", "good", "broad"),
        ("Wexcombe", "care-leavers", "children-in-care-and-care-leavers", "good", "broad"),
    ]
    found = client.get(f"{reverse('matrix-json')}?on=2020").json()
    assert [record["domain_today"] for record in found["records"]] == [row["domain_today"] for row in rows]
    assert found["total"] == 4
    assert client.get(f"{reverse('matrix-csv')}?on=soon").status_code == 400


def test_the_page_of_an_authority_begins_with_its_latest_judgements(client):
    story = tell()
    inspection = builders.inspection("ilacs", started="2019-07-15", published="2019-08-27")
    later = builders.judgement(builders.report("ilacs", of=inspection), grade_code="inadequate")
    html = squeeze(client.get(story.inspection.authority.get_absolute_url()).content.decode())
    last = html.split('id="latest-judgements"')[1].split("</section>")[0]
    assert later.get_absolute_url() in last
    assert story.judgement.get_absolute_url() not in last
    assert (
        f'href="{later.get_absolute_url()}"> <span class="govuk-visually-hidden">Help and protection: </span>' in last
    )
    matrix = squeeze(client.get(f"{reverse('matrix')}?authority={story.inspection.authority.slug}").content.decode())
    entries = re.compile(r'class="kb-entry__link" href="([^"]+)"')
    assert entries.findall(last) == entries.findall(matrix)


def test_an_authority_that_was_never_judged_has_no_latest_judgement(client):
    report = builders.report("cabinet-report")
    assert report.authority
    assert 'id="latest-judgements"' not in squeeze(client.get(report.authority.get_absolute_url()).content.decode())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("on=2025-03-31", ["31 March 2025"]),
        ("on=2025-03", ["March 2025"]),
        ("on=next+week", ["next week"]),
        ("on=one-two&on=2025", ["one-two", "2025"]),
    ],
)
def test_the_chosen_day_is_told_as_people_write_it(query: str, words: list[str]) -> None:
    filterset = MatrixFilterSet(QueryDict(query), queryset=preferred_in_columns())
    assert [selection.value for selection in filterset.selections] == words
