"""Inspections side by side: grades by domain, facing paragraphs, statistical neighbours, and invalid addresses."""

import re

import pytest
from django.http import QueryDict
from django.urls import reverse

from findings.reports.comparison import InspectionComparison, compare
from inspections.models import Authority, Inspection, Report, StatisticalNeighbour
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def inspected(authority: Authority, framework: str = "ilacs", started: str = "2023-07-17", **grades: str) -> Report:
    """The own report of an inspection with a judgement of each domain named, carried by two paragraphs."""
    one = builders.inspection(framework, authority=authority, started=started, slug=f"{framework}-{started}")
    report = builders.report(framework, of=one)
    builders.statement(report, one)
    for number, (code, grade) in enumerate(grades.items()):
        domain = code.replace("_", "-")
        section = builders.section(report, f"About {domain}")
        evidence = tuple(builders.finding(report, str(10 * number + place), section=section) for place in (1, 2))
        builders.judgement(report, domain, grade, evidence=evidence)
    return report


@pytest.fixture
def medway() -> Authority:
    return builders.authority("Medway")


@pytest.fixture
def kent() -> Authority:
    return builders.authority("Kent")


def compared(query: str) -> InspectionComparison:
    return compare(QueryDict(query))


def grades(comparison: InspectionComparison) -> dict[str, list[list[str]]]:
    return {
        row.domain.code: [[entry.judgement.grade.code for entry in one.cell.entries] for one in row.cells]
        for row in comparison.rows
    }


def test_grades_stand_side_by_side_by_domain_of_today(medway):
    inspected(medway, "jar", "2006-05-02", staying_safe="inadequate", being_healthy="good")
    inspected(medway, help_and_protection="good")
    found = compared("inspection=medway/jar-2006-05-02&inspection=medway/ilacs-2023-07-17")
    assert not found.problems
    assert grades(found) == {"help-and-protection": [["inadequate"], ["good"]], "being-healthy": [["good"], []]}
    assert found.rows[0].cells[0].cell.entries[0].note == "Staying safe: broadly comparable"
    assert found.rows[1].cells[1].cell.gap == "Not part of this framework"


def test_an_authority_stands_for_its_latest_inspection_with_judgements(medway, kent):
    inspected(medway, "sif", "2015-09-14", leadership="inadequate")
    latest = inspected(medway, leadership="good")
    inspected(medway, "send", "2024-02-05", send_arrangements="inconsistent")
    inspected(medway, "focused-visit", "2025-04-29")
    inspected(kent, leadership="inadequate")
    found = compared("authority=medway&authority=kent")
    assert [side.inspection for side in found.sides] == [latest.inspection, Inspection.objects.get(authority=kent)]
    assert grades(found) == {"leadership": [["good"], ["inadequate"]]}


def test_a_newer_inspection_that_is_only_reported_stands_before_an_older_report(medway, kent):
    inspected(kent, "sif", "2013-06-10", leadership="inadequate")
    newer = builders.inspection(authority=kent, started="2019-07-15", is_reported_only=True)
    report = inspected(medway, leadership="good")
    builders.statement(report, newer)
    builders.judgement(report, inspection=newer, basis="reported")
    assert [side.inspection for side in compared("authority=kent").sides] == [newer]


def test_paragraphs_of_the_chosen_domain_face_each_other(medway, kent):
    inspected(medway, leadership="good", help_and_protection="good")
    inspected(kent, help_and_protection="inadequate")
    found = compared("authority=medway&authority=kent&domain=help-and-protection")
    assert found.domain.code == "help-and-protection"
    (_, first), (_, second) = found.facing
    assert [(one.section.heading, one.reach) for one in first] == [("About help-and-protection", "Paragraphs 11 to 12")]
    assert [(one.section.heading, one.reach) for one in second] == [("About help-and-protection", "Paragraphs 1 to 2")]


def test_without_a_choice_the_domain_that_most_sides_explain_shows(medway, kent):
    inspected(medway, leadership="good", help_and_protection="good")
    inspected(kent, help_and_protection="inadequate")
    assert compared("authority=medway&authority=kent").domain.code == "help-and-protection"
    found = compared("authority=medway&authority=kent&domain=leadership")
    assert [bool(passages) for _, passages in found.facing] == [True, False]


def test_retired_paragraphs_do_not_face_anything(medway):
    report = inspected(medway, leadership="good")
    report.findings.filter(ref="1").update(retired_at=report.changed_at)
    found = compared("authority=medway")
    assert found.rows[0].cells[0].paragraphs == 1
    assert [one.reach for one in found.facing[0][1]] == ["Paragraph 2"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("authority=atlantis", "There is no authority “atlantis”"),
        ("inspection=medway/sif-1999", "There is no inspection “sif-1999” of Medway"),
        ("inspection=medway", "There is no inspection “” of Medway"),
        ("authority=medway/ilacs-2023-07-17", "No judgement of Medway is known"),
        ("authority=kent", "No judgement of Kent is known"),
        ("authority=medway&colour=red", "There is nothing called “colour”"),
        ("authority=medway&domain=adoption", "None of these inspections judged “adoption”"),
        ("&".join(f"authority=place-{n}" for n in range(5)), "At most 4 fit side by side, and the address names 5"),
    ],
)
def test_what_is_chosen_wrongly_is_said_and_nothing_is_compared(client, medway, kent, query, said):
    inspected(medway, leadership="good")
    page = squeeze(client.get(f"{reverse('compare')}?{query}").content.decode())
    assert "There is a problem" in page
    assert said in page
    assert "kb-compare" not in page
    for target in re.findall(r"govuk-error-summary__list.*?</ul>", page, re.S)[0].split('href="#')[1:]:
        assert f'id="{target.split(chr(34))[0]}"' in page


