"""The body of an improvement plan.

Its prose, the two lists in front of the tables, and the headings of its priorities.
"""

import re

from ingest.blocks import Block, BlockKind, TableRow
from ingest.profiles.plans.actions import COLUMNS, LEAST, is_action_table
from ingest.profiles.plans.appendix import is_appendix
from ingest.structure.column_tables import header_of, squash
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_report import NUMBER_WORDS
from ingest.structure.paper_walker import PaperWalker
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

APPENDIX = re.compile(r"(?:appendix|annex|enclosure)\s+\w{1,3}", re.I)
PRIORITY = re.compile(r"(?:priority|theme|objective)\s+(?P<number>\d{1,2})\s*[:.–-]\s*(?P<heading>.+)", re.I)
RECOMMENDED = re.compile(
    r"(?:ofsted|inspection)(?:.s)? (?:recommendations?|priorities|findings)|(?:the )?recommendations?"
    r"|areas for improvement|"
    r"what needs to improve|priorities for improvement", re.I,
)  # fmt: skip
ANNOUNCED = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\s+(?:\w+\s+){{0,3}}?(?P<what>priorities|recommendations|areas)\b",
    re.I,
)
AIM, PRIORITY_HEADING = "listed aim", "priority heading"
OTHER = Rule("", 1, kind=FindingKind.CONTEXT)
PRIORITIES = Rule(PRIORITY.pattern, 1, kind=FindingKind.CONTEXT)
RULES = (Rule(RECOMMENDED.pattern, 1, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT),)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word.casefold()) + 1


def _is_contents(block: Block) -> bool:
    words = [squash(text) for text in block.rows[0].texts] if block.rows else []
    return words[:2] in (["section", "page"], ["contents", "page"], ["contents", ""])


def is_versions(block: Block) -> bool:
    """Tell whether a table lists the versions of the plan."""
    return bool(block.rows) and "version" in [squash(text) for text in block.rows[0].texts]


class PlanBody(PaperWalker):
    """Reads the plan; tables of actions and of the appendix are set aside for their own readers.

    ``running`` are the headings of the cover, which are printed again inside the plan.
    """

    def __init__(self, running: frozenset[str]) -> None:
        super().__init__(RULES, OTHER)
        self.actions: list[tuple[Block, str | None]] = []
        self.appendix: list[Block] = []
        self.versions: list[Block] = []
        self._running = running
        self._announced: tuple[int, str] | None = None

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is furniture, or a heading of the cover that is printed again."""
        return super().passes_over(block) or (block.kind is BlockKind.HEADING and block.text in self._running)

    def take(self, block: Block) -> None:
        """Read the next block: a table, an item of one of the two lists, or what every paper has."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
        elif self._priority(block) or not (block.number and self._listed(block)):
            super().take(block)

    @staticmethod
    def _priority(block: Block) -> re.Match[str] | None:
        return PRIORITY.fullmatch(block.text) if block.kind is BlockKind.HEADING else None

    def opening(self, block: Block) -> Opening | None:
        """The heading of a priority, or any other that is no date."""
        if priority := self._priority(block):
            return Opening(PRIORITIES, block.text, anchor=f"priority-{priority['number']}")
        if block.kind is not BlockKind.HEADING or self._is_date(block):
            return None
        level = 1 if block.number or APPENDIX.fullmatch(block.text) or not self.records.section else 2
        return self.section(block.text, level, f"s{block.number}" if block.number else None)

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; the heading of a priority that is open or was is only printed again."""
        if opening.rule is not PRIORITIES:
            self._announced = None
            super().open(opening, block)
            return
        number = (opening.anchor or "").removeprefix("priority-")
        if not any(opened.ref == number for opened in self.records.numbers.of(PRIORITY_HEADING)):
            super().open(opening, block)
            self.records.numbers.count(number, block.place, opening.anchor, PRIORITY_HEADING)

    @staticmethod
    def _is_date(block: Block) -> bool:
        found = find_date(block.text)
        return found is not None and found.printed == block.text.strip()

    def _listed(self, block: Block) -> bool:
        """Take an item of the recommendations or of the plan's priorities, as far as the text announces them."""
        number = block.number or ""
        if "." in number:
            return False
        recommends = self.role is Role.RECOMMENDATIONS
        count, what = self._announced or (0, "")
        last = self.records.numbers.last("recommendation" if recommends else AIM)
        goes_on = int(number) == last + 1 if block.kind is BlockKind.HEADING else int(number) >= max(last, 1)
        if not goes_on or (count and int(number) > count):
            return False
        if recommends:
            self.records.recommendation(block, what="recommendation")
        elif what.startswith("priorit"):
            self.records.finding(block, FindingKind.CONTEXT, anchor=f"priority-{number}/aim", what=AIM)
        else:
            return False
        return True

    def text(self, block: Block) -> None:
        """File prose; a sentence may announce a list."""
        section = self.records.section
        if self.actions and section and section.anchor.startswith("priority-"):
            message = "Words stand between the rows of actions and belong to no row; a row may be torn."
            self.records.doubt(NoticeCode.WORDS_OUTSIDE_TABLE, message, block)
        if match := ANNOUNCED.search(block.text) if block.text.endswith(":") else None:
            self._announced = (_count(match["count"]), match["what"].casefold())
        if block.kind is BlockKind.ITEM and self.records.announced:
            self.records.extend_finding(block)
        else:
            super().text(block)

    def find(self, block: Block) -> None:
        """File prose as context."""
        self.context(block)

    def recommend(self, block: Block) -> None:
        """File a bullet among the recommendations; what is no bullet is context."""
        if block.kind is BlockKind.ITEM and not block.number:
            self.records.recommendation(block)
        else:
            self.context(block)

    def _table(self, block: Block) -> None:
        if _is_contents(block):
            return
        if is_appendix(block) and not any(header_of(row, COLUMNS, LEAST + 1) for row in block.rows):
            self.appendix.append(block)
        elif is_action_table(block) or any(PRIORITY.match(row.texts[0]) for row in block.rows):
            self._split_rows(block)
        elif is_versions(block):
            self.versions.append(block)
            self.context(block)
        else:
            self.context(block)

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
                opening = Opening(PRIORITIES, match.group(), anchor=f"priority-{match['number']}")
                self.open(opening, _as_block(row, match.group()))
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
            self.context(_as_block(row, " ".join(words)))

    def check_lists(self, place: Block) -> None:
        """Compare the numbers of recommendations and priorities with what the text announces."""
        for what in ("recommendation", AIM, PRIORITY_HEADING):
            self.records.notices += self.records.numbers.check(what)
            if not self.records.numbers.of(what) and what != AIM:
                message = f"No {what} with a number was found. Compare with the plan."
                self.records.doubt(NoticeCode.LIST_MISSING, message, place)
        aims, opened = len(self.records.numbers.of(AIM)), len(self.records.numbers.of(PRIORITY_HEADING))
        if aims and opened and aims != opened:
            message = f"The plan lists {aims} priorities and opens {opened}. Compare with the plan."
            self.records.doubt(NoticeCode.ANNOUNCED_COUNT, message, place)


def _as_block(row: TableRow, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, re.sub(r"[\x00-\x1f\uf0b7\uf0a7•]\s*", "", text), "\t".join(row.texts), row.place)
