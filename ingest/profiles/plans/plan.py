"""Improvement plans and action plans that answer an inspection.

In this order: cover and contents; prose, section by section, as context; the list of the inspection's recommendations;
the list of the plan's own priorities; the table that opens each priority; the tables of actions, whose columns differ
from priority to priority and are mapped by their headings; the appendix that lists the actions again, as a check.
``published`` is the day of the last version in the plan's table of versions.
"""

import re
from datetime import date

from ingest.blocks import Block, BlockKind
from ingest.drafts import PartialDate, ReportDraft
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.appendix import compare, read_appendix
from ingest.profiles.plans.body import APPENDIX, PlanBody, is_versions
from ingest.profiles.plans.columns import action_header, header_in
from ingest.profiles.protocol import Part
from ingest.structure.paper_report import paper_report, prose
from ingest.structure.restore import restore_numbers
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

TITLE = re.compile(
    r"(?:[\w’',&()\- ]{0,120}\b)?(?:improvement|action"
    r"|delivery)\b[\w’' ]{0,30}\bplan\b(?:\s*[-–]?\s*\w*\s*\d{4}.{0,20})?",
    re.I,
)
COVER = re.compile(r"cover page|contents|version control|document control|introduction|foreword", re.I)
DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
COVER_LENGTH = 12
LONGEST_TITLE = 200
FAR = 80


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
        cover = covered or any(COVER.fullmatch(b.text) or is_versions(b) for b in after)
        return cover and any(b.rows and header_in(b) for b in blocks[index : index + FAR])

    def score(self, part: Part) -> float:
        """Certain with its cover; likely when the part has a table of actions with their leads and dates."""
        blocks = part.blocks
        if any(self.opens(blocks, i) for i in range(min(COVER_LENGTH, len(blocks)))):
            return 0.9
        headers = [set(action_header(row) or ()) for block in blocks for row in block.rows]
        return 0.42 if any({"action", "lead", "due"} <= header for header in headers) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read recommendations, priorities and actions, and check the links against the appendix."""
        blocks = prose(part.blocks)
        start = next((i for i, b in enumerate(blocks[:COVER_LENGTH]) if TITLE.fullmatch(b.text)), 0)
        restored, notices = restore_numbers(blocks[start + 1 :])
        body = PlanBody(frozenset(b.text for b in blocks[: start + 1])).read(restored)
        body.check_lists(blocks[0])
        appendix = read_appendix(body.appendix)
        actions, doubts = read_actions(body.actions, body.recommended, appendix.links)
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
