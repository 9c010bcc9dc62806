"""The grades that a sentence of a paper quotes.

Each sentence is read by itself. It must contain a word of judging ("rated", "found"), and must not be about a home or a
school, nor about what would be. Its domains and grades are taken in printed order: one or more domains followed by one
grade are judgements ("the overall judgement was rated inadequate"), and so is a grade directly followed by its domain
("'inadequate' overall"). Two different grades after one domain are not decided. Which inspection a grade belongs to is
decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.wording.domains import QUOTED
from ingest.wording.earlier.tokens import Token, letters, tokens
from ingest.wording.grades import GRADES
from ingest.wording.late import late
from inspections.vocabulary import Scope

JUDGING = late(r"judg|\brated?\b|\brating|\bgraded?\b|\bfound\b|\bfinding|\bdeemed\b|\bseen (?:to be|as)\b", re.I)
NOT_THIS = late(
    r"\b(?:children.s homes?|care home|residential (?:home|unit|care)|school|academy|police|peer)\b"
    r"|\bif\b|\bwould\b|\bexpected that\b"
    r"|\b(?:hope[ds]?|hoping|wish(?:ed|es)?|aim(?:ed|s|ing)|want(?:ed|s)|sought|strove|aspired)\b"
    r"|\bhad there been\b|\bmight\b"
    r"|^When\b|\bnot (?:been )?(?:judged|rated|graded|found)\b|\bwill be judged\b|\bcould be\b|\bat least good\b",
    re.I,
)
OWN_VIEW = late(
    r"\b(?:our|their|its|council['\u2019]s)\s+(?:\w+\s+){0,2}(?:targets?|ambitions?|aims?|goals?|aspirations?|vision|objectives?|view)\b"
    r"|\bwe\s+(?:\w+\s+)?(?:aim|hope|want|expect|plan|intend|aspire|predict|believe|think|judge|rate|grade|assess)\b"
    r"|\b(?:aim|hope|want|plan|intend|aspire|expect|strive)(?:s|ed)?\s+to\s+(?:be|achieve|become)\b"
    r"|\b(?:ambition|target|goal|aspiration)s?\s+(?:is|was|of|to|for)\b|\bobjectives?\b"
    r"|\bself[\s-]?(?:assess|evaluat)|\bpredict|\bmock\b"
    r"|\bpeer\s+(?:review|challenge)"
    r"|\b(?:audit\w*|advisers?|advisors?|partners|members|auditors|DfE|Department|commissioner|families|survey)\s+(?:\w+\s+)?"
    r"(?:judge|rate|grade|found|assess)"
    r"|\b(?:judged|rated|graded|found|assessed)\b[^.,;]{0,60}\bby\s+(?!\W*(?:\w+\W+){0,3}(?:Ofsted|HMI|HMCI|CQC|inspect|regulator))"
    r"(?!(?:\w+\s+)?(?:19|20)\d\d)(?:the\s+|our\s+|its\s+|their\s+)?[a-z]{4,}",
    re.I,
)
"""What a council thinks of itself or aims at, and what others than inspectors judge."""
_GRADES = late("[Gg](?![xcFO])")
_NAMED = late(r"(?:(?<![fop])[SNPIJ]|(?<=J[fo])S)(?:[po]N)?[:xCMVKARZ]{0,3}p?v?[gG](?![xcFOS])")
INSPECTORS = late(r"\bOfsted\b|\binspect", re.I)
_LINKS = late(r"is|are|has|have|had|remain|remains|continue|continues|stands|still")
"""Words that say which grade a service has."""
MARKED = late(r"\b(?:Outstanding|Inadequate|Adequate|Good|Require[sd]?)\b|[\u2018\u201c'\"]\w")
IN_QUOTES = late(r"[\u2018\u201c'\"]\w")
FOLLOWED_BY_NAME = late(r"\s(?!(?:Authority|Council|Rating|Judgement|Grade|Overall)\b)[A-Z]")
"""A capital behind a grade makes both a name: "Good Practice Guide"."""
AUTHORITY = late(r"\b(?:authority|council|services?|judge?ments?)\b", re.I)
ABOUT_US = late(
    r"\b(?:we|us|our|outcomes?|results?|services?|council|authority|leadership|leaders|judge?ments?|grad(?:es?|ings?|ed)|rat(?:ings?|ed)|areas?"
    r"|inspection|Ofsted|care leavers|in care|protection|overall|effectiveness)\b",
    re.I,
)
GOES_ON = late(r"across|throughout|this|last|when|where|earlier|today|in|so|rather|not", re.I)
"""Words behind a grade that it does not describe: "Good across the board"."""
OTHERS_BEHIND = late("[fop]*O")
AWARDS = (*"CVKAZRJvgMp&,", "")
"""What stands in front of a grade that is awarded; "" where it opens the sentence."""
BEHIND = 4
_PLAIN_GRADE = r"(?:outstanding|inadequate|adequate|good|requir(?:es?|ed|ing) improvement(?: to be good)?)\b"
PLAINLY = late(
    rf"\b(?:areas?|aspects?|domains?|categor(?:y|ies))\W+(?:was|were|is|are|received|got)\W+(?:judged\W+|rated\W+|graded\W+)?"
    rf"{_PLAIN_GRADE}"
    rf"|\b(?:its|our|their|the|an?)\W+(?:overall\W+)?{_PLAIN_GRADE}\W+(?:overall\W+)?(?:rating|grade)s?\b"
    rf"|\boverall\W{{1,3}}{_PLAIN_GRADE}|\b(?:is|are|was|were)\W+(?:now\W+)?{_PLAIN_GRADE}\W+overall\b"
    rf"|\bthe outcome\b[^.;]{{0,80}}\b(?:was|is)\W+{_PLAIN_GRADE}(?!\W+(?!and\b|but\b)\w)"
    rf"|\b{_PLAIN_GRADE}\W+(?:was|were)\W+(?:awarded|given)\b|\baward(?:s|ed)?\W+{_PLAIN_GRADE}"
    rf"|\bto be (?:mostly|largely|generally|broadly|mainly) {_PLAIN_GRADE}(?!\W+\w)"
    rf"|^[^.:]{{3,80}}[:\u2013-]\W*{_PLAIN_GRADE}\W*\("
    rf"|\b(?:deliver|provid)(?:s|ed|ing)\W+an?\W+(?:overall\W+)?{_PLAIN_GRADE}\W+(?:(?:level|standard|quality)\W+(?:of\W+)?)?services?\b",
    re.I,
)
"""What names grades in words that are no row of tokens, so that it can only be doubted."""
IN_BRACKETS = late(rf"({_PLAIN_GRADE}) \(", re.I)
"""What stands in brackets behind a grade is nothing that it describes: "adequate (2 stars)"."""
AWARDED = late(
    rf"\b(?:having|ha[sd]|have|was|were|being|been)\W+(?:been\W+)?(?:judged|rated|graded)\W+(?:overall\W+)?"
    rf"(?:(?:to\W+be|as)\W+)?{_PLAIN_GRADE}",
    re.I,
)
"""A grade that was given: in front of a word of ``NOT_THIS`` it stays one ("judged inadequate, it would receive")."""
FORWARD = late(
    r"\W*(?:overall\W+)?(?:ratings?|grad(?:es?|ings?)|judge?ments?|outcomes?)?[^.,;:]{0,40}\b(?:for|in|on|across)\b[^.,;:]{0,20}",
    re.I,
)
"""What leads from a grade to the domain that has it: "a good rating was received for leadership"."""
_DOMAIN = "|".join(f"(?P<d{i}>{words.pattern})" for i, words in enumerate(QUOTED))
_GRADE = "|".join(f"(?P<g{i}>{words})" for i, (_, words) in enumerate(GRADES))
EVENT = late(rf"(?:{_DOMAIN})|(?<![\w-])(?<!not )(?<!not yet )(?:{_GRADE})(?![\w-])", re.I)


@dataclass(frozen=True, slots=True)
class QuotedGrade:
    """One quoted grade of a domain, with the wordings as printed; ``scope`` is which of two services it judges."""

    domain: str
    domain_wording: str
    grade: str
    grade_wording: str
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    code: str
    wording: str
    grade: bool
    start: int
    end: int


def _events(sentence: str) -> list[_Event]:
    events = []
    for match in EVENT.finditer(sentence):
        name = match.lastgroup or ""
        at = int(name[1:])
        code = GRADES[at][0] if name.startswith("g") else QUOTED[at].domain
        events.append(_Event(code, match.group(), name.startswith("g"), match.start(), match.end()))
    return events


def _clauses(events: list[_Event]) -> Iterator[tuple[list[_Event], list[_Event]]]:
    """Yield runs of domains, each with the grades that belong to it."""
    domains: list[_Event] = []
    grades: list[_Event] = []
    for event in events:
        if event.grade:
            grades.append(event)
        elif not domains and grades and event.start - grades[-1].end <= BEHIND:
            yield [event], grades[-1:]
            grades = []
        else:
            if domains and grades:
                yield domains, grades
                domains = []
            grades = []
            domains.append(event)
    if domains and grades:
        yield domains, grades


def _leads_forward(sentence: str, events: list[_Event]) -> bool:
    """Tell whether a grade in front of domains belongs to them, though another grade stands behind them."""
    for at, (grade, domain) in enumerate(pairwise(events)):
        leads = grade.grade and not domain.grade and FORWARD.fullmatch(sentence[grade.end : domain.start])
        behind = next((event for event in events[at + 2 :] if event.grade), None) if leads else None
        if behind and behind.code != grade.code:
            return True
    return False


def is_own_view(sentence: str) -> bool:
    """Tell whether a sentence is about what a council thinks of itself or aims at, which is no judgement."""
    return OWN_VIEW.search(sentence) is not None


def find_claims(sentence: str) -> tuple[QuotedGrade, ...] | None:
    """Return the grades that a sentence quotes; None when a domain is followed by two different grades."""
    if not JUDGING.search(sentence) or NOT_THIS.search(sentence):
        return ()
    claims: list[QuotedGrade] = []
    if _leads_forward(sentence, _events(sentence)):
        return None
    for domains, grades in _clauses(_events(sentence)):
        if len({grade.code for grade in grades}) > 1:
            return None
        claims += [QuotedGrade(d.code, d.wording, grades[0].code, grades[0].wording) for d in domains]
    return tuple(claims)


def grades_named(sentence: str) -> int:
    """Return how many grades a sentence names, those left out that only describe a word behind them."""
    return len(_GRADES.findall(letters(tokens(sentence))))


def names_grade(sentence: str) -> bool:
    """Tell whether a sentence says of a service, or of what was inspected, that it has a grade."""
    plainly = PLAINLY.search(sentence) is not None
    sentence = IN_BRACKETS.sub(r"\1, ", sentence)
    row = tokens(sentence)
    text = letters(row)
    if other := NOT_THIS.search(sentence):
        return AWARDED.search(sentence, 0, other.start()) is not None and "O" not in text
    if plainly and not set(text) & set("hO"):
        return True
    if not set(text) & set("hO") and (_links_grade(sentence, row, text) or re.search("[VKAJ].*G:S", text)):
        return True
    return any(_is_printed_as_grade(sentence, row, at) for at, token in enumerate(row) if token.letter in "Gg")


def _links_grade(sentence: str, row: tuple[Token, ...], text: str) -> bool:
    """Tell whether nothing but a verb stands between a service, or what was inspected, and a grade."""
    for match in _NAMED.finditer(text):
        words = (token.words for token in row[match.start() : match.end()] if token.letter == "x")
        awarded = set(match.group()) & set("VKARJ") or text[match.start()] == "I" or any(row[match.start()].domains)
        awarded = awarded or text[: match.start()].endswith(("Jo", "Jf")) or INSPECTORS.search(sentence) is not None
        if awarded and not row[match.start()].loose and all(map(_LINKS.fullmatch, words)):
            return True
    return False


def _is_printed_as_grade(sentence: str, row: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word is a grade by its print or by the words beside it, in a clause about the council's services.

    A capital or quotation marks inside a sentence make it one, and so do words of judging or the name of the
    inspectorate, unless it only describes the word behind it ("Ofsted saw good plans").
    """
    text = letters(row)
    clause = max(text.rfind(mark, 0, at) for mark in ",.:") + 1
    if set(text[clause:at]) & set("hO") or OTHERS_BEHIND.match(text, at + 1) or not ABOUT_US.search(sentence):
        return False
    token = row[at]
    printed = sentence[max(token.start - 1, 0) : token.end + 1]
    marked = bool(at and MARKED.search(printed)) and not FOLLOWED_BY_NAME.match(sentence, token.end)
    behind = text[at + 1 : at + 2]
    goes_on = behind == "x" and GOES_ON.fullmatch(row[at + 1].words)
    describes = (behind in tuple("xcFO") and not goes_on) or (behind == "S" and not AUTHORITY.search(row[at + 1].words))
    if describes and not (marked and IN_QUOTES.search(printed)):
        return False
    judged = JUDGING.search(sentence) or INSPECTORS.search(sentence)
    return marked or bool(
        judged and (token.words.endswith(("inadequate", "improvement")) or text[at - 1 : at] in AWARDS)
    )
