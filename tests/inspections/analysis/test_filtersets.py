"""The choices of analyses."""

import pytest

from inspections.analysis.filtersets import bands, domains, years
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_years_are_those_of_inspections_the_latest_first():
    builders.inspection(started="2012-05")
    builders.inspection(started="2019-05")
    builders.inspection(started="")
    assert list(years()) == [("2019", "2019"), ("2012", "2012")]


def test_bands_and_domains_are_those_of_today():
    assert [code for code, _ in bands()] == ["outstanding", "good", "requires-improvement", "inadequate", "none"]
    assert [code for code, _ in domains()][:2] == ["overall-effectiveness", "leadership"]
