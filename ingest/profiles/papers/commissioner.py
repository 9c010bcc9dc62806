"""Reports of a children's services commissioner to the minister.

In this order: the cover (title, commissioner, month) up to the table of contents or the executive summary; the
contents, if there are any, tell which numbered headings are sections, since the report's own lists are numbered 1, 2, 3
as well; without contents a numbered heading is a section when it is the next one and does not carry on a list.
Paragraphs have no number, so findings are counted in their section ("s7-3"); bullets belong to the paragraph that
announces them and stand alone under a heading; the numbered list under "Recommendations" holds the recommendations.
"""

import re
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.anchors import slug
from ingest.structure.entries import LETTERED
from ingest.structure.numbering import check_swallowed
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.paper_walker import PaperWalker
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:report|recommendations?) on (?:the )?(?:ways? forward|children.s (?:social care|services))"
    r"|commissioner.s report|^report of the (?:children.s services )?commissioner\b",
    re.I,
)
COMMISSIONER = re.compile(
    r"\bcommissioner for children.s (?:social care|services)\b|\bchildren.s services commissioner\b", re.I
)
MINISTER = re.compile(r"\b(?:minister|secretary of state)\b", re.I)
APPOINTED = re.compile(r"\bappoint(?:ed|ment)\b", re.I)
SUMMARY = re.compile(r"executive summary|summary|foreword", re.I)
CONTENTS = re.compile(r"(?:table of )?contents(?: page)?", re.I)
CONTENTS_LINE = re.compile(r"^(?:(?P<number>\d{1,2})\.?\s+)?(?P<heading>\D.*?)(?:[\s.…]+(?P<page>\d{1,3}))?$")
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


OTHER = Rule("", 1)
CLOSED = Rule("", 1, kind=FindingKind.CONTEXT)
RULES = (
    Rule(SUMMARY.pattern, 1, kind=FindingKind.SUMMARY),
    Rule(r"(?:my |summary of |conclusions? and )?recommendations?", 1, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT),
)


