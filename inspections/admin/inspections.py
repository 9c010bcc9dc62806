"""The admin of inspections and of conflicts between documents. Both are derived from the statements of reports."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime

from inspections.admin.base import AdminPanel, ReadOnlyAdmin, dates, place, published, row_link
from inspections.admin_site import AdminQueue
from inspections.models import Conflict, ConflictSide, Inspection, partial_dates
from inspections.vocabulary import ConflictField

DATE_FIELDS = {ConflictField.STARTED, ConflictField.ENDED, ConflictField.PUBLISHED}


@admin.register(Inspection)
class InspectionAdmin(ReadOnlyAdmin):
    """Inspections. Their dates come from the statements shown in a panel; to correct a date, correct its statement."""

    list_display = ("authority", "framework", dates, published, "lead_inspector", "is_reported_only")
    list_filter = (
        ("authority", admin.RelatedOnlyFieldListFilter),
        "framework",
        "year",
        "is_reported_only",
    )
    list_select_related = ("authority", "framework")
    search_fields = ("authority__name", "lead_inspector", "slug", "framework__name")
    fields = ("authority", "framework", "inspected", "published_on", "lead_inspector", "is_reported_only", "slug")

    @admin.display(description="dates")
    def inspected(self, inspection: Inspection) -> str:
        """Return first and last day."""
        return dates(inspection)

    @admin.display(description="published")
    def published_on(self, inspection: Inspection) -> str:
        """Return the date of publication."""
        return published(inspection)

    def panels(self, request: HttpRequest, obj: Inspection) -> Iterable[AdminPanel]:
        """Return the statements of documents, the judgements and the conflicts."""
        yield AdminPanel(
            "What documents say of its dates (correct them there)",
            ("Statement", "Dates", "Published", "Lead inspector", "Whose", "Report", "Place"),
            tuple(
                (
                    row_link(statement, statement.printed or statement.anchor),
                    dates(statement),
                    published(statement),
                    statement.lead_inspector or "-",
                    "its own report" if statement.is_own else "another document",
                    row_link(statement.report),
                    place(statement),
                )
                for statement in obj.statements.select_related("report")
            ),
            "No document states its dates.",
        )
        yield AdminPanel(
            "Judgements",
            ("Domain", "Scope", "Grade", "As printed", "Basis", "Preferred", "Report"),
            tuple(
                (
                    row_link(judgement, judgement.domain.name),
                    judgement.get_scope_display() or "-",
                    str(judgement.grade or judgement.get_absence_display()),
                    judgement.grade_wording or "-",
                    judgement.get_basis_display(),
                    "yes" if judgement.is_preferred else "no",
                    row_link(judgement.report),
                )
                for judgement in obj.judgements.live()
                .select_related("domain", "grade", "report")
                .order_by("domain__order", "scope", "basis")
            ),
            "No judgement was read.",
        )
        yield AdminPanel(
            "Conflicts",
            ("About", "Preferred", "Against it"),
            tuple(
                (row_link(conflict, conflict.get_field_display()), *_sides(conflict))
                for conflict in obj.conflicts.prefetch_related("sides__report")
            ),
            "Its documents agree.",
        )


@admin.register(Conflict)
class ConflictAdmin(ReadOnlyAdmin):
    """Documents that disagree about a fact. To end a disagreement, correct the document that was read wrongly."""

    list_display = ("inspection", "field", "domain", "scope", "preferred_value", "other_values")
    list_filter = (
        "field",
        ("inspection__authority", admin.RelatedOnlyFieldListFilter),
        "inspection__framework",
        "domain",
    )
    search_fields = ("inspection__authority__name", "sides__report__title")
    fields = ("inspection_link", "field", "domain", "scope", "decided")
    readonly_fields = ("inspection_link", "decided")
    change_form_template = "admin/editors/conflict.html"
    queues = (
        AdminQueue(
            rank=4,
            title="Conflicts",
            about="Documents that disagree about the same fact.",
            rows=Conflict.objects.open,
            by="field",
            parts=tuple((str(field), str(field.label), f"field__exact={field}") for field in ConflictField),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Conflict]:
        """Return conflicts with their sides, in a fixed number of queries."""
        sides = Prefetch("sides", ConflictSide.objects.select_related("report"))
        related = ("inspection__authority", "inspection__framework", "domain", "decision__made_by")
        rows = super().get_queryset(request).select_related(*related)
        return rows.prefetch_related(sides)

    @admin.display(description="inspection")
    def inspection_link(self, conflict: Conflict) -> str:
        """Return a link to the inspection."""
        return row_link(conflict.inspection)

    @admin.display(description="decided")
    def decided(self, conflict: Conflict) -> str:
        """Return what a person decided, who, when and why."""
        made = conflict.decision
        if made is None:
            return "Nobody has decided."
        return (
            f"{made.value}, by {made.made_by} on {date_format(localtime(made.made_at), 'DATE_FORMAT')}: {made.reason}"
        )

    @admin.display(description="preferred")
    def preferred_value(self, conflict: Conflict) -> str:
        """Return the preferred value, with the report that states it."""
        return _sides(conflict)[0]

    @admin.display(description="against it")
    def other_values(self, conflict: Conflict) -> str:
        """Return the other values, each with the report that states it."""
        return _sides(conflict)[1]

    def panels(self, request: HttpRequest, obj: Conflict) -> Iterable[AdminPanel]:
        """Return the sides, each with its place."""
        yield AdminPanel(
            "What each document says",
            ("Value", "As printed", "Preferred", "Report", "Record", "Place"),
            tuple(
                (
                    _value(obj, side),
                    side.printed or "-",
                    "yes" if side.is_preferred else "no",
                    row_link(side.report),
                    side.anchor or "-",
                    place(side),
                )
                for side in obj.sides.all()
            ),
            "No side is left.",
        )


def _value(conflict: Conflict, side: ConflictSide) -> str:
    return partial_dates.display(side.value) if conflict.field in DATE_FIELDS else side.value


def _sides(conflict: Conflict) -> tuple[str, str]:
    """Return the preferred value and the others, each with the report that states it."""
    values: dict[bool, list[str]] = {True: [], False: []}
    for side in conflict.sides.all():
        values[side.is_preferred].append(f"{_value(conflict, side)} ({side.report})")
    return "; ".join(values[True]) or "-", "; ".join(values[False]) or "-"
