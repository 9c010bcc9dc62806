"""Tables of earlier grades inside an inspection report, parted from its own.

A table tells of earlier inspections in a column, or in a row, whose heading says "previous" or prints a date before the
report's own inspection; in a pair of label and grade ("Previous inspection judgement"); or as a whole, under a line
that announces the previous inspection, where the report has another table of grades. What tells of them is taken out,
so that it is never read as the report's own grade; rows of it without a domain and a grade that are known are unread.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind, TableCell, TableRow
from ingest.drafts import PartialDate
from ingest.structure.grade_tables import EARLIER, TabledGrade, domain_of
from ingest.wording.dates import find_time
from ingest.wording.domains import OVERALL
from ingest.wording.grades import grade_of, is_not_judged

FEWEST_ROWS = 2
PAIR = 2
NEAR = 2
LONGEST_HEADING = 80
JUDGED = re.compile(r"judge?ment|grade|rating|effectiveness|outcome|result", re.I)
INSPECTED = re.compile(r"inspect|\bilacs?\b|\bsif\b|judge?ment|grade", re.I)


@dataclass(frozen=True, slots=True)
class PartedTables:
    """The blocks of a report without what its tables tell of earlier inspections, those grades, and the unread rows."""

    blocks: tuple[Block, ...]
    earlier: tuple[TabledGrade, ...]
    unread: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parted:
    """The rows of a table that are the report's own, the earlier grades, and rows that tell of them and are unread."""

    rows: tuple[TableRow, ...]
    earlier: tuple[TabledGrade, ...]
    unread: tuple[TableRow, ...] = ()


def part_tables(blocks: Sequence[Block], own: PartialDate | None) -> PartedTables:
    """Part the tables of a report whose own inspection began on a day, None if that is not known."""
    kept: list[Block] = []
    earlier: list[TabledGrade] = []
    unread: list[TableRow] = []
    several = sum(len(_pairs(block.rows)) >= FEWEST_ROWS for block in blocks if block.rows) > 1
    for at, block in enumerate(blocks):
        parted = _parted(block, own) if block.rows else None
        if parted is None and several and (told := _announced(blocks[max(at - NEAR, 0) : at], own)):
            date, heading = told
            pairs = _pairs(block.rows)
            found = tuple(TabledGrade(d, row[0], g, row[1], date, heading, block.place) for row, d, g in pairs)
            parted = _Parted((), found, _unread_pairs(block.rows)) if len(found) >= FEWEST_ROWS else None
        if parted is None:
            kept.append(block)
            continue
        earlier += parted.earlier
        unread += parted.unread
        if parted.rows:
            kept.append(_of_rows(block, parted.rows))
    return PartedTables(tuple(kept), tuple(earlier), tuple(unread))


