"""The lists of uploads and of uploaded documents; their pages are in ``ingest.uploads.pages``."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from ingest.models import DocumentState, Upload, UploadedDocument
from ingest.uploads.reading import BROKEN_OFF, LOADING_BROKEN_OFF
from inspections.admin.base import ReadOnlyAdmin
from inspections.admin_site import AdminQueue

SET_ASIDE = (BROKEN_OFF, LOADING_BROKEN_OFF)


@admin.register(Upload)
class UploadAdmin(ReadOnlyAdmin):
    """Uploads, the newest first."""

    list_display = ("__str__", "made_at", "made_by", "documents_sent", "documents_undecided")
    list_select_related = ("made_by",)
    date_hierarchy = "made_at"
    search_fields = ("documents__name", "made_by__username")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upload]:
        """Uploads with the numbers of their documents."""
        rows: QuerySet[Upload] = super().get_queryset(request)
        undecided = Q(documents__in=UploadedDocument.objects.undecided())
        return rows.annotate(
            number=Count("documents", filter=~Q(documents__state=DocumentState.UNPACKED)),
            number_undecided=Count("documents", filter=undecided),
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Those who may upload."""
        return request.user.has_perm("ingest.add_upload")

    @admin.display(description="documents", ordering="number")
    def documents_sent(self, upload: Upload) -> int:
        """How many documents it has."""
        return int(getattr(upload, "number", 0))

    @admin.display(description="to be decided about", ordering="number_undecided")
    def documents_undecided(self, upload: Upload) -> int:
        """How many of them nobody has decided about."""
        return int(getattr(upload, "number_undecided", 0))


class SetAsideFilter(admin.SimpleListFilter):
    """Documents that broke off their workers too often."""

    title = "set aside"
    parameter_name = "set-aside"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """The one choice."""
        return [("yes", "Broke off its worker too often")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[UploadedDocument]) -> QuerySet[UploadedDocument]:
        """Only those, if they are asked for."""
        return queryset.filter(message__in=SET_ASIDE) if self.value() else queryset


@admin.register(UploadedDocument)
class UploadedDocumentAdmin(ReadOnlyAdmin):
    """Uploaded documents, and what became of each."""

    list_display = ("name", "state", "upload", "size", "worker", "taken_at", "tries", "read_at", "decided_by")
    list_filter = ("state", SetAsideFilter)
    list_select_related = ("upload", "decided_by")
    search_fields = ("name", "sha256")
    ordering = ("-pk",)
    queues = (
        AdminQueue(
            rank=8,
            title="Uploaded documents",
            about="Nothing of them is in the knowledge base until somebody has looked and decided.",
            rows=UploadedDocument.objects.undecided,
            by="state",
            parts=tuple(
                (state.value, str(state.label), f"state__exact={state}")
                for state in (DocumentState.READY, DocumentState.WAITING, DocumentState.READING)
            ),
        ),
    )
