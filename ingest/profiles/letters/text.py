"""The text of a letter, from the subject to the signature: which heading opens what, and what is an item of which list.

Order of decision, block by block: a frame with a heading of its own, and what is headed as a case study, is context until
the frame ends; a heading that a ``Rule``
knows opens its section; any other heading divides the section it stands in. Where dividing would make recommendations of
what may be findings (a heading after the list is complete, in a form whose lists are not divided), findings begin there,
with the notice ``heading-unknown``. Furniture, footnotes and a letterhead set at the foot of the page are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from rapidfuzz import fuzz, process

from ingest.blocks import Block, BlockKind
from ingest.notices import Notice
from ingest.structure.entries import SKIPPED, Entry, group, same_indent, unmarked
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading
from ingest.structure.records import Records
from ingest.wording.joining import ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind

CLOSING = re.compile(
    r"^(?:ofsted will (?:take|send)|(?:i am|we are|i will be|i have) (?:copying|sending|copied|sent)\b|"
    r"(?:this|the|a copy of this) letter (?:will be|is being|has been)|it will be published|thank you for\b|"
    r"the findings (?:from|of) this (?:focus?sed )?visit will\b)",
    re.I,
)
NONE_FOUND = re.compile(
    r"^(?:(?:there|inspectors|we|(?:this|the) (?:visit|inspection)) (?:were|are|was|is|found|identified|did not (?:identify|find)) )?"
    r"(?:no|any)\b (?:\w+ ){0,2}?(?:areas?|priority actions?|recommendations?)\b[^.]*\.?$|^none\b(?: (?:were |was )?(?:identified|found))?\.?$",
    re.I,
)
LETTERHEAD = re.compile(
    r"(?:(?:ofsted|piccadilly gate|store street|manchester|m1 2wd|t:?\s*0300 123 \d{4}|textphone:?\s*0161 618 8524|"
    r"(?:e:?\s*)?enquiries@ofsted\.gov\.uk|(?:w:?\s*)?www\.(?:gov\.uk/ofsted|ofsted\.gov\.uk))[\s,.]*)+",
    re.I,
)
# A sentence that announces a list which a heading divides.
ANNOUNCED = re.compile(r"\bthe following\b[^.]*[.:]$|\b(?:set out|listed|as) below[.:]$", re.I)
CASE_STUDY = re.compile(r"^(?:case|practice) (?:stud(?:y|ies)|examples?)\b", re.I)
CASE_HEADING = 120
SHORT_LINE = 90
HEADING = 160

SECTION, DIVISION, FRAME = 2, 3, 4
CONTEXT = Rule(
    "(?:the )?(?:context|background|areas covered by (?:the|this) visit|next steps|scope of (?:the|this) visit)",
    SECTION,
    kind=FindingKind.CONTEXT,
)
SUMMARY = Rule(
    "overview|(?:headline|summary of|summary) (?:key |main )?findings?|summary", SECTION, kind=FindingKind.SUMMARY
)
IMPROVE = Rule(
    r"what .{0,60}?\bneeds? to (?:be |do to )?(?:further )?improved?\b.{0,70}|what does .{0,60} need to (?:do to )?improve\b.{0,70}|"
    r"(?:key )?areas? (?:for|of|requiring) (?:further )?(?:improvement|development)s?",
    SECTION,
    role=Role.RECOMMENDATIONS,
)
PRIORITY = Rule(
    r"(?:areas? (?:for|of|requiring) )?(?:immediate )?priority actions?(?: and (?:areas? for )?improvement)?",
    SECTION,
    role=Role.RECOMMENDATIONS,
)
FINDINGS = Rule(
    r"(?:(?:main|key|detailed|other) )?findings(?: (?:and|from|of|in|at) .{0,60})?|(?:key )?strengths?|evaluation of progress|what (?:is|are) working well\b.{0,60}",
    SECTION,
)
RULES = (SUMMARY, IMPROVE, PRIORITY, FINDINGS, CONTEXT)
# How the headings are spelt; one that is nearly so has lost a letter.
SPELT = {
    "headline findings": SUMMARY,
    "overview": SUMMARY,
    "what needs to improve": IMPROVE,
    "what needs to improve in this area of social work practice": IMPROVE,
    "areas for improvement": IMPROVE,
    "areas for priority action": PRIORITY,
    "main findings": FINDINGS,
    "findings": FINDINGS,
    "key strengths": FINDINGS,
    "strengths": FINDINGS,
    "next steps": CONTEXT,
}
NEARLY = 90


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One kind of letter.

    ``subject`` matches its subject line; ``about``, in forms without overview, the opening paragraphs that are not yet the
    summary; ``divided`` tells that lists of recommendations have headings inside; ``expects_improvement`` whether a letter
    without areas for improvement is worth a notice; ``led`` that the lead inspector signs.
    ``longest_list``, in forms with a list of strengths too, is how many areas there may be without one.
    """

    name: str
    kind: ReportKind
    framework: str
    subject: re.Pattern[str]
    about: re.Pattern[str] | None = None
    rules: tuple[Rule, ...] = RULES
    divided: bool = False
    expects_improvement: bool = True
    led: bool = True
    longest_list: float = inf


