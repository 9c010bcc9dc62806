"""What an .ods spreadsheet says of its cells that calamine does not tell: shown numbers, links, merged cells, looks.

A cell holds its value and the words that the spreadsheet shows for it. The words count for numbers, percentages and
amounts ("90%", "1.10"); for a date, only where they have no day ("March 2025"). Comments and text boxes stand inside
the cells over which they lie.
"""

import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import product
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ingest.readers.cell_formats import SheetFormats
from ingest.readers.open_names import DRAW, LINK, OFFICE, STYLE, TABLE, TEXT
from ingest.readers.open_styles import OpenStyles
from ingest.readers.pictures import embedded_in_open, in_open
from ingest.signatures import UNPACKING_ERRORS

CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
HIDDEN = ("collapse", "filter")
NUMBERS = ("float", "percentage", "currency")
MONTH_ALONE = re.compile(r"[A-Za-z]{3,9}[\s.-]+(?:\d\d|\d{4})")
MOST_REPEATED = 2000
"""Rows or cells; more that are alike are the empty rest of a sheet."""


@dataclass(slots=True)
class _Sheet:
    """A sheet under reading: ``row`` is its next row, ``columns`` the styles that its columns give to their cells."""

    looks: SheetFormats = field(default_factory=SheetFormats)
    row: int = 0
    columns: list[str | None] = field(default_factory=list)


def open_cells(data: bytes) -> dict[str, SheetFormats]:
    """What each sheet says of its cells, by its name; nothing where the file cannot be taken apart."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return _sheets(package)
    except (*UNPACKING_ERRORS, etree.LxmlError, AttributeError, TypeError, ValueError):
        return {}


def _sheets(package: ZipFile) -> dict[str, SheetFormats]:
    found: dict[str, SheetFormats] = {}
    named = _root(package.read("styles.xml")) if "styles.xml" in package.namelist() else None
    running = [] if named is None else _running(named)
    styles, sheet = OpenStyles((named,)), _Sheet()
    tags = (f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column", f"{TABLE}shapes", f"{OFFICE}automatic-styles")
    with package.open("content.xml") as content:
        for event, element in etree.iterparse(
            content, events=("start", "end"), tag=tags, resolve_entities=False, no_network=True
        ):
            if element.tag == f"{TABLE}table" and event == "start":
                sheet = _Sheet(found.setdefault(element.get(f"{TABLE}name") or "", SheetFormats()))
                sheet.looks.running = running
            elif event == "start":
                continue
            elif element.tag == f"{OFFICE}automatic-styles":
                styles = OpenStyles((named, element))
            elif element.tag == f"{TABLE}table-column":
                _column(element, sheet)
            elif element.tag == f"{TABLE}shapes":
                sheet.looks.boxed += _boxed(element)
                sheet.looks.pictures += in_open(element)
                sheet.looks.files += embedded_in_open(element)
            elif element.tag == f"{TABLE}table-row":
                _row(element, sheet, styles)
                element.clear()
    return found


def _root(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _running(styles: Any) -> list[str]:
    """The words of headers and footers; pages and dates are counted by fields, which stand for nothing."""
    edges = [one for what in ("header", "footer") for one in styles.iter(f"{STYLE}{what}", f"{STYLE}{what}-left")]
    shown = (one for one in edges if one.get(f"{STYLE}display") != "false")
    paragraphs = (paragraph for one in shown for paragraph in one.iter(f"{TEXT}p"))
    return [words for one in paragraphs if (words := " ".join("".join(one.itertext()).split()))]


def _column(element: Any, sheet: _Sheet) -> None:
    """Note a column, or several that are alike, in front of the rows."""
    times = min(int(element.get(f"{TABLE}number-columns-repeated") or 1), MOST_REPEATED)
    first = len(sheet.columns)
    sheet.columns += [element.get(f"{TABLE}default-cell-style-name")] * times
    if element.get(f"{TABLE}visibility") in HIDDEN:
        sheet.looks.hidden_columns += range(first, first + times)


def _row(element: Any, sheet: _Sheet, styles: OpenStyles) -> None:
    """Note what the cells of a row say, or of several rows that are alike."""
    times = int(element.get(f"{TABLE}number-rows-repeated") or 1)
    number, column = sheet.row, 0
    for cell in element.iterchildren(*CELLS):
        wide = int(cell.get(f"{TABLE}number-columns-repeated") or 1)
        if times * wide <= MOST_REPEATED:
            default = sheet.columns[column] if column < len(sheet.columns) else None
            places = [*product(range(number, number + times), range(column, column + wide))]
            _cell(cell, places, sheet.looks, styles, cell.get(f"{TABLE}style-name") or default)
        column += wide
    if element.get(f"{TABLE}visibility") in HIDDEN and times <= MOST_REPEATED:
        sheet.looks.hidden += range(number + 1, number + times + 1)
    sheet.row += times


def _cell(cell: Any, places: list[tuple[int, int]], sheet: SheetFormats, styles: OpenStyles, style: str | None) -> None:
    """Note what a cell says at the places for which it stands."""
    look = styles.of(style)
    inner = [styles.of(one.get(f"{TEXT}style-name")) for one in cell.iter(f"{TEXT}span")]
    boxed = _boxed(cell)
    sheet.boxed += boxed
    sheet.pictures += in_open(cell)
    sheet.files += embedded_in_open(cell)
    if (text := _shown(cell)) or boxed:
        sheet.texts |= dict.fromkeys(places, text or _own_words(cell))
    if link := next((target for one in cell.iter(f"{TEXT}a") if (target := one.get(LINK) or "")), ""):
        sheet.links |= dict.fromkeys(places, link)
    if look.colour:
        sheet.colours |= dict.fromkeys(places, look.colour)
    told = (
        (cell.tag == CELLS[1], sheet.covered),
        (look.struck or any(one.struck for one in inner), sheet.struck),
        (look.hidden or any(one.hidden for one in inner), sheet.unseen),
        (cell.find(f"{OFFICE}annotation") is not None, sheet.comments),
    )
    for is_so, noted in told:
        if is_so:
            noted.update(places)
    if (spanned := _span(cell, "columns")) > 1:
        row, column = places[0]
        sheet.across.update(product(range(row, row + _span(cell, "rows")), range(column + 1, column + spanned)))


def _span(cell: Any, what: str) -> int:
    return min(int(cell.get(f"{TABLE}number-{what}-spanned") or 1), MOST_REPEATED)


def _boxed(element: Any) -> int:
    """The number of words in the text boxes of an element."""
    boxes = element.iter(f"{DRAW}text-box", f"{DRAW}custom-shape")
    paragraphs = (paragraph for box in boxes for paragraph in box.iter(f"{TEXT}p"))
    return sum(len("".join(one.itertext()).split()) for one in paragraphs)


def _own_words(cell: Any) -> str:
    """The words of a cell without those of text boxes over it, which calamine takes for its own."""
    return "\n".join(" ".join("".join(one.itertext()).split()) for one in cell.iterchildren(f"{TEXT}p"))


def _shown(cell: Any) -> str:
    """The words that a cell shows for its number or its month; "" where its value says as much."""
    kind = cell.get(f"{OFFICE}value-type")
    words = " ".join("".join(one.itertext()).strip() for one in cell.iterchildren(f"{TEXT}p")).strip()
    if kind in NUMBERS and not words.startswith("#"):
        return words
    return words if kind == "date" and MONTH_ALONE.fullmatch(words) else ""
