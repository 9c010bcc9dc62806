"""Grades of all frameworks in bands, as the newest crosswalk has them."""

import pytest

from inspections.analysis.bands import Crosswalk
from inspections.models import CrosswalkEntry, Grade
from inspections.templatetags.reading import look_of_code

pytestmark = pytest.mark.django_db


def test_bands_hold_the_grades_that_compare_from_the_best_on():
    assert [(band.number, band.code, band.name, band.look) for band in Crosswalk().bands] == [
        (1, "outstanding", "Outstanding", "outstanding"),
        (2, "good", "Good", "good"),
        (3, "requires-improvement", "Requires improvement or adequate", "middling"),
        (4, "inadequate", "Inadequate", "inadequate"),
        (0, "none", "No comparable grade", "none"),
    ]


def test_the_grades_of_a_band_look_alike():
    for band in Crosswalk().bands:
        assert {look_of_code(code) for code in band.codes} in ({band.look}, set())


def test_the_newest_version_decides_and_grades_outside_of_it_have_no_band():
    good = Grade.objects.get(framework__code="ilacs", code="good")
    outcome = Grade.objects.get(framework__code="send", code="inconsistent")
    assert outcome.pk not in Crosswalk().by_grade
    CrosswalkEntry.objects.create(version="9999-1", grade=good, band=3)
    crosswalk = Crosswalk()
    assert (crosswalk.version, crosswalk.by_grade) == ("9999-1", {good.pk: 3})


def test_without_a_crosswalk_nothing_compares():
    CrosswalkEntry.objects.all().delete()
    crosswalk = Crosswalk()
    assert (crosswalk.version, [band.name for band in crosswalk.bands]) == ("", ["No comparable grade"])
