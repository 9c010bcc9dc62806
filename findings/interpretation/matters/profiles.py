"""What a record is about, in the form in which records are compared.

The text names concepts and other words. In a recommendation the main clause counts whole and what follows it ("so
that …", "including …") half, unless the main clause names no matter; of a long one, the first sentences are the main
clause. Printed references to paragraphs do not count.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from findings.interpretation.matters.concepts import (
    FOLDER,
    MATTER,
    POPULATION,
    QUALIFIER,
    QUALIFIER_SHARE,
    Concept,
    ConceptPlace,
    concepts_in,
    related_concepts,
)
from findings.interpretation.terms.words import Words, stem, words_of
from findings.interpretation.themes import likely_themes
from inspections.vocabulary import Polarity

CITED = re.compile(r"\s*\((?:see )?(?:paragraph|recommendation)s?[^)]*\)", re.I)
PURPOSE = re.compile(
    r"(?<=\w)[,;]? (?:so that|in order to|to (?:ensure|make sure|support|enable|inform|improve|help|assist)|which"
    r"|in relation to|including|in particular|this (?:should|includes)|such as|as a result|rather than|resulting in)\b",
    re.I,
)
SHORTEST_CLAUSE = 6
LONG = 60
"""From so many words, the first sentences of a recommendation are its main clause."""
FIRST_SENTENCES = 30
ASIDE = 0.5
"""How much a concept weighs that a recommendation names outside of its main clause."""
COMMON_WORDS = """
    the and for with from are was were been being that this these those their them they its his her who
    whom whose which what when where while not nor can could should would will shall may might must does did has have
    had having than then there here but into about over under between within across through during before after all any
    each every both few more most other some own same too very just also however therefore thus needed need improve
    improved improvement improving ensure ensuring strengthen make take child young people person local authority
    service inspection inspector
"""
COMMON = frozenset(map(stem, COMMON_WORDS.split()))
"""The stems of words that tell nothing about a matter."""
AREAS = {
    "care-leavers": frozenset({"care-leavers"}),
    "children-in-care": frozenset({"children-in-care"}),
    "children-in-care-and-care-leavers": frozenset({"children-in-care", "care-leavers"}),
    "adoption": frozenset({"children-in-care"}),
    "looked-after": frozenset({"children-in-care"}),
    "help-and-protection": frozenset({"help-and-protection"}),
    "staying-safe": frozenset({"help-and-protection"}),
    "safeguarding": frozenset({"help-and-protection"}),
    "leadership": frozenset({"leaders"}),
    "lscb": frozenset({"board"}),
}
"""The areas that a domain stands for."""
HEADED = (
    (re.compile(r"safeguarding children board", re.I), frozenset({"board"})),
    (re.compile(r"help and protection", re.I), frozenset({"help-and-protection"})),
    (re.compile(r"\bleader", re.I), frozenset({"leaders"})),
    (re.compile(r"care leaver", re.I), frozenset({"care-leavers"})),
    (re.compile(r"\bin care\b|looked after", re.I), frozenset({"children-in-care"})),
)
"""The areas that a heading names, the first that fits."""


@dataclass(frozen=True, slots=True)
class MatterRecord:
    """A recommendation or finding: its anchor, words, heading and domain ("" if none), and for findings the polarity.

    ``is_summary`` marks overviews, which name many matters.
    """

    anchor: str
    text: str
    heading: str = ""
    domain: str = ""
    is_recommendation: bool = False
    is_summary: bool = False
    polarity: Polarity | None = None


class Weights(dict[str, float]):
    """What a record names, each with its weight. ``total`` is the sum of the weights, ``length`` that of the vector.

    Both are worked out once, because a record is compared with many.
    """

    __slots__ = ("length", "total")

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.total = sum(self.values())
        self.length = length(self.values())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a record: where it stands in the text, and the concepts and other words that it holds."""

    start: int
    end: int
    concepts: frozenset[str]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class MatterProfile:
    """What a record is about: weights of concepts, other words and themes, a vector of related words, and areas.

    ``themes`` are those of its concepts, ``likely`` has the chance of each theme by all its words, ``main`` are the
    concepts of the main clause, ``related`` those that are related to them, ``opening`` the first concepts, ``headed``
    the words of its heading, ``areas`` those of its place, ``named`` those that its words name.
    """

    concepts: Weights
    main: Weights
    related: frozenset[str]
    opening: tuple[str, ...]
    terms: Weights
    headed: frozenset[str]
    themes: Weights
    likely: Weights
    vector: tuple[float, ...]
    areas: frozenset[str]
    named: frozenset[str]
    sentences: tuple[Sentence, ...]
    words: int

    @property
    def children(self) -> frozenset[str]:
        """The areas that say which children it is about."""
        return (self.areas | self.named) - {"leaders", "board"}


