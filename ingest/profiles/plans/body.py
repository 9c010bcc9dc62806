"""The tables of an improvement plan, and its prose.

Tables of actions and of the appendix are set aside for their own readers, and the recommendations that their cells
print are filed. A row over all columns is the heading of a priority or a recommendation, or a remark.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.blocks import Block, BlockKind, TableCell, TableRow
from ingest.profiles.plans.appendix import is_appendix
from ingest.profiles.plans.columns import action_header, header_in
from ingest.profiles.plans.group_rows import NOTE, is_numbered, names_group
from ingest.profiles.plans.headings import ANSWERED, LONGEST_HEADING, PRIORITY, PlanHeadings, opening_of
from ingest.profiles.plans.links import named_by_heading, named_in
from ingest.profiles.plans.refs import read_ref
from ingest.profiles.plans.rows import ActionTable
from ingest.structure.outline import Opening
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.plan_columns import heads_actions, heads_in_line, is_known_heading, squash
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

POINTED = re.compile(r"\s*\d{1,2}\s?\.\s?\d{1,2}(?!\d)")
REFERENCE = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})?\b")
FEWEST_COLUMNS, MOST_COLUMNS = 3, 12
LONGEST_GROUP = 15
"""Words of a heading inside a table."""

TOTAL = re.compile(r"(?:grand |sub-?)?total(?: (?:number )?(?:of )?actions)?[\d\W]*", re.I)
COUNT = re.compile(r"[\d\W]+")


def _is_contents(block: Block) -> bool:
    words = [squash(text) for text in block.rows[0].texts] if block.rows else []
    return words[:2] in (["section", "page"], ["contents", "page"], ["contents", ""])


def is_versions(block: Block) -> bool:
    """Tell whether a table lists the versions of the plan."""
    return bool(block.rows) and "version" in [squash(text) for text in block.rows[0].texts]


def spanned(row: TableRow) -> TableCell | None:
    """The one cell that a row has, over all its columns, though it may be read once for each of them."""
    cells = [cell for cell in row.cells if cell.text]
    same = len({cell.text for cell in cells}) == 1
    return cells[0] if same and len(row.cells) > 1 and (len(cells) == len(row.cells) or row.cells[0].text) else None


class PlanBody(PlanHeadings):
    """Reads the plan; tables of actions and of the appendix are set aside for their own readers.

    ``running`` are the headings of the cover, which are printed again inside the plan.
    """

    def __init__(self, running: frozenset[str]) -> None:
        super().__init__()
        self.actions: list[ActionTable] = []
        self.appendix: list[Block] = []
        self.versions: list[Block] = []
        self._running = running
        self._header: TableRow | None = None

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is furniture, or a heading of the cover that is printed again."""
        return super().passes_over(block) or (block.kind is BlockKind.HEADING and block.text in self._running)

    def take(self, block: Block) -> None:
        """Read the next block: a table, an item of one of the two lists, or what every paper has."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
        elif self.heads(block) or not (block.number and self.lists(block)):
            super().take(block)
        if not block.rows and (heads_in_line(block.text) or self._heads_in_lines()):
            message = "A table of actions without drawn lines was not read as rows; its words are kept as context."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block, level=NoticeLevel.ERROR)
        self.heard(block)

    def _heads_in_lines(self) -> bool:
        """Tell whether this block and those behind it are the headings of columns, one in each line."""
        before = self.blocks[self.at - 1] if self.at else None
        if before is not None and is_known_heading(before.text):
            return False
        lines = [*takewhile(lambda b: not b.rows and is_known_heading(b.text), self.blocks[self.at :][:MOST_COLUMNS])]
        return len(lines) >= FEWEST_COLUMNS and heads_actions([line.text for line in lines])

    def text(self, block: Block) -> None:
        """File prose; a sentence may announce a list."""
        section = self.records.section
        if self.actions and section and section.anchor == self.actions[-1].section and self._is_between(block):
            message = "Words stand between the rows of actions and belong to no row; a row may be torn."
            self.records.doubt(NoticeCode.WORDS_OUTSIDE_TABLE, message, block)
        if block.kind is BlockKind.ITEM and self.records.announced:
            self.records.extend_finding(block)
        else:
            super().text(block)

    def _is_between(self, block: Block) -> bool:
        """Tell whether a block follows a table of the priority that is open."""
        section = self.records.section
        return section is not None and section.anchor.startswith("priority-")

    def _table(self, block: Block) -> None:
        if _is_contents(block):
            return
        if is_appendix(block) and header_in(block) is None:
            self.appendix.append(block)
            self.context(block)
        elif header_in(block) or self._carries_on(block) or any(PRIORITY.match(row.texts[0]) for row in block.rows):
            self._split_rows(block)
        elif is_versions(block):
            self.versions.append(block)
            self.context(block)
        else:
            self._without_header(block)
            self.context(block)

    def _carries_on(self, block: Block) -> bool:
        """Tell whether a table without a header has the columns of the table of actions right above or below it.

        With references in front of all its rows it may stand further below.
        """
        before = self.blocks[self.at - 1] if self.at else None
        above = before is not None and bool(before.rows) and self._header is not None
        width = max(len(row.cells) for row in block.rows)
        fits = self._header is not None and width == len(self._header.cells)
        if fits and (above or all(POINTED.match(row.texts[0]) for row in block.rows if any(row.texts))):
            return True
        later = next((b for b in self.blocks[self.at + 1 :] if b.rows), None)
        return self.numbered_like_actions(block) or (
            later is not None and later is self.following and header_in(later) is not None
            and width == len(later.rows[0].cells) and width > 2
        )  # fmt: skip

    @staticmethod
    def numbered_like_actions(block: Block) -> bool:
        """Tell whether rows begin with numbers like those of actions, in as many columns as plans have."""
        return any(len(row.cells) > 5 and re.match(r"\d{1,2}\s?\.\s?\d{1,2}(?!\d)", row.texts[0]) for row in block.rows)

    @staticmethod
    def numbers_rows(block: Block) -> bool:
        """Tell whether a table of several columns has rows with references in front."""
        wide = max(len(row.cells) for row in block.rows)
        return wide > 2 and sum(bool(REFERENCE.match(row.texts[0])) for row in block.rows) > 1

    def _without_header(self, block: Block) -> None:
        """Doubt a table that could be one of actions, if its columns had headings."""
        if self.numbers_rows(block):
            message = "A table with numbered rows has no header that is known; its rows were not read as actions."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block, level=NoticeLevel.ERROR)

    def _split_rows(self, block: Block) -> None:
        """Part the rows that open a priority or a recommendation from those of its actions.

        A PDF may rule them as one table.
        """
        rows: list[TableRow] = []
        headed = False
        level = self.records.section.level + 1 if self.records.section else 1
        for at, row in enumerate(block.rows):
            words = [text for text in row.texts if text]
            cell = spanned(row)
            group = self._names_group(block, at)
            goes_on = headed and words == [row.texts[0]] and not (group and is_numbered(words[0]))
            headed = False
            heading = _heading_of(row, cell)
            if goes_on and not heading:
                self.records.lengthen(words[0])
            elif heading:
                self._set_aside(block, rows)
                rows = [self._header] if self._header and header_in(block) else []
                self.open(heading, _as_block(row, heading.heading))
                self._row(row, [] if cell else words[1:])
                headed = True
            elif not rows and len(words) > 1 and all(map(_is_over_headings, words)) and not action_header(row):
                continue  # headings over those of several columns, or their numbers
            elif cell and not group and self._heads_rows(row, cell, block.rows[at + 1 :]):
                self._set_aside(block, rows)
                rows = [self._header] if self._header and header_in(block) else []
                self._open_group(_as_block(row, cell.text), level)
            elif not group and self._is_aside(row, cell, first=not rows, later=block.rows[at + 1 :]):
                self._row(row, words)
            else:
                self._header = row if action_header(row) else self._header
                rows.append(row)
        self._set_aside(block, rows)

    def _heads_rows(self, row: TableRow, cell: TableCell, later: Sequence[TableRow]) -> bool:
        """Tell whether a row is a heading over all columns for the rows below it: short words, and no note."""
        if self._header is None or action_header(self._header) is None or any(map(action_header, later)):
            return False
        over_all = len(row.cells) > 2 and all(other.merged or other.text == cell.text for other in row.cells[1:])
        short = len(cell.text.split()) <= LONGEST_GROUP and not ends_like_a_sentence(cell.text)
        below = next((other for other in later if any(other.texts)), None)
        return over_all and short and not NOTE.match(cell.text) and below is not None and spanned(below) is None

    def _open_group(self, block: Block, level: int) -> None:
        """Open the section of a heading inside a table; what the headings over the table name still holds."""
        links, answered = self.links, self.answered
        self.open(self.section(block.text, level), block)
        if not self.links:
            self.links, self.answered = links, answered

    def _names_group(self, block: Block, at: int) -> bool:
        """Tell whether a row under a header names a group of actions."""
        header = action_header(self._header) if self._header else None
        later = block.rows[at + 1 :]
        if header is None or any(map(action_header, later)):
            return False
        return names_group(block.rows[at], header, next((row for row in later if any(row.texts)), None))

    def _is_aside(self, row: TableRow, cell: TableCell | None, first: bool, later: Sequence[TableRow]) -> bool:
        """Tell whether a row is none of actions: it counts them, is a remark, or tells what the table is about."""
        words = [text for text in row.texts if text]
        in_front = _is_in_front(row, words, cell) or (len(words) == 2 and any(map(action_header, later)))
        return _is_total(words) or self._is_remark(row, cell) or (first and in_front)

    def _is_remark(self, row: TableRow, cell: TableCell | None) -> bool:
        """Tell whether a row is a remark over all columns: a key, a note, words of a group of actions."""
        named = action_header(self._header) if self._header else None
        if cell is None or named is None or len(row.cells) < 3:
            return False
        if all(other.merged or other.text == cell.text for other in row.cells[1:]):
            return True
        words = len(cell.text.split()) > 1
        return words and named[0] == "ref" and read_ref(cell.text) is None and cell is row.cells[0]

    def _set_aside(self, block: Block, rows: list[TableRow]) -> None:
        """Keep rows for the reader of actions, and file the recommendations that they print."""
        if not [row for row in rows if row is not self._header]:
            self._without_rows(block, rows)
            return
        if not self.actions and self._header and header_in(block) is None:
            rows = [self._header, *rows]
        section = self.records.section.anchor if self.records.section else None
        table = Block(BlockKind.TABLE, block.text, block.orig, rows[0].place, rows=tuple(rows))
        header = header_in(table) or (action_header(self._header) if self._header else None)
        at = header.index("recommendation") if header and "recommendation" in header else None
        for row in rows:
            if at is not None and at < len(row.cells) and not action_header(row):
                cell = row.cells[at]
                for named in named_in(cell.paragraphs):
                    if named.words:
                        self.print_recommendation(named, _as_block(replace(row, place=cell.place), named.words))
        self.actions.append(ActionTable(table, section, self.priority, self.links))
        self.answered = True

    def _without_rows(self, block: Block, rows: list[TableRow]) -> None:
        """Doubt a header behind which no rows follow: they may have lost their lines."""
        if rows and rows[-1] is block.rows[-1] and self.following is not None and not self.following.rows:
            message = "A table of actions has a header and no rows; what stands under it was not read as actions."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block, level=NoticeLevel.ERROR)

    def _row(self, row: TableRow, words: list[str]) -> None:
        if words:
            self.context(_as_block(row, " ".join(dict.fromkeys(words))))


def _is_over_headings(words: str) -> bool:
    return is_known_heading(words) or words.isdecimal()


def _is_total(words: list[str]) -> bool:
    """Tell whether the words of a row only count the actions above it."""
    return 0 < len(words) <= 3 and bool(TOTAL.fullmatch(words[0])) and all(COUNT.fullmatch(text) for text in words[1:])


def _is_in_front(row: TableRow, words: list[str], cell: TableCell | None) -> bool:
    """Tell whether a row in front of a header tells what the table is about."""
    return len(words) <= 2 and action_header(row) is None and (cell is not None or len(row.cells) <= 4)


def _heading_of(row: TableRow, cell: TableCell | None) -> Opening | None:
    """The opening of a priority or a recommendation that a row is: in its first cell, or over all its columns."""
    if match := PRIORITY.match(row.texts[0]) if PRIORITY.fullmatch(row.texts[0]) else None:
        alone = len([text for text in row.texts if text]) <= 2
        return opening_of(match) if alone or cell else None
    named = named_by_heading(cell.text) if cell and len(cell.text) <= LONGEST_HEADING else None
    if cell is None or named is None:
        return None
    number = named.numbers[0] if named.numbers else None
    return Opening(ANSWERED, cell.text, level=1, anchor=f"recommendation-{number}" if number else None)


def _as_block(row: TableRow, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, re.sub(r"[\x00-\x1f\uf0b7\uf0a7•]\s*", "", text), "\t".join(row.texts), row.place)
