"""Pages say no more than is known: until when is held, whose judgement it is, and what is printed without a scale."""

from datetime import date

import pytest
from django.urls import reverse

from inspections.models import Authority
from inspections.templatetags.reading import grade_word
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def html_of(client, address: str) -> str:
    return squeeze(client.get(address).content.decode())


@pytest.mark.parametrize("page", ["judgements", "matrix", "recommendations", "inspections", "authorities", "coverage"])
def test_lists_say_until_when_is_held_and_that_newer_ones_may_exist(client, page):
    inspection = builders.inspection()
    builders.statement(builders.report(of=inspection), inspection)
    html = html_of(client, reverse(page))
    assert "As at: Full inspections held up to" in html
    assert "Newer ones may exist that are not held, and so may earlier ones." in html


def test_a_former_authority_leads_to_the_later_ones_and_these_to_what_was_judged_of_it(client):
    former = builders.authority("Oldshire", closed=date(2023, 3, 31))
    later = builders.authority("Newshire", opened=date(2023, 4, 1))
    later.predecessors.add(former)
    inspection = builders.inspection(authority=former)
    builders.statement(builders.report(of=inspection), inspection)
    old, new = (html_of(client, one.get_absolute_url()) for one in (former, later))
    assert "Oldshire no longer exists: it closed on 31 March 2023." in old
    assert f'href="{later.get_absolute_url()}">Newshire</a> (since 1 April 2023).' in old
    assert "Newshire has existed since 1 April 2023." in new
    assert f'href="{former.get_absolute_url()}">Oldshire</a> (closed 31 March 2023).' in new
    inherited = new.split('id="inherited"')[1].split("</section>")[0]
    assert f'href="{inspection.get_absolute_url()}"' in inherited
    assert 'id="inherited"' not in old
    assert "No inspection of Newshire itself is held." in new


def test_a_grade_without_a_known_framework_is_shown_as_printed():
    report = builders.report(of=builders.inspection())
    unknown = builders.inspection(None, started="2013-03")
    printed = {"grade_wording": "adequate", "absence": "extraction-failed"}
    assert grade_word(builders.judgement(report, "help-and-protection", None, inspection=unknown, **printed)) == (
        "“adequate” as printed, framework not known"
    )
    assert grade_word(builders.judgement(report, "leadership", None, **printed)) == "Could not be read"


def test_the_matrix_can_be_had_on_one_page_to_print_it(client):
    for number in range(22):
        inspection = builders.inspection(authority=builders.authority(f"Place {number:02}"))
        builders.judgement(builders.report(of=inspection), "overall-effectiveness", "good")
    page = html_of(client, f"{reverse('matrix')}?region=Sample")
    assert 'href="?region=Sample&amp;rows=all">All 22 authorities on one page' in page
    whole = client.get(f"{reverse('matrix')}?region=Sample&rows=all")
    assert len(whole.context["matrix"]) == 22, whole.context["problems"]
    assert "on one page, to print" not in squeeze(whole.content.decode())


def test_a_matrix_as_of_a_day_beyond_what_is_held_says_so(client):
    builders.judgement(builders.report(of=builders.inspection()))
    warning = "What came later is not known here"
    assert warning in squeeze(client.get(f"{reverse('matrix')}?on=3000-01-01").content.decode())
    assert warning not in squeeze(client.get(f"{reverse('matrix')}?on=2015-12-31").content.decode())


def test_the_matrix_says_when_an_authority_has_closed(client):
    closed = builders.authority("Cumbria")
    Authority.objects.filter(pk=closed.pk).update(closed="2023-03-31")
    builders.judgement(builders.report(of=builders.inspection(authority=closed)))
    assert "Closed 31 March 2023" in squeeze(client.get(reverse("matrix")).content.decode())


def test_a_grade_of_one_scope_says_of_which_in_lists_of_inspections(client):
    inspection = builders.inspection("slac", started="2011-08")
    builders.judgement(
        builders.report("slac", of=inspection), "overall-effectiveness", "adequate", scope="looked-after"
    )
    for address in (reverse("inspections"), inspection.authority.get_absolute_url()):
        assert "Services for looked after children" in squeeze(client.get(address).content.decode())


def test_times_to_publication_say_that_those_of_the_newest_inspections_are_too_short(client):
    builders.inspection("ilacs", started="2026-03-02", ended="2026-03-06", published="2026-04-13")
    assert "the times of the last months that are held are too short" in html_of(
        client, reverse("analysis-publication")
    )
