"""The grades of an annual performance assessment: its table, headings and sentences, and tables of strengths unfolded.

The numbers count on the scale of the framework, on which 4 is the best. A row of the table that grades something else
gives a notice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.notices import NoticeDraft
from ingest.structure.grade_claims import row_claim, row_claims
from ingest.structure.grades import GradeClaim, Source
from ingest.structure.outline import bare_heading
from ingest.structure.records import Records
from ingest.wording.domains import APA, CAPACITY, CONTRIBUTING, ECONOMIC, ENJOYING, HEALTHY, SAFE
from ingest.wording.grades import grade_of, grade_on_scale
from ingest.wording.late import late
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FRAMEWORK = "apa"
SERVICES = "childrens-services"
FEWEST_ROWS = 2
OUTCOMES = frozenset({HEALTHY, SAFE, ENJOYING, CONTRIBUTING, ECONOMIC})
_AWARDS = r"\b(?:is|are)\s+(?:now\s+)?(?P<grade>outstanding|excellent|good|adequate|inadequate)\b(?!\s+or\b)"
ANY_DOMAIN = late(
    rf"(?:in\s+this\s+(?:aspect|area|outcome)(?:\s+area)?\b.{{0,30}}?|^outcomes\b.{{0,60}}?){_AWARDS}", re.I
)
OF_DOMAIN = {
    SERVICES: late(rf"^(?:the\s+)?(?:(?:council|authority)'?s\s+)?overall\s+effectiveness\b.{{0,60}}?{_AWARDS}", re.I),
    CAPACITY: late(rf"\bcapacity\s+(?:to|for)\s+.{{0,60}}?{_AWARDS}", re.I),
}
STRENGTHS = late(r"(?:(?:major|key|main)\s+|areas?\s+of\s+)?strengths?", re.I)
WEAKNESSES = late(
    r"(?:(?:important|major|key|main)\s+)?weaknesses\b.{0,60}|(?:(?:key|main)\s+)?areas?\s+for\s+.{0,60}", re.I
)
BULLET = late(r"^[\u2022\u25aa\u25fc\uf06e\uf0a7\uf0b7*\u2013-]\s*")


def _graded(wording: str) -> bool:
    return (grade_on_scale(wording, FRAMEWORK) or grade_of(wording)) is not None


def _in_scale(claim: GradeClaim) -> GradeClaim:
    """The claim on the scale of the framework."""
    return replace(claim, wording=claim.wording.strip(), scale=FRAMEWORK)


def table_of_grades(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The tables whose rows grade what an assessment grades, or the lines of one that has lost its columns."""
    tables = [block for block in blocks if block.rows and len(claims_of([block])) >= FEWEST_ROWS]
    if tables:
        return tuple(tables[:1])
    lines = [block for block in blocks if not block.rows and any(c.wording.isdecimal() for c in claims_of([block]))]
    return tuple(lines) if len(lines) >= FEWEST_ROWS else ()


def claims_of(blocks: Sequence[Block]) -> list[GradeClaim]:
    """The claims of the rows of a table, on the scale of the framework."""
    return [_in_scale(claim) for claim in row_claims(blocks, APA) if claim.wording]


def read_claims(tabled: Sequence[Block], records: Records) -> list[GradeClaim]:
    """The claims of the table, of the headings of sections, and of the sentences that word the grade of a section.

    Where the table grades no outcome, as until 2006, the sentences are the place where outcomes are graded.
    """
    claims = claims_of(tabled)
    worded_by = Source.HEADING if {claim.domain for claim in claims} & OUTCOMES else Source.SENTENCE
    sections = {section.anchor: section for section in records.sections if section.domain}
    for heading in sections.values():
        headed = row_claim(heading.heading, APA, Source.HEADING, heading.place)
        claims += [_in_scale(headed)] if headed and headed.wording else []
    for finding in records.findings:
        section = sections.get(finding.section or "")
        words = _awarded(finding.text, section.domain) if section else None
        if section and words:
            claim = GradeClaim(section.domain or "", bare_heading(section.heading), words, worded_by, finding.place)
            claims.append(_in_scale(claim))
    return claims


