"""Words from which nothing is learnt: proper names and dates, which say where and when and not what.

A word is a name if, inside of sentences, it is nearly always printed with a capital and the rest in small letters.
Months and days of the week are such words too. Acronyms are not: they are printed in capitals alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from findings.interpretation.terms.words import plain, stem, words_of

NEARLY_ALWAYS = 0.9
"""Which share of a word's places, first words of sentences apart, must be capitalised."""
NUMBERS_OF_THE_FIELD = frozenset({"16", "17", "47"})
"""Young people of 16 and 17, and section 47."""


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The names in texts, as plain words and as stems."""
    capitalised: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        words = words_of(text)
        for place, word in enumerate(words.printed):
            if place and words.sentences[place] == words.sentences[place - 1] and not word.isupper():
                every[plain(word)] += 1
                capitalised[plain(word)] += word[0].isupper()
    names = {word for word, number in capitalised.items() if number >= NEARLY_ALWAYS * every[word]}
    return frozenset(names | {stem(word) for word in names})


def is_learnt_from(term: Iterable[str], names: frozenset[str]) -> bool:
    """Whether a term, as plain words or stems, holds neither a name nor a number that is none of the field's."""
    return not any(word in names or (word[:1].isdigit() and word not in NUMBERS_OF_THE_FIELD) for word in term)
