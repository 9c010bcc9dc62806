"""The body of a report to a council's meeting: numbered sections, paragraphs, recommendations, tables of risks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Self

from ingest.blocks import Block, BlockKind
from ingest.drafts import FindingDraft, RecommendationDraft
from ingest.notices import NoticeDraft
from ingest.profiles.papers.cabinet_cover import SUMMARY
from ingest.profiles.papers.headings import runs_through
from ingest.profiles.plans.columns import header_in
from ingest.profiles.plans.rows import ActionTable
from ingest.structure.entries import LETTERED
from ingest.structure.numbering import check_swallowed
from ingest.structure.outline import Opening, Role, Rule
from ingest.structure.paper_report import without_number
from ingest.structure.paper_walker import PaperWalker
from ingest.structure.restore import lost_number, restored_notice
from ingest.structure.risks import is_risk_header, looks_like_risks
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel

OTHER = Rule("", 1)
SUMMARIES = Rule(SUMMARY.pattern, 1, kind=FindingKind.SUMMARY)
TAIL = Rule(
    r"(?:lead )?(?:contact )?officers?'?s?\b.*contacts?(?: details)?|(?:lead )?contact (?:officers?|details).*"
    r"|appendices"
    r"|background (?:papers|documents)|list of (?:appendices|background papers)",
    1,
    kind=FindingKind.CONTEXT,
)
RULES = (
    TAIL,
    SUMMARIES,
    Rule(
        r"(?:officers?'? )?recommendations?(?:\(s\))?(?: to (?:the )?\w+)?|recommended (?:decisions?|actions?)"
        r"|decisions? (?:requested|required|recommended|sought)|(?:what )?(?:is )?the [\w ]{3,60} (?:is )?(?:being )?"
        r"asked to (?:do|decide|agree)",
        1,
        Role.RECOMMENDATIONS,
    ),
    Rule(
        r"(?:areas of )?progress\b.*|.*\bprogress (?:since|made|to date|against|so far)\b.*|.*update on progress.*",
        1,
        kind=FindingKind.PROGRESS,
    ),
)
ASKED = re.compile(
    r"^(?:[Tt]hat\s+)?(?:the\s+)?(?P<body>[A-Z][\w ]{2,80}?)\s+(?:is|are|be)\s+(?:asked|recommended|invited"
    r"|requested|advised)\b"
)


RECOMMEND = re.compile(r"\brecommend", re.I)
ANNOUNCING = re.compile(r"(?:it is |we )?(?:recommend(?:ed|s)? )?(?:that|to)\W*", re.I)


class CabinetBody(PaperWalker):
    """Reads the body of a report; ``tables`` are its tables of risks, ``actions`` those of actions, with sections."""

    def __init__(self) -> None:
        super().__init__(RULES, OTHER)
        self.tables: list[tuple[Block, str | None]] = []
        self._paragraph: Block | None = None
        self._addressee: str | None = None
        self.actions: list[ActionTable] = []
        self._runs_through = False
        self._searched = ("", 0, False)  # the finding that was searched last, how far, and with what result

    def read(self, blocks: Iterable[Block]) -> Self:
        """Read the blocks; how the paper numbers its paragraphs is found first."""
        given = tuple(blocks)
        self._runs_through = runs_through(given)
        return super().read(given)

    def opening(self, block: Block) -> Opening | None:
        """A numbered section, the officers and papers at the end, or a heading without a number."""
        if block.kind is BlockKind.TABLE:
            return None
        if number := self._section_number(block):
            self._paragraph = None
            return self.section(block.text, number=number)
        if block.number:
            return None
        if self._is_tail(block):
            return Opening(TAIL, block.text)
        heads = block.kind is BlockKind.HEADING and self.rule is not TAIL
        return self.section(block.text, 2 if self._in_numbered() else 1) if heads else None

    def section(self, heading: str, level: int = 1, anchor: str | None = None, number: str = "") -> Opening:
        """The opening of a section; what is called a summary is one only in front of the numbered sections."""
        opening = super().section(heading, level, anchor, number)
        return replace(opening, rule=OTHER) if opening.rule is SUMMARIES and (number or level > 1) else opening

    def _is_tail(self, block: Block) -> bool:
        known = self.outline.of(block.text)
        return known is not None and known.rule is TAIL

    def _next_number(self) -> str | None:
        return next((b.number for b in self.blocks[self.at + 1 :] if b.number), None)

    def _section_number(self, block: Block) -> str | None:
        """The number of the section that the block opens, or None; a lost one is certain when its paragraphs follow."""
        due = self.records.numbers.last("section") + 1
        if block.number:
            if "." in block.number:
                return None
            opens = block.kind is BlockKind.HEADING and block.number == str(due)
            return block.number if opens or self._next_number() == f"{block.number}.1" else None
        certain = block.kind is BlockKind.HEADING and due > 1 and self._next_number() == f"{due}.1"
        ahead = self.following
        if not certain or self.rule is TAIL or self._is_tail(block) or ahead is None or not ahead.number:
            return None
        self.records.notices.append(restored_notice(str(due), block, "section"))
        return str(due)

    def _in_numbered(self) -> bool:
        section = self.records.section
        return section is not None and (section.level > 1 or section.anchor.removeprefix("s").isdigit())

    def text(self, block: Block) -> None:
        """A table; a paragraph "6.1" of the report, which may stand in a section whose heading is lost.

        Or other text.
        """
        if block.kind is BlockKind.TABLE:
            self._table(block)
            return
        if block.number and "." in block.number:
            self._paragraph = block
            self._leave(block, block.number.partition(".")[0])
        super().text(block)

    def _leave(self, block: Block, head: str) -> None:
        """A paragraph of a later section is none of the section that is open, though the heading of its own is lost."""
        last = self.records.numbers.last("section")
        if last and head.isdigit() and int(head) > last:
            message = (
                f"Paragraph {block.number} stands under the heading of section {last}; that of section {head} was "
                "not read."
            )
            self.records.doubt(NoticeCode.HEADING_MISSING, message, block)
            self.records.close()
            self.records.numbers.count(head, block.place, None, "section")
            if self.rule is not TAIL:
                self.enter(OTHER)

    def find(self, block: Block) -> None:
        """File a paragraph, an item of a list that is quoted under one, or what goes on under it."""
        if block.number and ("." in block.number or self._runs_through):
            self.records.finding(block, self.kind)
        elif block.number and (lead := self._quoting()):
            self._listed(block, f"{lead.anchor}/rec", None)
        else:
            self._append(block)

    def _quoting(self) -> FindingDraft | None:
        """The numbered paragraph before, if it or its heading speaks of recommendations.

        A list under it quotes them.
        """
        lead, section = self.records.previous_finding, self.records.section
        if lead is None or not lead.ref:
            return None
        speaks = self._speaks(lead) or (section is not None and RECOMMEND.search(section.heading) is not None)
        return lead if speaks else None

    def _speaks(self, lead: FindingDraft) -> bool:
        """Tell whether a finding speaks of recommendations. Of one that grows, only what is new is searched."""
        anchor, searched, speaks = self._searched
        if anchor != lead.anchor:
            searched, speaks = 0, False
        speaks = speaks or RECOMMEND.search(lead.text, max(0, searched - len("recommend"))) is not None
        self._searched = lead.anchor, len(lead.text), speaks
        return speaks

    def _listed(self, block: Block, stem: str, addressee: str | None) -> None:
        anchor = f"{stem}-{block.number}"
        self.records.recommendation(block, addressee=addressee, anchor=anchor, what="recommendation", part=stem)

    def recommend(self, block: Block) -> None:
        """File a recommendation, or the paragraph that says who is asked for what follows."""
        given = self.records.in_section
        asked = (
            ASKED.match(block.text) if (block.number and "." in block.number) or not (block.number or given) else None
        )
        if asked:
            self._addressee = asked["body"].strip()
        if block.number:
            self._numbered_recommendation(block)
        elif (asked and block.text.endswith(":")) or ANNOUNCING.fullmatch(block.text):
            self.records.finding(block, FindingKind.CONTEXT)
        elif block.kind is BlockKind.ITEM:
            self._number_lost(block)
            self._listed_recommendation(block, given)
        elif given:
            self._append(block)
        elif self._before_first():
            message = (
                f"A paragraph without number stands in front of {self._next_number()}; it was not read as a "
                "recommendation."
            )
            self.records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block)
            self.records.finding(block, FindingKind.CONTEXT)
        else:
            self.records.recommendation(block, addressee=self._addressee, anchor="rec-1")

    def _numbered_recommendation(self, block: Block) -> None:
        number, following = block.number or "", self._next_number()
        if "." not in number:
            self._listed(block, "rec", self._addressee)
        elif block.text.endswith(":") and following and following.startswith(f"{number}."):
            self.records.finding(block, FindingKind.CONTEXT)
        else:
            self.records.recommendation(block, addressee=self._addressee)

    def _before_first(self) -> bool:
        """Tell whether the numbered paragraphs of the open section are still to come."""
        section = self.records.section
        first = f"s{self._next_number()}".partition(".")[0]
        return self.records.numbers.last("section") > 0 and section is not None and section.anchor == first

    def _listed_recommendation(self, block: Block, given: Sequence[RecommendationDraft]) -> None:
        """A lettered or bulleted recommendation; its parent is the one before the list, if that announces it."""
        top = next((rec for rec in reversed(given) if not rec.parent), None)
        letter = block.marker.strip("().") if LETTERED.match(block.marker) else None
        if top and top.text.endswith(":"):
            self.records.sub_item(block, top, letter, self._addressee)
        else:
            number = letter or str(sum(rec.parent is None for rec in given) + 1)
            self.records.recommendation(block, addressee=self._addressee, anchor=f"rec-{number}", ref=letter)

    def _append(self, block: Block) -> None:
        """Put an item or a paragraph without number to the paragraph before it, or let it stand alone."""
        records = self.records
        last = records.previous_finding
        section = records.section.anchor if records.section else None
        apart = last is None or last.section != section or not (last.ref or block.kind is BlockKind.ITEM)
        if apart or last is None or self._number_lost(block):
            records.finding(without_number(block), self.kind)
            return
        if last.ref and block.kind is BlockKind.PARAGRAPH and not block.number:
            message = f"A paragraph without number stands after paragraph {last.ref}; it was read as part of it."
            records.doubt(NoticeCode.UNNUMBERED_PARAGRAPH, message, block, last.anchor)
        records.extend_finding(block)

    def _number_lost(self, block: Block) -> bool:
        if self._paragraph is None or not lost_number(block, self._paragraph):
            return False
        message = (
            f"An item stands after {self._paragraph.number} where a number is due and none was read. Compare with "
            "the document."
        )
        self.records.doubt(NoticeCode.NUMBER_LOST, message, block)
        return True

    def _table(self, block: Block) -> None:
        goes_on = bool(self.tables) and self.tables[-1][0] is self.blocks[self.at - 1]
        if is_risk_header(block) or goes_on:
            self.tables.append((block, self.records.section.anchor if self.records.section else None))
            return
        if header_in(block):
            self.actions.append(ActionTable(block, self.records.section.anchor if self.records.section else None))
            return
        if looks_like_risks(block):
            message = "A table that ends with ratings has no header that is known; it was not read as a table of risks."
            self.records.doubt(NoticeCode.TABLE_NOT_READ, message, block)
        self.context(block)

    def checks(self) -> Iterator[NoticeDraft]:
        """Holes and repeats in the numbers of sections, paragraphs and lists.

        A heading of recommendations without any.
        """
        records = self.records
        yield from records.numbers.check("section", "paragraph", "recommendation")
        yield from check_swallowed(records.numbers.of(), records.findings)
        known = ((section, self.outline.of(section.heading)) for section in records.sections)
        headed = [section for section, o in known if o and o.rule.role is Role.RECOMMENDATIONS]
        if headed and not records.recommendations:
            message = f"Nothing was read under the heading “{headed[0].heading}”. Compare with the document."
            place = headed[0].place
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.RECOMMENDATIONS_MISSING, message, place.page, place.line)
