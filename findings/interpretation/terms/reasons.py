"""The words that weighed most, as a reader is shown them."""

from __future__ import annotations

from collections.abc import Mapping

from findings.interpretation.terms.words import WordRange, Words


def weightiest(words: Words, weights: Mapping[WordRange, float], most: int) -> tuple[str, ...]:
    """At most so many places with a weight above zero as printed, the weightiest first, none inside another."""
    taken: set[int] = set()
    shown: dict[str, str] = {}
    for place in sorted(weights, key=lambda place: (-weights[place], place)):
        if weights[place] <= 0 or len(shown) == most:
            break
        if taken.isdisjoint(range(*place)):
            taken.update(range(*place))
            printed = words.at(place)
            shown.setdefault(printed.lower(), printed)
    return tuple(shown.values())