def _unread_pairs(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of an announced table that say something of a domain, and no grade that is known."""
    pairs = (row for row in rows if len(row.cells) == PAIR and all(row.texts) and not JUDGED.search(row.texts[1]))
    return tuple(row for row in pairs if _is_unread(row, 1))


def _of_rows(block: Block, rows: tuple[TableRow, ...]) -> Block:
    text = "\n".join("\t".join(row.texts) for row in rows)
    return replace(block, rows=rows, text=text, orig=text)


def _parted(block: Block, own: PartialDate | None) -> _Parted | None:
    """Part a table; None where it tells nothing of earlier inspections."""
    return _by_columns(block, own) or _by_rows(block, own) or _by_labels(block)


def _is_earlier(heading: str, own: PartialDate | None) -> bool:
    """Tell whether a heading is that of an earlier inspection."""
    date = find_time(heading)
    return bool(EARLIER.search(heading) or (date and own and date.iso < own.iso[: len(date.iso)]))


def _by_columns(block: Block, own: PartialDate | None) -> _Parted | None:
    heads = block.rows[0].texts
    columns = [at for at, head in enumerate(heads) if at and _is_earlier(head, own)]
    found = [
        TabledGrade(domain, row[0], grade, row[at], find_time(heads[at]), heads[at], block.place)
        for row in (other.texts for other in block.rows[1:])
        if row and (domain := domain_of(row[0]))
        for at in columns
        if at < len(row) and (grade := grade_of(row[at]))
    ]
    if not found or not _is_table(found):
        return None
    width = len(heads) - len(columns)
    rows = tuple(replace(row, cells=_without(row, columns)) for row in block.rows) if width > 1 else ()
    unread = (row for row in block.rows[1:] if any(at < len(row.cells) and _is_unread(row, at) for at in columns))
    return _Parted(rows, tuple(found), tuple(unread))


def _is_unread(row: TableRow, at: int) -> bool:
    """Tell whether a cell says something, and is no grade or stands in a row whose domain is not known."""
    text = row.texts[at]
    said = any(map(str.isalnum, text)) and not is_not_judged(text)
    return said and not (domain_of(row.texts[0]) and grade_of(text))


def _without(row: TableRow, columns: Sequence[int]) -> tuple[TableCell, ...]:
    return tuple(cell for at, cell in enumerate(row.cells) if at not in columns)


def _by_rows(block: Block, own: PartialDate | None) -> _Parted | None:
    heads = block.rows[0].texts
    domains = {at: domain for at, head in enumerate(heads) if (domain := domain_of(head))}
    kept: list[TableRow] = []
    unread: list[TableRow] = []
    found: list[TabledGrade] = []
    for row in block.rows[1:]:
        label = " ".join(text for at, text in enumerate(row.texts) if at not in domains and not grade_of(text))
        told = [
            TabledGrade(domain, heads[at], grade, row.texts[at], find_time(label), label, row.place)
            for at, domain in domains.items()
            if at < len(row.texts) and (grade := grade_of(row.texts[at]))
        ]
        said = any(at < len(row.texts) and any(map(str.isalnum, row.texts[at])) for at in domains)
        if _is_earlier(label, own) and (told or said):
            found += told
            unread += [row] if len(told) < len([at for at in domains if at < len(row.texts) and row.texts[at]]) else []
        else:
            kept.append(row)
    if not found or not _is_table(found):
        return None
    return _Parted((block.rows[0], *kept) if kept else (), tuple(found), tuple(unread))


def _by_labels(block: Block) -> _Parted | None:
    """Part the pairs of a label that speaks of the previous inspection with its grade, and with its date."""
    labelled = [row for row in block.rows if len(row.cells) == PAIR and EARLIER.search(row.texts[0])]
    date = next((day for row in labelled if (day := find_time(" ".join(row.texts)))), None)
    found = tuple(
        TabledGrade(_domain(label), label, grade, printed, date, label, row.place)
        for row in labelled
        for label, printed in (row.texts,)
        if JUDGED.search(label) and (grade := grade_of(printed))
    )
    return _Parted(tuple(row for row in block.rows if row not in labelled), found) if found else None


def _domain(label: str) -> str:
    """The domain that a label about the previous inspection names; the whole where it names none."""
    return domain_of(EARLIER.sub("", label).strip()) or OVERALL


def _is_table(found: Sequence[TabledGrade]) -> bool:
    """Tell whether grades are enough for a table: of two domains, or under a heading that says "previous"."""
    return len({grade.domain for grade in found}) >= FEWEST_ROWS or all(EARLIER.search(g.heading) for g in found)


def _pairs(rows: Sequence[TableRow]) -> list[tuple[tuple[str, ...], str, str]]:
    """The rows of a table of two columns that give a grade to a domain, each with both."""
    return [
        (row.texts, domain, grade)
        for row in rows
        if len(row.cells) == PAIR and (grade := grade_of(row.texts[1])) and (domain := domain_of(row.texts[0]))
    ]


def _announced(before: Sequence[Block], own: PartialDate | None) -> tuple[PartialDate | None, str] | None:
    """The date and the words with which lines announce the previous inspection, if they do."""
    lines = [line for block in reversed(before) if (line := _announcement(block))]
    if not lines:
        return None
    date = next((found for line in lines if (found := find_time(line))), None)
    if date and own and not date.iso < own.iso[: len(date.iso)]:
        return None
    return date, lines[0]


def _announcement(block: Block) -> str:
    short = block.kind is BlockKind.HEADING or len(block.text) <= LONGEST_HEADING
    announces = block.text.rstrip().endswith(":") or (short and not block.text.rstrip().endswith("."))
    earlier = EARLIER.search(block.text) and INSPECTED.search(block.text)
    return block.text if not block.rows and announces and earlier else ""
