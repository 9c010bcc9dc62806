"""Judgements that a paper quotes from an inspection: only where its words say so.

Sentence by sentence: the domains and grades that are named, in printed order; one or more domains followed by one grade
word, with a word of judging between or before them, are judgements ("the overall judgement was rated inadequate"). A grade with
its domain right behind it ("'inadequate' overall") counts too. Two different grades after one domain are not
decided. A sentence that names another authority, speaks of a home or a school, or only of what would be, is none, and neither is one
that goes on from such a sentence, or that prints another year than that of the inspection to which it would belong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.drafts import InspectionDraft, JudgementDraft
from ingest.notices import Notice
from ingest.wording.authorities import find_authorities
from ingest.wording.grades import GRADES
from ingest.wording.inspections import (
    CHILDRENS_SERVICES,
    SPEAKS,
    Mention,
    Passage,
    agrees,
    is_about_others,
    sentences,
)
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Basis, NoticeLevel

DOMAIN_WORDS: tuple[tuple[str, str], ...] = (
    ("children-in-care-and-care-leavers", r"(?:experiences and progress of )?children in care and care leavers"),
    ("children-in-care-and-care-leavers", r"children looked after and achieving permanence and care leavers"),
    (
        "children-in-care",
        r"experiences and progress of children in care|children looked after and achieving permanence",
    ),
    ("care-leavers", r"experiences and progress of care leavers"),
    ("help-and-protection", r"(?:experiences and progress of )?children who need help and protections?"),
    ("leadership", r"impact of leaders(?: on social work practice(?: with children and families)?)?"),
    ("leadership", r"leadership, management and governance"),
    ("adoption", r"adoption performance"),
    ("lscb", r"effectiveness of the Local Safeguarding Children Board"),
    ("capacity-to-improve", r"capacity (?:to improve|for improvement)"),
    ("overall-effectiveness", r"overall (?:effectiveness(?: of children.s services)?|judge?ment|grade|rating)"),
    (
        "overall-effectiveness",
        r"(?:rated|judged|graded) (?:the |its |our |Medway.s )?(?:looked after )?children.s services as",
    ),
    ("overall-effectiveness", r"overall(?= inadequate| good| outstanding| adequate)|(?<=['’”\"] )overall"),
)
JUDGING = re.compile(r"judg|\brated?\b|\brating|\bgraded?\b|\bfound\b|\bfinding", re.I)
NOT_THIS = re.compile(
    r"\b(?:children.s homes?|care home|residential (?:home|unit|care)|school|academy|police|peer)\b|\bif\b|\bwould\b|\bexpected that\b|"
    r"^When\b|\bnot (?:been )?(?:judged|rated|graded|found)\b|\bwill be judged\b|\bcould be\b|\bat least good\b",
    re.I,
)
BEHIND = 4
YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/])")
_DOMAIN = "|".join(f"(?P<d{i}>{words})" for i, (_, words) in enumerate(DOMAIN_WORDS))
_GRADE = "|".join(f"(?P<g{i}>{words})" for i, (_, words) in enumerate(GRADES))
EVENT = re.compile(rf"(?:{_DOMAIN})|(?<![\w-])(?<!not )(?<!not yet )(?:{_GRADE})(?![\w-])", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """One reported judgement, with the wordings as printed."""

    domain: str
    domain_wording: str
    grade: str
    grade_wording: str


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
        table = GRADES if name.startswith("g") else DOMAIN_WORDS
        code = table[int(name[1:])][0]
        events.append(_Event(code, match.group(), name.startswith("g"), match.start(), match.end()))
    return events


def _clauses(events: list[_Event]) -> Iterator[tuple[list[_Event], list[_Event]]]:
    """Runs of domains, each with the run of grades that follows it."""
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


def find_claims(sentence: str) -> tuple[Claim, ...] | None:
    """The judgements that a sentence reports; None when it names a domain with two grades that differ."""
    if not JUDGING.search(sentence) or NOT_THIS.search(sentence):
        return ()
    claims: list[Claim] = []
    for domains, grades in _clauses(_events(sentence)):
        if len({grade.code for grade in grades}) > 1:
            return None
        claims += [Claim(d.code, d.wording, grades[0].code, grades[0].wording) for d in domains]
    return tuple(claims)


def _about_children(passage: Passage) -> Iterator[str]:
    """The sentences of a passage that are about children's services: not of others, nor going on from a sentence that is."""
    others = False
    for sentence in sentences(passage.text):
        if CHILDRENS_SERVICES.search(sentence):
            others = False
        elif is_about_others(sentence) and (SPEAKS.search(sentence) or JUDGING.search(sentence)):
            others = True
        if not others:
            yield sentence


