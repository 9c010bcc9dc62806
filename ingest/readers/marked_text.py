"""The reader of Markdown, by markdown-it.

A text is Markdown when it has a heading with a number sign or a table with bars. Its elements become headings,
paragraphs, items with the number or bullet that is written in front of them, and tables. Struck words are read, and
comments left out, each with a notice.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft
from ingest.readers.beside import parted
from ingest.readers.markup import Markup
from ingest.readers.passages import Cell, Grid, Part, Passage, blocks_of, cell_of
from inspections.documents.media_types import MediaType

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = "markdown/1"
HEADING = re.compile(r"^#{1,6} \S", re.M)
BREAK = re.compile(r"<br\s*/?>", re.I)
TABLE = re.compile(r"^\s*\|?\s*(?::-+:?|-+:|-{3,})\s*\|[\s|:-]*$", re.M)


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown."""
    return bool(HEADING.search(text) or TABLE.search(text))


def read(data: bytes, text: str, notices: tuple[NoticeDraft, ...]) -> ReadDocument:
    """The document of such a text."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    markup = Markup()
    blocks = blocks_of(_parts(tokens, markup))
    sha256 = hashlib.sha256(data).hexdigest()
    return ReadDocument(sha256, MediaType.MARKDOWN, None, blocks, READER, (*notices, *markup.notices()))


def _parts(tokens: "list[Token]", markup: Markup) -> Iterator[Part]:
    """The elements in reading order. A place is the line of the file. What is hidden or struck is noted."""
    depth, rank, marker = -1, 0, ""
    rows: list[tuple[str, list[Cell]]] = []
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                marker = f"{token.info}{token.markup}" if token.info else "•"
            case "heading_open":
                rank = int(token.tag[1:])
            case "tr_open":
                rows.append((_where(token), []))
            case "table_close":
                yield from parted(Grid(tuple((where, tuple(cells)) for where, cells in rows)))
                rows = []
            case "inline" if rows:
                markup.strike(_struck(token), rows[-1][0])
                rows[-1][1].append(cell_of(_words(token)))
            case "inline":
                markup.strike(_struck(token), _where(token))
                kind = BlockKind.HEADING if rank else BlockKind.PARAGRAPH
                yield Passage(_words(token), _where(token), kind, marker, max(depth, 0), rank or 1)
                rank, marker = 0, ""
            case "html_block" if token.content.lstrip().startswith("<!--"):
                markup.hidden.append(token.content.strip("<!->\n "))
            case "fence" | "code_block" | "html_block":
                yield Passage(token.content, _where(token))


def _where(token: "Token") -> str:
    return f"line {token.map[0] + 1}" if token.map else ""


def _struck(token: "Token") -> Iterator[str]:
    """The words of an element that are struck through."""
    depth = 0
    for child in token.children or ():
        depth += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        if depth and child.content:
            yield child.content


def _words(token: "Token") -> str:
    """The words of an element on its lines, without the signs of their looks."""
    pieces = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            pieces.append(" " if child.type == "softbreak" else "\n")
        elif child.type == "html_inline" and BREAK.fullmatch(child.content):
            pieces.append("\n")
        elif child.type == "image" or child.type != "html_inline":
            pieces.append(child.content)
    return "".join(pieces)
