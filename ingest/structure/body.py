"""Reading the body of a graded report.

Findings in one numbered sequence, recommendations, and the grades that it repeats.

Beside what every walk does, in this order: a closing text (``CLOSING``) begins boilerplate; a row of a table may open a
section and grade it; a sentence or a line may award a grade, which becomes a claim; the rest is text. Unnumbered text
under a numbered record belongs to it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Self

from ingest.blocks import Block, BlockKind, TableRow
from ingest.structure.entries import SKIPPED, unmarked
from ingest.structure.grade_claims import Scope, sentence_claim
from ingest.structure.grades import Claim, Source
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading
from ingest.structure.walker import START, Walker
from ingest.wording.domains import Wording
from ingest.wording.grades import find_grade, grade_of, is_not_judged
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

# Sentences that say that there is nothing to recommend.
NOTHING = re.compile(
    r"(?:there (?:are|were)|inspectors (?:found|identified)|the inspection (?:found|identified)|we (?:found"
    r"|identified))?"
    r"[^.]{0,40}\b(?:no|not (?:find|identify) any)\b[^.]{0,60}\b(?:priority|immediate)\b[^.]{0,40}\bactions?\b"
    r"|^none(?:\s+identified)?\W*$",
    re.I,
)
CLOSING = re.compile(
    r"the office for standards in education, children.s services and skills\b"
    r"|any complaints about the inspection|if you would like a copy of this document in\b",
    re.I,
)
# Sentences that only tell how to read the report, the same in every one.
SIGNPOST = re.compile(
    r"this\s+executive\s+summary\s+should\s+be\s+read\s+alongside\b"
    r"|(?:it\s+is\s+ofsted.s\s+expectation|ofsted\s+expects)\s+that\b",
    re.I,
)
SHORT_LINE = 90
FOUND = Rule("", 3)
# The rule for what stands on a cover, in front of the first heading.
COVER = Rule("", 1, kind=FindingKind.SUMMARY)


def _following(numbers: Sequence[int]) -> list[int]:
    """For each place the next number behind it that is not 0, or 0."""
    following, ahead = [], 0
    for number in reversed(numbers):
        following.append(ahead)
        ahead = number or ahead
    return following[::-1]


class Body(Walker):
    """The records and the claims of one report's body.

    ``sentences`` are the wordings of sentences that award a grade; ``closed`` tells that the closing text was read;
    ``prose`` counts findings that are neither numbered nor listed.
    """

    def __init__(self, outline: Outline, sentences: Sequence[Wording] = ()) -> None:
        super().__init__(outline)
        self.claims: list[Claim] = []
        self.closed = False
        self.prose = 0
        self._sentences = sentences
        self._numbered = False
        self._lost: list[bool] = []

    def read(self, blocks: Iterable[Block]) -> Self:
        """Read the blocks of the body in order."""
        text = [block for block in blocks if block.kind not in SKIPPED]
        numbers = [int(block.number) if block.number and block.number.isdecimal() else 0 for block in text]
        self._numbered = self._numbered or any(numbers)
        self._lost, last = [], 0
        for number, following in zip(numbers, _following(numbers), strict=True):
            last = number or last
            self._lost.append(not number and following == last + 2)
        return super().read(text)

    def read_cover(self, blocks: Sequence[Block]) -> Self:
        """Read the sentences in front of the body, as summary; one that only awards a grade is none."""
        before = self.rule
        self.enter(COVER)
        self.read([b for b in blocks if not sentence_claim(b.text, self._sentences, b.place, Scope.ALL)])
        self.enter(before)
        return self

    @property
    def _number_lost(self) -> bool:
        """Tell whether exactly one number is missing where the block that is being read stands."""
        return self._lost[self.at]

    def take(self, block: Block) -> None:
        """Read the next block; tables and the closing text stand outside of the outline."""
        if CLOSING.match(block.text):
            self.enter(START)
            self.closed = True
        elif block.kind is BlockKind.TABLE:
            self._table(block)
        else:
            super().take(block)

    def open(self, opening: Opening, block: Block | TableRow) -> None:
        """Open a section, unless it repeats the heading above it, and claim the grade behind its heading."""
        rule, heading = opening.rule, opening.heading
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
            self.claims.append(Claim(rule.domain, graded, opening.rest, Source.HEADING, block.place))
        elif claim := sentence_claim(heading, self._sentences, block.place):
            self.claims.append(claim)

    def inside(self, block: Block) -> None:
        """Read a block inside a section; a sentence or a line that awards a grade is a claim."""
        if SIGNPOST.match(block.text) and not block.number:
            return
        if claim := sentence_claim(block.text, self._sentences, block.place, Scope.ALL):
            self.claims.append(claim)
            if block.kind is BlockKind.PARAGRAPH and not block.boxed:
                self.text(block)
        elif self._grades_section(block):
            self._grade_section(block)
        else:
            super().inside(block)

    def divides(self, block: Block) -> bool:
        """Tell whether a block is a heading, or a line of prose printed like one inside a list."""
        return super().divides(block) or self._stands_out(block)

    def _grades_section(self, block: Block) -> bool:
        """Tell whether the block is nothing but a grade, under the heading of a domain."""
        bare = not block.number and not block.marker and self.records.domain is not None
        return bare and not self.records.can_extend and (grade_of(block.text) is not None or is_not_judged(block.text))

    def _grade_section(self, block: Block) -> None:
        section, domain = self.records.section, self.records.domain
        if section and domain:
            self.claims.append(Claim(domain, section.heading, bare_heading(block.text), Source.HEADING, block.place))

    def _stands_out(self, block: Block) -> bool:
        """Tell whether a line of prose is printed like a heading inside a list: short, without an end, after an end."""
        short = len(block.text) <= SHORT_LINE and not block.number and not block.marker
        if not short or ends_like_a_sentence(block.text) or not block.text[:1].isupper():
            return False
        last = self.records.last_text
        return last is None or ends_like_a_sentence(last)

    def _table(self, block: Block) -> None:
        unread = False
        for row in block.rows:
            cells = [cell for cell in row.texts if cell]
            grade = " ".join(cells[1:])
            opening = self._row_opening(cells)
            if opening and opening.rule.domain:
                self.open(Opening(opening.rule, opening.heading, grade or opening.rest), row)
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

    def _row_opening(self, cells: list[str]) -> Opening | None:
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

    def divide(self, block: Block) -> None:
        """Open a division: beside the last one, if it is the second or a later one under the same rule."""
        section = self.records.section
        known = section is not None and section.heading != block.text and section.level <= self.rule.level
        level = self.rule.level + 1 if known or section is None else section.level
        self.records.open(block.text, level, block.place)

    def text(self, block: Block) -> None:
        """File a paragraph; the first number ends a framed section and a list without numbers."""
        if self.rule.framed and block.number:
            self.records.close(self.rule.level)
            self.enter(FOUND)
        if block.number and self.listed_without_numbers:
            self.leave_list(block, FOUND)
        super().text(block)

    def find(self, block: Block) -> None:
        """File a finding, or what goes on under the last one; unnumbered text of a summary may award a grade too."""
        if self.kind is FindingKind.SUMMARY and not block.number:
            self._check(block)
        last = self.records.last_finding
        nested = block.kind is BlockKind.ITEM and block.level > 1
        goes_on = not block.marker and last is not None and not ends_like_a_sentence(last.text)
        below_number = last is not None and last.ref is not None and not self._begins(block)
        if not block.number and self.records.can_extend and (below_number or nested or goes_on):
            if below_number and last and not goes_on and not block.marker and block.text[:1].isupper():
                message = (
                    f"A paragraph without a number follows paragraph {last.ref}; it was read as a part of it. "
                    "Compare with the document."
                )
                self.records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block, last.anchor)
            self.records.extend(block)
        else:
            kind = self._kind(block)
            self.prose += kind is FindingKind.FINDING and block.kind is BlockKind.PARAGRAPH and not block.number
            self.records.finding(block, kind)

    def _check(self, block: Block) -> None:
        """A summary often opens with the grade in a sentence: one more place to compare."""
        if claim := sentence_claim(block.text, self._sentences, block.place, Scope.SENTENCE):
            self.claims.append(claim)

    def _begins(self, block: Block) -> bool:
        """Tell whether prose under a number begins a paragraph of its own.

        The next number is missing, and this may be it.
        """
        prose = block.kind is BlockKind.PARAGRAPH and not block.marker
        return self._number_lost and prose and block.text[:1].isupper() and len(block.text) > SHORT_LINE

    def _kind(self, block: Block) -> FindingKind:
        """In a report that numbers its findings, prose in front of the first number is a summary."""
        introduces = self._numbered and not block.number and not self._number_lost
        return FindingKind.SUMMARY if introduces and self.kind is FindingKind.FINDING else self.kind

    def _doubt_sub_item(self, block: Block) -> None:
        """Items stand under a sentence that announces them; under a finished one the heading between may be lost."""
        top = self.records.last_top
        if top and top.text == self.records.last_text and top.text.endswith("."):
            message = (
                f"Items follow recommendation {top.ref}, which is a whole sentence; they were read as parts of it. "
                "Compare."
            )
            self.records.doubt(NoticeCode.SUB_ITEMS_DOUBTED, message, block, top.anchor)

    def recommend(self, block: Block) -> None:
        """File a recommendation, an item of one, or the sentence that says that there are none."""
        records = self.records
        if NOTHING.match(block.text):
            records.finding(block, FindingKind.FINDING if block.number else FindingKind.CONTEXT)
        elif block.number or self._begins(block):
            records.recommendation(block, self.rule.timescale)
        elif block.kind is BlockKind.ITEM:
            under = records.in_recommendation and records.last_top is not None
            if under and (records.last_top.ref or block.level > 1):  # type: ignore[union-attr]
                self._doubt_sub_item(block)
                records.sub_item(block)
            else:
                records.recommendation(block, self.rule.timescale)
        elif records.can_extend:
            top = records.last_top
            if top and not top.ref and block.text[:1].isupper() and block.kind is BlockKind.PARAGRAPH:
                self.records.notices.append(unmarked(block, top.anchor))
            records.extend(block)
        else:
            records.finding(block, FindingKind.CONTEXT)
