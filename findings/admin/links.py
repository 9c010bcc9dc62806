"""Panels of references: those of a record, those to it, and the actions that answer it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.template.loader import render_to_string

from findings.models import CrossReference
from inspections.admin.base import AdminPanel, excerpt, row_link

ENDS = (
    "report",
    "finding",
    "recommendation",
    "action",
    "target_finding__report",
    "target_recommendation__report",
    "target_section__report",
)


def references_out(references: QuerySet[CrossReference]) -> AdminPanel:
    """The references of a record, with the reason where one has no target."""
    return AdminPanel(
        "Refers to",
        ("As printed", "Target", "Text of the target"),
        tuple(_out(reference) for reference in references.select_related(*ENDS)),
        "It refers to nothing.",
    )


def references_in(references: QuerySet[CrossReference], title: str = "Referred to by") -> AdminPanel:
    """The references to a record."""
    return AdminPanel(
        title,
        ("Record", "Report", "As printed", "Text"),
        tuple(_in(reference) for reference in references.select_related(*ENDS)),
        "Nothing refers to it.",
    )


def _out(reference: CrossReference) -> tuple[str, ...]:
    target = reference.leads_to
    if target is None:
        unresolved = render_to_string("components/editors/unresolved.html", {"reason": reference.reason})
        return (row_link(reference, reference.printed), unresolved, "-")
    return (row_link(reference, reference.printed), row_link(target), excerpt(getattr(target, "text", str(target))))


def _in(reference: CrossReference) -> tuple[str, ...]:
    return (
        row_link(reference.source), row_link(reference.report), reference.printed, excerpt(reference.source.text)
    )  # fmt: skip
