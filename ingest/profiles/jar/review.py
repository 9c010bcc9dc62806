"""The joint area review of 2005 to 2009.

Twelve grades over three scopes, numbered paragraphs, recommendations by timescale.

Order of decision: the cover ends where "Introduction" opens the body (the list of contents names it first); every
heading of ``RULES`` opens a section, which tells the kind of the paragraphs under it, their domain or the timescale
of the recommendations. Unnumbered text under a numbered paragraph belongs to it. The grades come from the
table alone (``grades``); the sentences that word them are compared with it and never replace it.
"""

import re
from collections.abc import Iterator

from ingest.blocks import Block, BlockKind
from ingest.drafts import InspectionDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles.jar.grades import read_grades
from ingest.profiles.jar.judgements import ANNEX, read_judgements
from ingest.profiles.protocol import Part
from ingest.structure.outline import Opening, Outline, Role, Rule
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.timescales import check_bands, timescale_rules
from ingest.structure.walker import Walker
from ingest.wording.addressees import find_addressee
from ingest.wording.covers import Cover, authority_of, cover_facts
from ingest.wording.domains import exact_wordings
from ingest.wording.visits import EXACT
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind, Scope, Timescale

FRAMEWORK = "jar"
TITLE = re.compile(r"joint area review\b(?!.*\b(?:action plan|progress)\b).{0,60}", re.I)
AREA = re.compile(r".{3,60}\b(?:children['’]s services authority area|local authority area)", re.I)
COVER_LENGTH = 30


GRADES = Rule("grades", 1, kind=FindingKind.SUMMARY)
RECOMMENDATIONS = Rule("recommendations", 1, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT)
FINDINGS = Rule("", 1)
# Every review sorts its recommendations into these bands; some have one of three months as well.
BANDS = (Timescale.IMMEDIATE, Timescale.SIX_MONTHS, Timescale.LONGER_TERM)
RULES = (
    Rule("introduction", 1, kind=FindingKind.CONTEXT),
    Rule("context", 1, kind=FindingKind.CONTEXT),
    Rule("summary(?: report)?", 1, kind=FindingKind.SUMMARY),
    GRADES,
    RECOMMENDATIONS,
    *timescale_rules(2),
    Rule("(?:the )?main report", 1),
    Rule("outcomes for children and young people", 2, kind=None),
    Rule("the impact of local services", 2, kind=None),
    Rule("annex\\b.{0,110}", 1, part=ANNEX),
    *(Rule(w.pattern, 3, kind=None, domain=w.domain) for w in exact_wordings(FRAMEWORK, Scope.LOCAL_SERVICES)),
)


class _ReviewWalker(Walker):
    """Reads the body; ``graded`` are the blocks under the heading of the grades."""

    def __init__(self) -> None:
        super().__init__(Outline(RULES), start=RULES[0])
        self.graded: list[Block] = []
        self._addressee: str | None = None

    def opening(self, block: Block) -> Opening | None:
        """Under the grades the wordings of domains are rows of the table, wherever they stand."""
        opening = super().opening(block)
        return None if opening and opening.rule.domain and self.rule is GRADES else opening

    def enter(self, rule: Rule) -> None:
        """Let a rule decide what follows; whom a heading addresses ends with its section."""
        super().enter(rule)
        self._addressee = None

    def divides(self, block: Block) -> bool:
        """A heading that is not known, or a table, stands behind the items of a timescale: neither is one of them."""
        if not self.rule.timescale:
            return False
        ahead = self.following
        over = ahead is not None and (ahead.kind is BlockKind.ITEM or ahead.text.endswith(":"))
        heads = super().divides(block) and not block.text.endswith(":") and not over
        return heads or block.kind is BlockKind.TABLE

    def divide(self, block: Block) -> None:
        """End the recommendations at a heading that is not known; a table among them is not read."""
        if block.kind is BlockKind.TABLE:
            message = "A table stands among the recommendations and was not read. Look at it."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block)
        else:
            self.open_unknown(block, FINDINGS)

    def text(self, block: Block) -> None:
        """Keep what stands under the heading of the grades for the reader of the table."""
        if self.rule is GRADES and not block.number:
            self.graded.append(block)
        else:
            super().text(block)

    def recommend(self, block: Block) -> None:
        """File an item, or what introduces the items.

        In front of the first timescale only these are recommendations.
        """
        ahead = self.following
        over = block.text.endswith(":") and ahead is not None and ahead.kind is BlockKind.ITEM
        if block.number or not (self.rule.timescale or block.kind is BlockKind.ITEM or over):
            self.find(block)
            return
        if not self.rule.timescale and block.kind is BlockKind.ITEM:
            message = "A recommendation stands under no heading that tells its timescale. Compare with the document."
            self.records.doubt(NoticeCode.HEADING_MISSING, message, block)
        self._recommend(block)

    def _recommend(self, block: Block) -> None:
        """An item, or a sentence that ends in a colon and stands over the items that serve one purpose."""
        addressee = find_addressee(block.text)
        if block.kind is not BlockKind.ITEM and block.text.endswith(":"):
            self.records.open(block.text, 3, block.place)
            self._addressee = addressee
            return
        if block.kind is not BlockKind.ITEM:
            message = (
                "A paragraph without a bullet stands among the recommendations; it was read as one of them. Compare."
            )
            self.records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
        self.records.recommendation(block, self.rule.timescale, addressee or self._addressee)


