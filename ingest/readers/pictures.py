"""Pictures in files of word processors, spreadsheets and web pages: they are not read, and told by their size.

A picture that is large may show a table or a page of words: a person must look. Smaller ones are mostly logos;
those that are described so, and those that are too small for words, are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.notices import NoticeDraft
from ingest.readers.open_names import DRAW, LINK, SVG
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

LARGE, SMALLEST = 40.0, 2.0
"""Square centimetres."""

EMU = 360_000
"""Units of office files in a centimetre."""

UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96, "": 2.54 / 96}
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(cm|mm|in|pt|px|)\s*")
LOGO = re.compile(r"\b(?:logo|crest|coat of arms)\b", re.I)
LONGEST_DESCRIPTION = 12
SHOWN = 3
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
WORD = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
SHEET = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
COLUMN, ROW = 1.7, 0.5
"""Centimetres of a column and a row of a sheet that nobody changed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its width and height in centimetres, None where the file does not tell them."""

    width: float | None = None
    height: float | None = None
    description: str = ""

    @property
    def area(self) -> float | None:
        """Its square centimetres."""
        return self.width * self.height if self.width is not None and self.height is not None else None


def centimetres(length: str | None) -> float | None:
    """A length with its unit, pixels where it has none; None for any other words."""
    match = LENGTH.fullmatch(length or "")
    return float(match[1]) * UNITS[match[2]] if match else None


def notices_of(pictures: Iterable[Picture]) -> Iterator[NoticeDraft]:
    """One notice about the pictures that are large enough for words."""
    found = [one for one in pictures if one.area is None or one.area >= SMALLEST]
    found = [one for one in found if (one.area or 0) >= LARGE or not LOGO.search(one.description)]
    if not found:
        return
    level = NoticeLevel.WARNING if any((one.area or 0) >= LARGE for one in found) else NoticeLevel.INFO
    told = [f"“{_short(one.description)}”" for one in found if one.description.strip()][:SHOWN]
    described = f" (described as {', '.join(told)})" if told else ""
    number = "a picture" if len(found) == 1 else f"{len(found)} pictures"
    message = f"The file holds {number} that {'was' if len(found) == 1 else 'were'} not read{described}. "
    yield NoticeDraft(level, NoticeCode.PICTURES_LEFT, f"{message}Look whether words of the document stand there.")


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:LONGEST_DESCRIPTION]) + (" …" if len(parts) > LONGEST_DESCRIPTION else "")


def in_word(root: Any) -> Iterator[Picture]:
    """The pictures of a part of a Word document."""
    for frame in root.iter(f"{WORD}inline", f"{WORD}anchor"):
        if next(frame.iter(PICTURE), None) is not None:
            size, named = frame.find(f"{WORD}extent"), frame.find(f"{WORD}docPr")
            words = (named.get("descr") or "") if named is not None else ""
            yield _sized(size, words) if size is not None else Picture(description=words)
    for image in root.iter(f"{VML}imagedata"):
        looks = dict(part.split(":", 1) for part in (image.getparent().get("style") or "").split(";") if ":" in part)
        yield Picture(centimetres(looks.get("width")), centimetres(looks.get("height")), image.get("title") or "")


def in_sheet(drawing: Any) -> Iterator[Picture]:
    """The pictures of a drawing that lies over a sheet of an Excel workbook."""
    for anchor in drawing:
        picture = next(anchor.iter(f"{SHEET}pic"), None)
        if picture is None:
            continue
        size, named = anchor.find(f"{SHEET}ext"), picture.find(f"{SHEET}nvPicPr/{SHEET}cNvPr")
        words = (named.get("descr") or "") if named is not None else ""
        spanned = Picture(_spanned(anchor, "col", COLUMN), _spanned(anchor, "row", ROW), words)
        yield spanned if size is None else _sized(size, words)


def _sized(size: Any, words: str) -> Picture:
    return Picture(int(size.get("cx") or 0) / EMU, int(size.get("cy") or 0) / EMU, words)


def _spanned(anchor: Any, what: str, length: float) -> float | None:
    ends = [anchor.findtext(f"{SHEET}{end}/{SHEET}{what}") for end in ("from", "to")]
    return None if None in ends else (int(ends[1]) - int(ends[0]) + 1) * length


def in_open(root: Any) -> Iterator[Picture]:
    """The pictures of a part of an OpenDocument file; an embedded object has one of its own, which is none."""
    for frame in root.iter(f"{DRAW}frame"):
        if frame.find(f"{DRAW}image") is not None and not embedded_in_open(frame):
            words = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
            yield Picture(centimetres(frame.get(f"{SVG}width")), centimetres(frame.get(f"{SVG}height")), words)


def embedded_in_open(root: Any) -> list[str]:
    """The names of the objects, such as charts and sheets, that are embedded in a part of an OpenDocument file."""
    objects = root.iter(f"{DRAW}object", f"{DRAW}object-ole")
    return [(one.get(LINK) or "").removeprefix("./") or "an object" for one in objects]
