"""Improvement plans and action plans that answer an inspection.

In this order: cover and contents; prose, section by section, as context; the list of the inspection's recommendations; the
list of the plan's own priorities; the table that opens each priority; the tables of actions, whose columns differ from
priority to priority and are mapped by their headings; the appendix that lists the actions again, as a check. ``published``
is the day of the last version in the plan's table of versions.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from ingest.blocks import Block, BlockKind, TableRow
from ingest.drafts import PartialDate, ReportDraft
from ingest.profiles.plans.actions import COLUMNS, LEAST, is_action_table, read_actions
from ingest.profiles.plans.appendix import compare, is_appendix, read_appendix
from ingest.profiles.protocol import Part
from ingest.structure.column_tables import header_of, squash
from ingest.structure.paper_report import NUMBER_WORDS, paper_records, paper_report, prose, unnumbered
from ingest.structure.records import Records
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:[\w’',&()\- ]{0,120}\b)?(?:improvement|action|delivery)\b[\w’' ]{0,30}\bplan\b(?:\s*[-–]?\s*\w*\s*\d{4}.{0,20})?",
    re.I,
)
APPENDIX = re.compile(r"(?:appendix|annex|enclosure)\s+\w{1,3}", re.I)
COVER = re.compile(r"cover page|contents|version control|document control|introduction|foreword", re.I)
PRIORITY = re.compile(r"(?:priority|theme|objective)\s+(?P<number>\d{1,2})\s*[:.–-]\s*(?P<heading>.+)", re.I)
RECOMMENDED = re.compile(
    r"(?:ofsted|inspection)(?:.s)? (?:recommendations?|priorities|findings)|(?:the )?recommendations?|areas for improvement|"
    r"what needs to improve|priorities for improvement", re.I,
)  # fmt: skip
ANNOUNCED = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\s+(?:\w+\s+){{0,3}}?(?P<what>priorities|recommendations|areas)\b",
    re.I,
)
DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
AIM, PRIORITY_HEADING = "listed aim", "priority heading"
COVER_LENGTH = 12
LONGEST_TITLE = 200
FAR = 80


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word.casefold()) + 1


def _is_contents(block: Block) -> bool:
    words = [squash(text) for text in block.rows[0].texts] if block.rows else []
    return words[:2] in (["section", "page"], ["contents", "page"], ["contents", ""])


def _is_versions(block: Block) -> bool:
    return bool(block.rows) and "version" in [squash(text) for text in block.rows[0].texts]


@dataclass(slots=True)
class _Body:
    """Reads the plan block by block; tables of actions and of the appendix are set aside for their own readers."""

    blocks: tuple[Block, ...]
    running: frozenset[str]
    records: Records = field(default_factory=paper_records)
    actions: list[tuple[Block, str | None]] = field(default_factory=list)
    appendix: list[Block] = field(default_factory=list)
    announced: tuple[int, str] | None = None
    versions: list[Block] = field(default_factory=list)

    def read(self) -> None:
        for block in self.blocks:
            if block.kind is BlockKind.TABLE:
                self._table(block)
            elif block.kind is BlockKind.HEADING and block.text in self.running:
                continue
            elif priority := PRIORITY.fullmatch(block.text) if block.kind is BlockKind.HEADING else None:
                self._priority(block, priority["number"])
            elif block.number and self._listed(block):
                continue
            elif block.kind is BlockKind.HEADING and not self._is_date(block):
                self._heading(block)
            else:
                self._prose(block)

    @staticmethod
    def _is_date(block: Block) -> bool:
        found = find_date(block.text)
        return found is not None and found.printed == block.text.strip()

    def _heading(self, block: Block) -> None:
        level = 1 if block.number or APPENDIX.fullmatch(block.text) or not self.records.section else 2
        self.announced = None
        self.records.open(block.text, level, block.place, anchor=f"s{block.number}" if block.number else None)

    def _recommends(self) -> bool:
        section = self.records.section
        return section is not None and bool(RECOMMENDED.fullmatch(section.heading))

    def _listed(self, block: Block) -> bool:
        """Take an item of the recommendations or of the plan's priorities, as far as the text announces them."""
        number = block.number or ""
        if "." in number:
            return False
        count, what = self.announced or (0, "")
        taken = [item.ref for item in self.records.numbered("recommendation" if self._recommends() else AIM)]
        last = int(taken[-1]) if taken else 0
        goes_on = int(number) == last + 1 if block.kind is BlockKind.HEADING else int(number) >= max(last, 1)
        if not goes_on or (count and int(number) > count):
            return False
        if self._recommends():
            self.records.recommendation(block, what="recommendation")
        elif what.startswith("priorit"):
            self.records.finding(block, FindingKind.CONTEXT, anchor=f"priority-{number}/aim", what=AIM)
        else:
            return False
        return True

    def _prose(self, block: Block) -> None:
        if self.actions and self.records.section and self.records.section.anchor.startswith("priority-"):
            message = "Words stand between the rows of actions and belong to no row; a row may be torn."
            self.records.doubt(NoticeCode.WORDS_OUTSIDE_TABLE, message, block)
        if match := ANNOUNCED.search(block.text) if block.text.endswith(":") else None:
            self.announced = (_count(match["count"]), match["what"].casefold())
        if block.kind is BlockKind.ITEM and self.records.announced:
            self.records.extend_finding(block)
        elif block.kind is BlockKind.ITEM and self._recommends() and not block.number:
            self.records.recommendation(block)
        else:
            self.records.finding(unnumbered(block), FindingKind.CONTEXT)

    def _priority(self, block: Block, number: str) -> None:
        if not any(opened.ref == number for opened in self.records.numbered(PRIORITY_HEADING)):
            section = self.records.open(block.text, 1, block.place, anchor=f"priority-{number}")
            self.records.count(number, block.place, section.anchor, PRIORITY_HEADING)

    def _table(self, block: Block) -> None:
        if _is_contents(block):
            return
        if is_appendix(block) and not any(header_of(row, COLUMNS, LEAST + 1) for row in block.rows):
            self.appendix.append(block)
        elif is_action_table(block) or any(PRIORITY.match(row.texts[0]) for row in block.rows):
            self._split_rows(block)
        elif _is_versions(block):
            self.versions.append(block)
            self.records.finding(unnumbered(block), FindingKind.CONTEXT)
        else:
            self.records.finding(unnumbered(block), FindingKind.CONTEXT)

    def _split_rows(self, block: Block) -> None:
        """Part the rows that open a priority from those of its actions, which a PDF may rule as one table."""
        rows: list[TableRow] = []
        headed = False
        for row in block.rows:
            words = [text for text in row.texts if text]
            goes_on = headed and words == [row.texts[0]]
            headed = False
            if goes_on:
                self.records.lengthen(words[0])
            elif match := PRIORITY.match(row.texts[0]):
                self._priority(_as_block(row, match.group()), match["number"])
                self._row(row, words[1:])
                headed = True
            elif not rows and len(words) <= 2 and not header_of(row, COLUMNS, LEAST) and len(row.cells) <= LEAST:
                self._row(row, words)
            else:
                rows.append(row)
        if rows:
            table = Block(BlockKind.TABLE, block.text, block.orig, rows[0].place, rows=tuple(rows))
            self.actions.append((table, self.records.section.anchor if self.records.section else None))

    def _row(self, row: TableRow, words: list[str]) -> None:
        if words:
            self.records.finding(_as_block(row, " ".join(words)), FindingKind.CONTEXT)

    def check_lists(self, place: Block) -> None:
        """Compare the numbers of recommendations and priorities with what the text announces."""
        for what in ("recommendation", AIM, PRIORITY_HEADING):
            self.records.notices += self.records.check_numbers(what)
            if not self.records.numbered(what) and what != AIM:
                message = f"No {what} with a number was found. Compare with the plan."
                self.records.doubt(NoticeCode.LIST_MISSING, message, place)
        aims, opened = len(self.records.numbered(AIM)), len(self.records.numbered(PRIORITY_HEADING))
        if aims and opened and aims != opened:
            message = f"The plan lists {aims} priorities and opens {opened}. Compare with the plan."
            self.records.doubt(NoticeCode.ANNOUNCED_COUNT, message, place)


