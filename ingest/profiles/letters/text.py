"""The text of a letter, from the subject to the signature: which heading opens what, and what is an item of which list.

Order of decision, block by block: a frame with a heading of its own, and what is headed as a case study, is context
until the frame ends or, where none is drawn, until the list in front of it goes on; a heading that a ``Rule`` knows
opens its section; any other heading divides the section it stands in. Where dividing would make recommendations of
what may be findings (a heading after the list is complete, in a form whose lists are not divided), findings begin
there, with the notice ``heading-unknown``. Furniture, footnotes and a letterhead set at the foot of the page are passed
over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from ingest.blocks import Block, BlockKind
from ingest.profiles.letters.form import FINDINGS, SECTION, LetterForm
from ingest.structure.entries import Entry, group, notice_of_unmarked, same_indent
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading
from ingest.structure.walker import Gatherer
from ingest.wording.closings import LETTERHEAD, begins_to_close, closes
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.recommending import says_none
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind

# A sentence that announces a list which a heading divides.
ANNOUNCED = re.compile(r"\bthe following\b[^.]*[.:]$|\b(?:set out|listed|as) below[.:]$", re.I)
CASE_STUDY = re.compile(r"^(?:case|practice) (?:stud(?:y|ies)|examples?)\b", re.I)
CASE_HEADING = 120
SHORT_LINE = 90
HEADING = 160

DIVISION, FRAME = 3, 4
NEARLY = 90
# What stands in front of the first heading: who came, when and why.
FRONT = Rule("", SECTION, kind=FindingKind.CONTEXT)
CASE = Rule("", FRAME, kind=FindingKind.CONTEXT)


def is_heading(block: Block) -> bool:
    """Tell whether a block is printed as a heading: by the reader's word, or bold, short and unnumbered."""
    if block.kind is BlockKind.PARAGRAPH:
        return block.bold and not block.number and len(block.text) <= HEADING
    return block.kind is BlockKind.HEADING


def _nearest(heading: str, spelt: Iterable[str]) -> str | None:
    """The known heading that a heading is but for a letter, or None."""
    found = process.extractOne(bare_heading(heading).casefold(), list(spelt), scorer=fuzz.ratio, score_cutoff=NEARLY)
    return found[0] if found else None


def _rows(table: Block) -> Iterator[Block]:
    """The rows of a table that stands in the text of a letter, each as a paragraph."""
    for row in table.rows:
        text = " ".join(filter(None, row.texts))
        if text:
            yield replace(table, kind=BlockKind.PARAGRAPH, text=text, orig=text, place=row.place, rows=())


