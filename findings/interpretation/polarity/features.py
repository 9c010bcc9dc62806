"""What is seen of a finding to tell its polarity; the same when weights are learnt and when they are used.

1. A clause ends with its sentence or before a word that turns it (``TURNS``).
2. Of a clause, each term of one to three words, by their stems, counts; so does its first word, behind a mark of its
   own (``FIRST``); and so does each word within ``REACH`` words after a negation, behind another (``AFTER``), because
   "not effective" is no praise. Each counts the less, the more terms a clause has.
3. How likely a clause praises and criticises follows from its terms and from the clauses around it (``context``). From
   all clauses follow the numbers of ``RECORD``; a clause counts by its words.
4. The heading tells whether it is a list of strengths, or of what must improve, and many end with the grade of the
   section, which says a little of what is likely where the words leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from findings.interpretation.terms.words import WordRange, plain, stem, words_of

TURNS = frozenset({"however", "but", "although", "though", "while", "whilst", "despite", "nevertheless"})
NEGATIONS = frozenset(
    {
        *("not", "no", "nor", "never", "lack", "lacks", "neither", "without"),
        *("insufficient", "insufficiently", "too", "rarely"),
    }
)
REACH = 6
LONGEST = 3
AFTER, FIRST = "~", "^"
"""What stands before a word that follows a negation, and before the first word of a clause."""
PRAISING = ("strength", "effective practice", "doing that is effective")
CRITICAL = ("improve", "do better", "areas for")
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
GRADED = re.compile(rf"\b({'|'.join(GRADES)})(?: to be good)?\W*$", re.I)
"""The grade that a heading ends with."""
RECORD = (
    *("praise", "blame", "neither", "blame of both", "blame of both by root", "most blame", "most praise"),
    *("blame first", "blame last", "praise first", "praise last", "blaming clauses", "praising clauses", "other way"),
    *("praising heading", "critical heading", "length", "several", "second blame", "second praise"),
    *("one-sided", "one-sided by root", *(f"heading {grade}" for grade in GRADES)),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its place in the text, its words in lower case, and their stems."""

    place: WordRange
    words: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tone:
    """How likely a clause of so many words praises and criticises, each from 0 to 1."""

    words: int
    praise: float
    blame: float


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    words = words_of(text)
    letters = tuple(map(plain, words.printed))
    stems = tuple(map(stem, words.printed))
    return tuple(
        Clause((begin, end), letters[begin:end], stems[begin:end]) for begin, end in _places(letters, words.sentences)
    )


def _places(letters: Sequence[str], sentences: Sequence[int]) -> Iterator[WordRange]:
    begin = 0
    for place in range(1, len(letters)):
        if sentences[place] != sentences[place - 1] or letters[place] in TURNS:
            yield begin, place
            begin = place
    if letters:
        yield begin, len(letters)


def terms_of(clause: Clause) -> Iterator[tuple[str, ...]]:
    """Every term of a clause, as often as it stands there, by stems; those of ``AFTER`` and ``FIRST`` last."""
    stems, end = clause.stems, len(clause.stems)
    for start in range(end):
        for last in range(start + 1, min(start + LONGEST, end) + 1):
            yield stems[start:last]
    for place in negated(clause.words):
        yield AFTER, stems[place]
    yield FIRST, stems[0]


def negated(words: Sequence[str]) -> Iterator[int]:
    """The words within ``REACH`` words after a negation."""
    left = 0
    for place, word in enumerate(words):
        if word in NEGATIONS:
            left = REACH
        elif left:
            yield place
            left -= 1


def number_of_terms(clause: Clause) -> int:
    """How many terms of words side by side a clause has."""
    return sum(max(0, len(clause.words) - shorter) for shorter in range(LONGEST))


def record_numbers(tones: Sequence[Tone], heading: str) -> tuple[float, ...]:
    """The numbers of ``RECORD`` for a record with at least one clause."""
    total = sum(tone.words for tone in tones)
    roots = [sqrt(tone.words) for tone in tones]
    praise = sum(tone.words * tone.praise for tone in tones) / total
    blame = sum(tone.words * tone.blame for tone in tones) / total
    root_blame = sum(root * tone.blame for root, tone in zip(roots, tones, strict=True))
    root_both = root_blame + sum(root * tone.praise for root, tone in zip(roots, tones, strict=True))
    of_both, of_both_by_root = blame / max(praise + blame, 1e-6), root_blame / max(root_both, 1e-6)
    blames, praises = sorted(tone.blame for tone in tones), sorted(tone.praise for tone in tones)
    blaming = sum(tone.words for tone in tones if tone.blame > 0.5) / total
    praising = sum(tone.words for tone in tones if tone.praise > 0.5) / total
    several = len(tones) > 1
    return (
        *(praise, blame, sum(tone.words * (1 - max(tone.praise, tone.blame)) for tone in tones) / total),
        *(of_both, of_both_by_root, blames[-1], praises[-1]),
        *(tones[0].blame, tones[-1].blame, tones[0].praise, tones[-1].praise),
        sum(tone.blame > 0.5 for tone in tones) / len(tones),
        sum(tone.praise > 0.5 for tone in tones) / len(tones),
        min(blaming, praising),
        *map(float, heading_sides(heading)),
        *(log(total) / 4, float(several)),
        *((blames[-2], praises[-2]) if several else (0.0, 0.0)),
        *(abs(of_both - 0.5), abs(of_both_by_root - 0.5)),
        *(float(grade == heading_grade(heading)) for grade in GRADES),
    )


def heading_sides(heading: str) -> tuple[bool, bool]:
    """Whether a heading announces praise, and criticism."""
    lower = heading.lower()
    praising = any(words in lower for words in PRAISING)
    return praising, not praising and any(words in lower for words in CRITICAL)


def heading_grade(heading: str) -> str:
    """The grade that a heading ends with, one of ``GRADES``; empty if it ends with none."""
    found = GRADED.search(heading)
    return found[1].lower() if found else ""
