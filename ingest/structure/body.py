"""Reading the body of a graded report: numbered findings, recommendations, and the grades that it repeats.

Beside what the walk over numbered reports does, in this order: a closing text (``PUBLISHER``, or an imprint at the end)
begins boilerplate; a row of a table may open a section and grade it; a sentence or a line may award a grade, which
becomes a claim; the rest is text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Self

from ingest.blocks import Block, BlockKind, TableRow
from ingest.structure.grade_claims import Extent, sentence_claim
from ingest.structure.grades import GradeClaim, Source
from ingest.structure.numbered_walker import NumberedWalker
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading
from ingest.structure.section_headings import SectionNames, named_section
from ingest.structure.walker import START
from ingest.wording.closings import LETTERHEAD, PUBLISHER
from ingest.wording.domains import Wording
from ingest.wording.furniture import is_imprint, known_kind
from ingest.wording.grades import find_grade, grade_of, is_not_judged
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, FurnitureKind, Scope

# Sentences that only tell how to read the report, the same in every one.
SIGNPOST = re.compile(
    r"this\s+executive\s+summary\s+should\s+be\s+read\s+alongside\b"
    r"|(?:it\s+is\s+ofsted.s\s+expectation|ofsted\s+expects)\s+that\b",
    re.I,
)
# The rule for text behind a heading that is not known, in a part that is otherwise left out.
LOST = Rule("", 1, kind=FindingKind.SUMMARY)
COMPLAINTS = re.compile(r"if you are not happy with the inspection\b.{0,40}\bcomplain", re.I)
SHORTEST_PROSE = 20
PAIR = 2
# The rule for what stands on a cover, in front of the first heading.
COVER = Rule("", 1, kind=FindingKind.SUMMARY)


def imprint_start(blocks: Sequence[Block]) -> int | None:
    """Where the imprint begins with which a report ends; None where it ends without one."""
    at = len(blocks)
    while at and not blocks[at - 1].number and _is_of_imprint(blocks[at - 1].text):
        at -= 1
    return at if any(closes_report(block.text) for block in blocks[at:]) else None


def closes_report(text: str) -> bool:
    """Tell whether a text is of the imprint, the inspectorate's address, or says where to complain."""
    return is_imprint(text) or LETTERHEAD.fullmatch(text) is not None or COMPLAINTS.match(text) is not None


def _is_of_imprint(text: str) -> bool:
    return known_kind(text) is FurnitureKind.LETTER or closes_report(text) or PUBLISHER.match(text) is not None


def report_end(blocks: Sequence[Block]) -> int:
    """Where a numbered report ends that its publisher has closed, if something else is bound behind it.

    It goes on behind the closing text if a number there goes on from those in front, or was missing among them.
    """
    closing = next((at for at in reversed(range(len(blocks))) if PUBLISHER.match(blocks[at].text)), None)
    if closing is None:
        return len(blocks)
    end = next((at for at in range(closing, len(blocks)) if _is_behind(blocks[at], blocks[closing])), len(blocks))
    before = {int(block.number) for block in blocks[:closing] if block.number and block.number.isdigit()}
    behind = {int(block.number) for block in blocks[closing:] if block.number and block.number.isdigit()}
    if not before or (behind - before) & set(range(max(before) + 2)):
        return len(blocks)
    return end


def _is_behind(block: Block, closing: Block) -> bool:
    """Tell whether a block stands on a later page than the closing text, and is none of an imprint."""
    return block.page is not None and closing.page is not None and block.page > closing.page