class LetterText(Gatherer):
    """Reads a letter from top to bottom; ``opening_text`` is what stands in front of its first heading."""

    def __init__(self, form: LetterForm, subject: Block) -> None:
        super().__init__(Outline(form.rules), start=FRONT)
        self.opening_text: list[Block] = []
        self._form = form
        self._case: Block | None = None
        self._item: Block | None = None
        self._items = False
        self.records.open(subject.text, 1, subject.place)

    def passes_over(self, block: Block) -> bool:
        """Tell whether a block is furniture or a letterhead."""
        return super().passes_over(block) or LETTERHEAD.fullmatch(block.text) is not None

    def take(self, block: Block) -> None:
        """Read the next block; the rows of a table are read as paragraphs."""
        if block.kind is BlockKind.TABLE:
            for row in _rows(block):
                if not self.passes_over(row):
                    self.take(row)
            return
        if self._case is not None and not block.boxed and (self._case.boxed or self._goes_on_with_list(block)):
            self.leave()
            self._case = None
            self.records.close(FRAME)
        super().take(block)

    def _goes_on_with_list(self, block: Block) -> bool:
        """Tell whether an item is the next of the list that stood in front of a case study without a frame.

        The frame may be a shade, or open at the end of a page. An item that the case study announces is its own.
        """
        if self._item is None or block.kind is not BlockKind.ITEM or block.marker != self._item.marker:
            return False
        if not self.held or self.held[-1].text.rstrip().endswith(":") or self.held[-1].kind is BlockKind.ITEM:
            return False
        if self._item.indent is None or same_indent(self._item, block):
            message = (
                "An item stands behind a case study whose end is not drawn; it was read as the next item of the list "
                "in front of it. Compare with the document."
            )
            self.records.doubt(NoticeCode.FRAME_UNDRAWN, message, block)
            return True
        return False

    def _in_frame(self, block: Block) -> bool:
        return self._case is not None and block.boxed

    def opening(self, block: Block) -> Opening | None:
        """A case study, a frame with a heading of its own, or a heading that a rule knows.

        In a frame there is no other.
        """
        inside = self._in_frame(block)
        opening = super().opening(block) or self._misspelt(block)
        headed = is_heading(block) and block.boxed and self.rule is not FRONT and (inside or not opening)
        if headed or (CASE_STUDY.match(block.text) and len(block.text) <= CASE_HEADING):
            return Opening(CASE, block.text)
        return None if inside else opening

    def open(self, opening: Opening, block: Block) -> None:
        """Open a section; a case study stands inside the one that is open."""
        if opening.rule is CASE:
            if self._case is None:
                self._item = next((held for held in reversed(self.held) if held.kind is BlockKind.ITEM), None)
            self.leave()
            self._case = block
            self.records.open(block.text, FRAME, block.place)
        else:
            super().open(opening, block)
            self._case, self._items = None, False

    def divides(self, block: Block) -> bool:
        """Tell whether a block is printed as a heading.

        In front of the first one that a rule knows, and in a frame, none is.
        """
        if self.rule is FRONT or self._in_frame(block):
            return False
        return is_heading(block) or self._stands_out(block)

    def divide(self, block: Block) -> None:
        """A heading that no rule knows divides its section, unless it stands after a list that is not divided."""
        self.leave()
        self._case = None
        if self.ends_list(block) or (self._items and not self._form.divided and self.role is Role.RECOMMENDATIONS):
            self.open_unknown(block, FINDINGS)
        else:
            self.records.open(block.text, DIVISION, block.place)

    def file(self, blocks: list[Block]) -> None:
        """File what stands under one heading: closing sentences apart, the rest by the rule that is open.

        A text that only begins with a closing sentence is kept as context; one that is nothing else is no record.
        """
        blocks = [block for block in blocks if not closes(block.text)]
        closing = [block for block in blocks if self._ends(block)]
        entries = group([block for block in blocks if not self._ends(block)])
        if self._case is not None:
            self._file(entries, FindingKind.CONTEXT)
        elif self.rule is FRONT:
            self._open_letter(entries)
        elif self.role is Role.RECOMMENDATIONS:
            self._doubt_unmarked(blocks)
            self._recommend(entries)
            self._items = self._items or bool(entries)
        else:
            self._file(entries, self.kind)
        for block in closing:
            self.records.finding(block, FindingKind.CONTEXT)

    def _ends(self, block: Block) -> bool:
        """Tell whether a block ends the text: it begins with a closing sentence, or with one of this form."""
        own = self._form.ends is not None and self._form.ends.match(block.text) and not block.marker
        return begins_to_close(block.text) or bool(own)

    def _misspelt(self, block: Block) -> Opening | None:
        spelt = self._form.spelt
        name = _nearest(block.text, spelt) if is_heading(block) and not block.boxed else None
        if name is None or spelt[name] not in self._form.rules:
            return None
        message = f"The heading “{block.text}” was read as “{name}”. Compare with the document."
        self.records.doubt(NoticeCode.HEADING_MISSPELT, message, block)
        return Opening(spelt[name], block.text)

    def _stands_out(self, block: Block) -> bool:
        """Tell whether a line among findings in prose is a heading that lost its weight.

        Short, after a sentence, and none itself.
        """
        bare = block.kind is BlockKind.PARAGRAPH and not block.number and not block.marker and not block.boxed
        among = self.role is Role.FINDINGS and bool(self.held)
        if not bare or not among or len(block.text) > SHORT_LINE or ends_like_a_sentence(block.text):
            return False
        return block.text[:1].isupper() and self.held[-1].text.rstrip().endswith((".", "?", "!"))

    def _doubt_unmarked(self, blocks: list[Block]) -> None:
        """A paragraph at the indent of a bullet is a part of its item, or an item that has lost its bullet."""
        for above, block in pairwise(blocks):
            bare = block.kind is BlockKind.PARAGRAPH and not block.marker and not block.number
            if above.kind is BlockKind.ITEM and bare and block.text[:1].isupper() and same_indent(above, block):
                self.records.notices.append(notice_of_unmarked(block))

    def _file(self, entries: tuple[Entry, ...], kind: FindingKind) -> None:
        for entry in entries:
            self.records.finding(entry.block, FindingKind.CONTEXT if entry.announces else kind)

    def _open_letter(self, entries: tuple[Entry, ...]) -> None:
        """In front of the first heading stand who came, when and why; in some forms the summary follows at once."""
        about = self._form.about
        summary = False
        for entry in entries:
            self.opening_text.append(entry.block)
            summary = summary or (about is not None and not about.match(entry.block.text))
            self.records.finding(entry.block, FindingKind.SUMMARY if summary else FindingKind.CONTEXT)

    def _recommend(self, entries: tuple[Entry, ...]) -> None:
        """The items of a list; where there is no list, the paragraphs.

        Never the sentence that says that there are none.

        Prose behind a list that is not divided is what inspectors found, though no heading says so.

        """
        listed = any(entry.listed for entry in entries)
        if self._form.divided and len(entries) == 1 and ANNOUNCED.search(entries[0].block.text):
            entries = (replace(entries[0], announces=True),)
        behind: list[Block] = []
        complete = False
        for entry in entries:
            complete = complete or entry.listed
            if entry.announces or says_none(entry.block.text) or (listed and not complete):
                self.records.finding(entry.block, FindingKind.CONTEXT)
            elif entry.listed == listed:
                self.records.recommendation(entry.block, self.rule.timescale)
            else:
                kind = FindingKind.CONTEXT if self._form.divided else FindingKind.FINDING
                self.records.finding(entry.block, kind)
                behind.append(entry.block)
        if behind:
            message = (
                f"{len(behind)} paragraphs stand behind a list of recommendations without a heading; they are no "
                "items of it."
            )
            self.records.doubt(NoticeCode.HEADING_MISSING, message, behind[0])
