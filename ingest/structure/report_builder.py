"""Putting a report together.

The facts of its cover, its records, what it judges and quotes, and the doubts about it all.

Every profile ends here, so that what each report has (the licence that it states, its references, its place in the
file) is found in one way.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from ingest.blocks import Block, Place
from ingest.drafts import (
    ActionDraft,
    InspectionDraft,
    JudgementDraft,
    PartialDate,
    ReportDraft,
    RiskDraft,
)
from ingest.notices import NoticeDraft
from ingest.structure.earlier_grades import reported_by_findings
from ingest.structure.record_texts import check_texts
from ingest.structure.records import Records
from ingest.structure.reported_judgements import Reported
from ingest.wording.covers import find_licence
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.report_kinds import PAPERS
from inspections.vocabulary import NoticeLevel, ReportKind


class NamedProfile(Protocol):
    """What the builder needs of a profile: the kind of report, and the name and version that are recorded with it."""

    name: str
    kind: ReportKind


def build_report(
    profile: NamedProfile,
    title: str,
    blocks: Sequence[Block],
    records: Records,
    *,
    authority: AuthorityFacts | None,
    published: PartialDate | None,
    inspection: InspectionDraft | None = None,
    mentions: Iterable[InspectionDraft] = (),
    judgements: Iterable[JudgementDraft] = (),
    actions: Iterable[ActionDraft] = (),
    risks: Iterable[RiskDraft] = (),
    notices: Iterable[NoticeDraft] = (),
) -> ReportDraft:
    """The draft of one report of the profile's kind.

    ``blocks`` are all blocks of the report, ``mentions`` the inspections that it speaks of beside its own; ``notices``
    come in the order in which they are to be shown, those of the records included where the profile puts them. What an
    inspectorate's report tells of earlier inspections is added to all of them; for papers, ``paper_report`` does it.
    """
    told = Reported((), ())
    if profile.kind not in PAPERS:
        told = reported_by_findings(records.findings, records.sections, authority, inspection, records.recommendations)
    return ReportDraft(
        kind=profile.kind,
        title=title,
        profile=profile.name,
        authority=authority,
        published=published,
        licence=find_licence(blocks),
        inspection=inspection,
        mentions=tuple(dict.fromkeys((*mentions, *told.mentions))),
        judgements=(*judgements, *told.judgements),
        sections=records.sections,
        findings=records.findings,
        recommendations=records.recommendations,
        references=records.references,
        actions=tuple(actions),
        risks=tuple(risks),
        notices=(
            *_untitled(title, blocks),
            *notices,
            *told.notices,
            *check_texts(records.findings, records.recommendations),
        ),
        place=blocks[0].place if blocks else Place(),
    )


def _untitled(title: str, blocks: Sequence[Block]) -> list[NoticeDraft]:
    """The notice that a report has no title."""
    if title.strip():
        return []
    place = blocks[0].place if blocks else Place()
    message = "No title was found on the cover of this report. Read it in the document."
    return [NoticeDraft(NoticeLevel.WARNING, NoticeCode.COVER_INCOMPLETE, message, place.page, place.line)]
