"""The single inspection (SIF), 2013 to 2018.

Services for children in need of help and protection, and most often the LSCB.

Three templates share one table of headings: until October 2014 summary statements come first in the numbering (the
first four reports have bullets only); until June 2015 the recommendations come first; then an executive summary leads.
Order of decision: the cover ends at the first heading of the body; its table grades five domains, its sentence the
whole; the recommendations are numbered paragraphs of the one sequence; sections open with a framed row "domain |
grade"; sentences award the grades of adoption, care leavers and the safeguarding board. The handbook's text on what
judgements mean, the list of contents and the closing text are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft, SectionDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.body import Body
from ingest.structure.cover import DATES, cover_prose, labelled
from ingest.structure.grade_claims import lines_of, row_claims, sentence_claims, unknown_rows
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.outline import Outline, Role, Rule, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.section_headings import SectionNames
from ingest.wording.domains import (
    ADOPTION,
    BOARD,
    BOARD_BY_NAME,
    BOARD_IN_FULL,
    CARE,
    EXPERIENCES,
    HELP,
    LEADERSHIP,
    LEAVERS,
    LSCB,
    OVERALL,
    SIF_ADOPTION,
    SIF_CARE,
    SIF_HELP,
    SIF_LEADERS,
    SIF_LEAVERS,
    SIF_OVERALL,
    SIF_PARTS,
    SIF_ROWS,
    SIF_SENTENCES,
    SIF_THIS_AUTHORITY,
    expected,
)
from ingest.wording.grades import REQUIRES_IMPROVEMENT
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind, Timescale

NAME = "sif/1"
TITLE = re.compile(
    r"(?:re-?)?inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help\s+and\s+protection", re.I
)
BOARD_TITLE = re.compile(
    r"review\s+of\s+the\s+effectiveness\s+of\s+the\s+local\s+safeguarding\s+children\s+board", re.I
)
OF_ILACS = re.compile(
    r"(?:the\s+)?impact\s+of\s+leaders\b|(?:the\s+)?experiences?\s+and\s+progress\s+of\s+children\s+in\s+care\b", re.I
)
"""What only the framework that came after names so, in rows and headings."""
COVER_LENGTH = 20
TITLE_LENGTH = 330
AUTHORITY = r"(?:the\s+)?local\s+authority"
_GRADE = rf"(?:\W*(?:(?:is|are)\b\W*)?(?P<rest>{REQUIRES_IMPROVEMENT}|outstanding|inadequate|good|not\s+judged))?"
TO_IMPROVE = Rule(
    rf"recommendations|what\s+(?:does|do)\s+(?:{AUTHORITY}|{LSCB})\s+need\s+to\s+(?:do\s+to\s+)?improve\W*",
    2,
    Role.RECOMMENDATIONS,
)
PRIORITY = (
    Rule(
        r"(?:areas?\s+for\s+)?priority\s+(?:and|or)\s+immediate\s+actions?",
        3,
        Role.RECOMMENDATIONS,
        timescale=Timescale.IMMEDIATE,
    ),
    Rule(
        r"(?:areas?\s+for\s+)?(?:priority|immediate)\s+actions?", 3, Role.RECOMMENDATIONS, timescale=Timescale.IMMEDIATE
    ),
)
IMPROVEMENT = Rule(r"areas?\s+for\s+improvement", 3, Role.RECOMMENDATIONS)
RULES = (
    Rule(r"contents", 1, Role.BOILERPLATE),
    Rule(r"what\s+the\s+.*judge?ments\s+mean.*", 1, Role.BOILERPLATE),
    Rule(r"information\s+about\s+(?:this|the)\s+.*inspection", 1, kind=FindingKind.CONTEXT),
    Rule(r"the\s+inspection\s+team", 2, Role.BOILERPLATE),
    Rule(rf"(?:section\s+1\W+)?{AUTHORITY}", 1, kind=FindingKind.CONTEXT, once=True),
    Rule(rf"(?:section\s+1\W+)?{AUTHORITY}\W+summary\s+of\s+(?:key\s+)?findings", 1, kind=FindingKind.SUMMARY),
    Rule(rf"section\s+2\W+.*|{BOARD_IN_FULL}", 1, kind=FindingKind.SUMMARY, domain=BOARD, once=True),
    Rule(rf"{LSCB}\W+summary\s+of\s+(?:key\s+)?findings", 1, kind=FindingKind.SUMMARY, domain=BOARD),
    Rule(rf"(?:section\s+2\W+)?(?:the\s+)?effectiveness\s+of\s+{LSCB}", 1, kind=FindingKind.SUMMARY, domain=BOARD),
    Rule(r"(?:executive\s+summary|summary\s+of\s+(?:key\s+)?findings)", 2, kind=FindingKind.SUMMARY),
    Rule(r"(?:a\s+)?summary\s+for\s+(?:the\s+)?(?:children|young\s+people)\b.{0,60}", 2, kind=FindingKind.SUMMARY),
    TO_IMPROVE,
    *PRIORITY,
    IMPROVEMENT,
    Rule(rf"(?:{AUTHORITY}|{LSCB})'s\s+strengths|{AUTHORITY}\s+has\s+the\s+following\s+strengths", 2),
    Rule(r"progress\s+since\s+the\s+last\s+inspections?", 2, kind=FindingKind.PROGRESS),
    Rule(rf"information\s+about\s+(?:this\s+)?{AUTHORITY}\s+area", 2, kind=FindingKind.CONTEXT),
    Rule(r"information\s+about\s+this\s+local\s+authority\s+area", 2, kind=FindingKind.CONTEXT),
    Rule(
        r"(?:previous|other)\s+ofsted\s+inspections|local\s+leadership"
        r"|other\s+information\s+about\s+this\s+area",
        3,
        kind=FindingKind.CONTEXT,
    ),
    Rule(
        r"(?:children\s+living|child\s+protection|children\s+looked\s+after)\s+in\s+this\s+area",
        3,
        kind=FindingKind.CONTEXT,
    ),
    Rule(rf"inspection\s+judge?ments?\s+about\s+{AUTHORITY}", 1),
    Rule(
        r"(?:inspection\s+judge?ments?\s+about|(?:the\s+)?(?:key\s+|main\s+)?strengths"
        r"\s+and\s+(?:weaknesses|areas\s+for\s+(?:improvement|development))\s+(?:of|in|for))\s+"
        rf"(?:{LSCB}|{BOARD_BY_NAME})(?:\s*\(\w+\))?",
        2,
        domain=BOARD,
    ),
    Rule(rf"inspection\s+findings\W+{LSCB}", 2, domain=BOARD),
    Rule(r"inspection\s+findings", 3),
    Rule(r"summary", 3, kind=FindingKind.SUMMARY, framed=True),
    Rule(rf"{SIF_HELP}{_GRADE}", 2, domain=HELP),
    Rule(rf"{SIF_CARE}{_GRADE}", 2, domain=CARE),
    Rule(rf"{SIF_LEADERS}{_GRADE}", 2, domain=LEADERSHIP, inside=frozenset({HELP, CARE, ADOPTION, LEAVERS})),
    *(Rule(f"{EXPERIENCES}{words}{_GRADE}", 2, domain=domain) for words, domain in SIF_PARTS),
    *(Rule(f"{words}{_GRADE.removesuffix('?')}", 2, domain=domain) for words, domain in SIF_PARTS),
    Rule(rf"{SIF_ADOPTION}.*", 3, domain=ADOPTION),
    Rule(rf"{SIF_LEAVERS}.*", 3, domain=LEAVERS),
)  # fmt: skip
NAMES = SectionNames(
    (),
    {
        "the experiences and progress of children who need help and protection": HELP,
        "the experiences and progress of children looked after and achieving permanence": CARE,
        "leadership, management and governance": LEADERSHIP,
    },
    level=2,
)
BODY = re.compile(r"executive\s+summary|contents|(?:section\s+1\W+)?the\s+local\s+authority", re.I)


def cover_end(blocks: Sequence[Block]) -> int:
    """Where the body begins.

    At the executive summary, the list of contents or the first part, whichever comes first.
    """
    for i, block in enumerate(blocks):
        if not block.number and BODY.fullmatch(block.text.strip(" .:")):
            return i
    outline = Outline(RULES)
    return next((i for i, block in enumerate(blocks) if i > 1 and outline.opening(block)), len(blocks))


def _is(section: SectionDraft, *rules: Rule) -> bool:
    return Outline(rules).of(section.heading) is not None


def _list(anchor: str | None, sections: Mapping[str, SectionDraft]) -> SectionDraft | None:
    """The heading of the list in which a section stands, or the section above both lists."""
    section = sections.get(anchor or "")
    while section and section.parent and not _is(section, *PRIORITY, IMPROVEMENT, TO_IMPROVE):
        section = sections[section.parent]
    return section


def _unheaded(records: Records) -> Iterator[NoticeDraft]:
    """Templates A and B part what must improve into priority action and areas for improvement.

    One of the headings may be lost.
    """
    sections = {section.anchor: section for section in records.sections}
    lists = (_list(anchor, sections) for anchor in dict.fromkeys(rec.section for rec in records.recommendations))
    for found in dict.fromkeys(section for section in lists if section):
        above = _is(found, TO_IMPROVE)
        beside = [s for s in sections.values() if s.parent == (found.anchor if above else found.parent)]
        loose = above and any(_is(other, *PRIORITY, IMPROVEMENT) for other in beside)
        alone = _is(found, *PRIORITY) and not any(_is(other, IMPROVEMENT) for other in beside)
        if loose or alone:
            what = "in front of the lists" if loose else "as priority action, and none as areas for improvement"
            message = (
                f"Recommendations stand under “{found.heading}” {what}: a heading may be lost. Compare with the "
                "document."
            )
            yield NoticeDraft(
                NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, found.place.page, found.place.line
            )


def _title(cover: Sequence[Block]) -> str:
    """The title with its second half, the review of the board, up to the dates."""
    at = next((i for i, block in enumerate(cover) if TITLE.search(block.text)), None)
    if at is None:
        return ""
    title = []
    for block in cover[at:]:
        if block.kind is BlockKind.TABLE or re.match(DATES, block.text, re.I):
            break
        title.append(block.text)
    return re.sub(r"\s+", " ", " ".join(title)).strip()


class Sif:
    """The profile of single inspections."""

    name = NAME
    kind = ReportKind.SIF
    family = families.GRADED

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A report opens with its title and, close behind, its dates."""
        block = blocks[index]
        near = blocks[index : index + COVER_LENGTH]
        return (
            block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
            and len(block.text) < TITLE_LENGTH
            and bool(TITLE.match(block.text))
            and labelled(near, DATES) is not None
        )

    def score(self, part: Part) -> float:
        """Tell by title, dates, table and the sections of the body; the title or three of the others must be there.

        Without its title, a report that names its domains as ILACS does is none.
        """
        cover = part.blocks[:COVER_LENGTH]
        title = TITLE.search(" ".join(block.text for block in cover)) is not None
        hints = [
            labelled(cover, DATES) is not None,
            len({claim.domain for claim in row_claims(cover, SIF_ROWS)}) > 2,
            bool(sentence_claims(cover, SIF_OVERALL)),
        ]
        least = 1 if title else 3
        if sum(hints) < least - 1:  # the whole report is searched only where its sections can decide
            return 0
        if not title and any(OF_ILACS.match(line.text) for line in lines_of(part.blocks)):
            return 0
        outline = Outline(RULES)
        domains = {opening.rule.domain for block in part.blocks if (opening := outline.opening(block))}
        hints.append(len(domains & {HELP, CARE, LEADERSHIP, ADOPTION, LEAVERS}) > 1)
        return (2 * title + sum(hints)) / 6 if sum(hints) >= least else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        blocks = rejoin_headings(part.blocks, RULES)
        end = cover_end(blocks)
        cover = blocks[:end]
        body = (
            Body(Outline(RULES), (*SIF_OVERALL[:2], SIF_THIS_AUTHORITY, *SIF_SENTENCES), NAMES)
            .read_cover(cover_prose(cover))
            .read(blocks[end:])
        )
        claims = [
            *sentence_claims(cover, SIF_OVERALL),
            *row_claims(cover, SIF_ROWS),
            *sentence_claims(cover, SIF_SENTENCES),
            *body.claims,
        ]
        body.records.notices += unknown_rows(cover, SIF_ROWS, (*SIF_OVERALL, *SIF_SENTENCES))
        body.records.notices += _unheaded(body.records)
        board = any(BOARD_TITLE.search(block.text) for block in cover) or any(claim.domain == BOARD for claim in claims)
        judged = expected(self.kind)
        facts = Expected(
            judged if board else {domain: wording for domain, wording in judged.items() if domain != BOARD},
            closing=True,
            untabled=frozenset({BOARD, OVERALL}),
            sectionless=frozenset({OVERALL}),
            recommended=(None, BOARD) if board else (None,),
        )
        names = [*(block.text for block in cover[:3]), *(claim.domain_wording for claim in claims)]
        found = Found(_title(cover), names, cover, body, claims)
        return graded_report(self, blocks, found, facts)
