"""The address that compares an authority with its closest statistical neighbours."""

import pytest
from django.urls import reverse

from inspections.judgements.neighbours import neighbour_comparison_url
from inspections.models import Authority, StatisticalNeighbour
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture
def medway() -> Authority:
    """An authority whose neighbours are Swindon, Dudley, Essex, Bexley and Norfolk, the closest first."""
    authority = builders.authority("Medway")
    StatisticalNeighbour.objects.filter(authority=authority).delete()
    for rank, name in enumerate(("Swindon", "Dudley", "Essex", "Bexley", "Norfolk"), 1):
        StatisticalNeighbour.objects.create(authority=authority, neighbour=builders.authority(name), rank=rank)
    return authority


def judge(*names: str, framework: str = "ilacs", **values: bool) -> None:
    for name in names:
        inspection = builders.inspection(framework, authority=builders.authority(name))
        builders.judgement(builders.report(of=inspection, **values), grade_code=None)


def test_the_three_closest_neighbours_with_judgements_are_compared(medway):
    judge("Medway", "Norfolk", "Bexley", "Essex", "Swindon")
    query = "authority=medway&authority=swindon&authority=essex&authority=bexley"
    assert neighbour_comparison_url(medway) == f"{reverse('compare')}?{query}"


def test_fewer_neighbours_with_judgements_are_compared_too(medway):
    judge("Medway", "Norfolk")
    assert neighbour_comparison_url(medway) == f"{reverse('compare')}?authority=medway&authority=norfolk"


def test_there_is_no_comparison_without_neighbours_that_have_judgements(medway):
    judge("Medway", "Kent")
    assert neighbour_comparison_url(medway) == ""


def test_there_is_no_comparison_without_judgements_on_the_authority(medway):
    judge("Swindon")
    assert neighbour_comparison_url(medway) == ""


def test_outcomes_of_areas_and_hidden_judgements_do_not_count(medway):
    judge("Medway", "Essex")
    judge("Swindon", framework="send")
    judge("Dudley", visibility="hidden")
    assert neighbour_comparison_url(medway) == f"{reverse('compare')}?authority=medway&authority=essex"
