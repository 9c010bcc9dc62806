"""The joint area review of 2005 to 2009: twelve grades over three scopes, numbered paragraphs, recommendations by timescale.

Order of decision: the cover ends where "Introduction" opens the body (the list of contents names it first); every
heading of ``DIVISIONS`` opens a section, which tells the kind of the paragraphs under it, their domain or the timescale
of the recommendations. Unnumbered text under a numbered paragraph belongs to it. The grades come from the
table alone (``jar_grades``); the sentences that word them are compared with it and never replace it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.drafts import FindingDraft, InspectionDraft, JudgementDraft, ReportDraft
from ingest.notices import Notice
from ingest.profiles.jar.grades import Grades, read_grades
from ingest.profiles.protocol import Part
from ingest.structure.entries import SKIPPED
from ingest.structure.records import Records
from ingest.structure.report_builder import build_report
from ingest.structure.timescales import check_bands
from ingest.wording.addressees import find_addressee
from ingest.wording.covers import Cover, authority_of, cover_facts
from ingest.wording.visits import EXACT
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import framework_domains
from inspections.vocabulary import Basis, FindingKind, NoticeLevel, ReportKind, Scope, Timescale

FRAMEWORK = "jar"
TITLE = re.compile(r"joint area review\b(?!.*\b(?:action plan|progress)\b).{0,60}", re.I)
AREA = re.compile(r".{3,60}\b(?:children['’]s services authority area|local authority area)", re.I)
COVER_LENGTH = 30
ANNEX = "annex/"


@dataclass(frozen=True, slots=True)
class Division:
    """A heading of the review and what stands under it; ``pattern`` matches the whole heading."""

    pattern: str
    level: int
    kind: FindingKind | None = None
    domain: str | None = None
    timescale: Timescale | None = None
    annex: bool = False


def _domains() -> tuple[Division, ...]:
    rows = (row for row in framework_domains() if row.framework == FRAMEWORK and Scope.LOCAL_SERVICES in row.scopes)
    return tuple(Division(re.escape(row.wording).replace("\\-", "-?"), 3, domain=row.domain) for row in rows)


GRADES = Division("grades", 1, FindingKind.SUMMARY)
RECOMMENDATIONS = Division("recommendations", 1, FindingKind.CONTEXT)
# Every review sorts its recommendations into these bands; some have one of three months as well.
BANDS = (Timescale.IMMEDIATE, Timescale.SIX_MONTHS, Timescale.LONGER_TERM)
DIVISIONS = (
    Division("introduction", 1, FindingKind.CONTEXT),
    Division("context", 1, FindingKind.CONTEXT),
    Division("summary(?: report)?", 1, FindingKind.SUMMARY),
    GRADES,
    RECOMMENDATIONS,
    Division("for immediate action", 2, timescale=Timescale.IMMEDIATE),
    Division("for action (?:over|in|within) the next three months", 2, timescale=Timescale.THREE_MONTHS),
    Division("for action (?:over|in|within) the next six months", 2, timescale=Timescale.SIX_MONTHS),
    Division("for action in the longer term", 2, timescale=Timescale.LONGER_TERM),
    Division("(?:the )?main report", 1, FindingKind.FINDING),
    Division("outcomes for children and young people", 2),
    Division("the impact of local services", 2),
    Division("annex\\b.*", 1, FindingKind.FINDING, annex=True),
    *_domains(),
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that words a grade of the table; ``domain`` None stands for the domain of the section."""

    pattern: re.Pattern[str]
    scope: Scope
    domain: str | None = None
    annex: bool = False


GRADE = r"(?P<grade>outstanding|excellent|good|adequate|inadequate)"
CLAIMS = (
    Claim(re.compile(rf"(?:the work of|the management of)\b[^.]*?\bis {GRADE}\b", re.I), Scope.LOCAL_SERVICES),
    Claim(re.compile(rf"[^.]*\bhave an? {GRADE} capacity to improve\b", re.I), Scope.LOCAL_SERVICES, "capacity-to-improve"),
    Claim(
        re.compile(rf"[^.]*\bservices for children and young people (?:is|are) {GRADE}\b", re.I),
        Scope.COUNCIL,
        "childrens-services",
        annex=True,
    ),
    Claim(
        re.compile(rf"[^.]*\bcapacity to improve (?:as|is) {GRADE}\b", re.I), Scope.COUNCIL, "capacity-to-improve", annex=True
    ),
)  # fmt: skip


