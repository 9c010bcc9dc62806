"""Inspections of one part of children's services that end with a record of main findings, of 2012 and 2013.

Order of decision: each heading of the form's rules opens a section; a line "Grade 4 (Inadequate)" or "Inadequate" under
it repeats its grade; the areas for improvement are bullets under time bands; every other paragraph is numbered, in one
sequence. The record of main findings on the last page is the table of judgements, and the lines under the headings are
compared with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.graded.combined import GRADE_BEHIND, USUAL_BANDS, ScaledBody, is_combined, record_start
from ingest.profiles.protocol import Part
from ingest.structure.body import Body
from ingest.structure.cover import DATES, labelled
from ingest.structure.grade_claims import row_claims, unknown_rows
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.outline import Outline, Role, Rule, rejoin_headings
from ingest.structure.timescales import check_bands, other_times, timescale_rules
from ingest.wording.domains import Wording, expected
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

COVER_LENGTH = 8
TITLE_LENGTH = 120
RECORD = re.compile(r"[ .:]*record\s+of\s+main\s+findings[ .:]*", re.I)


def rules_for(domains: Sequence[Wording]) -> tuple[Rule, ...]:
    """The headings of a report that judges these domains."""
    return (
        Rule(r"contents", 1, Role.BOILERPLATE),
        Rule(r"about\s+this\s+inspection|service\s+information", 1, kind=FindingKind.CONTEXT),
        Rule(r"the\s+inspection\s+judge?ments\s+and\s+what\s+they\s+mean", 1, kind=FindingKind.CONTEXT),
        *(Rule(f"{wording.pattern}{GRADE_BEHIND}", 1, domain=wording.domain) for wording in domains),
        Rule(r"areas?\s+for\s+improvement", 1, kind=FindingKind.CONTEXT),
        *timescale_rules(2),
    )


@dataclass(frozen=True, slots=True)
class RecordedForm:
    """One kind of such inspections; ``kind`` is the framework too, ``title`` matches the beginning of its title.

    ``explains`` tells that the tables of its introduction, which explain the scale in words alone, are kept as context.
    """

    name: str
    kind: ReportKind
    title: re.Pattern[str]
    domains: tuple[Wording, ...]
    explains: bool = False


def _is_record_heading(block: Block) -> bool:
    return RECORD.fullmatch(block.text) is not None


class RecordedReport:
    """The profile of one form of such inspections."""

    family = families.EARLY_GRADED

    def __init__(self, form: RecordedForm) -> None:
        self.form = form
        self.name = form.name
        self.kind = form.kind
        self._rules = rules_for(form.domains)

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A report opens with its title and, close behind, its dates."""
        block = blocks[index]
        return (
            block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
            and self._is_title(block)
            and labelled(blocks[index : index + COVER_LENGTH], DATES) is not None
        )

    def _is_title(self, block: Block) -> bool:
        return len(block.text) < TITLE_LENGTH and self.form.title.match(block.text) is not None

    def score(self, part: Part) -> float:
        """Tell by title, dates, the headings of the domains and the record of main findings; the title must be there.

        Combined inspections of safeguarding and looked after children, the framework before, are declined.
        """
        blocks = part.blocks
        cover = blocks[:COVER_LENGTH]
        if not any(map(self._is_title, cover)) or is_combined(blocks):
            return 0
        outline = Outline(self._rules)
        domains = {o.rule.domain for block in blocks if (o := outline.opening(block)) and o.rule.domain}
        hints = (
            labelled(cover, DATES) is not None,
            len(domains) > 2,
            any(map(_is_record_heading, blocks)),
        )
        return (1 + sum(hints)) / 4 if any(hints) else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        blocks = rejoin_headings(part.blocks, self._rules)
        outline = Outline(self._rules)
        end = next((i for i, block in enumerate(blocks) if i and outline.opening(block)), len(blocks))
        record = record_start(blocks, _is_record_heading)
        cover = blocks[:end]
        reading = ScaledBody if self.form.explains else Body
        body = reading(Outline(self._rules)).read(blocks[end:record])
        claims = [*row_claims(blocks[record:], self.form.domains), *body.claims]
        body.records.notices += unknown_rows(blocks[record:], self.form.domains)
        if record == len(blocks):
            message = "The record of main findings with which these reports end was not found: the end may be cut off."
            body.records.doubt(NoticeCode.ENDING_MISSING, message, blocks[-1], level=NoticeLevel.ERROR)
        body.records.notices += other_times(body.records.sections)
        body.records.notices += check_bands(body.records.timescales, USUAL_BANDS, blocks[0].place)
        title = next((block.text for block in cover if self.form.title.match(block.text)), "")
        names = [block.text for block in cover[:4]]
        return graded_report(self, blocks, Found(title, names, cover, body, claims), Expected(expected(self.kind)))
