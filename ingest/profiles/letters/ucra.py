"""Unannounced inspections of contact, referral and assessment, 2009 to 2012: a letter of two to four pages, no grades.

In this order: strengths, what meets the requirements of statutory guidance, areas for development, and, in few letters,
areas for priority action, which are immediate. Whoever signs led the inspection, but no letter says so.
"""

import re

from ingest.profiles import families
from ingest.profiles.letters.form import CONTEXT, IMPROVE, SECTION, SUMMARY, LetterForm
from ingest.profiles.letters.letter import Letter
from ingest.structure.outline import Role, Rule
from inspections.vocabulary import ReportKind, Timescale

STRENGTHS = Rule(
    r"(?:the following )?(?:areas? of |key |particular )?strengths?(?: (?:identified|of the service|include).{0,40})?",
    SECTION,
)
MEETS = Rule(
    r"(?:(?:areas? (?:where|in which|of practice (?:that|which)) )?(?:the |current )?(?:service|practice)s? )?"
    r"(?:(?:that|which|where) )?(?:meets?|met|meeting) (?:the )?(?:statutory )?(?:requirements?|guidance)\b.{0,80}"
    r"|areas? of practice (?:that|which) (?:meets?|met) (?:the )?requirements?\b.{0,80}"
    r"|(?:areas? of )?satisfactory (?:practice|areas?|aspects?|features?)\b.{0,40}|satisfactory",
    SECTION,
)
PRIORITY = Rule(
    r"areas? (?:for|of|requiring) (?:immediate )?priority actions?(?: by .{0,60})?",
    SECTION,
    role=Role.RECOMMENDATIONS,
    timescale=Timescale.IMMEDIATE,
)

SPELT = {
    "strengths": STRENGTHS,
    "the service meets the requirements of statutory guidance in the following areas": MEETS,
    "areas for development": IMPROVE,
    "areas for priority action": PRIORITY,
}

UCRA = Letter(
    LetterForm(
        name="ucra/1",
        kind=ReportKind.UCRA,
        family=families.OTHER,
        framework="ucra",
        subject=re.compile(
            r"(?!this\b|the findings)(?:.{0,40}\b)?unannounced inspection of (?:the )?"
            r"(?:.{0,60}? )?contact,?(?: and)? referral(?: and assessment)?\b"
            r"|(?:annual )?unannounced inspection of contact,? assessment and referral\b",
            re.I,
        ),
        rules=(SUMMARY, STRENGTHS, MEETS, IMPROVE, PRIORITY, CONTEXT),
        spelt=SPELT,
        led=False,
        ends=re.compile(
            r"(?:any |the )?areas? for (?:development|priority action)\b.{0,60}\b(?:will|shall) be\b", re.I
        ),
    )
)
