"""The inspection of services for looked after children, 2013: its own framework, with "adequate" as the third grade.

Order of decision: each heading of ``RULES`` opens a section; a line "Grade 4 (Inadequate)" under it repeats its grade;
the areas for improvement are bullets under time bands; every other paragraph is numbered, in one sequence. The record
of main findings on the last page is the table of judgements, and the lines under the headings are compared with it.
"""

import re

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.graded.combined import USUAL_BANDS, is_combined, record_start
from ingest.profiles.protocol import Part
from ingest.structure.body import Body
from ingest.structure.cover import DATES, labelled
from ingest.structure.grade_claims import row_claims, unknown_rows
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.outline import Outline, Role, Rule, rejoin_headings
from ingest.structure.timescales import check_bands, other_times, timescale_rules
from ingest.wording.domains import LAC, expected
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

NAME = "lac/1"
FRAMEWORK = "lac"
TITLE = re.compile(
    r"inspection\s+of\s+(?:local\s+authority\s+)?(?:safeguarding\s+and\s+)?(?:services\s+for\s+)?looked\s+after\s+children(?:\s+services)?\b",
    re.I,
)
COVER_LENGTH = 8
TITLE_LENGTH = 120
RECORD = re.compile(r"[ .:]*record\s+of\s+main\s+findings[ .:]*", re.I)

RULES = (
    Rule(r"contents", 1, Role.BOILERPLATE),
    Rule(r"about\s+this\s+inspection|service\s+information", 1, kind=FindingKind.CONTEXT),
    Rule(r"the\s+inspection\s+judge?ments\s+and\s+what\s+they\s+mean", 1, kind=FindingKind.CONTEXT),
    *(Rule(wording.pattern, 1, domain=wording.domain) for wording in LAC),
    Rule(r"areas?\s+for\s+improvement", 1, kind=FindingKind.CONTEXT),
    *timescale_rules(2),
)


def _is_record_heading(block: Block) -> bool:
    return RECORD.fullmatch(block.text) is not None


class Lac:
    """The profile of inspections of services for looked after children."""

    name = NAME
    kind = ReportKind.LAC
    family = families.EARLY_GRADED

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A report opens with its title and, close behind, its dates."""
        block = blocks[index]
        return (
            block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
            and len(block.text) < TITLE_LENGTH
            and bool(TITLE.match(block.text))
            and labelled(blocks[index : index + COVER_LENGTH], DATES) is not None
        )

    def score(self, part: Part) -> float:
        """Tell by title, dates, the headings of the domains and the record of main findings; the title must be there.

        Combined inspections of safeguarding and looked after children, the framework before, are declined.
        """
        blocks = part.blocks
        cover = blocks[:COVER_LENGTH]
        if not any(TITLE.match(block.text) and len(block.text) < TITLE_LENGTH for block in cover):
            return 0
        if is_combined(blocks):
            return 0
        outline = Outline(RULES)
        domains = {o.rule.domain for block in blocks if (o := outline.opening(block)) and o.rule.domain}
        hints = (
            labelled(cover, DATES) is not None,
            len(domains) > 2,
            any(map(_is_record_heading, blocks)),
        )
        return (1 + sum(hints)) / 4 if any(hints) else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        blocks = rejoin_headings(part.blocks, RULES)
        outline = Outline(RULES)
        end = next((i for i, block in enumerate(blocks) if i and outline.opening(block)), len(blocks))
        record = record_start(blocks, _is_record_heading)
        cover = blocks[:end]
        body = Body(Outline(RULES)).read(blocks[end:record])
        claims = [*row_claims(blocks[record:], LAC), *body.claims]
        body.records.notices += unknown_rows(blocks[record:], LAC)
        if record == len(blocks):
            message = "The record of main findings with which these reports end was not found: the end may be cut off."
            body.records.doubt(NoticeCode.ENDING_MISSING, message, blocks[-1], level=NoticeLevel.ERROR)
        body.records.notices += other_times(body.records.sections)
        body.records.notices += check_bands(body.records.timescales, USUAL_BANDS, blocks[0].place)
        title = next((block.text for block in cover if TITLE.match(block.text)), "")
        names = [block.text for block in cover[:4]]
        return graded_report(self, blocks, Found(title, names, cover, body, claims), Expected(expected(FRAMEWORK)))
