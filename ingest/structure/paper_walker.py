"""The walk over the papers around an inspection: every heading opens a section, and its words say what stands under it.

Papers number their sections and paragraphs in their own ways, so each profile tells which blocks are headings
(``opening``) and of which rank; ``section`` then finds the rule of the heading's words. Nothing is divided otherwise.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from ingest.blocks import Block
from ingest.structure.outline import Opening, Outline, Rule, bare_heading
from ingest.structure.paper_report import paper_records, without_number
from ingest.structure.walker import Walker
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

SPELT = ("recommendation", "recommendations")
"""Headings that are known though they are misspelt."""

NEARLY = 88
"""By which a heading resembles one of these, of 100."""


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
        known = self.outline.of(heading) or self._misspelt(heading)
        rule = known.rule if known else self.other
        return Opening(rule, heading, level=level, anchor=anchor or (f"s{number}" if number else None), number=number)

    def _misspelt(self, heading: str) -> Opening | None:
        """The opening that a heading is but for a letter or two; a list is lost without its heading."""
        words = bare_heading(heading).casefold()
        near = process.extractOne(words, SPELT, scorer=fuzz.ratio, score_cutoff=NEARLY)
        known = self.outline.of(near[0]) if near and words[0] == near[0][0] else None
        if near and known:
            message = f"The heading “{heading}” was read as “{near[0]}”. Compare with the document."
            self.records.doubt(NoticeCode.HEADING_MISSPELT, message, self.blocks[self.at])
        return known

    def divides(self, block: Block) -> bool:
        """Headings open sections; nothing else divides them."""
        return False

    def context(self, block: Block, anchor: str | None = None) -> None:
        """File what is no finding of the paper; a number on it is none of the paper's own."""
        self.records.finding(without_number(block), FindingKind.CONTEXT, anchor=anchor)
