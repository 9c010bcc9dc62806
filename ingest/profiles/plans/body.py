"""The body of an improvement plan.

Its prose, the two lists in front of the tables, the headings of its priorities and recommendations, and the
recommendations that its tables print. A heading that names a priority or a recommendation speaks for the tables under
it, up to the next of its kind; under another heading, behind such a table, no recommendation is named any more.
"""

import re
from dataclasses import replace

from ingest.blocks import Block, BlockKind, TableCell, TableRow
from ingest.profiles.plans.appendix import is_appendix
from ingest.profiles.plans.columns import action_header, header_in
from ingest.profiles.plans.links import Named, Recommended, is_recommendation, named_by_heading, named_in
from ingest.profiles.plans.rows import ActionTable
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_report import NUMBER_WORDS
from ingest.structure.paper_walker import PaperWalker
from ingest.wording.dates import find_date
from ingest.wording.plan_columns import squash
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel

APPENDIX = re.compile(r"(?:appendix|annex|enclosure)\s+\w{1,3}", re.I)
PRIORITY = re.compile(
    r"(?:improvement\s+|key\s+|strategic\s+|our\s+)?(?:priority|theme|objective|workstream|work\s+stream)\s+(?:area\s+)?"
    r"(?P<number>\d{1,2}|[A-Z](?![a-z]))(?:\s*[:.–—-]\s*(?P<heading>.+)|\s+(?P<more>[A-Z].+))?",
    re.I,
)
RECOMMENDED = re.compile(
    r"(?:ofsted|inspection)(?:.s)? (?:recommendations?|priorities|findings)|(?:the )?recommendations?"
    r"|areas for improvement|"
    r"what needs to improve|priorities for improvement", re.I,
)  # fmt: skip
ANNOUNCED = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\s+(?:\w+\s+){{0,3}}?(?P<what>priorities|recommendations|areas)\b",
    re.I,
)
AIM, PRIORITY_HEADING, RECOMMENDATION_HEADING = "listed aim", "priority heading", "recommendation heading"
OTHER = Rule("", 1, kind=FindingKind.CONTEXT)
PRIORITIES = Rule(PRIORITY.pattern, 1, kind=FindingKind.CONTEXT)
ANSWERED = Rule("", 1, kind=FindingKind.CONTEXT)
RULES = (Rule(RECOMMENDED.pattern, 1, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT),)
LONGEST_HEADING = 400


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word.casefold()) + 1


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


