"""The read-only admin of reference data.

Reference data is edited in the project's CSV files. Every migration loads them, and profiles read them directly, so a
change made here would be overwritten and would not affect the reading of documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from inspections.admin.base import AdminPanel, ReadOnlyAdmin, row_link
from inspections.models import (
    Authority,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    Grade,
)

NOTE = (
    "Reference data is read from the CSV files in inspections/reference/ at every upgrade, and reading documents "
    "relies on the same files. To change it, change them; here it is only shown."
)


class ReferenceAdmin(ReadOnlyAdmin):
    """Reference data, shown with a note on where to change it."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return all fields, under the note."""
        return ((None, {"fields": self.get_fields(request, obj), "description": NOTE}),)


@admin.register(Authority)
class AuthorityAdmin(ReferenceAdmin):
    """Authorities with their statistical neighbours."""

    list_display = ("name", "la_code", "gss_code", "region", "opened", "closed", "is_sample")
    list_filter = ("region", ("closed", admin.EmptyFieldListFilter), "is_sample")
    search_fields = ("name", "la_code", "gss_code")

    def panels(self, request: HttpRequest, obj: Authority) -> Iterable[AdminPanel]:
        """Return the statistical neighbours."""
        yield AdminPanel(
            "Statistical neighbours",
            ("Rank", "Authority"),
            tuple(
                (str(link.rank), row_link(link.neighbour)) for link in obj.neighbour_links.select_related("neighbour")
            ),
            "None are known.",
        )


@admin.register(Framework)
class FrameworkAdmin(ReferenceAdmin):
    """Frameworks with their domains and scales."""

    list_display = ("short_name", "name", "inspectorate", "first_year", "last_year", "graded")
    search_fields = ("code", "name", "short_name")

    def panels(self, request: HttpRequest, obj: Framework) -> Iterable[AdminPanel]:
        """Return the domains that the framework judges, in its wording, and its grades, best first."""
        yield AdminPanel(
            "Domains",
            ("As worded", "Domain", "Scopes", "From", "To"),
            tuple(
                (
                    entry.wording,
                    row_link(entry.domain),
                    entry.scopes or "-",
                    _year(entry.first_year),
                    _year(entry.last_year),
                )
                for entry in obj.framework_domains.select_related("domain")
            ),
            "It judges nothing.",
        )
        yield AdminPanel(
            "Grades",
            ("Rank", "Grade", "Printed number"),
            tuple((str(grade.rank), row_link(grade), str(grade.number or "-")) for grade in obj.grades.all()),
            "It awards no grades.",
        )


@admin.register(Domain)
class DomainAdmin(ReferenceAdmin):
    """Domains, under one code across frameworks."""

    list_display = ("name", "code", "order")
    search_fields = ("code", "name")


@admin.register(Grade)
class GradeAdmin(ReferenceAdmin):
    """Grades of every scale."""

    list_display = ("name", "framework", "rank", "number", "code")
    list_filter = ("framework",)
    list_select_related = ("framework",)
    search_fields = ("name", "code", "framework__short_name")


@admin.register(DomainLineage)
class DomainLineageAdmin(ReferenceAdmin):
    """How domains continue across frameworks."""

    list_display = ("framework", "domain", "scope", "column", "comparability", "note")
    list_display_links = ("framework", "domain")
    list_filter = ("framework", "comparability")
    list_select_related = ("framework", "domain", "column")
    search_fields = ("domain__name", "column__name", "note")


@admin.register(CrosswalkEntry)
class CrosswalkEntryAdmin(ReferenceAdmin):
    """The comparable band of each grade, by version."""

    list_display = ("version", "grade", "framework", "band", "note")
    list_display_links = ("version", "grade")
    list_filter = ("version", "grade__framework")
    list_select_related = ("grade__framework",)
    search_fields = ("grade__name", "note")

    @admin.display(ordering="grade__framework")
    def framework(self, entry: CrosswalkEntry) -> str:
        """Return the framework of the grade's scale."""
        return str(entry.grade.framework)


def _year(year: int | None) -> str:
    return str(year) if year else "-"
