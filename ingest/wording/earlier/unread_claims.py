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
    r"[VKAJRE][^.,OhTG]{0,6}G(?![xcFSOJ])|G[JI]|g(?=p?[DI])|S:?DG|SD:?G|G,?w?E|[SP][xC]Gp*I|D,?JG|D,?&G(?![xcFO])"
    r"|CG(?=p?D)|&[of]*S[ZC]?G(?![xcFSOJ])|GS(?=[po]D)"
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
    rf"|\b(?:remains?|continues? to be|(?:is|are)(?: still)?)\W+{_GRADE}.{{0,20}}"
    r"\bas (?:(?:it|they) (?:was|were|had been)\b|(?:in|at) )"
    r"|\b(?:months|years?)\W+(?:\w+\W+)?(?:after|since|from|following)\b.{0,80}"
    rf"\b(?:judged|rated|graded|found|judge?ment)\b.{{0,80}}\b{_GRADE}"
    rf"|\b(?:months|years?)\W+(?:\w+\W+)?(?:after|from|following)\b.{{0,30}}\b{_GRADE}\W+(?:judge?ment|grade|rating)"
    rf"|\b(?:months|years?) ago\b.{{0,60}}\b(?:was|were)\W+(?:an?\W+)?{_GRADE}\W+(?:authority|council|service)"
    rf"|\b(?:is|are) {_GRADE}\W.{{0,20}}\bthe first was in (?:19|20)\d\d"
    rf"|\b(?:judged|rated|graded)\b.{{0,60}}\b{_GRADE}.{{0,40}}\b(?:(?:months|years?) ago\b|20\d\d ?/ ?\d\d\b)"
    rf"|\b20\d\d ?/ ?\d\d\b.{{0,80}}\b(?:judged|rated|graded)\b.{{0,60}}\b{_GRADE}"
    rf"|\b(?:down|up)graded\b.{{0,60}}\b{_GRADE}"
    r"|\binspected\b[^.;]{0,120}\b(?:judged|found|rated|graded)\W+(?:them|it|these|both)\W+"
    rf"(?:(?:to be|as)\W+)?{_GRADE}"
    rf"|\bheld\W+(?:an?\W+)?(?:overall\W+)?{_GRADE}\W+(?:grade|judge?ment|rating)\b"
    rf"|^(?:\W*(?:in\W+)?(?:\w+\W+)?(?:19|20)\d\d\W{{1,4}}{_GRADE}(?:\W+to be good)?){{1,6}}\W*$"
    rf"|\b(?:has|have)\W+(?:(?!not\b|never\b)\w+\W+)?been\W+(?:(?:judged|rated|graded)\W+(?:as\W+)?)?{_GRADE}\W+(?:overall\W+)?since\W+"
    r"(?:\w+\W+)?(?:(?:19|20)\d\d\b|(?:last|previous|\w+) inspection\b|then\b)"
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
    rf"|\b(?:outcome|result|conclusion|finding|picture)\b.{{0,40}}\b(?:was|were|of)\W+(?:one\W+of\W+)?{_GRADE}"
    rf"|\b(?:secured|achieved|received|gained|given|got)\W+(?:an?\W+)?{_GRADE}\W+(?:overall\W+)?(?:outcome|result|report)\b"
    rf"|\b(?:concluded|ended)\b.{{0,30}}\b(?:grade|judge?ment|rating)\W+of\W+{_GRADE}"
    rf"|\b(?:grade|judge?ment|rating)\b.{{0,60}}\bfrom\W+{_GRADE}"
    rf"|\binspected\b.{{0,40}}\b(?:19|20)\d\d\b\W+(?:was|were)\W+{_GRADE}"
    rf"|\bfound\W+{_GRADE}\W+(?:services|arrangements|provision)\b",
    re.I,
)
"""Grades of services in sentences that print a year or speak of an earlier inspection."""

EACH_ITS_OWN = re.compile(
    r"\brespectively\b|\b(?:lifted|overturned|withdr[ae]w\w*|quashed)\b[^.;]{0,40}\b(?:judge?ment|grade|rating)\b"
    r"|\b(?:areas|judge?ments|aspects) (?:except|apart from|other than|save)\b"
    r"(?!.*\b(?:graded|judged|rated|wh(?:ich|o) \w))",
    re.I,
)
"""What gives several services a grade each by their order, leaves open which grade one has, or takes one away."""

