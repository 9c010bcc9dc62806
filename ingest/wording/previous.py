"""Earlier inspections that a report quotes with their grade, "was in January 2013 ... was judged to be inadequate".

Only sentences of the shapes in ``SHAPES`` count, and lists of the shape ``LISTED``; and only what they say of the
authority or its services as a whole: an inspection of a children's home, a fostering or an adoption service is passed
over. Each gives the date as far as it is printed, the domain and the grade. The framework is the one that the subject
names, if it was in use in that year. For "the inspection in 2019", which names none, it is the only framework for whole
children's services in that year, else None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.drafts import PartialDate
from ingest.wording.authorities import find_authorities
from ingest.wording.dates import MONTHS, find_date
from ingest.wording.grades import REQUIRES_IMPROVEMENT, grade_of
from inspections.reference.tables import framework_domains, frameworks

OVERALL = "overall-effectiveness"
WHOLE_SERVICE = ("sif", "ilacs")
GRADE = rf"(?P<grade>(?i:{REQUIRES_IMPROVEMENT}|outstanding|inadequate|adequate|good))"
DATE = rf"(?P<date>(?:(?i:{'|'.join(MONTHS)})\s+)?20\d\d)"
SERVICES = (
    r"services(?:\s+for\s+(?:vulnerable\s+)?children(?:\s+and\s+(?:their\s+)?families)?)?|the\s+(?:local\s+)?authority"
    r"|children['’]s\s+(?:social\s+care\s+)?services(?:\s+in\s+[A-Z][\w'’ -]+?)?|the\s+council"
)
WHO = rf"(?:(?i:they|{SERVICES})|(?P<named>[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’-]+|and|upon|of))*))"
WHICH = (
    r"(?:previous|last|most\s+recent)\s+(?:full\s+|graded\s+|standard\s+|short\s+|single\s+)?"
    r"(?:Ofsted\s+)?(?:graded\s+)?"
)
WHEN = (
    rf"(?i:in|since|at|following|from)\s+(?:the|its|their)\s+(?:{WHICH})?(?:Ofsted\s+)?inspection,?\s+(?:in\s+)?{DATE}"
)
JUDGED = (
    r"(?:was|were)(?:\s+all)?\s+(?:overall\s+)?(?:judged|found|graded|rated)?\s*(?:overall\s+)?"
    rf"(?:as\s+|to\s+be\s+)?{GRADE}"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the words after "inspection of" mean: the framework of that name, or one domain.

    ``domain`` applies where there is no such framework, or where it was not in use; the framework itself gives its
    overall grade.
    """

    pattern: str
    framework: str | None
    domain: str