@cache
def term_weights() -> Mapping[str, tuple[float, tuple[int, ...]]]:
    """The weight of each word, by its stem, and its vector, in which related words are near."""
    with (FOLDER / "terms.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["stem"]: (float(row["weight"]), tuple(map(int, row["vector"].split()))) for row in csv.DictReader(file)
        }


def length(weights: Iterable[float]) -> float:
    """The length of a vector, 1 for an empty one, so that it can divide."""
    return math.sqrt(sum(weight * weight for weight in weights)) or 1.0


def _often(times: int, half: float) -> float:
    """How much being named so many times counts, up to 1."""
    return times / (times + half)


def _main_clause(text: str) -> int:
    """Where the main clause of a recommendation ends."""
    words = words_of(text)
    if len(words) > LONG:
        last = words.sentences[min(FIRST_SENTENCES, len(words)) - 1]
        return max(end for (_, end), sentence in zip(words.spans, words.sentences, strict=True) if sentence <= last)
    for found in PURPOSE.finditer(text):
        if text.count(" ", 0, found.start()) + 1 >= SHORTEST_CLAUSE:
            return found.start()
    return len(text)


def areas_of(domain: str, heading: str) -> frozenset[str]:
    """The areas of the place of a record, by its domain, else its heading; empty if neither tells."""
    if domain in AREAS:
        return AREAS[domain]
    return next((areas for pattern, areas in HEADED if pattern.search(heading)), frozenset())


def content_of(stems: Iterable[str]) -> Counter[str]:
    """The words that carry meaning, each with its number."""
    return Counter(word for word in stems if len(word) > 2 and word not in COMMON)


def _vector(terms: Mapping[str, int]) -> tuple[float, ...]:
    known = term_weights()
    size = len(next(iter(known.values()))[1]) if known else 0
    total = [0.0] * size
    for term, times in terms.items():
        if term in known:
            weight, vector = known[term]
            share = weight * (1 + math.log(times))
            total = [sum_ + share * part for sum_, part in zip(total, vector, strict=True)]
    norm = length(total)
    return tuple(part / norm for part in total)


def _sentences(words: Words, stems: tuple[str, ...], places: list[ConceptPlace]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    begin = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or words.sentences[place] != words.sentences[place - 1]:
            named = frozenset(
                one.concept.code for one in places if begin <= one.start < place and one.concept.kind != POPULATION
            )
            terms = frozenset(content_of(stems[begin:place]))
            found.append(Sentence(words.spans[begin][0], words.spans[place - 1][1], named, terms))
            begin = place
    return tuple(found)


@lru_cache(maxsize=4096)
def profile_of(record: MatterRecord) -> MatterProfile:
    """What a record is about. The last ones are remembered: each is compared with many."""
    text = CITED.sub("", record.text)
    words = words_of(text)
    stems = tuple(map(stem, words.printed))
    places = concepts_in(stems)
    times = Counter(one.concept for one in places if one.concept.kind != POPULATION)
    ends = _main_clause(text) if record.is_recommendation else len(text)
    inside = {concept for concept in times if _begins(concept, places, words) < ends}
    if not any(concept.kind == MATTER for concept in inside):
        inside = set(times)
    weighs_whole = not any(concept.kind == MATTER for concept in inside)
    weights = {
        concept.code: concept.weight
        * (QUALIFIER_SHARE if concept.kind == QUALIFIER and not weighs_whole else 1.0)
        * _often(number, 0.7)
        * (1.0 if concept in inside else ASIDE)
        for concept, number in times.items()
    }
    main = {concept.code for concept in inside}
    related = related_concepts()
    counted = content_of(stems)
    known = term_weights()
    themes: defaultdict[str, float] = defaultdict(float)
    for concept in times:
        if concept.theme:
            themes[concept.theme] += weights[concept.code]
    return MatterProfile(
        Weights(weights),
        Weights({code: weight for code, weight in weights.items() if code in main}),
        frozenset().union(*(related[code] for code in main if code in related)),
        tuple(dict.fromkeys(one.concept.code for one in places if one.concept in times))[:3],
        Weights({term: known[term][0] * _often(number, 0.8) for term, number in counted.items() if term in known}),
        frozenset(content_of(map(stem, words_of(record.heading).printed))),
        Weights(themes),
        Weights(likely_themes(text, record.heading)),
        _vector(counted),
        areas_of(record.domain, record.heading),
        frozenset(one.concept.code for one in places if one.concept.kind == POPULATION),
        _sentences(words, stems, places) if len(words) else (),
        len(words),
    )


def _begins(concept: Concept, places: list[ConceptPlace], words: Words) -> int:
    """Where in the text a concept is named first."""
    return next(words.spans[one.start][0] for one in places if one.concept is concept)
