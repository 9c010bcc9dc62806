"""Area SEND inspections (2023 framework): one of three outcomes, and areas for priority action and for improvement.

Order of decision: the sentences of "Inspection outcome" tell the outcome, and how soon the area is inspected again must fit
it; sections come from ``RULES``; under the two headings of recommendations the rows of a ruled table are the items
(with the responsible body where there are two columns), or, without a table, the paragraphs. A row that goes on after a
page break belongs to the row above. What the partners and inspectors are called is read last, for the lead inspector.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind, TableRow
from ingest.drafts import InspectionDraft, JudgementDraft, ReportDraft
from ingest.notices import Notice
from ingest.profiles.protocol import Part
from ingest.structure.cover import labelled, read_authority, read_dates
from ingest.structure.entries import SKIPPED, Entry, group, join_entry
from ingest.structure.numbering import check_sequence
from ingest.structure.outline import Outline, Role, Rule, bare_heading, rejoined
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.wording.dates import find_range
from ingest.wording.inspectors import person
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, Basis, FindingKind, NoticeLevel, ReportKind

FRAMEWORK = "send"
DOMAIN = "send-arrangements"
TITLE = re.compile(
    r"(?:report of an? )?area (?:send|special educational needs\b.{0,60}?)(?: full)? inspection\b.{0,140}", re.I
)
TITLE_LENGTH = 260
COVER_LENGTH = 25
ROOM = 45
RUNNING = re.compile(r"^(?:area send )?inspection report: .{0,120}$", re.I)
PREVIOUS = r"dates?\s+of\s+(?:the\s+)?previous\s+inspections?\s*:?"

OUTCOME = Rule("inspection outcome", 2, kind=FindingKind.SUMMARY, domain=DOMAIN)
IMPROVE = Rule("areas? for improvement", 2, role=Role.RECOMMENDATIONS, domain=DOMAIN)
PRIORITY = Rule("areas? for priority actions?", 2, role=Role.RECOMMENDATIONS, domain=DOMAIN)
DETAILS = Rule(
    "(?:local )?area partnership details|information about this inspection|inspection team", 2, role=Role.BOILERPLATE
)
RULES = (
    OUTCOME,
    Rule("information about the (?:local )?area(?: partnership)?", 2, kind=FindingKind.CONTEXT),
    Rule(r"what is it like to be a child or young person\b.{0,80}", 2, kind=FindingKind.SUMMARY, domain=DOMAIN),
    Rule(r"what is the (?:local )?area partnership doing that is effective\??", 2, domain=DOMAIN),
    Rule(r"what does the (?:local )?area partnership need to do better\??", 2, domain=DOMAIN),
    PRIORITY,
    IMPROVE,
    DETAILS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the three outcomes: ``says`` is its sentence, ``follow_up`` what the report must say of the next inspection."""

    grade: str
    says: re.Pattern[str]
    follow_up: re.Pattern[str]


# In this order because a report of systemic failings also speaks of three years: the last follow-up that fits decides.
OUTCOMES = (
    Outcome(
        "typically-positive",
        re.compile(r"typically\s+leads?\s+to\s+positive\s+experiences", re.I),
        re.compile(r"approximately\s+(?:five|5)\s+years", re.I),
    ),
    Outcome(
        "inconsistent",
        re.compile(r"leads?\s+to\s+inconsistent\s+experiences", re.I),
        re.compile(r"approximately\s+(?:three|3)\s+years", re.I),
    ),
    Outcome(
        "systemic-failings",
        re.compile(r"widespread\s+(?:and\s*/\s*or|and|or)\s+systemic\s+failings", re.I),
        re.compile(r"monitoring\s+inspection|approximately\s+(?:18|eighteen)\s+months|priority\s+action\s+plan", re.I),
    ),
)
LEAD = re.compile(r"^(?P<who>.{3,80}?)[\s,(]*\blead inspector\b", re.I)
PARTNERS = re.compile(r"(?:local authorit(?:y|ies)|integrated care boards?|ofsted|care quality commission)\W*", re.I)
HEADER = re.compile(r"^(?:responsible (?:body|bodies)|areas? for (?:priority actions?|improvement))$", re.I)
NUMBERED = re.compile(r"^(?P<number>\d{1,2})\.\s+(?P<text>\S.*)$", re.S)


