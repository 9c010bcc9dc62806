"""The same words in a file that is written otherwise are read alike: a web page or text whose lines end elsewhere.

Every sample is made a web page and an OpenDocument text; what is done to the file changes nothing that people see.
"""

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

import odfdo
import pytest
from django.conf import settings

from tests.ingest.test_formats import report

SAMPLES = sorted((settings.BASE_DIR / "ingest" / "samples").glob("*.txt"))
TAG = re.compile(r"(<[^>]*>)")
EVERY = 3
"""A line end stands behind so many words."""


def web_page(path: Path) -> str:
    """A sample as a web page: a paragraph for each line, a table for lines with tabs."""
    parts: list[str] = []
    rows: list[str] = []
    for line in [*path.read_text().replace("\f", "\n").split("\n"), ""]:
        if "\t" in line:
            rows.append("".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t")))
            continue
        if rows:
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
            rows = []
        if line.strip():
            parts.append(f"<p>{escape(line)}</p>")
    return f"<html><head><title>x</title></head><body>{''.join(parts)}</body></html>"


def with_line_ends(words: str) -> str:
    pieces = words.split(" ")
    return "".join(piece + ("\n  " if at % EVERY == 0 else " ") for at, piece in enumerate(pieces[:-1], 1)) + pieces[-1]


def of_words(change: Callable[[str], str]) -> Callable[[str], str]:
    """What changes the words of a page and leaves its elements alone."""
    return lambda page: "".join(part if part.startswith("<") else change(part) for part in TAG.split(page))


WAYS = {
    "line ends": of_words(with_line_ends),
    "comments": of_words(lambda words: words.replace(" ", "<!-- - --> ")),
    "elements around words": of_words(
        lambda words: re.sub(r"([A-Za-z]+)", r"<span>\1</span>", words) if "&" not in words else words
    ),
    "spaces that do not break": of_words(lambda words: re.sub(r"(?<=[a-z]{4}) (?=[a-z]{4})", "&nbsp;", words)),
    "soft hyphens": of_words(lambda words: re.sub(r"\b([a-z]{4})([a-z]{4})", r"\1&shy;\2", words)),
    "other elements": lambda page: page.replace("<p>", "<div>").replace("</p>", "</div>"),
}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("way", WAYS)
def test_a_web_page_that_is_written_otherwise_is_read_alike(path: Path, way: str) -> None:
    page = web_page(path)
    changed = WAYS[way](page)
    assert changed != page
    assert report(changed.encode()) == report(page.encode())


def open_document(path: Path, change: Callable[[str], str]) -> bytes:
    made = odfdo.Document("text")
    made.body.clear()
    for line in path.read_text().replace("\f", "\n").split("\n"):
        if line.strip():
            words = change(escape(line, quote=False)).replace("\t", "<text:tab/>")
            made.body.append(odfdo.Element.from_tag(f"<text:p>{words}</text:p>"))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_open_document_with_other_line_ends_is_read_alike(path: Path) -> None:
    assert report(open_document(path, with_line_ends)) == report(open_document(path, str))
