"""What one kind of letter is: its subject line, the headings of its sections, and how its lists are laid out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from ingest.profiles.families import LETTER, Family
from ingest.structure.outline import Role, Rule
from inspections.vocabulary import FindingKind, ReportKind

SECTION = 2
CONTEXT = Rule(
    "(?:the )?(?:context|background|areas covered by (?:the|this) visit|next steps|scope of (?:the|this) visit)",
    SECTION,
    kind=FindingKind.CONTEXT,
)
SUMMARY = Rule(
    "overview|(?:headline|summary of|summary) (?:key |main )?findings?|summary", SECTION, kind=FindingKind.SUMMARY
)
IMPROVE = Rule(
    r"what .{0,60}?\bneeds? to (?:be |do to )?(?:further )?improved?\b.{0,70}"
    r"|what does .{0,60} need to (?:do to )?improve\b.{0,70}|"
    r"(?:key )?areas? (?:for|of|requiring) (?:further )?(?:improvement|development)s?",
    SECTION,
    role=Role.RECOMMENDATIONS,
)
PRIORITY = Rule(
    r"(?:areas? (?:for|of|requiring) )?(?:immediate )?priority actions?(?: and (?:areas? for )?improvement)?",
    SECTION,
    role=Role.RECOMMENDATIONS,
)
FINDINGS = Rule(
    r"(?:(?:main|key|detailed|other) )?findings(?: (?:and|from|of|in|at) .{0,60})?|(?:key )?strengths?"
    r"|evaluation of progress|what (?:is|are) working well\b.{0,60}",
    SECTION,
)
RULES = (SUMMARY, IMPROVE, PRIORITY, FINDINGS, CONTEXT)
# How the headings are spelt; one that is nearly so has lost a letter.
SPELT = {
    "headline findings": SUMMARY,
    "overview": SUMMARY,
    "what needs to improve": IMPROVE,
    "what needs to improve in this area of social work practice": IMPROVE,
    "areas for improvement": IMPROVE,
    "areas for priority action": PRIORITY,
    "main findings": FINDINGS,
    "findings": FINDINGS,
    "key strengths": FINDINGS,
    "strengths": FINDINGS,
    "next steps": CONTEXT,
}


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One kind of letter.

    ``subject`` matches its subject line; ``about``, in forms without overview, the opening paragraphs that are not yet
    the summary; ``divided`` tells that lists of recommendations have headings inside; ``expects_improvement`` whether a
    letter without areas for improvement is worth a notice; ``led`` that the lead inspector signs; ``themed`` that
    the opening may say which theme the visit looked at. ``longest_list``, in forms with a list of strengths too, is how
    many areas there may be without one. ``ends`` matches the paragraphs of this form with which the text ends, which
    are kept as context; ``family`` says what a letter must show beside its subject; ``spelt`` says how its headings are
    spelt.
    """

    name: str
    kind: ReportKind
    framework: str
    subject: re.Pattern[str]
    about: re.Pattern[str] | None = None
    rules: tuple[Rule, ...] = RULES
    divided: bool = False
    expects_improvement: bool = True
    led: bool = True
    themed: bool = False
    longest_list: float = inf
    ends: re.Pattern[str] | None = None
    family: Family = LETTER
    spelt: Mapping[str, Rule] = field(default_factory=lambda: SPELT)
