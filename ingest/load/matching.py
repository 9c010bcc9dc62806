"""Match the records of a new reading to the rows of an earlier one.

Order of decision:

1. numbered records by anchor and number;
2. the same number (or none) and exactly the same words, first those with the same anchor, repeated ones in printed
   order;
3. exactly the same words under another number;
4. the same number (or none) and nearly the same words, if on both sides only one is near.

Everything else is new, or gone. Words are compared without case, spacing and the typography in which a text and a PDF
of one report differ.

So a row is a place that keeps its address: a numbered one stays the row of its number whatever its words are.
Corrections belong to number and words together, and find their rows by themselves
(``findings.corrections.identity``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from findings.corrections.identity import NEAR


@dataclass(frozen=True, slots=True)
class MatchedRecord:
    """A record as matching sees it. ``words`` are ``plain``."""

    anchor: str
    ref: str
    words: str


def match(old: Sequence[MatchedRecord], new: Sequence[MatchedRecord]) -> dict[int, int]:
    """The place in ``old`` for each place in ``new`` that is matched; no place in ``old`` comes twice."""
    matched: dict[int, int] = {}
    taken: set[int] = set()

    def free_old() -> list[int]:
        return [i for i in range(len(old)) if i not in taken]

    def free_new() -> list[int]:
        return [i for i in range(len(new)) if i not in matched]

    def pair(key: Callable[[MatchedRecord], Hashable], *, numbered: bool = False, single: bool = False) -> None:
        groups: dict[Hashable, list[int]] = defaultdict(list)
        rivals: dict[Hashable, int] = defaultdict(int)
        for i in free_old():
            if old[i].ref or not numbered:
                groups[key(old[i])].append(i)
        for i in free_new():
            rivals[key(new[i])] += 1
        for i in free_new():
            if numbered and not new[i].ref:
                continue
            candidates = groups.get(key(new[i]), [])
            if candidates and not (single and (len(candidates) > 1 or rivals[key(new[i])] > 1)):
                matched[i] = candidates.pop(0)
                taken.add(matched[i])

    pair(lambda item: (item.anchor, item.ref), numbered=True)
    pair(lambda item: (item.anchor, item.ref, item.words))
    pair(lambda item: (item.ref, item.words))
    pair(lambda item: item.words, single=True)
    for i, j in _near([(i, new[i]) for i in free_new()], [(i, old[i]) for i in free_old()]):
        matched[i] = j
    return matched


def _near(new: Sequence[tuple[int, MatchedRecord]], old: Sequence[tuple[int, MatchedRecord]]) -> list[tuple[int, int]]:
    """Pairs of places that are near each other and near nothing else."""
    pairs: list[tuple[int, int]] = []
    for place, item in new:
        same_number = {i: other.words for i, other in old if other.ref == item.ref}
        found = process.extract(item.words, same_number, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
        pairs += [(place, i) for _, _, i in found]
    by_new, by_old = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return [(a, b) for a, b in pairs if by_new[a] == by_old[b] == 1]
