"""What an .ods spreadsheet says of its cells that calamine does not tell: shown numbers, links, merged cells.

A cell holds its value and the words that the spreadsheet shows for it. The words count for numbers, percentages and
amounts ("90%", "1.10"); for a date, only where they have no day ("March 2025").
"""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ingest.readers.cell_formats import SheetFormats
from ingest.signatures import UNPACKING_ERRORS

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
HIDDEN = ("collapse", "filter")
NUMBERS = ("float", "percentage", "currency")
MONTH_ALONE = re.compile(r"[A-Za-z]{3,9}[\s.-]+(?:\d\d|\d{4})")
MOST_REPEATED = 2000
"""Rows or cells; more that are alike are the empty rest of a sheet."""


def open_cells(data: bytes) -> dict[str, SheetFormats]:
    """What each sheet says of its cells, by its name; nothing where the file cannot be taken apart."""
    found: dict[str, SheetFormats] = {}
    try:
        with ZipFile(BytesIO(data)) as package, package.open("content.xml") as content:
            sheet, row = SheetFormats(), 0
            tags = (f"{TABLE}table", f"{TABLE}table-row")
            for event, element in etree.iterparse(
                content, events=("start", "end"), tag=tags, resolve_entities=False, no_network=True
            ):
                if element.tag == f"{TABLE}table":
                    if event == "start":
                        sheet, row = found.setdefault(element.get(f"{TABLE}name") or "", SheetFormats()), 0
                elif event == "end":
                    row += _row(element, row, sheet)
                    element.clear()
    except (*UNPACKING_ERRORS, etree.LxmlError, AttributeError, TypeError, ValueError):
        return {}
    return found


def _row(element: Any, number: int, sheet: SheetFormats) -> int:
    """Note what the cells of a row say; returns for how many rows it stands."""
    times = int(element.get(f"{TABLE}number-rows-repeated") or 1)
    column = reach = 0
    for cell in element.iterchildren(*CELLS):
        wide = int(cell.get(f"{TABLE}number-columns-repeated") or 1)
        text, link, covered = _shown(cell), _link(cell), cell.tag == CELLS[1]
        if (text or link or covered) and times <= MOST_REPEATED and wide <= MOST_REPEATED:
            for place in ((row, at) for row in range(number, number + times) for at in range(column, column + wide)):
                if text:
                    sheet.texts[place] = text
                if link:
                    sheet.links[place] = link
                if covered:
                    sheet.covered.add(place)
                if covered and place[1] < reach:
                    sheet.across.add(place)
        if not covered:
            reach = column + int(cell.get(f"{TABLE}number-columns-spanned") or 1)
        column += wide
    if element.get(f"{TABLE}visibility") in HIDDEN and times <= MOST_REPEATED:
        sheet.hidden += range(number + 1, number + times + 1)
    return times


def _shown(cell: Any) -> str:
    """The words that a cell shows for its number or its month; "" where its value says as much."""
    kind = cell.get(f"{OFFICE}value-type")
    words = " ".join("".join(one.itertext()).strip() for one in cell.iterchildren(f"{TEXT}p")).strip()
    if kind in NUMBERS and not words.startswith("#"):
        return words
    return words if kind == "date" and MONTH_ALONE.fullmatch(words) else ""


def _link(cell: Any) -> str:
    return next((target for one in cell.iter(f"{TEXT}a") if (target := one.get(LINK) or "")), "")
