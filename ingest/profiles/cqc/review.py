"""Reviews of health services for children looked after and safeguarding, by the Care Quality Commission (2013 on).

No grades. Order of decision: the table of the cover tells days, inspectors and services, each row kept as context; each
heading of ``RULES`` opens a section, with or without a number; paragraphs are numbered by chapter ("3.14"), and what is
framed between them is an example. Recommendations stand in lists: a line names who should act ("2. Wexcombe Hospital
should:"), and the items below are numbered under it ("2.1"); their numbers count apart from those of the paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.drafts import InspectionDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.structure.cover import DATES, labelled, printed_lines, read_dates
from ingest.structure.cover_names import read_authority
from ingest.structure.entries import SKIPPED
from ingest.structure.numbered_headings import number_headings
from ingest.structure.outline import Opening, Outline, Role, Rule, rejoin_headings
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.walker import Walker
from ingest.wording.addressees import find_addressee
from ingest.wording.inspectors import person
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

FRAMEWORK = "cqc-review"
TITLE = re.compile(
    r"(?:cqc\s+)?reviews?\s+of\s+(?:the\s+)?health\s+services\s+for\s+"
    r"(?:looked[\s-]after\s+children|children\s+looked[\s-]after|children\s+in\s+care)\s+and\s+safeguarding\b.{0,80}",
    re.I | re.S,
)
ROLE = re.compile(r"(?:the\s+)?role\s+of\s+health\s+services\s+in\b.{2,60}", re.I)
INSPECTORS = (
    r"(?:names?(?:\(s\))?\s+of\s+(?:the\s+)?(?:cqc\s+)?inspectors?|(?:lead\s+)?cqc\s+inspectors?(?:\s+names?)?)\s*:?"
)
MOST_NAMES = 3
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
COVER_LENGTH = 30
FEWEST_SECTIONS = 3

CHAPTER, SECTION, LISTED = 1, 2, 3
JOURNEY = (
    r"early help",
    r"children in need",
    r"child protection",
    r"(?:looked[ -]after children|children looked after)",
)
MANAGEMENT = (r"leadership (?:&|and) management", r"governance", r"training (?:&|and) supervision")
RECOMMENDATIONS = Rule(r"recommendations", CHAPTER, Role.RECOMMENDATIONS, kind=FindingKind.CONTEXT)
RULES = (
    Rule(r"(?:table of )?contents", CHAPTER, Role.BOILERPLATE),
    Rule(r"summary(?: of (?:the )?review)?", CHAPTER, kind=FindingKind.SUMMARY),
    Rule(r"about (?:the|this) review|how we carried out (?:the|this) review", SECTION, kind=FindingKind.CONTEXT),
    Rule(r"context of (?:the|this) review", SECTION, kind=FindingKind.CONTEXT),
    Rule(r"(?:the )?report|(?:our )?findings", CHAPTER),
    Rule(r"what people told us(?: .{0,60})?", SECTION),
    Rule(r"the child'?s journey", CHAPTER),
    Rule(r"management", CHAPTER),
    *(Rule(heading, SECTION) for heading in (*JOURNEY, *MANAGEMENT)),
    RECOMMENDATIONS,
    Rule(r"next steps?", CHAPTER, kind=FindingKind.CONTEXT),
    Rule(r"(?:appendix|annex|glossary)\b.{0,80}", CHAPTER, kind=FindingKind.CONTEXT),
)
ABOUT = Rule("", CHAPTER, kind=FindingKind.CONTEXT)


class CqcReviewWalker(Walker):
    """Reads the body of a review."""

    def __init__(self, records: Records) -> None:
        super().__init__(Outline(RULES), records, start=ABOUT)
        self._addressee: str | None = None

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; whom a list addresses ends with it."""
        super().open(opening, block)
        self._addressee = None

    def divides(self, block: Block) -> bool:
        """Tell whether a block is a heading; among recommendations, one that announces items is none."""
        return super().divides(block) and not block.text.endswith(":") and not block.boxed

    def find(self, block: Block) -> None:
        """File a paragraph: by its number; without one, as a part of the numbered one above, or as its own."""
        last, item = self.records.begun_finding, block.kind is BlockKind.ITEM
        if block.number:
            self.records.finding(block, self.kind, self.part)
        elif block.boxed and not (last and last.kind is FindingKind.CONTEXT and item):
            self.records.finding(block, FindingKind.CONTEXT, self.part)
        elif last is None or (last.ref is None and not item and ends_like_a_sentence(self.records.last_text or "")):
            self.records.finding(block, self.kind, self.part)
        else:
            self.records.extend(block)

    def recommend(self, block: Block) -> None:
        """File a line that names who should act as the heading of its list, and its items."""
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                self._recommend_row(replace(block, kind=BlockKind.PARAGRAPH, rows=(), place=row.place), row.texts)
        elif block.text.rstrip().endswith(":") and (addressee := find_addressee(block.text)):
            self._addressee = addressee
            self.records.open(f"{block.number}. {block.text}" if block.number else block.text, LISTED, block.place)
        elif block.number or (block.kind is BlockKind.ITEM and block.level < SECTION):
            self.records.recommendation(block, addressee=self._addressee or find_addressee(block.text), what="item")
        elif self.records.can_extend:
            self.records.extend(block)
        else:
            self.records.finding(block, FindingKind.CONTEXT, self.part)

    def _recommend_row(self, block: Block, texts: Sequence[str]) -> None:
        """Read a row of a table of recommendations as its number and its words."""
        cells = [text for text in texts if text]
        number = cells[0].rstrip(".") if len(cells) > 1 and NUMBER.fullmatch(cells[0]) else None
        text = " ".join(cells[1:] if number else cells)
        if text:
            self.recommend(replace(block, text=text, orig=text, number=number))