@dataclass
class _Reading:
    """The body while it is read: ``rule`` is that of the open section, ``pending`` its blocks that are not yet filed."""

    records: Records
    rule: Rule | None
    pending: list[Block]
    outcome: list[Block]
    team: list[Block]
    notices: list[Notice]


def _notice(code: NoticeCode, message: str, block: Block, level: NoticeLevel = NoticeLevel.ERROR) -> Notice:
    return Notice(level, code, message, block.place.page, block.place.line, f"judgement-{DOMAIN}")


def _item(row: TableRow, table: Block) -> tuple[Block, str | None] | None:
    """A row as one block with its responsible body; None for the header, which long tables repeat."""
    cells = [cell for cell in row.cells if cell.text]
    if not cells or all(HEADER.match(bare_heading(cell.text)) for cell in cells):
        return None
    body = row.cells[0].text if len(row.cells) > 1 else ""
    text = " ".join(cell.text for cell in (row.cells[1:] if len(row.cells) > 1 else row.cells))
    number = NUMBERED.match(text)
    block = replace(
        table, kind=BlockKind.PARAGRAPH, text=number["text"] if number else text, orig=text, place=row.place,
        number=number["number"] if number else None, rows=(),
    )  # fmt: skip
    return block, body or None


def _beside(above: Block, block: Block) -> bool:
    """Tell whether a row stands on the page on which the whole sentence above it ends, and begins another one."""
    ends = above.place.boxes[-1].page if above.place.boxes else None
    whole = ends_like_a_sentence(above.text) and block.text[:1].isupper()
    return whole and ends is not None and ends == block.page


def _table_items(table: Block) -> Iterator[tuple[Block, str | None]]:
    """The rows as items; one in the middle of a sentence, or without a responsible body, goes on from the row above.

    On the page of the row above a whole sentence without a body is an item of its own: the cell of the body stands beside both.
    """
    held: tuple[Block, str | None] | None = None
    for row in table.rows:
        item = _item(row, table)
        if item is None:
            continue
        block, body = item
        if held and body is None and _beside(held[0], block):
            body = held[1]
        torn = held and (
            (len(row.cells) > 1 and body is None)
            or (goes_on_like_a_sentence(block.text) and not block.number and not ends_like_a_sentence(held[0].text))
        )
        if held and torn:
            held = (join_entry(held[0], block), held[1])
            continue
        if held:
            yield held
        held = (block, body)
    if held:
        yield held