SUBJECTS = (
    Subject(r"safeguarding(?:\s+services)?\s+and\s+(?:services\s+for\s+)?looked\s+after\s+children", None, OVERALL),
    Subject(r"arrangements\s+for\s+the\s+protection\s+of\s+children", "child-protection", "help-and-protection"),
    Subject(r"safeguarding\s+(?:services|arrangements)", None, "help-and-protection"),
    Subject(r"services\s+for\s+(?:looked\s+after\s+children|children\s+looked\s+after)", "lac", "children-in-care"),
)
SHAPES = (
    re.compile(
        rf"\b(?:previous|last|most\s+recent)\s+(?:Ofsted\s+)?inspection\s+of\s+(?P<subject>[^.]{{5,160}}?)\s+was\s+"
        rf"(?:undertaken\s+|carried\s+out\s+|completed\s+)?in\s+{DATE}[^.]{{0,10}}\.\s+"
        rf"(?:The\s+local\s+authority|The\s+council)\s+(?:was\s+)?(?:judged\s+to\s+be|judged|was)\s+(?:as\s+)?{GRADE}",
        re.I,
    ),
    re.compile(rf"\b{WHEN},?\s+(?:when|at\s+which|where)\s+{WHO}\s+{JUDGED}"),
    re.compile(
        rf"\b{WHO}\s+{JUDGED}\s+(?:overall\s+)?(?:at|in|by)\s+(?:the|its|their)\s+{WHICH}inspection,?\s+in\s+{DATE}"
    ),
    re.compile(
        rf"\bjudge?ment\s+of\s+{GRADE}\s+for\s+overall\s+effectiveness\s+"
        rf"at\s+(?:the|its)\s+{WHICH}inspection,?\s+in\s+{DATE}",
        re.I,
    ),
)
LISTED = re.compile(
    rf"\binspection\s+of\s+(?P<subject>[^.]{{5,120}}?)\s+was\s+published\s+in\s+{DATE}\.\s+"
    r"The\s+judge?ments\s+(?:for\s+the\s+local\s+authority\s+)?were\b(?P<list>.*)$",
    re.I | re.S,
)
# A grade followed by "for leadership" or "in some areas" is not a grade of the whole.
_PARTIAL = re.compile(r"\s+(?:for\s+(?!overall|both)|in\s+(?!(?:all|every)\b|\d)|with\b|progress)", re.I)
_OTHER_SERVICE = re.compile(
    r"\b(?:foster(?:ing|\s+care)|adoption|homes?|secure|units?|agenc(?:y|ies)|centres?|boards?|lscb|schools?|colleges?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PreviousInspection:
    """An earlier inspection with one of its grades; ``printed`` is the wording that states it.

    ``date`` is the date of the inspection, or of the publication of its report when ``published`` is set.
    """

    framework: str | None
    date: PartialDate
    domain: str
    domain_wording: str
    grade: str
    grade_wording: str
    printed: str
    published: bool = False


def _in_use(code: str, year: int) -> bool:
    return any(f.code == code and f.first_year <= year <= (f.last_year or year) for f in frameworks())


def framework_of(subject: str, year: int) -> tuple[str | None, str]:
    """Return the framework and domain that a subject ("safeguarding arrangements", "" for none) means in a year."""
    for known in SUBJECTS:
        if re.search(known.pattern, subject, re.I):
            if known.framework and _in_use(known.framework, year):
                return known.framework, OVERALL
            return None, known.domain
    return whole_service_in(year), OVERALL


def whole_service_in(year: int) -> str | None:
    """Return the one framework for whole children's services in a year after 2013; None when there is no single one."""
    found = [code for code in WHOLE_SERVICE if _in_use(code, year)]
    return found[0] if len(found) == 1 and year > 2013 else None


def find_previous(text: str) -> tuple[PreviousInspection, ...]:
    """Return the earlier inspections of the authority that a paragraph quotes with their grade, in printed order."""
    if "inspection" not in text.casefold():  # saves time: every shape has this word, and most paragraphs do not
        return ()
    found = [(match.start(), quoted) for shape in SHAPES for match, quoted in _quoted(shape, text)]
    return (*(quoted for _, quoted in sorted(found, key=lambda pair: pair[0])), *_listed(text))


def _listed(text: str) -> Iterator[PreviousInspection]:
    """Read a list "domain: grade" after the sentence that states when the earlier report was published."""
    match = LISTED.search(text)
    date = find_date(match["date"]) if match else None
    if match is None or date is None:
        return
    framework = whole_service_in(int(date.iso[:4]))
    for wording, domain in _wordings().items():
        found = re.search(rf"(?P<domain>{wording})\s*[:\u2013-]\s*{GRADE}\b", match["list"], re.I)
        grade = grade_of(found["grade"]) if found else None
        if found and grade:
            printed = f"{match.group()[: match.start('list') - match.start()]}: {found.group()}"
            yield PreviousInspection(
                framework, date, domain, found["domain"], grade, found["grade"], printed, published=True
            )


def _wordings() -> dict[str, str]:
    """Map patterns to domains, for every wording of the frameworks for whole children's services, in their order."""
    rows = (row for row in framework_domains() if row.framework in WHOLE_SERVICE)
    return {r"\s+".join(map(re.escape, row.wording.split())): row.domain for row in rows}


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence that contains the match, up to the end of the match."""
    return re.split(r"(?<=[.!?])\s", text[: match.end()])[-1]


def _is_authority(match: re.Match[str]) -> bool:
    """Tell whether the name that was judged is that of an authority; True when the sentence gives no name."""
    named = match.groupdict().get("named")
    return named is None or bool(find_authorities(named))


def _quoted(shape: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], PreviousInspection]]:
    for match in shape.finditer(text):
        subject = match.groupdict().get("subject") or ""
        date, grade = find_date(match["date"]), grade_of(match["grade"])
        if date is None or grade is None or _PARTIAL.match(text, match.end("grade")):
            continue
        if _OTHER_SERVICE.search(subject or _sentence(text, match)) or not _is_authority(match):
            continue
        framework, domain = framework_of(subject, int(date.iso[:4]))
        wording = subject or "overall"
        yield match, PreviousInspection(framework, date, domain, wording, grade, match["grade"], match.group())
