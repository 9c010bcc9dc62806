"""The headings and lists of an improvement plan.

The two lists in front of the tables, the headings of its priorities and recommendations, and what it prints as
recommendations. A heading that names a priority or a recommendation speaks for the tables under it, up to the next of
its kind; under another heading, behind such a table, no recommendation is named any more.
"""

import re
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.profiles.plans.columns import header_in
from ingest.profiles.plans.links import Named, Recommended, is_recommendation, named_by_heading
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_walker import PaperWalker
from ingest.wording.dates import find_date
from ingest.wording.number_words import NUMBER_WORDS
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

APPENDIX = re.compile(r"(?:appendix|annex|enclosure)\s+\w{1,3}", re.I)
PRIORITY = re.compile(
    r"(?:improvement\s+|key\s+|strategic\s+|our\s+)?(?P<word>priority|theme|objective|workstream|work\s+stream)"
    r"\s+(?:area\s+)?"
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
RECOMMENDS = re.compile(r"\brecommend|\bareas? (?:for|of|requiring) improvement\b|\bneeds? to improve\b", re.I)
WORDED = re.compile(r"The (?:\w+[ ,]+){1,4}(?:of|with|for|to|in|between|given|that)\b")
GROUPS = re.compile(r"\b(?:priorit(?:y|ies)|themes?|work ?streams?|objectives?|pillars?|outcomes)\b", re.I)
FURTHEST_TABLE = 8
"""Blocks below a heading in which its table stands."""


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word.casefold()) + 1


def opening_of(priority: re.Match[str]) -> Opening:
    """The opening of a priority, named by its word and number: "priority-1", "theme-a"."""
    word = "-".join(priority["word"].casefold().split())
    return Opening(PRIORITIES, priority.group(), anchor=f"{word}-{priority['number']}")


