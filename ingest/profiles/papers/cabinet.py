"""Reports to a council's Cabinet, executive or committee about children's services.

In this order: the cover (meeting, date, title, officers) up to the summary or the first numbered heading; numbers that were
lost and are certain; then block by block. A numbered heading ("6.") opens a section when its paragraphs ("6.1") follow; a
paragraph with a number of its section is a finding, of kind progress under a heading of progress, and a recommendation
under the heading "Recommendation(s)"; bullets, letters and unnumbered paragraphs after a numbered one belong to it; a
list numbered 1, 2, 3 under a numbered paragraph that speaks of recommendations holds recommendations quoted
from elsewhere. ``published`` is the day of the meeting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.drafts import RecommendationDraft, ReportDraft
from ingest.notices import Notice
from ingest.profiles.papers.cabinet_cover import COVER_LENGTH, OFFICERS, SUMMARY, labels, opens_report, read_cover
from ingest.profiles.protocol import Part
from ingest.structure.entries import LETTERED
from ingest.structure.paper_report import paper_records, paper_report, prose, unnumbered
from ingest.structure.records import Records
from ingest.structure.restore import lost_number, restore_numbers, restored_notice
from ingest.structure.risks import is_risk_header, looks_like_risks, read_risks
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

PROGRESS = re.compile(
    r"^(?:areas of )?progress\b|\bprogress (?:since|made|to date|against|so far)\b|update on progress", re.I
)
RECOMMENDED = re.compile(
    r"(?:officers?[’']? )?recommendations?(?: to (?:the )?\w+)?|recommended (?:decisions?|actions?)|decisions? (?:requested|required|recommended)",
    re.I,
)
TAIL = re.compile(r"(?:lead )?(?:contact )?officers?[’']?s?\b.*contacts?(?: details)?:?|(?:lead )?contact (?:officers?|details).*|appendices:?|background (?:papers|documents):?|list of (?:appendices|background papers)", re.I)  # fmt: skip
ASKED = re.compile(
    r"^(?:that\s+)?(?:the\s+)?(?P<body>[A-Z][\w ]{2,80}?)\s+(?:is|are|be)\s+(?:asked|recommended|invited|requested|advised)\b"
)
SIGNS = (
    OFFICERS,
    ASKED,
    re.compile(r"^(?:suggested )?reasons? for (?:the )?(?:recommended )?decisions?", re.I),
    re.compile(r"^(?:legal|financial)(?: and legal)? implications", re.I),
    re.compile(r"^risk (?:management|assessment)", re.I),
    re.compile(r"^(?:budget and )?policy framework", re.I),
)


@dataclass(slots=True)
class _Body:
    """Reads the body block by block into a ``Writing``."""

    blocks: tuple[Block, ...]
    records: Records = field(default_factory=paper_records)
    tables: list[tuple[Block, str | None]] = field(default_factory=list)
    numbered: Block | None = None
    addressee: str | None = None
    tail: bool = False

    def read(self) -> None:
        for i, block in enumerate(self.blocks):
            if block.kind is BlockKind.TABLE:
                self._table(i, block)
            elif head := self._section_number(i, block):
                self._section(block, head)
            elif block.number and "." in block.number:
                self._paragraph(i, block)
            elif block.number:
                self._listed(block)
            elif TAIL.fullmatch(block.text):
                self.tail = True
                self.records.open(block.text, 1, block.place)
            elif block.kind is BlockKind.HEADING and not self.tail:
                self.records.open(block.text, 2 if self._in_numbered() else 1, block.place)
            else:
                self._unnumbered(block, self._next_number(i))

    def _next_number(self, i: int) -> str | None:
        return next((b.number for b in self.blocks[i + 1 :] if b.number), None)

    def _section_number(self, i: int, block: Block) -> str | None:
        """The number of the section that the block opens, or None; a lost one is certain when its paragraphs follow."""
        following = self._next_number(i)
        due = self._last_head() + 1
        if block.number:
            opens = following == f"{block.number}.1" or (block.kind is BlockKind.HEADING and block.number == str(due))
            return block.number if opens and "." not in block.number else None
        certain = block.kind is BlockKind.HEADING and due > 1 and following == f"{due}.1"
        if not certain or self.tail or TAIL.fullmatch(block.text) or not self.blocks[i + 1].number:
            return None
        self.records.notices.append(restored_notice(str(due), block, "section"))
        return str(due)

    def _section(self, block: Block, head: str) -> None:
        self.tail = False
        self.numbered = None
        section = self.records.open(block.text, 1, block.place, anchor=f"s{head}")
        self.records.count(head, block.place, section.anchor, "section")

    def _in_numbered(self) -> bool:
        section = self.records.section
        return section is not None and (section.level > 1 or section.anchor.removeprefix("s").isdigit())

    def _last_head(self) -> int:
        """The number of the section that was opened last, 0 before the first."""
        heads = self.records.numbered("section")
        return int(heads[-1].ref) if heads else 0

    def _heading(self) -> str:
        section = self.records.section
        return section.heading if section else ""

    def _kind(self) -> FindingKind:
        if self.tail:
            return FindingKind.CONTEXT
        heading = self._heading()
        if SUMMARY.fullmatch(heading) and not self._in_numbered():
            return FindingKind.SUMMARY
        return FindingKind.PROGRESS if PROGRESS.search(heading) else FindingKind.FINDING

    def _paragraph(self, i: int, block: Block) -> None:
        ref = block.number or ""
        self.numbered = block
        self._leave(block, ref.partition(".")[0])
        if not RECOMMENDED.fullmatch(self._heading()):
            self.records.finding(block, self._kind())
            return
        if asked := ASKED.match(block.text):
            self.addressee = asked["body"].strip()
        following = self._next_number(i)
        if block.text.endswith(":") and following and following.startswith(f"{ref}."):
            self.records.finding(block, FindingKind.CONTEXT)
        else:
            self.records.recommendation(block, addressee=self.addressee)

    def _leave(self, block: Block, head: str) -> None:
        """A paragraph of a later section is none of the section that is open, though the heading of its own is lost."""
        last = self._last_head()
        if last and head.isdigit() and int(head) > last:
            message = f"Paragraph {block.number} stands under the heading of section {last}; that of section {head} was not read."
            self.records.doubt(NoticeCode.HEADING_MISSING, message, block)
            self.records.close()
            self.records.count(head, block.place, None, "section")

    def _listed(self, block: Block) -> None:
        """An item of a list numbered 1, 2, 3 inside a section."""
        number = block.number or ""
        lead = self.records.findings[-1] if self.records.findings else None
        if RECOMMENDED.fullmatch(self._heading()):
            stem, addressee = "rec", self.addressee
        elif lead and lead.ref and re.search(r"\brecommend", lead.text + self._heading(), re.I):
            stem, addressee = f"{lead.anchor}/rec", None
        else:
            self._unnumbered(block)
            return
        self.records.recommendation(
            block, addressee=addressee, anchor=f"{stem}-{number}", what="recommendation", part=stem
        )

    def checks(self) -> tuple[Notice, ...]:
        """Holes and repeats in the numbers of sections, of paragraphs, and of each list of recommendations."""
        return (*self.records.check_numbers("section", "paragraph", "recommendation"), *self._empty())

    def _empty(self) -> Iterator[Notice]:
        """A heading of recommendations that has none under it."""
        headed = [section for section in self.records.sections if RECOMMENDED.fullmatch(section.heading)]
        if headed and not self.records.recommendations:
            message = f"Nothing was read under the heading “{headed[0].heading}”. Compare with the document."
            place = headed[0].place
            yield Notice(NoticeLevel.WARNING, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)

    def _unnumbered(self, block: Block, following: str | None = None) -> None:
        records = self.records
        recommended = RECOMMENDED.fullmatch(self._heading())
        section = records.section.anchor if records.section else None
        given = [rec for rec in records.recommendations if rec.section == section]
        if recommended and (asked := ASKED.match(block.text)) and not given:
            self.addressee = asked["body"].strip()
            if block.text.endswith(":"):
                records.finding(block, FindingKind.CONTEXT)
                return
        if recommended and block.kind is BlockKind.ITEM:
            self._number_lost(block)
            self._listed_recommendation(block, given)
        elif recommended and not given and self._last_head() and section == f"s{following}".partition(".")[0]:
            message = f"A paragraph without number stands in front of {following}; it was not read as a recommendation."
            records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
            records.finding(block, FindingKind.CONTEXT)
        elif recommended and not given:
            records.recommendation(block, addressee=self.addressee, anchor="rec-1")
        else:
            self._append(block)

    def _listed_recommendation(self, block: Block, given: list[RecommendationDraft]) -> None:
        """A lettered or bulleted recommendation; its parent is the one before the list, if that announces it."""
        top = next((rec for rec in reversed(given) if not rec.parent), None)
        parent = top if top and top.text.endswith(":") else None
        letter = block.marker.strip("().") if LETTERED.match(block.marker) else None
        number = letter or str(sum(rec.parent is None for rec in given) + 1)
        if parent:
            self.records.sub_item(block, parent, letter, self.addressee)
        else:
            self.records.recommendation(block, addressee=self.addressee, anchor=f"rec-{number}", ref=letter)

    def _append(self, block: Block) -> None:
        """Put an item or a paragraph without number to the paragraph before it, or let it stand alone."""
        records = self.records
        last = records.findings[-1] if records.findings else None
        section = records.section.anchor if records.section else None
        if last is None or last.section != section or not (last.ref or block.kind is BlockKind.ITEM):
            records.finding(unnumbered(block), self._kind())
            return
        if self._number_lost(block):
            records.finding(unnumbered(block), self._kind())
            return
        if last.ref and block.kind is BlockKind.PARAGRAPH and not block.number:
            message = f"A paragraph without number stands after paragraph {last.ref}; it was read as part of it."
            records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block, last.anchor)
        records.extend_finding(block)

    def _number_lost(self, block: Block) -> bool:
        if self.numbered is None or not lost_number(block, self.numbered):
            return False
        message = f"An item stands after {self.numbered.number} where a number is due and none was read. Compare with the document."
        self.records.doubt(NoticeCode.NUMBER_LOST, message, block)
        return True

    def _table(self, i: int, block: Block) -> None:
        if is_risk_header(block) or self._goes_on(i, block):
            self.tables.append((block, self.records.section.anchor if self.records.section else None))
        else:
            if looks_like_risks(block):
                message = (
                    "A table that ends with ratings has no header that is known; it was not read as a table of risks."
                )
                self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block)
            self.records.finding(block, FindingKind.CONTEXT)

    def _goes_on(self, i: int, block: Block) -> bool:
        return bool(self.tables) and self.tables[-1][0] is self.blocks[i - 1]


class Cabinet:
    """The profile of reports to a Cabinet or a committee."""

    name = "cabinet/1"
    kind = ReportKind.CABINET_REPORT

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The cover of a report to a meeting."""
        return opens_report(blocks, index)

    def score(self, part: Part) -> float:
        """Certain with the cover of a report to a meeting; likely with several headings that only such reports have."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.92
        texts = [text for block in blocks for text in (block.text, *labels(block))]
        signs = sum(any(sign.match(text) for text in texts) for sign in SIGNS)
        return 0.45 if signs >= 4 else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, sections, numbered paragraphs, recommendations and risks."""
        blocks = prose(part.blocks)
        cover = read_cover(blocks)
        restored, notices = restore_numbers(blocks[cover.end :])
        body = _Body(restored)
        body.read()
        risks, doubts = read_risks(body.tables)
        if not cover.title or cover.published is None:
            missing = "title" if not cover.title else "date of the meeting"
            body.records.doubt(NoticeCode.COVER_INCOMPLETE, f"The {missing} was not found on the cover.", blocks[0])
        title = cover.title or "Report without title"
        notices = (*notices, *body.checks(), *doubts)
        return paper_report(self, title, part.blocks, body.records, cover.published, risks=risks, notices=notices)
