"""Whether a sentence gives services an earlier grade without a date: "has moved from inadequate to good".

Such a grade belongs to no inspection that its words name, so it is for the caller to report. ``WAYS`` are the ways in
which reports and papers tell that a grade was one of before; beside them, services that have changed "from" a grade.
What is said of plans, cases or other bodies is left alone, and so is what may be.
"""

import re
from dataclasses import dataclass

from ingest.wording.earlier.tokens import Token, letters
from ingest.wording.stems import at_words

_GRADE = r"(?:an?\W+)?(?:outstanding|inadequate|adequate|good|requir\w+ improvement)\b"
_JUDGED = (
    r"(?:(?:judged|rated|graded|found|assessed|deemed|considered)\W+(?:to\W+be\W+|as\W+(?:being\W+)?|overall\W+)*)"
)
_NO_PLAIN_WORD = r"(?:inadequate|outstanding|adequate|requir\w+ improvement)"
"""Grades that describe little else: "the good judgement of managers" is none."""
_VERDICT = r"(?:(?:grade|judge?ment|rating)s?|outcome|verdict)"
_WAS = r"(?:was|were|had been)\W+"
_BODY = r"(?:authorit(?:y|ies)|councils?|boroughs?|services?)"
_GROUP = (
    r"(?:group|list|ranks?|club|band|league|number|set|family|few|handful|category|minority|majority|top tier|only"
    r"|\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty)"
)
_ENTERED = (
    r"(?:join(?:ed|s)|enter(?:ed|s)|left|leaves|fell|dropped|moved|rose|came|promoted|relegated|became|becoming|among"
    r"(?:st)?|one of|placed|put)"
)
_CHANGES = (
    r"(?:mov(?:ed?|es|ing)|gone|went|risen|rose|raised|improv(?:ed?|es|ing|ements?)|progress(?:ed|es|ing)?|declin(?:ed?|es|ing)"
    r"|deteriorat(?:ed?|es|ing)|dropp(?:ed|ing)|fell|fallen|slipp(?:ed|ing)|chang(?:ed?|es|ing)|lifted|climbed|upgraded"
    r"|downgraded|transform(?:ed|ing)|shift(?:ed|ing)?|journey|up|down)"
)
_FROM = rf"from\W+(?:being\W+|its\W+|the\W+)?{_GRADE}"


def _near(letters_between: int = 60) -> str:
    """Words of the same clause, and then the beginning of one."""
    return rf"[^.;:]{{0,{letters_between}}}\b"


@dataclass(frozen=True, slots=True)
class WayOfTelling:
    """One way to tell that a grade was one of before: the patterns of sentences, and of a word that each has."""

    cue: str
    patterns: tuple[str, ...]


