"""Area SEND inspections (2023 framework): one of three outcomes, and areas for priority action and for improvement.

Order of decision: the sentences of "Inspection outcome" tell the outcome, and how soon the area is inspected again must
fit it; sections come from ``RULES``; under the two headings of recommendations the rows of a ruled table are the items
(with the responsible body where there are two columns), or, without a table, the paragraphs. A row that goes on after a
page break belongs to the row above. What the partners and inspectors are called is read last, for the lead inspector.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place
from ingest.drafts import InspectionDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.profiles.send.outcome import DOMAIN, check_urgent, read_outcome
from ingest.profiles.send.tables import joined, perhaps_torn, table_items
from ingest.structure.cover import check_running_dates, earlier_inspection, read_dates
from ingest.structure.cover_names import read_authority
from ingest.structure.entries import Entry, group, join_entry
from ingest.structure.numbering import check_sequence
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.walker import Gatherer
from ingest.wording.inspectors import person
from ingest.wording.recommending import says_none
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

FRAMEWORK = "send"
OUTCOME_ANCHOR = f"judgement-{DOMAIN}"
TITLE = re.compile(
    r"(?:report of an? )?area (?:send|special educational needs\b.{0,60}?)(?: full)? inspection\b.{0,140}", re.I
)
TITLE_LENGTH = 260
COVER_LENGTH = 25
RUNNING = re.compile(r"^(?:area send )?inspection report: .{0,120}$", re.I)

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


LEAD = re.compile(r"^(?P<who>.{3,80}?)[\s,(]*\blead inspector\b", re.I)
PARTNERS = re.compile(r"(?:local authorit(?:y|ies)|integrated care boards?|ofsted|care quality commission)\W*", re.I)


def _names_partners(block: Block) -> bool:
    """Tell whether a table is the one of the partners or of the inspectors behind the report.

    Headed by who they are.
    """
    cells = [cell for cell in block.rows[0].texts if cell] if block.rows else []
    return len(cells) > 1 and all(PARTNERS.fullmatch(cell) for cell in cells)


def framed(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, save that in a frame, which is a table of one row, bullets belong to the sentence above them."""
    framed: list[Entry] = []
    if sum(not entry.listed for entry in entries) == 1 and entries[0].announces:
        return list(entries)
    for entry in entries:
        above = framed[-1] if framed else None
        if above and entry.listed and not above.listed and entry.block.boxed and above.block.boxed:
            framed[-1] = replace(above, block=join_entry(above.block, entry.block), announces=False)
        else:
            framed.append(entry)
    return framed


class _SendWalker(Gatherer):
    """Reads the body.

    ``outcome`` are the blocks of the section of that name, ``team`` those about partners and inspectors.
    """

    def __init__(self) -> None:
        super().__init__(Outline(RULES))
        self.outcome: list[Block] = []
        self.team: list[Block] = []

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is furniture or a running title."""
        return super().passes_over(block) or RUNNING.match(block.text) is not None

    def take(self, block: Block) -> None:
        """Read the next block; the table of the partners ends the text though its heading is lost."""
        if _names_partners(block) and self.rule is not DETAILS:
            self.leave()
            message = "The table of the partners stands under no heading of its own; what is between may be lost."
            self.records.doubt(NoticeCode.HEADING_MISSING, message, block, OUTCOME_ANCHOR)
            self.enter(DETAILS)
        super().take(block)

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section, unless its heading is only printed again."""
        if opening.rule is not self.rule or self.held:
            super().open(opening, block)

    def boilerplate(self, block: Block) -> None:
        """Keep what stands about partners and inspectors."""
        if self.rule is DETAILS:
            self.team.append(block)

    def file(self, blocks: list[Block]) -> None:
        """File what stands under a heading; the outcome is also read as a whole."""
        if self.rule is OUTCOME:
            self.outcome += blocks
        if self.role is Role.RECOMMENDATIONS:
            self._recommend(blocks)
            return
        for entry in group(blocks):
            self.records.finding(entry.block, FindingKind.CONTEXT if entry.announces else self.kind)

    def _recommend(self, blocks: list[Block]) -> None:
        """The rows of the tables are the items; without a table the paragraphs are."""
        tables = [block for block in blocks if block.kind is BlockKind.TABLE]
        items = list(table_items(joined(tables))) if tables else []
        self._doubt_torn(tables)
        others = framed(group([block for block in blocks if block.kind is not BlockKind.TABLE]))
        items = items or [(entry.block, None) for entry in others if not entry.announces]
        if not tables and self.rule is PRIORITY and items:
            message = (
                "The areas for priority action stand in no table; the paragraphs were read as items. Compare with "
                "the page."
            )
            self.records.doubt(NoticeCode.TABLE_TORN, message, items[0][0], OUTCOME_ANCHOR)
        for block, body in items:
            if says_none(block.text):
                self.records.finding(block, FindingKind.CONTEXT)
            else:
                self.records.recommendation(block, addressee=body)
        for entry in others if tables else [entry for entry in others if entry.announces]:
            self.records.finding(entry.block, FindingKind.CONTEXT)

    def _doubt_torn(self, tables: list[Block]) -> None:
        for row in (row for table in tables for row in perhaps_torn(table)):
            message = (
                "The first row on this page may be the rest of the last row of the page before. Compare with the page."
            )
            self.records.doubt(NoticeCode.ROW_PERHAPS_TORN, message, row, OUTCOME_ANCHOR)


