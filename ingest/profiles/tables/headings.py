"""What the columns of tables of outcomes hold, by the words of their headings.

Publishers change columns, order and wording from year to year. A heading is reduced to its words in small letters, so
that "local_authority_name", "Local authority name" and "LOCAL AUTHORITY  (name)" are equal. In this order: words that
say which of several inspections of a row is meant ("previous", "latest"); then the first pattern of ``COLUMNS`` that
is the whole rest; then a domain, after words such as "grade" or "judgement" are taken off. Other headings are unknown.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ingest.wording.domains import ADOPTION, BOARD, CARE, CARE_AND_LEAVERS, HELP, LEADERSHIP, LEAVERS, OVERALL


class Role(StrEnum):
    """What the cells of a column are."""

    NAME = "name"
    CODE = "code"
    URN = "urn"
    ADDRESS = "address"
    STARTED = "started"
    ENDED = "ended"
    DATES = "dates"
    PUBLISHED = "published"
    KIND = "kind"
    LEAD = "lead"
    THEME = "theme"
    DOMAIN = "domain"
    GRADE = "grade"
    GRADED = "graded"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its role, its heading as printed, the ``domain`` that it grades; ``earlier`` inspections or not."""

    role: Role
    printed: str
    domain: str = ""
    earlier: bool = False


EARLIER = re.compile(r"^(?:previous|prior|earlier|last but one|preceding)\s+(?:full\s+)?")
NEWEST = re.compile(r"^(?:most recent|latest|newest|current|last)\s+(?:full\s+)?")
_AUTHORITY = r"(?:local authority|authority|la|council|area|provider|utla|ltla|ctyua)"
_REPORT = r"(?:report|inspection report)"
_EVENT = r"(?:ilacs\s+)?(?:inspection|visit|inspection (?:or )?visit|event)"
COLUMNS: tuple[tuple[Role, str], ...] = (
    (Role.NAME, rf"(?:name of )?(?:the )?(?:upper tier )?{_AUTHORITY}(?: name| inspected)?|(?:la|utla|ltla)\d*nm"),
    (
        Role.CODE,
        rf"(?:ons |gss |dfe |new |old |9 digit |3 digit )*(?:{_AUTHORITY} )?(?:ons |gss |dfe |area )*(?:code|number|no)"
        r"(?: (?:new|old|ons|gss|dfe))?|lea code|e ?code|(?:la|utla|ltla|ctyua)[a-z]*\d*cd",
    ),
    (Role.URN, r"(?:ofsted |provider |la )?(?:urn|unique reference(?: number)?)|ofsted (?:id|provider) number"),
    (
        Role.ADDRESS,
        rf"(?:web )?(?:link|url|address|web address|hyperlink)(?: to)?(?: the)?(?: {_REPORT})?"
        rf"|(?:{_REPORT}|inspection|web|ofsted report)(?: page)? (?:link|url|address)",
    ),
    (
        Role.STARTED,
        rf"(?:{_EVENT} )?(?:start|first|from) ?(?:date|day)?|(?:start )?date(?: of)?(?: (?:the|last|full))* {_EVENT}"
        rf"(?: start(?:ed)?)?|{_EVENT} date|{_EVENT} started|first day(?: of {_EVENT})?|{_EVENT}|date",
    ),
    (Role.ENDED, rf"(?:{_EVENT} )?(?:end|last|to|finish) ?(?:date|day)?|last day(?: of {_EVENT})?|{_EVENT} ended"),
    (Role.DATES, rf"(?:{_EVENT} )?dates(?: of {_EVENT})?"),
    (
        Role.PUBLISHED,
        rf"(?:{_REPORT} |first )?(?:publication|published|publish)(?: (?:date|on|day))?"
        rf"|date(?: of)? (?:{_REPORT} )?(?:publication|published)(?: of {_REPORT})?|date {_REPORT}(?: was)? published",
    ),
    (
        Role.KIND,
        rf"(?:type|kind) of {_EVENT}|{_EVENT} (?:type|kind|framework)|framework|event type|{_EVENT} visit type|type",
    ),
    (Role.LEAD, r"(?:lead )?(?:inspector|hmi)(?: name)?"),
    (Role.THEME, rf"(?:{_EVENT} )?(?:theme|focus|topic)s?(?: of {_EVENT})?"),
    (Role.DOMAIN, r"judge?ment(?: (?:area|type|name|category))?|domain|sub judge?ment"),
    (Role.GRADE, r"grade|outcome|rating|judge?ment (?:grade|outcome|awarded|given)|grade description"),
)
"""Headings that are known, as patterns of the whole heading."""