def _as_block(row: TableRow, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, re.sub(r"[\x00-\x1f\uf0b7\uf0a7•]\s*", "", text), "\t".join(row.texts), row.place)


def _dated(versions: list[Block], blocks: tuple[Block, ...]) -> PartialDate | None:
    days = []
    for match in (m for table in versions for m in DAY.finditer(table.text)):
        try:
            days.append(PartialDate(date(int(match[3]), int(match[2]), int(match[1])).isoformat(), match.group()))
        except ValueError:
            continue
    if days:
        return max(days, key=lambda day: day.iso)
    short = (b.text for b in blocks[:COVER_LENGTH] if len(b.text) < 60 and not b.rows)
    return next((found for text in short if (found := find_date(text))), None)


class Plan:
    """The profile of improvement plans."""

    name = "plan/1"
    kind = ReportKind.IMPROVEMENT_PLAN

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of such a plan, for the first time, on what looks like a cover, with a table of actions not far."""
        block = blocks[index]
        if (
            block.kind is not BlockKind.HEADING
            or block.number
            or len(block.text) > LONGEST_TITLE
            or not TITLE.fullmatch(block.text)
        ):
            return False
        if any(other.text == block.text for other in blocks[:index]):
            return False
        before = prose(blocks[:index])[-1:]
        after = prose(blocks[index + 1 : index + 6])
        covered = not before or bool(APPENDIX.fullmatch(before[0].text)) or index < COVER_LENGTH // 2
        cover = covered or any(COVER.fullmatch(b.text) or _is_versions(b) for b in after)
        return cover and any(b.rows and is_action_table(b) for b in blocks[index : index + FAR])

    def score(self, part: Part) -> float:
        """Certain with its cover; likely when the part has a table of actions with their leads and dates."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.9
        headers = [set(header_of(row, COLUMNS, LEAST + 1) or ()) for block in blocks for row in block.rows]
        return 0.42 if any({"action", "lead", "due"} <= header for header in headers) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read recommendations, priorities and actions, and check the links against the appendix."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks[:COVER_LENGTH]) if TITLE.fullmatch(b.text)), 0)
        restored, notices = restore_numbers(blocks[start + 1 :])
        body = _Body(restored, frozenset(b.text for b in blocks[: start + 1]))
        body.read()
        body.check_lists(blocks[0])
        appendix = read_appendix(body.appendix)
        known = tuple(r.ref for r in body.records.recommendations if r.ref)
        actions, doubts = read_actions(body.actions, known, appendix.links)
        published = _dated(body.versions, blocks)
        if published is None:
            body.records.doubt(
                NoticeCode.PUBLICATION_DATE_MISSING, "The plan's date or version was not found.", blocks[0]
            )
        if not actions:
            body.records.doubt(
                NoticeCode.ACTIONS_MISSING, "No row of a table of actions was read.", blocks[0], level=NoticeLevel.ERROR
            )
        notices = (*notices, *doubts, *compare(actions, appendix))
        return paper_report(
            self, blocks[start].text, part.blocks, body.records, published, actions=actions, notices=notices
        )
