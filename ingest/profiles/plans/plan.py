"""Improvement plans and action plans that answer an inspection.

In this order: cover and contents; prose, section by section, as context; the list of the inspection's recommendations;
the list of the plan's own priorities; the table that opens each priority; the tables of actions, whose columns differ
from priority to priority and are mapped by their headings; actions that stand as points or cards, which are read as
tables; the appendix that lists the actions again, as a check. ``published`` is the day of the last version in the
plan's table of versions, else the day that the cover gives as its own.
"""

import re
from dataclasses import replace
from datetime import date
from itertools import takewhile

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate, ReportDraft
from ingest.profiles import families
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.appendix import compare, read_appendix
from ingest.profiles.plans.body import PlanBody, is_versions
from ingest.profiles.plans.columns import header_in, rows_above
from ingest.profiles.plans.header_rows import fold_headers
from ingest.profiles.plans.headings import APPENDIX
from ingest.profiles.plans.points import as_tables, lone_point
from ingest.profiles.plans.turned_tables import turn_tables
from ingest.profiles.protocol import Part
from ingest.structure.council_paper import LABELLED, is_labelled_cover
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.restore import restore_numbers
from ingest.wording.closings import VALEDICTION
from ingest.wording.dates import find_date, write_out
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.other_papers import evaluates_itself
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:[^.;]{0,140}?\b)?(?:(?:improvement|action|delivery|recovery|transformation)\b[\w’' ]{0,30}\bplan\b"
    r"|\d{1,2}[- ]point(?: \w+){0,2} plan\b|written statements? of action\b)[^.;]{0,140}",
    re.I,
)
COVER = re.compile(r"cover page|contents|version control|document control|introduction|foreword", re.I)
DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
DATED = re.compile(
    r"\b(?:as at|as of|version|updated?|last updated|published|date(?:d)?|issued|revised|approved|v\d|draft)\b", re.I
)
OF_AN_EVENT = re.compile(r"\b(?:inspect\w*|visit\w*|ofsted.s report|judged)\b", re.I)
COVER_LENGTH = 12
LONGEST_TITLE = 200
LONGEST_DATED = 80
FAR, NEAR = 80, 12
SIGNATURE_LENGTH = 10
SHORT_TITLE = 3
"""Words; a shorter title may be the name of a sheet over the title itself."""
WITHOUT_TITLE = "Plan without title"


def _dated(versions: list[Block], blocks: tuple[Block, ...]) -> PartialDate | None:
    """The day of the last version, else the first that the cover gives behind a word for it, or alone on a line."""
    days = []
    for match in (m for table in versions for m in DAY.finditer(table.text)):
        try:
            days.append(PartialDate(date(int(match[3]), int(match[2]), int(match[1])).isoformat(), match.group()))
        except ValueError:
            continue
    if days:
        return max(days, key=lambda day: day.iso)
    lines = [line for b in blocks[:COVER_LENGTH] if not b.rows for line in [b.text] if len(line) < LONGEST_DATED]
    return next((day for line in lines if (day := _day_of(line))), None)


def _day_of(line: str) -> PartialDate | None:
    """The date of a line of the cover: of a month at least in a title, and no day of an inspection."""
    found = find_date(line if find_date(line) else write_out(line))
    if found is None or OF_AN_EVENT.search(line):
        return None
    alone = len(line) <= len(found.printed) + 4
    if alone or DATED.search(line):
        return found
    return found if TITLE.fullmatch(line) and len(found.iso) > len("2024") else None


class Plan:
    """The profile of improvement plans."""

    name = "plan/1"
    kind = ReportKind.IMPROVEMENT_PLAN
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The title of a plan, for the first time, over a table of actions, or such a table bound behind a letter."""
        block = blocks[index]
        if block.rows:
            return header_in(block) is not None and _is_bound(blocks, index)
        if (
            block.kind is not BlockKind.HEADING
            or block.number
            or len(block.text) > LONGEST_TITLE
            or not TITLE.fullmatch(block.text)
            or LABELLED.match(block.text)
        ):
            return False
        if any(other.text == block.text for other in blocks[:index]) or is_labelled_cover(blocks[:index]):
            return False
        if _titled_above(blocks, index):
            return False
        return self._covered(blocks, index) and not _goes_on_behind(blocks, index)

    @staticmethod
    def _covered(blocks: tuple[Block, ...], index: int) -> bool:
        """Tell whether a title stands on what looks like a cover, or right over the table of actions."""
        before = prose(blocks[:index])[-1:]
        after = prose(blocks[index + 1 : index + 6])
        covered = not before or bool(APPENDIX.fullmatch(before[0].text)) or index < COVER_LENGTH // 2
        cover = covered or any(COVER.fullmatch(b.text) or is_versions(b) for b in after)
        # Points are only looked for where the title stands, so that no other report is searched for them.
        tables = blocks[index + 1 : index + (FAR if cover else NEAR)]
        return any(b.rows and header_in(b) for b in (as_tables(tables) if cover else tables))

    def score(self, part: Part) -> float:
        """Certain with its cover; likely when the part has a table of actions with their leads and dates.

        A title over tables with numbered rows is a plan too, though their header is lost.
        """
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.9
        if evaluates_itself(blocks):
            return 0.0
        headers = [set(header_in(block) or ()) for block in blocks if block.rows]
        if any({"action", "lead", "due"} <= header for header in headers):
            return 0.42
        titled = any(b.kind is BlockKind.HEADING and TITLE.fullmatch(b.text) for b in blocks[:COVER_LENGTH])
        return 0.41 if titled and any(b.rows and PlanBody.numbers_rows(b) for b in blocks) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read recommendations, priorities and actions, and check the links against the appendix."""
        blocks = _with_title_above_table(prose(part.blocks))
        lines = [i for i, b in enumerate(blocks[:COVER_LENGTH]) if not b.rows and len(b.text) <= LONGEST_TITLE]
        titles = [i for i in lines if TITLE.fullmatch(blocks[i].text)]
        start = next((i for i in titles if len(blocks[i].text.split()) > SHORT_TITLE), next(iter(titles), None))
        first = (
            start if start is not None else next((i for i in lines if not ends_like_a_sentence(blocks[i].text)), None)
        )
        title = blocks[first].text if first is not None else WITHOUT_TITLE
        below = blocks[(start + 1 if start is not None else 0) :]
        restored, notices = restore_numbers(as_tables(fold_headers(turn_tables(below))))
        body = PlanBody(frozenset(b.text for b in blocks[: (start or 0) + 1])).read(restored)
        body.check_lists(blocks[0])
        appendix = read_appendix(body.appendix)
        actions, doubts = read_actions(body.actions, body.recommended, appendix.links)
        published = _dated(body.versions, blocks)
        if first is None:
            body.records.doubt(NoticeCode.COVER_INCOMPLETE, "The title of the plan was not found.", blocks[0])
        if published is None:
            body.records.doubt(
                NoticeCode.PUBLICATION_DATE_MISSING, "The plan's date or version was not found.", blocks[0]
            )
        if lone := lone_point(restored):
            words = " ".join(lone.text.split())[:60]
            message = f"“{words}” has the labels of an action and stands alone; it was not read as one."
            body.records.doubt(NoticeCode.TABLE_NOT_READ, message, lone, level=NoticeLevel.ERROR)
        if not actions:
            body.records.doubt(
                NoticeCode.ACTIONS_MISSING, "No row of a table of actions was read.", blocks[0], level=NoticeLevel.ERROR
            )
        notices = (*notices, *doubts, *compare(actions, appendix))
        return paper_report(
            self, title, part.blocks, body.records, published,
            about=" ".join(blocks[i].text for i in lines if i < COVER_LENGTH // 2),
            actions=actions, notices=notices,
        )  # fmt: skip


def _with_title_above_table(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, a title that stands in the first rows of the first table of actions as lines in front of it."""
    at = next((i for i, b in enumerate(blocks[:COVER_LENGTH]) if b.rows and header_in(b)), None)
    if at is None or any(TITLE.fullmatch(b.text) for b in blocks[:at] if not b.rows):
        return blocks
    above = [(next(filter(None, row.texts)), row.place) for row in rows_above(blocks[at])]
    titled = next((i for i, (text, _) in enumerate(above) if _is_title(text)), None)
    if titled is None:
        return blocks
    dated = takewhile(lambda line: _day_of(line[0]), above[titled + 1 :])
    lines = [Block(BlockKind.HEADING, text, text, place) for text, place in (*above[: titled + 1], *dated)]
    return (*blocks[:at], *lines, replace(blocks[at], rows=blocks[at].rows[len(lines) :]), *blocks[at + 1 :])


def _is_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and TITLE.fullmatch(text) is not None


def _titled_above(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether a title of a plan stands close above, with no actions between: this one is a part of its cover."""
    for at in range(index - 1, max(0, index - FAR) - 1, -1):
        block = blocks[at]
        label = APPENDIX.fullmatch(block.text) and not any(other.text == block.text for other in blocks[:at])
        if label or (block.rows and header_in(block)):
            return False
        if LABELLED.match(block.text):
            continue
        if block.kind is BlockKind.HEADING and len(block.text) <= LONGEST_TITLE and TITLE.fullmatch(block.text):
            return True
    return False


def _is_bound(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether a table stands behind a label such as "Appendix 2", or behind the signature of a letter.

    A label that was printed before, and a table behind others of actions, go on with what is open.
    """
    if any(b.rows and header_in(b) for b in blocks[max(0, index - FAR) : index]) or _titled_above(blocks, index):
        return False
    before = prose(blocks[max(0, index - SIGNATURE_LENGTH) : index])
    label = before[-1].text if before else ""
    labelled = bool(APPENDIX.fullmatch(label)) and sum(b.text == label for b in blocks[:index]) == 1
    return labelled or any(VALEDICTION.match(b.text) for b in before)


def _goes_on_behind(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether a paper in which a plan stands goes on with its own paragraphs behind it."""
    above = [b.number for b in blocks[:index] if b.number and re.fullmatch(r"\d{1,2}\.\d{1,2}", b.number)]
    if not above:
        return False
    section, number = (int(part) for part in above[-1].split("."))
    following = {f"{section}.{number + 1}", f"{section + 1}.1"}
    behind = blocks[index + 1 :]
    table = next((i for i, b in enumerate(behind) if b.rows and header_in(b)), len(behind))
    return any(b.number in following for b in behind[table:])
