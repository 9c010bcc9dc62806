"""What a recommendation and a later record have in common, as numbers that the weights of ``weights.csv`` judge.

A report of many records is searched by its concepts and words first; only the nearest records are compared closely.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from findings.interpretation.matters.concepts import MATTER, concepts
from findings.interpretation.matters.profiles import (
    MatterProfile,
    MatterRecord,
    Weights,
    profile_of,
    term_weights,
)
from findings.interpretation.matters.scope import scope_of

COMPARED = 14
"""Records of a later report that are compared closely."""


@dataclass(frozen=True, slots=True)
class ReportMatters:
    """A later report, made ready to be searched: its kind, records and what they are about, and what it looked at."""

    kind: str
    records: tuple[MatterRecord, ...]
    profiles: tuple[MatterProfile, ...]
    by_concept: Mapping[str, Sequence[tuple[int, float]]]
    by_term: Mapping[str, Sequence[tuple[int, float]]]
    themes: Mapping[str, float]
    areas: Mapping[str, float]
    scope: frozenset[str]

    @classmethod
    def of(cls, kind: str, records: Iterable[MatterRecord], introduction: Iterable[str] = ()) -> ReportMatters:
        """Make a report ready, from findings (without context) and recommendations, and the texts of its context."""
        kept = tuple(records)
        profiles = tuple(map(profile_of, kept))
        by_concept: dict[str, list[tuple[int, float]]] = defaultdict(list)
        by_term: dict[str, list[tuple[int, float]]] = defaultdict(list)
        themes: Counter[str] = Counter()
        areas: Counter[str] = Counter()
        for place, profile in enumerate(profiles):
            for weights, postings in ((profile.concepts, by_concept), (profile.terms, by_term)):
                for name, weight in weights.items():
                    postings[name].append((place, weight / weights.length))
            highest = max(profile.themes.values(), default=0.0)
            themes.update(theme for theme, weight in profile.themes.items() if weight > highest / 4)
            areas.update(profile.areas or profile.named)
        size = max(1, len(kept))
        shares = _shares(areas, size)
        scope = scope_of(kind, introduction, shares)
        return cls(kind, kept, profiles, by_concept, by_term, _shares(themes, size), shares, scope)

    def nearest(self, wanted: MatterProfile) -> list[int]:
        """The places of the records that share most with a recommendation, the nearest first."""
        found: defaultdict[int, float] = defaultdict(float)
        for weights, postings in ((wanted.concepts, self.by_concept), (wanted.terms, self.by_term)):
            for name, weight in weights.items():
                for place, share in postings.get(name, ()):
                    found[place] += share * weight / weights.length
        return sorted(found, key=lambda place: (-found[place], place))[:COMPARED]


def _shares(counts: Mapping[str, int], of: int) -> dict[str, float]:
    return {name: number / of for name, number in counts.items()}


def _cosine(one: Weights, other: Weights) -> float:
    dot = sum([weight * other[name] for name, weight in one.items() if name in other])
    return dot / (one.length * other.length) if dot else 0.0


def _covered(one: Weights, by: Container[str]) -> float:
    """The share of weights that stand under names of the other side."""
    return sum([weight for name, weight in one.items() if name in by]) / one.total if one.total else 0.0


LINK = (
    "concepts-alike", "main-covered", "heaviest-shared", "themes-alike", "words-covered", "words-alike", "rarest-word",
    "near", "near-squared", "opening-shared", "sentence-concepts", "sentence-words", "other-children",
    "is-recommendation", "is-summary", "length", "likely-themes",
)  # fmt: skip
"""The numbers by which a pair of records is judged."""


def compare(wanted: MatterProfile, record: MatterRecord, profile: MatterProfile) -> tuple[float, ...]:
    """The numbers of ``LINK`` for a recommendation and a later record."""
    known = concepts()
    main = Weights({name: weight for name, weight in wanted.concepts.items() if name in wanted.main})
    heaviest = max((known[name].weight for name in main if name in profile.concepts), default=0.0)
    words = term_weights()
    rarest = max((words[term][0] for term in wanted.terms if term in profile.terms), default=0.0)
    near = max(0.0, sum(map(mul, wanted.vector, profile.vector)))
    in_sentences = [
        (_covered(wanted.concepts, one.concepts), _covered(wanted.terms, one.terms)) for one in profile.sentences
    ]
    sentence = max(in_sentences, key=sum, default=(0.0, 0.0))
    children = wanted.children
    return (
        _cosine(wanted.concepts, profile.concepts),
        _covered(main, profile.concepts),
        heaviest / 6,
        _cosine(wanted.themes, profile.themes),
        _covered(wanted.terms, profile.terms),
        _cosine(wanted.terms, profile.terms),
        rarest / 8,
        near,
        near * near,
        sum(name in wanted.concepts for name in profile.opening) / 3,
        *sentence,
        float(bool(children and profile.children) and children.isdisjoint(profile.children)),
        float(record.is_recommendation),
        float(record.is_summary),
        math.log(profile.words + 5) / 5,
        sum([share * profile.likely.get(theme, 0.0) for theme, share in wanted.likely.items()]),
    )


def shared_concepts(wanted: MatterProfile, profile: MatterProfile) -> list[str]:
    """The codes of the concepts of both, those of the main clause and the heaviest first, matters before others."""
    known = concepts()
    both = [name for name in wanted.concepts if name in profile.concepts]
    return sorted(both, key=lambda name: (known[name].kind != MATTER, name not in wanted.main, -wanted.concepts[name]))
