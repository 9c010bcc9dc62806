"""Whether a sentence may give a grade of an earlier inspection in words that no shape of a claim knows.

Such a sentence is for the caller to report. It speaks of an earlier inspection, prints a date, or says that services
were "previously judged"; a grade in it that no claim has read stands in words of judging. What is said of another body,
of this inspection, of what may be or of what is the case now, is left alone.
"""

import re
from collections.abc import Sequence

from ingest.wording.earlier.events import Event
from ingest.wording.earlier.tokens import Token, letters

AWARDED = re.compile(
    r"[VKAJRE][^.,OhTG]{0,6}G(?![xcFSOJ])|G[JI]|g(?=p?[DI])|S:?DG|SD:?G|G,?w?E|[SP][xC]Gp*I|D,?[J&]G"
    r"|CG(?=p?D)|&[of]*S[ZC]?G(?![xcFSOJ])"
)
_GRADE = r"(?:outstanding|inadequate|adequate|good|requir\w+ improvement)\b"
OTHERWISE = re.compile(
    rf"\b(?:months|years?) ago\b.{{0,60}}\b(?:judged|rated|graded)\b.{{0,60}}\b{_GRADE}"
    rf"|\b(?:previous|last|earlier)\b.{{0,60}}\b(?:grade|judge?ment|rating)\b\W+(?:was|had been|of)\W+{_GRADE}"
    rf"|^\W*(?:ofsted )?(?:(?:last|previously) )?inspected\b.{{0,40}}\b(?:19|20)\d\d\W{{1,4}}(?:judged\W+)?{_GRADE}"
    rf"|\bjudge?ment at the (?:\w+ )?inspection in (?:19|20)\d\d\b.{{0,80}}\bwas\W+{_GRADE}"
    rf"|^\W*{_GRADE}\W+(?:(?:overall|to be good)\W+)?(?:in|at)\b[^,]{{0,40}}\b(?:19|20)\d\d,",
    re.I,
)
"""Sentences about an earlier grade that are told from others by their words alone."""

SATISFACTORY = re.compile(
    r"\b(?:judged|rated|graded|found|assessed|evaluated)\b[^.]{0,120}\bsatisfactory\b(?! progress)"
    r"|\b(?:judge?ment|grade|rating)\b[^.]{0,60}\bsatisfactory\b(?! progress)",
    re.I,
)
ONE_SETTING = re.compile(
    r"\b(?:the|this|that|one|each) (?:home|school|nursery|college|academy|children's centre)\b", re.I
)
PERFORMS = re.compile(r"\bperform(?:s|ed|ing)? (?:excellently|well|adequately|poorly)\b", re.I)
INSPECTED = re.compile(r"\binspect(?:ion|ed)\b|\bassessments?\b|\breview\b|\bAPA\b|\bJAR\b|\bOfsted\b", re.I)
UNTIL_2012 = re.compile(r"\b20(?:0\d|1[0-2])\b")
NUMBERED = re.compile(r"\bgrade [1-4]\b", re.I)

EARLIER_ON = re.compile(r"\b(?:previously|last|formerly|initially)\b", re.I)
NOW = re.compile(r"(?:is|are|be|not)$", re.I)
OTHERS_IN_FRONT = re.compile("O[^SN]*$")
OTHERS_BEHIND = re.compile("[fop]*O")


def says_otherwise(sentence: str) -> bool:
    """Tell whether a sentence gives an earlier grade in words that are no row of tokens."""
    return OTHERWISE.search(sentence) is not None


def grades_otherwise(sentence: str) -> bool:
    """Tell whether a sentence gives an earlier grade in words of older scales, which the frameworks here do not have.

    Until 2012 some inspections judged services satisfactory; annual assessments said that a council performs well.
    """
    if "satisfactory" in sentence.casefold() and SATISFACTORY.search(sentence):
        dated = INSPECTED.search(sentence) is not None and UNTIL_2012.search(sentence) is not None
        return dated and not ONE_SETTING.search(sentence)
    if "perform" not in sentence.casefold() or not PERFORMS.search(sentence):
        return False
    dated = UNTIL_2012.search(sentence) is not None and INSPECTED.search(sentence) is not None
    return dated or NUMBERED.search(sentence) is not None


def passes_over(row: tuple[Token, ...], events: Sequence[Event], seen: set[int], others: bool) -> bool:
    """Tell whether there is such a grade; ``seen`` are the tokens of the claims that were read.

    ``others`` tells that the sentence before was about another body.
    """
    text = letters(row)
    earlier = events or "D" in text or any(token.letter in "VAKE" and EARLIER_ON.search(token.words) for token in row)
    if not earlier or others or set(text) & set("hT") or any(event.others for event in events):
        return False
    return any(
        not set(range(*match.span())) & seen
        and not OTHERS_IN_FRONT.search(text[: match.end()])
        and not OTHERS_BEHIND.match(text, match.end())
        and not (match.start() and NOW.match(row[match.start() - 1].words))
        for match in AWARDED.finditer(text)
    )
