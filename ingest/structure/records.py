"""The records of one report while it is read from top to bottom: sections, findings, recommendations, with their anchors.

Anchors come from what is printed: ``para-19``, ``rec-5``, ``rec-5/2``. What has no number is named after its page and its
ordinal there (``p3-2``), or, where the file has no pages, after its section (``s4-2``). Unnumbered recommendations count
from ``rec-1``. Text that goes on under a record is added to it.
"""

from collections import Counter
from dataclasses import replace
from typing import TypeVar

from ingest.blocks import Block, Place
from ingest.drafts import FindingDraft, RecommendationDraft, ReferenceDraft, SectionDraft
from ingest.structure.numbering import Anchors, Numbered
from ingest.structure.sections import Sections
from ingest.wording.joining import join_place, join_text
from ingest.wording.references import find_references, paragraphs_in, unique
from inspections.vocabulary import FindingKind, Timescale

Record = TypeVar("Record", FindingDraft, RecommendationDraft)


def _longer(record: Record, block: Block) -> Record:
    return replace(
        record,
        text=join_text(record.text, block.text),
        orig=f"{record.orig}\n{block.orig}",
        place=join_place(record.place, block.place),
    )


class Records:
    """Collects drafts; every method takes the block as read and files it under the section that is open."""

    def __init__(self) -> None:
        self._sections = Sections()
        self._anchors = Anchors()
        self._ordinals: Counter[str] = Counter()
        self._findings: list[FindingDraft] = []
        self._recommendations: list[RecommendationDraft] = []
        self._tops: list[RecommendationDraft] = []
        self._children: Counter[str] = Counter()
        self._last: type[FindingDraft] | type[RecommendationDraft] | None = None
        self._numbered: list[Numbered] = []

    @property
    def section(self) -> SectionDraft | None:
        """The section that is open."""
        return self._sections.current

    @property
    def domain(self) -> str | None:
        """The domain of the open section, or of the nearest one around it."""
        return self._sections.domain

    def open(self, heading: str, level: int, place: Place, domain: str | None = None) -> SectionDraft:
        """Open a section; text that follows belongs to no record until one begins."""
        self._last = None
        return self._sections.open(heading, level, place, domain)

    def close(self, level: int) -> None:
        """Close the sections of this level and below; text that follows belongs to no record until one begins."""
        self._last = None
        self._sections.close(level)

    def _synthetic(self, place: Place) -> str:
        stem = f"p{place.page}" if place.page else self._sections.anchor or "s0"
        self._ordinals[stem] += 1
        return f"{stem}-{self._ordinals[stem]}"

    def _count(self, block: Block, anchor: str) -> None:
        if block.number:
            self._numbered.append(Numbered(block.number, block.place, anchor))

    def finding(self, block: Block, kind: FindingKind, part: str = "") -> None:
        """File a numbered paragraph, or an unnumbered one of a summary, a list or a letter.

        ``part`` stands in front of the anchor ("annex/") where a part of the report counts for itself.
        """
        anchor = self._anchors.take(part + (f"para-{block.number}" if block.number else self._synthetic(block.place)))
        self._findings.append(
            FindingDraft(
                anchor,
                block.number,
                kind,
                block.text,
                block.orig,
                section=self._sections.anchor,
                domain=self.domain,
                place=block.place,
            )
        )
        self._last = FindingDraft
        self._count(block, anchor)

    def recommendation(self, block: Block, timescale: Timescale | None = None, addressee: str | None = None) -> None:
        """File a recommendation, by its number or, where none is printed, by its ordinal."""
        anchor = self._anchors.take(f"rec-{block.number or len(self._tops) + 1}")
        self._recommend(block, anchor, None, timescale, addressee)
        self._tops.append(self._recommendations[-1])
        self._count(block, anchor)

    def sub_item(self, block: Block) -> None:
        """File an item of the last recommendation as one of its own, with that one as its parent."""
        parent = self._tops[-1]
        self._children[parent.anchor] += 1
        anchor = f"{parent.anchor}/{self._children[parent.anchor]}"
        self._recommend(block, anchor, parent.anchor, parent.timescale)

    def _recommend(
        self, block: Block, anchor: str, parent: str | None, timescale: Timescale | None, addressee: str | None = None
    ) -> None:
        self._recommendations.append(
            RecommendationDraft(
                anchor,
                None if parent else block.number,
                block.text,
                block.orig,
                parent,
                addressee,
                timescale=timescale,
                section=self._sections.anchor,
                domain=self.domain,
                place=block.place,
            )
        )
        self._last = RecommendationDraft

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

    @property
    def last_finding(self) -> FindingDraft | None:
        """The last record of the open section, if it is a finding."""
        return self._findings[-1] if self._last is FindingDraft else None

    @property
    def last_text(self) -> str | None:
        """The text of the last record of the open section."""
        if self.in_recommendation:
            return self._recommendations[-1].text
        return self._findings[-1].text if self._last else None

    @property
    def last_top(self) -> RecommendationDraft | None:
        """The recommendation to which a sub-item would belong, if the last record of the open section is one."""
        return self._tops[-1] if self.in_recommendation and self._tops else None

    def extend(self, block: Block) -> None:
        """Add what goes on under the last record of the section to it."""
        if self._last is FindingDraft:
            self._findings[-1] = _longer(self._findings[-1], block)
        elif self._last is RecommendationDraft:
            self._recommendations[-1] = _longer(self._recommendations[-1], block)
        else:
            raise ValueError("no record was begun in this section")

    @property
    def sections(self) -> tuple[SectionDraft, ...]:
        """All sections."""
        return tuple(self._sections)

    @property
    def numbered(self) -> tuple[Numbered, ...]:
        """Every printed number, findings and recommendations together, in printed order."""
        return tuple(self._numbered)

    @property
    def findings(self) -> tuple[FindingDraft, ...]:
        """All findings, in printed order."""
        return tuple(self._findings)

    @property
    def recommendations(self) -> tuple[RecommendationDraft, ...]:
        """All recommendations with the paragraphs they cite; a parent cites its own and its children's."""
        own = {rec.anchor: paragraphs_in(rec.text) for rec in self._recommendations}
        cited = {anchor: list(refs) for anchor, refs in own.items()}
        for rec in self._recommendations:
            if rec.parent:
                cited[rec.parent] += own[rec.anchor]
        return tuple(replace(rec, paragraphs=unique(cited[rec.anchor])) for rec in self._recommendations)

    @property
    def references(self) -> tuple[ReferenceDraft, ...]:
        """Every cross reference, one for each number that is printed, and one without number for a bare tag."""
        texts = [(finding.anchor, finding.text) for finding in self._findings]
        texts += [(recommendation.anchor, recommendation.text) for recommendation in self._recommendations]
        return tuple(
            ReferenceDraft(anchor, found.target, ref, found.printed)
            for anchor, text in texts
            for found in find_references(text)
            for ref in found.refs or ("",)
        )

    def evidence(self, domain: str) -> tuple[str, ...]:
        """The anchors of the findings that carry the judgement of a domain, in printed order."""
        found = (f for f in self._findings if f.domain == domain and f.kind is FindingKind.FINDING)
        return tuple(finding.anchor for finding in found)