def _under(rule: Rule, records: Records) -> bool:
    """Tell whether recommendations were read under headings of the rule."""
    sections = {section.anchor for section in records.sections if Outline((rule,)).of(section.heading)}
    return any(item.section in sections for item in records.recommendations)


def _sequences(records: Records) -> Iterator[NoticeDraft]:
    """Each table counts its rows for itself."""
    sections = {item.anchor: item.section for item in records.recommendations}
    sections |= {finding.anchor: finding.section for finding in records.findings}
    for section in dict.fromkeys(sections.values()):
        yield from check_sequence(item for item in records.numbers.of() if sections.get(item.anchor or "") == section)


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
    family = families.OTHER

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
        """Read outcome, sections and the tables of recommendations.

        Notices name what is missing or contradicts itself.
        """
        blocks = part.blocks
        start = next(i for i in range(len(blocks)) if self.opens(blocks, i))
        title = blocks[start]
        dates = read_dates(blocks[start : start + COVER_LENGTH])
        before = earlier_inspection(blocks[start : start + COVER_LENGTH])
        body = _SendWalker().read(rejoin_headings(blocks[start + 1 :], RULES))
        records = body.records
        authority, notices = read_authority(
            (title.text, blocks[start + 1].text), blocks[start:], dates.ended.iso if dates.ended else None
        )
        judgement, doubts = read_outcome(body.outcome, records.evidence(DOMAIN), title)
        lead = _lead(body.team)
        notices += [
            *dates.notices,
            *check_running_dates(dates, blocks),
            *doubts,
            *records.notices,
            *_sequences(records),
            *_check_improvement(records, title.place),
            *check_urgent(judgement, _under(PRIORITY, records), title),
            *_check_team(body.team, lead, title.place),
        ]
        mentions = []
        if before and before.started:
            mentions = [replace(before, framework=FRAMEWORK if before.started.iso >= "2023" else "send-2016")]
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


def _check_improvement(records: Records, place: Place) -> Iterator[NoticeDraft]:
    """Doubt a report without areas for improvement."""
    if _under(IMPROVE, records):
        return
    message = "No areas for improvement were found, though every such report has them. Compare with the document."
    yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)


def _check_team(team: Sequence[Block], lead: str | None, place: Place) -> Iterator[NoticeDraft]:
    """Doubt a report whose team does not name its lead inspector, or that ends without a team."""
    if lead is None and any(re.search(r"\binspect", block.text, re.I) for block in team):
        message = "No lead inspector of Ofsted was found among the inspection team. Read the name in the document."
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, place.page, place.line)
    if not team:
        message = "Neither the partners nor the inspection team were found at the end; the document may be cut off."
        yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.ENDING_MISSING, message, place.page, place.line)
