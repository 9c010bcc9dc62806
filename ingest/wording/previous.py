"""The grades of earlier inspections that a report tells, sentence by sentence.

A claim (``earlier.claims``) belongs to an inspection (``earlier.events``) only where the words tie them: "was judged
good at the last inspection in 2014", "the inspection in 2019, when services were judged inadequate", "In 2015 services
were judged"; or where the sentence before tells of the inspection and nothing else ("The last inspection of adoption
was in March 2012. The service was judged to be good."), or announces a list of grades. The domain is what the claim
names; "the authority" means what was inspected. Whatever is not tied, or not clear, gives no grade but a ``Doubted``
sentence: a wrong grade is worse than a missing one. So does a grade that is spelt wrongly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.wording.dates import CENTURIES
from ingest.wording.earlier.attribution import Attribution, ClaimEvents, introduces
from ingest.wording.earlier.claims import (
    WHOLE,
    Claim,
    Context,
    Subject,
    announced_in,
    claims_in,
    subjects_before,
)
from ingest.wording.earlier.compared_grades import compares_grades
from ingest.wording.earlier.events import Event, events_in
from ingest.wording.earlier.judges import judged_by_others
from ingest.wording.earlier.lists import Announcements, is_list_alone, listed_grades
from ingest.wording.earlier.misspelt import mend_grades
from ingest.wording.earlier.other_scales import grades_otherwise, may_grade_otherwise
from ingest.wording.earlier.previous_inspections import PreviousInspection, grades_of
from ingest.wording.earlier.shapes import GOES_ON
from ingest.wording.earlier.tokens import Token, letters, tokens
from ingest.wording.earlier.undated_claims import SPEAKS_OF_THE_PAST, tells_of_the_past
from ingest.wording.earlier.unread_claims import (
    gives_each_its_own,
    gives_others_the_same,
    leaves_grade,
    leaves_more,
    passes_over,
    says_otherwise,
)
from ingest.wording.stems import StemmedPattern, at_words

GRADED = StemmedPattern(
    r"\b(?:outstanding|inadequate|adequate|good|requir\w+\s+improve)", "outstanding", "adequate", "good", "requir"
)
INSPECTIONS = StemmedPattern(
    at_words(
        r"\binspect|\breinspect|\bILACS?\b|\bSIF\b|\breview\b|\bassessment\b|\breport\b|\b(?:JAR|APA)\b"
        r"|\b(?:months|years?) ago\b|\bvisit\b.{0,60}\b(?:19|20)\d\d\b"
        r"|\b(?:months|years?)\W+(?:\w+\W+)?(?:after|since|from|following)\b"
        r"|\b(?:previous|last|earlier)\b[^.]{0,60}\b(?:grade|judge?ment|rating)\b"
    ),
    *("inspect", "ilac", "sif", "review", "assessment", "report", "jar", "apa", "month", "year", "visit"),
    *("previous", "last", "earlier"),
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TELLS = re.compile(r"\b(?:inspect|Ofsted|ILACS?\b|joint area review|performance assessment)", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?])['\"\u2019\u201d)]*\s+(?=['\"\u2018\u201c(]*[A-Z0-9])")
GLUED_YEAR = re.compile(r"(?<=[a-z])(?=(?:19|20)\d\d(?!\d))")
"""Where a space is missing in front of a year: "February2018"."""
VISIT = re.compile(r"\bvisit(?:ed)?\b.{0,120}\b(?:19|20)\d\d\b", re.I)
NARROW_INSPECTED = re.compile(r"I(?:p?D)?[of]+F|FC?E|FC?p?I")
"""A service that is judged within a domain, and was inspected by itself: "the last inspection of early help"."""
NARROW_GRADED = re.compile(r"FC?E(?:p?D)?,?&[AKV]?P?v?G(?![xcFSOJ])")
"""It was inspected and graded in one sentence: "the children's trust was inspected in 2019 and judged inadequate"."""
GRADED_PRONOUN = re.compile(r"^(?:p?D,?)?[PS](?:V|C)v?G(?![xcFSOJ])")
FOUND_THEM = re.compile(
    r"^\W*(?:it|this|they|inspectors|ofsted)\W+(?:found|judged|rated|graded)\W+(?:them|it|these|those|both)\W+"
    r"(?:to be\W+|as\W+)?(?:outstanding|inadequate|adequate|good|requir\w+ improvement)\b",
    re.I,
)
"""What an inspection of the sentence before found of services for which only a pronoun stands."""
PAST_INSPECTIONS = re.compile(r"\b(?:previous|other|earlier|past|last)\b.*\binspections?\b", re.I)


@dataclass(frozen=True, slots=True)
class Doubted:
    """A sentence about an earlier inspection and a grade, of which it is not clear what was judged."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Untied:
    """A grade of services that a sentence ties to no inspection of its own; ``tells`` where it names inspectors."""

    claim: Claim
    sentence: str
    tells: bool = True


