"""Improvement notices of the Department for Education to a council about its children's services (2010 to today).

In this order: the title and the line that addresses the council; the sentence that tells the day on which the notice is
given and the inspection that it answers; clauses numbered through under headings; the signature. ``published`` is the
day on which the notice is given, or else the one with which it is signed. A notice judges nothing.
"""

import re

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate, ReportDraft
from ingest.profiles import families
from ingest.profiles.papers.clauses import SIGNATURE, ClauseWalker
from ingest.profiles.protocol import Part
from ingest.structure.outline import Opening
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

TITLE = re.compile(r"(?:statutory )?improvement notice(?:\s+(?:to|for|issued to)\b.{2,100})?\W*", re.I)
ADDRESSED = re.compile(r"to\s*:\s*(?P<council>[^(“\"]{3,80}?)\s*(?:\(.*)?$", re.I)
GIVEN = re.compile(
    r"\bnotice\s+(?:is|was)\s+(?:given|issued)\b.{0,120}?\bon\s+(?P<day>\d{1,2}.{4,20})"
    r"|\b(?:given|issued) to the council on\s+(?P<late>\d{1,2}.{4,20})",
    re.I,
)
SIGNED = re.compile(r"(?:signed\b(?: on behalf| by| for|\W*$)|dated?\b\s*[:\d])", re.I)
BODIES = re.compile(r"\bimprovement (?:board|plan|adviser)\b", re.I)
COVER_LENGTH = 12


class _NoticeWalker(ClauseWalker):
    """Reads the clauses under the headings of the notice."""

    def opening(self, block: Block) -> Opening | None:
        """Every heading opens a section, save the names under the signature."""
        heads = block.kind is BlockKind.HEADING and not block.number and self.rule is not SIGNATURE
        return self.section(block.text) if heads and not ADDRESSED.match(block.text) else None


def _given(blocks: tuple[Block, ...]) -> PartialDate | None:
    """The day on which the notice is given, else the one that stands with the signature."""
    days = [match["day"] or match["late"] for block in blocks if (match := GIVEN.search(block.text))]
    signed = [block.text for block in blocks if SIGNED.match(block.text)]
    return next((date for text in (*days, *signed) if (date := find_date(text))), None)


def _title(blocks: tuple[Block, ...], start: int) -> str:
    """The title, with the council to which the notice is addressed."""
    title = blocks[start].text.strip(" :")
    addressed = (ADDRESSED.match(block.text) for block in blocks[start + 1 : start + COVER_LENGTH])
    council = next((match["council"] for match in addressed if match), None)
    return f"{title} to {council}" if council else title


class ImprovementNotice:
    """The profile of an improvement notice."""

    name = "improvement-notice/1"
    kind = ReportKind.IMPROVEMENT_NOTICE
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of this kind, with the council that it addresses or the day of the notice, and a first clause."""
        block = blocks[index]
        if block.number or block.rows or not TITLE.fullmatch(block.text):
            return False
        near = prose(blocks[index + 1 : index + 1 + COVER_LENGTH])
        told = any(ADDRESSED.match(b.text) or GIVEN.search(b.text) for b in near)
        return told and any(b.number == "1" for b in near)

    def score(self, part: Part) -> float:
        """Certain with its title.

        Likely when it tells that it is given, numbers its clauses and sets up what improves.
        """
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.96
        given = any(GIVEN.search(b.text) and b.text.casefold().startswith("this notice") for b in blocks[:COVER_LENGTH])
        clauses = [b.text for b in blocks if b.number]
        return 0.44 if given and any(BODIES.search(text) for text in clauses) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read title, clauses and signature."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks) if TITLE.fullmatch(b.text)), 0)
        restored, notices = restore_numbers(blocks[start + 1 :])
        records = _NoticeWalker(SIGNED).read(restored).records
        published = _given(blocks)
        if not records.numbers.of("clause"):
            message = "No numbered clause was found, though an improvement notice has them. Compare with the document."
            records.doubt(NoticeCode.FINDINGS_MISSING, message, blocks[start], level=NoticeLevel.ERROR)
        if published is None:
            message = "No day on which the notice is given was found."
            records.doubt(NoticeCode.PUBLICATION_DATE_MISSING, message, blocks[start])
        if not any(SIGNED.match(block.text) for block in blocks):
            message = "The notice ends without a signature; its end may be lost. Compare with the document."
            records.doubt(NoticeCode.SIGNATURE_MISSING, message, blocks[-1], level=NoticeLevel.ERROR)
        notices = (*notices, *records.numbers.check("clause"))
        return paper_report(self, _title(blocks, start), part.blocks, records, published, notices=notices)
