"""What a sheet of an Excel workbook holds besides its cells: comments, text boxes, pictures, headers and footers.

A comment stands at its cell, old ones and those of conversations alike; of conversations Excel keeps a copy in the old
form. Text boxes lie over the sheet, with their words in a drawing. Headers and footers are printed on its pages; their
signs for fonts, numbers of pages and dates say nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath, split
from typing import Any
from zipfile import ZipFile

from lxml import etree

from ingest.readers.pictures import Picture, in_sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COMMENTS = ("/comments", "/threadedComment")
DRAWINGS = "/drawing"
DIAGRAMS = ("/chart", "/diagramData")
EMBEDDED = ("/oleObject", "/package")
RUNNING = tuple(f"{MAIN}{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer"))
SIGNS = re.compile(r'&"[^"]*"|&K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|&\d{1,3}|&[A-Z]', re.I)
PARTS = re.compile(r"&[LCR]")


def root_of(package: ZipFile, name: str) -> Any:
    """The root of a part of a package."""
    return etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def beside(package: ZipFile, part: str) -> list[Any]:
    """The relations of a sheet to other parts, each with ``Id``, ``Type`` and ``Target``."""
    folder, name = split(part)
    relations = f"{folder}/_rels/{name}.rels"
    return [*root_of(package, relations)] if relations in package.namelist() else []


@dataclass(slots=True)
class Remarks:
    """What lies over a sheet: the names of cells with comments, words, pictures, and the names of files inside it."""

    cells: set[str] = field(default_factory=set)
    words: int = 0
    pictures: list[Picture] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def remarks(package: ZipFile, part: str) -> Remarks:
    """What lies over a sheet; words are those of text boxes, and of charts and diagrams."""
    found = Remarks()
    for kind, name in _parts_beside(package, part):
        if kind.endswith(COMMENTS):
            comments = root_of(package, name).iter(f"{MAIN}comment", f"{THREADS}threadedComment")
            found.cells |= {one.get("ref") or "" for one in comments} - {""}
        elif kind.endswith(DRAWINGS):
            drawing = root_of(package, name)
            found.pictures += in_sheet(drawing)
            found.words += _count(drawing)
            inner = (one for other, one in _parts_beside(package, name) if other.endswith(DIAGRAMS))
            found.words += sum(_count(root_of(package, one)) for one in inner)
        elif kind.endswith(EMBEDDED):
            found.files.append(split(name)[1])
    return found


def _parts_beside(package: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """The kinds and names of the parts to which a part has relations."""
    for relation in beside(package, part):
        target = relation.get("Target") or ""
        name = target[1:] if target.startswith("/") else normpath(join(split(part)[0], target))
        if name in package.namelist():
            yield relation.get("Type") or "", name


def _count(root: Any) -> int:
    return sum(len(_words(one).split()) for one in root.iter(f"{DRAWING}p"))


def _words(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{DRAWING}t"))


def running_lines(texts: Iterable[str]) -> Iterator[str]:
    """The words of headers and footers, one line for each of their parts, without signs."""
    for text in texts:
        for part in PARTS.split(text.replace("&&", "\0")):
            if words := " ".join(SIGNS.sub(" ", part).replace("\0", "&").split()):
                yield words
