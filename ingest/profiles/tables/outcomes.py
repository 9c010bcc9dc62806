"""Tables of the outcomes of inspections, as inspectorates publish them each year and others collect them.

In this order: the sheets with a header of such a table, whose rows are read into inspections and grades
(``ingest.profiles.tables.rows``); title and day of publication, from what stands in front of the tables; all other
text, such as notes, as context. Every judgement is reported, whoever published the table, and carries its inspection.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block, BlockKind, Place, TableRow
from ingest.drafts import FindingDraft, InspectionDraft, JudgementDraft, PartialDate, ReportDraft, SectionDraft
from ingest.notices import NoticeDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.profiles.tables.cells import Answer, date_in, legend_of
from ingest.profiles.tables.headings import Heading, Role, headings_of, words_of
from ingest.profiles.tables.inspections import RowGrade, TableInspection
from ingest.profiles.tables.rows import Grid, RowReader
from ingest.structure.anchors import Anchors, slug
from ingest.wording.authorities import authority_named
from ingest.wording.covers import find_licence
from ingest.wording.dates import shown
from ingest.wording.grades import grade_of
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, Basis, FindingKind, NoticeLevel, ReportKind

HEADER_WITHIN = 8
"""Rows of a table among which its header must be."""

LEAST_ROWS = 2
LONGEST_TITLE = 200
PUBLISHER = re.compile(
    r"\b(?:published|produced|issued|compiled) by:? (?:the )?(?:ofsted|office for standards in education)\b"
    r"|@ofsted\.gov\.uk\b|\bofsted official statistics\b"
    r"|^\W*(?:publisher|responsible (?:organisation|department|statistician)|source)\b\W*ofsted\b",
    re.I,
)
"""How a table says that the inspectorate published it; one that only speaks of the inspectorate is anybody's."""

DEFAULT_TITLE = "Table of the outcomes of inspections"
PUBLISHED = frozenset({"published", "published on", "publication date", "date published", "date of publication"})


def grid_of(block: Block) -> Grid | None:
    """The table of outcomes that a block is; None for any other block."""
    for n, row in enumerate(block.rows[:HEADER_WITHIN]):
        headings = headings_of(row.texts)
        if headings is not None:
            rows = block.rows[n + 1 :]
            named = sum(_names_authority(one, headings) for one in rows[: 4 * LEAST_ROWS])
            above = [(one, _is_judged(one, headings)) for one in block.rows[:n]]
            judged = tuple(one for one, is_judged in above if is_judged)
            others = tuple(one for one, is_judged in above if not is_judged)
            found = Grid(headings, (*judged, *rows), others)
            return found if rows and named >= min(LEAST_ROWS, len(rows)) else None
    return None


def _is_judged(row: TableRow, headings: Sequence[Heading]) -> bool:
    """Tell whether a row above the header is one of the table, which was sorted with its header."""
    return _names_authority(row, headings) and any(grade_of(text) is not None for text in row.texts)


def _names_authority(row: TableRow, headings: Sequence[Heading]) -> bool:
    cells = [text for text, heading in zip(row.texts, headings, strict=False) if heading.role is Role.NAME]
    codes = [text for text, heading in zip(row.texts, headings, strict=False) if heading.role is Role.CODE]
    return any(map(authority_named, cells)) or any(text.strip() for text in codes)


def _is_mostly_tables(blocks: Sequence[Block]) -> bool:
    """Whether more words stand in tables of outcomes than elsewhere: papers that quote such a table are no table."""
    inside = sum(len(block.text) for block in blocks if grid_of(block))
    return 2 * inside > sum(len(block.text) for block in blocks)


