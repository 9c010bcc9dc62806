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
from ingest.profiles.papers.writing import Writing, complete, prose, slug
from ingest.profiles.protocol import Part
from ingest.structure.numbering import Numbered, check_sequence
from ingest.structure.restore import LETTERED, restore_numbers
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
    writing: Writing = field(default_factory=Writing)
    sections: list[Numbered] = field(default_factory=list)
    lists: list[list[Numbered]] = field(default_factory=list)
    list_at: int = 0
    closing: bool = False

    def read(self) -> None:
        for i, block in enumerate(self.blocks):
            if CLOSING.match(block.text):
                self.closing = True
                self.writing.open(block, 1, "closing")
            elif self.closing:
                self.writing.find(block, FindingKind.CONTEXT)
            elif self._is_section(block):
                self._section(block)
            elif block.kind is BlockKind.TABLE:
                self.writing.find(block, FindingKind.CONTEXT)
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
        due = int(self.sections[-1].ref) + 1 if self.sections else 1
        carries_on = self.list_at and int(block.number) == self.list_at + 1
        return block.kind is BlockKind.HEADING and int(block.number) == due and not carries_on

    def _section(self, block: Block) -> None:
        number = block.number or ""
        section = self.writing.open(block, 1, f"s{number}")
        self.sections.append(Numbered(number, block.place, section.anchor))
        self.list_at = 0

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
        level = 1 if known or SUMMARY.fullmatch(block.text) or self.writing.section is None else 2
        if level == 1 and self.contents.headings.get(slug(block.text)):
            number = self.contents.headings[slug(block.text)] or ""
            message = f"The number of this heading was not read; {number} was restored from the table of contents."
            self.writing.doubt(NoticeCode.NUMBER_RESTORED, message, block)
            section = self.writing.open(block, 1, f"s{number}")
            self.sections.append(Numbered(number, block.place, section.anchor))
        else:
            heading = f"{block.marker} {block.text}".strip()
            self.writing.open(block, level, heading=heading)
        self.list_at = 0

    def _recommends(self) -> bool:
        section = self.writing.section
        return section is not None and bool(RECOMMENDED.fullmatch(section.heading))

    def _listed(self, block: Block) -> None:
        """An item of a numbered list: a recommendation, or a finding with its printed number."""
        number = block.number or ""
        if self._recommends():
            self.writing.recommend(block, f"rec-{number}", number)
        else:
            section = self.writing.section
            stem = f"{section.anchor}/item-" if section else "item-"
            found = self.writing.find(block, self._kind(), number, f"{stem}{number}")
            if number == "1" or not self.lists:
                self.lists.append([])
            self.lists[-1].append(Numbered(number, block.place, found.anchor))
        self.list_at = int(number.rpartition(".")[2])

    def _kind(self) -> FindingKind:
        section = self.writing.section
        summary = section is not None and SUMMARY.fullmatch(section.heading)
        return FindingKind.SUMMARY if summary else FindingKind.FINDING

    def _unnumbered(self, block: Block) -> None:
        writing = self.writing
        section = writing.section.anchor if writing.section else None
        if self._recommends() and block.kind is BlockKind.ITEM:
            count = sum(r.section == section for r in writing.recommendations) + 1
            writing.recommend(block, f"rec-{count}")
        elif block.kind is not BlockKind.PARAGRAPH and writing.announced:
            writing.extend(block)
        else:
            kind = FindingKind.CONTEXT if self._recommends() else self._kind()
            writing.find(block, kind)

    def unlisted(self) -> None:
        """Doubt every section that the contents list and the body does not have."""
        found = {section.ref for section in self.sections}
        for heading, number in self.contents.headings.items():
            if number and number not in found and self.blocks:
                message = f"Section {number} of the table of contents ({heading.replace('-', ' ')}) was not found."
                self.writing.doubt(NoticeCode.SECTION_MISSING, message, self.blocks[0])


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
        recs = [Numbered(r.ref, r.place, r.anchor) for r in body.writing.recommendations if r.ref]
        if not body.writing.recommendations:
            message = (
                "No recommendations were found, though a commissioner's report has them. Compare with the document."
            )
            body.writing.doubt(NoticeCode.RECOMMENDATIONS_MISSING, message, blocks[0], level=NoticeLevel.ERROR)
        draft = ReportDraft(
            self.kind,
            blocks[start].text,
            self.name,
            None,
            published=published,
            notices=(
                *notices,
                *check_sequence(body.sections, what="section"),
                *check_sequence(recs, what="recommendation"),
                *(notice for items in body.lists for notice in check_sequence(items, what="item")),
            ),
        )
        return complete(draft, part.blocks, body.writing)