def _framed(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, save that in a frame, which is a table of one row, bullets belong to the sentence above them."""
    framed: list[Entry] = []
    for entry in entries:
        above = framed[-1] if framed else None
        if above and entry.listed and not above.listed and entry.block.boxed and above.block.boxed:
            framed[-1] = replace(above, block=join_entry(above.block, entry.block))
        else:
            framed.append(entry)
    return framed


def _perhaps_torn(table: Block) -> Iterator[TableRow]:
    """Rows that begin a page where the row above fills its last line: they may be the rest of it."""
    rows = [row for row in table.rows if row.cells[-1].place.boxes]
    right = max((box.x1 for row in rows for box in row.cells[-1].place.boxes), default=0)
    for above, row in pairwise(rows):
        last, first = above.cells[-1].place.boxes[-1], row.cells[-1].place.boxes[0]
        several = len(above.cells[-1].place.boxes) > 1
        if several and last.page < first.page and last.x1 > right - ROOM and ends_like_a_sentence(above.cells[-1].text):
            yield row


def _doubt_torn(reading: _Reading, tables: list[Block]) -> None:
    for table in tables:
        for row in _perhaps_torn(table):
            message = (
                "The first row on this page may be the rest of the last row of the page before. Compare with the page."
            )
            block = replace(table, place=row.place)
            reading.notices.append(_notice(NoticeCode.ROW_PERHAPS_TORN, message, block, NoticeLevel.WARNING))


def _flush(reading: _Reading) -> None:
    pending, reading.pending = reading.pending, []
    rule, records = reading.rule, reading.records
    if rule is None or rule.role is Role.BOILERPLATE:
        reading.team += pending if rule else []
        return
    if rule is OUTCOME:
        reading.outcome += pending
    if rule.role is Role.RECOMMENDATIONS:
        tables = [block for block in pending if block.kind is BlockKind.TABLE]
        items = [item for table in tables for item in _table_items(table)]
        _doubt_torn(reading, tables)
        others = _framed(group([block for block in pending if block.kind is not BlockKind.TABLE]))
        items = items or [(entry.block, None) for entry in others if not entry.announces]
        if not tables and rule is PRIORITY and items:
            first = items[0][0]
            message = "The areas for priority action stand in no table; the paragraphs were read as items. Compare with the page."
            reading.notices.append(_notice(NoticeCode.TABLE_TORN, message, first, NoticeLevel.WARNING))
        for block, body in items:
            records.recommendation(block, addressee=body)
        for entry in others if tables else [entry for entry in others if entry.announces]:
            records.finding(entry.block, FindingKind.CONTEXT)
        return
    for entry in group(pending):
        records.finding(entry.block, FindingKind.CONTEXT if entry.announces or rule.kind is None else rule.kind)


def _names_partners(block: Block) -> bool:
    """Tell whether a table is the one of the partners or of the inspectors behind the report: headed by who they are."""
    cells = [cell for cell in block.rows[0].texts if cell] if block.rows else []
    return len(cells) > 1 and all(PARTNERS.fullmatch(cell) for cell in cells)


def _read_body(blocks: tuple[Block, ...]) -> _Reading:
    reading = _Reading(Records(), None, [], [], [], [])
    outline = Outline(RULES)
    for block in blocks:
        if block.kind in SKIPPED or RUNNING.match(block.text):
            continue
        opening = outline.opening(block)
        if opening and opening.rule is reading.rule and not reading.pending:
            continue
        if _names_partners(block) and reading.rule is not DETAILS:
            _flush(reading)
            message = "The table of the partners stands under no heading of its own; what is between may be lost."
            reading.notices.append(_notice(NoticeCode.HEADING_MISSING, message, block, NoticeLevel.WARNING))
            reading.rule = DETAILS
        if opening:
            _flush(reading)
            reading.rule = opening.rule
            if opening.rule.role is not Role.BOILERPLATE:
                reading.records.open(block.text, opening.rule.level, block.place, opening.rule.domain)
        elif block.kind is BlockKind.HEADING and reading.rule and reading.rule.role is not Role.BOILERPLATE:
            _flush(reading)
            reading.records.open(block.text, reading.rule.level + 1, block.place)
        else:
            reading.pending.append(block)
    _flush(reading)
    return reading


def _judge(reading: _Reading, first: Block) -> tuple[JudgementDraft, list[Notice]]:
    """The outcome of the section of that name, and what doubts it; without a single outcome there is no judgement."""
    text = " ".join(block.text for block in reading.outcome)
    stated = [(o, block) for o in OUTCOMES for block in reading.outcome if o.says.search(block.text)]
    if len({outcome.grade for outcome, _ in stated}) != 1:
        what = "several outcomes" if stated else "none of the three outcomes"
        message = (
            f"The section “Inspection outcome” states {what} of the framework. Read it in the document and set it."
        )
        block = reading.outcome[0] if reading.outcome else first
        draft = JudgementDraft(
            f"judgement-{DOMAIN}", DOMAIN, "Inspection outcome", None, "", Basis.PRIMARY,
            absence=Absence.NOT_LEGIBLE if reading.outcome else Absence.NOT_READ, place=block.place,
        )  # fmt: skip
        return draft, [_notice(NoticeCode.JUDGEMENT_MISSING, message, block)]
    outcome, block = stated[0]
    sentence = re.match(r".*?[.](?=\s|$)", block.text)
    judgement = JudgementDraft(
        f"judgement-{DOMAIN}", DOMAIN, "Inspection outcome", outcome.grade, sentence[0] if sentence else block.text,
        Basis.PRIMARY, evidence=reading.records.evidence(DOMAIN), place=block.place,
    )  # fmt: skip
    implied = next((o for o in reversed(OUTCOMES) if o.follow_up.search(text)), outcome)
    if implied is not outcome:
        message = (
            f"The outcome is “{outcome.grade}”, but what is said of the next inspection fits “{implied.grade}”. "
            "The sentence of the outcome was taken; compare with the document."
        )
        return judgement, [_notice(NoticeCode.GRADE_CONTRADICTION, message, block)]
    return judgement, []


def _under(rule: Rule, records: Records) -> bool:
    """Tell whether recommendations were read under headings of the rule."""
    sections = {section.anchor for section in records.sections if Outline((rule,)).of(section.heading)}
    return any(item.section in sections for item in records.recommendations)


def _unlike(judgement: JudgementDraft, records: Records, title: Block) -> Iterator[Notice]:
    """Systemic failings are what areas for priority action are for: one does not stand without the other."""
    urgent = _under(PRIORITY, records)
    if judgement.grade and urgent != (judgement.grade == "systemic-failings"):
        message = (
            f"The outcome is “{judgement.grade}”, but the report has {'' if urgent else 'no '}areas for priority action. "
            "The sentence of the outcome was taken; compare with the document."
        )
        yield _notice(NoticeCode.GRADE_CONTRADICTION, message, title, NoticeLevel.WARNING)


def _sequences(records: Records) -> Iterator[Notice]:
    """Each table counts its rows for itself."""
    sections = {item.anchor: item.section for item in records.recommendations}
    sections |= {finding.anchor: finding.section for finding in records.findings}
    for section in dict.fromkeys(sections.values()):
        yield from check_sequence(item for item in records.numbered() if sections.get(item.anchor or "") == section)


def _lead(team: list[Block]) -> str | None:
    """The lead inspector of Ofsted; the partner inspectorate's has the same office."""
    lines = [cell.text for block in team for row in block.rows for cell in row.cells]
    lines += [block.text for block in team if not block.rows]
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        match = LEAD.match(f"{line} {following}" if line.casefold().endswith(" lead") else line)
        if match and not re.search(r"\b(?:CQC|Care Quality)\b", match["who"]):
            return person(re.split(r",|\bOfsted\b", match["who"])[0])
    return None


class Send:
    """The profile of the area SEND inspection."""

    name = "send/1"
    kind = ReportKind.SEND

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of this kind with the section of its outcome within the next blocks."""
        block = blocks[index]
        if (
            block.kind is BlockKind.TABLE
            or len(block.text) > TITLE_LENGTH
            or not TITLE.fullmatch(bare_heading(block.text))
        ):
            return False
        return any(re.match(r"inspection (?:dates?|outcome)\b", b.text, re.I) for b in blocks[index : index + 8])

    def score(self, part: Part) -> float:
        """Certain with the title on the cover."""
        return 0.95 if any(self.opens(part.blocks, i) for i in range(min(COVER_LENGTH, len(part.blocks)))) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read outcome, sections and the tables of recommendations; notices name what is missing or contradicts itself."""
        blocks = part.blocks
        start = next(i for i in range(len(blocks)) if self.opens(blocks, i))
        title = blocks[start]
        dates = read_dates(blocks[start : start + COVER_LENGTH])
        previous = labelled(blocks[start : start + COVER_LENGTH], PREVIOUS)
        reading = _read_body(rejoined(blocks[start + 1 :], RULES))
        records = reading.records
        authority, notices = read_authority(
            (title.text, blocks[start + 1].text), blocks[start:], dates.ended.iso if dates.ended else None
        )
        judgement, doubts = _judge(reading, title)
        notices += [*dates.notices, *doubts, *reading.notices, *_sequences(records)]
        if not _under(IMPROVE, records):
            message = (
                "No areas for improvement were found, though every such report has them. Compare with the document."
            )
            level = NoticeLevel.WARNING if records.recommendations else NoticeLevel.ERROR
            notices.append(
                Notice(level, NoticeCode.RECOMMENDATIONS_MISSING, message, title.place.page, title.place.line)
            )
        lead = _lead(reading.team)
        notices += _unlike(judgement, records, title)
        if lead is None and any(re.search(r"\binspect", block.text, re.I) for block in reading.team):
            message = "No lead inspector of Ofsted was found among the inspection team. Read the name in the document."
            notices.append(
                Notice(
                    NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, title.place.page, title.place.line
                )
            )
        if not reading.team:
            message = "Neither the partners nor the inspection team were found at the end; the document may be cut off."
            notices.append(
                Notice(NoticeLevel.WARNING, NoticeCode.ENDING_MISSING, message, title.place.page, title.place.line)
            )
        mentions = []
        if previous and (found := find_range(previous.value))[0]:
            framework = FRAMEWORK if found[0].iso >= "2023" else "send-2016"
            mentions = [InspectionDraft(framework, found[0], found[1], place=previous.place, printed=previous.value)]
        return build_report(
            self, title.text, blocks, records,
            authority=authority,
            published=dates.published,
            inspection=InspectionDraft(
                FRAMEWORK, dates.started, dates.ended, dates.published, lead, dates.place, dates.printed
            ),
            mentions=mentions,
            judgements=(judgement,),
            notices=notices,
        )  # fmt: skip
