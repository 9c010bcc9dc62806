"""The admin of source files."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from inspections.admin.base import AdminPanel, ReadOnlyAdmin, link, place, row_link
from inspections.admin_site import AdminQueue
from inspections.models import SourceFile
from inspections.vocabulary import ReadingStatus

NOTICES_IN_PANEL = 100


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin):
    """Source files, identified by their hash."""

    list_display = ("name", "status", "media_type", "pages", "notices", "reader", "read_at")
    list_filter = ("status", "media_type", "reader")
    search_fields = ("name", "sha256", "reports__title", "reports__authority__name")
    date_hierarchy = "read_at"
    change_form_template = "admin/editors/source.html"
    fields = ("name", "other_names", "status", "media_type", "size", "pages", "reader", "sha256", "added_at", "read_at")
    queues = (
        AdminQueue(
            rank=5,
            title="Documents that were not read, or only in part",
            about="The notices of each document say why.",
            rows=SourceFile.objects.all,
            by="status",
            parts=tuple(
                (status.value, status.label, f"status__exact={status}")
                for status in (ReadingStatus.REFUSED, ReadingStatus.PARTIAL)
            ),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceFile]:
        """Return source files with the number of their notices."""
        rows: QuerySet[SourceFile] = super().get_queryset(request)
        return rows.annotate(notice_count=Count("notices", filter=Q(notices__settlement__isnull=True)))

    @admin.display(description="notices", ordering="notice_count")
    def notices(self, source: SourceFile) -> str:
        """Return the number of notices, with a link to them."""
        count = getattr(source, "notice_count", 0)
        url = reverse("admin:inspections_notice_changelist")
        return link(f"{url}?source__id__exact={source.pk}", str(count)) if count else "0"

    def panels(self, request: HttpRequest, obj: SourceFile) -> Iterable[AdminPanel]:
        """Return the reports and the notices of the file."""
        report_sources = obj.report_sources.select_related("report__authority")
        yield AdminPanel(
            "Reports in this document",
            ("Part", "Report", "Kind", "Authority", "Role"),
            tuple(
                (
                    str(link.ordinal),
                    row_link(link.report),
                    link.report.get_kind_display(),
                    str(link.report.authority or "-"),
                    link.get_role_display(),
                )
                for link in report_sources
            ),
            "No report was found in it.",
        )
        yield AdminPanel(
            "Notices",
            ("Level", "Code", "What is to be known", "Place"),
            tuple(
                (notice.get_level_display(), row_link(notice, notice.code), notice.message, place(notice))
                for notice in obj.notices.open()[:NOTICES_IN_PANEL]
            ),
            "Nothing was doubted.",
        )
