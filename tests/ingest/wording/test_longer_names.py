"""A name inside a longer one never wins, however the longer one is printed."""

from collections.abc import Iterator

import pytest

from ingest.wording.authorities import find_authorities, find_authority
from ingest.wording.longer_names import names_around, squash
from inspections.reference.tables import AuthorityFacts, authorities

TITLE = "Inspection of {} local authority children\u2019s services"
MISREAD = str.maketrans("oleathnsOLEATHNS", "01co1hr50IF47NH5")


def named(authority: AuthorityFacts) -> list[str]:
    """The names of an authority as they are printed in a title."""
    return [authority.name.split(",")[0], *authority.aliases]


def pairs() -> Iterator[tuple[AuthorityFacts, str, AuthorityFacts, str]]:
    """Each name of an authority with each name of another one in which it stands as whole words."""
    for inner in authorities():
        for short in named(inner):
            for outer in authorities():
                for long in named(outer):
                    if inner is not outer and f" {short} " in f" {long} " and short != long:
                        yield inner, short, outer, long


def variants(long: str, short: str) -> Iterator[str]:
    """The longer name with a space lost or added, or a letter misread, outside of the shorter one."""
    at = long.index(short)
    inside = range(at, at + len(short))
    for i, character in enumerate(long):
        if i in inside:
            continue
        head, tail = long[:i], long[i + 1 :]
        if character == " ":
            yield head + tail
            yield f"{head}  {tail}"
        else:
            yield f"{head}{character} {tail}"
            yield head + character.translate(MISREAD) + tail


@pytest.mark.parametrize(
    ("short", "outer", "long"),
    [(short, outer, long) for _, short, outer, long in pairs()],
    ids=[f"{short} in {long}" for _, short, _, long in pairs()],
)
def test_no_name_wins_inside_a_longer_one(short: str, outer: AuthorityFacts, long: str) -> None:
    for variant in variants(long, short):
        found = find_authorities(TITLE.format(variant))
        assert {authority.la_code for authority in found} <= {outer.la_code}, variant


def test_there_are_such_names() -> None:
    assert len(list(pairs())) > 8


@pytest.mark.parametrize("authority", authorities(), ids=lambda authority: authority.name)
def test_each_name_alone_means_its_authority(authority: AuthorityFacts) -> None:
    day = authority.closed or authority.opened or "2010-01-01"
    assert find_authority(TITLE.format(authority.name), day) == authority


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("NorthEast Lincolnshire", "North East Lincolnshire"),
        ("N orth East Lincolnshire", "North East Lincolnshire"),
        ("S0uth Gloucestershire", "South Gloucestershire"),
        ("Kingston upon Hu11", "Kingston Upon Hull, City of"),
        ("Derby shire", "Derbyshire"),
        ("NOTTINGHAM SHIRE", "Nottinghamshire"),
        ("Wesl Northamptonshire", "West Northamptonshire"),
        ("Bath and North East Sornerset", None),
        ("GreaterManchester", None),
        ("the best Northamptonshire", "Northamptonshire"),
        ("Leicester share of", "Leicester"),
        ("the north. Lincolnshire", "Lincolnshire"),
    ],
)
def test_mistaken_spaces_and_letters_around_a_name(printed: str, name: str | None) -> None:
    found = find_authority(f"Inspection of {printed} children\u2019s services")
    assert (found and found.name) == name


def test_squashed_words_have_letters_only_and_figures_as_letters() -> None:
    assert squash("Kingston-upon-Hu11 & S0uth") == "kingstonuponhullandsouth"


def test_longer_names_come_longest_first_with_what_they_add() -> None:
    around = names_around("lincolnshire", ["north lincolnshire", "lincolnshire", "north east lincolnshire", "kent"])
    assert [(name.before, name.after, name.cut) for name in around] == [
        ("northeast", "", False),
        ("north", "", False),
    ]
    assert [name.cut for name in names_around("derby", ["derbyshire"])] == [True]
