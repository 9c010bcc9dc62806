"""The grades that a sentence of a paper quotes: only where its words say so.

Sentence by sentence: the domains and grades that are named, in printed order; one or more domains followed by one grade
word, with a word of judging between or before them, are judgements ("the overall judgement was rated inadequate"). A
grade with its domain right behind it ("'inadequate' overall") counts too. Two different grades after one domain are not
decided. A sentence that speaks of a home or a school, or only of what would be, quotes none. To which inspection a
grade belongs is decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.wording.domains import QUOTED
from ingest.wording.grades import GRADES

JUDGING = re.compile(r"judg|\brated?\b|\brating|\bgraded?\b|\bfound\b|\bfinding", re.I)
NOT_THIS = re.compile(
    r"\b(?:children.s homes?|care home|residential (?:home|unit|care)|school|academy|police|peer)\b|\bif\b"
    r"|\bwould\b|\bexpected that\b|"
    r"^When\b|\bnot (?:been )?(?:judged|rated|graded|found)\b|\bwill be judged\b|\bcould be\b|\bat least good\b",
    re.I,
)
BEHIND = 4
_DOMAIN = "|".join(f"(?P<d{i}>{words.pattern})" for i, words in enumerate(QUOTED))
_GRADE = "|".join(f"(?P<g{i}>{words})" for i, (_, words) in enumerate(GRADES))
EVENT = re.compile(rf"(?:{_DOMAIN})|(?<![\w-])(?<!not )(?<!not yet )(?:{_GRADE})(?![\w-])", re.I)


@dataclass(frozen=True, slots=True)
class QuotedGrade:
    """One reported judgement, with the wordings as printed."""

    domain: str
    domain_wording: str
    grade: str
    grade_wording: str


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
    """Runs of domains, each with the run of grades that follows it."""
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
    """The judgements that a sentence reports; None when it names a domain with two grades that differ."""
    if not JUDGING.search(sentence) or NOT_THIS.search(sentence):
        return ()
    claims: list[QuotedGrade] = []
    for domains, grades in _clauses(_events(sentence)):
        if len({grade.code for grade in grades}) > 1:
            return None
        claims += [QuotedGrade(d.code, d.wording, grades[0].code, grades[0].wording) for d in domains]
    return tuple(claims)
