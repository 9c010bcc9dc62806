"""Statutory directions of the Secretary of State to a council about its children's services.

In this order: title, clauses, signature, annexes. Clauses are numbered 1, 2, 3 through recitals ("WHEREAS") and orders
("NOW THEREFORE"); lettered and roman sub-clauses, and the words after them, belong to their clause. A number that was lost
is restored when exactly one fits. Each annex restarts its numbers and has its own anchors ("annex-a/para-1").
``published`` is the day on which it is dated.
"""

import re
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles.protocol import Part
from ingest.structure.paper_report import paper_records, paper_report, prose, unnumbered
from ingest.structure.records import Records
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

TITLE = re.compile(r"(?:statutory )?direction to .{2,120}?(?:council|borough|city|county|authority)\b", re.I)
POWERS = re.compile(r"section\s+497A|education act\s+1996", re.I)
PARTS = re.compile(r"(?:where\s?as|now,? therefore)\W*", re.I)
ANNEX = re.compile(r"(?P<label>annex|schedule|appendix)\s+(?P<letter>[A-Z]|\d{1,2})\b\W*(?P<rest>.*)", re.I)
SIGNED = re.compile(r"^(?:signed (?:on behalf|by|for)|dated)\b", re.I)
DATED = re.compile(r"\bdated\b(?P<rest>.{0,80})", re.I)
COVER_LENGTH = 6


@dataclass(slots=True)
class _Body:
    blocks: tuple[Block, ...]
    records: Records = field(default_factory=paper_records)
    annex: str = ""
    label: str = ""
    signing: bool = False

    def read(self) -> None:
        for block in self.blocks:
            annex = ANNEX.fullmatch(block.text) if block.kind is BlockKind.HEADING else None
            if annex:
                self._check_label(block, annex["label"].casefold())
                self.annex = f"annex-{annex['letter'].casefold()}"
                self.signing = False
                self.records.open(block.text, 1, block.place, anchor=self.annex)
            elif PARTS.fullmatch(block.text):
                self.records.open(block.text, 1, block.place)
            elif not self.signing and SIGNED.match(block.text):
                if self.records.numbered("clause"):
                    self._sign(block)
                else:  # what is dated in front of the first clause is dated on its cover
                    self.records.finding(block, FindingKind.CONTEXT, anchor="dated")
            elif self.signing:
                self.records.finding(unnumbered(block), FindingKind.CONTEXT)
            elif block.number and block.kind is not BlockKind.TABLE:
                self._clause(block)
            elif block.kind is BlockKind.HEADING and self.annex:
                self.records.open(block.text, 2, block.place)
            else:
                self._unnumbered(block)

    def _sign(self, block: Block) -> None:
        self.signing = True
        if DATED.match(block.text):
            self.records.finding(block, FindingKind.CONTEXT, anchor="dated")
        else:
            self.records.open(block.text, 1, block.place, anchor="signature")

    def _check_label(self, block: Block, label: str) -> None:
        """Doubt an "Appendix" behind the annexes: what follows is likely another paper without its title."""
        if self.label and label != self.label:
            message = (
                f"“{block.text}” follows the annexes of the direction and was read as part of it; is it another paper?"
            )
            self.records.doubt(NoticeCode.REPORT_WITHOUT_COVER, message, block)
        self.label = self.label or label

    def _clause(self, block: Block) -> None:
        part = f"{self.annex}/" if self.annex else ""
        self.records.finding(block, FindingKind.FINDING, part, what="clause")

    def _unnumbered(self, block: Block) -> None:
        last = self.records.findings[-1] if self.records.findings else None
        inside = last and last.ref and last.anchor.startswith(f"{self.annex}/para" if self.annex else "para")
        if inside:
            self.records.extend_finding(block)
        else:
            self.records.finding(unnumbered(block), FindingKind.CONTEXT)


class Direction:
    """The profile of a statutory direction."""

    name = "direction/1"
    kind = ReportKind.STATUTORY_DIRECTION

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title that directs a council, with the powers named, and recitals right under it."""
        block = blocks[index]
        if block.number or block.rows or len(block.text) > 300 or not TITLE.match(block.text):
            return False
        after = prose(blocks[index : index + COVER_LENGTH])
        powers = POWERS.search(" ".join(b.text for b in after))
        return bool(powers) and any(PARTS.fullmatch(b.text) or b.number == "1" for b in after)

    def score(self, part: Part) -> float:
        """Certain with its title; likely when the Secretary of State directs a council in numbered clauses."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH * 2, len(blocks)))):
            return 0.96
        text = " ".join(b.text for b in blocks[:80])
        directs = re.search(r"secretary of state (?:hereby )?directs the council", text, re.I)
        return 0.44 if directs and any(PARTS.fullmatch(b.text) for b in blocks) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read title, clauses, signature and annexes."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks) if TITLE.match(b.text)), 0)
        restored, notices = restore_numbers(blocks[start + 1 :])
        body = _Body(restored)
        body.read()
        dates = (find_date(match["rest"]) for b in blocks if (match := DATED.search(b.text)))
        published = next((date for date in dates if date), None)
        named = {m["letter"].upper() for b in blocks for m in re.finditer(r"\bAnnex (?P<letter>[A-Z])\b", b.text)}
        for letter in sorted(named - {a.removeprefix("annex-").upper() for a in self._annexes(body)}):
            message = f"The direction speaks of Annex {letter}, which was not found. Compare with the document."
            body.records.doubt(NoticeCode.ANNEX_MISSING, message, blocks[start])
        if not body.records.numbered("clause"):
            message = "No numbered clause was found, though a direction has them. Compare with the document."
            body.records.doubt(NoticeCode.FINDINGS_MISSING, message, blocks[start], level=NoticeLevel.ERROR)
        if published is None:
            message = "No day on which the direction is dated was found."
            body.records.doubt(NoticeCode.PUBLICATION_DATE_MISSING, message, blocks[start], level=NoticeLevel.WARNING)
        notices = (*notices, *body.records.check_numbers("clause"))
        return paper_report(self, blocks[start].text, part.blocks, body.records, published, notices=notices)

    @staticmethod
    def _annexes(body: _Body) -> set[str]:
        return {section.anchor for section in body.records.sections if section.anchor.startswith("annex-")}