@dataclass
class _Reading:
    """What has been read so far of the body, and what the open division means for what follows."""

    records: Records = field(default_factory=Records)
    graded: list[Block] = field(default_factory=list)
    kind: FindingKind = FindingKind.CONTEXT
    timescale: Timescale | None = None
    addressee: str | None = None
    part: str = ""
    holds_grades: bool = False
    recommends: bool = False
    notices: list[Notice] = field(default_factory=list)

    def doubt(self, code: NoticeCode, message: str, block: Block) -> None:
        self.notices.append(Notice(NoticeLevel.WARNING, code, message, block.place.page, block.place.line))


def division_of(block: Block) -> Division | None:
    """The division that the block opens, or None: a short unnumbered block that is one of the headings and nothing else."""
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or block.number or len(block.text) > 120:
        return None
    text = block.text.replace("’", "'").strip(" .:")
    return next((d for d in DIVISIONS if re.fullmatch(d.pattern, text, re.I)), None)


def _body_start(blocks: tuple[Block, ...]) -> int:
    first = next((i for i, block in enumerate(blocks) if block.number == "1"), len(blocks))
    opening = [i for i, block in enumerate(blocks[:first]) if (d := division_of(block)) and d.level == 1]
    return opening[-1] if opening else first


def _open(reading: _Reading, division: Division, block: Block) -> None:
    reading.records.open(block.text, division.level, block.place, division.domain)
    reading.kind = division.kind or reading.kind
    reading.timescale, reading.addressee = division.timescale, None
    reading.holds_grades = division is GRADES
    if division.level == 1:
        reading.recommends = division is RECOMMENDATIONS
        reading.part = ANNEX if division.annex else ""


def _recommend(reading: _Reading, block: Block) -> None:
    """An item, or a sentence that ends in a colon and stands over the items that serve one purpose."""
    addressee = find_addressee(block.text)
    if block.kind is not BlockKind.ITEM and block.text.endswith(":"):
        reading.records.open(block.text, 3, block.place)
        reading.addressee = addressee
    else:
        if block.kind is not BlockKind.ITEM:
            message = (
                "A paragraph without a bullet stands among the recommendations; it was read as one of them. Compare."
            )
            reading.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
        reading.records.recommendation(block, reading.timescale, addressee or reading.addressee)


def _ends_list(block: Block, following: Block | None) -> bool:
    """Tell whether a heading that is not known, or a table, stands behind the recommendations: neither is one."""
    over = following is not None and (following.kind is BlockKind.ITEM or following.text.endswith(":"))
    heads = block.kind is BlockKind.HEADING and not block.number and not block.text.endswith(":") and not over
    return heads or block.kind is BlockKind.TABLE


def _leave_list(reading: _Reading, block: Block) -> None:
    if block.kind is BlockKind.TABLE:
        reading.doubt(
            NoticeCode.TABLE_NOT_READ, "A table stands among the recommendations and was not read. Look at it.", block
        )
        return
    message = f"The heading “{block.text[:80]}” is not known; what stands under it was read as findings."
    reading.doubt(NoticeCode.HEADING_UNKNOWN, message, block)
    reading.records.open(block.text, 1, block.place)
    reading.timescale, reading.recommends, reading.kind = None, False, FindingKind.FINDING


def _begins_list(block: Block, following: Block | None) -> bool:
    """Tell whether a block is an item, or the sentence over items."""
    over = block.text.endswith(":") and following is not None and following.kind is BlockKind.ITEM
    return not block.number and (block.kind is BlockKind.ITEM or over)


def _read_body(blocks: tuple[Block, ...]) -> _Reading:
    reading = _Reading()
    records = reading.records
    blocks = tuple(block for block in blocks if block.kind not in SKIPPED)
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        division = division_of(block)
        if reading.holds_grades and not block.number and (division is None or division.domain):
            reading.graded.append(block)
        elif division:
            _open(reading, division, block)
        elif reading.timescale and _ends_list(block, following):
            _leave_list(reading, block)
        elif reading.timescale and not block.number:
            _recommend(reading, block)
        elif reading.recommends and _begins_list(block, following):
            if block.kind is BlockKind.ITEM:
                message = (
                    "A recommendation stands under no heading that tells its timescale. Compare with the document."
                )
                reading.doubt(NoticeCode.HEADING_MISSING, message, block)
            _recommend(reading, block)
        elif block.number or not records.can_extend:
            records.finding(block, reading.kind, reading.part)
        else:
            records.extend(block)
    return reading