_OF = r"(?:the )?(?:experiences? and progress of )?"
DOMAINS: tuple[tuple[str, str], ...] = (
    (OVERALL, r"overall(?: effectiveness)?(?: of (?:children s )?services)?|oe"),
    (
        LEADERSHIP,
        r"(?:the )?impact of (?:leaders|leadership)(?: on .+)?|leaders(?:hip)?(?:,? management(?: and governance)?)?",
    ),
    (LEADERSHIP, r"leadership and management"),
    (HELP, rf"{_OF}(?:children )?(?:who )?(?:need(?:ing|s)? )?(?:of )?help and protection|child protection"),
    (CARE_AND_LEAVERS, rf"{_OF}children (?:in care|looked after) and care leavers"),
    (
        CARE,
        rf"{_OF}(?:children )?(?:in care|looked after)(?: and achieving permanence)?|looked after children"
        r"(?: and achieving permanence)?|cla|lac|achieving permanence",
    ),
    (LEAVERS, rf"{_OF}care leavers(?: and young people)?"),
    (ADOPTION, r"adoption(?: performance)?"),
    (BOARD, r"(?:the )?(?:effectiveness of (?:the )?)?(?:lscb|local safeguarding children s? ?board)"),
)
"""The domains that a column can grade, as patterns of its heading without words such as "grade"."""

GRADE_WORDS = re.compile(
    r"\b(?:inspection )?(?:sub ?)?(?:judge?ments?|grades?|gradings?|ratings?|outcomes?|results?)\b(?: (?:for|of|on))?"
)
ILACS_HEADINGS = re.compile(r"impact of (?:leaders|leadership)|experiences? and progress of children")
"""Words that only headings of ILACS have."""


def words_of(heading: str) -> str:
    """A heading in small letters, its words parted by single spaces, without signs and what stands in brackets."""
    plain = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading.replace("&", " and ")).strip()
    apart = plain if " " in plain else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return " ".join(re.findall(r"[a-z]+\d*[a-z]*|\d+", apart.casefold()))


@lru_cache(maxsize=1024)  # tables are asked for them where reports may open, for their kind and for their rows
def heading_of(printed: str) -> Heading:
    """What a column with this heading holds."""
    words = words_of(printed)
    earlier = bool(EARLIER.match(words))
    rest = NEWEST.sub("", EARLIER.sub("", words)) or words
    for role, pattern in COLUMNS:
        if re.fullmatch(pattern, rest):
            return Heading(role, printed, earlier=earlier)
    bare = " ".join(GRADE_WORDS.sub(" ", rest).split())
    for domain, pattern in DOMAINS:
        if re.fullmatch(pattern, bare):
            return Heading(Role.GRADED, printed, domain, earlier)
    return Heading(Role.OTHER, printed, earlier=earlier)


def headings_of(texts: tuple[str, ...]) -> tuple[Heading, ...] | None:
    """The columns of a header; None for a row that is no header of a table of outcomes.

    Such a header has an authority, a date, and either two columns with grades, a column of domains with one of grades,
    or one of kinds of inspection.
    """
    found = tuple(heading_of(text) for text in texts)
    roles = [heading.role for heading in found]
    who = Role.NAME in roles or Role.CODE in roles
    when = any(role in roles for role in (Role.STARTED, Role.ENDED, Role.DATES, Role.PUBLISHED))
    what = (
        roles.count(Role.GRADED) > 1
        or (Role.DOMAIN in roles and Role.GRADE in roles)
        or (Role.KIND in roles and (Role.GRADED in roles or Role.THEME in roles))
    )
    return found if who and when and what else None
