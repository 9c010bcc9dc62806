"""The words of a text as the rules of interpretation compare them: without case, apostrophes and plural forms.

Hyphens part words, so that "multi-agency" and "multi agency" are alike. A sentence ends at a full stop, question or
exclamation mark, or semicolon that white space follows. The stemmer is Snowball's English one ("Porter 2").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

WORD_OR_END = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.?!;](?=\s)")
POSSESSIVE = re.compile(r"['’]s?$")
IRREGULAR = {"children": "child", "childrens": "child", "people": "person", "men": "man", "women": "woman"}
ENDS = frozenset(".?!;")

WordRange = tuple[int, int]
"""The first word of something, and the word after its last."""


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as printed, in lower case, without possessive and apostrophes."""
    return POSSESSIVE.sub("", word.lower()).replace("'", "").replace("’", "")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word as printed; the same for all forms of a regular word."""
    letters = plain(word)
    # The stemmer holds the word that it works on, so threads must not share one.
    return str(EnglishStemmer().stemWord(IRREGULAR.get(letters, letters)))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: as printed, where each stands, and the number of its sentence, from 0."""

    text: str
    printed: tuple[str, ...]
    spans: tuple[WordRange, ...]
    sentences: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.printed)

    def at(self, place: WordRange) -> str:
        """What stands at a place, as printed."""
        return self.text[self.spans[place[0]][0] : self.spans[place[1] - 1][1]]


@lru_cache(maxsize=16)
def words_of(text: str) -> Words:
    """The words of a text. The last texts are remembered, because themes and polarity are read one after the other."""
    printed: list[str] = []
    spans: list[WordRange] = []
    sentences: list[int] = []
    sentence = 0
    for found in WORD_OR_END.finditer(text):
        letters = found[0]
        if letters in ENDS:
            sentence += 1
        else:
            printed.append(letters)
            spans.append(found.span())
            sentences.append(sentence)
    return Words(text, tuple(printed), tuple(spans), tuple(sentences))