def _body_start(blocks: tuple[Block, ...]) -> int:
    first = next((i for i, block in enumerate(blocks) if block.number == "1"), len(blocks))
    outline = Outline(RULES)
    opening = [i for i, block in enumerate(blocks[:first]) if (o := outline.opening(block)) and o.rule.level == 1]
    return opening[-1] if opening else first


def _missing(records: Records, cover: Cover) -> Iterator[NoticeDraft]:
    """What every review has: its recommendations in their bands, and the day on which it was published."""
    if not records.recommendations:
        message = "No recommendations were found, though a joint area review has them. Compare with the document."
        yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message)
    yield from check_bands(records.recommendations, BANDS, cover.place)
    if cover.published is None or len(cover.published.iso) < EXACT:
        message = "The day of publication was not found on the cover. Read it in the document."
        yield NoticeDraft(
            NoticeLevel.WARNING, NoticeCode.PUBLICATION_DATE_MISSING, message, cover.place.page, cover.place.line
        )


class Jar:
    """The profile of the joint area review."""

    name = "jar/1"
    kind = ReportKind.JAR

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A cover that is headed as a joint area review and names an authority's area right under it."""
        if not TITLE.fullmatch(blocks[index].text.strip()):
            return False
        return any(AREA.search(block.text) for block in blocks[index : index + 4])

    def score(self, part: Part) -> float:
        """Certain with its cover; a body with the headings of the review and no cover is likely one."""
        if any(self.opens(part.blocks, i) for i in range(min(COVER_LENGTH, len(part.blocks)))):
            return 0.95
        outline = Outline(RULES)
        found = {o.rule.pattern for block in part.blocks if (o := outline.opening(block))}
        return 0.4 if {"(?:the )?main report", "the impact of local services", "grades"} <= found else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, grades, paragraphs and recommendations; notices name what is missing or contradicts itself."""
        start = _body_start(part.blocks)
        cover = cover_facts(part.blocks[:start])
        area = next((m[0] for b in part.blocks[:start] if (m := AREA.search(b.text))), "")
        authority, notices = authority_of(area, cover)
        body = _ReviewWalker().read(part.blocks[start:])
        records = body.records
        grades = read_grades(tuple(body.graded))
        judgements, contradictions = read_judgements(grades, records.findings)
        notices += [
            *records.notices,
            *grades.notices,
            *contradictions,
            *records.numbers.check(),
            *_missing(records, cover),
        ]
        title = f"Joint area review: {area}" if area else "Joint area review"
        return build_report(
            self, title, part.blocks, records,
            authority=authority,
            published=cover.published,
            inspection=InspectionDraft(FRAMEWORK, published=cover.published, place=part.blocks[0].place),
            judgements=judgements,
            notices=notices,
        )  # fmt: skip
