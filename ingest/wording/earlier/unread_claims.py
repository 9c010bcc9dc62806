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
_SERVICES = (
    r"\b(?:services?|arrangements|provision|protection|safeguarding|in care|looked after|leavers|leadership|management"
    r"|governance|effectiveness|authority|council|adoption|these|they|judge?ments?)"
)
OTHERWISE = re.compile(
    rf"\b(?:months|years?) ago\b.{{0,60}}\b(?:judged|rated|graded)\b.{{0,60}}\b{_GRADE}"
    rf"|\b(?:previous|last|earlier|most recent)\b.{{0,60}}\b(?:grade|judge?ment|rating)\b(?:,[^,]{{0,40}},)?\W+"
    rf"(?:(?:was|had been|of)\W+)?{_GRADE}"
    rf"|^\W*(?:ofsted )?(?:(?:last|previously) )?inspected\b.{{0,40}}\b(?:19|20)\d\d\W{{1,4}}(?:judged\W+)?{_GRADE}"
    rf"|\bjudge?ment at the (?:\w+ )?inspection in (?:19|20)\d\d\b.{{0,80}}\bwas\W+{_GRADE}"
    rf"|^\W*{_GRADE}\W+(?:(?:overall|to be good)\W+)?(?:in|at)\b[^,]{{0,40}}\b(?:19|20)\d\d,"
    rf"|\bremains?\W+{_GRADE}.{{0,20}}\bas (?:it|they) (?:was|were|had been)\b"
    rf"|\b(?:down|up)graded\b.{{0,60}}\b{_GRADE}"
    rf"|\bheld\W+(?:an?\W+)?(?:overall\W+)?{_GRADE}\W+(?:grade|judge?ment|rating)\b"
    rf"|^[^.:]{{3,60}}:\W*{_GRADE}(?:\W+to be good)?\W*\([^()]{{0,40}}\b(?:19|20)\d\d\)",
    re.I,
)
"""Sentences about an earlier grade that are told from others by their words alone."""

EARLIER = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:previous|last|earlier|most recent)\b[^.]{0,60}\b(?:inspect|SIF|ILACS)", re.I
)
THIS_TIME = re.compile(r"\bthis (?:\w+ )?(?:inspection|visit|review)\b|\b(?:is|are) now\b", re.I)
TOLD_EARLIER = re.compile(
    rf"{_SERVICES}\W+(?:(?:in|of) (?:\w+ )?(?:19|20)\d\d\W+)?(?:(?:was|were|to be|remained)\W+{_GRADE}"
    r"|required improvement\b)"
    rf"|\b(?:concluded|ended)\b.{{0,30}}\b(?:grade|judge?ment|rating)\W+of\W+{_GRADE}"
    rf"|\b(?:grade|judge?ment|rating)\b.{{0,60}}\bfrom\W+{_GRADE}"
    rf"|\binspected\b.{{0,40}}\b(?:19|20)\d\d\b\W+(?:was|were)\W+{_GRADE}"
    rf"|\bfound\W+{_GRADE}\W+(?:services|arrangements|provision)\b",
    re.I,
)
"""Grades of services in sentences that print a year or speak of an earlier inspection."""

EACH_ITS_OWN = re.compile(
    r"\brespectively\b"
    r"|\b(?:areas|judge?ments|aspects) (?:except|apart from|other than|save)\b"
    r"(?!.*\b(?:graded|judged|rated|wh(?:ich|o) \w))",
    re.I,
)
"""What gives several services a grade each by their order, or leaves open which grade one of them has."""

SATISFACTORY = re.compile(
    r"\b(?:judged|rated|graded|found|assessed|evaluated)\b[^.]{0,120}\bsatisfactory\b(?! progress)"
    r"|\b(?:judge?ment|grade|rating|overall|effectiveness)\b[^.]{0,60}\bsatisfactory\b(?! progress)",
    re.I,
)
ONE_SETTING = re.compile(
    r"\b(?:the|this|that|one|each) (?:home|school|nursery|college|academy|children's centre)\b", re.I
)
PERFORMS = re.compile(r"\bperform(?:s|ed|ing)? (?:excellently|well|adequately|poorly)\b", re.I)
INSPECTED = re.compile(r"\binspect(?:ion|ed)\b|\bassess(?:ed as|ments?)\b|\breview\b|\bAPA\b|\bJAR\b|\bOfsted\b", re.I)
UNTIL_2012 = re.compile(r"\b20(?:0\d|1[0-2])\b")
NUMBERED = re.compile(r"\bgrade [1-4]\b", re.I)

EARLIER_ON = re.compile(r"\b(?:previously|last|formerly|initially)\b", re.I)
NOW = re.compile(r"(?:is|are|be|not)$", re.I)
MORE = re.compile(r"[,&]N?p?D,?[SPN]?[ZAVKC]?p?v?G(?![xcFSOJ])|Gp?D|E(?:pI)?(?:p?D)?,?&?K?G")
"""A grade with a date of its own, or behind "inspected"."""
OTHERS_IN_FRONT = re.compile("O[^SN]*$")
OTHERS_BEHIND = re.compile("[fop]*O")


def says_otherwise(sentence: str) -> bool:
    """Tell whether a sentence gives an earlier grade in words that are no row of tokens."""
    if OTHERWISE.search(sentence):
        return True
    earlier = EARLIER.search(sentence) and not THIS_TIME.search(sentence)
    return bool(earlier and TOLD_EARLIER.search(sentence))


def gives_each_its_own(sentence: str) -> bool:
    """Tell whether a sentence gives several services or dates a grade each, so that no row of tokens tells which."""
    return EACH_ITS_OWN.search(sentence) is not None


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


def leaves_more(row: tuple[Token, ...], seen: set[int]) -> bool:
    """Tell whether a sentence of which claims, with the tokens ``seen``, were read dates another grade, too."""
    dated = (at for match in MORE.finditer(letters(row)) for at in range(*match.span()))
    return bool(seen) and any(at not in seen and row[at].letter == "G" for at in dated)


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
