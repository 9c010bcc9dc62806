"""Letters of inspectors: focused visits, monitoring visits and joint targeted area inspections share this form.

Order of decision: the day alone on a line is the publication; the subject tells kind and authority; what stands between
the subject and the first heading opens the letter (context; where a form has no overview, summary); each heading that a
``Rule`` knows opens a section, any other heading divides the section it stands in; from "Yours sincerely" on nothing
is read. Items under areas for improvement or priority action are recommendations; case studies are context.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.drafts import FindingKind, InspectionDraft, PartialDate, ReportDraft, ReportKind
from ingest.layout.cover import check_order, read_authority
from ingest.layout.entries import SKIPPED, Entry, group
from ingest.layout.numbering import check_sequence
from ingest.layout.outline import Outline, Role, Rule, plain
from ingest.layout.records import Records
from ingest.notices import Level, Notice
from ingest.profiles.protocol import Part
from ingest.wording.covers import find_licence
from ingest.wording.dates import find_date
from ingest.wording.visits import EXACT, SINCERELY, find_signatory, find_visit

LETTERHEAD_LENGTH = 60
DEAR = re.compile(r"^dear\b", re.I)
CLOSING = re.compile(
    r"^(?:ofsted will (?:take|send)|i am copying this letter|(?:this|the) letter (?:will be|is being|has been)|it will be published)",
    re.I,
)
NONE_FOUND = re.compile(
    r"^(?:there (?:were|are|was) no\b|no (?:areas?|priority)\b|inspectors did not (?:identify|find)|"
    r"(?:this|the) (?:visit|inspection) (?:did not identify|identified no)\b)[^.]*\b(?:areas?|priority|improve\w*)\b[^.]*\.?$",
    re.I,
)
CASE_STUDY = re.compile(r"^(?:case|practice) stud(?:y|ies)\b", re.I)

SECTION, DIVISION = 2, 3
CONTEXT = Rule(
    "(?:the )?(?:context|background|areas covered by the visit|next steps)", SECTION, kind=FindingKind.CONTEXT
)
SUMMARY = Rule("(?:overview|headline findings?|summary(?: of (?:key )?findings)?)", SECTION, kind=FindingKind.SUMMARY)
FINDINGS = Rule("(?:main |key )?findings(?: and evaluation of progress)?|(?:key )?strengths", SECTION)
IMPROVE = Rule(
    r"what needs to (?:improve|be improved)\b.{0,60}|(?:key )?areas? (?:for|of|requiring) (?:further )?(?:improvement|development)",
    SECTION,
    role=Role.RECOMMENDATIONS,
)
PRIORITY = Rule(r"(?:areas? for |areas? of )?(?:immediate )?priority actions?", SECTION, role=Role.RECOMMENDATIONS)
RULES = (SUMMARY, IMPROVE, PRIORITY, FINDINGS, CONTEXT)
CASE = Rule("", DIVISION, kind=FindingKind.CONTEXT)


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One kind of letter.

    ``subject`` matches the beginning of its subject line; ``about``, in forms without overview, the opening paragraphs that
    are not yet the summary; ``expects_improvement`` says whether a letter without areas for improvement is worth a notice.
    """

    name: str
    kind: ReportKind
    framework: str
    subject: re.Pattern[str]
    about: re.Pattern[str] | None = None
    rules: tuple[Rule, ...] = RULES
    expects_improvement: bool = True


@dataclass(frozen=True, slots=True)
class _Parts:
    """A letter cut where its form changes: in front of the subject, the subject, the text, the signature."""

    front: tuple[Block, ...]
    subject: Block
    text: tuple[Block, ...]
    signature: tuple[Block, ...]


