"""The walk over the papers around an inspection: every heading opens a section, and its words say what stands under it.

Papers number their sections and paragraphs in their own ways, so each profile tells which blocks are headings
(``opening``) and of which rank; ``section`` then finds the rule of the heading's words. Nothing is divided otherwise.
"""

from collections.abc import Sequence

from ingest.blocks import Block
from ingest.structure.outline import Opening, Outline, Rule
from ingest.structure.paper_report import paper_records, unnumbered
from ingest.structure.walker import Walker
from inspections.vocabulary import FindingKind


class PaperWalker(Walker):
    """Reads one paper.

    ``other`` is the rule of headings whose words say nothing, and of what stands before the first.
    """

    def __init__(self, rules: Sequence[Rule], other: Rule) -> None:
        super().__init__(Outline(rules), paper_records(), start=other)
        self.other = other

    def section(self, heading: str, level: int = 1, anchor: str | None = None, number: str = "") -> Opening:
        """The opening of a section.

        Its rule is that of its heading, its anchor that of its printed number, if it has one.
        """
        known = self.outline.of(heading)
        rule = known.rule if known else self.other
        return Opening(rule, heading, level=level, anchor=anchor or (f"s{number}" if number else None), number=number)

    def divides(self, block: Block) -> bool:
        """Headings open sections; nothing else divides them."""
        return False

    def context(self, block: Block, anchor: str | None = None) -> None:
        """File what is no finding of the paper; a number on it is none of the paper's own."""
        self.records.finding(unnumbered(block), FindingKind.CONTEXT, anchor=anchor)