def _claims(findings: Sequence[FindingDraft]) -> Iterator[tuple[str, Scope, str, FindingDraft]]:
    """Every (domain, scope, grade word, finding) that the text of a summary, main report or annex claims."""
    for finding in findings:
        annex = finding.anchor.startswith(ANNEX)
        for claim in CLAIMS:
            match = claim.pattern.match(finding.text) if claim.annex == annex else None
            domain = claim.domain or finding.domain
            if match and domain and finding.kind in (FindingKind.SUMMARY, FindingKind.FINDING):
                yield domain, claim.scope, match["grade"].casefold(), finding


def _evidence(domain: str, scope: Scope, findings: Sequence[FindingDraft]) -> tuple[str, ...]:
    main = [f for f in findings if f.kind is FindingKind.FINDING]
    if scope == Scope.LOCAL_SERVICES and any(f.domain == domain for f in main):
        return tuple(f.anchor for f in main if f.domain == domain)
    if (scope, domain) == (Scope.COUNCIL, "childrens-services"):
        return tuple(f.anchor for f in main if f.anchor.startswith(ANNEX))
    return tuple(f.anchor for d, s, _, f in _claims(main) if (d, s) == (domain, scope))


def _judgements(grades: Grades, findings: Sequence[FindingDraft]) -> tuple[tuple[JudgementDraft, ...], list[Notice]]:
    judgements = tuple(
        JudgementDraft(
            anchor=f"judgement-{cell.scope}-{cell.domain}",
            domain=cell.domain,
            domain_wording=cell.domain_wording,
            grade=cell.grade,
            grade_wording=cell.wording,
            basis=Basis.PRIMARY,
            scope=cell.scope,
            absence=cell.absence,
            evidence=_evidence(cell.domain, cell.scope, findings),
            place=cell.place,
        )
        for cell in grades.cells
    )
    by_key = {(j.domain, j.scope): j for j in judgements}
    notices = []
    for domain, scope, word, finding in _claims(findings):
        judgement = by_key.get((domain, scope))
        claimed = "outstanding" if word == "excellent" else word
        if judgement and judgement.grade and judgement.grade != claimed:
            message = (
                f"The table of grades gives {judgement.domain_wording} {judgement.grade_wording} ({judgement.grade}), but "
                f"paragraph {finding.ref} says “{word}”. The table was taken; check which is right."
            )
            place = finding.place
            notices.append(
                Notice(
                    NoticeLevel.ERROR, NoticeCode.GRADE_CONTRADICTION, message, place.page, place.line, judgement.anchor
                )
            )
    return judgements, notices


def _missing(reading: _Reading, cover: Cover) -> Iterator[Notice]:
    """What every review has: its recommendations in their bands, and the day on which it was published."""
    if not reading.records.recommendations:
        message = "No recommendations were found, though a joint area review has them. Compare with the document."
        yield Notice(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, message)
    yield from check_bands(reading.records.recommendations, BANDS, cover.place)
    if cover.published is None or len(cover.published.iso) < EXACT:
        message = "The day of publication was not found on the cover. Read it in the document."
        yield Notice(
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
        found = {d.pattern for block in part.blocks if (d := division_of(block))}
        return 0.4 if {"(?:the )?main report", "the impact of local services", "grades"} <= found else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read cover, grades, paragraphs and recommendations; notices name what is missing or contradicts itself."""
        start = _body_start(part.blocks)
        cover = cover_facts(part.blocks[:start])
        area = next((m[0] for b in part.blocks[:start] if (m := AREA.search(b.text))), "")
        authority, notices = authority_of(area, cover)
        reading = _read_body(part.blocks[start:])
        records = reading.records
        grades = read_grades(tuple(reading.graded))
        judgements, contradictions = _judgements(grades, records.findings)
        notices += [
            *reading.notices,
            *grades.notices,
            *contradictions,
            *records.check_numbers(),
            *_missing(reading, cover),
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
