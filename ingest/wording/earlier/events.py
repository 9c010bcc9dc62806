"""Which inspections a sentence speaks of: "the last inspection of adoption in March 2012", "inspected in July 2013".

An inspection counts with its date, or without one where a word says that it was an earlier one ("previous", "last").
"The inspection" alone is the one that the report is about. The subject is what stands behind "inspection of" or in
front of it; the framework follows from the words, else from subject and year (``framework_of``).
"""

import re
from dataclasses import dataclass, replace

from ingest.drafts import PartialDate
from ingest.wording.dates import find_time
from ingest.wording.domains import CARE, HELP, OVERALL
from ingest.wording.earlier.claims import WHOLE, Subject, describes
from ingest.wording.earlier.shapes import SERVICES
from ingest.wording.earlier.tokens import Token, letters, tokens
from inspections.reference.tables import framework_domains, frameworks, grades

EARLIER = re.compile(r"\b(?:previous|last|earlier|prior|most recent|former|re-?\s?inspection)", re.I)
SEVERAL = re.compile(r"inspections|reviews\b|reports\b", re.I)
INSPECTION_WORD = re.compile(r"\s*(?:re-?\s?)?(?:inspections?|reports?|outcomes?|judge?ments?)\b.*", re.I | re.S)
BETWEEN = "YCNpwovE,:M"
"""What may stand between an inspection and its date."""
CLOSING = ("", ",", ".", "w", "A", "&", ":")
"""What follows a date that a comma parts from its inspection; else it may begin another clause."""
FURTHEST = 7
"""Tokens between an inspection and its date."""
UNDER = re.compile(r",p[xSI]{1,5},(?=[YC])")
"""Under which framework it was held, in commas: "the last inspection, under the single inspection framework, was"."""
MORE_DATES = re.compile(r"(?:,p?D)*,?&p?D")
NAMED: tuple[tuple[str, str], ...] = (
    (r"\bILACS?\b|inspection of local authority children's services", "ilacs"),
    (r"\bSIF\b|single inspection|in need of help and protection", "sif"),
    (r"\bSLAC\b|safeguarding(?: services)? and (?:services for )?looked[\s-]after children", "slac"),
    (r"joint area review|\bJAR\b", "jar"),
    (r"annual performance assessment|\bAPA\b", "apa"),
)
PARTS: tuple[tuple[str, str, str], ...] = (
    (
        r"(?:arrangements|services) for (?:the )?(?:safeguarding|protection) of|child protection",
        "child-protection",
        HELP,
    ),
    (r"looked[\s-]after|children in care", "lac", CARE),
)
"""Words of an inspection's subject, with the framework that inspected this part alone."""
WHOLE_SERVICE = ("sif", "ilacs")


@dataclass(frozen=True, slots=True)
class Event:
    """An inspection in a sentence, with the tokens from ``start`` to ``end``.

    ``subjects`` are the services that were inspected, none where the sentence does not say; ``others`` tells that it
    was of another body or of something that is not known, ``published`` that the date is that of its report.
    ``told_in`` is the sentence that tells of it, where the claims stand in others. ``more_dates`` are those of other
    inspections that are named with it ("the inspections in 2015 and 2018").
    """

    words: str
    start: int
    end: int
    date: PartialDate | None = None
    subjects: tuple[Subject, ...] = ()
    others: bool = False
    published: bool = False
    told_in: str = ""
    more_dates: tuple[PartialDate, ...] = ()

    def each(self) -> tuple["Event", ...]:
        """Return an inspection for each of the dates."""
        return (replace(self, more_dates=()), *(replace(self, date=date, more_dates=()) for date in self.more_dates))

    @property
    def parts(self) -> tuple[str, ...]:
        """The domains that were inspected; none for the whole."""
        named = (subject.domain for subject in self.subjects if subject.domain not in (WHOLE, OVERALL))
        return tuple(dict.fromkeys(named))


def in_use(code: str, year: int) -> bool:
    """Tell whether a framework was in use in a year."""
    return any(f.code == code and f.first_year <= year <= (f.last_year or year) for f in frameworks())


def whole_service_in(year: int) -> str | None:
    """Return the one framework for whole children's services in a year after 2013; None when there is no single one."""
    found = [code for code in WHOLE_SERVICE if in_use(code, year)]
    return found[0] if len(found) == 1 and year > 2013 else None


def framework_of(words: str, year: int | None) -> tuple[str | None, bool]:
    """Return the framework of an inspection in a year, and whether its words name it."""
    for pattern, code in NAMED:
        if re.search(pattern, words, re.I):
            known = year is None or in_use(code, year)
            return (code if known else None), known
    if year is None:
        return None, False
    for pattern, code, _ in PARTS:
        if re.search(pattern, words, re.I):
            return (code if in_use(code, year) else None), in_use(code, year)
    return whole_service_in(year), False


