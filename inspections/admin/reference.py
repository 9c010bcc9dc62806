"""Reference data. Its home is the project's CSV files; what is set here holds until these are loaded again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from inspections.admin.base import DeskAdmin, NeverDeleted, TabularInline
from inspections.models import (
    Authority,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    FrameworkDomain,
    Grade,
    StatisticalNeighbour,
)


class NeighbourInline(TabularInline):
    """The statistical neighbours of an authority."""

    model = StatisticalNeighbour
    fk_name = "authority"
    extra = 0
    autocomplete_fields = ("neighbour",)


@admin.register(Authority)
class AuthorityAdmin(NeverDeleted, DeskAdmin):
    """Authorities."""

    list_display = ("name", "la_code", "gss_code", "region", "opened", "closed", "is_sample")
    list_filter = ("region", ("closed", admin.EmptyFieldListFilter), "is_sample")
    search_fields = ("name", "la_code", "gss_code")
    autocomplete_fields = ("predecessors",)
    inlines = (NeighbourInline,)


class FrameworkDomainInline(TabularInline):
    """The domains that a framework judges, in its own words."""

    model = FrameworkDomain
    extra = 0


class GradeInline(TabularInline):
    """A framework's scale, best grade first."""

    model = Grade
    extra = 0


@admin.register(Framework)
class FrameworkAdmin(NeverDeleted, DeskAdmin):
    """Frameworks with their domains and scales."""

    list_display = ("short_name", "name", "inspectorate", "first_year", "last_year", "graded")
    search_fields = ("code", "name", "short_name")
    inlines = (FrameworkDomainInline, GradeInline)


@admin.register(Domain)
class DomainAdmin(NeverDeleted, DeskAdmin):
    """Domains, under one code across frameworks."""

    list_display = ("name", "code", "order")
    search_fields = ("code", "name")


@admin.register(Grade)
class GradeAdmin(NeverDeleted, DeskAdmin):
    """Grades of every scale."""

    list_display = ("name", "framework", "rank", "number", "code")
    list_filter = ("framework",)
    list_select_related = ("framework",)
    search_fields = ("name", "code", "framework__short_name")


@admin.register(DomainLineage)
class DomainLineageAdmin(NeverDeleted, DeskAdmin):
    """How domains carry on across frameworks."""

    list_display = ("framework", "domain", "column", "comparability", "note")
    list_display_links = ("framework", "domain")
    list_filter = ("framework", "comparability")
    list_select_related = ("framework", "domain", "column")
    search_fields = ("domain__name", "column__name", "note")


@admin.register(CrosswalkEntry)
class CrosswalkEntryAdmin(NeverDeleted, DeskAdmin):
    """The comparable band of each grade, by version."""

    list_display = ("version", "grade", "framework", "band", "note")
    list_display_links = ("version", "grade")
    list_filter = ("version", "grade__framework")
    list_select_related = ("grade__framework",)
    search_fields = ("grade__name", "note")

    @admin.display(ordering="grade__framework")
    def framework(self, entry: CrosswalkEntry) -> str:
        """The framework whose scale the grade belongs to."""
        return str(entry.grade.framework)

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> Any:
        """Grades with their frameworks, so that the choices take one query."""
        rows = super().get_field_queryset(db, db_field, request)
        return Grade.objects.select_related("framework") if db_field.name == "grade" else rows
