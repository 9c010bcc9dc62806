"""Letters of inspectors: focused visits, monitoring visits and joint targeted area inspections share this form.

Order of decision: the day alone on a line is the publication; the subject tells kind and authority; the paragraphs in
front of the first heading tell the days of the visit and its inspectors; the text runs to "Yours sincerely" and is read
by ``letter_text``; a lead inspector is one who signs and is named among the inspectors.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.blocks import Block, BlockKind
from ingest.drafts import InspectionDraft, PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles.letters.form import IMPROVE, PRIORITY, LetterForm
from ingest.profiles.letters.page_turns import check_page_turns
from ingest.profiles.letters.subjects import DEAR, LETTERHEAD_LENGTH, is_subject, subject_at, tells_subject
from ingest.profiles.letters.text import LetterText
from ingest.profiles.protocol import Part
from ingest.structure.council_paper import is_routed
from ingest.structure.cover import check_order
from ingest.structure.cover_names import read_authority
from ingest.structure.entries import join_entry
from ingest.structure.numbering import check_sequence, check_swallowed
from ingest.structure.outline import Outline, Rule, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.wording.closings import OFFICE, VALEDICTION
from ingest.wording.dates import EXACT, find_date, write_out
from ingest.wording.inspectors import person
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.visit_themes import find_theme
from ingest.wording.visits import find_signatory, find_visit
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel

LONGEST_DAY = 40
TOLD_CERTAINTY = 0.7
NAME_AND_OFFICE = 3
OF_COUNCIL = re.compile(
    r"(?:(?:interim|acting|executive|corporate|strategic|deputy|assistant)\s+)*director\s+(?:of|for)\s+(?:children|people)"
    r"|(?:leader|chief\s+executive)\s+of\s+.{0,40}council|chief\s+executive$|(?:lead|cabinet)\s+member\s+for\b",
    re.I,
)
BEGINS = re.compile(r"this letter (?:summarises|outlines|sets out|contains|details)\b", re.I)
ADDRESSES = re.compile(r"\b(?:I|my|we|our|you|your|dear)\b", re.I)
STRENGTHS = re.compile(r"\bstrengths?\b", re.I)
URGENT = re.compile(r"\bareas?(?:\(s\))? (?:for|of) (?:\w+ )?priority actions?\b", re.I)
BEFORE = re.compile(r"\b(?:previous|last|earlier) (?:\w+ )?(?:inspection|visit)", re.I)


def _names_priority(blocks: Iterable[Block]) -> bool:
    """Tell whether a letter speaks of areas for priority action of its own, be it over a case study."""
    return any(URGENT.search(block.text) and not BEFORE.search(block.text) for block in blocks)


def _has(rule: Rule, records: Records) -> bool:
    outline = Outline((rule,))
    return any(outline.of(section.heading) for section in records.sections)


@dataclass(frozen=True, slots=True)
class LetterParts:
    """A letter cut where its form changes.

    In front of the subject, the subject (all its lines), the text, the signature.
    """

    front: tuple[Block, ...]
    subject: Block
    text: tuple[Block, ...]
    signature: tuple[Block, ...]
    told: bool = False


def _day(block: Block) -> PartialDate | None:
    """The date of a block that is a day and nothing else; a letterhead set as a table is one of its cells."""
    if not block.rows:
        return _day_of(block.text) if len(block.text) <= LONGEST_DAY else None
    lines = (cell.text for row in block.rows for cell in row.cells)
    return next((day for line in lines if len(line) <= LONGEST_DAY and (day := _day_of(line))), None)


@lru_cache(maxsize=4096)
def _day_of(line: str) -> PartialDate | None:
    """The day that a line is; kept, because the profile of each form of letter asks for it."""
    date = find_date(write_out(line))
    alone = date and len(date.iso) == EXACT and len(line) <= len(date.printed) + 4
    return date if alone else None


def published_of(parts: LetterParts) -> PartialDate | None:
    """The day that stands alone over the letter.

    Else the first that its head prints, joined to an address or a name.
    """
    alone = next((day for block in (*parts.front, *parts.text[:3]) if (day := _day(block))), None)
    printed = (find_date(block.text) for block in parts.front)
    return alone or next((day for day in printed if day and len(day.iso) == EXACT), None)


def _signature(blocks: Sequence[Block], body: int) -> int:
    """Where the signature begins: at "Yours sincerely", or, if that is lost, at a name over an office."""
    for i in range(body, len(blocks)):
        if VALEDICTION.match(blocks[i].text):
            return i
    signed = (i for i in range(body, len(blocks)) if OFFICE.match(blocks[i].text) and person(blocks[i - 1].text))
    return next(signed, len(blocks) + 1) - 1


def _of_letter(text: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text of a letter, without paragraphs in which somebody else introduces it, as a newspaper does.

    They stand in front of the sentence with which the letter begins, and address nobody.
    """
    begins = next((i for i, block in enumerate(text) if BEGINS.match(block.text)), 0)
    own = (block for block in text[:begins] if ADDRESSES.search(block.text) or not ends_like_a_sentence(block.text))
    return (*own, *text[begins:])


