"""Furniture: words that are in no record and need not be. They are known by what they say, not by where they stand.

For a text that is in no record, in this order:

1. what the reader labelled as furniture of the page is running matter only if it counts pages, stands on more than
   one of them, or was printed around the page by a browser, and what it labelled as a footnote is one only if its
   figure stands behind a word of the text; in a file without pages (Word, a web page) the file itself says both, and it
   is believed; what heads a column of plans is a label where it stands alone in a line;
2. words of ``KNOWN``, and sentences with which letters close (``wording.closings``); where a known text breaks off
   within a sentence, the texts behind it go on with it;
3. entries of a list of contents behind its heading: the headings of sections, and figures;
4. names, offices and addresses in front of "Dear", behind "Yours sincerely", and behind the heading of those who
   inspected.

All else is unknown.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.ledger.record_words import spelt
from ingest.ledger.table_labels import HEADING, heads_columns, labels_beside, lists_pages, rows_over_headings, ticks_in
from ingest.ledger.texts import Text, printed_words
from ingest.wording.browser_print import is_address, is_time_stamp
from ingest.wording.closings import closes
from ingest.wording.furniture import (
    CONTENTS,
    DEAR,
    DETAILS,
    KNOWN,
    ROLE,
    SIGN_OFF,
    STRAIGHT,
    WITH_PAGE,
    Known,
)
from ingest.wording.plan_columns import is_known_heading
from inspections.vocabulary import FurnitureKind

PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
FIGURES = re.compile(r"\d+")
CALL = re.compile(r"(?:[^\W\d]|[.,;:?!)\]'’”])\s?(\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\*+|†|‡)(?!\w)")
WHOLE = re.compile(r"[.!?][\"')\]]*\s*$")
OFFICE = re.compile(ROLE, re.I)
SMALL = frozenset(printed_words("a an and at for from in of on or the to with upon by interim acting"))
LABELS = {BlockKind.FURNITURE: FurnitureKind.RUNNING, BlockKind.FOOTNOTE: FurnitureKind.FOOTNOTE}
LINE = 16
"""The most words of a line with a name or an address; one that names an office is longer."""

OFFICES = 40
"""The most words of a line that names offices."""

ENTRY = 22
"""The most words of an entry in a list of contents."""

LETTERS = 30
"""The most letters of a word, on the average."""

CLOSING = 60
"""The most words of a paragraph with which a letter closes."""

BEGINNING = 8
"""The fewest words of a standard text that breaks off, so that the text behind it goes on with it."""

APART = 3
"""How many texts that are in records may stand between two of one list of contents or names."""


def label_of(kind: BlockKind) -> FurnitureKind | None:
    """The kind of furniture as which the reader labelled a block, None for text."""
    return LABELS.get(kind)


def _alike(text: str) -> str:
    """The words of a running line without what differs from page to page."""
    return FIGURES.sub("#", text).strip("# ")


def _length(text: str) -> int:
    """The number of words of a text, or more if it has very long ones, on which patterns would take too long."""
    return max(text.count(" ") + 1, len(text) // LETTERS)


def _names(text: str) -> bool:
    """Tell whether a text is a line of names, offices or an address: short, no sentence, its words with capitals."""
    words = [word.strip("(),.'’&") for word in text.split()]
    office = OFFICE.search(text) is not None
    if len(words) > (OFFICES if office else LINE) or (WHOLE.search(text) and not office):
        return False
    telling = [word for word in words if word and word.casefold() not in SMALL]
    capitals = sum(not word[0].islower() for word in telling)
    least = 1.0 if not office else 0.5 if len(words) <= LINE else 0.75
    return capitals >= least * len(telling)


class Furniture:
    """Knows the furniture of one document. Texts that are in no record are given to ``sort`` in their order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._running = Counter(_alike(block.text) for block in blocks if block.kind is BlockKind.FURNITURE)
        self._calls: dict[int | None, set[str]] = {}
        self._blocks = blocks
        self._by_browser = _pages_of_browsers(blocks)
        self._table_heads = {spelt(" ".join(block.rows[0].texts)) for block in blocks if block.rows}
        self._tables: dict[int, tuple[bool, frozenset[str]]] = {}
        self._open: tuple[Known, int] | None = None

    def knows(self, words: str) -> bool:
        """Tell whether a text as a whole is furniture by its own words."""
        words = words.translate(STRAIGHT)
        if _length(words) <= CLOSING and closes(words):
            return True
        return any(_length(words) <= known.most and known.pattern.match(words) for known in KNOWN)

    def sort(self, texts: Sequence[Text], headings: str) -> list[FurnitureKind | None]:
        """The kind of each text, None for what is not known; ``headings`` are those of the sections, as ``spelt``."""
        kinds: list[FurnitureKind | None] = []
        self._open = None
        for at, text in enumerate(texts):
            near = at > 0 and _near(texts[at - 1], text)
            kinds.append(self._labelled(text, headings) or self._known(text.words.translate(STRAIGHT), near))
        _sort_lists(texts, kinds, headings)
        return kinds

    def _labelled(self, text: Text, headings: str) -> FurnitureKind | None:
        words, block = text.words, text.block
        if block.place.where and block.kind in LABELS:
            return LABELS[block.kind]  # a file without pages says so itself; on a page it is the reader's guess
        if self._running and self._running[_alike(words)] > 1:
            return FurnitureKind.RUNNING
        again = PAGE_NUMBER.fullmatch(words) or _repeats((words,), headings) or spelt(words) in self._table_heads
        if block.kind is BlockKind.FURNITURE and (again or block.page in self._by_browser):
            return FurnitureKind.RUNNING
        if block.kind is BlockKind.FOOTNOTE and self._is_called(block):
            return FurnitureKind.FOOTNOTE
        if block.rows:
            return self._in_table(text, headings)
        return FurnitureKind.LABEL if words == block.text and is_known_heading(words.strip(" :?")) else None

    def _in_table(self, text: Text, headings: str) -> FurnitureKind | None:
        """What a text of a table is: an entry of a list of contents, or a heading of a column."""
        block = text.block
        if id(block) not in self._tables:
            over = rows_over_headings(block)
            headers = [
                row.cells
                for row in block.rows
                if heads_columns(row.texts) or row in over or _repeats(row.texts, headings)
            ]
            cells = [words for header in headers for cell in header for words in (cell.text, *cell.paragraphs)]
            texts = [*cells, *labels_beside(block), *ticks_in(block)]
            heads = frozenset(" ".join(printed_words(words)) for words in texts)
            self._tables[id(block)] = (lists_pages(block, headings), heads)
        is_contents, heads = self._tables[id(block)]
        if is_contents:
            return FurnitureKind.CONTENTS
        return FurnitureKind.LABEL if " ".join(printed_words(text.words)) in heads else None

    def _known(self, words: str, near: bool) -> FurnitureKind | None:
        length = _length(words)
        if self._open and near:
            known, so_far = self._open
            if so_far + length <= known.most:
                self._open = None if WHOLE.search(words) else (known, so_far + length)
                return known.kind
        self._open = None
        for known in KNOWN:
            if length <= known.most and known.pattern.match(words):
                self._open = (
                    (known, length) if known.runs_on and length >= BEGINNING and not WHOLE.search(words) else None
                )
                return known.kind
        return FurnitureKind.CLOSING if length <= CLOSING and closes(words) else None

    def _is_called(self, note: Block) -> bool:
        """Tell whether the figure of a footnote stands behind a word on its page or the page before."""
        pages = (note.page,) if note.page is None else (note.page, note.page - 1)
        return any(note.marker in self._calls_on(page) for page in pages)

    def _calls_on(self, page: int | None) -> set[str]:
        """The figures that stand behind words of a page, or of a text without pages."""
        if page not in self._calls:
            blocks = (one for one in self._blocks if one.page == page and one.kind not in LABELS)
            self._calls[page] = {figure for one in blocks for figure in CALL.findall(one.orig)}
        return self._calls[page]


