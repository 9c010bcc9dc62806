"""The grades that the passages of a paper report, sentence by sentence and table by table.

A grade that its sentence ties to a dated inspection goes to that one (``wording.previous``); every other
(``wording.reported``) to the inspection of its sentence, of its paragraph, or to the one that the paper follows, unless
it prints another year. The inspection of a date is the one that the paper speaks of, else a new one. Sentences about
others (a school, a home, another authority) are passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.drafts import InspectionDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.structure.grade_tables import TabledGrade
from ingest.wording.authorities import find_authorities
from ingest.wording.domains import ADOPTION, OVERALL
from ingest.wording.earlier.claims import Claim, Context, listed_in
from ingest.wording.earlier.events import PARTS, awards, whole_service_in
from ingest.wording.earlier.previous_inspections import PreviousInspection
from ingest.wording.earlier.shapes import LISTED_ALONE
from ingest.wording.earlier.tokens import letters, tokens
from ingest.wording.inspections import (
    CHILDRENS_SERVICES,
    SPEAKS,
    DocumentPassage,
    Mention,
    agrees,
    is_about_others,
    sentences,
)
from ingest.wording.previous import Doubted, PreviousReader, Told, Untied
from ingest.wording.reported import JUDGING, QuotedGrade, find_claims, grades_named, is_own_view, names_grade
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts, frameworks
from inspections.vocabulary import NoticeLevel, Scope

PART_OF = {framework: domain for _, framework, domain in PARTS}
"""Frameworks that inspected one part of the services, with that part."""
JUDGEMENT = re.compile(r"\bjudge?ments?\b", re.I)
WE = re.compile(r"\b(?:we|us|our)\b", re.I)
IN_THE_PAST = re.compile(
    r"\b(?:previously|formerly|earlier|historically|in the past|at that time|last time|before (?:that|then)"
    r"|until then)\b",
    re.I,
)
OF_NOW = re.compile(
    r"\bnow\b|\bthis (?:inspection|time)\b|\bcurrent(?:ly)?\b"
    r"|\b(?:latest|new|recent) (?:\w+ )?(?:inspection|report|judge?ments?)\b(?<!most recent inspection)",
    re.I,
)
LONGEST_ITEM = 200
"""Characters of a passage that is an item of a list of grades."""
YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/])")


Key = tuple[InspectionDraft | None, str, Scope | None, str]
Found = dict[Key, tuple[QuotedGrade, list[DocumentPassage]]]
"""The grades of a paper with the passages that tell them, by inspection, domain, scope and grade."""


class PaperReader:
    """Collects the grades of a paper in ``found``, and what it doubts in ``notices``."""

    def __init__(
        self,
        mentions: tuple[Mention, ...],
        inspections: tuple[InspectionDraft, ...],
        own: InspectionDraft | None,
        authority: AuthorityFacts | None,
        published: PartialDate | None = None,
    ) -> None:
        self.mentions, self.inspections, self.own, self.authority = mentions, inspections, own, authority
        self.published = published
        self.found: Found = {}
        self.notices: list[NoticeDraft] = []
        self._about: InspectionDraft | None = None
        self._last: tuple[int, InspectionDraft | None] = (-1, None)

    def read_table(self, passage: DocumentPassage, tabled: Sequence[TabledGrade]) -> None:
        """Take the grades of a table, each for the inspection of its column; none of a column of another authority."""
        for grade in tabled:
            if self._of_another(grade.heading):
                continue
            if grade.date and self._is_to_come(grade.date):
                self.doubt(passage, f"the column “{grade.heading}” of a time after the paper")
                continue
            year = whole_service_in(int(grade.date.iso[:4])) if grade.date else None
            framework = year if all(awards(year, other.grade) for other in tabled if other.date == grade.date) else None
            about = self._dated(framework, grade.date, False) if grade.date else self.own
            if about is None:
                self.doubt(passage, f"the column “{grade.heading}” without an inspection")
                return
            self._add(about, QuotedGrade(grade.domain, grade.domain_wording, grade.grade, grade.grade_wording), passage)

    def _is_to_come(self, date: PartialDate) -> bool:
        """Tell whether a date is of a year after that of the paper, and not of the inspection that it follows."""
        own = (self.own.started, self.own.ended, self.own.published) if self.own else ()
        of_own = any(day.iso[:4] == date.iso[:4] for day in own if day)
        return self.published is not None and date.iso[:4] > self.published.iso[:4] and not of_own

    def read(self, index: int, passage: DocumentPassage) -> bool:
        """Take the grades of a passage, sentence by sentence; tells whether there were any, or a doubt."""
        told, doubts = self._told(), len(self.notices)
        item = _item(passage.text)
        if item and not JUDGING.search(passage.text):
            self._read_item(item, passage, of_own=self._last == (index - 1, self.own))
        else:
            self._read(index, passage)
        if self._told() > told:
            self._last = (index, self._about)
        return self._told() > told or len(self.notices) > doubts

    def _told(self) -> int:
        return sum(len(places) for _, places in self.found.values())

    def _read_item(self, claims: Sequence[Claim], passage: DocumentPassage, *, of_own: bool) -> None:
        """Take a passage that is nothing but services with their grades, where that in front of it is of this one."""
        if not of_own or self.own is None:
            self.doubt(passage, "an inspection that is not clear")
            return
        for claim in claims:
            for subject in claim.subjects:
                quoted = QuotedGrade(subject.domain, subject.words, claim.grade, claim.grade_words)
                self._add(self.own, quoted, passage)

    def _read(self, index: int, passage: DocumentPassage) -> None:
        reader = PreviousReader(keeps_untied=True)
        told = list(reader.read(passage.text))
        about_children = tuple(_about_children(passage))
        for grade in _of_adoption(told):
            elsewhere = not any(_is_in(grade.printed, sentence) for sentence in about_children)
            if elsewhere and not self._of_another(grade.printed):
                self._take(grade, passage)
        elsewhere = goes_on = False
        for sentence in about_children:
            if self._of_another(sentence):
                elsewhere = True
                continue
            elsewhere = elsewhere and not self._comes_back(sentence)
            if elsewhere:
                if JUDGING.search(sentence) and grades_named(sentence):
                    self.doubt(passage, "another authority in front of it")
                continue
            if is_own_view(sentence):
                if JUDGING.search(sentence) and grades_named(sentence):
                    self.doubt(passage, "what the council aims at, or what others than inspectors think")
                continue
            about = _spoken_of(sentence, index, passage, self.mentions, self.inspections) or self.own
            grades = [t for t in told if isinstance(t, PreviousInspection) and _states(t.printed, sentence)]
            if grades and OF_NOW.search(sentence) and all(grade.printed != sentence for grade in grades):
                self.doubt(passage, "an inspection that is not clear")
                continue
            for grade in grades:
                self._take(grade, passage)
            untied = any(_is_in(one.sentence, sentence) for one in reader.untied)
            doubted = any(isinstance(t, Doubted) and _is_in(t.sentence, sentence) for t in told)
            known = {grade.domain for grade in grades}
            left = any(_is_in(one, sentence) for one in reader.left)
            told_all = bool(grades) and not (doubted or untied or left)
            before = self._told()
            quoted = not told_all and self._quoted(sentence, about, known, reader, passage, goes_on=goes_on)
            goes_on = self._told() > before and self._about == about
            if doubted and not quoted:
                self.doubt(passage, "an inspection or a service that is not clear")
            elif not quoted and not grades and names_grade(sentence):
                self.doubt(passage, "an inspection that is not clear")

    def _of_another(self, sentence: str) -> bool:
        """Tell whether a sentence names another authority."""
        named = {found.la_code for found in find_authorities(sentence)}
        return self.authority is not None and bool(named - {self.authority.la_code})

    def _comes_back(self, sentence: str) -> bool:
        """Tell whether a sentence behind one about another authority is about this one again."""
        named = {found.la_code for found in find_authorities(sentence)}
        own = self.authority is not None and self.authority.la_code in named
        return own or SPEAKS.search(sentence) is not None or WE.search(sentence) is not None

    def _quoted(
        self,
        sentence: str,
        about: InspectionDraft | None,
        known: set[str],
        reader: PreviousReader,
        passage: DocumentPassage,
        *,
        goes_on: bool = False,
    ) -> bool:
        """Take the grades that belong to the inspection spoken of; tells whether there were any, or a doubt.

        ``reader`` has those that belong to no inspection of their own sentence, and knows where it has left a grade.
        ``goes_on`` tells that the sentence in front of this one gave some of the same inspection.
        """
        claims = find_claims(sentence)
        left = any(_is_in(one, sentence) for one in reader.left)
        untied = [one for one in reader.untied if _is_in(one.sentence, sentence)]
        given = _given(untied, goes_on) if about and about.framework in _graded_frameworks() else []
        if claims is None and not known and (left or not given):
            self.doubt(passage, "two different grades")
            return True
        new: dict[str, QuotedGrade] = {}
        for claim in (*(claims or ()), *given):
            if claim.domain not in known and new.setdefault(claim.domain, claim).grade != claim.grade:
                self.doubt(passage, "two different grades")
                return True
        if new and about == self.own and IN_THE_PAST.search(sentence):
            self.doubt(passage, "an inspection that is not clear")
            return True
        if new and not _fits_year(sentence, about):
            if not known:
                self.doubt(passage, "another year than the inspection that is spoken of")
            return True
        for claim in new.values():
            self._add(about, claim, passage)
        more = bool(known or new) and left and grades_named(sentence) > len({*known, *new})
        if more:
            self.doubt(passage, "another grade beside those that were read")
        return bool(new) or more

    def _take(self, told: PreviousInspection, passage: DocumentPassage) -> None:
        if told.date and self._is_to_come(told.date):
            self.doubt(passage, "a time after the paper")
            return
        about = self._dated(told.framework, told.date, told.published) if told.date else None
        if about is None:
            self.doubt(passage, "an inspection that is not clear")
            return
        scope = told.scope if about.framework == told.framework else None
        domain = told.domain if scope else told.part if told.scope else told.domain
        self._add(about, QuotedGrade(domain, told.domain_wording, told.grade, told.grade_wording, scope), passage)

    def _dated(self, framework: str | None, date: PartialDate | None, published: bool) -> InspectionDraft | None:
        """Return the inspection of a date: the one that the paper speaks of, else a new one; None if it may be two."""
        started, day = (None, date) if published else (date, None)
        wanted = InspectionDraft(framework, started, None, day)
        graded = [one for one in self.inspections if one.framework is None or one.framework in _graded_frameworks()]
        found = [one for one in graded if agrees(one, wanted)]
        same = [one for (one, *_) in self.found if one and agrees(one, wanted)]
        candidates = list(dict.fromkeys((*found, *same)))
        if len(candidates) > 1:
            return None
        return candidates[0] if candidates else wanted

    def _add(self, about: InspectionDraft | None, claim: QuotedGrade, passage: DocumentPassage) -> None:
        """Count a grade; the grade of the one part that an inspection was about is its overall grade."""
        if about and claim.domain == PART_OF.get(about.framework or ""):
            claim = replace(claim, domain=OVERALL)
        self._about = about
        key = (about, claim.domain, claim.scope, claim.grade)
        self.found.setdefault(key, (claim, []))[1].append(passage)

    def doubt(self, passage: DocumentPassage, what: str) -> None:
        """Tell that a judgement was not taken because of what is not clear."""
        message = f"A sentence names a judgement with {what}; none was taken. Read the paragraph."
        place = passage.place
        notice = NoticeDraft(
            NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, place.page, place.line, passage.anchor
        )
        if notice not in self.notices:
            self.notices.append(notice)


def _of_adoption(told: Iterable[Told]) -> Iterator[PreviousInspection]:
    """The grades of adoption services: sentences about them are else passed over, as those about agencies are."""
    for one in told:
        if isinstance(one, PreviousInspection) and one.domain == ADOPTION:
            yield one


def _item(text: str) -> tuple[Claim, ...]:
    """Return the claims of a text that is nothing but services with their grades ("Leadership – inadequate")."""
    row = tokens(text) if len(text) <= LONGEST_ITEM else ()
    if not row or not LISTED_ALONE.fullmatch(letters(row)):
        return ()
    claims = listed_in(row, Context())
    return claims if all(subject.domain for claim in claims for subject in claim.subjects) else ()


def _given(untied: Iterable[Untied], goes_on: bool) -> list[QuotedGrade]:
    """Return the grades that sentences give without an inspection.

    Where they name no inspectors, those of services by name, in a sentence that speaks of judgements or ``goes_on``.
    """
    return [
        QuotedGrade(subject.domain or OVERALL, subject.words or "overall", one.claim.grade, one.claim.grade_words)
        for one in untied
        for subject in one.claim.subjects
        if one.tells or (subject.domain and (goes_on or JUDGEMENT.search(one.sentence)))
    ]


def _states(printed: str, sentence: str) -> bool:
    """Tell whether a sentence states what is printed, and does not only introduce its inspection."""
    introduces = printed.startswith(sentence) and not printed.endswith(sentence)
    return _is_in(printed, sentence) and not introduces


def _is_in(printed: str, sentence: str) -> bool:
    return sentence in printed or printed in sentence or printed.endswith(sentence)


@cache
def _graded_frameworks() -> frozenset[str]:
    return frozenset(facts.code for facts in frameworks() if facts.graded)


def _about_children(passage: DocumentPassage) -> Iterator[str]:
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
