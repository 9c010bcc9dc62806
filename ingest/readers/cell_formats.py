"""How an Excel workbook shows its numbers, which rows it hides, which cells are coloured: calamine does not tell it.

A cell names a style, a style a number format. Four kinds of formats change what a person reads: per cent, a fixed
number of decimals ("1.10"), amounts with a sign of money or with thousands apart, and dates without a day ("Mar-25").
All others are shown by their values. The addresses to which cells lead stand beside the sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from posixpath import join, normpath, split
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ingest.readers.passages import is_colour
from ingest.signatures import UNPACKING_ERRORS

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "17": "mmm-yy"}
"""The formats that Excel knows by number, of the kinds that change what a person reads."""

FIXED = re.compile(r"[#0]*0(?:\.0+)?")
MONEY = re.compile(r"[£€$]")
WITHOUT_DAY = re.compile(r"m+[^dhs]*y+|y+[^dhs]*m+", re.I)
QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.')
REFERENCE = re.compile(r"([A-Z]+)(\d+)")
LETTERS = 26
MOST_COLUMNS = 16_384
FIRST_ACCENT = 4
"""The number of the first colour of a theme that is neither of its backgrounds nor of its texts."""
COLOURLESS = frozenset({0, 1, 8, 9, 22, 23, 55, 63, 64, 65})
"""White, black and grey among the colours that Excel knows by number."""


@dataclass(slots=True)
class SheetFormats:
    """What a sheet says of its cells, by row and column from 0.

    ``codes`` are the formats of cells, ``texts`` the words that they show where the file holds them, ``links`` the
    addresses to which they lead, ``covered`` the places of merged cells besides their first ones, ``across`` those of
    them that a cell further left covers, ``coloured`` those of cells with a colour behind them. ``hidden`` are the
    numbers of hidden rows as the spreadsheet shows them, ``hidden_columns`` the numbers of hidden columns from 0, and
    ``struck`` the places of cells whose words are struck through.
    """

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    coloured: set[tuple[int, int]] = field(default_factory=set)
    hidden: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)
    across: set[tuple[int, int]] = field(default_factory=set)


def formatted(value: object, code: str) -> str | None:
    """A number or date as its format shows it; None where the format does not matter."""
    first = code.split(";", maxsplit=1)[0]
    plain = QUOTED.sub(lambda found: found[1] or found[2] or found[3] or "", first)
    if isinstance(value, date):
        return f"{value:%B %Y}" if WITHOUT_DAY.fullmatch(plain.strip()) else None
    if not isinstance(value, float | int) or isinstance(value, bool):
        return None
    decimals = len(re.sub(r"[^0#?]", "", plain.split(".", 1)[1])) if "." in plain else 0
    if "%" in plain:
        return f"{value * 100:.{decimals}f}%"
    if FIXED.fullmatch(plain.strip()):
        return f"{value:.{decimals}f}"
    money = MONEY.search(plain)
    if money or "#,#" in plain:
        return f"{'-' if value < 0 else ''}{money[0] if money else ''}{abs(value):,.{decimals}f}"
    return None


def formats_of(data: bytes) -> dict[str, SheetFormats]:
    """The formats of each sheet of an .xlsx workbook by its name; none of a workbook that cannot be taken apart."""
    try:
        with ZipFile(BytesIO(data)) as package:
            styles = _styles(_root(package, "xl/styles.xml"))
            return {
                name: _sheet(package.read(part), styles, _targets(package, part)) for name, part in _sheets(package)
            }
    except (*UNPACKING_ERRORS, etree.LxmlError, AttributeError, TypeError):
        return {}


def _root(package: ZipFile, name: str) -> Any:
    return etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


@dataclass(frozen=True, slots=True)
class _Style:
    """The format of a style, "" for one that does not matter, and whether it colours cells or strikes words through."""

    code: str
    coloured: bool
    struck: bool


def _styles(styles: Any) -> list[_Style]:
    """What each style is."""
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in styles.iter(f"{MAIN}numFmt")}
    fills = {at for at, fill in enumerate(styles.iterfind(f"{MAIN}fills/{MAIN}fill")) if _is_coloured(fill)}
    struck = {at for at, font in enumerate(styles.iterfind(f"{MAIN}fonts/{MAIN}font")) if _is_struck(font)}
    return [
        _Style(
            own.get(one.get("numFmtId"), BUILT_IN.get(one.get("numFmtId") or "", "")),
            int(one.get("fillId") or 0) in fills,
            int(one.get("fontId") or 0) in struck,
        )
        for one in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
    ]


def _is_coloured(fill: Any) -> bool:
    """Tell whether a fill is a colour: one that is given, an accent of the theme, or one of the old palette."""
    colour = fill.find(f"{MAIN}patternFill[@patternType='solid']/{MAIN}fgColor")
    if colour is None:
        return False
    accent = int(colour.get("theme") or 0) >= FIRST_ACCENT
    palette = colour.get("indexed") is not None and int(colour.get("indexed")) not in COLOURLESS
    return accent or palette or is_colour((colour.get("rgb") or "")[-6:])


def _is_struck(font: Any) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") in ("1", "true")


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    links = {one.get("Id"): one.get("Target") for one in _root(package, "xl/_rels/workbook.xml.rels")}
    for sheet in _root(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = links.get(sheet.get(f"{OFFICE}id")) or ""
        yield sheet.get("name"), normpath(join("xl", target)).removeprefix("/") if target[:1] != "/" else target[1:]


def _targets(package: ZipFile, part: str) -> dict[str, str]:
    """The addresses to which a sheet refers, by the names that it uses for them."""
    folder, name = split(part)
    beside = f"{folder}/_rels/{name}.rels"
    if beside not in package.namelist():
        return {}
    return {one.get("Id"): one.get("Target") or "" for one in _root(package, beside)}


def _sheet(data: bytes, styles: list[_Style], targets: dict[str, str]) -> SheetFormats:
    found = SheetFormats()
    for _, element in etree.iterparse(
        BytesIO(data),
        tag=(f"{MAIN}c", f"{MAIN}row", f"{MAIN}col", f"{MAIN}hyperlink"),
        resolve_entities=False,
        no_network=True,
    ):
        if element.tag == f"{MAIN}hyperlink":
            place = REFERENCE.fullmatch((element.get("ref") or "").partition(":")[0])
            if place and (target := targets.get(element.get(f"{OFFICE}id") or "")):
                found.links[int(place[2]) - 1, _column(place[1])] = target
            continue
        if element.tag == f"{MAIN}col":
            if element.get("hidden") in ("1", "true"):
                last = min(int(element.get("max")), MOST_COLUMNS)
                found.hidden_columns += range(int(element.get("min")) - 1, last)
            continue
        if element.tag == f"{MAIN}row":
            if element.get("hidden") in ("1", "true"):
                found.hidden.append(int(element.get("r")))
            element.clear()
            continue
        style, place = int(element.get("s") or 0), REFERENCE.fullmatch(element.get("r") or "")
        if place and style < len(styles):
            at = int(place[2]) - 1, _column(place[1])
            if styles[style].code:
                found.codes[at] = styles[style].code
            if styles[style].coloured:
                found.coloured.add(at)
            if styles[style].struck:
                found.struck.add(at)
    return found


def _column(letters: str) -> int:
    """The number of a column from 0: "A" is 0, "AA" is 26."""
    number = 0
    for sign in letters:
        number = number * LETTERS + ord(sign) - ord("A") + 1
    return number - 1


def letters_of(column: int) -> str:
    """The letters of a column by its number from 0: 0 is "A", 26 is "AA"."""
    before, last = divmod(column, LETTERS)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + last)