def _pages_of_browsers(blocks: Sequence[Block]) -> set[int | None]:
    """The pages around which a browser printed both a time and an address."""
    running = [block for block in blocks if block.kind is BlockKind.FURNITURE]
    stamped = {block.page for block in running if is_time_stamp(block.text)}
    return {block.page for block in running if block.page in stamped and is_address(block.text)}


def _sort_lists(texts: Sequence[Text], kinds: list[FurnitureKind | None], headings: str) -> None:
    """Sort the entries of lists: of contents, of names under a sign-off, and of names over a salutation."""
    _sort_contents(texts, kinds, headings)
    _sort_names_below(texts, kinds)
    _sort_names_above(texts, kinds)


def _sort_contents(texts: Sequence[Text], kinds: list[FurnitureKind | None], headings: str) -> None:
    """A list of contents goes on for as long as its entries follow each other closely."""
    is_open = False
    for at, text in enumerate(texts):
        near = at > 0 and _near(texts[at - 1], text)
        listed = _is_entry(text, headings) or _interrupts(texts[at : at + 2], headings)
        is_heading = bool(CONTENTS.fullmatch(text.words))
        is_open = is_heading or (is_open and near and listed)
        if is_heading or (is_open and kinds[at] is None):
            kinds[at] = FurnitureKind.CONTENTS