def _fits_year(sentence: str, about: InspectionDraft | None) -> bool:
    """Tell whether a sentence prints no year, or one of those in which the inspection was held or published."""
    years = set(YEAR.findall(sentence))
    dates = (about.started, about.ended, about.published) if about else ()
    return not years or about is None or bool(years & {date.iso[:4] for date in dates if date})


def _spoken_of(
    sentence: str, index: int, mentions: Iterable[Mention], inspections: tuple[InspectionDraft, ...]
) -> InspectionDraft | None:
    """The inspection of the sentence itself, else the last one that its paragraph mentions, else none."""
    here = [m for m in mentions if m.index == index]
    same = [m for m in here if m.sentence == sentence]
    near = (same or here)[-1:]
    return next((i for m in near for i in inspections if agrees(i, m.inspection)), None)


def reported_judgements(
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    inspections: tuple[InspectionDraft, ...],
    own: InspectionDraft | None,
    authority: AuthorityFacts | None,
) -> tuple[tuple[JudgementDraft, ...], tuple[Notice, ...]]:
    """Every reported judgement once for each inspection, with all the paragraphs that report it as evidence.

    One that the sentences of a paper contradict, or that cannot be told apart, gives a notice.
    """
    found: dict[tuple[InspectionDraft | None, str, str], tuple[Claim, list[Passage]]] = {}
    notices: list[Notice] = []
    for index, passage in enumerate(passages):
        for sentence in _about_children(passage):
            named = {a.la_code for a in find_authorities(sentence)}
            if authority and named - {authority.la_code}:
                continue
            claims = find_claims(sentence)
            about = _spoken_of(sentence, index, mentions, inspections) or own
            if claims is None or (claims and not _fits_year(sentence, about)):
                what = (
                    "two different grades" if claims is None else "another year than the inspection that is spoken of"
                )
                message = f"A sentence names a judgement with {what}; none was taken. Read the paragraph."
                place = passage.place
                notices.append(
                    Notice(
                        NoticeLevel.WARNING,
                        NoticeCode.REPORTED_UNCLEAR,
                        message,
                        place.page,
                        place.line,
                        passage.anchor,
                    )
                )
                continue
            for claim in claims:
                key = (about, claim.domain, claim.grade)
                found.setdefault(key, (claim, []))[1].append(passage)
    return tuple(_drafts(found, own)), (*notices, *_contradictions(found))


def _drafts(
    found: dict[tuple[InspectionDraft | None, str, str], tuple[Claim, list[Passage]]], own: InspectionDraft | None
) -> Iterator[JudgementDraft]:
    taken: dict[str, int] = {}
    for (about, domain, grade), (claim, places) in found.items():
        anchor = f"reported-{domain}"
        count = taken[anchor] = taken.get(anchor, 0) + 1
        yield JudgementDraft(
            anchor=anchor if count == 1 else f"{anchor}~{count}",
            domain=domain,
            domain_wording=claim.domain_wording,
            grade=grade,
            grade_wording=claim.grade_wording,
            basis=Basis.REPORTED,
            inspection=None if about == own else about,
            evidence=tuple(dict.fromkeys(p.anchor for p in places if p.anchor)),
            place=places[0].place,
        )


def _contradictions(
    found: dict[tuple[InspectionDraft | None, str, str], tuple[Claim, list[Passage]]],
) -> Iterator[Notice]:
    grades: dict[tuple[InspectionDraft | None, str], set[str]] = {}
    for (about, domain, grade), (_, places) in found.items():
        known = grades.setdefault((about, domain), set())
        known.add(grade)
        if len(known) == 2:
            place = places[0].place
            message = (
                f"The paper gives two grades for {domain} of one inspection; both were kept. Check which is right."
            )
            yield Notice(
                NoticeLevel.WARNING,
                NoticeCode.REPORTED_CONTRADICTION,
                message,
                place.page,
                place.line,
                places[0].anchor,
            )
