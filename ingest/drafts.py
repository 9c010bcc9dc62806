"""What a profile produces: the facts of one report as they are printed, before they are stored.

Drafts are frozen and hold tuples. An anchor is made of what is printed, is unique in its report and is the same at
every reading (``para-19``, ``rec-5``, ``rec-5/2``, ``action-1.10``, ``annex/para-2``, ``judgement-adoption``). A
draft holds references as printed ("paragraph 19"); ``ingest.resolve`` makes links of them.
"""

from dataclasses import dataclass

from ingest.blocks import Place
from ingest.notices import NoticeDraft
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import (
    Absence,
    Basis,
    FindingKind,
    FurnitureKind,
    ReadingStatus,
    ReferenceTarget,
    ReportKind,
    Scope,
    Timescale,
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is printed: ``iso`` is "2023-07-17", "2013-01" or "2019"; ``printed`` is its wording."""

    iso: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class InspectionDraft:
    """An inspection that a report states or mentions. ``framework`` is None where the words do not tell it.

    ``place`` and ``printed`` are where and in which words, so that two documents that disagree can be shown side by
    side. Tables of many authorities also name the ``authority``, the inspectorate's identifier of the provider
    (``urn``), the web ``address`` of the report and the ``theme`` of a visit, which its letter may state, too;
    elsewhere these are None.
    """

    framework: str | None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    published: PartialDate | None = None
    lead_inspector: str | None = None
    place: Place = Place()
    printed: str = ""
    authority: AuthorityFacts | None = None
    urn: str | None = None
    address: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementDraft:
    """A judgement of one domain and scope in one inspection.

    ``grade`` is the code of the grade, None where an ``absence`` says why there is none; ``grade_wording`` is its
    printed wording. ``inspection`` is None for the report's own inspection. ``evidence`` holds the anchors of the
    findings that support the judgement, in printed order.
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
    """A heading that opens a section; ``level`` 1 is the highest, ``parent`` is the anchor of the section around it."""

    anchor: str
    heading: str
    level: int
    parent: str | None = None
    domain: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A numbered paragraph, or an unnumbered one of a summary, letter or list. ``orig`` is its text as read."""

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
    """What must change, by the report.

    ``paragraphs`` are the numbers of the paragraphs that it cites, as printed, in printed order and each once; a
    recommendation with sub-items has theirs too. ``parent`` is the anchor of the recommendation of a sub-item.
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

    ``source`` is the anchor of the record in which it stands. ``target`` is the kind of thing that is meant; annexes
    and appendices are sections. ``ref`` is its number as printed ("19"), "" where none is printed.
    """

    source: str
    target: ReferenceTarget
    ref: str
    printed: str


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """A row of an improvement plan, its cells as printed.

    ``recommendations`` are those it answers, by their numbers, or by their anchors where they have none. ``progress``
    tells in words what ``rag`` rates; ``notes`` holds the cells of columns without a field, each behind its heading.
    """

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
    progress: str | None = None
    notes: str | None = None
    recommendations: tuple[str, ...] = ()
    section: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class RiskDraft:
    """A row of a risk table. ``rating`` is its letter and digit ("C3"), ``rating_wording`` the rating as printed."""

    anchor: str
    risk: str
    description: str
    mitigation: str
    rating: str | None
    rating_wording: str = ""
    section: str | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class EditionDraft:
    """What a report says of its own edition: the day of its amendment, its number ("2", "1.3"), and the words.

    A report that says nothing is of edition "1".
    """

    amended: PartialDate | None = None
    number: str = "1"
    printed: str = ""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """One report of one kind.

    ``mentions`` are the inspections that it mentions besides its own; ``profile`` is the name and version of the
    profile. ``by_inspectorate`` tells of a table of outcomes, and of no other kind, that an inspectorate published it.
    """

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
    notices: tuple[NoticeDraft, ...] = ()
    place: Place = Place()
    edition: EditionDraft | None = None
    by_inspectorate: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of every word of a file: each is in a record, is furniture of a known kind, or was left out.

    ``pages`` is None for a file without pages; ``kinds`` divides the furniture, in the order of the vocabulary.
    """

    pages: int | None
    words: int
    in_records: int
    furniture: int
    left_out: int
    kinds: tuple[tuple[FurnitureKind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one file: its reports in printed order, or a refusal with its notice.

    ``size`` is that of the file in bytes; ``reader`` is the name and version of the reader, "" for a refused file.
    ``ledger`` is None for a file of which no word could be read.
    """

    name: str
    sha256: str
    media_type: str
    pages: int | None
    size: int
    reader: str
    status: ReadingStatus
    reports: tuple[ReportDraft, ...] = ()
    notices: tuple[NoticeDraft, ...] = ()
    ledger: Ledger | None = None
