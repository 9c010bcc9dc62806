"""The admin of source files and of the notices about their reading."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from inspections.admin.base import AdminPanel, ReadOnlyAdmin, excerpt, link, place, row_link
from inspections.admin.filters import FrameworkFilter, ReportAuthorityFilter, ReportKindFilter, YearFilter
from inspections.admin_site import AdminQueue
from inspections.models import Extracted, Notice, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus

NOTICES_IN_PANEL = 100


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin):
    """Source files, identified by their hash."""

    list_display = ("name", "status", "media_type", "pages", "notices", "reader", "read_at")
    list_filter = ("status", "media_type", "reader")
    search_fields = ("name", "sha256", "reports__title", "reports__authority__name")
    date_hierarchy = "read_at"
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
        return rows.annotate(notice_count=Count("notices"))

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
                for notice in obj.notices.all()[:NOTICES_IN_PANEL]
            ),
            "Nothing was doubted.",
        )


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
    """Doubts and failures of the newest reading of each document."""

    list_display = ("code", "level", "message_excerpt", "report", "source", "place_shown", "anchor")
    list_filter = ("level", ReportAuthorityFilter, FrameworkFilter, ReportKindFilter, YearFilter, "code")
    list_select_related = ("report__authority", "source")
    search_fields = ("message", "code", "anchor", "report__title", "report__authority__name", "source__name")
    fields = (
        "level",
        "code",
        "meaning",
        "message",
        "source_link",
        "report_link",
        "place_shown",
        "anchor",
        "record_link",
    )
    readonly_fields = ("meaning", "source_link", "report_link", "place_shown", "record_link")
    queues = (
        AdminQueue(
            rank=2,
            title="Notices",
            about="What could not be read, or is doubted.",
            rows=Notice.objects.all,
            by="level",
            parts=tuple((str(level), str(level.label), f"level__exact={level}") for level in reversed(NoticeLevel)),
        ),
    )

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow also the notices of one source file, to which the list of source files links."""
        return lookup == "source__id__exact" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    @admin.display(description="message", ordering="message")
    def message_excerpt(self, notice: Notice) -> str:
        """Return the first words of the message."""
        return excerpt(notice.message)

    @admin.display(description="what such notices mean")
    def meaning(self, notice: Notice) -> str:
        """Return the explanation of the notice's code."""
        return next((code.label for code in NoticeCode if code == notice.code), "-")

    @admin.display(description="place", ordering="page")
    def place_shown(self, notice: Notice) -> str:
        """Return page and line."""
        return place(notice)

    @admin.display(description="document")
    def source_link(self, notice: Notice) -> str:
        """Return a link to the source file."""
        return row_link(notice.source)

    @admin.display(description="report")
    def report_link(self, notice: Notice) -> str:
        """Return a link to the report."""
        return row_link(notice.report)

    @admin.display(description="record")
    def record_link(self, notice: Notice) -> str:
        """Return a link to the record that the notice is about, where it can be corrected."""
        if not (notice.anchor and notice.report_id):
            return "-"
        kinds = (model for model in self.admin_site._registry if issubclass(model, Extracted))
        found = (kind._default_manager.filter(report=notice.report_id, anchor=notice.anchor).first() for kind in kinds)
        return row_link(next(filter(None, found), None))
