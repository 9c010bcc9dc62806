"""Which local authority a title, a sentence or an address names.

Names come from ``inspections.reference.tables``: the official name and its aliases. The text is searched from left to
right, and the longest name is tried first. "and" equals "&", and spaces, hyphens and commas between words are equal. A
name is capitalised or in capitals, and is never part of another word, nor of a longer name whose spaces or letters were
mistaken. The words around it ("London Borough of", "City
Council") do not matter. A place or a person that only looks like an authority (``NOT_AUTHORITIES``) is skipped.
Functions that return one authority return None when there are several candidates.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache

from ingest.wording.longer_names import LongerName, longer_name, names_around
from inspections.reference.tables import AuthorityFacts, authorities

NOT_AUTHORITIES = (
    r"Greater\s+(?:Manchester|London)",
    r"(?:West|South)\s+Yorkshire",
    r"Newcastle[\s-]+under[\s-]+Lyme",
    r"Sutton\s+(?:Coldfield|in\s+Ashfield)",
    r"Bury\s+St\.?\s+Edmunds",
    r"Stockton\s+Heath",
    r"(?i:Kingston\s+(?:and|&)\s+Richmond)",
    r"(?i:Richmond\s+(?:and|&)\s+Kingston)",
    r"(?i:East\s+Cheshire)",
    r"(?:N|S|E|W|NE|NW|SE|SW)\.?\s+[A-Z][\w-]+",
    r"New\s+York",
    r"Reading\s+(?:the|a|an|and|of|about|this|that|these|through)\b",
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr)\.?\s+(?:[A-Z][\w'’-]+\s+)?[A-Z][\w'’-]+",
)
# Names of areas and towns in which an authority's name stands, in plain words.
OTHER_PLACES = (
    "greater manchester", "greater london", "west yorkshire", "south yorkshire", "newcastle under lyme",
    "sutton coldfield", "sutton in ashfield", "bury st edmunds", "stockton heath", "kingston and richmond",
    "richmond and kingston", "east cheshire",
)  # fmt: skip
# Bodies that are named after the area of an authority but are not the authority: these words follow the name.
NOT_COUNCILS = (
    r"Police|Constabulary|Fire|University|Hospitals?|Probation|Healthwatch|Integrated\s+Care|NHS|CCG|ICB"
    r"|and\s+Merseyside|,\s+Luton|,\s+Halton\s+and"
)
COUNCIL_WORDS = frozenset(
    [
        "the",
        "london",
        "royal",
        "metropolitan",
        "borough",
        "city",
        "county",
        "district",
        "unitary",
        "of",
        "council",
        "corporation",
    ]
)
SMALL_WORDS = frozenset({"and", "of", "on", "upon", "the", "with"})
BEGINS = r"(?=[A-Z]|(?i:[ekr]))"
"""How names begin: with a capital, or like those of ``NOT_AUTHORITIES`` that are skipped however they are capitalised.

