"""Grades of earlier inspections in words, letters or numbers that the scales of the frameworks do not have.

Until 2012 some inspections judged services satisfactory; annual assessments, 2005 to 2011, gave numbers or said that a
council performs well. Councils also write "RI" and "needed improvement", or name a place on the scale: "the lowest
grade". Such a grade has no code, so a sentence that tells one is for the caller to report.
"""

import re

from ingest.wording.stems import StemmedPattern

SATISFACTORY = StemmedPattern(
    r"\b(?:judged|rated|graded|found|assessed|evaluated)\b[^.]{0,120}\bsatisfactory\b(?! progress)"
    r"|\b(?:judge?ment|grade|rating|overall|effectiveness)\b[^.]{0,60}\bsatisfactory\b(?! progress)"
    r"|\b(?:services?|it|they|performance|provision|council|authority) (?:was|were) satisfactory\b(?! progress)",
    "satisfactory",
)
ONE_SETTING = re.compile(
    r"\b(?:the|this|that|one|each) (?:home|school|nursery|college|academy|children's centre)\b", re.I
)
_HOW = r"(?:excellently|well|adequately|poorly)"
PERFORMS = StemmedPattern(rf"\bperform(?:s|ed|ing)? {_HOW}\b", "perform")
PERFORMED = StemmedPattern(
    r"\b(?:council|authority|borough|county|services|we|it|they)\b(?:\W+(?:was|were|had|has|have|been|being|is|are|as|to|be"
    r"|said|found|judged|rated|assessed|deemed|considered|overall|again|also|still))*"
    rf"\W+perform(?:s|ed|ing)? {_HOW}(?:\W+overall)?(?=\W*$|[.;,)]|\W+(?:in|for|by|and|from)\W+(?:\w+\W+)?20\d\d"
    r"(?:\W*$|[.;,)]|\W+(?:and|but)\b))",
    "perform",
)
"""What an annual assessment said of a council; how it did "against a target", or at something, is no grade."""
RATED_IN_WORDS = StemmedPattern(
    r"\b(?:rat(?:ed|ings?)|judged|judge?ment|grad(?:ed?|ing)|scored|assess(?:ed|ments?)|found)\b[^.;]{0,60}\b(?:poor|excellent)"
    r"\b(?=\W*$|[.;,)\u2019\u201d'\"]|\W+(?:overall|in|by|and|for|councils?|authorit(?:y|ies)|services?)\b)"
    r"|\b(?:was|were|is|are)\W+(?:poor|excellent)\b[^.;]{0,60}\b(?:rating|annual assessment)",
    "poor",
    "excellent",
)
ANNUAL = StemmedPattern(
    r"\bOfsted\b|\bannual (?:rating|assessment|performance)|\bservices (?:rating|assessment)\b",
    "ofsted",
    "annual ",
    "services ",
)
INSPECTED = re.compile(
    r"\binspect(?:ion|ed|ors?)\b|\bassess(?:ed as|ments?)\b|\breview\b|\bAPA\b|\bJAR\b|\bOfsted\b", re.I
)
GRADED_IN_WORDS = re.compile(r"\b(?:outstanding|inadequate|adequate|good)\b", re.I)
UNTIL_2012 = StemmedPattern(r"\b20(?:0\d|1[0-2])\b", "200", "201")
UNTIL_2013 = StemmedPattern(r"\b20(?:0\d|1[0-3])\b", "200", "201")
_FIGURE = r"[1-4]\b(?![\d.,%:/-]?\d|%|\W+(?:per|stars?|years?|months?|weeks?|days?|cases?|children|areas?|million)\b)"
GIVEN_A_NUMBER = StemmedPattern(
    r"\b(?:council|authority|services?|it|they|we)\b[^.;]{0,60}\b(?:awarded|given|received|graded|rated|scored)\W+"
    rf"(?:(?:an?|as|at)\W+)?(?:overall\W+)?(?:grade\W+|(?:grade|score)\W+of\W+)?{_FIGURE}",
    *"1234",
)
GRADE_OF_A_NUMBER = StemmedPattern(
    rf"\b(?:grade|score|rating|judge?ment)s?\W+(?:of\W+|was\W+|were\W+)?(?:an?\W+)?{_FIGURE}"
    rf"|\b(?:assessed|judged|rated|graded|scored)\b[^.;]{{0,90}}\bas\W+(?:being\W+)?(?:an?\W+)?{_FIGURE}"
    rf"|\b(?:gave|graded|scored|rated|awarded)\b[^.;]{{0,60}}\b(?:services?|council|authority|protection|safe|leavers|care"
    rf"|us)\W+(?:as\W+|at\W+)?(?:an?\W+)?(?:overall\W+)?{_FIGURE}",
    *"1234",
)
NUMBERED = StemmedPattern(r"\bgrade [1-4]\b", "grade ")
_ABOUT = (
    r"(?:services?|council|authority|borough|arrangements|provision|leadership|care|protection|leavers|it|they|them|us"
    r"|we)"
)
NEEDED_TO_IMPROVE = StemmedPattern(
    rf"\b{_ABOUT}\W+(?:that\W+|which\W+|were\W+|was\W+|to be\W+|as\W+|judged\W+|rated\W+|graded\W+)*"
    r"need(?:ed|s|ing)?\W+(?:improvement|to improve)\b"
    r"(?=\W*$|[.;,)\u2019\u201d'\"]|\W+(?:in|at|by|overall|and|to be good)\b)",
    "need",
)
ABBREVIATED = StemmedPattern(
    r"\b(?i:rat(?:ed|ing)|judged|judge?ment|grad(?:ed?|ing)|outcome|overall|effectiveness|ofsted|moved|from)\b[^.;]{0,60}\bRI\b"
    r"|\bRI\b[^.;]{0,40}\b(?i:rat(?:ed|ing)|judge?ment|grad(?:ed?|ing)|outcome|authority|council)\b",
    "ri",
    flags=re.NOFLAG,
)
PLACE_ON_THE_SCALE = StemmedPattern(
    r"\b(?:lowest|highest|bottom|top|worst|best|second(?:\W+(?:lowest|highest|best))?)\W+(?:possible\W+|available\W+)?"
    r"(?:of\W+(?:the\W+)?(?:four|three)\W+|ofsted\W+|overall\W+|inspection\W+){0,2}"
    r"(?:grad(?:e|ing)|rating|judge?ment|category|mark|band)s?\b",
    "est",
    "worst",
    "bottom",
    "top",
    "second",
)
BY_INSPECTORS = re.compile(
    r"\bOfsted\b|\binspect|\bjudged\b|\brated\b|\bgraded\b"
    r"|\b(?:services?|council|authority|we)\b[^.;]{0,40}\b(?:given|placed|put|received|got)\b",
    re.I,
)
TOLD_AS_PAST = StemmedPattern(
    r"\b(?:19|20)\d\d\b|\b(?:previous|last|earlier|formerly|previously)\b",
    "19",
    "20",
    "previous",
    "last",
    "earlier",
    "formerly",
)
OF_NOW = re.compile(r"\bthis (?:\w+ )?(?:inspection|visit|review)\b|\b(?:is|are) now\b", re.I)


