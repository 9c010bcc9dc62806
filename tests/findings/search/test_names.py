"""The names that are taken as filters: every value of the file exists, and ordinary words are only offered."""

import pytest

from findings.search.filters import SearchFilterSet
from findings.search.names import filter_names, names_of_authorities, names_of_file, names_of_themes, searched_years
from findings.search.recognising import JUDGED, NameUse, recognise
from inspections.reference import tables
from inspections.vocabulary import Polarity, RecordKind, ReportKind
from tests import builders

KNOWN = {
    "framework": {one.code for one in tables.frameworks()},
    "grade": {one.code for one in tables.grades()},
    "region": {one.region for one in tables.authorities()},
    "kind": set(RecordKind.values()),
    "report_kind": set(ReportKind.values()),
    "polarity": set(Polarity.values()),
}
AUTHORITIES = {"reading": "Reading", "kent": "Kent", "bristol": "Bristol, City of", "tees": "Stockton-on-Tees"}


def test_every_value_of_the_file_exists():
    for names in names_of_file().values():
        for name in names:
            assert name.filter in SearchFilterSet.base_filters
            assert name.value in KNOWN.get(name.filter, {name.value}), name


def test_every_domain_that_is_taken_before_a_grade_exists():
    assert {code for codes in JUDGED.values() for code in codes} <= {one.code for one in tables.domains()}


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Kent", "kent"),
        ("kent county council", "kent"),
        ("Bristol", "bristol"),
        ("City of Bristol", "bristol"),
        ("Bristol City Council", "bristol"),
        ("Stockton on Tees", "tees"),
        ("stockton", "tees"),
    ],
)
def test_an_authority_has_its_name_aliases_and_council(typed, slug):
    (one,) = recognise(typed, names_of_authorities(AUTHORITIES), ()).taken
    assert (one.filter, one.value) == ("authority", slug)


def test_the_first_word_of_a_longer_name_is_offered_unless_it_says_too_little():
    names = names_of_authorities({"telford": "Telford and Wrekin", "west": "West Sussex"})
    assert [one.value for one in recognise("Telford", names, ()).offered] == ["telford"]
    assert recognise("telford wrekin", names, ()).taken
    assert not recognise("west", names, ()).offered


def test_themes_are_offered_by_name_and_code():
    for typed in ("supervision", "supervision and management oversight"):
        (one,) = recognise(typed, names_of_themes(), ()).offered
        assert (one.filter, one.value) == ("theme", "supervision")


@pytest.mark.django_db
def test_all_names_together_hold_authorities_that_exist_alone():
    builders.authority("Reading", is_sample=False)
    builders.report(authority=builders.authority("Kent", is_sample=False), published="2019-03-01")
    builders.authority("Wexcombe")  # a sample without a published report
    names = filter_names("revision")
    assert [one.use for one in names["reading",]] == [NameUse.OFFER]
    assert [one.use for one in names["kent",]] == [NameUse.ANYWHERE]
    assert ("bath",) not in names or names["bath",][0].value != "bath"
    assert searched_years("revision") == ("2019",)
