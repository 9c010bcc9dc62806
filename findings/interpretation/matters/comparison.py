"""What a recommendation and a later record have in common, as numbers that the weights of ``weights.csv`` judge.

A report of many records is searched by its concepts and words first; only the nearest records are compared closely.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from findings.interpretation.matters.concepts import MATTER, concepts, related_concepts
from findings.interpretation.matters.profiles import (
    MatterProfile,
    MatterRecord,
    Weights,
    profile_of,
    term_weights,
)
from findings.interpretation.matters.scope import scope_of

COMPARED = 20
"""Records of a later report that are compared closely."""
MOST_RELATED = 3
"""So many related concepts of a record count for each concept of a recommendation."""


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


Shared = Sequence[tuple[str, float]]
"""The names of both sides, each with what it weighs on the one side."""


def _shared(one: Weights, other: Weights) -> Shared:
    return [(name, weight) for name, weight in one.items() if name in other]


def _cosine(shared: Shared, one: Weights, other: Weights) -> float:
    dot = sum([weight * other[name] for name, weight in shared])
    return dot / (one.length * other.length) if dot else 0.0


def _share(weights: Iterable[float], of: float) -> float:
    """The share of the sum of all weights that some of them have; none of nothing."""
    return sum(weights) / of if of else 0.0


LINK = (
    "concepts-alike", "main-covered", "heaviest-shared", "themes-alike", "words-covered", "words-alike", "rarest-word",
    "near", "near-squared", "opening-shared", "sentence-concepts", "sentence-words", "other-children",
    "is-recommendation", "is-summary", "length", "likely-themes", "likely-themes-alike", "related-concepts",
    "record-covered", "record-words-covered", "heading-shared",
)  # fmt: skip
"""The numbers by which a pair of records is judged."""


def compare(wanted: MatterProfile, record: MatterRecord, profile: MatterProfile) -> tuple[float, ...]:
    """The numbers of ``LINK`` for a recommendation and a later record."""
    known, words = concepts(), term_weights()
    named, terms = _shared(wanted.concepts, profile.concepts), _shared(wanted.terms, profile.terms)
    main = [(name, weight) for name, weight in named if name in wanted.main]
    near = max(0.0, sum(map(mul, wanted.vector, profile.vector)))
    likely = _shared(wanted.likely, profile.likely)
    # What both sides share is worked out once: sentences hold part of it.
    in_sentences = [
        (
            _share([weight for name, weight in named if name in one.concepts], wanted.concepts.total),
            _share([weight for name, weight in terms if name in one.terms], wanted.terms.total),
        )
        for one in profile.sentences
    ]
    sentence = max(in_sentences, key=sum, default=(0.0, 0.0))
    about = [weight for name, weight in profile.concepts.items() if name in wanted.concepts or name in wanted.related]
    children = wanted.children
    return (
        _cosine(named, wanted.concepts, profile.concepts),
        _share([weight for _, weight in main], wanted.main.total),
        max((known[name].weight for name, _ in main), default=0.0) / 6,
        _cosine(_shared(wanted.themes, profile.themes), wanted.themes, profile.themes),
        _share([weight for _, weight in terms], wanted.terms.total),
        _cosine(terms, wanted.terms, profile.terms),
        max((words[term][0] for term, _ in terms), default=0.0) / 8,
        near,
        near * near,
        sum(name in wanted.concepts for name in profile.opening) / 3,
        *sentence,
        float(bool(children and profile.children) and children.isdisjoint(profile.children)),
        float(record.is_recommendation),
        float(record.is_summary),
        math.log(profile.words + 5) / 5,
        sum([weight * profile.likely[theme] for theme, weight in likely]),
        _cosine(likely, wanted.likely, profile.likely),
        _related(wanted, profile),
        _share(about, profile.concepts.total),
        _share([profile.terms[term] for term, _ in terms], profile.terms.total),
        float(not wanted.terms.keys().isdisjoint(profile.headed)),
    )


def _related(wanted: MatterProfile, profile: MatterProfile) -> float:
    """How many concepts of a record are related to those of the main clause, each counted by its weight, up to 1."""
    if not wanted.related or wanted.related.isdisjoint(profile.concepts):
        return 0.0
    known = related_concepts()
    numbers = (
        weight * min(MOST_RELATED, len(known[name].intersection(profile.concepts)))
        for name, weight in wanted.main.items()
        if name in known
    )
    return sum(numbers) / wanted.main.total / MOST_RELATED


def shared_concepts(wanted: MatterProfile, profile: MatterProfile) -> list[str]:
    """The codes of the concepts of both, those of the main clause and the heaviest first, matters before others."""
    known = concepts()
    both = [name for name in wanted.concepts if name in profile.concepts]
    return sorted(both, key=lambda name: (known[name].kind != MATTER, name not in wanted.main, -wanted.concepts[name]))


def related_to(wanted: MatterProfile, profile: MatterProfile) -> list[str]:
    """The codes of a record's concepts that are related to those of the main clause, the heaviest first."""
    both = [name for name in profile.concepts if name in wanted.related and name not in wanted.concepts]
    return sorted(both, key=lambda name: -profile.concepts[name])
