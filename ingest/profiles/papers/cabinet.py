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
from ingest.profiles.papers.writing import Writing, complete, prose
from ingest.profiles.protocol import Part
from ingest.structure.numbering import Numbered, check_sequence
from ingest.structure.restore import LETTERED, lost_number, restore_numbers, restored_notice
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
    writing: Writing = field(default_factory=Writing)
    refs: list[Numbered] = field(default_factory=list)
    heads: list[Numbered] = field(default_factory=list)
    lists: dict[str, list[Numbered]] = field(default_factory=dict)
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
                self.writing.open(block, 1)
            elif block.kind is BlockKind.HEADING and not self.tail:
                self.writing.open(block, 2 if self._in_numbered() else 1)
            else:
                self._unnumbered(block, self._next_number(i))

    def _next_number(self, i: int) -> str | None:
        return next((b.number for b in self.blocks[i + 1 :] if b.number), None)

    def _section_number(self, i: int, block: Block) -> str | None:
        """The number of the section that the block opens, or None; a lost one is certain when its paragraphs follow."""
        following = self._next_number(i)
        due = int(self.heads[-1].ref) + 1 if self.heads else 1
        if block.number:
            opens = following == f"{block.number}.1" or (block.kind is BlockKind.HEADING and block.number == str(due))
            return block.number if opens and "." not in block.number else None
        certain = block.kind is BlockKind.HEADING and self.heads and following == f"{due}.1"
        if not certain or self.tail or TAIL.fullmatch(block.text) or not self.blocks[i + 1].number:
            return None
        self.writing.notices.append(restored_notice(str(due), block, "section"))
        return str(due)

    def _section(self, block: Block, head: str) -> None:
        self.tail = False
        self.numbered = None
        section = self.writing.open(block, 1, f"s{head}")
        self.heads.append(Numbered(head, block.place, section.anchor))

    def _in_numbered(self) -> bool:
        section = self.writing.section
        return section is not None and (section.level > 1 or section.anchor.removeprefix("s").isdigit())

    def _heading(self) -> str:
        section = self.writing.section
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
        self.refs.append(Numbered(ref, block.place, f"para-{ref}"))
        if not RECOMMENDED.fullmatch(self._heading()):
            self.writing.find(block, self._kind(), ref, f"para-{ref}")
            return
        if asked := ASKED.match(block.text):
            self.addressee = asked["body"].strip()
        following = self._next_number(i)
        if block.text.endswith(":") and following and following.startswith(f"{ref}."):
            self.writing.find(block, FindingKind.CONTEXT, ref, f"para-{ref}")
        else:
            self.writing.recommend(block, f"rec-{ref}", ref, None, self.addressee)

    def _leave(self, block: Block, head: str) -> None:
        """A paragraph of a later section is none of the section that is open, though the heading of its own is lost."""
        if self.heads and head.isdigit() and int(head) > int(self.heads[-1].ref):
            message = f"Paragraph {block.number} stands under the heading of section {self.heads[-1].ref}; that of section {head} was not read."
            self.writing.doubt(NoticeCode.HEADING_MISSING, message, block)
            self.writing.close()
            self.heads.append(Numbered(head, block.place))

    def _listed(self, block: Block) -> None:
        """An item of a list numbered 1, 2, 3 inside a section."""
        number = block.number or ""
        lead = self.writing.findings[-1] if self.writing.findings else None
        if RECOMMENDED.fullmatch(self._heading()):
            stem, addressee = "rec", self.addressee
        elif lead and lead.ref and re.search(r"\brecommend", lead.text + self._heading(), re.I):
            stem, addressee = f"{lead.anchor}/rec", None
        else:
            self._unnumbered(block)
            return
        given = self.writing.recommend(block, f"{stem}-{number}", number, None, addressee)
        self.lists.setdefault(stem, []).append(Numbered(number, block.place, given.anchor))

    def checks(self) -> tuple[Notice, ...]:
        """Holes and repeats in the numbers of sections, of paragraphs, and of each list of recommendations."""
        listed = (notice for items in self.lists.values() for notice in check_sequence(items, what="recommendation"))
        return (
            *check_sequence(self.heads, what="section"),
            *check_sequence(self.refs),
            *listed,
            *self._empty(),
        )

    def _empty(self) -> Iterator[Notice]:
        """A heading of recommendations that has none under it."""
        headed = [section for section in self.writing.sections if RECOMMENDED.fullmatch(section.heading)]
        if headed and not self.writing.recommendations:
            message = f"Nothing was read under the heading “{headed[0].heading}”. Compare with the document."
            place = headed[0].place
            yield Notice(NoticeLevel.WARNING, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)

    def _unnumbered(self, block: Block, following: str | None = None) -> None:
        writing = self.writing
        recommended = RECOMMENDED.fullmatch(self._heading())
        section = writing.section.anchor if writing.section else None
        given = [rec for rec in writing.recommendations if rec.section == section]
        if recommended and (asked := ASKED.match(block.text)) and not given:
            self.addressee = asked["body"].strip()
            if block.text.endswith(":"):
                writing.find(block, FindingKind.CONTEXT)
                return
        if recommended and block.kind is BlockKind.ITEM:
            self._number_lost(block)
            self._listed_recommendation(block, given)
        elif recommended and not given and self.heads and section == f"s{following}".partition(".")[0]:
            message = f"A paragraph without number stands in front of {following}; it was not read as a recommendation."
            writing.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
            writing.find(block, FindingKind.CONTEXT)
        elif recommended and not given:
            writing.recommend(block, "rec-1", None, None, self.addressee)
        else:
            self._append(block)

    def _listed_recommendation(self, block: Block, given: list[RecommendationDraft]) -> None:
        """A lettered or bulleted recommendation; its parent is the one before the list, if that announces it."""
        top = next((rec for rec in reversed(given) if not rec.parent), None)
        parent = top.anchor if top and top.text.endswith(":") else None
        letter = block.marker.strip("().") if LETTERED.match(block.marker) else None
        number = letter or str(sum(rec.parent == parent for rec in given) + 1)
        anchor = f"{parent}/{number}" if parent else f"rec-{number}"
        self.writing.recommend(block, anchor, letter, parent, self.addressee)

    def _append(self, block: Block) -> None:
        """Put an item or a paragraph without number to the paragraph before it, or let it stand alone."""
        writing = self.writing
        last = writing.findings[-1] if writing.findings else None
        section = writing.section.anchor if writing.section else None
        if last is None or last.section != section or not (last.ref or block.kind is BlockKind.ITEM):
            writing.find(block, self._kind())
            return
        if self._number_lost(block):
            writing.find(block, self._kind())
            return
        if last.ref and block.kind is BlockKind.PARAGRAPH and not block.number:
            message = f"A paragraph without number stands after paragraph {last.ref}; it was read as part of it."
            writing.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block, last.anchor)
        writing.extend(block)

    def _number_lost(self, block: Block) -> bool:
        if self.numbered is None or not lost_number(block, self.numbered):
            return False
        self.writing.number_lost(block, self.numbered.number or "")
        return True

    def _table(self, i: int, block: Block) -> None:
        if is_risk_header(block) or self._goes_on(i, block):
            self.tables.append((block, self.writing.section.anchor if self.writing.section else None))
        else:
            if looks_like_risks(block):
                message = (
                    "A table that ends with ratings has no header that is known; it was not read as a table of risks."
                )
                self.writing.doubt(NoticeCode.TABLE_NOT_READ, message, block)
            self.writing.find(block, FindingKind.CONTEXT)

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
            body.writing.doubt(NoticeCode.COVER_INCOMPLETE, f"The {missing} was not found on the cover.", blocks[0])
        draft = ReportDraft(
            self.kind,
            cover.title or "Report without title",
            self.name,
            None,
            published=cover.published,
            risks=risks,
            notices=(*notices, *body.checks(), *doubts),
        )
        return complete(draft, part.blocks, body.writing)