class Outcomes:
    """The profile of tables of outcomes."""

    name = "outcomes-table/1"
    kind = ReportKind.OUTCOMES_TABLE
    family = families.OTHER

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """The first table of outcomes of a document that holds little else."""
        if not blocks[index].rows or grid_of(blocks[index]) is None:
            return False
        return not any(grid_of(block) for block in blocks[:index]) and _is_mostly_tables(blocks)

    def score(self, part: Part) -> float:
        """Certain where most words stand in such tables."""
        return 0.97 if any(map(grid_of, part.blocks)) and _is_mostly_tables(part.blocks) else 0.0

    def extract(self, part: Part) -> ReportDraft:
        """Read the tables, then what stands around them."""
        blocks = part.blocks
        grids = _grids(blocks)
        reader = RowReader(legend_of(block.text for block in blocks))
        inspections = reader.read(grids)
        drafts = [one.draft for one in inspections]
        published = _published(blocks)
        sections, findings = _around(blocks, reader.empty)
        return ReportDraft(
            kind=self.kind,
            title=_title(blocks) or _default_title(drafts),
            profile=self.name,
            authority=None,
            published=published,
            licence=find_licence(blocks),
            mentions=tuple(mention for one in inspections for mention in one.mentions),
            judgements=_judgements(inspections),
            sections=sections,
            findings=findings,
            notices=(*_undated(published, drafts, blocks), *_unknown(grids), *reader.doubts.notices),
            place=blocks[0].place,
            by_inspectorate=_is_by_inspectorate(blocks),
        )


def _is_by_inspectorate(blocks: Sequence[Block]) -> bool:
    """Tell whether what stands around the tables says that the inspectorate published them."""
    around = (block for block in blocks if grid_of(block) is None)
    lines = (line for block in around for line in ([" ".join(row.texts) for row in block.rows] or [block.text]))
    return any(PUBLISHER.search(line) for line in lines)


def _grids(blocks: Sequence[Block]) -> tuple[Grid, ...]:
    """The tables of outcomes; a table that goes on without a header of its own has that of the table before."""
    found: list[Grid] = []
    for block in blocks:
        grid = grid_of(block)
        if grid is None and _goes_on(block, found[-1:]):
            grid = Grid(found[-1].headings, block.rows)
        if grid is not None:
            found.append(grid)
    return tuple(found)


def _goes_on(block: Block, before: Sequence[Grid]) -> bool:
    widths = {len(row.cells) for row in block.rows}
    return any(
        widths == {len(grid.headings)} and all(_names_authority(row, grid.headings) for row in block.rows[:LEAST_ROWS])
        for grid in before
    )


def _judgements(inspections: Sequence[TableInspection]) -> tuple[JudgementDraft, ...]:
    anchors = Anchors()
    return tuple(
        _judgement(one.draft, grade, anchors.take(f"{_stem(one)}/{grade.domain}"))
        for one in inspections
        for grade in one.grades
    )


def _stem(one: TableInspection) -> str:
    la_code, framework, first = one.key
    return f"{la_code}/{framework or 'inspection'}-{first}"


def _judgement(inspection: InspectionDraft, grade: RowGrade, anchor: str) -> JudgementDraft:
    absences = {Answer.NOT_JUDGED: Absence.NOT_JUDGED, Answer.UNREAD: Absence.NOT_READ}
    return JudgementDraft(
        anchor, grade.domain, grade.wording, grade.cell.grade, grade.printed, Basis.REPORTED,
        absence=absences.get(grade.cell.answer), inspection=inspection, place=inspection.place,
    )  # fmt: skip


def _is_sheet_name(block: Block) -> bool:
    return block.place.where in (f"sheet {block.orig}", f"sheet {block.text}")


def _title(blocks: Sequence[Block]) -> str:
    """The first line in front of the tables that is no sentence and no name of a sheet, "" where there is none."""
    for block in blocks:
        if grid_of(block) or len(block.text) > LONGEST_TITLE:
            break
        is_line = not block.rows and block.kind is not BlockKind.FURNITURE and not _is_sheet_name(block)
        if is_line and not ends_like_a_sentence(block.text):
            return block.text
    return ""


def _newest(inspections: Sequence[InspectionDraft]) -> str:
    return max((one.published.iso for one in inspections if one.published), default="")