_THEN = (
    r"\b(?:previously|formerly|historically|originally|initially|once|until (?:recently|then)"
    r"|at that (?:time|point|inspection)|last time)"
)
WAYS = {
    "formerly": WayOfTelling(
        rf"{_THEN}\b",
        (
            rf"{_THEN},?\W+(?:been\W+)?{_JUDGED}?{_GRADE}",
            rf"{_THEN},?\W+[^.,;:]{{3,80}}\b(?:was|were)\W+{_JUDGED}?{_GRADE}",
        ),
    ),
    "no longer": WayOfTelling(
        r"\bno longer\b|\b(?:is|are) now\b|\bbut requir",
        (
            rf"\bno longer\W+{_JUDGED}?{_GRADE}",
            rf"\bwh(?:ich|o)\W+{_WAS}{_JUDGED}?{_GRADE}{_near()}(?:is|are) now\b",
            rf"\bnot\W+{_JUDGED}?{_GRADE}\W+but\W+{_JUDGED}?(?:{_GRADE}|required improvement)",
        ),
    ),
    "had been": WayOfTelling(
        r"\bhad (?:\w+ )?been\b|\b(?:has|have) been an?\b|\b(?:since|after|having|despite) (?:being|been|having)\b",
        (
            rf"\b(?:had|has|have) been\W+{_JUDGED}?an?\W+{_GRADE}\W+{_BODY}",
            rf"\b(?:since|after|having|despite)\W+(?:being|been|having been)\W+{_JUDGED}?{_GRADE}",
            rf"\bhad\W+(?:\w+\W+)?been\W+{_JUDGED}{_GRADE}",
        ),
    ),
    "when inspectors last came": WayOfTelling(
        r"\b(?:last|previously) \w+ed\b|\blast came\b|\bwhen (?:it|they|services|the|inspectors)\b",
        (
            rf"\binspectors?\W+(?:\w+\W+)?(?:last|previously)\W+(?:visited|came|were here|reported){_near()}{_GRADE}",
            rf"\bwhen\W+(?:(?:it|they)\W+(?:was|were)\W+)?(?:last|previously)\W+(?:judged|rated|graded|inspected|assessed)"
            rf"{_near()}{_GRADE}",
            rf"\bwhen\W+(?:it|they|services|the (?:council|authority|service))\W+{_WAS}{_JUDGED}?{_GRADE}",
            rf"\b{_GRADE}{_near()}when inspectors\W+(?:last\W+|previously\W+)?(?:visited|came|inspected)\b",
        ),
    ),
    "an authority that was": WayOfTelling(
        rf"\b{_BODY}\W+(?:that|which)\b", (rf"\b{_BODY}\W+(?:that|which)\W+{_WAS}{_JUDGED}?{_GRADE}",)
    ),
    "was at that time": WayOfTelling(
        r"\bat that\b|\b(?:was|were) .{0,60} then\b",
        (rf"\b(?:was|were)\W+{_JUDGED}?{_GRADE}\W+(?:at that time|then)\b",),
    ),
    "for the third time": WayOfTelling(
        r"\bin a row\b|\b(?:suc|con)[a-z]+ive\b",
        (rf"\b(?:second|third|fourth|fifth)\W+(?:time in a row|successive|consecutive){_near()}{_GRADE}",),
    ),
    "the judgement of": WayOfTelling(
        r"\b(?:judge?ment|grade|rating)s?\b|\b(?:outcome|verdict)\b",
        (
            rf"\b(?:the|its|their|an?|previous|following|after)\W+{_NO_PLAIN_WORD}\W+(?:overall\W+)?{_VERDICT}\b",
            rf"\b(?:grade|judge?ment|rating)\W+of\W+{_GRADE}{_near()}(?:is|are|was|were|has|have)\b",
            rf"\b(?:previous|last|earlier|former)\W+(?:overall\W+)?(?:grade|judge?ment|rating)s?\b{_near(80)}"
            rf"(?:was|were|is|of|:)\W+{_GRADE}",
        ),
    ),
    "in brackets behind an inspection": WayOfTelling(
        r"\b(?:inspections?|outcome|judge?ment|report|ilacs|sif)\b",
        (
            r"\b(?:inspections?|outcome|judge?ment|report|ilacs|sif)\b[^.;]{0,60}\((?:overall\W+)?"
            rf"(?:[^()]{{1,30}}\W)?{_GRADE}[^()]{{0,20}}\)",
        ),
    ),
    "the only area not judged inadequate": WayOfTelling(
        r"\bonly\b",
        (
            rf"\bonly\W+(?:area|service|judge?ment|aspect|domain|part)s?\b{_near(30)}not\W+(?:been\W+)?{_JUDGED}{_GRADE}",
        ),
    ),
    "the group of good authorities": WayOfTelling(
        rf"\b{_ENTERED}\b{_near(100)}(?:{_BODY}|category)\b",
        (
            rf"\b{_ENTERED}\b{_near(40)}{_GROUP}\b{_near(40)}{_GRADE}\W+(?:\w+ed\W+)?(?:local\W+)?{_BODY}(?<!service)(?<!services)\b",
            rf"\b(?:became|becoming)\W+{_GRADE}\W+(?:authority|council|borough)\b",
            rf"\b{_ENTERED}\b{_near(40)}{_GRADE}\W+category\b",
        ),
    ),
}
"""The ways of telling, by the words that are their mark."""

PAST = re.compile(at_words(*(pattern for way in WAYS.values() for pattern in way.patterns)), re.I)
CHANGED = re.compile(rf"\b{_CHANGES}\b{_near()}{_FROM}", re.I)
SPEAKS_OF_THE_PAST = re.compile(at_words(*(way.cue for way in WAYS.values()), rf"\b{_FROM}"), re.I)
"""Words without which no sentence is such a one, so that most need not be read."""
ABOUT_SERVICES = re.compile("[SNJPI]")
STANDS_FOR_IT = re.compile(r"\W*(?:this|that)\W+(?:is|was|represents|marks)\b", re.I)
HOPED_OR_OTHERS = re.compile("[hO]")


def tells_of_the_past(sentence: str, row: tuple[Token, ...]) -> bool:
    """Tell whether a sentence gives services a grade that they had before, in words that name no inspection."""
    text = letters(row)
    if "T" in text or HOPED_OR_OTHERS.search(text):
        return False
    if PAST.search(sentence):
        return ABOUT_SERVICES.search(text) is not None
    changed = CHANGED.search(sentence)
    if changed is None:
        return False
    if STANDS_FOR_IT.match(sentence):
        return True
    in_front = "".join(token.letter for token in row if token.start < changed.end())
    return ABOUT_SERVICES.search(in_front) is not None
