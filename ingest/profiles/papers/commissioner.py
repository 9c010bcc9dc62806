"""Reports of a children's services commissioner to the minister.

In this order: the cover (title, commissioner, month) up to the table of contents or the executive summary; the contents, if
there are any, tell which numbered headings are sections, since the report's own lists are numbered 1, 2, 3 as well; without
contents a numbered heading is a section when it is the next one and does not carry on a list. Paragraphs have no number,
so findings are counted in their section ("s7-3"); bullets belong to the paragraph that announces them and stand alone
under a heading; the numbered list under "Recommendations" holds the recommendations.
"""

import re
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles.protocol import Part
from ingest.structure.anchors import slug
from ingest.structure.entries import LETTERED
from ingest.structure.paper_report import paper_records, paper_report, prose, unnumbered
from ingest.structure.records import Records
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:report|recommendations?) on (?:the )?(?:ways? forward|children.s (?:social care|services))|commissioner.s report",
    re.I,
)
COMMISSIONER = re.compile(
    r"\bcommissioner for children.s (?:social care|services)\b|\bchildren.s services commissioner\b", re.I
)
MINISTER = re.compile(r"\b(?:minister|secretary of state)\b", re.I)
SUMMARY = re.compile(r"executive summary|summary|foreword", re.I)
CONTENTS = re.compile(r"(?:table of )?contents(?: page)?", re.I)
CONTENTS_LINE = re.compile(r"^(?:(?P<number>\d{1,2})\.?\s+)?(?P<heading>\D.*?)(?:[\s.…]+(?P<page>\d{1,3}))?$")
RECOMMENDED = re.compile(r"(?:my |summary of |conclusions? and )?recommendations?", re.I)
CLOSING = re.compile(r"^(?:©|\(c\)) ?crown copyright|^to view this licen[cs]e|^about this publication", re.I)
COVER_LENGTH = 10


@dataclass(frozen=True, slots=True)
class _Contents:
    """Numbers and headings of the sections as the contents list them, and where the contents end."""

    headings: dict[str, str | None]
    end: int


def _read_contents(blocks: tuple[Block, ...]) -> _Contents:
    start = next((i for i, b in enumerate(blocks[: COVER_LENGTH * 3]) if CONTENTS.fullmatch(b.text)), None)
    if start is None:
        first = next((i for i, b in enumerate(blocks) if SUMMARY.fullmatch(b.text) or b.number == "1"), 0)
        return _Contents({}, first)
    headings: dict[str, str | None] = {}
    end = start + 1
    for i, block in enumerate(blocks[start + 1 :], start + 1):
        lines = [" ".join(text for text in row.texts if text) for row in block.rows] or [
            f"{block.number}. {block.text}" if block.number else block.text
        ]
        matches = [match for line in lines if (match := CONTENTS_LINE.match(line))]
        if not block.rows and (slug(matches[0]["heading"] if matches else block.text) in headings or not matches):
            break
        if not block.rows and not any(match["page"] for match in matches):
            break
        headings |= {slug(match["heading"]): match["number"] for match in matches}
        end = i + 1
    return _Contents(headings, end)


