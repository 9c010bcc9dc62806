"""The reader of spreadsheets: .xlsx, .xls, .xlsb and .ods, by calamine.

Each visible sheet becomes one table with the name of the sheet as its heading. In this order: rows and columns without
anything in them fall away; rows above the table that hold one text each are paragraphs in front of that heading, as the
title of a plan is; all others are rows of the table. A merged cell stands at its first place. Numbers and dates are
printed as a person reads them; a date without a time of day is "27 November 2015". In all formats but .xlsb it counts
how they are shown, too: "90%", "£1,200", "March 2025"; and cells keep the addresses to which they lead. Headers and
footers of the printed sheet are furniture.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import takewhile
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.readers.beside import parted
from ingest.readers.cell_formats import SheetFormats, formats_of, formatted
from ingest.readers.old_cells import old_cells
from ingest.readers.open_cells import open_cells
from ingest.readers.passages import Cell, Grid, Part, Passage, blocks_of, cell_of, passages_of
from ingest.readers.sheet_doubts import LONGEST_NAME, chart_sheets, doubts_of, hidden_sheets, some, unknown_looks
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "spreadsheet/1"
FORMATS: Mapping[MediaType, Callable[[bytes], dict[str, SheetFormats]]] = {
    MediaType.EXCEL: formats_of,
    MediaType.OPEN_SPREADSHEET: open_cells,
    MediaType.EXCEL_97: old_cells,
}
"""What tells how cells are shown; of .xlsb nothing does, and numbers are printed by their values.

