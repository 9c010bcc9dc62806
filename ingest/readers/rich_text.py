"""The reader of Rich Text Format (.rtf): striprtf takes out the text, which is then read as plain text.

striprtf drops headers, footers, footnotes and text boxes, keeps hidden words, and gives headings and cells of tables
on lines that look like any other. So, in this order: headings are marked by their style or outline level; hidden and
deleted words are taken out of the source, and those that are struck or inserted are noted; footnotes become footnotes,
headers and footers furniture, text boxes framed text behind all other; the ends of cells and rows and the places of
merged cells are marked before the text is taken out. Numbers and bullets are those that the writing program left in the
text for programs that do not count lists.
"""

import hashlib
import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import Refused
from ingest.readers.beside import parted
from ingest.readers.markup import Markup
from ingest.readers.passages import Cell, Grid, Part, Passage, blocks_of, cell_of
from ingest.readers.pictures import Picture
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "rtf/1"
HIDDEN, DELETED, STRUCK, INSERTED = (
    re.compile(rf"\\{word}(?![0-9a-z]) ?") for word in ("v", "deleted", "strike(?:d1)?", "revised")
)
"""Control words that mark what follows, to the end of their group or the word with a nought that switches them off."""

SWITCHES = re.compile(r"\\[{}\\]|[{}]|\\(?:v|deleted|striked?|revised)0(?!\d)")
TABLES = re.compile(r"\{\\stylesheet\b|\{\\\*\\(?:listtable|listoverridetable)\b|\{\\info\b")
"""Groups that hold names and no words of the document."""

PICTURE = re.compile(r"\{\\pict\b(?:(?!\{).)*?\\picwgoal(\d+)(?:(?!\{).)*?\\pichgoal(\d+)", re.S)
OBJECT = re.compile(r"\{\\object\b")
TWIPS = 1440 / 2.54
"""Units of Rich Text in a centimetre."""

COMMENT = re.compile(r"\{\\\*\\annotation\b")
NOTE = re.compile(r"\{(?:\\super\s*)?\\footnote\b")
RUNNING = re.compile(r"\{\\(?:header|footer)[lrf]?\b")
BOX = re.compile(r"\{\\shptxt\b")
CONTROL = re.compile(r"^\{(?:\\super\s*)?\\[a-z]+|\\chftn\b")
ROW_BEGINS, CELL_ENDS, ROW_ENDS = "\x1d", "\x7f", "\x1f"
BELOW, ACROSS_IT, COLUMN = "\x1c", "\x1b", "\x1e"
MARKS = (
    *((r"\\trowd\b", ROW_BEGINS), (r"\\(?:nest)?cell\b", CELL_ENDS), (r"\\row\b", ROW_ENDS)),
    *((r"\\clvmrg\b", BELOW), (r"\\clmrg\b", ACROSS_IT), (r"\\cellx(?=-?\d)", COLUMN)),
)
"""Control words of tables, each with the sign that is put in front of it."""

HEADING_BEGINS = "\x1a"
STYLE = re.compile(r"\\s(\d+)(?!\d)[^;{}]*?\bheading (\d)\s*;", re.I)
"""A style of headings as the sheet of styles names it: its number and the rank."""

OUTLINE = re.compile(r"\\outlinelevel([0-8])(?!\d)")
HEADING = re.compile(rf"{HEADING_BEGINS}(\d)")
SIGNS = re.compile(f"[{ROW_BEGINS}{BELOW}{ACROSS_IT}{COLUMN}]")
ROW = re.compile(f"{ROW_BEGINS}([^{ROW_ENDS}]*){ROW_ENDS}")
ENCODING = "cp1252"


def read(data: bytes) -> ReadDocument:
    """Read a document in Rich Text Format.

    Raises Refused when it is damaged (``damaged-file``) or has no words (``empty``). What its readers may see otherwise
    gives a warning: ``text-hidden``, ``text-struck``, ``changes-tracked``, ``comments-left``.
    """
    source = data.decode("latin-1")
    ranks = dict(STYLE.findall(source))
    source = _with_headings(_taken_out(source, TABLES)[0], ranks)
    markup = Markup(comments=len(COMMENT.findall(source)))
    markup.pictures = [Picture(int(one[1]) / TWIPS, int(one[2]) / TWIPS) for one in PICTURE.finditer(source)]
    markup.files = ["an object"] * len(OBJECT.findall(source))
    source, markup.hidden = _without(source, HIDDEN)
    source, markup.deleted = _without(source, DELETED)
    markup.inserted = _without(source, INSERTED)[1]
    markup.struck = [(text, "") for text in _without(source, STRUCK)[1] if text]
    source, notes = _taken_out(source, NOTE)
    source, running = _taken_out(source, RUNNING)
    _, boxes = _taken_out(source, BOX)
    for word, sign in MARKS:
        source = re.sub(word, rf"\\'{ord(sign):02x}\g<0>", source)
    blocks = blocks_of([*_furniture(running), *_parts(_text(source)), *_boxed(boxes), *_footnotes(notes)])
    if not blocks:
        raise Refused(NoticeCode.EMPTY, "The document has no words. Save it again and read the new file.")
    sha256 = hashlib.sha256(data).hexdigest()
    return ReadDocument(sha256, MediaType.RICH_TEXT, None, blocks, READER, markup.notices())


