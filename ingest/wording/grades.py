"""Grades as reports word them, in cells ("Requires improvement to be good", "Grade 4 (Inadequate)") and in sentences.

The word decides, never the number: 4 is the best grade of the joint area reviews and the worst of the 2013 inspections.
Where only a number is printed, the scale of its framework tells what it means. A wording that is not listed below
gives None; the caller then adds a notice and does not guess.
"""

import re

from inspections.reference.tables import grades

REQUIRES_IMPROVEMENT = r"requir(?:e|es|ed|ing)[\s-]+improve\s?ments?(?:,?\s+to\s+be\s+good)?"
GRADES: tuple[tuple[str, str], ...] = (
    ("requires-improvement", REQUIRES_IMPROVEMENT),
    ("inadequate", r"inadequate"),
    ("outstanding", r"outstanding"),
    ("adequate", r"adequate"),
    ("good", r"good"),
)
NOT_JUDGED = re.compile(r"^\W*not\s+(?:judged|inspected|graded|applicable)\W*$", re.I)
# A cell holds the grade, perhaps with a number and marks; text recognition may have split or joined its words.
_CELL = re.compile(
    r"[\s*(\u2010-\u2015-]*(?:grade\b)?[\s\d:(\u2010-\u2015-]*"
    r"(?P<word>[a-z][a-z\s,\u2010-\u2015-]*?)[\W]*(?:grade\b)?[\W\d]*",
    re.I,
)
LONGEST = 120
"""Characters; a longer text is no grade and nothing else."""

SAID_EXCELLENT = frozenset({"jar", "apa"})
_EXCELLENT = re.compile(r"[\s*(]*(?:grade\b)?[\s:\d(\u2010-\u2015-]*excellent[\s.*)\d]*", re.I)
_NUMBER = re.compile(r"[\s*(]*(?:(?:apa\s+)?grade\b)?[\s:\u2010-\u2015-]*(\d)[\s.*)]*", re.I)
_SIGNS = re.compile(r"[^\s\w.,:;*()\u2010-\u2015-]")
_WORD = re.compile("|".join(rf"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(GRADES)), re.I)
_LETTERS = re.compile(r"(?P<ri>requir(?:e|es|ed|ing)improvements?(?:tobegood)?)|inadequate|outstanding|adequate|good")
_IN_SENTENCE = re.compile(rf"(?<![\w-])(?<!not )(?<!not yet )(?:{_WORD.pattern})(?![\w-])", re.I)


def _code(match: re.Match[str]) -> str:
    return next(code for i, (code, _) in enumerate(GRADES) if match[f"g{i}"])


def grade_of(wording: str) -> str | None:
    """Return the code of a wording that is a grade and nothing else; None for any other, including "Not judged"."""
    if len(wording) > LONGEST or _SIGNS.search(wording) or len(re.findall(r"\d", wording)) > 1:
        return None
    cell = _CELL.fullmatch(wording.strip())
    match = _LETTERS.fullmatch(re.sub(r"[^a-z]", "", cell["word"].casefold())) if cell else None
    return ("requires-improvement" if match["ri"] else match.group()) if match else None


def grade_on_scale(wording: str, framework: str) -> str | None:
    """Return the code of a wording that only the framework's scale explains: a number ("3", "Grade: 2"), "excellent".

    Until 2008 "excellent" was another word for outstanding; later frameworks have no such grade.
    """
    if len(wording) > LONGEST:
        return None
    if framework in SAID_EXCELLENT and _EXCELLENT.fullmatch(wording):
        return "outstanding"
    number = _NUMBER.fullmatch(wording)
    scale = (grade for grade in grades() if grade.framework == framework)
    return next((grade.code for grade in scale if number and grade.number == int(number[1])), None)


def is_not_judged(wording: str) -> bool:
    """Tell whether the wording says that no judgement was made."""
    return bool(NOT_JUDGED.match(wording))


def find_grade(sentence: str) -> tuple[str, str] | None:
    """Return the code and the printed wording of the grade in a sentence; None when it names none or different ones.

    "to be good" belongs to the wording of requires improvement, and "is not (yet) good" does not award good.
    """
    found = [(_code(match), match.group()) for match in _IN_SENTENCE.finditer(sentence)]
    if not found or len({code for code, _ in found}) > 1:
        return None
    code, wording = found[0]
    return code, re.sub(r"\s+", " ", wording)
