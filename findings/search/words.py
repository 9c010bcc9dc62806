"""The words of a text as search compares them: without case, accents and apostrophes, and stemmed.

Both databases receive these words and compare whole words alone, so that they answer alike whatever stemmers, stop
words and alphabets they have. The stemmer is Snowball's English one ("Porter 2"). This module decides what the index
holds: with any change to it, ``VERSION`` of ``findings.search.entries`` must be raised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

APOSTROPHES = "'’‘‛ʼʻʽʹ′`´＇"
"""The signs that stand for an apostrophe; Unicode counts some of them among the letters."""
INSIDE = "\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d\u2060\ufeff"
"""What may stand between two letters of a word: accents written apart, soft hyphens, signs without a width."""
LETTER = rf"(?:(?![{APOSTROPHES}])[^\W_])"
WORD = re.compile(rf"{LETTER}(?:[{INSIDE}]*(?:[{APOSTROPHES}](?={LETTER}))?{LETTER})*[{INSIDE}]*")
AS_TYPED = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
POSSESSIVE = re.compile(r"'s$", re.I)
IRREGULAR = {"children": "child", "childrens": "child", "men": "man", "women": "woman"}
"""Irregular plurals, where people mean either form when they type one."""
LONGEST_WORD = 60
"""The most characters of a word that are compared; no English word is longer."""


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word in a text: where it stands (as a slice), its letters without case and accents, and its stem."""

    start: int
    end: int
    letters: str
    stem: str


@lru_cache(maxsize=100_000)
def stem_of(letters: str) -> str:
    """The stem of a word in lower case; the same for all forms of a regular word."""
    # The stemmer holds the word that it works on, so threads must not share one.
    return str(EnglishStemmer().stemWord(IRREGULAR.get(letters, letters)))


@lru_cache(maxsize=100_000)
def letters_of(word: str) -> str:
    """The word in lower case, without accents, possessive and apostrophes, in ASCII; "" when nothing is left.

    However an accent or an apostrophe is written, it makes no difference.

    Letters of other alphabets are written as their code, because the databases know different editions of Unicode.
    """
    plain = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word.translate(AS_TYPED)).casefold()).casefold()
    kept = (letter for letter in plain if letter.isalnum())
    return "".join(letter if letter.isascii() else f"{ord(letter):x}" for letter in kept)[:LONGEST_WORD]


def words_of(text: str) -> Iterator[FoundWord]:
    """The words of a text, in order."""
    for found in WORD.finditer(text):
        if letters := letters_of(found[0]):
            yield FoundWord(found.start(), found.end(), letters, stem_of(letters))
