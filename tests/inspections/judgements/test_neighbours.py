"""An authority beside its closest neighbours: only those of whose services a judgement is known."""

import pytest
from django.urls import reverse

from inspections.judgements.neighbours import comparison_with_neighbours
from inspections.models import StatisticalNeighbour
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def medway():
    found = builders.authority("Medway")
    StatisticalNeighbour.objects.filter(authority=found).delete()
    return found


def judged(authority, framework="sif", domain="leadership", grade="good", **values):
    report = builders.report(framework, of=builders.inspection(framework, authority=authority), **values)
    builders.judgement(report, domain, grade)


def neighbours(authority, *names):
    for rank, name in enumerate(names, 1):
        StatisticalNeighbour.objects.create(authority=authority, neighbour=builders.authority(name), rank=rank)


def test_the_three_closest_that_were_judged_are_compared_in_their_order(medway):
    neighbours(medway, "Swindon", "Dudley", "Essex", "Bexley", "Norfolk")
    judged(medway)
    for name in ("Norfolk", "Bexley", "Essex", "Swindon"):
        judged(builders.authority(name))
    wanted = f"{reverse('compare')}?authority=medway&authority=swindon&authority=essex&authority=bexley"
    assert comparison_with_neighbours(medway) == wanted


def test_an_authority_without_judgements_is_compared_with_nobody(medway):
    neighbours(medway, "Swindon")
    judged(builders.authority("Swindon"))
    assert comparison_with_neighbours(medway) == ""


def test_without_judged_neighbours_there_is_no_comparison(medway):
    neighbours(medway, "Swindon")
    judged(medway)
    assert comparison_with_neighbours(medway) == ""


def test_outcomes_of_an_area_and_hidden_reports_do_not_count(medway):
    neighbours(medway, "Swindon", "Essex")
    judged(medway)
    judged(builders.authority("Swindon"), "send", "send-arrangements", None)
    judged(builders.authority("Essex"), is_public=False)
    assert comparison_with_neighbours(medway) == ""
