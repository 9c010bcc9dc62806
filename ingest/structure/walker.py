"""The walk over the blocks of a report, from top to bottom: the one that every profile uses.

For each block, in this order: page furniture and footnotes are passed over; a heading that the outline knows opens its
section, and its rule says what stands under it; under boilerplate everything else is left out; another heading divides
the open section; the rest is text, and goes to the handler of the rule's role (``find``, ``recommend``). A profile
brings rules and overrides a step where its documents need it.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Self

from ingest.blocks import Block, BlockKind
from ingest.structure.entries import SKIPPED
from ingest.structure.loose_numbers import join_loose_numbers
from ingest.structure.outline import Opening, Outline, Role, Rule
from ingest.structure.records import Records
from ingest.wording.recommending import heads_other_matters, heads_recommendations, recommends
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

# What stands in front of the first heading is left out, unless a profile says otherwise.
START = Rule("", 1, Role.BOILERPLATE)
# For what stands behind a list of recommendations under a heading that ends it.
FOUND = Rule("", 2)
FORESIGHT = 8
"""How many texts under a heading are asked whether they recommend."""


class Walker:
    """Reads the blocks of one report into its ``records``.

    ``rule`` is that of the heading that is open, ``role`` and ``kind`` say what stands under it, ``part`` what stands
    in front of the anchors of findings; ``blocks`` are those that are read, ``at`` the index of the one that is being
    read.
    """

    def __init__(self, outline: Outline, records: Records | None = None, start: Rule = START) -> None:
        self.outline = outline
        self.records = records if records is not None else Records()
        self.rule = start
        self.role = start.role
        self.kind = start.kind or FindingKind.FINDING
        self.part = start.part
        self.blocks: tuple[Block, ...] = ()
        self.at = 0
        self._tops = 0

    def read(self, blocks: Iterable[Block]) -> Self:
        """Read the blocks in order; what is read in several goes is one report."""
        self.blocks = join_loose_numbers(block for block in blocks if not self.passes_over(block))
        for at, block in enumerate(self.blocks):
            self.at = at
            self.take(block)
        self.leave()
        return self

    def take(self, block: Block) -> None:
        """Read the next block."""
        if opening := self.opening(block):
            self.open(opening, block)
        elif self.role is Role.BOILERPLATE:
            self.boilerplate(block)
        else:
            self.inside(block)

    def inside(self, block: Block) -> None:
        """Read a block inside the open section: a heading that divides it, or its text."""
        if self.divides(block):
            self.divide(block)
        else:
            self.text(block)

    @property
    def following(self) -> Block | None:
        """The block behind the one that is being read."""
        return self.blocks[self.at + 1] if self.at + 1 < len(self.blocks) else None

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is no part of the text."""
        return block.kind in SKIPPED

    def opening(self, block: Block) -> Opening | None:
        """The opening that a block is, or None."""
        return self.outline.opening(block, self.records.domain)

    def open(self, opening: Opening, block: Block) -> None:
        """Open the section of a heading; boilerplate has none."""
        self.leave()
        self.enter(opening.rule)
        if opening.rule.role is Role.BOILERPLATE:
            self.records.close(opening.rule.level)
        else:
            level = opening.level or opening.rule.level
            section = self.records.open(opening.heading, level, block.place, opening.rule.domain, opening.anchor)
            if opening.number:
                self.records.numbers.count(opening.number, block.place, section.anchor, "section")

    def enter(self, rule: Rule) -> None:
        """Let a rule decide what follows.

        One for findings without a kind of its own keeps role and kind of what was open.
        """
        self.rule = rule
        if rule.kind or rule.role is not Role.FINDINGS:
            self.role = rule.role
        self.kind = rule.kind or self.kind
        if rule.level == 1:
            self.part = rule.part
        self._tops = len(self.records.tops)

    def divides(self, block: Block) -> bool:
        """Tell whether a block that no rule knows is a heading inside the open section."""
        return block.kind is BlockKind.HEADING and not block.number

    def divide(self, block: Block) -> None:
        """Open a division of the section, or end its list where the heading is about something else."""
        self.leave()
        if self.ends_list(block):
            self.open_unknown(block, FOUND)
        else:
            self.records.open(block.text, self.rule.level + 1, block.place)

    def ends_list(self, block: Block) -> bool:
        """Tell whether a heading inside a list of recommendations ends it.

        Its words say that something else follows; or nothing under it asks for anything, as what is above it does.
        """
        if self.role is not Role.RECOMMENDATIONS or heads_recommendations(block.text):
            return False
        if heads_other_matters(block.text):
            return True
        above = [top.text for top in self.records.tops[self._tops :]]
        below = [text.text for text in takewhile(lambda b: not self.heads(b), self.blocks[self.at + 1 :])][:FORESIGHT]
        asked = sum(map(recommends, above))
        return bool(below) and 2 * asked > len(above) > 1 and not any(map(recommends, below))

    def heads(self, block: Block) -> bool:
        """Tell whether a block is a heading of any kind."""
        return block.kind is BlockKind.HEADING and not block.number

    def leave(self) -> None:
        """Called before a section opens or is divided, and at the end: file what was held back."""

    def boilerplate(self, block: Block) -> None:
        """Leave a block out, or keep it for the profile."""

    def text(self, block: Block) -> None:
        """Hand text to the handler of the open rule's role."""
        if self.role is Role.RECOMMENDATIONS:
            self.recommend(block)
        else:
            self.find(block)

    def find(self, block: Block) -> None:
        """A number begins a finding, and so does what follows a heading; text without a number goes on under it."""
        if block.number or not self.records.can_extend:
            self.records.finding(block, self.kind, self.part)
        else:
            self.records.extend(block)

    def recommend(self, block: Block) -> None:
        """Every block is a recommendation."""
        self.records.recommendation(block, self.rule.timescale)

    @property
    def listed_without_numbers(self) -> bool:
        """Tell whether the open heading has recommendations that are bullets, none of them with a number."""
        return self.role is Role.RECOMMENDATIONS and self.records.has_bullets_since(self._tops)

    def leave_list(self, block: Block, findings: Rule) -> None:
        """A numbered paragraph behind recommendations that are bullets is none of them: the heading between is lost."""
        message = (
            f"Paragraph {block.number} stands behind a list of recommendations without a heading that is known; it "
            "was read as a finding."
        )
        self.records.doubt(NoticeCode.HEADING_MISSING, message, block)
        self.records.close(self.rule.level)
        self.enter(findings)

    def open_unknown(self, block: Block, findings: Rule) -> None:
        """A heading that no rule knows stands behind a list of recommendations: findings begin there."""
        message = f"The heading “{block.text[:160]}” is not known; what stands under it was read as findings."
        self.records.doubt(NoticeCode.HEADING_UNKNOWN, message, block)
        self.open(Opening(findings, block.text), block)


class Gatherer(Walker):
    """A walker that holds back the text of a section until it ends, so that its list can be told from its prose."""

    def __init__(self, outline: Outline, records: Records | None = None, start: Rule = START) -> None:
        super().__init__(outline, records, start)
        self.held: list[Block] = []

    def text(self, block: Block) -> None:
        """Hold a block back."""
        self.held.append(block)

    def leave(self) -> None:
        """File what was held back."""
        held, self.held = self.held, []
        if held:
            self.file(held)

    def file(self, blocks: list[Block]) -> None:
        """File the text of a section, or of the stretch of it up to a heading."""
        raise NotImplementedError