class _CommissionerWalker(PaperWalker):
    """Reads the sections that the contents list; ``list_at`` is the number of the last item of a list."""

    def __init__(self, contents: _Contents) -> None:
        super().__init__(RULES, OTHER)
        self._contents = contents
        self._lists = 0
        self._list_at = 0

    def opening(self, block: Block) -> Opening | None:
        """The copyright notice closes the report; else a numbered section, or a heading without a number."""
        if CLOSING.match(block.text):
            return Opening(CLOSED, block.text, anchor="closing")
        if self.rule is CLOSED or block.kind is BlockKind.TABLE:
            return None
        if block.number:
            return self.section(block.text, number=block.number) if self._is_section(block) else None
        return self._heading(block) if self._is_heading(block) else None

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; the lists in it begin again."""
        super().open(opening, block)
        self._list_at = 0

    def _is_section(self, block: Block) -> bool:
        number = block.number or ""
        if "." in number:
            return False
        headings = self._contents.headings
        if headings:
            return headings.get(slug(block.text), "") == number
        due = self.records.numbers.last("section") + 1
        carries_on = self._list_at and int(number) == self._list_at + 1
        return block.kind is BlockKind.HEADING and int(number) == due and not carries_on

    def _is_heading(self, block: Block) -> bool:
        ahead = self.following
        if LETTERED.match(block.marker):
            alone = ahead is not None and ahead.kind is BlockKind.PARAGRAPH and not ahead.number
            return alone and not re.search(r"[.;:,]$", block.text) and len(block.text) < 250
        if block.kind is not BlockKind.HEADING or re.match(r"['‘“\"]", block.text):
            return False
        signed = self.role is Role.RECOMMENDATIONS and (COMMISSIONER.search(block.text) or find_date(block.text))
        return not signed and not (self.at and self.blocks[self.at - 1].text.endswith(":"))

    def _heading(self, block: Block) -> Opening:
        headings = self._contents.headings
        known = slug(block.text) in headings
        level = 1 if known or SUMMARY.fullmatch(block.text) or self.records.section is None else 2
        if level == 1 and (number := headings.get(slug(block.text))):
            message = f"The number of this heading was not read; {number} was restored from the table of contents."
            self.records.doubt(NoticeCode.NUMBER_RESTORED, message, block)
            return self.section(block.text, number=number)
        return self.section(f"{block.marker} {block.text}".strip(), level)

    def recommend(self, block: Block) -> None:
        """File an item of the list of recommendations; other text among them is context."""
        if block.kind is BlockKind.TABLE:
            self.context(block)
        elif block.number:
            self.records.recommendation(block, what="recommendation")
            self._count(block.number)
        elif block.kind is BlockKind.ITEM:
            self.records.recommendation(block, anchor=f"rec-{len(self.records.in_section) + 1}")
        else:
            self._unnumbered(block)

    def find(self, block: Block) -> None:
        """File an item of a numbered list by its printed number, and other text by its place in the section."""
        if self.rule is CLOSED or block.kind is BlockKind.TABLE:
            self.context(block)
        elif block.number and "." in block.number:
            self.records.finding(block, self.kind)
        elif block.number:
            section = self.records.section
            stem = f"{section.anchor}/item-" if section else "item-"
            self._lists += block.number == "1" or not self._lists
            self.records.finding(block, self.kind, f"list-{self._lists}", f"{stem}{block.number}", "item")
            self._count(block.number)
        else:
            self._unnumbered(block)

    def _count(self, number: str) -> None:
        """Note the last number of a list; a paragraph "2.1" of a section is none of a list."""
        self._list_at = int(number) if "." not in number else 0

    def _unnumbered(self, block: Block) -> None:
        if block.kind is not BlockKind.PARAGRAPH and self.records.announced:
            self.records.extend_finding(block)
        else:
            self.records.finding(block, self.kind)

    def doubt_unlisted(self) -> None:
        """Doubt every section that the contents list and the body does not have."""
        found = {section.ref for section in self.records.numbers.of("section")}
        for heading, number in self._contents.headings.items():
            if number and number not in found and self.blocks:
                message = f"Section {number} of the table of contents ({heading.replace('-', ' ')}) was not found."
                self.records.doubt(NoticeCode.SECTION_MISSING, message, self.blocks[0], level=NoticeLevel.ERROR)


class Commissioner:
    """The profile of a commissioner's report."""

    name = "commissioner/1"
    kind = ReportKind.COMMISSIONER_REPORT
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of such a report, under it the commissioner's office and the minister, then contents or summary."""
        block = blocks[index]
        if block.number or len(block.text) > 200 or not TITLE.search(block.text) or block.rows:
            return False
        after = prose(blocks[index : index + COVER_LENGTH])
        cover = " ".join(b.text for b in after[:4] if len(b.text) < 250)
        if not COMMISSIONER.search(cover):
            return False
        if MINISTER.search(cover):
            return any(CONTENTS.fullmatch(b.text) or SUMMARY.fullmatch(b.text) for b in after)
        # Without the minister on its cover, the report's first paragraphs say who appointed the commissioner.
        appointed = any(b.number and APPOINTED.search(b.text) and MINISTER.search(b.text) for b in after)
        return appointed and any(b.kind is BlockKind.HEADING and b.number == "1" for b in after)

    def score(self, part: Part) -> float:
        """Certain with its cover.

        Likely when a commissioner's office, terms of reference and recommendations are there.
        """
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
        body = _CommissionerWalker(contents).read(restored)
        body.doubt_unlisted()
        cover = blocks[start + 1 : contents.end]
        published = next((find_date(b.text) for b in cover if len(b.text) < 40 and find_date(b.text)), None)
        if not body.records.recommendations:
            message = (
                "No recommendations were found, though a commissioner's report has them. Compare with the document."
            )
            body.records.doubt(NoticeCode.RECOMMENDATIONS_MISSING, message, blocks[0], level=NoticeLevel.ERROR)
        notices = (
            *notices,
            *body.records.numbers.check("section", "paragraph", "recommendation", "item"),
            *check_swallowed(body.records.numbers.of(), body.records.findings),
        )
        return paper_report(self, blocks[start].text, part.blocks, body.records, published, notices=notices)