class PlanBody(PaperWalker):
    """Reads the plan; tables of actions and of the appendix are set aside for their own readers.

    ``running`` are the headings of the cover, which are printed again inside the plan.
    """

    def __init__(self, running: frozenset[str]) -> None:
        super().__init__(RULES, OTHER)
        self.actions: list[ActionTable] = []
        self.appendix: list[Block] = []
        self.versions: list[Block] = []
        self._running = running
        self._announced: tuple[int, str] | None = None
        self._priority_open: str | None = None
        self._links: tuple[str, ...] = ()
        self._answered = False
        self._header: TableRow | None = None

    @property
    def recommended(self) -> Recommended:
        """The recommendations that the plan prints, as far as it was read."""
        return Recommended(self.records.recommendations)

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is furniture, or a heading of the cover that is printed again."""
        return super().passes_over(block) or (block.kind is BlockKind.HEADING and block.text in self._running)

    def take(self, block: Block) -> None:
        """Read the next block: a table, an item of one of the two lists, or what every paper has."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
        elif self._priority(block) or self._named(block) or not (block.number and self._listed(block)):
            super().take(block)

    @staticmethod
    def _priority(block: Block) -> re.Match[str] | None:
        return PRIORITY.fullmatch(block.text) if block.kind is BlockKind.HEADING else None

    def _named(self, block: Block) -> Named | None:
        """The recommendation that a heading over a table names; such a heading may end like a sentence."""
        if block.number or block.marker or len(block.text) > LONGEST_HEADING:
            return None
        named = named_by_heading(block.text)
        follows = self.following
        over = follows is not None and (follows.kind in (BlockKind.TABLE, BlockKind.HEADING) or follows.number)
        return named if named and (block.kind is BlockKind.HEADING or over) else None

    def opening(self, block: Block) -> Opening | None:
        """The heading of a priority or of a recommendation, or any other that is no date."""
        if priority := self._priority(block):
            return Opening(PRIORITIES, block.text, anchor=f"priority-{priority['number']}")
        if named := self._named(block):
            return self._answering(block.text, named)
        if block.kind is not BlockKind.HEADING or self._is_date(block):
            return None
        level = 1 if block.number or APPENDIX.fullmatch(block.text) or not self.records.section else 2
        return self.section(block.text, level, f"s{block.number}" if block.number else None)

    def _answering(self, heading: str, named: Named) -> Opening:
        number = named.numbers[0] if named.numbers else ""
        level = 2 if self._priority_open else 1
        return Opening(ANSWERED, heading, level=level, anchor=f"recommendation-{number}" if number else None)

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; the heading of a priority that is open or was is only printed again."""
        if opening.rule is ANSWERED:
            self._open_answered(opening, block)
        elif opening.rule is not PRIORITIES:
            self._announced = None
            self._links = () if self._answered else self._links
            super().open(opening, block)
        else:
            self._open_priority(opening, block)

    def _open_priority(self, opening: Opening, block: Block) -> None:
        number = (opening.anchor or "").removeprefix("priority-")
        self._priority_open, self._links, self._answered = number, (), False
        if not any(opened.ref == number for opened in self.records.numbers.of(PRIORITY_HEADING)):
            super().open(opening, block)
            self.records.numbers.count(number, block.place, opening.anchor, PRIORITY_HEADING)

    def _open_answered(self, opening: Opening, block: Block) -> None:
        """Open the section of a recommendation; its words are one, unless the plan has listed it before."""
        named = named_by_heading(opening.heading) or Named()
        again = self.records.section is not None and self.records.section.heading == opening.heading
        if not again:
            super().open(opening, block)
        self._links, self._answered = self._recommend(named, block), False

    def _recommend(self, named: Named, block: Block) -> tuple[str, ...]:
        """The links to what a heading or a cell names; a recommendation that is printed for the first time is filed."""
        known = self.recommended
        if named.numbers and (not named.words or named.numbers[0] in known.numbers):
            return named.numbers
        if link := None if named.numbers else known.link_of(named.words):
            return (link,)
        if not named.numbers and not is_recommendation(named.words):
            return ()
        number = named.numbers[0] if named.numbers else None
        words = replace(block, kind=BlockKind.PARAGRAPH, text=named.words, number=number, rows=())
        filed = self.records.recommendation(words, what=RECOMMENDATION_HEADING)
        return (filed.ref or filed.anchor,)

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
        if self.actions and section and section.anchor == self.actions[-1].section and self._is_between(block):
            message = "Words stand between the rows of actions and belong to no row; a row may be torn."
            self.records.doubt(NoticeCode.WORDS_OUTSIDE_TABLE, message, block)
        if match := ANNOUNCED.search(block.text) if block.text.endswith(":") else None:
            self._announced = (_count(match["count"]), match["what"].casefold())
        if block.kind is BlockKind.ITEM and self.records.announced:
            self.records.extend_finding(block)
        else:
            super().text(block)

    def _is_between(self, block: Block) -> bool:
        """Tell whether a block follows a table of the priority that is open."""
        section = self.records.section
        return section is not None and section.anchor.startswith("priority-")

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
        """Tell whether a table without a header has the columns of the table of actions right above or below it."""
        before = self.blocks[self.at - 1] if self.at else None
        above = before is not None and bool(before.rows) and bool(self.actions) and self._header is not None
        width = max(len(row.cells) for row in block.rows)
        if above and self._header is not None and width == len(self._header.cells):
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

    def _without_header(self, block: Block) -> None:
        """Doubt a table that could be one of actions, if its columns had headings."""
        wide = max(len(row.cells) for row in block.rows)
        if wide > 2 and sum(bool(re.match(r"\s*\d{1,2}(?:\.\d{1,2})?\b", row.texts[0])) for row in block.rows) > 1:
            message = "A table with numbered rows has no header that is known; its rows were not read as actions."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block, level=NoticeLevel.ERROR)

    def _split_rows(self, block: Block) -> None:
        """Part the rows that open a priority or a recommendation from those of its actions.

        A PDF may rule them as one table.
        """
        rows: list[TableRow] = []
        headed = False
        for row in block.rows:
            words = [text for text in row.texts if text]
            cell = spanned(row)
            goes_on = headed and words == [row.texts[0]]
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
            elif not rows and len(words) <= 2 and not action_header(row) and (cell or len(row.cells) <= 4):
                self._row(row, words)
            else:
                self._header = row if action_header(row) else self._header
                rows.append(row)
        self._set_aside(block, rows)

    def _set_aside(self, block: Block, rows: list[TableRow]) -> None:
        """Keep rows for the reader of actions, and file the recommendations that they print."""
        if not [row for row in rows if row is not self._header]:
            return
        section = self.records.section.anchor if self.records.section else None
        table = Block(BlockKind.TABLE, block.text, block.orig, rows[0].place, rows=tuple(rows))
        header = header_in(table) or (action_header(self._header) if self._header else None)
        at = header.index("recommendation") if header and "recommendation" in header else None
        for row in rows:
            if at is not None and at < len(row.cells) and not action_header(row):
                cell = row.cells[at]
                for named in named_in(cell.paragraphs):
                    if named.words:
                        self._recommend(named, _as_block(replace(row, place=cell.place), named.words))
        self.actions.append(ActionTable(table, section, self._priority_open, self._links))
        self._answered = True

    def _row(self, row: TableRow, words: list[str]) -> None:
        if words:
            self.context(_as_block(row, " ".join(dict.fromkeys(words))))

    def check_lists(self, place: Block) -> None:
        """Compare the numbers of recommendations and priorities with what the text announces."""
        for what in ("recommendation", AIM, PRIORITY_HEADING):
            self.records.notices += self.records.numbers.check(what)
        numbered = self.records.numbers.of("recommendation") or self.records.numbers.of(RECOMMENDATION_HEADING)
        listed = any((known := self.outline.of(s.heading)) and known.rule in RULES for s in self.records.sections)
        if not numbered and listed:
            message = "No recommendation with a number was found. Compare with the plan."
            self.records.doubt(NoticeCode.LIST_MISSING, message, place)
        aims, opened = len(self.records.numbers.of(AIM)), len(self.records.numbers.of(PRIORITY_HEADING))
        if aims and not opened:
            message = "No priority heading with a number was found. Compare with the plan."
            self.records.doubt(NoticeCode.LIST_MISSING, message, place)
        if aims and opened and aims != opened:
            message = f"The plan lists {aims} priorities and opens {opened}. Compare with the plan."
            self.records.doubt(NoticeCode.ANNOUNCED_COUNT, message, place)


def _heading_of(row: TableRow, cell: TableCell | None) -> Opening | None:
    """The opening of a priority or a recommendation that a row is: in its first cell, or over all its columns."""
    if match := PRIORITY.match(row.texts[0]) if PRIORITY.fullmatch(row.texts[0]) else None:
        alone = len([text for text in row.texts if text]) <= 2
        return Opening(PRIORITIES, match.group(), anchor=f"priority-{match['number']}") if alone or cell else None
    named = named_by_heading(cell.text) if cell and len(cell.text) <= LONGEST_HEADING else None
    if cell is None or named is None:
        return None
    number = named.numbers[0] if named.numbers else None
    return Opening(ANSWERED, cell.text, level=1, anchor=f"recommendation-{number}" if number else None)


def _as_block(row: TableRow, text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, re.sub(r"[\x00-\x1f\uf0b7\uf0a7•]\s*", "", text), "\t".join(row.texts), row.place)