def awards(framework: str | None, grade: str) -> bool:
    """Tell whether a grade is on the scale of a framework; every grade is where it is not known."""
    scale = {row.code for row in grades() if row.framework == framework}
    return not scale or grade in scale


def awarded_in(year: int, grade: str) -> bool:
    """Tell whether a framework of a year, or of the one before, awarded a grade; True where none is known.

    Reports were published up to a year later: no services were "adequate" after 2014.
    """
    codes = {f.code for f in frameworks() if f.graded and (in_use(f.code, year) or in_use(f.code, year - 1))}
    return not codes or any(row.framework in codes and row.code == grade for row in grades())


def judges(framework: str, domain: str) -> bool:
    """Tell whether a framework judges a domain."""
    return any(row.framework == framework and row.domain == domain for row in framework_domains())


def events_in(row: tuple[Token, ...]) -> tuple[Event, ...]:
    """Return the earlier inspections that a sentence speaks of, in printed order."""
    text = letters(row)
    found: list[Event] = []
    for at, token in enumerate(row):
        if found and at < found[-1].end:
            continue
        if token.letter == "I":
            found += _inspection(row, text, at)
        elif token.letter == "E":
            found += _inspected(row, text, at)
    return tuple(found)


def _services(row: tuple[Token, ...], start: int, end: int) -> tuple[Subject, ...]:
    return tuple(describes(row[start:end]))


def _dated(row: tuple[Token, ...], text: str, at: int) -> tuple[int, PartialDate | None]:
    """Return the date that follows, and the token behind it."""
    for i in range(at, min(at + FURTHEST, len(text))):
        if text[i] == "D":
            between = text[at:i]
            closed = text[i + 1 : i + 2] in CLOSING or "w" in between
            return (i + 1, find_time(row[i].printed)) if closed or not between.startswith(",") else (at, None)
        if text[i] not in BETWEEN or (text[i] == "w" and text[i + 1 : i + 2] not in ("Y", "C")):
            break
    return at, None


def _inspection(row: tuple[Token, ...], text: str, at: int) -> list[Event]:
    start, end = at, at + 1
    while text[end : end + 1] == "I":
        end += 1
    words = " ".join(token.printed for token in row[at:end])
    adjective = INSPECTION_WORD.sub("", words)
    subjects = _services(tokens(adjective), 0, len(adjective))
    others = "O" in letters(tokens(adjective))
    if (before := re.search(rf"{SERVICES}$", text[:at])) and not row[before.start()].loose:
        start, subjects = before.start(), subjects or _services(row, before.start(), at)
    elif subjects and (joined := re.search(rf"{SERVICES}&$", text[:at])):
        start, subjects = joined.start(), (*_services(row, joined.start(), at), *subjects)
    date = find_time(row[start - 1].printed) if start and text[start - 1] == "D" else None
    if match := re.match(rf"[of]+(?P<s>{SERVICES})", text[end:]):
        subjects, end = _services(row, end, end + match.end()), end + match.end()
        others = text[end : end + 1] in ("O", "F")
    elif match := re.match(r"[of]+(?=[xFOc])", text[end:]):
        others = True
    if under := UNDER.match(text, end):
        end = under.end()
    behind, following = _dated(row, text, end)
    published = any(token.letter == "Y" and "published" in token.words for token in row[end:behind])
    published = published or bool(re.search(r"report", words, re.I) and (date or following))
    date, end = (date, end) if date else (following, behind)
    more: tuple[PartialDate, ...] = ()
    if following and SEVERAL.search(words) and (match := MORE_DATES.match(text, behind)):
        named = (find_time(token.printed) for token in row[behind : match.end()] if token.letter == "D")
        more, end = tuple(filter(None, named)), match.end()
    whole = " ".join(token.printed for token in row[start:end])
    if date is None and not EARLIER.search(words):
        return []
    return [Event(whole, start, end, date, subjects, others, published, more_dates=more)]


def _inspected(row: tuple[Token, ...], text: str, at: int) -> list[Event]:
    """Read "services were inspected in July 2012" and "inspected services in July 2012"."""
    passive = re.search(rf"(?P<s>{SERVICES}|[NPO])(?:[po]N)?[C,]?$", text[:at])
    active = re.match(rf"(?P<s>{SERVICES}|[NO])(?:[po]N)?", text[at + 1 :])
    behind = at + 1 + (active.end() if active else 0)
    end, date = _dated(row, text, behind)
    first = passive.start() if passive and not active else at
    if date is None and (earlier := re.search(r"pD,?$", text[:first])):
        date = find_time(row[earlier.start() + 1].printed)
    if date is None:
        return []
    subjects = _services(row, first, behind)
    unnamed = not subjects and "N" not in text[first:behind] and not text[:at].endswith("w") and at > 0
    others = "O" in text[first:behind] or unnamed
    words = " ".join(token.printed for token in row[first:end])
    return [Event(words, at, end, date, subjects, others)]