def test_choosing_the_same_twice_is_choosing_it_once(medway):
    inspected(medway, leadership="good")
    assert len(compared("authority=medway&authority=medway&authority=").sides) == 1


def test_every_side_can_be_removed_and_exchanged(medway, kent):
    inspected(medway, "sif", "2015-09-14", leadership="inadequate")
    inspected(medway, leadership="good")
    inspected(kent, leadership="good")
    first, second = compared("authority=medway&authority=kent&domain=leadership").sides
    assert first.without == "?authority=kent&domain=leadership"
    ((other, query),) = first.others
    assert other.slug == "sif-2015-09-14"
    assert query == "?inspection=medway%2Fsif-2015-09-14&authority=kent&domain=leadership"
    assert second.others == ()
    assert not compared(query.removeprefix("?")).problems


def test_a_former_address_of_an_inspection_is_understood(medway):
    report = inspected(medway, leadership="good")
    assert report.inspection
    Inspection.objects.filter(pk=report.inspection.pk).update(former_slugs=["ilacs-2023"])
    assert [side.inspection for side in compared("inspection=medway/ilacs-2023").sides] == [report.inspection]


def test_what_is_not_public_cannot_be_compared(medway):
    report = inspected(medway, leadership="good")
    Report.objects.filter(pk=report.pk).update(visibility="hidden")
    assert compared("inspection=medway/ilacs-2023-07-17").problems
    assert compared("authority=medway").problems


def test_the_first_three_neighbours_with_judgements_are_one_click_away(client, medway):
    StatisticalNeighbour.objects.filter(authority=medway).delete()
    inspected(medway, leadership="good")
    for rank, name in enumerate(("Swindon", "Dudley", "Essex", "Bexley", "Norfolk"), 1):
        neighbour = builders.authority(name)
        StatisticalNeighbour.objects.create(authority=medway, neighbour=neighbour, rank=rank)
        if name != "Dudley":
            inspected(neighbour, leadership="good")
    wanted = f"{reverse('compare')}?authority=medway&amp;authority=swindon&amp;authority=essex&amp;authority=bexley"
    assert f'href="{wanted}"' in squeeze(client.get(medway.get_absolute_url()).content.decode())
    page = squeeze(client.get(f"{reverse('compare')}?authority=medway").content.decode())
    assert f'href="{wanted}">Compare Medway with its closest statistical neighbours' in page
    together = squeeze(client.get(wanted.replace("&amp;", "&")).content.decode())
    assert "closest statistical neighbours" not in together
    assert "Add an authority" not in together, "four are the most"


def test_a_neighbour_of_which_only_an_outcome_of_its_area_is_known_is_not_offered(client, medway):
    StatisticalNeighbour.objects.filter(authority=medway).delete()
    inspected(medway, leadership="good")
    dudley, essex = builders.authority("Dudley"), builders.authority("Essex")
    for rank, neighbour in enumerate((dudley, essex), 1):
        StatisticalNeighbour.objects.create(authority=medway, neighbour=neighbour, rank=rank)
    area = builders.inspection("send", authority=dudley)
    builders.judgement(builders.report("send", of=area), "send-arrangements", None)
    inspected(essex, leadership="good")
    page = squeeze(client.get(f"{reverse('compare')}?authority=medway").content.decode())
    assert '<option value="dudley">' not in page
    assert '<option value="essex">' in page
    (address,) = re.findall(r'href="([^"]+)">Compare Medway with its closest statistical neighbours', page)
    assert not client.get(address.replace("&amp;", "&")).context["problems"]


def test_an_authority_that_was_not_judged_is_not_set_beside_its_neighbours(client, medway):
    StatisticalNeighbour.objects.filter(authority=medway).delete()
    essex = builders.authority("Essex")
    StatisticalNeighbour.objects.create(authority=medway, neighbour=essex, rank=1)
    inspected(essex, leadership="good")
    assert "Compare with its closest statistical neighbours" not in squeeze(
        client.get(medway.get_absolute_url()).content.decode()
    )


def test_what_is_taken_away_takes_its_domain_with_it(client, medway, kent):
    inspected(medway, leadership="good", adoption="good")
    inspected(kent, leadership="good")
    for domain, kept in (("leadership", True), ("adoption", False)):
        sides = compared(f"authority=medway&authority=kent&domain={domain}").sides
        assert [("domain=" in side.without) for side in sides] == [kept, True], "the one that stays judged it"
        for side in sides:
            assert not client.get(f"{reverse('compare')}{side.without}").context["problems"]


def test_an_authority_without_judged_neighbours_has_no_such_link(client, medway):
    inspected(medway, leadership="good")
    assert "Compare with its closest statistical neighbours" not in squeeze(
        client.get(medway.get_absolute_url()).content.decode()
    )


def test_choosing_works_by_a_plain_form(client, medway, kent):
    inspected(medway, leadership="good")
    page = squeeze(client.get(reverse("compare")).content.decode())
    assert page.count('name="authority"') == 4
    assert '<option value="medway">' in page
    assert '<option value="kent">' not in page, "nothing is known of it"
    page = squeeze(client.get(f"{reverse('compare')}?inspection=medway/ilacs-2023-07-17").content.decode())
    assert '<input type="hidden" name="inspection" value="medway/ilacs-2023-07-17">' in page
    assert page.count('name="authority"') == 1


def test_the_page_of_an_inspection_leads_to_its_comparison(client, medway):
    report = inspected(medway, leadership="good")
    page = squeeze(client.get(report.inspection.get_absolute_url()).content.decode())
    assert f'href="{reverse("compare")}?inspection=medway/ilacs-2023-07-17"' in page
