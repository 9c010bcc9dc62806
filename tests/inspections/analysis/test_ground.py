"""What analyses stand on: filters on the place and inspection of a judgement, and which authorities there are."""

import pytest

from inspections.analysis.bands import Crosswalk
from inspections.analysis.ground import Ground, held_up_to
from inspections.analysis.history import history
from inspections.models import Authority
from tests import builders
from tests.inspections.analysis.told import overall

pytestmark = pytest.mark.django_db


def test_filters_leave_judgements_by_region_year_and_framework():
    overall(builders.authority("Kent"), "2019-07-15", "good")
    (row,) = history(Crosswalk())
    asked = {"regions": ("South East",), "years": ("2019",), "frameworks_asked": ("ilacs",)}
    wrong = {"regions": ("London",), "years": ("2018",), "frameworks_asked": ("sif",)}
    assert Ground().is_asked(row)
    assert Ground(**asked).is_asked(row)
    assert [Ground(**asked | {name: value}).is_asked(row) for name, value in wrong.items()] == [False] * 3


def test_authorities_are_there_while_they_exist_and_samples_apart():
    def names(day: str, *regions: str) -> set[str]:
        return {place.name for place in Ground(regions).there(day, samples=False)}

    assert names("2019-03-31") - names("2020") == {"Bournemouth", "Poole"}
    assert names("2020") - names("2019-03-31") == {"Bournemouth, Christchurch and Poole"}
    assert len(names("2025", "London")) == 33
    samples = {place.name for place in Ground().there("2025", samples=True)}
    assert samples == set(Authority.objects.filter(is_sample=True).values_list("name", flat=True))


def test_inspections_of_an_unknown_framework_have_a_name_too():
    assert Ground().frameworks[None] == ("unknown", "Framework not known")


def test_what_is_held_ends_with_the_newest_inspection(monkeypatch):
    overall(builders.authority("Kent"), "2019-07-15", "good")
    assert held_up_to() == "2019-09-15"
    assert held_up_to("visits") > "2020"
