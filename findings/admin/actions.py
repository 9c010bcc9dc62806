"""Actions and cross references."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from findings.admin.extracted import REPORT_FILTERS, AddedByHand
from findings.admin.findings import LIST_TAIL
from findings.admin.links import ENDS, references_out
from findings.models import Action, CrossReference
from inspections.admin.base import AdminPanel, ReadOnlyAdmin, excerpt, row_link
from inspections.admin.filters import YesNoFilter
from inspections.admin_site import AdminQueue
from inspections.vocabulary import ReferenceTarget


@admin.register(Action)
class ActionAdmin(AddedByHand):
    """Rows of improvement plans."""

    list_display = ("__str__", "words", "priority", "lead", "due", *LIST_TAIL)
    own_filters = ("priority",)
    own_related = ("section",)
    search_fields = ("text", "ref", "anchor", "lead", "report__title", "report__authority__name")

    def related_panels(self, request: HttpRequest, obj: Action) -> Iterable[AdminPanel]:
        """The recommendations that the action answers."""
        yield references_out(obj.references.all())


class UnresolvedFilter(YesNoFilter):
    """Whether a reference has no target."""

    title = "points nowhere"
    parameter_name = "unresolved"

    def lookups(self, request: HttpRequest, model_admin: object) -> Iterable[tuple[str, str]]:
        """No target although a number is printed, no number printed, or a target."""
        return [("yes", "Yes, with a printed number"), ("bare", "Yes, no number is printed"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[CrossReference]) -> QuerySet[CrossReference]:
        """The references with the chosen answer."""
        if self.value() == "yes":
            return queryset.exclude(reason="").exclude(ref="")
        if self.value() == "bare":
            return queryset.exclude(reason="").filter(ref="")
        return queryset.filter(reason="") if self.value() == "no" else queryset


@admin.register(CrossReference)
class CrossReferenceAdmin(ReadOnlyAdmin):
    """References as printed, with their targets, or with the reason why they have none."""

    list_display = ("printed", "source", "target_row", "reason", "authority", "report")
    list_filter = (UnresolvedFilter, "target", *REPORT_FILTERS)
    search_fields = ("printed", "ref", "reason", "report__title", "report__authority__name")
    ordering = ("report_id", "ordinal")
    fields = ("printed", "target", "ref", "source", "source_text", "target_row", "target_text", "reason", "report_link")
    readonly_fields = ("source", "source_text", "target_row", "target_text", "report_link")
    queues = (
        AdminQueue(
            rank=3,
            title="References that point nowhere",
            about="Printed numbers whose target was not found, with the reason.",
            rows=CrossReference.objects.to_decide,
            by="target",
            parts=tuple(
                (str(value), f"To a {label.lower()}", f"unresolved=yes&target__exact={value}")
                for value, label in ReferenceTarget.choices()
            ),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[CrossReference]:
        """References with both ends, in one query."""
        rows: QuerySet[CrossReference] = super().get_queryset(request)
        return rows.select_related("report__authority", *ENDS)

    @admin.display(description="stands in")
    def source(self, reference: CrossReference) -> str:
        """The record in which it stands."""
        return row_link(reference.source)

    @admin.display(description="points to")
    def target_row(self, reference: CrossReference) -> str:
        """The record to which it leads."""
        return row_link(reference.leads_to)

    @admin.display(description="text in which it stands")
    def source_text(self, reference: CrossReference) -> str:
        """The complete text of the source."""
        return reference.source.text

    @admin.display(description="text to which it points")
    def target_text(self, reference: CrossReference) -> str:
        """The first words of the target."""
        target = reference.leads_to
        return excerpt(getattr(target, "text", str(target))) if target else "-"

    @admin.display(description="report")
    def report_link(self, reference: CrossReference) -> str:
        """A link to the report."""
        return row_link(reference.report)

    @admin.display(description="authority", ordering="report__authority__name")
    def authority(self, reference: CrossReference) -> str:
        """The authority that the report is about."""
        return str(reference.report.authority or "-")
