"""How an Excel workbook shows its numbers, which rows it hides, which cells have a colour: calamine does not tell it.

A cell names a style, a style a number format. Four kinds of formats change what a person reads: per cent, a fixed
number of decimals ("1.10"), amounts with a sign of money or with thousands apart, and dates without a day ("Mar-25").
All others are shown by their values. The addresses to which cells lead stand beside the sheet, and so do comments and
text boxes (``sheet_remarks``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ingest.readers.passages import colour_of
from ingest.readers.pictures import Picture
from ingest.readers.sheet_remarks import MAIN, RUNNING, beside, remarks, root_of, running_lines
from ingest.signatures import UNPACKING_ERRORS

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "17": "mmm-yy"}
"""The formats that Excel knows by number, of the kinds that change what a person reads."""

FIXED = re.compile(r"[#0]*0(?:\.0+)?")
MONEY = re.compile(r"[£€$]")
SHOWS_NOTHING, WHITE = ";;;", "FFFFFF"
"""The format of a cell that shows nothing whatever it holds, and the colour of paper."""

WITHOUT_DAY = re.compile(r"m+[^dhs]*y+|y+[^dhs]*m+", re.I)
QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.')
REFERENCE = re.compile(r"([A-Z]+)(\d+)")
LETTERS = 26
MOST_COLUMNS = 16_384
FIRST_ACCENT = 4
"""The number of the first colour of a theme that is neither of its backgrounds nor of its texts."""
COLOURLESS = frozenset({0, 1, 8, 9, 22, 23, 55, 63, 64, 65})
"""White, black and grey among the colours that Excel knows by number."""
PALETTE = {
    2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00", 12: "0000FF", 13: "FFFF00",
    16: "800000", 17: "008000", 18: "000080", 30: "0066CC", 43: "FFFF99", 47: "FFCC99", 48: "3366FF", 50: "99CC00",
    51: "FFCC00", 52: "FF9900", 53: "FF6600", 57: "339966",
}  # fmt: skip
"""Some of the colours that Excel knows by number: those with which actions are rated."""


@dataclass(slots=True)
class SheetFormats:
    """What a sheet says of its cells, by row and column from 0.

    ``codes`` are the formats of cells, ``texts`` the words that they show where the file holds them, ``links`` the
    addresses to which they lead, ``covered`` the places of merged cells besides their first ones, ``across`` those of
    them that a cell further left covers, ``colours`` what stands behind cells with a colour. ``hidden`` are the
    numbers of hidden rows as the spreadsheet shows them, ``hidden_columns`` the numbers of hidden columns from 0,
    ``struck`` the places of cells with words that are struck through, ``unseen`` those of cells whose words are white
    on white or that show nothing, ``comments`` those of cells with comments, and ``uncounted`` those of formulas
    without their values. ``boxed`` counts the words of text boxes, charts and diagrams over the sheet,
    ``pictures`` are those over it, ``files`` the names of those inside it, and ``running`` are the words of its
    headers and footers.
    """

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    colours: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)
    across: set[tuple[int, int]] = field(default_factory=set)
    unseen: set[tuple[int, int]] = field(default_factory=set)
    comments: set[tuple[int, int]] = field(default_factory=set)
    uncounted: set[tuple[int, int]] = field(default_factory=set)
    boxed: int = 0
    pictures: list[Picture] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)


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
            looks = _Looks(_styles(root_of(package, "xl/styles.xml")), _struck_strings(package))
            return {name: _formats(package, part, looks) for name, part in _sheets(package)}
    except (*UNPACKING_ERRORS, etree.LxmlError, AttributeError, TypeError):
        return {}


@dataclass(frozen=True, slots=True)
class _Style:
    """The format of a style, "" for one that does not matter, and what it does to cells and their words."""

    code: str
    colour: str
    struck: bool
    unseen: bool


@dataclass(frozen=True, slots=True)
class _Looks:
    """The styles of a workbook, and the numbers of those of its shared texts of which words are struck through."""

    styles: list[_Style]
    struck: frozenset[int]


def _formats(package: ZipFile, part: str, looks: _Looks) -> SheetFormats:
    targets = {one.get("Id"): one.get("Target") or "" for one in beside(package, part)}
    found = _sheet(package.read(part), looks, targets)
    told = remarks(package, part)
    found.boxed, found.pictures, found.files = told.words, told.pictures, told.files
    found.comments = {place for cell in told.cells if (place := place_of(cell))}
    return found


def _struck_strings(package: ZipFile) -> frozenset[int]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return frozenset()
    texts = root_of(package, "xl/sharedStrings.xml").iterfind(f"{MAIN}si")
    return frozenset(at for at, text in enumerate(texts) if any(map(_is_struck, text.iter(f"{MAIN}rPr"))))


def _styles(styles: Any) -> list[_Style]:
    """What each style is."""
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in styles.iter(f"{MAIN}numFmt")}
    fills = [*styles.iterfind(f"{MAIN}fills/{MAIN}fill")]
    fonts = [*styles.iterfind(f"{MAIN}fonts/{MAIN}font")]
    colours = {at: colour for at, fill in enumerate(fills) if (colour := _colour(fill))}
    patterns = [fill.find(f"{MAIN}patternFill") for fill in fills]
    empty = {at for at, one in enumerate(patterns) if one is not None and one.get("patternType", "none") == "none"}
    struck = {at for at, font in enumerate(fonts) if _is_struck(font)}
    white = {at for at, font in enumerate(fonts) if _is_white(font)}
    found = []
    for one in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"):
        code = own.get(one.get("numFmtId"), BUILT_IN.get(one.get("numFmtId") or "", ""))
        fill, font = int(one.get("fillId") or 0), int(one.get("fontId") or 0)
        unseen = code.strip() == SHOWS_NOTHING or (font in white and fill in empty)
        found.append(_Style(code, colours.get(fill, ""), font in struck, unseen))
    return found


def _colour(fill: Any) -> str:
    """The colour of a fill: one that is given, an accent of the theme, or one of the old palette; "" for none."""
    colour = fill.find(f"{MAIN}patternFill[@patternType='solid']/{MAIN}fgColor")
    if colour is None:
        return ""
    theme, indexed = int(colour.get("theme") or 0), colour.get("indexed")
    if theme >= FIRST_ACCENT:
        return f"theme {theme}"
    if indexed is not None and int(indexed) not in COLOURLESS:
        return PALETTE.get(int(indexed), f"colour {indexed}")
    return colour_of((colour.get("rgb") or "")[-6:])


def _is_white(font: Any) -> bool:
    colour = font.find(f"{MAIN}color")
    return colour is not None and ((colour.get("rgb") or "")[-6:].upper() == WHITE or colour.get("theme") == "0")


def _is_struck(font: Any) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") in ("1", "true")


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    links = {one.get("Id"): one.get("Target") for one in root_of(package, "xl/_rels/workbook.xml.rels")}
    for sheet in root_of(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = links.get(sheet.get(f"{OFFICE}id")) or ""
        yield sheet.get("name"), normpath(join("xl", target)).removeprefix("/") if target[:1] != "/" else target[1:]


def _sheet(data: bytes, looks: _Looks, targets: dict[str, str]) -> SheetFormats:
    found = SheetFormats()
    running: list[str] = []
    for _, element in etree.iterparse(
        BytesIO(data),
        tag=(f"{MAIN}c", f"{MAIN}row", f"{MAIN}col", f"{MAIN}hyperlink", *RUNNING),
        resolve_entities=False,
        no_network=True,
    ):
        if element.tag == f"{MAIN}hyperlink":
            place = place_of((element.get("ref") or "").partition(":")[0])
            if place and (target := targets.get(element.get(f"{OFFICE}id") or "")):
                found.links[place] = target
        elif element.tag == f"{MAIN}col":
            if element.get("hidden") in ("1", "true"):
                last = min(int(element.get("max")), MOST_COLUMNS)
                found.hidden_columns += range(int(element.get("min")) - 1, last)
        elif element.tag == f"{MAIN}row":
            if element.get("hidden") in ("1", "true"):
                found.hidden.append(int(element.get("r")))
            element.clear()
        elif element.tag in RUNNING:
            running.append(element.text or "")
        elif place := place_of(element.get("r") or ""):
            _look(found, element, place, looks)
    found.running = [*dict.fromkeys(running_lines(running))]
    return found


def _look(found: SheetFormats, cell: Any, place: tuple[int, int], looks: _Looks) -> None:
    """Note how a cell is shown."""
    style = int(cell.get("s") or 0)
    if style < len(looks.styles):
        look = looks.styles[style]
        if look.code:
            found.codes[place] = look.code
        if look.colour:
            found.colours[place] = look.colour
        for told, places in ((look.struck, found.struck), (look.unseen, found.unseen)):
            if told:
                places.add(place)
    kind = cell.get("t")
    if cell.find(f"{MAIN}f") is not None and not cell.findtext(f"{MAIN}v") and kind != "str":
        found.uncounted.add(place)
    inline = kind == "inlineStr" and any(map(_is_struck, cell.iter(f"{MAIN}rPr")))
    if inline or (kind == "s" and int(cell.findtext(f"{MAIN}v") or -1) in looks.struck):
        found.struck.add(place)


def place_of(name: str) -> tuple[int, int] | None:
    """Row and column from 0 of a cell by its name: "B3" is (2, 1)."""
    found = REFERENCE.fullmatch(name)
    return (int(found[2]) - 1, _column(found[1])) if found else None


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
