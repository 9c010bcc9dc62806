"""Progress inspections after a joint area review (2009 to 2010): numbered paragraphs, a judgement in words, no grades.

Order of decision: the cover ends where the headings of ``RULES`` begin over numbered paragraphs (the list of contents
names them first); each such heading opens its section, any other heading divides the section it stands in. What follows
a number belongs to it, save the items under the priorities for further improvement, which are the recommendations.
"Limited progress" is no grade of any scale: the judgement stays a paragraph, and no judgement is made of it.
"""

import re

from ingest.blocks import Block, BlockKind
from ingest.drafts import InspectionDraft, PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.cover import check_order
from ingest.structure.entries import SKIPPED
from ingest.structure.outline import Outline, Role, Rule, bare_heading, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.walker import Walker
from ingest.wording.addressees import find_addressee
from ingest.wording.covers import authority_of, cover_facts
from ingest.wording.dates import EXACT
from ingest.wording.visits import find_visit
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

FRAMEWORK = "jar-progress"
TITLE_LENGTH = 260
TITLE = re.compile(
    r"inspection of (?:the )?progress made in the provision of\b.{3,140}"
    r"|(?:joint area review[:\s]+)?progress inspection\b.{0,140}",
    re.I,
)
COVER_LENGTH = 20
FINDINGS = Rule("(?:key )?findings", 1)
RULES = (
    Rule("about (?:the|this) inspection|introduction", 1, kind=FindingKind.CONTEXT),
    Rule("evidence|context|background", 1, kind=FindingKind.CONTEXT),
    Rule(r"overall judgement\b.{0,80}", 1, kind=FindingKind.SUMMARY),
    Rule("summary(?: of (?:key )?findings)?", 1, kind=FindingKind.SUMMARY),
    Rule("(?:priorities|areas) for (?:further )?improvement|recommendations", 1, role=Role.RECOMMENDATIONS),
    FINDINGS,
)  # fmt: skip
DAYS = re.compile(
    r"\b(?:took place|carried out|conducted|were in the area|visited)\b[^.]{0,60}\b(?:from|between|on)\s+\d", re.I
)


def _is_title(block: Block) -> bool:
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.text) > TITLE_LENGTH:
        return False
    return bool(TITLE.fullmatch(bare_heading(block.text)))


def _body_start(blocks: tuple[Block, ...]) -> int:
    """The last heading of the outline in front of paragraph 1; without one, paragraph 1 itself."""
    first = next((i for i, block in enumerate(blocks) if block.number == "1"), len(blocks))
    outline = Outline(RULES)
    return max((i for i in range(first) if outline.opening(blocks[i])), default=first)


class _ProgressWalker(Walker):
    """Reads the body; the items under the priorities for further improvement are the recommendations."""

    def text(self, block: Block) -> None:
        """A numbered paragraph behind priorities that have no numbers is a finding."""
        if block.number and self.listed_without_numbers:
            self.leave_list(block, FINDINGS)
        super().text(block)

    def recommend(self, block: Block) -> None:
        """File an item or a paragraph; the sentence that announces them is none, though it may have a number."""
        if block.text.rstrip().endswith(":"):
            self.records.finding(block, FindingKind.CONTEXT)
        elif block.kind is BlockKind.ITEM and block.level > 1 and self.records.can_extend:
            self.records.extend(block)
        else:
            self.records.recommendation(block, addressee=find_addressee(block.text))


class JarProgress:
    """The profile of the progress inspection."""

    name = "jar-progress/1"
    kind = ReportKind.JAR_PROGRESS
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of this kind with the day of its publication among the next blocks."""
        if not _is_title(blocks[index]) or any(_is_title(block) for block in blocks[max(0, index - 4) : index]):
            return False
        return any(re.search(r"\bpublished\b", b.text, re.I) for b in blocks[index : index + COVER_LENGTH])

    def score(self, part: Part) -> float:
        """Certain with the title on the cover."""
        return 0.95 if any(self.opens(part.blocks, i) for i in range(min(COVER_LENGTH, len(part.blocks)))) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, numbered paragraphs and priorities; notices name what is missing or contradicts itself."""
        blocks = rejoin_headings(part.blocks, RULES)
        start = _body_start(blocks)
        front = tuple(block for block in blocks[:start] if block.kind not in SKIPPED)
        cover = cover_facts(front)
        titles = [block.text for block in front if _is_title(block)]
        area = [block.text for block in front if re.search(r"\bauthority area\b", block.text, re.I)]
        authority, notices = authority_of(" ".join([*titles[-1:], *area[:1]]), cover)
        records = _ProgressWalker(Outline(RULES), start=RULES[0]).read(blocks[start:]).records
        notices += records.notices
        visit = find_visit(_naming_days(records), cover.published)
        place = part.blocks[0].place
        notices += [
            *_order(visit.started, visit.ended, cover.published, records),
            *visit.notices,
            *records.numbers.check(),
        ]
        if cover.published is None or len(cover.published.iso) < EXACT:
            message = "The day of publication was not found on the cover. Read it in the document."
            notices.append(
                NoticeDraft(NoticeLevel.WARNING, NoticeCode.PUBLICATION_DATE_MISSING, message, place.page, place.line)
            )
        if visit.started is None:
            message = "Neither its cover nor its text says on which days the inspection took place. Look for them."
            notices.append(NoticeDraft(NoticeLevel.WARNING, NoticeCode.DATES_MISSING, message, place.page, place.line))
        if not records.recommendations:
            message = (
                "No priorities for improvement were read. Check whether the report has any and under which heading "
                "they stand."
            )
            notices.append(
                NoticeDraft(NoticeLevel.INFO, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)
            )
        if not any(finding.kind is FindingKind.FINDING for finding in records.findings):
            message = "No findings were read behind introduction and summary. Compare with the document."
            notices.append(NoticeDraft(NoticeLevel.ERROR, NoticeCode.FINDINGS_MISSING, message, place.page, place.line))
        return build_report(
            self, titles[0] if titles else "Progress inspection", part.blocks, records,
            authority=authority,
            published=cover.published,
            inspection=InspectionDraft(
                FRAMEWORK, visit.started, visit.ended, cover.published, place=visit.place, printed=visit.printed
            ),
            notices=notices,
        )  # fmt: skip


def _naming_days(records: Records) -> tuple[Block, ...]:
    """The paragraphs about the inspection that say on which days it took place, and no other dates."""
    about = [finding for finding in records.findings if finding.kind is FindingKind.CONTEXT]
    found = ((finding, DAYS.search(finding.text)) for finding in about)
    return tuple(
        Block(BlockKind.PARAGRAPH, finding.text[match.start() : match.end() + 60], finding.orig, finding.place)
        for finding, match in found
        if match
    )


def _order(
    started: PartialDate | None, ended: PartialDate | None, published: PartialDate | None, records: Records
) -> list[NoticeDraft]:
    if not records.findings:
        return []
    return check_order(
        (("began", started), ("ended", ended), ("report published", published)), records.findings[0].place
    )
