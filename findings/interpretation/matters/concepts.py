"""The concepts of the field, and where a text names them.

A concept is declared in ``concepts.csv`` with its theme and its phrases, among them acronyms and synonyms. Three kinds
differ in what they say of a matter:

- *matter*: what a recommendation can be about ("return home interviews").
- *qualifier*: how something is done ("drift and delay"); it counts less.
- *population*: whom it is about; two records about different children are seldom about the same matter.

Where phrases overlap, the longest one counts: "missing education" does not name children who go missing.

Some concepts are related to others: a plan for care is a plan, and what audits find is performance. Such a relation is
declared at one of the two.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from findings.interpretation.terms.index import TermIndex
from findings.interpretation.terms.words import stem

FOLDER = Path(__file__).parent
MATTER, QUALIFIER, POPULATION = "matter", "qualifier", "population"
QUALIFIER_SHARE = 0.45
"""How much a qualifier weighs beside a matter that is named as often."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its code, its name in words, kind, theme ("" if none), and its weight, which is greater if rare."""

    code: str
    name: str
    kind: str
    theme: str
    weight: float


@dataclass(frozen=True, slots=True)
class ConceptPlace:
    """A concept at a place: the first word of the phrase, and the word after its last."""

    concept: Concept
    start: int
    end: int


@cache
def concepts() -> Mapping[str, Concept]:
    """All concepts by their code."""
    with (FOLDER / "concept_weights.csv").open(encoding="utf-8", newline="") as file:
        weights = {row["concept"]: float(row["weight"]) for row in csv.DictReader(file)}
    return {
        row["code"]: Concept(row["code"], row["name"], row["kind"], row["theme"], weights.get(row["code"], 0.0))
        for row in _declared()
    }


@cache
def related_concepts() -> Mapping[str, frozenset[str]]:
    """The codes of the concepts that are related to each, by its code; nothing for those without a relation."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _declared():
        for other in filter(None, row["related"].split("; ")):
            found[row["code"]].add(other)
            found[other].add(row["code"])
    return {code: frozenset(others) for code, others in found.items()}


@cache
def _declared() -> tuple[dict[str, str], ...]:
    with (FOLDER / "concepts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _index() -> TermIndex[tuple[Concept, ...]]:
    named: dict[str, tuple[Concept, ...]] = {}
    for row in _declared():
        for phrase in row["phrases"].split("; "):
            named[phrase] = (*named.get(phrase, ()), concepts()[row["code"]])
    return TermIndex.of(named, stem)


def concepts_in(stems: Sequence[str]) -> list[ConceptPlace]:
    """The concepts that a sequence of stems names, in order; none is named inside a longer phrase."""
    longest: dict[int, int] = {}
    meanings: dict[tuple[int, int], list[Concept]] = {}
    for start, end, meant in _index().found(stems):
        longest[start] = max(end, longest.get(start, 0))
        meanings.setdefault((start, end), []).extend(meant)
    places: list[ConceptPlace] = []
    free = 0
    for start, end in longest.items():
        if start >= free:
            places += [ConceptPlace(concept, start, end) for concept in dict.fromkeys(meanings[start, end])]
            free = end
    return places