def _cover_end(blocks: Sequence[Block]) -> int:
    """Where the body begins: at the first heading behind the title that is not in the list of contents."""
    outline = Outline(RULES)
    found = [i for i, b in enumerate(blocks) if (o := outline.opening(b)) and o.rule.role is not Role.BOILERPLATE]
    return found[0] if found else len(blocks)


def _inspectors(cover: Sequence[Block]) -> str | None:
    """The inspector, where a single one is named; of several, none is said to lead."""
    field = labelled(cover, INSPECTORS)
    return person(field.value) if field and len(field.value.split()) <= MOST_NAMES else None


class CqcReview:
    """The profile of CQC reviews of health services for children looked after and safeguarding."""

    name = "cqc-review/1"
    kind = ReportKind.CQC_REVIEW
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A title of this kind with the days of the review close behind."""
        block = blocks[index]
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or not TITLE.fullmatch(block.text):
            return False
        return labelled(blocks[index : index + COVER_LENGTH], DATES) is not None and not ends_like_a_sentence(
            block.text
        )

    def score(self, part: Part) -> float:
        """Tell by title, days and the headings that every review has."""
        blocks = part.blocks
        titled = any(TITLE.fullmatch(b.text) and not b.number for b in blocks[:COVER_LENGTH] if b.kind not in SKIPPED)
        if not titled:
            return 0.0
        outline, read = Outline(RULES), number_headings(blocks, RULES)
        sections = {opening.rule.pattern for block in read if (opening := outline.opening(block))}
        hints = (labelled(blocks[:COVER_LENGTH], DATES) is not None, len(sections) >= FEWEST_SECTIONS)
        return 0.5 + 0.2 * sum(hints) if any(hints) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        joined = rejoin_headings(number_headings(part.blocks, RULES), RULES)
        blocks = tuple(block for block in joined if block.kind not in SKIPPED)
        end = _cover_end(blocks)
        cover = blocks[:end]
        title = next((block.text for block in cover if TITLE.fullmatch(block.text)), "Review of health services")
        records = Records()
        records.open(title, CHAPTER, cover[0].place if cover else part.blocks[0].place)
        for block in _facts(cover):
            records.finding(block, FindingKind.CONTEXT)
        CqcReviewWalker(records).read(blocks[end:])
        dates = read_dates(cover)
        on = dates.ended or dates.started or dates.published
        roles = [block.text for block in cover if ROLE.match(block.text)]
        authority, names = read_authority((title, *roles), part.blocks, on.iso if on else None)
        return build_report(
            self, title, part.blocks, records,
            authority=authority,
            published=dates.published,
            inspection=InspectionDraft(
                FRAMEWORK, dates.started, dates.ended, dates.published, _inspectors(cover), dates.place, dates.printed
            ),
            notices=(
                *names, *dates.notices, *records.notices, *records.numbers.check("paragraph", "item"),
                *_lacks(records, cover or part.blocks, undated=dates.published is None),
            ),
        )  # fmt: skip


def _facts(cover: Sequence[Block]) -> Iterator[Block]:
    """The rows of the cover's table, and what else it tells, without titles and the list of contents."""
    contents = next((i for i, b in enumerate(cover) if re.fullmatch(RULES[0].pattern, b.text, re.I)), len(cover))
    titles = [i for i, block in enumerate(cover) if TITLE.fullmatch(block.text)]
    told = [block for block in cover[titles[0] if titles else 0 : contents] if not TITLE.fullmatch(block.text)]
    for line in printed_lines(told):
        if line.value.strip():
            yield Block(BlockKind.PARAGRAPH, line.value, line.value, line.place)


def _lacks(records: Records, blocks: Sequence[Block], *, undated: bool) -> Iterator[NoticeDraft]:
    """What every review has and this one does not."""
    place = blocks[0].place
    numbered = any(finding.ref for finding in records.findings)
    for code, level, missing, what in (
        (NoticeCode.PUBLICATION_DATE_MISSING, NoticeLevel.WARNING, undated, "No day of publication was found"),
        (NoticeCode.NUMBERS_MISSING, NoticeLevel.WARNING, not numbered, "No numbered paragraph was found"),
        (NoticeCode.RECOMMENDATIONS_MISSING, NoticeLevel.ERROR, not records.recommendations,
         "No recommendations were found"),
    ):  # fmt: skip
        if missing:
            yield NoticeDraft(level, code, f"{what}. Compare with the document.", place.page, place.line)
