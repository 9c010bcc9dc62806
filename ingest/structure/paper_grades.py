"""The grades that the passages of a paper report, sentence by sentence and table by table.

A grade that its sentence ties to a dated inspection goes to that one (``wording.previous``); every other
(``wording.reported``) to the inspection of its sentence, of its paragraph, or to the one that the paper follows, unless
it prints another year. The inspection of a date is the one that the paper speaks of, else a new one. Sentences about
others (a school, a home, another authority) are passed over.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.drafts import InspectionDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.structure.grade_tables import TabledGrade
from ingest.structure.listed_grades import ListOfGrades, is_grade_alone, item_claims, item_in_front, leads_to_list
from ingest.structure.paper_sentences import (
    IN_THE_PAST,
    OF_NOW,
    WE,
    WE_ARE,
    about_children_in,
    fits_year,
    given_by,
    graded_frameworks,
    is_in,
    of_adoption,
    spoken_of,
    states,
)
from ingest.wording.authorities import find_authorities, named_places
from ingest.wording.dates import last_day
from ingest.wording.domains import OVERALL
from ingest.wording.earlier.claims import Claim
from ingest.wording.earlier.compared_grades import compares_grades
from ingest.wording.earlier.events import PARTS, awards, whole_service_in
from ingest.wording.earlier.previous_inspections import PreviousInspection
from ingest.wording.earlier.tokens import tokens
from ingest.wording.inspections import (
    SPEAKS,
    DocumentPassage,
    Mention,
    agrees,
)
from ingest.wording.previous import Doubted, PreviousReader, Told
from ingest.wording.reported import JUDGING, QuotedGrade, find_claims, grades_named, is_own_view, names_grade
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import NoticeLevel, Scope

PART_OF = {framework: domain for _, framework, domain in PARTS}
"""Frameworks that inspected one part of the services, with that part."""
OWN_VIEW_DOUBTED = "what the council aims at, or what others than inspectors think"


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
        self._taken = 0
        """How many grades there were before those that the last sentence quotes of the inspection spoken of."""
        self._list = ListOfGrades()

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
        in_list = self._list.is_open(index, self.own)
        text = self._list.whole(passage.text) if in_list else passage.text
        item = item_claims(text, in_list=in_list)
        in_front, behind = item_in_front(text) if in_list and not item else ((), text)
        if in_front:
            self._read_item(in_front, passage, of_own=in_list)
            passage = replace(passage, text=behind)
        if item and not JUDGING.search(text):
            self._read_item(item, passage, of_own=in_list)
        elif is_grade_alone(text):
            self.doubt(passage, "a service that is not clear")
        else:
            self._read(index, passage)
        if self._told() > told:
            self._list.goes_on(index, self._about)
        elif self._introduces(passage) or (in_list and self._list.names_service(text)):
            self._list.goes_on(index, self.own, text)
        return self._told() > told or len(self.notices) > doubts

    def _introduces(self, passage: DocumentPassage) -> bool:
        """Tell whether a passage leads to a list of the grades of the one inspection with grades that is spoken of."""
        graded = [one for one in self.inspections if one.framework in graded_frameworks()]
        return (
            len(graded) == 1
            and graded[0] == self.own
            and leads_to_list(passage.text)
            and not IN_THE_PAST.search(passage.text)
            and not self._of_another(passage.text)
            and fits_year(passage.text, self.own)
        )

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
        about_children = tuple(about_children_in(passage))
        for grade in of_adoption(told):
            elsewhere = not any(is_in(grade.printed, sentence) for sentence in about_children)
            if elsewhere and not self._of_another(grade.printed):
                self._take(grade, passage)
        goes_on = False
        for sentence in self._of_inspectors(about_children, passage):
            about = spoken_of(sentence, index, passage, self.mentions, self.inspections) or self.own
            if self._read_sentence(sentence, about, told, reader, passage, goes_on=goes_on):
                goes_on = self._told() > self._taken and self._about == about

    def _of_inspectors(self, about_children: Iterable[str], passage: DocumentPassage) -> Iterator[str]:
        """Yield the sentences about this authority that do not tell what a council thinks of itself.

        The others give a doubt where they speak of judging and a grade, save those about another authority alone.
        """
        elsewhere = False
        for sentence in about_children:
            graded = JUDGING.search(sentence) is not None and grades_named(sentence) > 0
            if self._of_another(sentence):
                elsewhere = True
                beside = self._of_this(sentence) or WE_ARE.search(sentence) or self._grades_before_another(sentence)
                if (graded or names_grade(sentence)) and beside:
                    self.doubt(passage, "another authority beside this one")
                continue
            elsewhere = elsewhere and not self._comes_back(sentence)
            if not elsewhere and not is_own_view(sentence):
                yield sentence
            elif graded:
                what = "another authority in front of it" if elsewhere else OWN_VIEW_DOUBTED
                self.doubt(passage, what)

    def _read_sentence(
        self,
        sentence: str,
        about: InspectionDraft | None,
        told: Sequence[Told],
        reader: PreviousReader,
        passage: DocumentPassage,
        *,
        goes_on: bool,
    ) -> bool:
        """Take the grades of one sentence, or doubt them; tells whether it was one to go on from."""
        grades = [t for t in told if isinstance(t, PreviousInspection) and states(t.printed, sentence)]
        if grades and OF_NOW.search(sentence) and all(grade.printed != sentence for grade in grades):
            self.doubt(passage, "an inspection that is not clear")
            return False
        for grade in grades:
            self._take(grade, passage)
        untied = any(is_in(one.sentence, sentence) for one in reader.untied)
        doubted = any(isinstance(t, Doubted) and is_in(t.sentence, sentence) for t in told)
        known = {grade.domain for grade in grades}
        left = any(is_in(one, sentence) for one in reader.left)
        told_all = bool(grades) and not (doubted or untied or left)
        self._taken = self._told()
        quoted = not told_all and self._quoted(sentence, about, known, reader, passage, goes_on=goes_on)
        if doubted and not quoted:
            self.doubt(passage, "an inspection or a service that is not clear")
        elif not quoted and not grades and (names_grade(sentence) or compares_grades(sentence, tokens(sentence))):
            self.doubt(passage, "an inspection that is not clear")
        return True

    def _of_another(self, sentence: str) -> bool:
        """Tell whether a sentence names another authority."""
        named = {found.la_code for found in find_authorities(sentence)}
        return self.authority is not None and bool(named - {self.authority.la_code})

    def _grades_before_another(self, sentence: str) -> bool:
        """Tell whether a sentence judges something before it names another authority: "was judged good; in Kent …"."""
        own = self.authority.la_code if self.authority else ""
        others = [at for at, _, named in named_places(sentence) if own not in {one.la_code for one in named}]
        front = sentence[: min(others, default=0)]
        return JUDGING.search(front) is not None and grades_named(front) > 0

    def _of_this(self, sentence: str) -> bool:
        """Tell whether a sentence names the authority of the paper."""
        named = {found.la_code for found in find_authorities(sentence)}
        return self.authority is not None and self.authority.la_code in named

    def _comes_back(self, sentence: str) -> bool:
        """Tell whether a sentence behind one about another authority is about this one again."""
        return self._of_this(sentence) or SPEAKS.search(sentence) is not None or WE.search(sentence) is not None

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
        left = any(is_in(one, sentence) for one in reader.left)
        untied = [one for one in reader.untied if is_in(one.sentence, sentence)]
        given = given_by(untied, goes_on) if about and about.framework in graded_frameworks() else []
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
        if new and not fits_year(sentence, about):
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
        wanted = InspectionDraft(framework, started, last_day(started), day)
        graded = [one for one in self.inspections if one.framework is None or one.framework in graded_frameworks()]
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