Most words are passed over so, and not compared with each name.
"""
BETWEEN = r"[\s,\u2010-\u2015-]+"
ADDRESS = re.compile(r"(?<![\w-])([a-z0-9-]+)\.gov\.uk\b", re.I)


def _words(name: str) -> list[str]:
    return re.split(BETWEEN, name.replace("&", " and ").strip(" ,"))


def _word_pattern(word: str) -> str:
    if word.casefold() == "and":
        return r"(?:(?i:and)|&)"
    if word.casefold() in SMALL_WORDS:
        return f"(?i:{word})"
    letters = word.rstrip(".")
    full_stop = r"\.?" if letters == "St" else ""
    return f"(?:{re.escape(letters)}|{re.escape(letters.upper())}){full_stop}"


def _names_of(authority: AuthorityFacts) -> set[str]:
    return {authority.name, *authority.aliases}


def _key(name: str) -> str:
    return " ".join(_words(name)).casefold().replace(".", "")


@cache
def _index() -> dict[str, tuple[AuthorityFacts, ...]]:
    index: dict[str, tuple[AuthorityFacts, ...]] = {}
    for authority in authorities():
        for key in {_key(form) for form in _names_of(authority)}:
            index[key] = (*index.get(key, ()), authority)
    return index


@cache
def _pattern() -> re.Pattern[str]:
    names = {form for authority in authorities() for form in _names_of(authority)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    spelled = [BETWEEN.join(_word_pattern(word) for word in _words(name)) for name in longest_first]
    wanted = rf"(?:(?:{'|'.join(NOT_AUTHORITIES)})|(?P<name>{'|'.join(spelled)}))"
    return re.compile(rf"(?<![\w-]){BEGINS}{wanted}(?!\w|-\w|\s*(?i:{NOT_COUNCILS})\b)")


def _existed(authority: AuthorityFacts, on: str) -> bool:
    """Tell whether the authority existed on the day."""
    return (not authority.opened or authority.opened <= on) and (not authority.closed or on <= authority.closed)


def _closed_over_a_year(authority: AuthorityFacts, on: str) -> bool:
    """Tell whether the authority had been closed for more than a year, so that its name then means another one."""
    return bool(authority.closed) and on > f"{int(authority.closed[:4]) + 1}{authority.closed[4:]}"


def _only_candidate(found: Iterable[AuthorityFacts], on: str | None) -> AuthorityFacts | None:
    """Return the only authority found; None when there are several.

    Authorities closed for over a year are left out; when several remain, so are those that did not exist on the day.
    """
    candidates = {authority.la_code: authority for authority in found}
    candidates = {
        code: authority for code, authority in candidates.items() if not on or not _closed_over_a_year(authority, on)
    }
    if len(candidates) > 1 and on:
        candidates = {code: authority for code, authority in candidates.items() if _existed(authority, on)}
    return next(iter(candidates.values())) if len(candidates) == 1 else None


@cache
def _around(key: str) -> tuple[LongerName, ...]:
    """The longer names in which a name stands, those of the same authority left out."""
    own = {authority.la_code for authority in _index()[key]}
    others = [other for other, found in _index().items() if own.isdisjoint(a.la_code for a in found)]
    return names_around(key, [*others, *OTHER_PLACES])


def _named(text: str) -> Iterable[tuple[re.Match[str], tuple[AuthorityFacts, ...]]]:
    """Each name in the text with the authorities that it means; one inside a longer name means what that one means."""
    for match in _pattern().finditer(text):
        if name := match["name"]:
            longer = longer_name(text, match.start(), match.end(), _around(_key(name)))
            yield match, _index().get(longer or _key(name), ())


def named_places(text: str) -> Iterable[tuple[int, int, tuple[AuthorityFacts, ...]]]:
    """Where a text names authorities: begin and end of each name, and those that it means."""
    return ((match.start(), match.end(), found) for match, found in _named(text))


def find_authorities(text: str) -> tuple[AuthorityFacts, ...]:
    """Return every authority named, in printed order, once for each mention; a name that two share gives both."""
    return tuple(authority for _, found in _named(text) for authority in found)


def find_authority(text: str, on: str | None = None) -> AuthorityFacts | None:
    """Return the one authority that a title or sentence names, or None when it names none or several.

    ``on`` is an ISO date; it decides between candidates when only one of them existed on that day.
    """
    return _only_candidate(find_authorities(text), on)


def authority_named(name: str, on: str | None = None) -> AuthorityFacts | None:
    """Return the one authority of which a cell is the name, however it is capitalised; None for any other words.

    Words around the name may stand before it, behind it or behind a comma ("Bristol, City of"). ``on`` decides as in
    ``find_authority``.
    """
    words = [word for word in _key(re.sub(r"\([^)]*\)", " ", name)).split() if word]
    for end in range(len(words), 0, -1):
        for start in range(end):
            around = {*words[:start], *words[end:]}
            if around <= COUNCIL_WORDS and (found := _index().get(" ".join(words[start:end]))):
                return _only_candidate(found, on)
    return None


def is_name(text: str) -> bool:
    """Tell whether a line is the name of one authority and nothing else, apart from ``COUNCIL_WORDS`` around it."""
    names = [match for match in _pattern().finditer(text) if match["name"]]
    if len(names) != 1:
        return False
    around = text[: names[0].start()] + " " + text[names[0].end() :]
    return all(word.casefold() in COUNCIL_WORDS for word in re.findall(r"\w+", around))


def find_by_address(text: str) -> AuthorityFacts | None:
    """Return the one authority whose web or email addresses ("…@wexcombe.gov.uk") are in the text, or None."""
    squashed = {key.replace(" ", ""): found for key, found in _index().items()}
    hosts = (host.casefold().replace("-", "") for host in ADDRESS.findall(text))
    return _only_candidate((authority for host in hosts for authority in squashed.get(host, ())), None)


def count_named(texts: Iterable[str]) -> Counter[str]:
    """How often texts name each authority, by its LA code."""
    return Counter(authority.la_code for text in texts for authority in find_authorities(text))


def most_named(texts: Iterable[str], on: str | None = None, others: Collection[str] = ()) -> AuthorityFacts | None:
    """Return the authority that the texts name at least twice as often as any other, or None when there is none.

    ``others`` are the LA codes of those that do not count.
    """
    by_code = {authority.la_code: authority for authority in authorities()}
    named = [(code, n) for code, n in count_named(texts).most_common() if code not in others]
    ranked = [(code, n) for code, n in named if not on or _existed(by_code[code], on)]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return by_code[ranked[0][0]]