def _with_headings(source: str, ranks: dict[str, str]) -> str:
    """The source with a sign and the rank behind what makes a paragraph a heading."""
    if ranks:
        style = re.compile(rf"\\s({'|'.join(ranks)})(?!\d)")
        source = style.sub(lambda found: f"\\'{ord(HEADING_BEGINS):02x}{ranks[found[1]]}{found[0]}", source)
    return OUTLINE.sub(lambda found: f"\\'{ord(HEADING_BEGINS):02x}{int(found[1]) + 1}{found[0]}", source)


def _text(source: str) -> str:
    """The text of a source. Raises Refused."""
    try:
        text: str = rtf_to_text(source, encoding=ENCODING, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        message = "The document is damaged and cannot be read. Save it again and read the new file."
        raise Refused(NoticeCode.DAMAGED_FILE, message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bare_text(source: str) -> str:
    """The text of a source without the signs of headings. Raises Refused."""
    return HEADING.sub("", _text(source))


def _taken_out(source: str, opening: re.Pattern[str]) -> tuple[str, list[str]]:
    """The source without the groups that begin so, and the texts of those groups."""
    kept, texts, at = [], [], 0
    for found in opening.finditer(source):
        if found.start() < at:
            continue
        kept.append(source[at : found.start()])
        at = _end(source, found.start())
        texts.append(" ".join(_bare_text(f"{{{CONTROL.sub('', source[found.start() : at])}").split()))
    return "".join((*kept, source[at:])), [text for text in texts if text]


def _end(source: str, start: int) -> int:
    """Where a group that begins with a brace ends."""
    depth = 0
    for found in re.compile(r"\\[{}\\]|[{}]").finditer(source, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(source)


def _without(source: str, marks: re.Pattern[str]) -> tuple[str, list[str]]:
    """The source without the words that are marked, and these words."""
    kept, texts, at = [], [], 0
    for found in marks.finditer(source):
        if found.start() < at:
            continue
        kept.append(source[at : found.start()])
        at = _switched_off(source, found.end(), found[0].strip("\\ 1"))
        texts.append(_bare_text(f"{{{source[found.end() : at]}}}").strip())
    return "".join((*kept, source[at:])), texts


def _switched_off(source: str, start: int, word: str) -> int:
    """Where what a control word marks ends: with its group, or where it is switched off."""
    depth = 0
    for found in SWITCHES.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0 or (depth == 0 and found[0] == f"\\{word}0"):
            return found.start()
    return len(source)


def _boxed(texts: list[str]) -> Iterator[Part]:
    for number, text in enumerate(texts, 1):
        yield Passage(text, f"text box {number}", boxed=True)


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
        between = SIGNS.sub("", between)
        if HEADING.sub("", between).strip(" \t\n") or found is None:
            if rows:
                yield from parted(_grid(rows))
                rows = []
            for line in between.replace(f"{CELL_ENDS}|", "\t").split("\n"):
                rank, words = HEADING.search(line), HEADING.sub("", line)
                paragraph += bool(words.strip())
                kind = BlockKind.HEADING if rank else BlockKind.PARAGRAPH
                yield Passage(words, f"paragraph {paragraph}", kind, rank=int(rank[1]) if rank else 1)
        if found is None:
            return
        table += not rows
        rows.append((f"table {table}, row {len(rows) + 1}", _cells(found[1])))
        at = found.end()


def _cells(row: str) -> tuple[Cell, ...]:
    """The cells of a row, in front of which stand the signs for the merged ones among them."""
    texts = row.split(f"{CELL_ENDS}|")
    columns = re.sub(f"[^{BELOW}{ACROSS_IT}{COLUMN}]", "", texts[0]).split(COLUMN)
    cells = []
    for column, text in enumerate(texts[:-1]):
        signs = columns[column] if column < len(columns) else ""
        words = HEADING.sub("", SIGNS.sub("", text)).replace("\t", " ")
        cells.append(cell_of(words, merged=bool(signs) and not words.strip(), across=ACROSS_IT in signs))
    return tuple(cells)


def _grid(rows: list[tuple[str, tuple[Cell, ...]]]) -> Grid:
    width = max(len(cells) for _, cells in rows)
    return Grid(tuple((where, (*cells, *[Cell()] * (width - len(cells)))) for where, cells in rows))
