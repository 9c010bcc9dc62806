"""Which authority a text names."""

import pytest

from ingest.wording.authorities import (
    authority_named,
    find_authorities,
    find_authority,
    find_by_address,
    is_name,
    most_named,
)
from inspections.reference.tables import authorities


def code(text, on=None):
    found = find_authority(text, on)
    return found and found.la_code


@pytest.mark.parametrize("authority", authorities(), ids=lambda a: a.la_code)
def test_every_name_and_alias_resolves_to_its_own_authority_in_any_surroundings(authority):
    for name in (authority.name, *authority.aliases):
        for form in (
            name,
            name.upper(),
            f"Inspection of {name} local authority children's services",
            f"{name} Council",
        ):
            found = find_authority(form, authority.closed or authority.opened or None)
            assert found is not None, form
            assert found.la_code == authority.la_code, form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("London Borough of Hammersmith & Fulham", "205"),
        ("ROYAL BOROUGH OF KENSINGTON AND CHELSEA", "207"),
        ("Wolverhampton City Council", "336"),
        ("The Cornwall Council", "908"),
        ("County of Herefordshire District Council", "884"),
        ("City of Bristol", "801"),
        ("Bristol City Council", "801"),
        ("Bristol, City of", "801"),
        ("Bournemouth, Christchurch and Poole (BCP)", "839"),
        ("Bournemouth Christchurch & Poole Council", "839"),
        ("Kingston-upon-Hull", "810"),
        ("Kingston upon Hull City Council", "810"),
        ("The Royal Borough of Kingston upon Thames", "314"),
        ("Stoke\u2013on\u2013Trent", "861"),
        ("Newcastle City Council", "391"),
        ("East Riding of Yorkshire", "811"),
        ("East Riding", "811"),
        ("Bedford Borough Council", "822"),
        ("Bedford", "822"),
        ("Central Bedfordshire", "823"),
        ("St Helens", "342"),
        ("North East Lincolnshire", "812"),
        ("North Lincolnshire", "813"),
        ("Bath & North East Somerset Council", "800"),
        ("City of York Council", "816"),
        ("Derbyshire", "830"),
        ("Derby City Council", "831"),
        ("Medway\u2019s services", "887"),
        ("Reading Borough Council", "870"),
        ("Brighton & Hove", "846"),
    ],
)
def test_printed_forms_resolve(text, expected):
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The partnership of Kent and Medway",
        "Greater Manchester Police",
        "Newcastle-under-Lyme",
        "Kentish Town",
        "reading the report",
        "Reading the report",
        "they bury it",
        "Mrs Kent chairs the board",
        "nothing here",
        "",
    ],
)
def test_several_candidates_or_none_give_no_authority(text):
    assert find_authority(text) is None


def test_the_date_decides_between_authorities_of_which_one_was_in_being():
    both = "Cumbria, now Cumberland"
    assert code(both) is None
    assert code(both, "2022-01-01") == "909"
    assert code(both, "2024-01-01") == "942"
    assert code(both, "2023-03-31") == "909"
    assert code(both, "2023-04-01") == "942"


def test_a_name_does_not_go_on_in_the_next_sentence():
    found = find_authorities("The partners met in Cheshire. East of it lies Derbyshire.")
    assert [authority.la_code for authority in found] == ["875", "830"]


def test_names_are_found_in_printed_order_once_for_each_time():
    found = find_authorities("Medway and Kent, then Medway")
    assert [authority.la_code for authority in found] == ["887", "886", "887"]


def test_a_closed_authority_is_still_found_by_its_name():
    assert code("Northamptonshire") == "928"
    assert code("West Northamptonshire") == "941"


def test_a_line_is_a_name_when_nothing_but_a_council_stands_round_it():
    assert find_authority("London Borough of Brent Council") is not None
    assert is_name("London Borough of Brent Council")
    assert is_name("WEXCOMBE")
    assert not is_name("Inspection of Wexcombe")
    assert not is_name("Kent and Medway")
    assert not is_name("Council")


def test_an_address_names_its_council_and_central_ones_name_none():
    found = find_by_address("Write to someone@eastriding.gov.uk or see www.ofsted.gov.uk")
    assert found is not None
    assert found.la_code == "811"
    assert find_by_address("a@kent.gov.uk b@medway.gov.uk") is None


def test_the_most_named_needs_a_clear_lead():
    assert most_named(["Kent", "Medway"]) is None
    found = most_named(["Kent", "Medway", "Medway Council"])
    assert found is not None
    assert found.la_code == "887"


@pytest.mark.parametrize("text", ["Bath & NE Somerset", "N. Yorkshire", "NE Lincolnshire Council", "W Sussex"])
def test_a_name_behind_a_shortened_point_of_the_compass_is_another(text):
    assert code(text) is None


@pytest.mark.parametrize(
    "text", ["Kingston and Richmond", "KINGSTON AND RICHMOND", "Richmond & Kingston Local Area Partnership"]
)
def test_two_authorities_of_which_one_is_known_by_its_full_name_are_not_one(text):
    assert code(text) is None


def test_counties_that_were_closed_in_2009_are_found_in_reviews_of_their_time_and_not_long_after():
    assert code("Bedfordshire County Council", "2007-05-01") == "820"
    assert code("CHESHIRE", "2008-02-01") == "875"
    assert code("Cheshire", "2009-07-01") == "875"
    assert code("Cheshire", "2010-03-31") == "875"
    assert code("Cheshire", "2010-04-01") is None
    assert code("Bedfordshire", "2019-07-01") is None
    assert code("Bournemouth", "2024-01-01") is None
    assert code("Cheshire West", "2019-07-01") == "896"


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police",
        "DURHAM CONSTABULARY",
        "Cheshire and Merseyside",
        "Medway NHS Foundation Trust",
        "Suffolk Fire and Rescue Service",
    ],
)
def test_who_is_only_named_after_an_area_is_no_council(text):
    assert find_authorities(text) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bournemouth, christchurch & poole", "Bournemouth, Christchurch and Poole"),
        ("Bristol, City of", "Bristol, City of"),
        ("DURHAM COUNTY COUNCIL", "Durham"),
        ("London Borough of Barnet", "Barnet"),
        ("st helens", "St. Helens"),
        ("Medway Towns", None),
        ("England", None),
        ("", None),
    ],
)
def test_a_cell_that_is_a_name_names_its_authority(name, expected):
    found = authority_named(name, "2024-01-01")
    assert (found.name if found else None) == expected


@pytest.mark.parametrize("place", ["kingston and Richmond", "richmond & Kingston", "east Cheshire"])
def test_places_that_are_no_council_are_passed_over_in_small_letters_too(place):
    assert find_authorities(f"A service for {place} and for Leeds") == find_authorities("Leeds")