def _signed_by_council(blocks: Sequence[Block]) -> bool:
    """Tell whether the office right under the name that signs a letter is one of a council."""
    signed = next((i for i, block in enumerate(blocks) if VALEDICTION.match(block.text)), len(blocks))
    under = [block.text for block in blocks[signed + 1 : signed + 1 + NAME_AND_OFFICE]]
    return any(OF_COUNCIL.match(text) for text in under) and not any(OFFICE.match(text) for text in under)


def _sequences(records: Records) -> tuple[NoticeDraft, ...]:
    """Recommendations and findings share one sequence, or, where the same numbers come back, each has its own."""
    recommended = {recommendation.anchor for recommendation in records.recommendations}
    first = [number for number in records.numbers.of() if number.anchor in recommended]
    second = [number for number in records.numbers.of() if number.anchor not in recommended]
    if {number.ref for number in first} & {number.ref for number in second}:
        return check_sequence(first) + check_sequence(second)
    return tuple(records.numbers.check())


class Letter:
    """The profile of one form of letter."""

    def __init__(self, form: LetterForm) -> None:
        self.form = form
        self.name = form.name
        self.kind = form.kind
        self.family = form.family

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The day that stands alone over a letter of this kind, or, in a letter without it, the subject.

        A day over the signs of a council's paper is that of the paper, behind which the letter is bound.
        """
        if _day(blocks[index]):
            for i in range(index + 1, min(index + LETTERHEAD_LENGTH, len(blocks))):
                if _day(blocks[i]) or VALEDICTION.match(blocks[i].text):
                    return False
                if is_subject(self.form, blocks, i) or tells_subject(self.form, blocks, i):
                    return not is_routed(blocks[index:i])
            return False
        if not is_subject(self.form, blocks, index):
            return False
        before = blocks[max(0, index - LETTERHEAD_LENGTH) : index]
        since = next((i for i in range(len(before) - 1, -1, -1) if VALEDICTION.match(before[i].text)), -1)
        return not any(_day(b) and not is_routed(before[i:]) for i, b in enumerate(before) if i > since)

    def score(self, part: Part) -> float:
        """Certain when the subject stands near the top under a salutation, likely without.

        The first of two subjects is the letter's. One that the council signs only tells of such a letter.
        """
        found = subject_at(self.form, part.blocks)
        if found is None or _signed_by_council(part.blocks):
            return 0.0
        index, subject = found
        if subject is not part.blocks[index]:
            return TOLD_CERTAINTY - index / 10_000
        certainty = 0.95 if any(DEAR.match(block.text) for block in part.blocks[:index]) else 0.8
        return certainty - index / 10_000

    def cut(self, blocks: tuple[Block, ...]) -> LetterParts:
        """Cut a letter where its form changes."""
        at, subject = subject_at(self.form, blocks) or (0, blocks[0])
        if subject is not blocks[at]:
            end = _signature(blocks, at)
            return LetterParts(blocks[:at], subject, blocks[at:end], blocks[end:], told=True)
        body = at + 1
        outline = Outline(self.form.rules)
        while body < len(blocks) and blocks[body].kind is BlockKind.HEADING and not outline.opening(blocks[body]):
            subject, body = join_entry(subject, blocks[body]), body + 1
        end = _signature(blocks, body)
        return LetterParts(blocks[:at], subject, _of_letter(blocks[body:end]), blocks[end:])

    def extract(self, part: Part) -> ReportDraft:
        """Read the letter; notices name what it lacks or what contradicts itself."""
        parts = self.cut(rejoin_headings(part.blocks, self.form.rules))
        reading = LetterText(self.form, parts.subject).read(parts.text)
        published = published_of(parts)
        visit = find_visit(reading.opening_text, published)
        titles = (parts.subject.text, *(block.text for block in reading.opening_text[:2]))
        authority, doubts = read_authority(titles, (*parts.front, *parts.text), published.iso if published else None)
        opening = " ".join(block.text for block in reading.opening_text)
        records = reading.records
        lead = find_signatory(parts.signature[:3], opening)
        notices = [
            *doubts,
            *records.notices,
            *visit.notices,
            *check_order(
                (("began", visit.started), ("ended", visit.ended), ("report published", published)), visit.place
            ),
            *_sequences(records),
            *check_swallowed(records.numbers.of(), records.findings),
            *check_page_turns(parts.text, self.form),
            *self._missing(parts, published, visit.started, records),
            *self._unled(parts, lead),
        ]
        return build_report(
            self, parts.subject.text, part.blocks, records,
            authority=authority,
            published=published,
            inspection=InspectionDraft(
                self.form.framework, visit.started, visit.ended, published,
                lead, visit.place, visit.printed,
                theme=find_theme(block.text for block in reading.opening_text) if self.form.themed else None,
            ),
            notices=notices,
        )  # fmt: skip

    def _unled(self, parts: LetterParts, lead: str | None) -> Iterator[NoticeDraft]:
        if self.form.led and lead is None and parts.signature:
            message = (
                "Nobody who signs is named among the inspectors, so the lead inspector is not known. Read it in "
                "the document."
            )
            place = parts.signature[0].place
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, place.page, place.line)

    def _missing(
        self, parts: LetterParts, published: PartialDate | None, started: PartialDate | None, records: Records
    ) -> Iterator[NoticeDraft]:
        place = parts.subject.place
        if parts.told:
            message = (
                "The subject line of the letter was not found; its opening sentence tells what it is about. Compare "
                "with the document."
            )
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.COVER_INCOMPLETE, message, place.page, place.line)
        for code, missing, what in (
            (NoticeCode.PUBLICATION_DATE_MISSING, published is None, "No day of publication stands over the letter"),
            (NoticeCode.DATES_MISSING, started is None, "The opening of the letter names no day of the visit"),
            (
                NoticeCode.FINDINGS_MISSING,
                not any(f.kind is FindingKind.FINDING for f in records.findings),
                "No findings were found",
            ),
            (
                NoticeCode.SIGNATURE_MISSING,
                not parts.signature,
                "The letter ends without a signature; its end may be lost",
            ),
        ):
            if missing:
                yield NoticeDraft(
                    NoticeLevel.ERROR, code, f"{what}. Compare with the document.", place.page, place.line
                )
        if len(records.recommendations) > self.form.longest_list and not any(
            STRENGTHS.search(section.heading) for section in records.sections
        ):
            message = (
                f"{len(records.recommendations)} areas were read and no strengths: the heading between may be lost."
            )
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.HEADING_MISSING, message, place.page, place.line)
        if self.form.divided and _names_priority(parts.text) and not _has(PRIORITY, records):
            message = (
                "The letter speaks of areas for priority action, but no list of them was read: its heading may be lost."
            )
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.HEADING_MISSING, message, place.page, place.line)
        if self.form.expects_improvement and not (
            _has(IMPROVE, records) if self.form.divided else records.recommendations
        ):
            message = "The letter has no list of areas for improvement" + (
                "." if self.form.divided else " or priority action."
            )
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.NO_AREAS_FOR_IMPROVEMENT, message, place.page, place.line)
