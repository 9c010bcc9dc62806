"""What the sentences of a paper are about: children's services or others, and which inspection.

A sentence is about others if it names schools, homes or agencies and not children's services, and goes on from one that
does. The inspection spoken of is that of the sentence itself, else the last one in front of it in its paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.drafts import InspectionDraft
from ingest.wording.domains import ADOPTION, OVERALL
from ingest.wording.earlier.previous_inspections import PreviousInspection
from ingest.wording.inspections import (
    CHILDRENS_SERVICES,
    SPEAKS,
    DocumentPassage,
    Mention,
    agrees,
    is_about_others,
    sentences,
)
from ingest.wording.previous import Told, Untied
from ingest.wording.reported import JUDGING, QuotedGrade
from inspections.reference.tables import frameworks

JUDGEMENT = re.compile(r"\bjudge?ments?\b", re.I)
WE = re.compile(r"\b(?:we|us|our)\b", re.I)
WE_ARE = re.compile(r"\bwe (?:are|were|have been)\b", re.I)
IN_THE_PAST = re.compile(
    r"\b(?:previously|formerly|earlier|historically|in the past|at that time|last time|before (?:that|then)"
    r"|until then|(?:inspection|report|visit|one) before|(?:first|second last) inspection|lifted|overturned)\b",
    re.I,
)
OF_NOW = re.compile(
    r"\bnow\b|\bthis (?:inspection|time)\b|\bcurrent(?:ly)?\b"
    r"|\b(?:latest|new|recent) (?:\w+ )?(?:inspection|report|judge?ments?)\b(?<!most recent inspection)",
    re.I,
)
YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/])")


def of_adoption(told: Iterable[Told]) -> Iterator[PreviousInspection]:
    """The grades of adoption services: sentences about them are else passed over, as those about agencies are."""
    for one in told:
        if isinstance(one, PreviousInspection) and one.domain == ADOPTION:
            yield one


def given_by(untied: Iterable[Untied], goes_on: bool) -> list[QuotedGrade]:
    """Return the grades that sentences give without an inspection.

    Where they name no inspectors, those of services by name, in a sentence that speaks of judgements or ``goes_on``.
    """
    return [
        QuotedGrade(subject.domain or OVERALL, subject.words or "overall", one.claim.grade, one.claim.grade_words)
        for one in untied
        for subject in one.claim.subjects
        if one.tells or (subject.domain and (goes_on or JUDGEMENT.search(one.sentence)))
    ]


def states(printed: str, sentence: str) -> bool:
    """Tell whether a sentence states what is printed, and does not only introduce its inspection."""
    introduces = printed.startswith(sentence) and not printed.endswith(sentence)
    return is_in(printed, sentence) and not introduces


def is_in(printed: str, sentence: str) -> bool:
    """Tell whether one of two texts stands in the other."""
    return sentence in printed or printed in sentence or printed.endswith(sentence)


@cache
def graded_frameworks() -> frozenset[str]:
    """Return the codes of the frameworks that give grades."""
    return frozenset(facts.code for facts in frameworks() if facts.graded)


def about_children_in(passage: DocumentPassage) -> Iterator[str]:
    """The sentences of a passage that are about children's services.

    Not of others, nor going on from a sentence that is.
    """
    others = False
    for sentence in sentences(passage.text):
        if CHILDRENS_SERVICES.search(sentence):
            others = False
        elif is_about_others(sentence) and (SPEAKS.search(sentence) or JUDGING.search(sentence)):
            others = True
        if not others:
            yield sentence


def fits_year(sentence: str, about: InspectionDraft | None) -> bool:
    """Tell whether a sentence prints no year, or one of those in which the inspection was held or published."""
    years = set(YEAR.findall(sentence))
    dates = (about.started, about.ended, about.published) if about else ()
    return not years or about is None or bool(years & {date.iso[:4] for date in dates if date})


def spoken_of(
    sentence: str,
    index: int,
    passage: DocumentPassage,
    mentions: Iterable[Mention],
    inspections: tuple[InspectionDraft, ...],
) -> InspectionDraft | None:
    """The inspection of the sentence itself, else the last one in front of it in its paragraph, else none."""
    here = [m for m in mentions if m.index == index]
    at = passage.text.find(sentence)
    before = [m for m in here if passage.text.find(m.sentence) < at and not OF_NOW.search(sentence)]
    near = ([m for m in here if m.sentence == sentence] or before)[-1:]
    return next((i for m in near for i in inspections if agrees(i, m.inspection)), None)
