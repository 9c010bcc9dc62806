"""Reported judgements: the grades of other inspections that a report or a paper quotes.

What an inspectorate's report tells of earlier inspections is read by ``earlier_grades``. A paper speaks of inspections
in one sentence and of grades in the next, so its judgements belong to the inspection of the sentence itself, else to
the last one that its paragraph mentions, else to the one that it follows (``wording.inspections``,
``wording.reported``). What is said of another authority, of a school or a home, or of another year than that of the
inspection to which it would belong, is none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.drafts import InspectionDraft, JudgementDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.structure.anchors import Anchors
from ingest.wording.authorities import find_authorities
from ingest.wording.inspections import (
    CHILDRENS_SERVICES,
    SPEAKS,
    Mention,
    Passage,
    agrees,
    find_mentions,
    followed,
    is_about_others,
    sentences,
    unite,
)
from ingest.wording.reported import JUDGING, QuotedGrade, find_claims
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Basis, NoticeLevel

YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/])")


@dataclass(frozen=True, slots=True)
class Reported:
    """What a document says of inspections.

    The judgements it reports, the inspection it follows, and others it mentions.

    A judgement whose ``inspection`` is None is of the one that the document follows.

    """

    judgements: tuple[JudgementDraft, ...]
    mentions: tuple[InspectionDraft, ...]
    followed: InspectionDraft | None = None
    notices: tuple[NoticeDraft, ...] = ()


def reported_by_paper(
    passages: tuple[Passage, ...], title: str, published: PartialDate | None, authority: AuthorityFacts | None
) -> Reported:
    """What a paper of a title and a day says in its passages.

    The inspection that it follows, others, and their judgements.
    """
    mentions = find_mentions(passages, authority)
    known = unite(mentions)
    own = followed(known, title, published)
    judgements, notices = judgements_in(passages, mentions, known, own, authority)
    return Reported(judgements, tuple(inspection for inspection in known if inspection != own), own, notices)


def _about_children(passage: Passage) -> Iterator[str]:
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


def judgements_in(
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    inspections: tuple[InspectionDraft, ...],
    own: InspectionDraft | None,
    authority: AuthorityFacts | None,
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """Every judgement that passages report, once for each inspection, with all paragraphs that report it.

    One that the sentences of a paper contradict, or that cannot be told apart, gives a notice.
    """
    found: dict[tuple[InspectionDraft | None, str, str], tuple[QuotedGrade, list[Passage]]] = {}
    notices: list[NoticeDraft] = []
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
                    NoticeDraft(
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
    found: dict[tuple[InspectionDraft | None, str, str], tuple[QuotedGrade, list[Passage]]], own: InspectionDraft | None
) -> Iterator[JudgementDraft]:
    anchors = Anchors()
    for (about, domain, grade), (claim, places) in found.items():
        yield JudgementDraft(
            anchor=anchors.take(f"reported-{domain}"),
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
    found: dict[tuple[InspectionDraft | None, str, str], tuple[QuotedGrade, list[Passage]]],
) -> Iterator[NoticeDraft]:
    grades: dict[tuple[InspectionDraft | None, str], set[str]] = {}
    for (about, domain, grade), (_, places) in found.items():
        known = grades.setdefault((about, domain), set())
        known.add(grade)
        if len(known) == 2:
            place = places[0].place
            message = (
                f"The paper gives two grades for {domain} of one inspection; both were kept. Check which is right."
            )
            yield NoticeDraft(
                NoticeLevel.WARNING,
                NoticeCode.REPORTED_CONTRADICTION,
                message,
                place.page,
                place.line,
                places[0].anchor,
            )
