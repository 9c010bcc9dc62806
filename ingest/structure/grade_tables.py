"""Tables of grades in papers: domains down the side and inspections across, or the other way round.

The columns of grades are told by their headings: a year or a date ("Grade 2019", "June 2015") is that of an earlier
inspection or of the one that the paper follows; a column without a date ("Grade", "Judgement") is of the latter. A
heading that says "previous" without a date is left out, and the caller doubts it. What a council thinks of itself, aims
at or expects ("Self-assessment", "Target by 2025") is no judgement, with or without a date. A table counts if at least
two of its rows give a grade, and nothing but a grade, to a known domain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.wording.dates import find_time
from ingest.wording.earlier.claims import WHOLE, describes
from ingest.wording.earlier.tokens import letters, tokens
from ingest.wording.grades import grade_of
from ingest.wording.late import late

GRADES = late(r"\b(?:grades?|judge?ments?|outcomes?|ratings?|result|ofsted|ilacs?|sif|inspection)\b", re.I)
EARLIER = late(r"\b(?:previous|last|earlier|prior)\b", re.I)
NO_JUDGEMENT = late(
    r"\bself\b|\bself[\s-]?(?:assess|evaluat|grad|judge|rat|scor)|\bour\s+(?:own\s+)?(?:view|assessment|evaluation|judge?ment|rating"
    r"|grade|score)|\bSEF\b|\btarget|\bambition|\baim|\baspir|\bgoals?\b|\bobjective|\bpredict|\bexpect|\bforecast|\bproject(?:ed|ion)"
    r"|\banticipat|\bestimat|\bproposed|\bplanned\b|\bintend|\bdesired\b|\bwhere\s+we\b|\bnext\b|\bfuture\b|\btrajectory|\bby\s+(?:\w+\s+)?20\d\d"
    r"|\bmock\b|\bpeer\b|\baudit|\bdirection\s+of\s+travel|\bnational|\bengland|\bneighbours?\b|\bregion|\baverage|\bbenchmark",
    re.I,
)
"""Headings of what is no judgement of an inspection of this authority."""
OWN_VIEW = late(
    r"\bself[\s-]?(?:assess|evaluat|grad|judge|rat)|\bour\s+(?:own\s+)?(?:view|assessment|evaluation|targets?|ambitions?|aims?)\b"
    r"|\btargets?\b|\bpredict|\bmock\b|\bpeer\s+(?:review|challenge)",
    re.I,
)
"""Words of a sentence that announces such a table."""
INSPECTORS = late(r"\bofsted\b|\binspect|\bilacs?\b", re.I)
FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class TabledGrade:
    """One grade of a table: the domain and its wording, the date of its column (None for the inspection followed)."""

    domain: str
    domain_wording: str
    grade: str
    grade_wording: str
    date: PartialDate | None
    heading: str
    place: Place


def domain_of(cell: str) -> str | None:
    """Return the domain that a cell names and nothing else; None for any other."""
    row = tokens(cell)
    text = letters(row).rstrip(".:")
    named = [subject.domain for subject in describes(row)]
    return named[0] if text == "S" and len(named) == 1 and named[0] != WHOLE else None


def _columns(heads: Sequence[str]) -> Iterator[tuple[int, PartialDate | None]]:
    """Yield the columns that hold grades, each with its date."""
    for at, head in enumerate(heads):
        date = find_time(head)
        if at and not NO_JUDGEMENT.search(head) and (date or (GRADES.search(head) and not EARLIER.search(head))):
            yield at, date


def _turned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]


def _read(rows: Sequence[Sequence[str]], place: Place) -> list[TabledGrade]:
    heads = rows[0] if rows else ()
    columns = list(_columns(heads))
    found: list[TabledGrade] = []
    for row in rows[1:]:
        domain = domain_of(row[0]) if row else None
        for at, date in columns:
            grade = grade_of(row[at]) if domain and at < len(row) else None
            if domain and grade:
                found.append(TabledGrade(domain, row[0], grade, row[at], date, heads[at], place))
    return found if len({grade.domain for grade in found}) >= FEWEST_ROWS else []


def tabled_grades(block: Block) -> tuple[TabledGrade, ...]:
    """Return the grades of a table, row by row; none where it is no table of grades."""
    rows = [row.texts for row in block.rows]
    return tuple(_read(rows, block.place) or _read(_turned(rows), block.place))


def names_grades(block: Block) -> bool:
    """Tell whether a table has a grade in a row or a column that a domain names."""
    rows = [row.texts for row in block.rows]
    return any(
        grade_of(cell)
        for turned in (rows, _turned(rows))
        for row in turned
        if row and domain_of(row[0])
        for cell in row[1:]
    )


def is_own_view(block: Block) -> bool:
    """Tell whether the headings of a table say that all its grades are what a council thinks of itself or aims at."""
    heads = block.rows[0].texts if block.rows else ()
    sides = [row.texts[0] for row in block.rows if row.texts]
    return any(any(map(NO_JUDGEMENT.search, labels[1:])) and not list(_columns(labels)) for labels in (heads, sides))


def announces_own_view(sentence: str) -> bool:
    """Tell whether a sentence in front of a table announces such grades, and none of an inspection."""
    return OWN_VIEW.search(sentence) is not None and not INSPECTORS.search(sentence)


def undated_columns(block: Block) -> tuple[str, ...]:
    """Return the headings of columns that hold grades of an earlier inspection without saying which."""
    heads = block.rows[0].texts if block.rows else ()
    return tuple(head for head in heads[1:] if EARLIER.search(head) and not find_time(head))