Those that may be percentages or dates then give a warning.
"""
UNTOLD = (MediaType.EXCEL_97, MediaType.EXCEL_BINARY)
"""Formats of which all looks may be unknown: those of .xls are where its file is damaged."""

FIRST_DAY, LAST_DAY = 36526, 55153
"""1 January 2000 and 31 December 2050, as spreadsheets count days."""

MAX_CELLS = 400_000
DEFAULT_NAME = re.compile(r"(?:work)?sheet ?\d+", re.I)
"""The name of a sheet that nobody named; it is no heading."""

RUNNING = "header or footer"

DIGITS = ".12g"
"""A spreadsheet shows no more digits of a number than these."""

Row = tuple[int, tuple[Cell, ...]]
"""The number of a row, as the spreadsheet shows it, and its cells."""


def read(data: bytes, media_type: MediaType) -> ReadDocument:
    """Read a spreadsheet.

    Raises Refused when it is locked with a password (``encrypted``), damaged (``damaged-file``), too large
    (``too-large``) or has nothing in it (``empty``). Sheets that are hidden are left out, and hidden rows and columns
    are read, each with a warning (``text-hidden``), as are struck words (``text-struck``); comments are not read
    (``comments-left``). Numbers of which nothing tells how they are shown give one too (``numbers-unformatted``);
    formats that tell nothing of looks are told (``looks-unknown``).
    """
    parts: list[Part] = []
    hidden: list[str] = []
    running: list[str] = []
    charts: list[str] = []
    notices: list[NoticeDraft] = []
    formats = FORMATS[media_type](data) if media_type in FORMATS else {}
    is_told = bool(formats) or media_type not in UNTOLD
    cells = 0
    try:
        book = CalamineWorkbook.from_object(BytesIO(data))
        for sheet in book.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                charts += [sheet.name] if sheet.typ is SheetTypeEnum.ChartSheet else []
                continue
            if sheet.visible is not Visible.Visible:
                hidden.append(sheet.name)
                continue
            grid = book.get_sheet_by_name(sheet.name)
            cells += grid.height * grid.width
            if cells > MAX_CELLS:
                message = f"The sheets have more than {MAX_CELLS:,} cells. Save the sheet that is needed by itself."
                raise Refused(NoticeCode.TOO_LARGE, message)
            looks = formats.get(sheet.name, SheetFormats())
            parts += _parts(grid, looks, is_first=not parts)
            notices += () if is_told else _unformatted(sheet.name, grid)
            notices += doubts_of(sheet.name, _filled(grid), looks)
            running += looks.running
    except PasswordError as error:
        message = "The spreadsheet is locked with a password. Save it without one and read that."
        raise Refused(NoticeCode.ENCRYPTED, message) from error
    except CalamineError as error:
        message = "The spreadsheet is damaged and cannot be opened. Save it again and read the new file."
        raise Refused(NoticeCode.DAMAGED_FILE, message) from error
    if not is_told:
        notices.append(unknown_looks())
    parts += (Passage(line, RUNNING, BlockKind.FURNITURE) for line in dict.fromkeys(running))
    blocks = blocks_of(parts)
    if not any(block.rows or block.kind is not BlockKind.FURNITURE for block in blocks):
        raise Refused(
            NoticeCode.EMPTY, "The spreadsheet has nothing in its sheets. Save it again and read the new file."
        )
    sha256, left_out = hashlib.sha256(data).hexdigest(), (*hidden_sheets(hidden), *chart_sheets(charts))
    return ReadDocument(sha256, media_type, None, blocks, READER, (*left_out, *notices))


def _unformatted(name: str, sheet: CalamineSheet) -> Iterator[NoticeDraft]:
    """The notice about numbers that the sheet may show as percentages or as dates."""
    top, _ = sheet.start or (0, 0)
    found = [
        f"{shown(value)} (row {number})"
        for number, row in enumerate(sheet.to_python(), top + 1)
        for value in row
        if _may_be_shown_otherwise(value)
    ]
    if found:
        message = (
            f"The format of this file does not tell how the sheet {name} shows its numbers. These may be percentages "
            f"or dates there: {some(found)}. Compare with the sheet, or save it as .xlsx and read that."
        )
        place = f"sheet {name[:LONGEST_NAME]}"
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.NUMBERS_UNFORMATTED, message, where=place)


def _may_be_shown_otherwise(value: Any) -> bool:
    """Tell whether a value may be a percentage, a share from 0 to 1, or a day."""
    if not isinstance(value, float | int) or isinstance(value, bool):
        return False
    return 0 < value < 1 or (value == int(value) and FIRST_DAY <= value <= LAST_DAY)


def _parts(sheet: CalamineSheet, looks: SheetFormats, *, is_first: bool) -> Iterator[Part]:
    """The paragraphs above the table of a sheet, the name of the sheet as its heading, and the table.

    The name of a sheet without a table heads its paragraphs; it heads nothing where the sheet is the first, which is
    the cover, and where the sheet begins with it.
    """
    rows = [*_rows(sheet, looks)]
    if not rows:
        return
    place = f"sheet {sheet.name[:LONGEST_NAME]}"
    above = [*takewhile(lambda row: _is_text_alone(row[1]), rows)]
    texts = [one for number, cells in above for one in passages_of(cells, f"{place}, row {number}")]
    table = rows[len(above) :]
    again = bool(texts) and texts[0].text.casefold() == sheet.name.strip().casefold()
    names_nothing = DEFAULT_NAME.fullmatch(sheet.name.strip()) or (not table and (is_first or again))
    heading = Passage(sheet.name, place, BlockKind.FURNITURE if names_nothing else BlockKind.HEADING)
    yield from (*texts, heading) if table or is_first else (heading, *texts)
    if table:
        grid = Grid(tuple((f"{place}, row {number}", cells) for number, cells in table))
        yield from (_without_empty_columns(part) for part in parted(grid))


def _without_empty_columns(part: Part) -> Part:
    if isinstance(part, Passage):
        return part
    used = [column for column in range(len(part.rows[0][1])) if any(cells[column].paragraphs for _, cells in part.rows)]
    return Grid(tuple((where, tuple(cells[column] for column in used)) for where, cells in part.rows))


def _is_text_alone(cells: Sequence[Cell]) -> bool:
    return sum(bool(cell.paragraphs) for cell in cells) == 1


def _filled(sheet: CalamineSheet) -> frozenset[tuple[int, int]]:
    """The places, as row and column from 0, of the cells that have anything in them."""
    top, left = sheet.start or (0, 0)
    rows = enumerate(sheet.to_python(), top)
    return frozenset((at, column) for at, row in rows for column, value in enumerate(row, left) if value != "")


def _rows(sheet: CalamineSheet, looks: SheetFormats) -> Iterator[Row]:
    """The rows of a sheet that have anything in them."""
    covered, across = _covered(sheet), _covered(sheet, across=True) | looks.across
    covered |= looks.covered | across
    top, left = sheet.start or (0, 0)
    for number, row in enumerate(sheet.to_python(), top):
        cells = tuple(
            cell_of(
                _shown(value, place, looks),
                merged=place in covered,
                link=looks.links.get(place, ""),
                colour=looks.colours.get(place, ""),
                across=place in across,
            )
            for column, value in enumerate(row, left)
            for place in ((number, column),)
        )
        if any(cell.paragraphs for cell in cells):
            yield number + 1, cells


def _shown(value: Any, place: tuple[int, int], looks: SheetFormats) -> str:
    """The words of a cell: those that the file holds, those that its format gives, else its value."""
    if value == "":
        return ""
    if place in looks.texts:
        return looks.texts[place]
    return formatted(value, looks.codes.get(place, "")) or shown(value)


def _covered(sheet: CalamineSheet, *, across: bool = False) -> frozenset[tuple[int, int]]:
    """The places, as row and column from 0, that merged cells cover besides their first one, or their first column."""
    covered: set[tuple[int, int]] = set()
    end_row, end_column = sheet.end or (0, 0)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        rows, columns = range(top, min(bottom, end_row) + 1), range(left, min(right, end_column) + 1)
        places = ((row, column) for row in rows for column in columns if (row, column) != (top, left))
        covered.update(place for place in places if not across or place[1] > left)
    return frozenset(covered)


def shown(value: Any) -> str:
    """A value of a cell as a person reads it."""
    match value:
        case bool():
            return "Yes" if value else "No"
        case float():
            return str(int(value)) if value.is_integer() else format(value, DIGITS)
        case datetime():
            day = shown(value.date())
            return day if value.time() == time() else f"{day} {value:%H:%M}"
        case date():
            return f"{value.day} {value:%B %Y}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
        case _:
            return str(value)
