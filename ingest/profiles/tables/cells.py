"""What the cells of tables of outcomes say: grades, dates, kinds of inspection, authorities.

A grade is read from its words. A number is a grade only where the table itself explains its numbers, or where reports
of the framework print them. Words that are neither a grade nor known to say that there is none stay unread, and the
caller gives a notice. Dates are days as people and spreadsheets write them; a date in figures is day, month, year, as
in England, unless the column holds a date that can only be month, day, year.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from ingest.drafts import PartialDate
from ingest.wording.dates import find_date, find_range
from ingest.wording.grades import grade_of, is_not_judged
from ingest.wording.late import late
from inspections.reference.tables import grades


class Answer(Enum):
    """What a cell under the heading of a domain says, besides a grade."""

    GRADE = auto()
    NOTHING = auto()
    NOT_JUDGED = auto()
    NOT_IN_FRAMEWORK = auto()
    LOST = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True)
class GradeCell:
    """What a cell says, with the code of the grade where it says one."""

    answer: Answer
    grade: str | None = None


NOTHING = late(
    r"[\s.\u2010-\u2015-]*|n\W?a|nan|none|null|nil|blank|no data|not available|not yet(?: published| inspected| known)?"
    r"|not applicable|no (?:visit|inspection|judge?ment|grade|outcome|report|date)s?(?: (?:yet|given|made|published))?"
    r"|(?:awaiting|pending|to be)\b.*|tb[ac]|yet to be .*",
    re.I,
)
"""Cells that say that there is nothing: no inspection yet, or nothing known."""

NOT_IN_FRAMEWORK = late(
    r"(?:inspection )?pre ?dates (?:the )?(?:sub ?)?judge?ment|not (?:a )?part of .*|pre \d{4}( framework)?"
    r"|no(?:t)? (?:longer )?(?:overall (?:judge?ment|grade|effectiveness)|reported|graded|awarded|judged)"
    r"\b.*(?:reform|framework|change|since).*|no overall (?:effectiveness )?(?:judge?ment|grade).*|discontinued",
    re.I,
)
"""Cells that say that the framework of the inspection did not judge this."""

LOST = late(r"(?:data )?(?:unreadable|missing|lost|error|not readable|could not be read)|\[?[xzcu]\]?|#\S+", re.I)
"""Cells that say that whoever made the table could not tell."""

SHORT_GRADES = {
    "ri": "requires-improvement",
    "ri2bg": "requires-improvement",
    "rig": "requires-improvement",
    "requires imp": "requires-improvement",
    "rtbg": "requires-improvement",
}
"""Abbreviations that mean one grade only."""

LEGEND = late(
    r"(?<![\d/.-])([1-4])\s*(?:=|:|\u2013|-|is|means|\()\s*\(?"
    r"(outstanding|good|adequate|requires improvement|inadequate)\b",
    re.I,
)


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """The grades by number as the words of a document explain them; empty when it explains a number in two ways."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for number, grade in LEGEND.findall(text):
            code = grade_of(grade)
            if code:
                found.setdefault(number, set()).add(code)
    return {number: codes.pop() for number, codes in found.items() if len(codes) == 1} if len(found) > 1 else {}


def grade_in(text: str, framework: str | None, legend: dict[str, str]) -> GradeCell:
    """What a cell under the heading of a domain says."""
    words = " ".join(text.replace("_", " ").split())
    if is_not_judged(words) and not re.search(r"applicable", words, re.I):
        return GradeCell(Answer.NOT_JUDGED)
    if NOTHING.fullmatch(words):
        return GradeCell(Answer.NOTHING)
    if NOT_IN_FRAMEWORK.fullmatch(words):
        return GradeCell(Answer.NOT_IN_FRAMEWORK)
    if LOST.fullmatch(words):
        return GradeCell(Answer.LOST)
    if code := _number(words, framework, legend) or SHORT_GRADES.get(words.casefold()) or grade_of(words):
        return GradeCell(Answer.GRADE, code)
    return GradeCell(Answer.UNREAD)


def _number(words: str, framework: str | None, legend: dict[str, str]) -> str | None:
    match = re.fullmatch(r"(?:grade\s*)?([1-4])(?:\.0+)?", words, re.I)
    if match is None:
        return None
    printed = {str(one.number): one.code for one in grades() if one.framework == framework and one.number}
    return legend.get(match[1]) or printed.get(match[1])


KINDS: tuple[tuple[str | None, str], ...] = (
    ("focused-visit", r"\bfocuse?s?s?ed\b.*\bvisit|\bfocus(?:s?ed)? visit"),
    ("monitoring-visit", r"\bmonitoring\b"),
    ("jtai", r"\bjtai\b|\bjoint targeted area"),
    ("send", r"\barea send\b"),
    ("lscb-review", r"\blscb\b|safeguarding children board"),
    ("sif", r"\bsif\b|\bsingle inspection\b"),
    ("slac", r"\bslac\b|\bsafeguarding and looked after\b"),
    ("child-protection", r"\bchild protection\b|arrangements for the protection of children"),
    ("ilacs", r"\bilacs\b|^(?:short|standard)(?: inspection)?$|\binspection of local authority children s services\b"),
)
"""Frameworks by how tables name a kind of inspection; the first that is found counts."""


def framework_in(text: str) -> str | None:
    """The framework that the words for a kind of inspection name, None when they name none that is known."""
    words = re.sub(r"[^a-z]+", " ", text.casefold()).strip()
    return next((framework for framework, pattern in KINDS if re.search(pattern, words)), None)


FIGURES = late(r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})(?!\d)(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
TIME = late(r"(?<=\d)[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$")
SERIAL = late(r"\d{5}(?:\.0+)?")
ISO_DAY = late(r"(\d{4})-(\d\d)-(\d\d)")
SHORT_MONTH = late(r"(\d{1,2})[\s/-]([A-Za-z]{3,9})[\s/-](\d{4}|\d{2})")
EXCEL_EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36526, 55153
"""1 January 2000 and 31 December 2050, as spreadsheets count days."""
CENTURY = 2000


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether the dates in figures of a column can only be month, day, year."""
    pairs = [(int(match[1]), int(match[2])) for text in texts if (match := FIGURES.fullmatch(text.strip()))]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def _day(year: int, month: int, day: int, printed: str) -> PartialDate | None:
    try:
        return PartialDate(date(year if year > 99 else CENTURY + year, month, day).isoformat(), printed)
    except ValueError:
        return None


def date_in(text: str, month_first: bool = False) -> PartialDate | None:
    """The first day, month or year that a cell prints; None where it prints none, or one that does not exist."""
    words = TIME.sub("", text.strip())
    if match := ISO_DAY.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]), text)
    if match := FIGURES.fullmatch(words):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        return _day(year, *((first, second) if month_first else (second, first)), text)
    if SERIAL.fullmatch(words) and FIRST_SERIAL <= float(words) <= LAST_SERIAL:
        return PartialDate((EXCEL_EPOCH + timedelta(days=int(float(words)))).isoformat(), text)
    if match := SHORT_MONTH.fullmatch(words):
        year = int(match[3])
        words = f"{match[1]} {match[2]} {year if year > 99 else CENTURY + year}"
    return find_date(words)


def dates_in(text: str, month_first: bool = False) -> tuple[PartialDate | None, PartialDate | None]:
    """The first and the last day that a cell prints; both are the same where it prints one day only."""
    first, last = find_range(text)
    if first is not None:
        return first, last
    found = [date_in(match[0], month_first) for match in FIGURES.finditer(text)]
    if len(found) > 1:
        return found[0], found[-1]
    one = date_in(text, month_first)
    return one, None
