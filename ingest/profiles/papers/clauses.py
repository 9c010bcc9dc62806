"""Numbered clauses with a signature behind them, as directions and improvement notices have them.

A number begins a clause; letters and bullets after it belong to it, and so do paragraphs under the same heading. The
line of the signature, or of the date, ends the clauses; what stands behind it is context.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.structure.outline import Opening, Rule
from ingest.structure.paper_walker import PaperWalker
from inspections.vocabulary import FindingKind

CLAUSES = Rule("", 1)
SIGNATURE = Rule("", 1, kind=FindingKind.CONTEXT)
DATED = re.compile(r"dated?\b", re.I)


class ClauseWalker(PaperWalker):
    """Reads clauses; ``signed`` matches the line with which the signature begins, or the date that stands for it."""

    def __init__(self, signed: re.Pattern[str], rules: Sequence[Rule] = ()) -> None:
        super().__init__(rules, CLAUSES)
        self._signed = signed

    def take(self, block: Block) -> None:
        """Read the next block; the line of the signature ends the clauses."""
        if self.rule is not SIGNATURE and self._signed.match(block.text):
            self._sign(block)
        else:
            super().take(block)

    def _sign(self, block: Block) -> None:
        if not self.records.numbers.of("clause"):  # what is dated in front of the first clause is dated on its cover
            self.context(block, "dated")
        elif DATED.match(block.text):
            self.enter(SIGNATURE)
            self.context(block, "dated")
        else:
            self.open(Opening(SIGNATURE, block.text, anchor="signature"), block)

    def find(self, block: Block) -> None:
        """File a clause, or what belongs to one."""
        if self.rule is SIGNATURE:
            self.context(block)
        elif block.number and block.kind is not BlockKind.TABLE:
            self.records.finding(block, FindingKind.FINDING, self.part, what="clause")
        elif self._belongs(block):
            self.records.extend_finding(block)
        else:
            self.context(block)

    def _belongs(self, block: Block) -> bool:
        """Tell whether a block is a part of the last clause: an item is, also over a heading.

        Prose, under the same heading.
        """
        last = self.records.previous_finding
        if block.kind is BlockKind.ITEM and self.records.announced:
            return True
        if last is None or not last.ref or not last.anchor.startswith(f"{self.part}para"):
            return False
        return block.kind is BlockKind.ITEM or self.records.last_finding is last
