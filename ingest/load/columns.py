"""The columns of rows, from drafts: one function for each kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from ingest.blocks import Place
from ingest.drafts import (
    ActionDraft,
    FindingDraft,
    JudgementDraft,
    PartialDate,
    RecommendationDraft,
    ReportDraft,
    RiskDraft,
    SectionDraft,
)
from inspections.models import InspectionStatement
from inspections.vocabulary import Absence

Anchors = Mapping[str, str]
"""The anchors of stored sections, by those that the reading gives them."""


@dataclass(frozen=True, slots=True)
class DraftedRecord:
    """One record of a reading.

    ``read`` holds its correctable fields as JSON values, ``rest`` its other columns by attribute name. ``parent`` is
    the drafted anchor of a record of the same kind. ``framework_id`` is the framework of a judgement's inspection, and
    ``context`` the anchor of the statement about it.
    """

    anchor: str
    ref: str
    words: str
    read: dict[str, Any]
    rest: dict[str, Any]
    parent: str | None = None
    framework_id: int | None = None
    context: str = ""


def iso(date: PartialDate | None) -> str:
    """The date as columns hold it, "" for none."""
    return date.iso if date else ""


def place_columns(place: Place) -> dict[str, Any]:
    """Page, line, words for the place, and boxes."""
    return {"page": place.page, "line": place.line, "where": place.where, "boxes": place.box_lists}


def _anchor(sections: Anchors, anchor: str | None) -> str | None:
    return sections.get(anchor) if anchor else None


def _absence(draft: JudgementDraft) -> str:
    if draft.absence:
        return draft.absence.value
    return "" if draft.grade else Absence.NOT_READ.value


def sections(drafts: Iterable[SectionDraft]) -> list[DraftedRecord]:
    """Sections, matched by their headings."""
    return [
        DraftedRecord(
            d.anchor, "", d.heading,
            read={"heading": d.heading, "domain": d.domain},
            rest={"ordinal": n, "level": d.level, **place_columns(d.place)},
            parent=d.parent,
        )
        for n, d in enumerate(drafts, 1)
    ]  # fmt: skip


def findings(drafts: Iterable[FindingDraft], sections: Anchors) -> list[DraftedRecord]:
    """Paragraphs."""
    return [
        DraftedRecord(
            d.anchor, d.ref or "", d.text,
            read={"text": d.text, "ref": d.ref or "", "kind": d.kind.value, "domain": d.domain,
                  "section": _anchor(sections, d.section)},
            rest={"ordinal": n, "orig": d.orig, **place_columns(d.place)},
        )
        for n, d in enumerate(drafts, 1)
    ]  # fmt: skip


def recommendations(drafts: Iterable[RecommendationDraft], sections: Anchors) -> list[DraftedRecord]:
    """Recommendations and their sub-items."""
    return [
        DraftedRecord(
            d.anchor, d.ref or "", d.text,
            read={
                "text": d.text, "ref": d.ref or "", "addressee": d.addressee or "",
                "timescale": d.timescale.value if d.timescale else "", "domain": d.domain,
                "section": _anchor(sections, d.section),
            },
            rest={"ordinal": n, "orig": d.orig, **place_columns(d.place)},
            parent=d.parent,
        )
        for n, d in enumerate(drafts, 1)
    ]  # fmt: skip


def actions(drafts: Iterable[ActionDraft], sections: Anchors) -> list[DraftedRecord]:
    """Rows of an improvement plan."""
    return [
        DraftedRecord(
            d.anchor, d.ref, d.text,
            read={
                "text": d.text, "ref": d.ref, "priority": d.priority or "", "lead": d.lead or "",
                "partners": d.partners or "", "due": d.due or "", "success_measures": d.success_measures or "",
                "resources": d.resources or "", "measure": d.measure or "", "baseline": d.baseline or "",
                "target": d.target or "", "rag": d.rag or "", "progress": d.progress or "", "notes": d.notes or "",
                "section": _anchor(sections, d.section),
            },
            rest={"ordinal": n, "orig": d.orig, **place_columns(d.place)},
        )
        for n, d in enumerate(drafts, 1)
    ]  # fmt: skip


def risks(drafts: Iterable[RiskDraft], sections: Anchors) -> list[DraftedRecord]:
    """Rows of a risk table."""
    return [
        DraftedRecord(
            d.anchor, "", d.risk,
            read={"risk": d.risk, "description": d.description, "mitigation": d.mitigation, "rating": d.rating or "",
                  "section": _anchor(sections, d.section)},
            rest={
                "ordinal": n, "rating_wording": d.rating_wording, **place_columns(d.place),
            },
        )
        for n, d in enumerate(drafts, 1)
    ]  # fmt: skip


def judgements(
    drafts: Iterable[tuple[JudgementDraft, InspectionStatement]],
) -> list[DraftedRecord]:
    """Judgements, each with the statement about its inspection; matched by their anchors."""
    return [
        DraftedRecord(
            d.anchor, d.anchor, f"{d.domain_wording} {d.grade_wording}",
            read={
                "grade": d.grade, "grade_wording": d.grade_wording, "absence": _absence(d),
                "domain": d.domain, "domain_wording": d.domain_wording, "scope": d.scope or "",
            },
            rest={
                "ordinal": n, "inspection_id": statement.inspection_id, "statement_id": statement.pk,
                "basis": d.basis.value, **place_columns(d.place),
            },
            framework_id=statement.inspection.framework_id,
            context=statement.anchor,
        )
        for n, (d, statement) in enumerate(drafts, 1)
    ]  # fmt: skip


def fit_to_columns(model: type[models.Model], values: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values as the columns can hold them, and the fields that had to be shortened.

    NUL characters are removed, because databases do not accept them, and texts are cut to the length of their columns.
    """
    fit: dict[str, Any] = {}
    shortened: list[str] = []
    for name, value in values.items():
        fit[name] = value
        if isinstance(value, str):
            limit = getattr(model._meta.get_field(name), "max_length", None)
            whole = value.replace("\x00", "")
            fit[name] = whole
            if limit and len(whole) > limit:
                fit[name] = whole[: limit - 1] + "…"
                shortened.append(name)
    return fit, tuple(shortened)


def own_published(draft: ReportDraft) -> str:
    """The publication date of the report: that on its cover, else that of its own inspection."""
    return iso(draft.published) or (iso(draft.inspection.published) if draft.inspection else "")
