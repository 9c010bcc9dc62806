"""The joint area review of 2005 to 2009.

Twelve grades over three scopes until 2006, five or six for local services from 2007 on; numbered paragraphs,
recommendations by timescale.

Order of decision: what headings and table name tells the generation (``generations``); the cover ends where
"Introduction" opens the body (the list of contents names it first); every heading of ``rules`` opens a section, which
tells the kind of the paragraphs under it, their domain or the timescale of the recommendations. Unnumbered text under a
numbered paragraph belongs to it. The grades come from the table alone (``grades``); the sentences that word them and
the ticks of sections (``marks``) are compared with it and never replace it.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block
from ingest.drafts import InspectionDraft, JudgementDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.jar.assessment import read_assessment
from ingest.profiles.jar.generations import is_of_2007
from ingest.profiles.jar.grades import read_grades
from ingest.profiles.jar.judgements import check_marks, read_judgements
from ingest.profiles.jar.rules import GRADES, RECOMMENDATIONS, rules_of
from ingest.profiles.jar.walker import JointReviewWalker
from ingest.profiles.protocol import Part
from ingest.structure.outline import Outline, Rule
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.timescales import check_bands, other_times
from ingest.wording.covers import Cover, authority_of, cover_facts
from ingest.wording.dates import EXACT
from ingest.wording.domains import CONTRIBUTING, ECONOMIC, ENJOYING, HEALTHY, MANAGEMENT, SAFE
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind, Scope, Timescale

FRAMEWORK = "jar"
TITLE = re.compile(r"joint area review\b(?!.*\b(?:action plan|progress)\b).{0,60}", re.I)
AREA = re.compile(r".{3,60}\b(?:children['’]s services authority area|local authority area)", re.I)
# A paper may be headed like the review of which it tells, and then says whose report it is.
OF_PAPER = re.compile(r"report\s+(?:by|of|from|to)\b|(?:subject|purpose|author|recommendations?\s+to)\b", re.I)
COVER_LENGTH = 30
# A body without a cover is a later review when it has sections for more domains than other reports.
OF_OWN = 3
OUTCOMES = frozenset({HEALTHY, SAFE, ENJOYING, CONTRIBUTING, ECONOMIC})
"""Domains that have a section of their own in each part of a review until 2006."""

PARTS = (FindingKind.SUMMARY, FindingKind.FINDING)
"""What stands in its summary and in its main report."""

# Every review sorts its recommendations into these bands; some have one of three months as well.
BANDS = (Timescale.IMMEDIATE, Timescale.SIX_MONTHS, Timescale.LONGER_TERM)


def _body_start(blocks: tuple[Block, ...], rules: tuple[Rule, ...]) -> int:
    first = next((i for i, block in enumerate(blocks) if block.number == "1"), len(blocks))
    outline = Outline(rules)
    opening = [i for i, block in enumerate(blocks[:first]) if (o := outline.opening(block)) and o.rule.level == 1]
    return opening[-1] if opening else first


def _missing(records: Records, cover: Cover) -> Iterator[NoticeDraft]:
    """What every review has: its recommendations in their bands, and the day on which it was published."""
    if not records.recommendations:
        message = "No recommendations were found, though a joint area review has them. Compare with the document."
        yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message)
    yield from other_times(records.sections)
    yield from check_bands(records.timescales, BANDS, cover.place)
    if cover.published is None or len(cover.published.iso) < EXACT:
        message = "The day of publication was not found on the cover. Read it in the document."
        yield NoticeDraft(
            NoticeLevel.WARNING, NoticeCode.PUBLICATION_DATE_MISSING, message, cover.place.page, cover.place.line
        )


def _without_section(judgements: Sequence[JudgementDraft], records: Records, second: bool) -> Iterator[NoticeDraft]:
    """A notice for what is judged and has no paragraph of its own in a part where the others have some.

    The main report deals with each outcome and last with the management of services, so one that ends early is told by
    what it lacks. A summary need not, so it is doubted only where one outcome is left out.
    """
    summed_up, found = ({f.domain for f in records.findings if f.kind is kind} for kind in PARTS)
    lost = OUTCOMES - summed_up if len(OUTCOMES - summed_up) == 1 else frozenset()
    lost |= (frozenset({MANAGEMENT}) if second else OUTCOMES | {MANAGEMENT}) - found
    for judgement in judgements:
        if judgement.domain in lost and judgement.scope is Scope.LOCAL_SERVICES:
            message = (
                f"No findings were read for “{judgement.domain_wording}”: its heading was not recognised, or the "
                "document ends early. Compare with the document."
            )
            at, code = judgement.place, NoticeCode.SECTION_MISSING
            yield NoticeDraft(NoticeLevel.ERROR, code, message, at.page, at.line, judgement.anchor)


def _has_outline(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a body without a cover has the headings of one of the two generations."""
    graded = Outline((GRADES,))
    if not any(graded.opening(block) for block in blocks):
        return False
    second = is_of_2007(blocks)
    outline = Outline(rules_of(second))
    found = [opening.rule for block in blocks if (opening := outline.opening(block))]
    if second:
        return {GRADES, RECOMMENDATIONS} <= set(found) and len({rule.domain for rule in found if rule.domain}) > OF_OWN
    return {"(?:the )?main report", "the impact of local services", GRADES.pattern} <= {rule.pattern for rule in found}


class Jar:
    """The profile of the joint area review."""

    name = "jar/1"
    kind = ReportKind.JAR
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A cover that is headed as a joint area review and names an authority's area right under it."""
        if not TITLE.fullmatch(blocks[index].text.strip()):
            return False
        near = blocks[index : index + 4]
        return any(AREA.search(block.text) for block in near) and not any(OF_PAPER.match(b.text) for b in near)

    def score(self, part: Part) -> float:
        """Certain with its cover; a body with the headings of the review and no cover is likely one."""
        if any(self.opens(part.blocks, i) for i in range(min(COVER_LENGTH, len(part.blocks)))):
            return 0.95
        return 0.4 if _has_outline(part.blocks) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, grades, paragraphs and recommendations; notices name what is missing or contradicts itself."""
        second = is_of_2007(part.blocks)
        start = _body_start(part.blocks, rules_of(second))
        cover = cover_facts(part.blocks[:start])
        area = next((m[0] for b in part.blocks[:start] if (m := AREA.search(b.text))), "")
        authority, notices = authority_of(area, cover)
        body = JointReviewWalker(second).read(part.blocks[start:])
        records = body.records
        grades = read_grades(tuple(body.graded), second)
        judgements, contradictions = read_judgements(grades, records.findings)
        notices += [
            *records.notices,
            *grades.notices,
            *contradictions,
            *check_marks(judgements, body.marked),
            *records.numbers.check(),
            *_missing(records, cover),
            *_without_section(judgements, records, second),
        ]
        reported, doubts = read_assessment(part.blocks[start:]) if second else ((), ())
        title = f"Joint area review: {area}" if area else "Joint area review"
        return build_report(
            self, title, part.blocks, records,
            authority=authority,
            published=cover.published,
            inspection=InspectionDraft(FRAMEWORK, published=cover.published, place=part.blocks[0].place),
            judgements=(*judgements, *reported),
            mentions=dict.fromkeys(judgement.inspection for judgement in reported if judgement.inspection),
            notices=(*notices, *doubts),
        )  # fmt: skip