def _awarded(text: str, domain: str | None) -> str | None:
    """The grade that the first sentence of a text awards to the domain of its section, or None."""
    first = bare_heading(text).partition(". ")[0]
    own = OF_DOMAIN.get(domain or "")
    found = ANY_DOMAIN.search(first) or (own.search(first) if own else None)
    return found["grade"] if found else None


def unknown_grades(tabled: Iterable[Block]) -> Iterator[NoticeDraft]:
    """A notice for each row of the table that grades what is none of the domains: it was left out."""
    for block in tabled:
        for row in block.rows:
            *label, grade = [text for text in row.texts if text] or [""]
            named = " ".join(label)
            if named and _graded(grade) and row_claim(f"{named} {grade}", APA, Source.TABLE, row.place) is None:
                message = (
                    f"The table grades “{named[:80]}” as “{grade}”, which is no domain that is known; it was left out."
                )
                at = row.place
                yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK, message, at.page, at.line)


def _item(text: str, block: Block, cell: TableCell) -> Block:
    words = BULLET.sub("", text).strip()
    return replace(
        block, kind=BlockKind.ITEM, text=words, orig=text, place=cell.place, level=1, marker="\u2022", rows=()
    )


def _heading(text: str, block: Block, cell: TableCell) -> Block:
    place = cell.place if cell.place.page or cell.place.line else block.place
    return replace(block, kind=BlockKind.HEADING, text=text, orig=text, place=place, level=2, marker="", rows=())


def unfold(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with each table of strengths beside weaknesses as headings and items.

    The domain of a row stands in a row of its own above it, in its own column, or over the items of each cell.
    """
    return tuple(unfolded for block in blocks for unfolded in (_unfolded(block) if _sides(block) else (_line(block),)))


def _line(block: Block) -> Block:
    """A heading whose grade stands behind a tab or in a cell of its own, on one line; any other block as it is."""
    if len(block.rows) != 1:
        return block
    text = " ".join(filter(None, block.rows[0].texts))
    claim = row_claim(text, APA, Source.HEADING, block.place)
    return replace(block, kind=BlockKind.HEADING, text=text, rows=(), level=2) if claim and claim.wording else block


def _sides(block: Block) -> dict[int, TableCell]:
    """The columns of strengths and of weaknesses by their index; none where the first row does not head both."""
    heads = dict(enumerate(block.rows[0].cells)) if block.rows else {}
    strong = [at for at, cell in heads.items() if STRENGTHS.fullmatch(cell.text.strip(" :"))]
    weak = [at for at, cell in heads.items() if WEAKNESSES.fullmatch(cell.text.strip(" :"))]
    return {at: heads[at] for at in sorted((*strong, *weak))} if strong and weak else {}


def _names_domain(text: str) -> bool:
    return row_claim(text.strip(" :"), APA, Source.TABLE, Place()) is not None


def _is_beside_filled(row: TableRow, at: int, heads: dict[int, TableCell]) -> bool:
    """Tell whether a cell is left empty beside a filled one of the other column: nothing is said there, or lost."""
    return any(other != at and other < len(row.cells) and row.cells[other].text for other in heads)


def _unfolded(block: Block) -> Iterator[Block]:
    heads = _sides(block)
    for row in block.rows[1:]:
        filled = [cell for cell in row.cells if cell.text]
        beside = [cell for at, cell in enumerate(row.cells) if cell.text and at not in heads]
        if named := next((cell for cell in beside or filled[:1] if _names_domain(cell.text)), None):
            yield _heading(named.text, block, named)
            if len(filled) == 1:
                continue
        for at, head in heads.items():
            cell = row.cells[at] if at < len(row.cells) else TableCell()
            paragraphs = [text for text in cell.paragraphs if BULLET.sub("", text).strip()]
            if paragraphs and _names_domain(paragraphs[0]):
                yield _heading(paragraphs.pop(0), block, cell)
            if paragraphs or _is_beside_filled(row, at, heads):
                yield _heading(head.text, block, head)
                yield from (_item(text, block, cell) for text in paragraphs)
