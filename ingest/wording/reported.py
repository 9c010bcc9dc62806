"""The grades that a sentence of a paper quotes.

Each sentence is read by itself. It must contain a word of judging ("rated", "found"), and must not be about a home or a
school, nor about what would be. Its domains and grades are taken in printed order: one or more domains followed by one
grade are judgements ("the overall judgement was rated inadequate"), and so is a grade directly followed by its domain
("'inadequate' overall"). Two different grades after one domain are not decided. Which inspection a grade belongs to is
decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.wording.domains import QUOTED
from ingest.wording.grades import GRADES
from inspections.vocabulary import Scope

JUDGING = re.compile(r"judg|\brated?\b|\brating|\bgraded?\b|\bfound\b|\bfinding", re.I)
NOT_THIS = re.compile(
    r"\b(?:children.s homes?|care home|residential (?:home|unit|care)|school|academy|police|peer)\b"
    r"|\bif\b|\bwould\b|\bexpected that\b"
    r"|^When\b|\bnot (?:been )?(?:judged|rated|graded|found)\b|\bwill be judged\b|\bcould be\b|\bat least good\b",
    re.I,
)
BEHIND = 4
_DOMAIN = "|".join(f"(?P<d{i}>{words.pattern})" for i, words in enumerate(QUOTED))
_GRADE = "|".join(f"(?P<g{i}>{words})" for i, (_, words) in enumerate(GRADES))
EVENT = re.compile(rf"(?:{_DOMAIN})|(?<![\w-])(?<!not )(?<!not yet )(?:{_GRADE})(?![\w-])", re.I)


@dataclass(frozen=True, slots=True)
class QuotedGrade:
    """One quoted grade of a domain, with the wordings as printed; ``scope`` is which of two services it judges."""

    domain: str
    domain_wording: str
    grade: str
    grade_wording: str
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    code: str
    wording: str
    grade: bool
    start: int
    end: int


def _events(sentence: str) -> list[_Event]:
    events = []
    for match in EVENT.finditer(sentence):
        name = match.lastgroup or ""
        at = int(name[1:])
        code = GRADES[at][0] if name.startswith("g") else QUOTED[at].domain
        events.append(_Event(code, match.group(), name.startswith("g"), match.start(), match.end()))
    return events


def _clauses(events: list[_Event]) -> Iterator[tuple[list[_Event], list[_Event]]]:
    """Yield runs of domains, each with the grades that belong to it."""
    domains: list[_Event] = []
    grades: list[_Event] = []
    for event in events:
        if event.grade:
            grades.append(event)
        elif not domains and grades and event.start - grades[-1].end <= BEHIND:
            yield [event], grades[-1:]
            grades = []
        else:
            if domains and grades:
                yield domains, grades
                domains = []
            grades = []
            domains.append(event)
    if domains and grades:
        yield domains, grades


def find_claims(sentence: str) -> tuple[QuotedGrade, ...] | None:
    """Return the grades that a sentence quotes; None when a domain is followed by two different grades."""
    if not JUDGING.search(sentence) or NOT_THIS.search(sentence):
        return ()
    claims: list[QuotedGrade] = []
    for domains, grades in _clauses(_events(sentence)):
        if len({grade.code for grade in grades}) > 1:
            return None
        claims += [QuotedGrade(d.code, d.wording, grades[0].code, grades[0].wording) for d in domains]
    return tuple(claims)