Told = PreviousInspection | Doubted


@dataclass(slots=True)
class PreviousReader:
    """Reads one paragraph after the other; an inspection that one tells of counts for the list behind it.

    With ``keeps_untied``, ``untied`` collects the grades that belong to no inspection of their own sentence: papers
    give them to the one that they follow; and ``left`` the sentences with a grade that no claim has read. ``heading``
    and ``domain`` are those of the section of the paragraph.
    """

    keeps_untied: bool = False
    untied: list[Untied] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    heading: str = ""
    domain: str | None = None
    _told: tuple[Event, ...] = ()
    _used: bool = False
    _others: bool = False
    _subjects: tuple[Subject, ...] = ()
    _announced: tuple[Event, ...] = field(default=())
    _dated_before: bool = False
    _undated_before: bool = False
    _visit_before: bool = False
    _narrow: bool = False

    def read(self, text: str, heading: str = "", domain: str | None = None) -> Iterator[Told]:
        """Yield what a paragraph tells, in printed order."""
        if heading != self.heading:
            self._announced = ()
        self.heading, self.domain = heading, domain
        self._told, self._others, self._subjects, self._used = self._announced, False, (), False
        if any(century in text for century in CENTURIES):
            text = GLUED_YEAR.sub(" ", text)
        if may_grade_otherwise(text):
            split = SENTENCE_END.split(text)
            with_before = zip(("", *split), split, strict=False)
            yield from (Doubted(part.strip()) for before, part in with_before if grades_otherwise(part, before))
        announces, graded = text.rstrip().endswith(":"), bool(GRADED.search(text))
        mended = mend_grades(text) if INSPECTIONS.search(text) else text
        graded = graded if mended is text else bool(GRADED.search(mended))
        if not graded:
            self._announced = ()
            if not announces:
                return
        printed = [part.strip() for part in SENTENCE_END.split(text) if part.strip()]
        parts = printed if mended is text else [mend_grades(part) for part in printed]
        worth = self._worth(parts, announces)
        self._forget()
        for at, sentence in enumerate(parts):
            if at in worth and sentence is printed[at]:
                yield from self._sentence(sentence)
            elif at in worth and any(True for _ in self._sentence(sentence)):
                yield Doubted(printed[at])
            elif at not in worth and not sentence.endswith(":"):
                self._told, self._subjects = self._announced, ()
                self._forget()
        if announces:
            self._announced = self._told

    def _forget(self) -> None:
        """Forget of which inspections the sentence before told."""
        self._dated_before = self._undated_before = self._visit_before = self._narrow = False

    def _worth(self, parts: list[str], announces: bool) -> set[int]:
        """Return which sentences are worth reading.

        Those with a grade and an inspection or a year, there or before, the ones before them, and those that tell of
        inspections. Most paragraphs have none: this saves nearly all the time.
        """
        grades = [at for at, part in enumerate(parts) if GRADED.search(part)]
        if not grades and not announces:
            return set()
        asked = parts if announces else parts[: grades[-1] + 1]  # what stands behind the last grade ties none
        told = [bool(INSPECTIONS.search(part) or SPEAKS_OF_THE_PAST.search(part)) for part in asked]
        dated = [bool(YEAR.search(part)) for part in asked]
        open_list = bool(self._announced) or bool(PAST_INSPECTIONS.search(self.heading))
        everywhere = open_list or self.keeps_untied

        def is_tied(at: int) -> bool:
            before = any(told[max(at - 1, 0) : at]) or (any(told[:at]) and any(dated[:at]))
            return everywhere or told[at] or dated[at] or before

        graded = {at for at in grades if is_tied(at)}
        if not graded and not announces:
            return set()
        last = max(graded, default=len(parts))
        return graded | {at - 1 for at in graded if at} | {at for at in range(len(asked)) if told[at] and at <= last}

    def _sentence(self, sentence: str) -> Iterator[Told]:
        row = tokens(sentence)
        text = letters(row)
        events = events_in(row)
        if GRADED.search(sentence):
            yield from self._graded(sentence, row, events)
        introduced = (one for e in events if e.date and introduces(e, row) for one in e.each())
        told = tuple(replace(one, told_in=sentence) for one in introduced)
        if told:
            self._told = told if self._used or GRADED.search(sentence) else (*self._told, *told)
            self._used = False
        elif not GRADED.search(sentence) and not sentence.endswith(":"):
            self._told = self._announced
        subjects = next((event.subjects for event in told if event.subjects), ())
        named = subjects_before(row, len(row))
        narrower = "F" in text and all(subject.domain == WHOLE for subject in named)
        self._subjects = subjects or (named if len(named) == 1 and not narrower else ())
        self._dated_before = any(event.date and not event.others for event in events) or (
            not events and "D" in text and "I" in text
        )
        self._undated_before = any(not event.date and not event.others for event in events)
        self._visit_before = VISIT.search(sentence) is not None
        self._narrow = NARROW_INSPECTED.search(text) is not None
        others = any(event.others for event in told) and not self._narrow if told else "O" in text
        self._others = others or ("S" not in text and self._others)

    def _graded(self, sentence: str, row: tuple[Token, ...], events: tuple[Event, ...]) -> Iterator[Told]:
        taken = frozenset(i for event in events for i in range(event.start, event.end))
        context = self._context(events)
        if gives_each_its_own(sentence):
            yield Doubted(sentence)
            return
        announcements = Announcements(
            self._told, bool(self._announced), PAST_INSPECTIONS.search(self.heading) is not None
        )
        if listed := listed_grades(sentence, row, events, context, announcements):
            yield from listed.grades
            yield from [Doubted(sentence)] if listed.left else []
            return
        if self._dated_before and is_list_alone(row):
            yield Doubted(sentence)
            return
        if self.keeps_untied and not events and (claims := announced_in(row, context, taken)):
            self.untied += [Untied(claim, sentence, bool(TELLS.search(sentence))) for claim in claims]
            return
        yield from self._claimed(sentence, row, events, claims_in(row, context, taken))

    def _context(self, events: tuple[Event, ...]) -> Context:
        """Return what the pronouns of a sentence may mean."""
        about = (*events, *self._told[-1:])
        subjects = next((event.subjects for event in about if event.subjects), self._subjects)
        return Context(subjects, self._others, self.domain)

    def _claimed(
        self, sentence: str, row: tuple[Token, ...], events: tuple[Event, ...], claims: tuple[Claim, ...]
    ) -> Iterator[Told]:
        """Yield the grades of the claims of a sentence, and a doubt where one is not clear or others are left."""
        doubted, seen, known = False, set[int](), set[int]()
        attribution = Attribution(row, events, self._told, bool(self._announced))
        by_others = judged_by_others(sentence)
        abouts: ClaimEvents = None
        for claim in claims:
            own = attribution.of(claim)
            abouts = abouts if claim.follows and not own else own
            kept = len(self.untied)
            found = self._of(claim, abouts, attribution, sentence)
            if found or len(self.untied) > kept:
                known |= set(range(claim.start, claim.end))
            if found is None:
                continue
            seen |= set(range(claim.start, claim.end))
            doubted = doubted or by_others or not found
            if not by_others:
                yield from found
        if self.keeps_untied and any(row[at].letter in "Gg" and at not in known for at in range(len(row))):
            self.left.append(sentence)
        if doubted or self._is_left(sentence, row, events, seen):
            yield Doubted(sentence)

    def _is_left(self, sentence: str, row: tuple[Token, ...], events: tuple[Event, ...], seen: set[int]) -> bool:
        """Tell whether a sentence gives an earlier grade beside those of the tokens ``seen``."""
        if not seen and "O" not in letters(row) and says_otherwise(sentence):
            return True
        if leaves_more(row, seen) or passes_over(row, events, seen, self._others):
            return True
        if leaves_grade(row, events, seen, self._others) or gives_others_the_same(sentence, seen):
            return True
        if seen or self._others:
            return False
        earlier = events or self._told or self._dated_before or self._visit_before or "D" in letters(row)
        if earlier and compares_grades(sentence, row):
            return True
        goes_on = (self._undated_before or self._visit_before) and not events and GOES_ON.search(letters(row))
        found_them = (self._dated_before or self._visit_before) and FOUND_THEM.search(sentence)
        return bool(goes_on or found_them) or self._narrow_before(row) or tells_of_the_past(sentence, row)

    def _narrow_before(self, row: tuple[Token, ...]) -> bool:
        """Tell whether a sentence gives a grade to a narrower service that was inspected there or in that before."""
        text = letters(row)
        return NARROW_GRADED.search(text) is not None or (self._narrow and GRADED_PRONOUN.search(text) is not None)

    def _of(
        self, claim: Claim, abouts: ClaimEvents, attribution: Attribution, sentence: str
    ) -> list[PreviousInspection] | None:
        """Return the grades of a claim, empty where they are not clear; None where it is of no earlier inspection."""
        if self.keeps_untied and abouts is None and claim.subjects and claim.grade and not claim.plain:
            self.untied.append(Untied(claim, sentence, bool(TELLS.search(sentence))))
        if abouts is None or any(event.others and not any(s.domain for s in claim.subjects) for event in abouts):
            return None
        if any(event.others for event in abouts):
            return []
        if not abouts or not claim.subjects or not claim.grade:
            return [] if attribution.events or self._told or TELLS.search(sentence) else None
        self._used = True
        found = [grades_of(claim, event, sentence) for event in abouts]
        return [grade for grades in found for grade in grades] if all(found) else []
