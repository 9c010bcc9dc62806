"""Grades that are spelt wrongly: "requries improvement", "inadequte", "oustanding".

A word is a misspelt grade where one letter is missing, wrong, too many, or two have changed places; in "improvement",
two letters. "Good" is too short to be told from other words, except with a letter doubled.
"""

import re

from rapidfuzz.distance import OSA

SUSPECT = re.compile(
    r"\b(?P<verb>r\w{4,8})(?P<space>[\s-]+)(?P<noun>i\w{7,12})\b"
    r"|\b(?P<one>(?=\w{7,12}\b)(?=\w*(?:eq|qu|stan|tand|nding))\w{7,12}|gooo+d)\b",
    re.I,
)
GRADES = ("inadequate", "outstanding", "adequate", "good")
VERBS = ("requires", "require", "required", "requiring")
NOUN = "improvement"
MOST = 1
MOST_OF_NOUN = 2
"""Letters that may be wrong in a word, and in the long noun behind a verb."""


def _distance(word: str, right: str) -> int:
    return OSA.distance(word.casefold(), right)


def _mended(match: re.Match[str]) -> str:
    if word := match["one"]:
        near = next((grade for grade in GRADES if _distance(word, grade) <= MOST), None)
        return near or match.group()
    printed: str = match["verb"]
    near = next((verb for verb in VERBS if _distance(printed, verb) <= MOST), None)
    verb = printed if printed.casefold() in VERBS else near
    wrong = _distance(match["noun"].casefold().removesuffix("s"), NOUN)
    if verb is None or wrong > MOST_OF_NOUN:
        return match.group()
    return f"{verb}{match['space']}{NOUN if wrong else match['noun']}"


def mend_grades(text: str) -> str:
    """Return a text with its misspelt grades spelt rightly; the same text where it has none."""
    mended = SUSPECT.sub(_mended, text)
    return text if mended.casefold() == text.casefold() else mended
