"""What a profile hands on: the facts of one report, as they are printed, before any database.

Drafts are frozen, with tuples inside. Anchors are made of what is printed, unique in a report and the same at every
reading (``para-19``, ``rec-5``, ``rec-5/2``, ``action-1.10``, ``annex/para-2``, ``judgement-adoption``). A draft
says what a report *says* ("paragraph 19"); turning that into links is the work of ``ingest.resolve``.
"""

from dataclasses import dataclass

from ingest.blocks import Place
from ingest.notices import Notice
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Absence, Basis, FindingKind, ReadingStatus, ReportKind, Scope, Timescale


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is printed: ``iso`` is "2023-07-17", "2013-01" or "2019"; ``printed`` is its wording."""

    iso: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class InspectionDraft:
    """An inspection that a report states or speaks of. ``framework`` is None where the words do not tell it.

    ``place`` and ``printed`` are where and how the document says it, so that two documents that disagree can be shown
    side by side.
    """

    framework: str | None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    published: PartialDate | None = None
    lead_inspector: str | None = None
    place: Place = Place()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class JudgementDraft:
    """Inspection x domain x scope, with the grade code (None with ``absence``) and its wording as printed.

    ``inspection`` is None when the judgement is of the report's own inspection. ``evidence`` holds the anchors of the
    findings that carry the judgement, in printed order.
    """

    anchor: str
    domain: str
    domain_wording: str
    grade: str | None
    grade_wording: str
    basis: Basis
    scope: Scope | None = None
    absence: Absence | None = None
    inspection: InspectionDraft | None = None
    evidence: tuple[str, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A heading and what stands under it; ``level`` 1 is the highest, ``parent`` an anchor."""

    anchor: str
    heading: str
    level: int
    parent: str | None = None
    domain: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A numbered paragraph, or an unnumbered one of a summary, letter or list. ``orig`` is the text as it stands."""

    anchor: str
    ref: str | None
    kind: FindingKind
    text: str
    orig: str
    section: str | None = None
    domain: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class RecommendationDraft:
    """What must change.

    ``paragraphs`` are the paragraph references as printed, without duplicates, in printed order; those of a parent hold
    its own and its children's.
    """

    anchor: str
    ref: str | None
    text: str
    orig: str
    parent: str | None = None
    addressee: str | None = None
    timescale: Timescale | None = None
    paragraphs: tuple[str, ...] = ()
    section: str | None = None
    domain: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class ReferenceDraft:
    """A cross reference as printed: "(paragraph 19)", "(Recommendation 4)", "section 7", "Appendix B".

    ``source`` is the anchor of the record in which it stands; ``target`` says what kind of thing is meant
    ("paragraph", "recommendation", "section") and ``ref`` its number as printed ("19"), "" where none is printed.
    """

    source: str
    target: str
    ref: str
    printed: str


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """A row of an improvement plan, every cell as printed; ``recommendations`` are the numbers that it answers."""

    anchor: str
    ref: str
    priority: str | None
    text: str
    orig: str
    lead: str | None = None
    partners: str | None = None
    due: str | None = None
    success_measures: str | None = None
    resources: str | None = None
    measure: str | None = None
    baseline: str | None = None
    target: str | None = None
    rag: str | None = None
    recommendations: tuple[str, ...] = ()
    section: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class RiskDraft:
    """A row of a risk table; ``rating`` is the letter and digit ("C3"), ``rating_wording`` as printed."""

    anchor: str
    risk: str
    description: str
    mitigation: str
    rating: str | None
    rating_wording: str = ""
    section: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """One report of one kind. ``mentions`` are inspections it speaks of beside its own; ``profile`` is name and version."""

    kind: ReportKind
    title: str
    profile: str
    authority: AuthorityFacts | None
    published: PartialDate | None = None
    licence: str | None = None
    inspection: InspectionDraft | None = None
    mentions: tuple[InspectionDraft, ...] = ()
    judgements: tuple[JudgementDraft, ...] = ()
    sections: tuple[SectionDraft, ...] = ()
    findings: tuple[FindingDraft, ...] = ()
    recommendations: tuple[RecommendationDraft, ...] = ()
    references: tuple[ReferenceDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    risks: tuple[RiskDraft, ...] = ()
    notices: tuple[Notice, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one file gave: its reports in the order in which they stand, or a refusal with its notice."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    size: int
    reader: str
    status: ReadingStatus
    reports: tuple[ReportDraft, ...] = ()
    notices: tuple[Notice, ...] = ()
