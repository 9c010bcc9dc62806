"""The contents of one report: its rows, kind by kind in the order of their dependence, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from findings.models import Action, CrossReference, Finding, Recommendation, Risk, Section
from findings.references.evidence import support_by_hand
from findings.references.resolver import NO_NUMBER
from ingest.drafts import JudgementDraft, ReportDraft
from ingest.load import columns
from ingest.load.rows import LoadingReport, sync
from ingest.load.statements import Key, key_of
from ingest.notices import NoticeDraft
from ingest.resolve import sync_evidence, sync_references
from ingest.resolve.references import DraftedRows
from inspections.models import InspectionStatement, Judgement
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReferenceTarget


def load_contents(
    loading: LoadingReport, draft: ReportDraft, statements: Mapping[Key | None, InspectionStatement]
) -> None:
    """Update all rows of a report, and the links between them, to a reading."""
    sections = sync(loading, Section, columns.sections(draft.sections))
    ids = {anchor: row.anchor for anchor, row in sections.items()}
    judgements = sync(loading, Judgement, columns.judgements(_judgements(loading, draft, statements)))
    findings = sync(loading, Finding, columns.findings(draft.findings, ids))
    recommendations = sync(loading, Recommendation, columns.recommendations(draft.recommendations, ids))
    actions = sync(loading, Action, columns.actions(draft.actions, ids))
    sync(loading, Risk, columns.risks(draft.risks, ids))
    evidence = {one.anchor: one.evidence for one in draft.judgements if one.anchor in judgements}
    changed = sync_evidence(judgements, evidence, findings, loading.corrections)
    if support_by_hand(loading.report) or changed:
        loading.counts.touched = True
    drafted = DraftedRows(sections, findings, recommendations, actions)
    references = sync_references(loading.report, draft, drafted, loading.corrections)
    loading.counts.add(
        created=references.created,
        changed=references.changed,
        unchanged=references.unchanged,
        retired=references.retired,
    )
    _doubt(loading, references.unresolved)


def _judgements(
    loading: LoadingReport, draft: ReportDraft, statements: Mapping[Key | None, InspectionStatement]
) -> list[tuple[JudgementDraft, InspectionStatement]]:
    found: list[tuple[JudgementDraft, InspectionStatement]] = []
    for judgement in draft.judgements:
        statement = statements.get(key_of(judgement.inspection) if judgement.inspection else None)
        if statement is not None:
            found.append((judgement, statement))
        elif statements:
            place = judgement.place
            message = f"“{judgement.domain_wording}” was not loaded: nothing tells which inspection judged it."
            loading.notices.append(
                NoticeDraft(NoticeLevel.ERROR, NoticeCode.JUDGEMENT_WITHOUT_INSPECTION, message, place.page, place.line)
            )
    return found


def _doubt(loading: LoadingReport, unresolved: Iterable[tuple[Any, CrossReference]]) -> None:
    """A warning for each reference without a target; a single notice for all that print no number."""
    bare = 0
    for source, reference in unresolved:
        if reference.reason == NO_NUMBER and reference.target == ReferenceTarget.RECOMMENDATION:
            bare += 1
        else:
            loading.doubt(
                NoticeCode.UNRESOLVED_REFERENCE, f"{reference.reason} It is cited as “{reference.printed}”.", source
            )
    if bare:
        message = (
            f"{bare} references to a recommendation print no number, so that none can be told. "
            "They are kept without a link."
        )
        loading.notices.append(NoticeDraft(NoticeLevel.INFO, NoticeCode.REFERENCE_WITHOUT_NUMBER, message))