IS_NOW = re.compile(r"is|are|be|remains?|continues?|not|never|no|stays?", re.I)
"""Words near in front of a grade that is one of now, or none."""
BECOMES_NOW = re.compile(r"s.*(?:Mp|C)$")
"""What stands in front of a grade that services have come to since: "since then they have declined to"."""
REQUIRING = re.compile(r"x requiring\b|x& requir(?:ed|ing|e)\b", re.I)
"""Where these words go on from another, what they say is no grade: "areas requiring improvement"."""
HAS = re.compile(r"(?:has|have)\b", re.I)
WHEN = re.compile(r"between|throughout|twice|until|\d+", re.I)
"""Words that tell when, or how often, a grade was given."""
NEAREST = 2
EARLIER_ON = re.compile(r"\b(?:previously|last|formerly|initially)\b", re.I)
NOW = re.compile(r"(?:is|are|be|not)$", re.I)
MORE = re.compile(r"[,&]N?p?D,?[SPN]?[ZAVKC]?p?v?G(?![xcFSOJ])|Gp?D|E(?:pI)?(?:p?D)?,?&?K?G")
"""A grade with a date of its own, or behind "inspected"."""
THE_SAME = re.compile(r"[,;] (?:and )?(?:as|so) (?:was|were)\b", re.I)
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


def gives_others_the_same(sentence: str, seen: set[int]) -> bool:
    """Tell whether a sentence of which claims were read gives their grade to others, too: "as were those for"."""
    return bool(seen) and THE_SAME.search(sentence) is not None


def leaves_more(row: tuple[Token, ...], seen: set[int]) -> bool:
    """Tell whether a sentence of which claims, with the tokens ``seen``, were read dates another grade, too."""
    dated = (at for match in MORE.finditer(letters(row)) for at in range(*match.span()))
    return bool(seen) and any(at not in seen and row[at].letter == "G" for at in dated)


def leaves_grade(row: tuple[Token, ...], events: Sequence[Event], seen: set[int], others: bool) -> bool:
    """Tell whether a sentence that speaks of an earlier inspection, or dates services, has a grade that was not read.

    One that only describes a word behind it, or that services have now, is none. ``others`` as in ``passes_over``.
    """
    text = letters(row)
    dated = "D" in text and re.search("[SNPJ]", text) is not None
    if not (events or dated) or others or "T" in text or any(event.others for event in events):
        return False
    for at, token in enumerate(row):
        if token.letter not in "Gg" or at in seen or _describes(row, text, at):
            continue
        if REQUIRING.search(f"{text[:at]} {token.words}"):
            continue
        clause = max(text.rfind(mark, 0, at) for mark in ",.:") + 1
        if "h" in text[clause:at] or OTHERS_IN_FRONT.search(text[:at]) or OTHERS_BEHIND.match(text, at + 1):
            continue
        if not _is_now(row, text, at):
            return True
    return False


def _describes(row: tuple[Token, ...], text: str, at: int) -> bool:
    """Tell whether a grade only describes the word behind it: "good plans", but not "good between 2012 and 2015"."""
    if text[at + 1 : at + 3] == ",x" and text[at - 1 : at] == "x":
        return True  # "have built good, trusting relationships"
    behind = text[at + 1 : at + 2]
    return behind in tuple("xcFOS") and not (behind == "x" and WHEN.fullmatch(row[at + 1].words))


def _is_now(row: tuple[Token, ...], text: str, at: int) -> bool:
    """Tell whether a grade is what services have now, or are said not to have."""
    near = [token for token in row[max(at - NEAREST, 0) : at] if token.letter in "xC"]
    if any(IS_NOW.fullmatch(token.words) for token in near):
        return True
    since = BECOMES_NOW.search(text[:at]) is not None and "g" not in text[:at]
    return since and (text[at - 1] != "C" or HAS.match(row[at - 1].words) is not None)


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
