"""The reader of Rich Text Format (.rtf): striprtf takes out the text, which is then read as plain text.

striprtf drops headers, footers and footnotes, keeps hidden words, and gives the cells of tables on lines that look like
any other. So, in this order: hidden and deleted words are taken out of the source; footnotes become footnotes, headers
and footers furniture; the ends of cells and rows are marked before the text is taken out. Numbers and bullets are those
that the writing program left in the text for programs that do not count lists.
"""

import hashlib
import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import Refused
from ingest.readers.hidden import hidden_words
from ingest.readers.passages import Cell, Grid, Part, Passage, blocks_of, cell_of
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "rtf/1"
HIDDEN = re.compile(r"\{[^{}]*\\v(?![0-9a-z])([^{}]*)\}|\\v(?![0-9a-z])([^{}]*?)\\v0")
DELETED = re.compile(r"\{\\deleted\b[^{}]*\}")
NOTE = re.compile(r"\{(?:\\super\s*)?\\footnote\b")
RUNNING = re.compile(r"\{\\(?:header|footer)[lrf]?\b")
CONTROL = re.compile(r"^\{(?:\\super\s*)?\\[a-z]+|\\chftn\b")
ROW_BEGINS, CELL_ENDS, ROW_ENDS = "\x1d", "\x7f", "\x1f"
MARKS = ((r"\\trowd\b", ROW_BEGINS), (r"\\cell\b", CELL_ENDS), (r"\\row\b", ROW_ENDS))
"""Control words of tables, each with the sign that is put in front of it."""

ROW = re.compile(f"{ROW_BEGINS}([^{ROW_ENDS}]*){ROW_ENDS}")
ENCODING = "cp1252"


def read(data: bytes) -> ReadDocument:
    """Read a document in Rich Text Format.

    Raises Refused when it is damaged (``damaged-file``) or has no words (``empty``). Hidden words are left out with a
    warning (``text-hidden``).
    """
    source = data.decode("latin-1")
    hidden = [_text(f"{{{found[1] or found[2]}}}") for found in HIDDEN.finditer(source)]
    source = DELETED.sub("", HIDDEN.sub("", source))
    source, notes = _taken_out(source, NOTE)
    source, running = _taken_out(source, RUNNING)
    for word, sign in MARKS:
        source = re.sub(word, rf"\\'{ord(sign):02x}\g<0>", source)
    blocks = blocks_of([*_furniture(running), *_parts(_text(source)), *_footnotes(notes)])
    if not blocks:
        raise Refused(NoticeCode.EMPTY, "The document has no words. Save it again and read the new file.")
    sha256 = hashlib.sha256(data).hexdigest()
    return ReadDocument(sha256, MediaType.RICH_TEXT, None, blocks, READER, hidden_words(hidden))


def _text(source: str) -> str:
    """The text of a source. Raises Refused."""
    try:
        text: str = rtf_to_text(source, encoding=ENCODING, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        message = "The document is damaged and cannot be read. Save it again and read the new file."
        raise Refused(NoticeCode.DAMAGED_FILE, message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _taken_out(source: str, opening: re.Pattern[str]) -> tuple[str, list[str]]:
    """The source without the groups that begin so, and the texts of those groups."""
    kept, texts, at = [], [], 0
    for found in opening.finditer(source):
        if found.start() < at:
            continue
        kept.append(source[at : found.start()])
        at = _end(source, found.start())
        texts.append(" ".join(_text(f"{{{CONTROL.sub('', source[found.start() : at])}").split()))
    return "".join((*kept, source[at:])), [text for text in texts if text]


def _end(source: str, start: int) -> int:
    """Where a group that begins with a brace ends."""
    depth = 0
    for found in re.compile(r"\\[{}\\]|[{}]").finditer(source, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(source)


def _furniture(texts: list[str]) -> Iterator[Part]:
    for text in dict.fromkeys(texts):
        yield Passage(text, "header or footer", BlockKind.FURNITURE)


def _footnotes(texts: list[str]) -> Iterator[Part]:
    for number, text in enumerate(texts, 1):
        yield Passage(text, f"footnote {number}", BlockKind.FOOTNOTE, str(number))


def _parts(text: str) -> Iterator[Part]:
    """The paragraphs and tables of the text; rows that follow each other are one table."""
    paragraph, table, at = 0, 0, 0
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    for found in (*ROW.finditer(text), None):
        between = text[at : found.start() if found else len(text)]
        if between.strip(" \t\n" + ROW_BEGINS) or found is None:
            if rows:
                yield _grid(rows)
                rows = []
            for line in between.replace(ROW_BEGINS, "").replace(f"{CELL_ENDS}|", "\t").split("\n"):
                paragraph += bool(line.strip())
                yield Passage(line, f"paragraph {paragraph}")
        if found is None:
            return
        table += not rows
        cells = found[1].replace(ROW_BEGINS, "").split(f"{CELL_ENDS}|")[:-1]
        rows.append((f"table {table}, row {len(rows) + 1}", tuple(cell_of(cell.replace("\t", " ")) for cell in cells)))
        at = found.end()


def _grid(rows: list[tuple[str, tuple[Cell, ...]]]) -> Grid:
    width = max(len(cells) for _, cells in rows)
    return Grid(tuple((where, (*cells, *[Cell()] * (width - len(cells)))) for where, cells in rows))