def _sort_names_below(texts: Sequence[Text], kinds: list[FurnitureKind | None]) -> None:
    """Names go on below a team, a sign-off or an address until a text is none."""
    is_open = False
    for at, text in enumerate(texts):
        near = at > 0 and _near(texts[at - 1], text)
        opens = kinds[at] is FurnitureKind.PEOPLE or SIGN_OFF.match(text.words) or DETAILS.fullmatch(text.words)
        is_open = bool(opens) or (is_open and near)
        if kinds[at] is None:
            is_open = is_open and _names(text.words)
            kinds[at] = FurnitureKind.LETTER if is_open else None


def _sort_names_above(texts: Sequence[Text], kinds: list[FurnitureKind | None]) -> None:
    """Names stand above a salutation until a text is none."""
    is_open = False
    for at in reversed(range(len(texts))):
        near = at + 1 < len(texts) and _near(texts[at], texts[at + 1])
        is_open = bool(DEAR.match(texts[at].words)) or (is_open and near)
        if kinds[at] is None:
            is_open = is_open and _names(texts[at].words)
            kinds[at] = FurnitureKind.LETTER if is_open else None


def _repeats(texts: Sequence[str], headings: str) -> bool:
    """Tell whether a row is the heading of a section, which a table prints again on each page."""
    filled = [text for text in texts if text]
    return len(filled) == 1 and filled[0].count(" ") < HEADING and spelt(filled[0]) in headings


def _is_entry(text: Text, headings: str) -> bool:
    """Tell whether a text is an entry of a list of contents."""
    if text.words.count(" ") >= ENTRY or _is_sentence(text.words):
        return False
    return bool(WITH_PAGE.fullmatch(text.words) or text.block.rows) or spelt(text.words) in headings


def _is_sentence(words: str) -> bool:
    """Tell whether words end like a sentence, and are more than a number with its full stop."""
    return " " in words and words.endswith((".", "!"))


def _interrupts(texts: Sequence[Text], headings: str) -> bool:
    """Tell whether the first of two texts is a few words of a torn entry, and the second goes on with the list."""
    torn = texts[0].words.count(" ") < HEADING and not _is_sentence(texts[0].words)
    return torn and len(texts) > 1 and _near(*texts) and _is_entry(texts[1], headings)


def _near(before: Text, after: Text) -> bool:
    """Tell whether two texts stand in one table, or with few others between them."""
    return (before.block is after.block and bool(after.block.rows)) or after.order - before.order <= APART