def may_grade_otherwise(text: str) -> bool:
    """Tell whether a text has words without which none of its sentences gives such a grade; most have none."""
    return any(words.may_match(text) for words in (SATISFACTORY, PERFORMS, UNTIL_2013, TOLD_AS_PAST))


def grades_otherwise(sentence: str, before: str = "") -> bool:
    """Tell whether a sentence gives an earlier grade in words of other scales than the frameworks have.

    ``before`` is the sentence in front of it, which may tell of the inspection.
    """
    if SATISFACTORY.search(sentence):
        dated = any(INSPECTED.search(part) and UNTIL_2012.search(part) for part in (sentence, before))
        return dated and not ONE_SETTING.search(sentence)
    return _gives_a_number(sentence) or _performs(sentence) or _improves_or_ranks(sentence)


def _gives_a_number(sentence: str) -> bool:
    """Tell whether a sentence of the years of numbers gives one, and no word beside it."""
    if not UNTIL_2013.search(sentence) or GRADED_IN_WORDS.search(sentence):
        return False
    if GIVEN_A_NUMBER.search(sentence):
        return True
    return GRADE_OF_A_NUMBER.search(sentence) is not None and INSPECTED.search(sentence) is not None


def _performs(sentence: str) -> bool:
    """Tell whether a sentence gives what the annual assessments said of a council: "performs well", "poor"."""
    until_2012 = UNTIL_2012.search(sentence) is not None
    if PERFORMS.search(sentence):
        inspected = until_2012 and INSPECTED.search(sentence) is not None
        performed = until_2012 and PERFORMED.search(sentence) is not None
        return inspected or performed or NUMBERED.search(sentence) is not None
    if not until_2012 or not ANNUAL.search(sentence):
        return False
    return RATED_IN_WORDS.search(sentence) is not None and not ONE_SETTING.search(sentence)


def _improves_or_ranks(sentence: str) -> bool:
    """Tell whether a sentence about the past says "RI", "needed improvement", or names a place on the scale."""
    if not TOLD_AS_PAST.search(sentence) or OF_NOW.search(sentence):
        return False
    if ABBREVIATED.search(sentence):
        return True
    by_inspectors = BY_INSPECTORS.search(sentence) is not None
    return by_inspectors and bool(NEEDED_TO_IMPROVE.search(sentence) or PLACE_ON_THE_SCALE.search(sentence))
