"""The admin of readings: runs of the loader, and what each made of each document."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpRequest

from ingest.models import IngestItem, IngestRun, Outcome
from inspections.admin.base import AdminPanel, ReadOnlyAdmin, row_link

ITEMS_IN_PANEL = 200


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    """Calls of ``manage.py ingest``."""

    list_display = ("started_at", "finished_at", "documents", "refused", "records", "notices")
    date_hierarchy = "started_at"
    fields = ("started_at", "finished_at", "paths")

    def get_queryset(self, request: HttpRequest) -> QuerySet[IngestRun]:
        """Runs with their sums."""
        rows: QuerySet[IngestRun] = super().get_queryset(request)
        refused = Q(items__outcome__in=(Outcome.REFUSED, Outcome.FAILED))
        return rows.annotate(
            documents_read=Count("items"),
            documents_refused=Count("items", filter=refused),
            records_written=Sum("items__created") + Sum("items__changed"),
            notices_made=Sum("items__notices"),
        )

    @admin.display(ordering="documents_read")
    def documents(self, run: IngestRun) -> int:
        """How many documents it read."""
        return int(getattr(run, "documents_read", 0))

    @admin.display(description="refused or failed", ordering="documents_refused")
    def refused(self, run: IngestRun) -> int:
        """How many of them were not loaded."""
        return int(getattr(run, "documents_refused", 0))

    @admin.display(description="records written", ordering="records_written")
    def records(self, run: IngestRun) -> int:
        """How many records it created or changed."""
        return int(getattr(run, "records_written", 0) or 0)

    @admin.display(ordering="notices_made")
    def notices(self, run: IngestRun) -> int:
        """How many notices it left."""
        return int(getattr(run, "notices_made", 0) or 0)

    def panels(self, request: HttpRequest, obj: IngestRun) -> Iterable[AdminPanel]:
        """Its documents."""
        items = obj.items.select_related("source")[:ITEMS_IN_PANEL]
        yield AdminPanel(
            "Documents",
            ("Document", "Outcome", "Created", "Changed", "Unchanged", "Retired", "Notices", "Seconds"),
            tuple(
                (
                    row_link(item.source, item.name) if item.source else item.name,
                    item.get_outcome_display(),
                    str(item.created),
                    str(item.changed),
                    str(item.unchanged),
                    str(item.retired),
                    str(item.notices),
                    f"{item.seconds:.1f}",
                )
                for item in items
            ),
            "None.",
        )


@admin.register(IngestItem)
class IngestItemAdmin(ReadOnlyAdmin):
    """What became of each document in each run."""

    list_display = ("name", "outcome", "created", "changed", "unchanged", "retired", "notices", "seconds", "run")
    list_filter = ("outcome",)
    list_select_related = ("run", "source")
    search_fields = ("name", "source__sha256")
    ordering = ("-run_id", "id")
