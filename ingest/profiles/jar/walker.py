"""The walk over a joint area review: numbered paragraphs, recommendations by timescale, and the tables of a section.

From 2007 on a section opens with a line of four grades, one of them ticked, and a table of strengths and weaknesses.
The tick is a second place that grades the domain; it is compared with the table of grades and never replaces it.
"""

from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.profiles.jar.marks import STRENGTHS, Marked, Side, sides, ticked
from ingest.profiles.jar.rules import FINDINGS, GRADES, rules_of
from ingest.structure.outline import Opening, Outline, Rule
from ingest.structure.walker import Walker
from ingest.wording.addressees import find_addressee
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

SIDES = 4


class JointReviewWalker(Walker):
    """Reads the body; ``graded`` are the blocks under the heading of the grades, ``marked`` the ticks of sections."""

    def __init__(self, second: bool = False) -> None:
        rules = rules_of(second)
        super().__init__(Outline(rules), start=rules[0])
        self.graded: list[Block] = []
        self.marked: list[Marked] = []
        self._addressee: str | None = None
        self._second = second

    def opening(self, block: Block) -> Opening | None:
        """Under the grades the wordings of domains are rows of the table, unless a paragraph follows behind it."""
        opening = super().opening(block)
        if opening and opening.rule.domain and self.rule is GRADES:
            tabled = any(graded.kind is BlockKind.TABLE for graded in self.graded)
            ahead = self.following
            paragraph = ahead is not None and (bool(ahead.number) or ticked(ahead) is not None)
            return opening if tabled and paragraph else None
        return opening

    def enter(self, rule: Rule) -> None:
        """Let a rule decide what follows; whom a heading addresses ends with its section."""
        super().enter(rule)
        self._addressee = None

    def divides(self, block: Block) -> bool:
        """A heading that is not known, or a table, stands behind the items of a timescale: neither is one of them.

        In later reviews every heading divides its section, and strengths are told from weaknesses.
        """
        if not self.rule.timescale:
            return self._second and self.rule is not GRADES and self._heads(block)
        ahead = self.following
        over = ahead is not None and (ahead.kind is BlockKind.ITEM or ahead.text.endswith(":"))
        heads = super().divides(block) and not block.text.endswith(":") and not over
        return heads or block.kind is BlockKind.TABLE

    def _heads(self, block: Block) -> bool:
        listed = not block.number and not block.marker and bool(STRENGTHS.fullmatch(block.text.strip(" :")))
        return listed or (super().divides(block) and not block.text.endswith(":"))

    def divide(self, block: Block) -> None:
        """End the recommendations at a heading that is not known; a table among them is not read."""
        if not self.rule.timescale:
            self.records.open(block.text, SIDES, block.place)
        elif block.kind is BlockKind.TABLE:
            message = "A table stands among the recommendations and was not read. Look at it."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block)
        else:
            self.open_unknown(block, FINDINGS)

    def text(self, block: Block) -> None:
        """Keep what stands under the heading of the grades for the reader of the table, and read those of sections."""
        if self.rule is GRADES and not block.number:
            self.graded.append(block)
        elif grade := ticked(block):
            self.marked += [Marked(domain, grade, block.place) for domain in [self.records.domain] if domain]
            self.records.finding(block, FindingKind.CONTEXT, self.part)
            self.records.close(SIDES)
        elif columns := sides(block):
            self._sides(columns, block)
        elif self._in_list and not block.number and block.kind is BlockKind.ITEM:
            self.records.finding(block, FindingKind.FINDING, self.part)
        else:
            if self._in_list and block.number:
                self.records.close(SIDES)
            super().text(block)

    @property
    def _in_list(self) -> bool:
        """Tell whether the section that is open is a list of strengths or weaknesses."""
        section = self.records.section
        return section is not None and section.level == SIDES and bool(STRENGTHS.fullmatch(section.heading.strip(" :")))

    def _sides(self, columns: tuple[Side, ...], block: Block) -> None:
        """File the items of a table of strengths and weaknesses, each under the heading of its column."""
        for side in columns:
            self.records.open(side.heading, SIDES, block.place)
            for cell, text in side.items:
                item = replace(block, kind=BlockKind.ITEM, text=text, orig=text, place=cell.place, rows=())
                self.records.finding(item, FindingKind.FINDING, self.part)
        self.records.close(SIDES)

    def recommend(self, block: Block) -> None:
        """File an item, or what introduces the items.

        In front of the first timescale only these are recommendations.
        """
        ahead = self.following
        over = block.text.endswith(":") and ahead is not None and ahead.kind is BlockKind.ITEM
        if block.number or not (self.rule.timescale or block.kind is BlockKind.ITEM or over):
            self.find(block)
            return
        if not self.rule.timescale and block.kind is BlockKind.ITEM:
            message = "A recommendation stands under no heading that tells its timescale. Compare with the document."
            self.records.doubt(NoticeCode.HEADING_MISSING, message, block)
        self._recommend(block)

    def _recommend(self, block: Block) -> None:
        """An item, or a sentence that ends in a colon and stands over the items that serve one purpose."""
        addressee = find_addressee(block.text)
        if block.kind is not BlockKind.ITEM and block.text.endswith(":"):
            self.records.open(block.text, 3, block.place)
            self._addressee = addressee
            return
        if block.kind is not BlockKind.ITEM:
            message = (
                "A paragraph without a bullet stands among the recommendations; it was read as one of them. Compare."
            )
            self.records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
        self.records.recommendation(block, self.rule.timescale, addressee or self._addressee)