def _default_title(inspections: Sequence[InspectionDraft]) -> str:
    """The title of a table that has none: until when it holds reports."""
    newest = _newest(inspections)
    return f"{DEFAULT_TITLE} published up to {shown(newest)}" if newest else DEFAULT_TITLE


def _published(blocks: Sequence[Block]) -> PartialDate | None:
    """The day behind the label of publication, in a row of a table or in a line."""
    for block in blocks:
        if grid_of(block):
            continue
        pairs = [(row.texts[0], " ".join(row.texts[1:])) for row in block.rows if row.texts]
        pairs += [] if block.rows else [(label, rest) for label, sign, rest in (block.text.partition(":"),) if sign]
        for label, value in pairs:
            if words_of(label) in PUBLISHED and (found := date_in(value.strip())):
                return found
    return None


def _undated(
    published: PartialDate | None, inspections: Sequence[InspectionDraft], blocks: Sequence[Block]
) -> Iterator[NoticeDraft]:
    if published is not None:
        return
    newest = _newest(inspections)
    until = f" The newest report in it was published on {shown(newest)}." if newest else ""
    message = f"The table does not say when it was published.{until}"
    place = blocks[0].place
    yield NoticeDraft(
        NoticeLevel.INFO, NoticeCode.PUBLICATION_DATE_MISSING, message, place.page, place.line, where=place.where
    )


def _unknown(grids: Sequence[Grid]) -> Iterator[NoticeDraft]:
    """Columns that were not read: a doubt where they hold grades, else a note."""
    others: dict[str, Grid] = {}
    for grid in grids:
        for n, heading in enumerate(grid.headings):
            if heading.role is not Role.OTHER or not heading.printed:
                continue
            cells = [row.texts[n] for row in grid.rows if n < len(row.texts) and row.texts[n]]
            place = grid.rows[0].place
            if cells and sum(grade_of(text) is not None for text in cells) * 2 > len(cells):
                message = (
                    f"The column “{heading.printed}” holds grades, but it is not known of what; they were left out."
                )
                yield NoticeDraft(
                    NoticeLevel.ERROR, NoticeCode.UNKNOWN_COLUMN, message, place.page, place.line, where=place.where
                )
            else:
                others.setdefault(heading.printed, grid)
    if others:
        place = next(iter(others.values())).rows[0].place
        message = (
            f"Columns that say nothing of an inspection are kept in the words of their rows only: {', '.join(others)}."
        )
        yield NoticeDraft(
            NoticeLevel.INFO, NoticeCode.UNKNOWN_COLUMN, message, place.page, place.line, where=place.where
        )


def _around(
    blocks: Sequence[Block], empty: Sequence[TableRow]
) -> tuple[tuple[SectionDraft, ...], tuple[FindingDraft, ...]]:
    """What stands around the tables: headings as sections; all else as context, rows above a header too."""
    anchors = Anchors()
    sections: list[SectionDraft] = []
    findings: list[FindingDraft] = []

    def note(place: Place, text: str) -> None:
        section = sections[-1].anchor if sections else None
        stem = f"{section or 'cover'}-{sum(one.section == section for one in findings) + 1}"
        findings.append(FindingDraft(anchors.take(stem), None, FindingKind.CONTEXT, text, text, section, None, place))

    title, notes = _title(blocks), {id(row) for row in empty}
    for block in blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE) or block.text == title:
            continue
        if block.kind is BlockKind.HEADING:
            sections.append(SectionDraft(anchors.take(slug(block.text)), block.text, 1, place=block.place))
        elif not block.rows:
            note(block.place, block.text)
        else:
            grid = grid_of(block)
            above = {id(row) for row in grid.above} if grid else set()
            for row in block.rows:
                if (grid is None or id(row) in notes | above) and any(row.texts):
                    note(row.place, " | ".join(text for text in row.texts if text))
    return tuple(sections), tuple(findings)
