"""Words as people meant to spell them: "saftey" is offered as "safety", out of the words that the index holds.

A word is looked up if no record holds it, or if hardly any does and little was found. What is offered begins with the
same letter, is one change away (a letter too many, missing, wrong, or two that changed places), two for words of six
letters or more, and is found ``AT_LEAST`` times as often. Of several the one with the fewest changes is offered, then
the most frequent, then the first of the alphabet. Nothing is searched for instead: people choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from findings.models import SearchWord
from findings.search.databases import Database, database
from findings.search.expressions import And, Expression, Meaning, Or, Word
from findings.search.terms import Question, Token
from findings.search.words import stem_of, words_of

SHORTEST, LONGEST = 4, 24
"""The letters of words that are looked up and offered."""
LONG_WORD = 6
"""From so many letters on, two changes are looked for."""
RARE, AT_LEAST = 3, 20
"""In how many records a word may stand that is looked up all the same, and how many times as often another must."""
FEW = 10
"""Of so many results, words that stand in hardly any record are looked up too."""
MOST_LOOKED_UP, MOST_COMPARED = 3, 6
COUNTED = 1_000
WRITTEN_AT_ONCE = 400


def remember_words(letters: Iterable[str]) -> None:
    """Add words to those that are offered; numbers and very short or long ones are not."""
    words = sorted({word for word in letters if SHORTEST <= len(word) <= LONGEST and word.isalpha()})
    for start in range(0, len(words), WRITTEN_AT_ONCE):
        some = words[start : start + WRITTEN_AT_ONCE]
        known = set(SearchWord.objects.filter(letters__in=some).values_list("letters", flat=True))
        SearchWord.objects.bulk_create(
            (SearchWord(letters=word) for word in some if word not in known), ignore_conflicts=True
        )


def spellings(expression: Expression, found: int) -> dict[str, str]:
    """For each word that seems misspelt the one to offer, both in letters; ``found`` is the number of results."""
    words = [one for one in dict.fromkeys(_words(expression)) if SHORTEST <= len(one) <= LONGEST and one.isalpha()]
    if found > FEW:
        known = set(SearchWord.objects.filter(letters__in=words).values_list("letters", flat=True))
        words = [word for word in words if word not in known]
    index = database()
    offered: dict[str, str] = {}
    for word in words:
        number = _number(index, word, RARE + 1)
        if number <= RARE and (other := _other_for(index, word, number)):
            offered[word] = other
        if len(offered) == MOST_LOOKED_UP:
            break
    return offered


def respelt(text: str, offered: Mapping[str, str]) -> str:
    """The text with the words that are offered in place of those that were typed."""
    parts, place = [], 0
    for word in words_of(text):
        if word.letters in offered:
            parts += [text[place : word.start], offered[word.letters]]
            place = word.end
    return "".join((*parts, text[place:]))


def _words(expression: Expression) -> Iterator[str]:
    """The single words that must or may be there."""
    match expression:
        case Word(letters):
            yield letters
        case Meaning(typed):
            yield from _words(typed)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)


def _number(index: Database, word: str, most: int) -> int:
    return index.count(Question(Token(stem_of(word))), most)


def _other_for(index: Database, word: str, number: int) -> str:
    changes = 2 if len(word) >= LONG_WORD else 1
    after = chr(ord(word[0]) + 1)
    known = SearchWord.objects.filter(letters__gte=word[0], letters__lt=after).values_list("letters", flat=True)
    like = process.extract(
        word,
        [one for one in known if abs(len(one) - len(word)) <= changes and stem_of(one) != stem_of(word)],
        scorer=OSA.distance,
        score_cutoff=changes,
        limit=None,
    )
    nearest = sorted(like, key=lambda one: (one[1], one[0]))[:MOST_COMPARED]
    counted = [(distance, -_number(index, other, COUNTED), other) for other, distance, _ in nearest]
    often = [one for one in counted if -one[1] >= max(1, AT_LEAST * number)]
    return min(often)[2] if often else ""
