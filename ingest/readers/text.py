"""The reader of plain text: a report that was saved or recognised as text.

What is understood, in this order: form feeds (pages), tab-separated lines (rows of a table), ``<p>`` cells (text in a
frame), ``- `` and other bullets (list items, indented ones nested), numbers at the line start, footnotes that begin with a raised
figure, short lines without an end mark (headings), and everything else as prose. ``**bold**``, ``<u>`` and the like are
taken off. A file that is not text is refused; one in another encoding than UTF-8 is read with a notice.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind, Place, ReadDocument, TableCell, TableRow
from ingest.notices import Notice, Refused
from ingest.page.lists import SURE_BULLETS
from ingest.wording.joining import BETWEEN, ends_like_a_sentence, goes_on_like_a_sentence, join_broken, join_text
from inspections.documents import plain_text
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

READER = "text/1"
MEDIA_TYPE = "text/plain"

# Soft hyphens, joiners and byte order marks inside the text: nothing is printed for them.
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SURE = re.escape("".join(sorted(SURE_BULLETS)))
BULLET = re.compile(rf"^(?P<indent>\s*)(?:(?P<sure>[{_SURE}])\s*|(?P<dash>[–—−*-]|o)\s+)(?P<rest>\S.*)$")
NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3}){1,3}\.?(?=\s)|\d{1,3}\.(?=\s|[A-Z]))\s*(?P<rest>\S.*)?$")
LETTER = re.compile(r"^\s*(?P<marker>\(?[a-z]\)|[a-z]\.(?=\s)|\(?[ivx]{1,4}\)|[ivx]{1,4}\.(?=\s))\s*(?P<rest>\S.*)$")
FOOTNOTE = re.compile(r"^\s*(?P<marker>[¹²³⁴-⁹⁰]+)\s*(?P<rest>\S.*)$")
RAISED = re.compile(r"(?<=[^\s\d])[¹²³⁴-⁹]+")
FRAME = re.compile(r"<p>(.*?)</p>|<p>(.*)$", re.S)
MARKUP = re.compile(r"\*\*|</?(?:u|b|i|p|em|strong|mark|sup|sub|br)\s*/?>|<(?=https?://)|(?<=\S)>(?=[\s.,;)]|$)")
ITALICS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
RULE = re.compile(r"^[\s\-=_|:\t]*$")
PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*$", re.I)
BLANK_PAGE = re.compile(r"^\s*this page (?:is|has been) (?:intentionally )?left blank\.?\s*$", re.I)
HEADING_LENGTH = 160
SHORTEST_TORN_LINE = 40
BOLD = re.compile(r"^\s*\*\*[^*]+\*\*\s*$")


@dataclass(frozen=True, slots=True)
class _SourceLine:
    text: str
    number: int
    page: int | None
    after_blank: bool


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Turn bytes into text: UTF-8, or by its byte order mark, or, with a notice, by what fits best.

    Raises Refused for an empty file (``empty``) and for one that is not text (``not-text``).
    """
    if not data.strip():
        raise Refused(NoticeCode.EMPTY, "The file is empty. Save the document again and read the new file.")
    try:
        text, guessed = plain_text.decode(data)
    except plain_text.NotTextError as error:
        raise Refused(NoticeCode.NOT_TEXT, str(error)) from error
    if guessed is None:
        return text, ()
    message = f"The file is not UTF-8; it was read as {guessed}. Check names and signs such as £ and ’."
    return text, (Notice(NoticeLevel.WARNING, NoticeCode.ENCODING_GUESSED, message),)


def _is_text(text: str) -> bool:
    controls = sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in text)
    return controls <= len(text) * 0.01


def _lines(text: str) -> Iterator[_SourceLine]:
    paged = "\f" in text
    page, blank, number = 1, True, 0
    for raw in plain_text.lines_of(INVISIBLE.sub("", text)):
        number += 1
        for piece, line in enumerate(raw.split("\f")):
            if piece:
                page, blank = page + 1, True
            if not line.strip():
                blank = True
                continue
            yield _SourceLine(line, number, page if paged else None, blank)
            blank = False


def clean(text: str) -> str:
    """Take mark-up and raised footnote figures off, and run white space together."""
    return re.sub(r"\s+", " ", ITALICS.sub(r"\1", RAISED.sub("", MARKUP.sub("", text)))).strip()


def _block(kind: BlockKind, line: _SourceLine, text: str, **more: object) -> Block:
    place = Place(line.page, line.number)
    return replace(Block(kind, clean(text), line.text, place), bold=bool(BOLD.match(text)), **more)  # type: ignore[arg-type]


def _row(line: _SourceLine) -> TableRow:
    place = Place(line.page, line.number)
    cells = []
    for part in line.text.split("\t"):
        pieces = [clean(a or b) for a, b in FRAME.findall(part)] or [clean(part)]
        cells.append(TableCell(tuple(p for p in pieces if p), place))
    return TableRow(tuple(cells), place)


def _framed(line: _SourceLine) -> Iterator[Block]:
    for closed, open_ in FRAME.findall(line.text):
        if text := clean(closed or open_):
            kind = BlockKind.PARAGRAPH if ends_like_a_sentence(text) or len(text) > 60 else BlockKind.HEADING
            yield _block(kind, line, text, boxed=True)


def _item(line: _SourceLine) -> Block | None:
    match = BULLET.match(line.text)
    if not match or line.text.lstrip().startswith("**"):
        return None
    level = 2 if len(match["indent"].expandtabs(4)) >= 1 else 1
    rest = match["rest"]
    if number := NUMBER.match(rest):
        body = number["rest"] or ""
        return _block(
            BlockKind.PARAGRAPH, line, body, number=number["number"].rstrip("."), marker=number["number"], level=level
        )
    if letter := LETTER.match(rest):
        return _block(BlockKind.ITEM, line, letter["rest"], marker=letter["marker"], level=level)
    return _block(BlockKind.ITEM, line, rest, marker=match["sure"] or match["dash"], level=level)


