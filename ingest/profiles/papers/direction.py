"""Statutory directions of the Secretary of State to a council about its children's services.

In this order: title, clauses, signature, annexes. Clauses are numbered 1, 2, 3 through recitals ("WHEREAS") and orders
("NOW THEREFORE"); lettered and roman sub-clauses, and the words after them, belong to their clause. A number that was
lost is restored when exactly one fits. Each annex restarts its numbers and has its own anchors ("annex-a/para-1").
``published`` is the day on which it is dated.
"""

import re

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.papers.clauses import CLAUSES, SIGNATURE, ClauseWalker
from ingest.profiles.protocol import Part
from ingest.structure.outline import Opening, Rule
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.records import Records
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:statutory )?direction (?:to .{2,120}?(?:council|borough|city|county|authority)\b"
    r"|(?:given |issued |made )?under section \d)",
    re.I,
)
POWERS = re.compile(r"section\s+497A|education act\s+1996", re.I)
PARTS = re.compile(r"(?:where\s?as|now,? therefore)\W*", re.I)
# The only annex of a direction may have no letter.
ANNEX = re.compile(r"(?P<label>annex|schedule|appendix)(?:\W*|\s+(?P<letter>[A-Z]|\d{1,2})\b\W*.*)", re.I)
SIGNED = re.compile(r"^(?:signed (?:on behalf|by|for)|dated)\b", re.I)
DATED = re.compile(r"\bdated\b(?P<rest>.{0,80})", re.I)
DAY_OF = re.compile(r"\s+day of\s+", re.I)
COVER_LENGTH = 6


RULES = (Rule(PARTS.pattern, 1),)


class _DirectionWalker(ClauseWalker):
    """Reads the clauses of a direction and of its annexes, each of which counts for itself."""

    def __init__(self) -> None:
        super().__init__(SIGNED, RULES)
        self._label = ""

    def opening(self, block: Block) -> Opening | None:
        """Recitals and orders open sections, and so does an annex, with the headings inside it."""
        if block.kind is BlockKind.HEADING and (annex := ANNEX.fullmatch(block.text)):
            self._check_label(block, annex["label"].casefold())
            return self.section(
                block.text, anchor=f"annex-{annex['letter'].casefold()}" if annex["letter"] else "annex"
            )
        if opening := super().opening(block):
            return opening
        inside = self.part and self.rule is not SIGNATURE
        return self.section(block.text, 2) if inside and block.kind is BlockKind.HEADING and not block.number else None

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; the clauses of an annex are named after it."""
        part = self.part if opening.level == 2 else ""
        super().open(opening, block)
        self.part = f"{opening.anchor}/" if opening.anchor and opening.rule is CLAUSES else part

    def _check_label(self, block: Block, label: str) -> None:
        """Doubt an "Appendix" behind the annexes: what follows is likely another paper without its title."""
        if self._label and label != self._label:
            message = (
                f"“{block.text}” follows the annexes of the direction and was read as part of it; is it another paper?"
            )
            self.records.doubt(NoticeCode.REPORT_WITHOUT_COVER, message, block, level=NoticeLevel.ERROR)
        self._label = self._label or label


def _annexes(records: Records) -> set[str]:
    return {section.anchor for section in records.sections if section.anchor.startswith("annex-")}


class Direction:
    """The profile of a statutory direction."""

    name = "direction/1"
    kind = ReportKind.STATUTORY_DIRECTION
    family = families.OTHER

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
        records = _DirectionWalker().read(restored).records
        dates = (find_date(DAY_OF.sub(" ", match["rest"])) for b in blocks if (match := DATED.search(b.text)))
        published = next((date for date in dates if date), None)
        named = {m["letter"].upper() for b in blocks for m in re.finditer(r"\bAnnex (?P<letter>[A-Z])\b", b.text)}
        for letter in sorted(named - {a.removeprefix("annex-").upper() for a in _annexes(records)}):
            message = f"The direction speaks of Annex {letter}, which was not found. Compare with the document."
            records.doubt(NoticeCode.ANNEX_MISSING, message, blocks[start])
        if not records.numbers.of("clause"):
            message = "No numbered clause was found, though a direction has them. Compare with the document."
            records.doubt(NoticeCode.FINDINGS_MISSING, message, blocks[start], level=NoticeLevel.ERROR)
        if published is None:
            message = "No day on which the direction is dated was found."
            records.doubt(NoticeCode.PUBLICATION_DATE_MISSING, message, blocks[start], level=NoticeLevel.WARNING)
        notices = (*notices, *records.numbers.check("clause"))
        return paper_report(self, blocks[start].text, part.blocks, records, published, notices=notices)