def is_heading(block: Block) -> bool:
    """Tell whether a block is printed as a heading: by the reader's word, or bold, short and unnumbered."""
    if block.kind is BlockKind.PARAGRAPH:
        return block.bold and not block.number and len(block.text) <= HEADING
    return block.kind is BlockKind.HEADING


def _nearest(heading: str) -> str | None:
    """The known heading that a heading is but for a letter, or None."""
    found = process.extractOne(bare_heading(heading).casefold(), list(SPELT), scorer=fuzz.ratio, score_cutoff=NEARLY)
    return found[0] if found else None


def _rows(table: Block) -> Iterator[Block]:
    """The rows of a table that stands in the text of a letter, each as a paragraph."""
    for row in table.rows:
        text = " ".join(filter(None, row.texts))
        if text:
            yield replace(table, kind=BlockKind.PARAGRAPH, text=text, orig=text, place=row.place, rows=())


class LetterText:
    """Reads a letter from top to bottom; ``opening`` is what stands in front of its first heading."""

    def __init__(self, form: LetterForm, subject: Block) -> None:
        self.records = Records()
        self.opening: list[Block] = []
        self.notices: list[Notice] = []
        self._form = form
        self._outline = Outline(form.rules)
        self._rule: Rule | None = None
        self._case: Block | None = None
        self._pending: list[Block] = []
        self._items = False
        self.records.open(subject.text, 1, subject.place)

    def take(self, block: Block) -> None:
        """Read the next block."""
        if block.kind is BlockKind.TABLE:
            for row in _rows(block):
                self.take(row)
        elif block.kind not in SKIPPED and not LETTERHEAD.fullmatch(block.text):
            self._take(block)

    def _take(self, block: Block) -> None:
        if self._case is not None and self._case.boxed and not block.boxed:
            self._leave_case()
        inside = self._case is not None and block.boxed
        opening = self._outline.opening(block) or self._misspelt(block)
        headed = is_heading(block) and block.boxed and self._rule is not None and (inside or not opening)
        if headed or (CASE_STUDY.match(block.text) and len(block.text) <= CASE_HEADING):
            self._flush()
            self._case = block
            self.records.open(block.text, FRAME, block.place)
        elif opening and not inside:
            self._flush()
            self._case, self._rule, self._items = None, opening.rule, False
            self.records.open(block.text, opening.rule.level, block.place)
        elif (is_heading(block) or self._stands_out(block)) and self._rule and not inside:
            self._divide(block)
        else:
            self._pending.append(block)

    def _misspelt(self, block: Block) -> Opening | None:
        name = _nearest(block.text) if is_heading(block) and not block.boxed else None
        if name is None or SPELT[name] not in self._form.rules:
            return None
        message = f"The heading “{block.text}” was read as “{name}”. Compare with the document."
        self.notices.append(
            Notice(NoticeLevel.WARNING, NoticeCode.HEADING_MISSPELT, message, block.place.page, block.place.line)
        )
        return Opening(SPELT[name], block.text)

    def _stands_out(self, block: Block) -> bool:
        """Tell whether a line among findings in prose is a heading that lost its weight: short, after a sentence, and none itself."""
        plain = block.kind is BlockKind.PARAGRAPH and not block.number and not block.marker and not block.boxed
        among = self._rule is not None and self._rule.role is Role.FINDINGS and bool(self._pending)
        if not plain or not among or len(block.text) > SHORT_LINE or ends_like_a_sentence(block.text):
            return False
        return block.text[:1].isupper() and self._pending[-1].text.rstrip().endswith((".", "?", "!"))

    def _divide(self, block: Block) -> None:
        """A heading that no rule knows divides its section, unless it stands after a list that is not divided."""
        self._flush()
        self._case = None
        ends_list = self._items and not self._form.divided
        if ends_list and self._rule and self._rule.role is Role.RECOMMENDATIONS:
            self._rule = FINDINGS
            self.records.open(block.text, SECTION, block.place)
            message = f"The heading “{block.text}” is not known; what stands under it was read as findings."
            self.notices.append(
                Notice(
                    NoticeLevel.WARNING, NoticeCode.HEADING_UNKNOWN, message, block.place.page, block.place.line, None
                )
            )
        else:
            self.records.open(block.text, DIVISION, block.place)

    def _leave_case(self) -> None:
        self._flush()
        self._case = None
        self.records.close(FRAME)

    def close(self) -> None:
        """Read what is left at the signature."""
        self._flush()

    def _flush(self) -> None:
        pending, self._pending = self._pending, []
        closing = [block for block in pending if CLOSING.match(block.text)]
        entries = group([block for block in pending if not CLOSING.match(block.text)])
        if self._case is not None:
            self._file(entries, FindingKind.CONTEXT)
        elif self._rule is None:
            self._open_letter(entries)
        elif self._rule.role is Role.RECOMMENDATIONS:
            self._doubt_unmarked(pending)
            self._recommend(entries)
            self._items = self._items or bool(entries)
        else:
            self._file(entries, self._rule.kind or FindingKind.FINDING)
        for block in closing:
            self.records.finding(block, FindingKind.CONTEXT)

    def _doubt_unmarked(self, blocks: list[Block]) -> None:
        """A paragraph at the indent of a bullet is a part of its item, or an item that has lost its bullet."""
        for above, block in pairwise(blocks):
            bare = block.kind is BlockKind.PARAGRAPH and not block.marker and not block.number
            if above.kind is BlockKind.ITEM and bare and block.text[:1].isupper() and same_indent(above, block):
                self.notices.append(unmarked(block))

    def _file(self, entries: tuple[Entry, ...], kind: FindingKind) -> None:
        for entry in entries:
            self.records.finding(entry.block, FindingKind.CONTEXT if entry.announces else kind)

    def _open_letter(self, entries: tuple[Entry, ...]) -> None:
        """In front of the first heading stand who came, when and why; in some forms the summary follows at once."""
        about = self._form.about
        summary = False
        for entry in entries:
            self.opening.append(entry.block)
            summary = summary or (about is not None and not about.match(entry.block.text))
            self.records.finding(entry.block, FindingKind.SUMMARY if summary else FindingKind.CONTEXT)

    def _recommend(self, entries: tuple[Entry, ...]) -> None:
        """The items of a list; where there is no list, the paragraphs; never the sentence that says that there are none.

        Prose behind a list that is not divided is what inspectors found, though no heading says so.
        """
        listed = any(entry.listed for entry in entries)
        if self._form.divided and len(entries) == 1 and ANNOUNCED.search(entries[0].block.text):
            entries = (replace(entries[0], announces=True),)
        behind: list[Block] = []
        complete = False
        for entry in entries:
            complete = complete or entry.listed
            if entry.announces or NONE_FOUND.match(entry.block.text) or (listed and not complete):
                self.records.finding(entry.block, FindingKind.CONTEXT)
            elif entry.listed == listed:
                self.records.recommendation(entry.block)
            else:
                kind = FindingKind.CONTEXT if self._form.divided else FindingKind.FINDING
                self.records.finding(entry.block, kind)
                behind.append(entry.block)
        if behind:
            message = f"{len(behind)} paragraphs stand behind a list of recommendations without a heading; they are no items of it."
            place = behind[0].place
            self.notices.append(
                Notice(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, place.page, place.line)
            )
