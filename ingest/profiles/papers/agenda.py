"""Agendas of a council's meetings: what is to be discussed, in the order of the items.

In this order: the title ("Cabinet - Supplementary agenda"), the day of the meeting, then the items with their numbers,
from a table or from numbered lines; what stands under an item belongs to it. The reports of the pack are read by their
own profiles. ``published`` is the day of the meeting.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate, ReportDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.outline import Opening, Rule
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.paper_walker import PaperWalker
from ingest.wording.dates import find_date
from ingest.wording.joining import join_place, join_text
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

TITLE = re.compile(r"(?:[\w’',&()\- –]{0,100}\b)?agenda\b(?:\s*(?:no\.?|front sheet|pack)?\s*\d{0,2})?\W*", re.I)
ITEMS = re.compile(r"items?(?: of business)?|agenda items?", re.I)
MEETING_DAY = re.compile(r"\b(?:date|held on|meeting (?:of|on))\b", re.I)
MEETING = re.compile(r"\bmeeting\b|\bvenue\b|\btime:", re.I)
PAGES = re.compile(r"\s*\(?pages?\s+\d+\s*[-–]\s*\d+\)?", re.I)
NOISE = re.compile(r"[\W\d_]{0,8}")
CONTACT = re.compile(
    r"^(?:for further information|this agenda|a summary of this|if you have any questions|date:)", re.I
)
LONGEST_TITLE = 150
COVER_LENGTH = 12


def _day(blocks: tuple[Block, ...]) -> PartialDate | None:
    """The day of the meeting: the first date after the word for it, else the first date."""
    texts = [block.text for block in blocks]
    marked = [text for text in texts if MEETING_DAY.search(text) and find_date(text)]
    return next((find_date(text) for text in (*marked, *texts) if find_date(text)), None)


def _table_items(block: Block) -> Iterator[Block]:
    """The items of a table: a row with a number in its first cell begins one, rows without go on with it."""
    current: Block | None = None
    for row in block.rows:
        number, *rest = row.texts
        words = " ".join(text for text in rest if not NOISE.fullmatch(PAGES.sub("", text)))
        words = PAGES.sub("", words)
        digits = re.fullmatch(r"(\d{1,2})\s*\.?", number.strip())
        if digits:
            if current:
                yield current
            current = Block(BlockKind.PARAGRAPH, words, "\t".join(row.texts), row.place, digits[1])
        elif current and words:
            current = replace(
                current,
                text=join_text(current.text, words),
                orig=f"{current.orig}\n" + "\t".join(row.texts),
                place=join_place(current.place, row.place),
            )
    if current:
        yield current


OTHER = Rule("", 1, kind=FindingKind.CONTEXT)
ITEM_LIST = Rule(ITEMS.pattern, 1, kind=FindingKind.CONTEXT)
NOTES = Rule("", 1, kind=FindingKind.CONTEXT)


class _AgendaWalker(PaperWalker):
    """Reads the items of an agenda; ``items`` counts them."""

    def __init__(self) -> None:
        super().__init__((ITEM_LIST,), OTHER)
        self.items = 0
        self._unread = False

    def opening(self, block: Block) -> Opening | None:
        """The heading of the items, and the notes behind them."""
        if self.rule is ITEM_LIST and CONTACT.match(block.text):
            return Opening(NOTES, block.text, anchor="notes")
        return replace(opening, anchor="items") if (opening := super().opening(block)) else None

    def find(self, block: Block) -> None:
        """A number begins an item; bullets go on under it, and everything else is context."""
        listed = self.rule is ITEM_LIST
        if block.number and "." in block.number and not self._unread:
            self._unread = True
            message = (
                f"Paragraph {block.number} is no item of an agenda: a report begins before it without its heading."
            )
            self.records.doubt(NoticeCode.REPORT_WITHOUT_COVER, message, block, level=NoticeLevel.ERROR)
        if listed and block.rows:
            for item in _table_items(block):
                self._item(item)
        elif block.number and (listed or not self.items):
            self._item(replace(block, text=PAGES.sub("", block.text)))
        elif listed and self.items and block.kind is BlockKind.ITEM:
            self.records.extend_finding(block)
        else:
            self.context(block)

    def _item(self, block: Block) -> None:
        self.items += 1
        self.records.finding(block, FindingKind.CONTEXT, anchor=f"item-{block.number}", what="item")


class Agenda:
    """The profile of agendas."""

    name = "agenda/1"
    kind = ReportKind.AGENDA
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title that ends in "agenda", with a day, a time or place of the meeting, and items under it."""
        block = blocks[index]
        if (
            block.kind is not BlockKind.HEADING
            or block.number
            or len(block.text) > LONGEST_TITLE
            or not TITLE.fullmatch(block.text)
        ):
            return False
        after = prose(blocks[index + 1 : index + COVER_LENGTH])
        text = "\n".join(b.text for b in after)
        return bool(MEETING.search(text) and find_date(text)) and any(
            ITEMS.fullmatch(b.text) or b.number for b in after
        )

    def score(self, part: Part) -> float:
        """Certain with its title and items."""
        blocks = part.blocks
        return 0.93 if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read the day of the meeting and the items; everything else stands as context."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks) if TITLE.fullmatch(b.text)), 0)
        body = _AgendaWalker().read(blocks[start + 1 :])
        records = body.records
        if not body.items:
            message = "No item of the agenda was found. Compare with the document."
            records.doubt(NoticeCode.ITEMS_MISSING, message, blocks[start], level=NoticeLevel.ERROR)
        day = _day(blocks[start + 1 : start + COVER_LENGTH])
        return paper_report(self, blocks[start].text, part.blocks, records, day)