def _day(block: Block) -> PartialDate | None:
    """The date of a block that is a day and nothing else; a letterhead set as a table is one of its cells."""
    lines = [cell.text for row in block.rows for cell in row.cells] if block.rows else [block.text]
    for line in lines:
        date = find_date(line)
        if date and len(date.iso) == EXACT and len(line) <= len(date.printed) + 4:
            return date
    return None


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or (
        block.kind is BlockKind.PARAGRAPH and block.bold and not block.number and len(block.text) < 120
    )


class Letter:
    """The profile of one form of letter."""

    def __init__(self, form: LetterForm) -> None:
        self.form = form
        self.name = form.name
        self.kind = form.kind

    def _is_subject(self, blocks: tuple[Block, ...], index: int) -> bool:
        block = blocks[index]
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.text) > 260:
            return False
        if not self.form.subject.match(plain(block.text)):
            return False
        return _is_heading(block) or any(DEAR.match(b.text) for b in blocks[max(0, index - 3) : index])

    def _subject(self, blocks: tuple[Block, ...]) -> int | None:
        return next((i for i in range(min(LETTERHEAD_LENGTH, len(blocks))) if self._is_subject(blocks, i)), None)

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The day that stands alone over a letter of this kind, or, in a letter without it, the subject."""
        before = blocks[max(0, index - LETTERHEAD_LENGTH) : index]
        if _day(blocks[index]):
            for i in range(index + 1, min(index + LETTERHEAD_LENGTH, len(blocks))):
                if _day(blocks[i]) or SINCERELY.match(blocks[i].text):
                    return False
                if self._is_subject(blocks, i):
                    return True
            return False
        if not self._is_subject(blocks, index):
            return False
        since = next((i for i in range(len(before) - 1, -1, -1) if SINCERELY.match(before[i].text)), -1)
        return not any(_day(block) for block in before[since + 1 :])

    def score(self, part: Part) -> float:
        """Certain when the subject stands near the top under a salutation, likely without the salutation."""
        index = self._subject(part.blocks)
        if index is None:
            return 0.0
        return 0.95 if any(DEAR.match(block.text) for block in part.blocks[:index]) else 0.8

    def _cut(self, blocks: tuple[Block, ...]) -> _Parts:
        at = self._subject(blocks) or 0
        end = next((i for i in range(at, len(blocks)) if SINCERELY.match(blocks[i].text)), len(blocks))
        return _Parts(blocks[:at], blocks[at], blocks[at + 1 : end], blocks[end:])

    def extract(self, part: Part) -> ReportDraft:
        """Read the letter; notices name what it lacks or what contradicts itself."""
        parts = self._cut(part.blocks)
        reading = _Reading(self.form, parts.subject)
        for block in parts.text:
            reading.take(block)
        reading.close()
        published = next((day for block in (*parts.front, *parts.text[:3]) if (day := _day(block))), None)
        visit = find_visit(reading.opening, published)
        titles = (parts.subject.text, *(block.text for block in reading.opening[:2]))
        authority, doubts = read_authority(titles, (*parts.front, *parts.text), published.iso if published else None)
        opening = " ".join(block.text for block in reading.opening)
        records = reading.records
        notices = [
            *doubts,
            *check_order(
                (("began", visit.started), ("ended", visit.ended), ("report published", published)), visit.place
            ),
            *check_sequence(records.numbered),
            *self._missing(parts, published, visit.started, records),
        ]
        return ReportDraft(
            kind=self.kind,
            title=parts.subject.text,
            profile=self.name,
            authority=authority,
            published=published,
            licence=find_licence(part.blocks),
            inspection=InspectionDraft(
                self.form.framework, visit.started, visit.ended, published,
                find_signatory(parts.signature[:3], opening), visit.place, visit.printed,
            ),
            sections=records.sections,
            findings=records.findings,
            recommendations=records.recommendations,
            references=records.references,
            notices=tuple(notices),
            place=part.blocks[0].place,
        )  # fmt: skip

    def _missing(
        self, parts: _Parts, published: PartialDate | None, started: PartialDate | None, records: Records
    ) -> Iterator[Notice]:
        place = parts.subject.place
        for code, missing, what in (
            ("publication-date-missing", published is None, "No day of publication stands over the letter"),
            ("inspection-dates-missing", started is None, "The opening of the letter names no day of the visit"),
            (
                "findings-missing",
                not any(f.kind is FindingKind.FINDING for f in records.findings),
                "No findings were found",
            ),
            ("signature-missing", not parts.signature, "The letter ends without a signature; its end may be lost"),
        ):
            if missing:
                level = Level.WARNING if code == "signature-missing" else Level.ERROR
                yield Notice(level, code, f"{what}. Compare with the document.", place.page, place.line)
        if self.form.expects_improvement and not records.recommendations:
            message = "The letter has no list of areas for improvement or priority action."
            yield Notice(Level.INFO, "no-areas-for-improvement", message, place.page, place.line)


class _Reading:
    """The text of a letter while it is read from top to bottom: ``opening`` is what stands in front of the first heading."""

    def __init__(self, form: LetterForm, subject: Block) -> None:
        self.records = Records()
        self.opening: list[Block] = []
        self._form = form
        self._outline = Outline(form.rules)
        self._rule: Rule | None = None
        self._case: Block | None = None
        self._pending: list[Block] = []
        self.records.open(subject.text, 1, subject.place)

    def take(self, block: Block) -> None:
        """Read the next block."""
        if block.kind in SKIPPED:
            return
        if self._case is not None and self._case.boxed and not block.boxed:
            self._end_case()
        opening = self._outline.opening(block)
        if CASE_STUDY.match(block.text) and len(block.text) < 120:
            self._flush()
            self._case = block
            self.records.open(block.text, DIVISION + 1, block.place)
        elif opening and not (self._case is not None and block.boxed):
            self._flush()
            self._case = None
            self._rule = opening.rule
            self.records.open(block.text, opening.rule.level, block.place)
        elif _is_heading(block) and not block.boxed and self._rule:
            self._flush()
            self._case = None
            self.records.open(block.text, DIVISION, block.place)
        else:
            self._pending.append(block)

    def _end_case(self) -> None:
        self._flush()
        self._case = None
        self.records.close(DIVISION + 1)

    def close(self) -> None:
        """Read what is left."""
        self._flush()

    def _flush(self) -> None:
        pending, self._pending = self._pending, []
        closing = [block for block in pending if CLOSING.match(block.text)]
        entries = group([block for block in pending if not CLOSING.match(block.text)])
        if self._case is not None:
            self._file(entries, FindingKind.CONTEXT)
        elif self._rule is None:
            self._open_letter(entries)
        elif self._rule.role is Role.RECOMMENDATIONS:
            self._recommend(entries)
        else:
            self._file(entries, self._rule.kind)
        for block in closing:
            self.records.finding(block, FindingKind.CONTEXT)

    def _file(self, entries: tuple[Entry, ...], kind: FindingKind) -> None:
        for entry in entries:
            self.records.finding(entry.block, FindingKind.CONTEXT if entry.announces else kind)

    def _open_letter(self, entries: tuple[Entry, ...]) -> None:
        """In front of the first heading stand who came, when and why; in some forms the summary follows at once."""
        about = self._form.about
        summary = False
        for entry in entries:
            self.opening.append(entry.block)
            summary = summary or (about is not None and not about.match(entry.block.text))
            self.records.finding(entry.block, FindingKind.SUMMARY if summary else FindingKind.CONTEXT)

    def _recommend(self, entries: tuple[Entry, ...]) -> None:
        """The items of a list; where there is no list, the paragraphs; never the sentence that says that there are none."""
        listed = any(entry.listed for entry in entries)
        for entry in entries:
            if entry.announces or entry.listed != listed or NONE_FOUND.match(entry.block.text):
                self.records.finding(entry.block, FindingKind.CONTEXT)
            else:
                self.records.recommendation(entry.block)
