"""The combined inspections of safeguarding and looked after children services, 2009 to 2012, by Ofsted with CQC.

Order of decision: "Safeguarding services" and "Services for looked after children" open the two services, the scopes;
inside each, a heading of ``SLAC`` opens a section, and its grade stands behind it, under it or beside it in a frame.
Areas for improvement are bullets under time bands, in each service. Every other paragraph is numbered, in one sequence.
The record of main findings on the last page is the table of judgements, service by service; the headings are compared
with it. Which domains are judged changed from year to year: only the two that every report has are missed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, TableRow
from ingest.drafts import ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.graded.combined import (
    COVER_LENGTH,
    GRADE_BEHIND,
    HEADINGS,
    TITLE,
    ScaledBody,
    by_scope,
    is_combined,
    record_start,
    scope_named,
    scope_of,
)
from ingest.profiles.protocol import Part
from ingest.structure.cover import DATES, labelled
from ingest.structure.grade_claims import lines_of, row_claims, unknown_rows
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.grades import GradeClaim
from ingest.structure.outline import HEADING_LENGTH, Opening, Outline, Role, Rule, rejoin_headings
from ingest.structure.timescales import check_bands, other_times, timescale_rules
from ingest.wording.addressees import find_addressee, named_behind
from ingest.wording.domains import CAPACITY, OVERALL, SLAC, expected
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind, Scope, Timescale

NAME = "slac/1"
FRAMEWORK = "slac"
HEADED = re.compile(r"(?:the\s+)?(?:announced\s+)?(?:joint\s+)?inspection\s+of\s+safeguarding\s+and\b", re.I)
TITLE_LENGTH = 140
RECORD = re.compile(r"record\s+of\s+main\s+findings\b\W*(?:.{0,60})?", re.I)
RECORD_ONLY = frozenset({"equality-and-diversity"})
"""What the record of main findings may grade without a section of its own."""
FEWEST_DOMAINS = 3
SERVICE, SECTION, BAND = 1, 2, 3
BANDS_OF_EACH = (Timescale.IMMEDIATE, Timescale.THREE_MONTHS)
"""The bands of time that each service has; many have no longer one."""

AREAS = Rule(r"areas?\s+for\s+improvement", SECTION, kind=FindingKind.CONTEXT)
# A grade at the right margin stands in the middle of a heading that runs over two lines.
GRADE_INSIDE = re.compile(r"(?P<first>.+?)\s+(?P<grade>grade\s*\d\s*\(\w+\))\s+(?P<last>.+)", re.I | re.S)
RULES = (
    Rule(r"contents", SERVICE, Role.BOILERPLATE),
    Rule(r"about\s+this\s+inspection|service\s+information", SERVICE, kind=FindingKind.CONTEXT),
    Rule(r"the\s+inspection\s+judge?ments\s+and\s+what\s+they\s+mean", SERVICE, kind=FindingKind.CONTEXT),
    *(Rule(pattern, SERVICE) for _, pattern in HEADINGS),
    *(Rule(f"{wording.pattern}{GRADE_BEHIND}", SECTION, domain=wording.domain) for wording in SLAC),
    AREAS,
    *timescale_rules(BAND),
)


class ScopedBody(ScaledBody):
    """Reads the body; what is graded and found belongs to the service that is open."""

    def __init__(self) -> None:
        super().__init__(Outline(RULES))
        self.scope: Scope | None = None
        self._scopes: dict[str, Scope | None] = {}
        self._addressee: str | None = None
        self._areas: dict[Scope | None, tuple[Block, set[Timescale | None]]] = {}

    def opening(self, block: Block) -> Opening | None:
        """The opening that a block is, also where its grade stands between its two lines."""
        inside = GRADE_INSIDE.fullmatch(block.text) if len(block.text) <= HEADING_LENGTH else None
        text = f"{inside['first']} {inside['last']} {inside['grade']}" if inside else ""
        opening = super().opening(replace(block, text=text)) if text else None
        return replace(opening, heading=block.text) if opening else super().opening(block)

    def take(self, block: Block) -> None:
        """Read the next block; the claims that it makes are of the open service."""
        before = len(self.claims)
        super().take(block)
        self.claims[before:] = [with_scope(claim, self.scope) for claim in self.claims[before:]]

    def open(self, opening: Opening, block: Block | TableRow) -> None:
        """Open a section; one of the highest rank opens a service or closes both."""
        if opening.rule.level == SERVICE:
            self.scope = scope_of(opening.heading)
        else:
            self.scope = scope_named(opening.heading) or self.scope or scope_of(opening.heading)
        if opening.rule.level != BAND:
            self._addressee = None
        self._addressee = find_addressee(opening.heading.partition(",")[2]) or self._addressee
        super().open(opening, block)

    def find(self, block: Block) -> None:
        """File a finding of the open service; one that announces the areas for improvement tells who is to act."""
        super().find(block)
        if (last := self.records.last_finding) is not None:
            self._scopes[last.anchor] = self.scope
            if self.rule is AREAS:
                self._addressee = find_addressee(last.text)

    def recommend(self, block: Block) -> None:
        """File a recommendation for whom it names itself, or else for whom the sentence over the list names.

        A sentence inside the list that ends in a colon and stands over items announces them.
        """
        ahead = self.following
        announces = block.text.endswith(":") and ahead is not None and ahead.kind is BlockKind.ITEM
        if announces and block.kind is not BlockKind.ITEM:
            self._addressee = find_addressee(block.text) or self._addressee
            self.records.finding(block, FindingKind.CONTEXT)
            return
        self.records.addressee = named_behind(block.text) or find_addressee(block.text) or self._addressee
        super().recommend(block)
        self.records.addressee = None
        self._areas.setdefault(self.scope, (block, set()))[1].add(self.rule.timescale)

    def check_areas(self) -> list[NoticeDraft]:
        """A notice for each service whose areas for improvement lack a band of time that reports usually have."""
        return [
            notice
            for scope, (block, bands) in self._areas.items()
            for notice in check_bands(bands, BANDS_OF_EACH, block.place, scope.label if scope else "no service")
        ]

    def evidence(self, domain: str, scope: Scope | None = None) -> tuple[str, ...]:
        """The anchors of the findings that carry the judgement of a domain of one service."""
        return tuple(anchor for anchor in self.records.evidence(domain) if self._scopes.get(anchor) is scope)


def with_scope(claim: GradeClaim, scope: Scope | None) -> GradeClaim:
    """The claim as one of this framework and of a service; its domain is worded without a grade that stands inside."""
    inside = GRADE_INSIDE.fullmatch(claim.domain_wording)
    wording = f"{inside['first']} {inside['last']}" if inside else claim.domain_wording
    return replace(claim, domain_wording=wording, scope=claim.scope or scope, scale=FRAMEWORK)


def _is_record_heading(block: Block) -> bool:
    prose = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return prose and not block.number and RECORD.fullmatch(block.text) is not None


def _record_claims(blocks: Sequence[Block]) -> tuple[list[GradeClaim], list[NoticeDraft]]:
    """The claims of the record of main findings, service by service; rows under no service are named and left out."""
    claims: list[GradeClaim] = []
    notices: list[NoticeDraft] = []
    parts: dict[Scope | None, list[Block]] = {}
    for scope, block in by_scope(blocks):
        parts.setdefault(scope, []).append(block)
    for scope, part in parts.items():
        rows = [claim for claim in row_claims(part, SLAC) if claim.wording]
        if scope is not None:
            claims += [with_scope(claim, scope) for claim in rows]
            notices += unknown_rows(part, SLAC)
        elif rows:
            message = (
                f"{len(rows)} rows of the record of main findings stand under neither service; they were left out. "
                "Read them in the document."
            )
            at = rows[0].place
            notices.append(NoticeDraft(NoticeLevel.WARNING, NoticeCode.TABLE_TORN, message, at.page, at.line))
    return claims, notices


def _open_record(body: ScopedBody, blocks: Sequence[Block]) -> None:
    """Keep the headings of the record of main findings as sections: its own, and those of the services."""
    for block in blocks[:1]:
        body.records.open(block.text, SERVICE, block.place)
    for line in lines_of(blocks[1:]):
        if scope_of(line.text):
            body.records.open(line.text, SECTION, line.place)


def _of_no_service(claims: Sequence[GradeClaim]) -> list[NoticeDraft]:
    """A notice when sections that grade stand under neither service: the heading of one was not read."""
    orphans = [claim for claim in claims if claim.scope is None]
    if not orphans:
        return []
    at = orphans[0].place
    message = (
        f"{len(orphans)} graded sections stand under the heading of neither service; their grades were left out. "
        "Compare with the document."
    )
    return [NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, at.page, at.line)]


def _is_title(block: Block) -> bool:
    prose = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return prose and len(block.text) < TITLE_LENGTH and bool(HEADED.match(block.text) and TITLE.search(block.text))


class Slac:
    """The profile of inspections of safeguarding and looked after children services."""

    name = NAME
    kind = ReportKind.SLAC
    family = families.EARLY_GRADED

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A report opens with its title and, close behind, its dates."""
        near = blocks[index : index + COVER_LENGTH]
        return _is_title(blocks[index]) and labelled(near, DATES) is not None

    def score(self, part: Part) -> float:
        """Tell by title, dates, the headings of the domains and the record of main findings; the title must be there.

        Inspections of looked after children alone, which came later, are declined.
        """
        blocks = part.blocks
        cover = blocks[:COVER_LENGTH]
        if not any(_is_title(block) for block in cover) or not is_combined(blocks):
            return 0
        outline = Outline(RULES)
        domains = {o.rule.domain for block in blocks if (o := outline.opening(block)) and o.rule.domain}
        dated = labelled(cover, DATES) is not None
        hints = (dated, len(domains) >= FEWEST_DOMAINS, any(map(_is_record_heading, blocks)))
        return (2 + sum(hints)) / 5 if any(hints) else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the report."""
        blocks = rejoin_headings(part.blocks, RULES)
        outline = Outline(RULES)
        end = next((i for i, block in enumerate(blocks) if i and outline.opening(block)), len(blocks))
        record = record_start(blocks, _is_record_heading)
        cover = blocks[:end]
        body = ScopedBody()
        body.read(blocks[end:record])
        claims, doubts = _record_claims(blocks[record:])
        body.records.notices += doubts
        _open_record(body, blocks[record:])
        body.records.notices += body.check_areas()
        body.records.notices += other_times(body.records.sections)
        if record == len(blocks):
            message = "The record of main findings with which these reports end was not found: the end may be cut off."
            body.records.doubt(NoticeCode.ENDING_MISSING, message, blocks[-1], level=NoticeLevel.ERROR)
        claims += body.claims
        body.records.notices += _of_no_service(claims)
        title = next((block.text for block in cover if _is_title(block)), "")
        wordings = expected(FRAMEWORK)
        always = {domain: wordings[domain] for domain in (OVERALL, CAPACITY)}
        facts = Expected(always, sectionless=RECORD_ONLY, scopes=(Scope.SAFEGUARDING, Scope.LOOKED_AFTER))
        names = [block.text for block in cover[:4]]
        return graded_report(self, blocks, Found(title, names, cover, body, claims), facts)