def _prose(line: _SourceLine) -> Block:
    if match := NUMBER.match(line.text.replace("**", "", 1) if line.text.startswith("**") else line.text):
        body = match["rest"] or ""
        return _block(BlockKind.PARAGRAPH, line, body, number=match["number"].rstrip("."), marker=match["number"])
    if match := LETTER.match(line.text):
        return _block(BlockKind.ITEM, line, match["rest"], marker=match["marker"], level=1)
    return _block(BlockKind.PARAGRAPH, line, line.text)


def _blocks(lines: list[_SourceLine]) -> Iterator[Block]:
    table: list[TableRow] = []
    for line in lines:
        starts_table = "\t" in line.text.strip("\t ") or (table and "\t" in line.text and "<p>" not in line.text)
        if table and (line.after_blank or not starts_table):
            yield _table(table)
            table = []
        if starts_table:
            if not RULE.match(line.text):
                table.append(_row(line))
        elif RULE.match(line.text) or PAGE_NUMBER.match(line.text) or BLANK_PAGE.match(line.text):
            yield _block(BlockKind.FURNITURE, line, line.text)
        elif match := FOOTNOTE.match(line.text):
            yield _block(BlockKind.FOOTNOTE, line, match["rest"], marker=match["marker"])
        elif "<p>" in line.text:
            yield from _framed(line)
        else:
            yield _item(line) or _prose(line)
    if table:
        yield _table(table)


def _table(rows: list[TableRow]) -> Block:
    text = "\n".join("\t".join(row.texts) for row in rows)
    return Block(BlockKind.TABLE, text, text, rows[0].place, rows=tuple(rows))


def _looks_like_heading(block: Block, before: Block | None, after: Block | None) -> bool:
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or not text or len(text) > HEADING_LENGTH or block.boxed:
        return False
    if ends_like_a_sentence(text) and not text.endswith("?"):
        return False
    if goes_on_like_a_sentence(text) and not text[0].isdigit():
        return False
    if before is not None and before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not block.number:
        breaks_off = not ends_like_a_sentence(before.text) and len(before.text) >= SHORTEST_TORN_LINE
        if breaks_off and goes_on_like_a_sentence(text):
            return False
    return not (after is not None and after.kind is BlockKind.PARAGRAPH and not after.number and _torn(after))


def _torn(block: Block) -> bool:
    return bool(re.match(r"[a-z]", block.text)) and not block.bold


def _mark_headings(blocks: list[Block]) -> Iterator[Block]:
    prose = [b for b in blocks if b.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE)]
    neighbours = {
        id(b): (prose[i - 1] if i else None, prose[i + 1] if i + 1 < len(prose) else None) for i, b in enumerate(prose)
    }
    for block in blocks:
        before, after = neighbours.get(id(block), (None, None))
        if id(block) in neighbours and _looks_like_heading(block, before, after):
            depth = block.number.count(".") + 1 if block.number else 1
            yield replace(block, kind=BlockKind.HEADING, level=depth)
        else:
            yield block


def _renest(blocks: list[Block]) -> Iterator[Block]:
    """Give the items of an inner list their level back where a page break took their indent: the last one had no end mark."""
    last: Block | None = None
    torn = False
    for block in blocks:
        if block.kind in BETWEEN:
            yield block
            continue
        after_inner = last is not None and last.kind is BlockKind.ITEM and last.level > 1
        unended = last is not None and not ends_like_a_sentence(last.text) and (torn or _apart(last, block))
        torn = block.kind is BlockKind.ITEM and block.level == 1 and after_inner and unended
        last = replace(block, level=2) if torn else block
        yield last


def _apart(first: Block, second: Block) -> bool:
    return (second.place.line or 0) - (first.place.line or 0) > 1


def _unwrap(lines: list[_SourceLine]) -> list[_SourceLine]:
    """Join hard-wrapped lines, if the file is wrapped: most lines of prose are followed at once by another."""
    prose = [line for line in lines if "\t" not in line.text]
    followed = [a for a, b in pairwise(prose) if not b.after_blank]
    wrapped = [line for line in followed if 50 <= len(line.text) <= 120 and not ends_like_a_sentence(line.text)]
    if len(prose) < 20 or len(wrapped) < len(prose) * 0.3:
        return lines
    joined: list[_SourceLine] = []
    for line in lines:
        opens = NUMBER.match(line.text) or BULLET.match(line.text) or FOOTNOTE.match(line.text) or "\t" in line.text
        if joined and not line.after_blank and not opens and "\t" not in joined[-1].text and len(joined[-1].text) >= 45:
            joined[-1] = replace(joined[-1], text=join_text(joined[-1].text, line.text))
        else:
            joined.append(line)
    return joined


def read(data: bytes) -> ReadDocument:
    """Read a text file. Raises Refused when it is empty or is not text."""
    text, notices = decode(data)
    if not _is_text(text):
        raise Refused(
            NoticeCode.NOT_TEXT,
            "The file holds control characters that text does not have. Only PDF and text can be read.",
        )
    if re.match(r"\s*(?:<!doctype html|<html)", text, re.I):
        raise Refused(
            NoticeCode.HTML_PAGE, "The file is a web page, not a report. Download the report itself and read that."
        )
    blocks = join_broken(_renest(list(_mark_headings(list(_blocks(_unwrap(list(_lines(text)))))))))
    pages = text.count("\f") + 1 if "\f" in text else None
    return ReadDocument(hashlib.sha256(data).hexdigest(), MEDIA_TYPE, pages, blocks, READER, notices)