@dataclass(slots=True)
class _Body:
    blocks: tuple[Block, ...]
    contents: _Contents
    records: Records = field(default_factory=paper_records)
    lists: int = 0
    list_at: int = 0
    closing: bool = False

    def read(self) -> None:
        for i, block in enumerate(self.blocks):
            if CLOSING.match(block.text):
                self.closing = True
                self.records.open(block.text, 1, block.place, anchor="closing")
            elif self.closing:
                self.records.finding(unnumbered(block), FindingKind.CONTEXT)
            elif self._is_section(block):
                self._section(block)
            elif block.kind is BlockKind.TABLE:
                self.records.finding(unnumbered(block), FindingKind.CONTEXT)
            elif block.number:
                self._listed(block)
            elif self._is_heading(i, block):
                self._heading(block)
            else:
                self._unnumbered(block)

    def _is_section(self, block: Block) -> bool:
        if not block.number or "." in block.number:
            return False
        headings = self.contents.headings
        if headings:
            return headings.get(slug(block.text), "") == block.number
        sections = self.records.numbered("section")
        due = int(sections[-1].ref) + 1 if sections else 1
        carries_on = self.list_at and int(block.number) == self.list_at + 1
        return block.kind is BlockKind.HEADING and int(block.number) == due and not carries_on

    def _section(self, block: Block) -> None:
        self._open_numbered(block, block.number or "")
        self.list_at = 0

    def _open_numbered(self, block: Block, number: str) -> None:
        section = self.records.open(block.text, 1, block.place, anchor=f"s{number}")
        self.records.count(number, block.place, section.anchor, "section")

    def _is_heading(self, i: int, block: Block) -> bool:
        if LETTERED.match(block.marker):
            following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
            alone = following is not None and following.kind is BlockKind.PARAGRAPH and not following.number
            return alone and not re.search(r"[.;:,]$", block.text) and len(block.text) < 250
        if block.kind is not BlockKind.HEADING or re.match(r"['‘“\"]", block.text):
            return False
        signed = self._recommends() and (COMMISSIONER.search(block.text) or find_date(block.text))
        return not signed and not (i and self.blocks[i - 1].text.endswith(":"))

    def _heading(self, block: Block) -> None:
        known = slug(block.text) in self.contents.headings
        level = 1 if known or SUMMARY.fullmatch(block.text) or self.records.section is None else 2
        if level == 1 and self.contents.headings.get(slug(block.text)):
            number = self.contents.headings[slug(block.text)] or ""
            message = f"The number of this heading was not read; {number} was restored from the table of contents."
            self.records.doubt(NoticeCode.NUMBER_RESTORED, message, block)
            self._open_numbered(block, number)
        else:
            heading = f"{block.marker} {block.text}".strip()
            self.records.open(heading, level, block.place)
        self.list_at = 0

    def _recommends(self) -> bool:
        section = self.records.section
        return section is not None and bool(RECOMMENDED.fullmatch(section.heading))

    def _listed(self, block: Block) -> None:
        """An item of a numbered list: a recommendation, or a finding with its printed number."""
        number = block.number or ""
        if self._recommends():
            self.records.recommendation(block, what="recommendation")
        else:
            section = self.records.section
            stem = f"{section.anchor}/item-" if section else "item-"
            self.lists += number == "1" or not self.lists
            self.records.finding(block, self._kind(), f"list-{self.lists}", f"{stem}{number}", "item")
        self.list_at = int(number.rpartition(".")[2])

    def _kind(self) -> FindingKind:
        section = self.records.section
        summary = section is not None and SUMMARY.fullmatch(section.heading)
        return FindingKind.SUMMARY if summary else FindingKind.FINDING

    def _unnumbered(self, block: Block) -> None:
        records = self.records
        section = records.section.anchor if records.section else None
        if self._recommends() and block.kind is BlockKind.ITEM:
            count = sum(r.section == section for r in records.recommendations) + 1
            records.recommendation(block, anchor=f"rec-{count}")
        elif block.kind is not BlockKind.PARAGRAPH and records.announced:
            records.extend_finding(block)
        else:
            kind = FindingKind.CONTEXT if self._recommends() else self._kind()
            records.finding(block, kind)

    def unlisted(self) -> None:
        """Doubt every section that the contents list and the body does not have."""
        found = {section.ref for section in self.records.numbered("section")}
        for heading, number in self.contents.headings.items():
            if number and number not in found and self.blocks:
                message = f"Section {number} of the table of contents ({heading.replace('-', ' ')}) was not found."
                self.records.doubt(NoticeCode.SECTION_MISSING, message, self.blocks[0])


class Commissioner:
    """The profile of a commissioner's report."""

    name = "commissioner/1"
    kind = ReportKind.COMMISSIONER_REPORT

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of such a report, and under it the commissioner by office and the minister, then contents or summary."""
        block = blocks[index]
        if block.number or len(block.text) > 200 or not TITLE.search(block.text) or block.rows:
            return False
        after = prose(blocks[index : index + COVER_LENGTH])
        cover = " ".join(b.text for b in after[:4] if len(b.text) < 250)
        named = COMMISSIONER.search(cover) and MINISTER.search(cover)
        return bool(named) and any(CONTENTS.fullmatch(b.text) or SUMMARY.fullmatch(b.text) for b in after)

    def score(self, part: Part) -> float:
        """Certain with its cover; likely when a commissioner's office, terms of reference and recommendations are there."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.94
        headings = " | ".join(b.text for b in blocks if b.kind is BlockKind.HEADING)
        early = " ".join(b.text for b in blocks[: COVER_LENGTH * 2])
        body = re.search(r"terms of reference", headings, re.I) and re.search(r"recommendations", headings, re.I)
        return 0.43 if COMMISSIONER.search(early) and MINISTER.search(early) and body else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, contents, sections, paragraphs and recommendations."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks[:COVER_LENGTH]) if TITLE.search(b.text)), 0)
        contents = _read_contents(blocks)
        restored, notices = restore_numbers(blocks[contents.end :])
        body = _Body(restored, contents)
        body.read()
        body.unlisted()
        cover = blocks[start + 1 : contents.end]
        published = next((find_date(b.text) for b in cover if len(b.text) < 40 and find_date(b.text)), None)
        if not body.records.recommendations:
            message = (
                "No recommendations were found, though a commissioner's report has them. Compare with the document."
            )
            body.records.doubt(NoticeCode.RECOMMENDATIONS_MISSING, message, blocks[0], level=NoticeLevel.ERROR)
        notices = (*notices, *body.records.check_numbers("section", "recommendation", "item"))
        return paper_report(self, blocks[start].text, part.blocks, body.records, published, notices=notices)
