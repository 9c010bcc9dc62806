"""What a sheet of an Excel workbook holds besides its cells: comments, words in text boxes, headers and footers.

A comment stands at its cell, old ones and those of conversations alike; of conversations Excel keeps a copy in the old
form. Text boxes lie over the sheet, with their words in a drawing. Headers and footers are printed on its pages; their
signs for fonts, numbers of pages and dates say nothing.
"""

import re
from collections.abc import Iterable, Iterator
from posixpath import join, normpath, split
from typing import Any
from zipfile import ZipFile

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COMMENTS = ("/comments", "/threadedComment")
DRAWINGS = "/drawing"
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


def remarks(package: ZipFile, part: str) -> tuple[set[str], int]:
    """The names of the cells of a sheet that have comments, and the number of words in text boxes over it."""
    cells: set[str] = set()
    words = 0
    for relation in beside(package, part):
        kind, target = relation.get("Type") or "", relation.get("Target") or ""
        name = target[1:] if target.startswith("/") else normpath(join(split(part)[0], target))
        if name not in package.namelist():
            continue
        if kind.endswith(COMMENTS):
            found = root_of(package, name).iter(f"{MAIN}comment", f"{THREADS}threadedComment")
            cells |= {one.get("ref") or "" for one in found} - {""}
        elif kind.endswith(DRAWINGS):
            paragraphs = root_of(package, name).iter(f"{DRAWING}p")
            words += sum(len(_words(one).split()) for one in paragraphs)
    return cells, words


def _words(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{DRAWING}t"))


def running_lines(texts: Iterable[str]) -> Iterator[str]:
    """The words of headers and footers, one line for each of their parts, without signs."""
    for text in texts:
        for part in PARTS.split(text.replace("&&", "\0")):
            if words := " ".join(SIGNS.sub(" ", part).replace("\0", "&").split()):
                yield words