class Body(NumberedWalker):
    """The records and the claims of one report's body.

    ``sentences`` are the wordings of sentences that award a grade, ``names`` how sections are named beside the outline;
    ``closed`` tells that the closing text was read.
    """

    def __init__(self, outline: Outline, sentences: Sequence[Wording] = (), names: SectionNames | None = None) -> None:
        super().__init__(outline)
        self._names = names
        self._sizes: frozenset[float | None] = frozenset()
        self.claims: list[GradeClaim] = []
        self.closed = False
        self._unknown: Block | None = None
        self._sentences = sentences

    def read(self, blocks: Iterable[Block]) -> Self:
        """Read the blocks in order; the imprint that stands last closes the report."""
        kept = tuple(block for block in blocks if not self.passes_over(block))
        kept = kept[: report_end(kept)]
        start = imprint_start(kept) if self.rule is not COVER else None
        super().read(kept[:start])
        if start is not None:
            self.enter(START)
            self.closed = True
            super().read(kept[start:])
        return self

    def read_cover(self, blocks: Sequence[Block]) -> Self:
        """Read the sentences in front of the body, as summary; one that only awards a grade is none."""
        before = self.rule
        self.enter(COVER)
        self.read([b for b in blocks if not sentence_claim(b.text, self._sentences, b.place, Extent.ALL)])
        self.enter(before)
        return self

    def take(self, block: Block) -> None:
        """Read the next block; tables and the closing text stand outside of the outline."""
        if PUBLISHER.match(block.text):
            self.enter(START)
            self.closed = True
        elif block.kind is BlockKind.TABLE:
            self.read_table(block)
        else:
            super().take(block)

    def opening(self, block: Block) -> Opening | None:
        """The opening that a block is by the outline, else by the names of sections, with what is doubted of it."""
        known = super().opening(block)
        if known or self._names is None or self.role is Role.BOILERPLATE:
            return known
        if sentence_claim(block.text, self._sentences, block.place):
            return None
        named = named_section(block, self.records.domain, self._names, self._sizes) if self._heads() else None
        if named is None or (named.unknown and self.records.domain is None):
            return None
        if named.unknown:
            self._doubt_unknown(block, block.text)
        elif named.spelt:
            message = f"The heading “{block.text}” was read as “{named.spelt}”. Compare with the document."
            self.records.doubt(NoticeCode.HEADING_MISSPELT, message, block)
        return named.opening

    def _heads(self) -> bool:
        """Tell whether a numbered paragraph follows, or a heading of a part of a section ("Inspection findings").

        A list of numbered recommendations is divided by such headings, one of bullets is over.
        """
        following = self.following
        if self.role is Role.RECOMMENDATIONS and not self.listed_without_numbers:
            return False
        if following is None or following.number:
            return following is not None
        part = self.outline.knows(following)
        level = self._names.level if self._names else 0
        return part is not None and part.rule.domain is None and part.rule.level > level

    def open(self, opening: Opening, block: Block | TableRow) -> None:
        """Open a section, unless it repeats the heading above it, and claim the grade behind its heading."""
        rule, heading = opening.rule, opening.heading
        self._unknown = None
        if rule.domain and isinstance(block, Block):
            self._sizes |= {block.size}
        if rule.role is Role.BOILERPLATE:
            self.records.close(rule.level)
            self.enter(rule)
            return
        section = self.records.section
        again = section and rule.domain and rule is self.rule and section.level == rule.level
        if not (again and not self.records.can_extend):
            self.records.open(heading, rule.level, block.place, rule.domain)
        self.enter(rule)
        if rule.domain and opening.rest:
            graded = bare_heading(heading).removesuffix(opening.rest).rstrip(" :-")
            self.claims.append(GradeClaim(rule.domain, graded, opening.rest, Source.HEADING, block.place))
        elif claim := sentence_claim(heading, self._sentences, block.place):
            self.claims.append(claim)

    def boilerplate(self, block: Block) -> None:
        """Under a heading whose text is left out, prose behind a heading that is not known belongs to the report."""
        if self.rule is START:
            return
        if block.kind is BlockKind.HEADING and not block.number:
            self._unknown = block
        elif self._unknown and self._is_prose(block):
            self.open_unknown(self._unknown, LOST)
            self.take(block)

    def _is_prose(self, block: Block) -> bool:
        """Tell whether a block is sentences that do not stand in every such report."""
        long = len(block.text.split()) > SHORTEST_PROSE and ends_like_a_sentence(block.text)
        return long and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and known_kind(block.text) is None

    def inside(self, block: Block) -> None:
        """Read a block inside a section; a sentence or a line that awards a grade is a claim."""
        if SIGNPOST.match(block.text) and not block.number:
            return
        if claim := sentence_claim(block.text, self._sentences, block.place, Extent.ALL):
            self.claims.append(claim)
            if block.kind is BlockKind.PARAGRAPH and not block.boxed:
                self.text(block)
        elif self._grades_section(block):
            self._grade_section(block)
        else:
            super().inside(block)

    def _grades_section(self, block: Block) -> bool:
        """Tell whether the block is nothing but a grade, under the heading of a domain."""
        bare = not block.number and not block.marker and self.records.domain is not None
        return bare and not self.records.can_extend and (grade_of(block.text) is not None or is_not_judged(block.text))

    def _grade_section(self, block: Block) -> None:
        section, domain = self.records.section, self.records.domain
        if section and domain:
            self.claims.append(
                GradeClaim(domain, section.heading, bare_heading(block.text), Source.HEADING, block.place)
            )

    def read_table(self, block: Block) -> None:
        """Read the rows of a table: those that open sections, grade them or are prose; another table is doubted."""
        unread = False
        for row in block.rows:
            cells = [cell for cell in row.texts if cell]
            grade = " ".join(cells[1:])
            opening = self.row_opening(cells)
            if opening and opening.rule.domain:
                self.open(Opening(opening.rule, opening.heading, grade or opening.rest), row)
            elif self._names and self._is_unknown_section(block, cells):
                self._doubt_unknown(row, cells[0])
                self.open(Opening(Rule("", self._names.level), " ".join(cells)), row)
            elif self.role is Role.BOILERPLATE or not cells or self._is_header(cells):
                continue
            elif opening and len(cells) == 1:
                self.open(opening, row)
            elif len(cells) == 1 and ends_like_a_sentence(cells[0]):
                self.take(Block(BlockKind.PARAGRAPH, cells[0], cells[0], row.place, boxed=True))
            elif not unread:
                message = "A table inside the text was not read. Look at it in the document."
                self.records.doubt(NoticeCode.TABLE_NOT_READ, message, row if row.place.page else block)
                unread = True

    def _is_unknown_section(self, table: Block, cells: list[str]) -> bool:
        """Tell whether a row that stands alone grades a part that no rule knows, inside the section of a domain."""
        alone = len(table.rows) == 1 and len(cells) == PAIR and self.role is not Role.BOILERPLATE
        graded = alone and grade_of(cells[1]) is not None and grade_of(cells[0]) is None
        awarded = graded and sentence_claim(" ".join(cells), self._sentences, table.place)
        return graded and not awarded and self.records.domain is not None and self._heads()

    def _doubt_unknown(self, at: Block | TableRow, heading: str) -> None:
        message = f"The heading “{heading}” names no domain that is known; what stands under it has none."
        self.records.doubt(NoticeCode.HEADING_UNKNOWN, message, at)

    def row_opening(self, cells: list[str]) -> Opening | None:
        """A graded heading in a frame is read like one outside it.

        Lines of a list of contents, with pages, are none.
        """
        if not cells or cells[-1].isdecimal():
            return None
        graded = self.outline.of(" ".join(cells), self.records.domain) if cells[1:] else None
        return graded or self.outline.of(cells[0], self.records.domain)

    def _is_header(self, cells: list[str]) -> bool:
        """Tell whether a row only heads a table of grades, or stands in one that explains the scale."""
        return cells[-1].casefold().endswith("grade") or bool(grade_of(cells[0]) or find_grade(cells[-1]))

    def evidence(self, domain: str, scope: Scope | None = None) -> tuple[str, ...]:
        """The anchors of the findings that carry the judgement of a domain, in printed order; ``scope`` is None."""
        return self.records.evidence(domain)

    def find(self, block: Block) -> None:
        """File a finding; a summary often opens with the grade in a sentence, one more place to compare."""
        if self.kind is FindingKind.SUMMARY and not block.number:
            claim = sentence_claim(block.text, self._sentences, block.place, Extent.SENTENCE)
            self.claims += [claim] if claim else []
        super().find(block)
