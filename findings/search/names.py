"""The names that search takes as filters: of authorities out of the database, all others out of ``names.csv``.

The name of an authority counts in each of its forms, alone or with what makes it a council. A row of the file for the
same words comes before it, so that names that are ordinary words too, or that two authorities share, are only offered.
So are the first words of a longer name, and the names of themes.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from findings.interpretation.themes import THEMES
from findings.search.recognising import FilterName, Letters, Names, NameUse
from findings.search.words import words_of
from inspections.caching.revision import shared
from inspections.lists.years import years_of_reports
from inspections.models import Authority
from inspections.reference import tables

FILE = Path(__file__).parent / "names.csv"
COUNCILS = ("council", "city council", "borough council", "county council", "metropolitan borough council", "mbc")
COUNCILS_OF = ("london borough of", "royal borough of", "metropolitan borough of", "city of", "county of")
NOT_ALONE = frozenset(("city", "central", "east", "isle", "isles", "north", "south", "tower", "west"))
"""First words of names that say too little to offer the authority."""


def _letters(text: str) -> Letters:
    return tuple(word.letters for word in words_of(text))


@cache
def names_of_file() -> Names:
    """The names of the file; a name can stand for several values."""
    found: dict[Letters, list[FilterName]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[_letters(row["words"])].append(FilterName(row["filter"], row["value"], NameUse(row["use"])))
    return {letters: tuple(names) for letters, names in found.items()}


@cache
def _aliases() -> Mapping[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in tables.authorities()}


def _forms(name: str) -> Iterator[Letters]:
    for form in (name, *_aliases().get(name, ())):
        letters = _letters(form)
        yield letters
        if "and" in letters:
            yield tuple(word for word in letters if word != "and")


def names_of_authorities(authorities: Mapping[str, str]) -> Names:
    """The names of authorities, which are given by their slugs with their names."""
    plain: dict[Letters, dict[FilterName, None]] = defaultdict(dict)
    first: dict[Letters, dict[FilterName, None]] = defaultdict(dict)
    councils = {_letters(words) for words in COUNCILS}
    councils_of = {_letters(words) for words in COUNCILS_OF}
    for slug, name in authorities.items():
        taken, offered = FilterName("authority", slug), FilterName("authority", slug, NameUse.OFFER)
        for letters in dict.fromkeys(_forms(name)):
            plain[letters][taken] = None
            for words in councils:
                plain[letters + words][taken] = None
            for words in councils_of:
                plain[words + letters][taken] = None
            if len(letters) > 1 and letters[0] not in NOT_ALONE and len(letters[0]) > 3:
                first[letters[:1]][offered] = None
    return {letters: tuple(names) for letters, names in (first | plain).items()}


@cache
def names_of_themes() -> Names:
    """The names and codes of themes, which are offered."""
    found: dict[Letters, tuple[FilterName, ...]] = {}
    for theme in THEMES.values():
        for words in (theme.name, theme.code):
            found[_letters(words)] = (FilterName("theme", theme.code, NameUse.OFFER),)
    return found


def filter_names(revision: str) -> Names:
    """All names, cached for the revision."""

    def compute() -> Names:
        real, samples = Authority.objects.filter(is_sample=False), Authority.objects.filter(is_sample=True)
        known = (real, samples.with_published_reports())
        authorities = {slug: name for some in known for slug, name in some.order_by("name").values_list("slug", "name")}
        of_file = {
            letters: held
            for letters, names in names_of_file().items()
            if (held := tuple(one for one in names if one.filter != "authority" or one.value in authorities))
        }
        return {**names_of_themes(), **names_of_authorities(authorities), **of_file}

    return shared("names of filters", revision, compute)


def searched_years(revision: str) -> tuple[str, ...]:
    """The years of the published reports, the newest first; cached for the revision."""
    return shared("years of reports", revision, lambda: tuple(year for year, _ in years_of_reports()))
