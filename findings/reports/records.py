"""One record at its permanent address: its text, its place, what it cites, what cites it, and its corrections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Model, QuerySet

from findings.interpretation.display import InterpretationDisplay, interpretations_of
from findings.labels import Record, field_label, label_of
from findings.models import Action, Correction, Finding, Recommendation, RecordConfirmation, Risk, Section
from findings.models.changes import words_of_value
from findings.references.links import RecordLink, link_to, links_of
from findings.reports.content import ContentItem, JudgementRow, judgement_rows
from findings.reports.outline import in_order
from inspections.models import Grade, Judgement, Notice, Report

KINDS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Finding, ("section", "domain")),
    (
        Recommendation,
        ("section__domain", "domain", "parent__report__authority", "parent__domain", "restates__report__authority"),
    ),
    (Judgement, ("domain", "grade", "inspection__authority", "inspection__framework")),
    (Action, ("section",)),
    (Risk, ("section",)),
    (Section, ("parent__report__authority", "domain")),
)
NEIGHBOURS = (Finding, Recommendation, Action, Risk)


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """An active correction of one field: its name on the page, the value read, the reason and the time."""

    name: str
    field: str
    read: str
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A record with everything that its page shows."""

    record: Record
    label: str
    cites: tuple[RecordLink, ...]
    cited_by: tuple[RecordLink, ...]
    judgements: tuple[JudgementRow, ...]
    parts: tuple[ContentItem, ...]
    part_of: RecordLink | None
    same_as: tuple[RecordLink, ...]
    corrections: tuple[CorrectedField, ...]
    confirmation: RecordConfirmation | None
    interpretations: tuple[InterpretationDisplay, ...]
    notices: tuple[Notice, ...]
    previous: RecordLink | None
    following: RecordLink | None


def find_record(report: Report, anchor: str) -> Record | None:
    """The record of the report with this anchor, retired ones included; at most one query for each kind."""
    for model, related in KINDS:
        rows: QuerySet[Model] = model._default_manager.select_related("report", *related)
        if found := rows.filter(report=report, anchor=anchor).first():
            found.report = report  # type: ignore[attr-defined]
            return found  # type: ignore[return-value]
    return None


def _value(field: str, value: object) -> str:
    if field == "grade" and value:
        return str(Grade.objects.filter(code=value).values_list("name", flat=True).first() or value)
    return words_of_value(field, value)


def _corrections(record: Record) -> tuple[CorrectedField, ...]:
    found = Correction.objects.of_record(record)
    return tuple(
        CorrectedField(
            correction.name,
            field_label(correction.field),
            _value(correction.field, correction.value_read),
            correction.reason,
            correction.made_at,
        )
        for correction in found
    )


def _judgements(record: Record) -> tuple[JudgementRow, ...]:
    """The judgements that a finding supports; for a judgement, itself."""
    if not isinstance(record, Finding | Judgement):
        return ()
    rows = Judgement.objects.select_related(
        "domain", "grade", "inspection__authority", "inspection__framework", "report__authority"
    )
    own = rows.filter(pk=record.pk) if isinstance(record, Judgement) else rows.live().filter(evidence__finding=record)
    return judgement_rows(own)


def _parts(record: Record) -> tuple[Record, ...]:
    """The items of a recommendation, the records of a section, or the paragraphs that support a judgement."""
    match record:
        case Recommendation():
            return tuple(
                Recommendation.objects.live().filter(parent=record).select_related("section").order_by("ordinal")
            )
        case Section():
            here = {"section": record}
            rows = [
                model.objects.live().filter(**here).select_related(*here).order_by("ordinal") for model in NEIGHBOURS
            ]
            return tuple(in_order(chain.from_iterable(rows)))
        case Judgement():
            return tuple(Finding.objects.live().filter(carries__judgement=record).order_by("carries__ordinal"))
        case _:
            return ()


def _part_of(record: Record) -> RecordLink | None:
    parent = record.parent if isinstance(record, Recommendation | Section) else None
    return link_to(parent, record.report) if parent else None


def _same_as(record: Record) -> tuple[RecordLink, ...]:
    if not isinstance(record, Recommendation):
        return ()
    first = [record.restates] if record.restates and record.restates.report.is_public else []
    others = Recommendation.objects.published().filter(restates=record).select_related("report__authority")
    return tuple(link_to(other, record.report) for other in (*first, *others))


def _neighbour(record: Record, step: Callable[[QuerySet[Any]], QuerySet[Any]]) -> RecordLink | None:
    if not isinstance(record, NEIGHBOURS):
        return None
    found: Record | None = step(type(record).objects.live().filter(report=record.report)).first()
    if found is None:
        return None
    found.report = record.report
    return link_to(found, record.report)


def read_record(record: Record) -> RecordPage:
    """Load what the page of a record shows, in a fixed number of queries."""
    parts = _parts(record)
    links = links_of([record, *parts])
    base = record.report.get_absolute_url()
    return RecordPage(
        record,
        label_of(record),
        *links.of(record),
        _judgements(record),
        tuple(ContentItem(part, part.KIND, label_of(part), f"{base}{part.anchor}/", *links.of(part)) for part in parts),
        _part_of(record),
        _same_as(record),
        _corrections(record),
        RecordConfirmation.objects.holding()
        .filter(report=record.report, kind=record.KIND, anchor=record.anchor)
        .first(),
        interpretations_of(record),
        tuple(Notice.objects.open().filter(report=record.report, anchor=record.anchor)),
        _neighbour(record, lambda rows: rows.filter(ordinal__lt=record.ordinal).order_by("-ordinal")),
        _neighbour(record, lambda rows: rows.filter(ordinal__gt=record.ordinal).order_by("ordinal")),
    )
