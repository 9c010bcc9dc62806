"""The records of one report while it is read from top to bottom: sections, findings, recommendations, notices.

Every kind of report is collected here. A record is filed under the section that is open. Anchors come from what is
printed: ``para-19``, ``rec-5``, ``rec-5/2``; what has no number is named by the report's ``Naming``, and a profile may
give an anchor itself. Text that goes on under a record is added to it. Printed numbers are counted, so that holes and
repeats can be told at the end.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.blocks import Block, Place, TableRow
from ingest.drafts import FindingDraft, RecommendationDraft, ReferenceDraft, SectionDraft
from ingest.notices import NoticeDraft
from ingest.structure.anchors import BY_ORDER, Anchors, Naming
from ingest.structure.entries import marked_text, text_of
from ingest.structure.numbering import Numbers
from ingest.structure.sections import Sections
from ingest.wording.inspections import DocumentPassage
from ingest.wording.joining import join_place, join_texts
from ingest.wording.references import FoundReference, find_references, paragraphs_in, unique
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import FindingKind, NoticeLevel, Timescale

Record = TypeVar("Record", FindingDraft, RecommendationDraft)


def _longer(record: Record, added: Sequence[tuple[str, Block]]) -> Record:
    """A record with the texts that go on under it, and with the words and boxes of their blocks."""
    boxes = tuple(box for _, block in added for box in block.place.boxes)
    return replace(
        record,
        text=join_texts((record.text, *(text for text, _ in added))),
        orig="\n".join((record.orig, *(block.orig for _, block in added))),
        place=join_place(record.place, Place(boxes=boxes)),
    )


class Records:
    """Collects drafts; every method takes the block as read and files it under the section that is open.

    ``naming`` says how unnumbered sections and records are named, ``finds`` which cross references texts hold;
    ``addressee`` is asked to act in recommendations that are filed without one.
    """

    def __init__(
        self, naming: Naming = BY_ORDER, finds: Callable[[str], Iterable[FoundReference]] = find_references
    ) -> None:
        self.notices: list[NoticeDraft] = []
        self.addressee: str | None = None
        self.numbers = Numbers()
        self._naming = naming
        self._finds = finds
        self._anchors = Anchors()
        self._sections = Sections(naming, self._anchors)
        self._ordinals: Counter[str] = Counter()
        self._findings: list[FindingDraft] = []
        self._recommendations: list[RecommendationDraft] = []
        self._tops: list[RecommendationDraft] = []
        self._children: Counter[str] = Counter()
        self._last: type[FindingDraft] | type[RecommendationDraft] | None = None
        self._added: list[tuple[str, Block]] = []  # what goes on under the last record of its kind, not yet joined
        self._lengthens: type[FindingDraft] | type[RecommendationDraft] | None = None
        self._numbered_tops = 0
        self._order: list[str] = []
        self._announcer: str | None = None

    @property
    def section(self) -> SectionDraft | None:
        """The section that is open."""
        return self._sections.current

    @property
    def domain(self) -> str | None:
        """The domain of the open section, or of the nearest one around it."""
        return self._sections.domain

    def open(
        self, heading: str, level: int, place: Place, domain: str | None = None, anchor: str | None = None
    ) -> SectionDraft:
        """Open a section; text that follows belongs to no record until one begins."""
        self._last = None
        section = self._sections.open(heading, level, place, domain, anchor)
        self._order.append(section.anchor)
        return section

    def close(self, level: int = 1) -> None:
        """Close the sections of this level and below; text that follows belongs to no record until one begins."""
        self._last = None
        self._sections.close(level)

    def lengthen(self, words: str) -> None:
        """Add the second line of its heading to the section that is open."""
        self._sections.lengthen(words)

    def doubt(
        self,
        code: NoticeCode,
        message: str,
        at: Block | TableRow | FindingDraft | SectionDraft,
        anchor: str | None = None,
        level: NoticeLevel = NoticeLevel.WARNING,
    ) -> None:
        """Add a notice about a block or a record."""
        self.notices.append(NoticeDraft(level, code, message, at.place.page, at.place.line, anchor))

    def _unnumbered(self, place: Place) -> str:
        stem = self._naming.paragraph(place, self._sections.path)
        self._ordinals[stem] += 1
        return f"{stem}-{self._ordinals[stem]}"

    def finding(
        self, block: Block, kind: FindingKind, part: str = "", anchor: str | None = None, what: str = "paragraph"
    ) -> FindingDraft:
        """File a numbered paragraph, or an unnumbered one of a summary, a list or a letter.

        ``part`` stands in front of the anchor ("annex/") where a part of the report counts for itself; ``what`` is the
        word for what is numbered ("clause", "item").
        """
        wanted = anchor or part + (f"para-{block.number}" if block.number else self._unnumbered(block.place))
        draft = FindingDraft(
            self._anchors.take(wanted), block.number, kind, text_of(block), block.orig,
            self._sections.anchor, self.domain, block.place,
        )  # fmt: skip
        self._announcer = draft.anchor if draft.text.endswith(":") else None
        self._join_added()
        self._findings.append(draft)
        self._order.append(draft.anchor)
        self._last = FindingDraft
        if block.number:
            self.numbers.count(block.number, block.place, draft.anchor, what, part)
        return draft

    def recommendation(
        self,
        block: Block,
        timescale: Timescale | None = None,
        addressee: str | None = None,
        *,
        anchor: str | None = None,
        ref: str | None = None,
        what: str = "paragraph",
        part: str = "",
    ) -> RecommendationDraft:
        """File a recommendation, by its number (or ``ref``, its letter) or, where none is printed, by its ordinal."""
        wanted = anchor or f"rec-{block.number or len(self._tops) + 1}"
        draft = self._recommend(block, wanted, ref=block.number or ref, timescale=timescale, addressee=addressee)
        self._tops.append(draft)
        if draft.ref:
            self._numbered_tops = len(self._tops)
        if block.number:
            self.numbers.count(block.number, block.place, draft.anchor, what, part)
        return draft

    def sub_item(
        self,
        block: Block,
        parent: RecommendationDraft | None = None,
        letter: str | None = None,
        addressee: str | None = None,
    ) -> RecommendationDraft:
        """File an item of a recommendation, the last one if none is given, as one of its own.

        It is named by its ``letter``, or else by its ordinal under its parent.
        """
        parent = parent or self._tops[-1]
        self._children[parent.anchor] += 1
        anchor = f"{parent.anchor}/{letter or self._children[parent.anchor]}"
        return self._recommend(
            block, anchor, parent=parent.anchor, ref=letter, timescale=parent.timescale, addressee=addressee
        )

    def _recommend(
        self,
        block: Block,
        anchor: str,
        *,
        parent: str | None = None,
        ref: str | None,
        timescale: Timescale | None,
        addressee: str | None,
    ) -> RecommendationDraft:
        draft = RecommendationDraft(
            self._anchors.take(anchor), ref, block.text, block.orig, parent, addressee or self.addressee, timescale,
            section=self._sections.anchor, domain=self.domain, place=block.place,
        )  # fmt: skip
        self._join_added()
        self._recommendations.append(draft)
        self._order.append(draft.anchor)
        self._last = RecommendationDraft
        return draft

    @property
    def can_extend(self) -> bool:
        """Tell whether a record of the open section was begun, so that text can go on under it."""
        return self._last is not None

    @property
    def in_recommendation(self) -> bool:
        """Tell whether the last record of the open section is a recommendation."""
        return self._last is RecommendationDraft

    @property
    def tops(self) -> tuple[RecommendationDraft, ...]:
        """All recommendations that are no sub-items, as they were begun."""
        return tuple(self._tops)

    def has_bullets_since(self, number: int) -> bool:
        """Tell whether recommendations were begun after so many, none of them with a number or over a list."""
        return len(self._tops) > max(number, self._numbered_tops) == number and not self._tops[-1].text.endswith(":")

    @property
    def last_finding(self) -> FindingDraft | None:
        """The last record of the open section, if it is a finding."""
        self._join_added()
        return self._findings[-1] if self._last is FindingDraft else None

    @property
    def begun_finding(self) -> FindingDraft | None:
        """The last record of the open section, if it is a finding, as it was before the latest texts were added."""
        return self._findings[-1] if self._last is FindingDraft else None

    @property
    def previous_finding(self) -> FindingDraft | None:
        """The finding that was filed last, in whichever section, though recommendations were filed since."""
        self._join_added()
        return self._findings[-1] if self._findings else None

    @property
    def in_section(self) -> tuple[RecommendationDraft, ...]:
        """The recommendations of the open section, as they were begun."""
        self._join_added()
        return tuple(rec for rec in self._recommendations if rec.section == self._sections.anchor)

    @property
    def last_text(self) -> str | None:
        """The text of the last record of the open section, or the last part that was added to it."""
        if self._added and self._lengthens is self._last:
            return self._added[-1][0]
        if self.in_recommendation:
            return self._recommendations[-1].text
        return self._findings[-1].text if self._last else None

    @property
    def last_top(self) -> RecommendationDraft | None:
        """The recommendation to which a sub-item would belong, if the last record of the open section is one."""
        return self._tops[-1] if self.in_recommendation and self._tops else None

    def extend(self, block: Block) -> None:
        """Add what goes on under the last record of the section to it."""
        if self._last is None:
            raise ValueError("no record was begun in this section")
        self._add(self._last, text_of(block), block)

    def extend_finding(self, block: Block) -> None:
        """Add a block to the last finding with its letter or number, though recommendations stand between."""
        self._add(FindingDraft, marked_text(block), block)

    def _add(self, kind: type[FindingDraft] | type[RecommendationDraft], text: str, block: Block) -> None:
        """Keep what goes on under the last record of a kind; it is joined when the record is asked for."""
        if kind is not self._lengthens:
            self._join_added()
        self._lengthens = kind
        self._added.append((text, block))

    def _join_added(self) -> None:
        if not self._added:
            return
        if self._lengthens is FindingDraft:
            self._findings[-1] = _longer(self._findings[-1], self._added)
        else:
            self._recommendations[-1] = _longer(self._recommendations[-1], self._added)
        self._added = []

    @property
    def announced(self) -> bool:
        """Tell whether the last finding announced a list ("as follows:") in the section that is open."""
        last = self._findings[-1] if self._findings else None
        return last is not None and (last.section, last.anchor) == (self._sections.anchor, self._announcer)

    @property
    def sections(self) -> tuple[SectionDraft, ...]:
        """All sections."""
        return tuple(self._sections)

    @property
    def findings(self) -> tuple[FindingDraft, ...]:
        """All findings, in printed order."""
        self._join_added()
        return tuple(self._findings)

    @property
    def recommendations(self) -> tuple[RecommendationDraft, ...]:
        """All recommendations with the paragraphs they cite; a parent cites its own and its children's."""
        self._join_added()
        own = {rec.anchor: paragraphs_in(rec.text) for rec in self._recommendations}
        cited = {anchor: list(refs) for anchor, refs in own.items()}
        for rec in self._recommendations:
            if rec.parent:
                cited[rec.parent] += own[rec.anchor]
        return tuple(replace(rec, paragraphs=unique(cited[rec.anchor])) for rec in self._recommendations)

    @property
    def timescales(self) -> set[Timescale | None]:
        """The bands of time under which recommendations stand."""
        self._join_added()
        return {recommendation.timescale for recommendation in self._recommendations}

    @property
    def references(self) -> tuple[ReferenceDraft, ...]:
        """Every cross reference, one for each number that is printed, and one without number for a bare tag."""
        self._join_added()
        texts = [(finding.anchor, finding.text) for finding in self._findings]
        texts += [(recommendation.anchor, recommendation.text) for recommendation in self._recommendations]
        return tuple(
            ReferenceDraft(anchor, found.target, ref, found.printed)
            for anchor, text in texts
            for found in self._finds(text)
            for ref in found.refs or ("",)
        )

    @property
    def passages(self) -> tuple[DocumentPassage, ...]:
        """Headings, findings and recommendations as they are searched for what they quote, in printed order."""
        self._join_added()
        given = [DocumentPassage(section.heading, section.place, section.anchor) for section in self._sections]
        given += [DocumentPassage(record.text, record.place, record.anchor) for record in self._findings]
        given += [DocumentPassage(record.text, record.place, record.anchor) for record in self._recommendations]
        by_anchor = {passage.anchor: passage for passage in given}
        return tuple(by_anchor[anchor] for anchor in self._order)

    def evidence(self, domain: str) -> tuple[str, ...]:
        """The anchors of the findings that carry the judgement of a domain, in printed order."""
        found = (f for f in self._findings if f.domain == domain and f.kind is FindingKind.FINDING)
        return tuple(finding.anchor for finding in found)
