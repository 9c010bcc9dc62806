"""The walk over reports that number their findings in one sequence, and their recommendations with their items.

Unnumbered text under a number belongs to it, unless the next number is missing and this may be it; prose in front of
the first number is a summary. Items under a recommendation that has a number are its parts; where recommendations are
bullets, the first number behind them ends their list. A short line between whole sentences divides the section like a
heading.
"""

from collections.abc import Iterable, Sequence
from typing import Self

from ingest.blocks import Block, BlockKind
from ingest.structure.entries import SKIPPED, is_nested, notice_of_unmarked
from ingest.structure.loose_numbers import join_loose_numbers
from ingest.structure.outline import Outline, Rule
from ingest.structure.walker import Walker
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.recommending import says_none
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

SHORT_LINE = 90
FOUND = Rule("", 3)


def _following(numbers: Sequence[int]) -> list[int]:
    """For each place the next number behind it that is not 0, or 0."""
    following, ahead = [], 0
    for number in reversed(numbers):
        following.append(ahead)
        ahead = number or ahead
    return following[::-1]


class NumberedWalker(Walker):
    """Reads numbered findings and recommendations; ``prose`` counts findings that are neither numbered nor listed."""

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline)
        self.prose = 0
        self._numbered = False
        self._lost: list[bool] = []
        self._item: Block | None = None

    def read(self, blocks: Iterable[Block]) -> Self:
        """Read the blocks of the body in order."""
        text = join_loose_numbers(block for block in blocks if block.kind not in SKIPPED)
        numbers = [int(block.number) if block.number and block.number.isdecimal() else 0 for block in text]
        self._numbered = self._numbered or any(numbers)
        self._lost, last = [], 0
        for number, following in zip(numbers, _following(numbers), strict=True):
            last = number or last
            self._lost.append(not number and following == last + 2)
        return super().read(text)

    @property
    def _number_lost(self) -> bool:
        """Tell whether exactly one number is missing where the block that is being read stands."""
        return self._lost[self.at]

    def divides(self, block: Block) -> bool:
        """Tell whether a block is a heading, or a line of prose printed like one inside a list."""
        return super().divides(block) or self._stands_out(block)

    def _stands_out(self, block: Block) -> bool:
        """Tell whether a line of prose is printed like a heading inside a list: short, without an end, after an end."""
        short = len(block.text) <= SHORT_LINE and not block.number and not block.marker
        if not short or ends_like_a_sentence(block.text) or not block.text[:1].isupper():
            return False
        last = self.records.last_text
        return last is None or ends_like_a_sentence(last)

    def divide(self, block: Block) -> None:
        """Open a division: beside the last one, if it is the second or a later one under the same rule.

        One about something else ends a list of recommendations.
        """
        if self.ends_list(block):
            self.open_unknown(block, FOUND)
            return
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

    def _nests(self, block: Block) -> bool:
        """Tell whether an item is a part of the one that began the last record; else it is the next that does."""
        if block.kind is not BlockKind.ITEM:
            self._item = None
            return False
        nested = is_nested(block, self._item or block)
        if not nested:
            self._item = block
        return nested

    def find(self, block: Block) -> None:
        """File a finding, or what goes on under the last one."""
        last, text = self.records.begun_finding, self.records.last_text
        nested = self._nests(block)
        goes_on = not block.marker and last is not None and not ends_like_a_sentence(text or "")
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
        records, nests = self.records, self._nests(block)
        if says_none(block.text):
            records.finding(block, FindingKind.FINDING if block.number else FindingKind.CONTEXT)
        elif block.number or self._begins(block):
            records.recommendation(block, self.rule.timescale)
        elif block.kind is BlockKind.ITEM:
            top = records.last_top
            if top is not None and (top.ref or nests):
                self._doubt_sub_item(block)
                records.sub_item(block)
            else:
                records.recommendation(block, self.rule.timescale)
        elif records.can_extend:
            top = records.last_top
            if top and not top.ref and block.text[:1].isupper() and block.kind is BlockKind.PARAGRAPH:
                self.records.notices.append(notice_of_unmarked(block, top.anchor))
            records.extend(block)
        else:
            records.finding(block, FindingKind.CONTEXT)
