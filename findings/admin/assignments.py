"""Assignments of doubtful places, to be read: they are made and ended at the desk."""

from __future__ import annotations

from django.contrib import admin

from findings.models import Assignment
from inspections.admin.base import ReadOnlyAdmin, row_link


@admin.register(Assignment)
class AssignmentAdmin(ReadOnlyAdmin):
    """Who looks at what, by whom it was assigned and when, and when that ended."""

    list_display = ("assignee", "what", "report", "made_by", "made_at", "ended_by", "ended_at")
    list_filter = ("assignee", ("ended_at", admin.EmptyFieldListFilter))
    list_select_related = ("assignee", "report__authority", "made_by", "ended_by")
    search_fields = ("assignee__username", "report__title", "report__authority__name")
    fields = ("assignee", "what", "report_link", "made_by", "made_at", "ended_by", "ended_at")
    readonly_fields = ("what", "report_link")

    @admin.display(description="what")
    def what(self, one: Assignment) -> str:
        """The place, by its name on the walk, or all of a report."""
        return one.stop or "All places of the report"

    @admin.display(description="report")
    def report_link(self, one: Assignment) -> str:
        """A link to the report."""
        return row_link(one.report)
