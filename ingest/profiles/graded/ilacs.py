"""ILACS: the inspection of local authority children's services, 2018 to today.

Order of decision: the table of judgements on the first page grades four domains (inspections begun before 2023) or
five, the last of which, overall effectiveness, is no longer judged since April 2026; the paragraphs under it are the
summary; "What needs to improve" holds the recommendations, unnumbered; then each domain has a section with its grade in
the heading and its share of the one numbered sequence. The text that Ofsted closes every report with is left out.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.body import Body
from ingest.structure.cover import DATES, cover_prose, labelled
from ingest.structure.grade_claims import row_claims, unknown_rows
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.outline import Outline, Role, Rule, rejoin_headings
from ingest.structure.section_headings import SectionNames
from ingest.structure.titles import broken_title, with_whole_title
from ingest.wording.dates import find_range
from ingest.wording.domains import (
    CARE,
    CARE_AND_LEAVERS,
    HELP,
    ILACS,
    ILACS_PARTS,
    LEADERS,
    LEADERSHIP,
    LEAVERS,
    OVERALL,
    expected,
)
from ingest.wording.grades import REQUIRES_IMPROVEMENT
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

NAME = "ilacs/1"
TITLE = re.compile(
    r"\binspection\s+of\s+(?!.{0,60}\b(?:looked\s+after|safeguarding|progress|need\s+of)\b)"
    r"(?:.{0,80}?\s)??"
    r"children['\u2018\u2019]?s['\u2019]?\s+(?:social\s+care\s+)?services",
    re.I | re.S,
)
TITLE_LENGTH = 160
COVER_LENGTH = 14
FIRST_YEAR_OF_FIVE = "2023"
# Ofsted announced on 27 November 2025 that inspections give no overall judgement from this month on. The four others
# keep their order and names, as those who tabulate the reports published since July 2026 found
# (github.com/JT-39/ofsted-ilacs-scrape-tool).
FIRST_MONTH_WITHOUT_OVERALL = "2026-04"

_GRADE = (
    r"\W*(?:(?:is|are)\b\W*)?(?:grade\s*\d\W*)?"
    rf"(?P<rest>(?:{REQUIRES_IMPROVEMENT}|outstanding|inadequate|good|not\s+judged)?)[*\s]*(?:[(-]?\s*(?:grade\s*)?\d\)?)?"
)
_SURE_GRADE = _GRADE.replace("not\\s+judged)?)", "not\\s+judged))")
_ANY_GRADE = r"\s*[:-]\s*(?P<rest>[^.:]{1,40})"
LISTS = (
    Rule(r"what\s+needs\s+to\s+improve\b.{0,60}", 1, Role.RECOMMENDATIONS),
    Rule(r"areas?\s+for\s+(?:immediate\s+)?priority\s+actions?", 1, Role.RECOMMENDATIONS),
)
RULES = (
    *LISTS,
    *(Rule(f"{w.pattern}{_GRADE}", 1, domain=w.domain) for w in ILACS if w.domain != OVERALL and not w.graded),
    *(Rule(f"{w.pattern}{_SURE_GRADE}", 1, domain=w.domain) for w in ILACS if w.graded),
    *(Rule(f"{w.pattern}{_ANY_GRADE}", 1, domain=w.domain) for w in ILACS if w.domain != OVERALL),
)
NAMES = SectionNames(
    (*ILACS_PARTS, (LEADERS, LEADERSHIP)),
    {wording: domain for domain, wording in expected("ilacs").items() if domain != OVERALL}
    | {"children in care": CARE, "care leavers": LEAVERS, "children in care and care leavers": CARE_AND_LEAVERS}
    | {"help and protection": HELP, "children who need help and protection": HELP},
    all_known=True,
)
FOUR = (LEADERSHIP, HELP, CARE_AND_LEAVERS, OVERALL)
FIVE = (LEADERSHIP, HELP, CARE, LEAVERS, OVERALL)


def _improve(blocks: Sequence[Block]) -> int | None:
    lists = Outline(LISTS)
    return next((i for i, block in enumerate(blocks) if lists.opening(block)), None)


def _cover_end(blocks: Sequence[Block]) -> int:
    """Where the judgements and the summary end: at the recommendations, else behind the last row of the table."""
    if (improve := _improve(blocks)) is not None:
        return improve
    tables = [i for i, block in enumerate(blocks) if block.kind is BlockKind.TABLE and row_claims([block], ILACS)]
    outline = Outline(RULES)
    after = tables[0] + 1 if tables else COVER_LENGTH
    return next((i for i in range(min(after, len(blocks)), len(blocks)) if outline.opening(blocks[i])), len(blocks))


def _is_title(block: Block) -> bool:
    return len(block.text) < TITLE_LENGTH and bool(TITLE.search(block.text))


def _summary(cover: Sequence[Block]) -> list[Block]:
    return [block for block in cover_prose(cover) if not _is_title(block) and not row_claims([block], ILACS)]


def _no_overall(cover: Sequence[Block]) -> NoticeDraft | None:
    """That the framework gave no overall judgement when this inspection began.

    None where it did, or the day is not known.
    """
    dates = labelled(cover, DATES)
    started = find_range(dates.value)[0] if dates else None
    if dates is None or started is None or started.iso < FIRST_MONTH_WITHOUT_OVERALL:
        return None
    message = "The table has no overall judgement; the framework gives none since April 2026."
    return NoticeDraft(NoticeLevel.INFO, NoticeCode.NO_OVERALL_JUDGEMENT, message, dates.place.page, dates.place.line)


class Ilacs:
    """The profile of ILACS reports."""

    name = NAME
    kind = ReportKind.ILACS
    family = families.GRADED

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A report opens with its title, its dates and the table of judgements close behind.

        A paper may speak of it in front of it.
        """
        block = blocks[index]
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or "inspection" not in block.text.casefold():
            return False
        broken = broken_title(blocks, index, TITLE, TITLE_LENGTH)
        block = broken[0] if broken else block
        if not _is_title(block):
            return False
        near = blocks[index : index + COVER_LENGTH]
        dated = next((i for i, b in enumerate(near) if labelled([b], DATES)), 0)
        return (
            not ends_like_a_sentence(block.text)
            and dated > 0
            and not any(_is_title(between) for between in near[1:dated])
            and bool(row_claims(near, ILACS))
        )

    def score(self, part: Part) -> float:
        """Tell by title, dates, table, recommendations and sections; the title or three of the others must be there."""
        cover = with_whole_title(part.blocks, TITLE, TITLE_LENGTH, COVER_LENGTH)[:COVER_LENGTH]
        title = any(_is_title(block) for block in cover)
        hints = [labelled(cover, DATES) is not None, bool(row_claims(cover, ILACS))]
        least = 2 if title else 4
        if sum(hints) < least - 3:  # the whole report is searched only where its sections can decide
            return 0
        outline = Outline(RULES)
        openings = [opening for block in part.blocks if (opening := outline.opening(block))]
        hints += (
            any(opening.rule.role is Role.RECOMMENDATIONS for opening in openings),
            any(opening.rule.domain == LEADERSHIP for opening in openings),
            any(opening.rule.domain == HELP for opening in openings),
        )
        return (2 * title + sum(hints)) / 7 if sum(hints) >= least else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        blocks = rejoin_headings(with_whole_title(part.blocks, TITLE, TITLE_LENGTH, COVER_LENGTH), RULES)
        end = _cover_end(blocks)
        cover = blocks[:end]
        summary = _summary(cover)
        body = Body(Outline(RULES), names=NAMES).read_cover(summary).read(blocks[end:])
        title = next((block.text for block in cover if _is_title(block)), "")
        claims = [*row_claims([block for block in cover if block not in summary], ILACS), *body.claims]
        claimed = {claim.domain for claim in claims}
        wordings = expected(self.kind)
        judged = {domain: wordings[domain] for domain in self._expected(cover, claimed)}
        if OVERALL not in claimed and (notice := _no_overall(cover)):
            del judged[OVERALL]
            body.records.notices.append(notice)
        body.records.notices += unknown_rows(cover, ILACS)
        facts = Expected(judged, closing=True, sectionless=frozenset({OVERALL}), dated=False)
        found = Found(title, [title, *(block.text for block in cover[:3])], cover, body, claims)
        return graded_report(self, blocks, found, facts)

    def _expected(self, cover: Sequence[Block], claimed: set[str]) -> tuple[str, ...]:
        if CARE_AND_LEAVERS in claimed or {CARE, LEAVERS} & claimed:
            return FOUR if CARE_AND_LEAVERS in claimed else FIVE
        dates = labelled(cover, DATES)
        return FIVE if dates and max(re.findall(r"\d{4}", dates.value), default="") >= FIRST_YEAR_OF_FIVE else FOUR