class PlanHeadings(PaperWalker):
    """Reads headings and lists; ``answered`` tells that a table stands under the heading that is open."""

    def __init__(self) -> None:
        super().__init__(RULES, OTHER)
        self.priority: str | None = None
        self.links: tuple[str, ...] = ()
        self.answered = False
        self._announced: tuple[int, str] | None = None
        self._recommends = self._groups = False
        self._opened: set[str] = set()

    @property
    def recommended(self) -> Recommended:
        """The recommendations that the plan prints, as far as it was read."""
        return Recommended(self.records.recommendations)

    def heads(self, block: Block) -> bool:
        """Tell whether a block is the heading of what the tables under it answer."""
        return bool(self._names_priority(block) or self._named(block) or self._heads_table(block))

    def _heads_table(self, block: Block) -> bool:
        """Tell whether a heading with a number stands over a table of actions, with prose between them at most."""
        if block.kind is not BlockKind.HEADING or not (block.number or "").isdigit():
            return False
        below = self.blocks[self.at + 1 : self.at + 1 + FURTHEST_TABLE]
        first = next((other for other in below if other.rows or other.kind is BlockKind.HEADING), None)
        return first is not None and header_in(first) is not None

    @staticmethod
    def _names_priority(block: Block) -> re.Match[str] | None:
        return PRIORITY.fullmatch(block.text) if block.kind is BlockKind.HEADING else None

    def _named(self, block: Block) -> Named | None:
        """The recommendation that a heading over a table names; such a heading may end like a sentence."""
        if block.number or block.marker or len(block.text) > LONGEST_HEADING:
            return None
        named = named_by_heading(block.text)
        follows = self.following
        over = follows is None or follows.kind in (BlockKind.TABLE, BlockKind.HEADING) or follows.number
        before = self.blocks[self.at - 1] if self.at else None
        listed = any(beside is not None and named_by_heading(beside.text) is not None for beside in (before, follows))
        return named if named and (block.kind is BlockKind.HEADING or over or listed) else None

    def opening(self, block: Block) -> Opening | None:
        """The heading of a priority or of a recommendation, or any other that is no date."""
        if priority := self._names_priority(block):
            return opening_of(priority)
        if named := self._named(block):
            return self._answering(block.text, named)
        if self._heads_table(block) and (self._recommends or self._is_worded(block)):
            return self._answering(block.text, Named((block.number or "",), block.text))
        if block.kind is not BlockKind.HEADING or self._is_date(block):
            return None
        level = 1 if block.number or APPENDIX.fullmatch(block.text) or not self.records.section else 2
        return self.section(block.text, level, f"s{block.number}" if block.number else None)

    def _is_worded(self, block: Block) -> bool:
        """Tell whether headings with numbers over the tables of a plan are all worded as inspectors recommend.

        "The quality of plans": so inspectors name what must improve. A plan that speaks of priorities or themes numbers
        these.
        """
        if self._groups or not WORDED.match(block.text):
            return False
        headings = [
            other for other in self.blocks if other.kind is BlockKind.HEADING and (other.number or "").isdigit()
        ]
        return len(headings) > 1 and all(WORDED.match(other.text) for other in headings)

    def _answering(self, heading: str, named: Named) -> Opening:
        number = named.numbers[0] if named.numbers else ""
        level = 2 if self.priority else 1
        return Opening(ANSWERED, heading, level=level, anchor=f"recommendation-{number}" if number else None)

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; the heading of a priority that is open or was is only printed again."""
        if opening.rule is ANSWERED:
            self._open_answered(opening, block)
        elif opening.rule is not PRIORITIES:
            self._open_other(opening, block)
        else:
            self._open_priority(opening, block)

    def _open_other(self, opening: Opening, block: Block) -> None:
        """Open any other section; its words may be those of a recommendation, its number that of a priority."""
        self._announced = None
        link = self.recommended.link_of(opening.heading)
        self.links = (link,) if link else () if self.answered else self.links
        if self._heads_table(block):
            self.priority = block.number
        super().open(opening, block)

    def _open_priority(self, opening: Opening, block: Block) -> None:
        name, _, number = (opening.anchor or "").rpartition("-")
        self.priority, self.links, self.answered = number, (), False
        if opening.anchor in self._opened:
            return
        self._opened.add(opening.anchor or "")
        super().open(opening, block)
        if name == "priority" and number.isdigit():
            self.records.numbers.count(number, block.place, opening.anchor, PRIORITY_HEADING)

    def _open_answered(self, opening: Opening, block: Block) -> None:
        """Open the section of a recommendation; its words are one, unless the plan has listed it before."""
        numbered = Named((block.number,), opening.heading) if block.number else Named()
        named = named_by_heading(opening.heading) or numbered
        again = self.records.section is not None and self.records.section.heading == opening.heading
        if not again:
            super().open(opening, block)
        self.links, self.answered = self.print_recommendation(named, block), False

    def print_recommendation(self, named: Named, block: Block) -> tuple[str, ...]:
        """The links to what a heading or a cell names; a recommendation that is printed for the first time is filed."""
        known = self.recommended
        if named.numbers and (not named.words or len(named.numbers) > 1 or named.numbers[0] in known.numbers):
            return named.numbers
        if link := None if named.numbers else known.link_of(named.words):
            return (link,)
        if not named.numbers and not is_recommendation(named.words):
            return ()
        if (link := known.link_of(named.words)) and link not in known.numbers:
            return (link,)  # printed before, without its number
        number = named.numbers[0] if named.numbers else None
        words = replace(block, kind=BlockKind.PARAGRAPH, text=named.words, number=number, rows=())
        filed = self.records.recommendation(words, what=RECOMMENDATION_HEADING)
        return (filed.ref or filed.anchor,)

    @staticmethod
    def _is_date(block: Block) -> bool:
        found = find_date(block.text)
        return found is not None and found.printed == block.text.strip()

    def lists(self, block: Block) -> bool:
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

    def find(self, block: Block) -> None:
        """File prose as context."""
        self.context(block)

    def recommend(self, block: Block) -> None:
        """File a bullet among the recommendations; what is no bullet is context."""
        if block.kind is BlockKind.ITEM and not block.number:
            self.records.recommendation(block)
        else:
            self.context(block)

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

    def heard(self, block: Block) -> None:
        """Remember what a block speaks of: recommendations, or a list that it announces."""
        self._recommends = self._recommends or bool(RECOMMENDS.search(block.text))
        self._groups = self._groups or bool(not block.rows and GROUPS.search(block.text))
        if match := ANNOUNCED.search(block.text) if block.text.endswith(":") and not block.rows else None:
            self._announced = (_count(match["count"]), match["what"].casefold())
