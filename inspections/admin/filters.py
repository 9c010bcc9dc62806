"""Filters of the admin's lists. Each knows the path from its row to the report, so one class serves every list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from inspections.models import Authority, Framework, Notice, Report
from inspections.vocabulary import ReportKind


class _ReportFilter(admin.SimpleListFilter):
    """A filter on a field of the report.

    ``report_path`` is the look-up path to the report ("report__", or "" for reports themselves), ``field`` the path
    from there.
    """

    report_path: ClassVar[str] = "report__"
    field: ClassVar[str] = ""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows with the chosen value, no rows for an impossible value."""
        value = self.value()
        if value is None:
            return queryset
        try:
            return queryset.filter(**{f"{self.report_path}{self.field}": value})
        except ValueError:
            return queryset.none()


class ReportAuthorityFilter(_ReportFilter):
    """The authority of the report."""

    title = "authority"
    parameter_name = "authority"
    field = "authority__slug"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return slug and name of the authorities with a report."""
        return list(Authority.objects.with_reports().values_list("slug", "name"))


class FrameworkFilter(_ReportFilter):
    """The framework of the report's inspection."""

    title = "framework"
    parameter_name = "framework"
    field = "inspection__framework__code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return code and short name of the frameworks with a report."""
        used = Exists(Report.objects.filter(inspection__framework=OuterRef("pk")))
        return list(Framework.objects.filter(used).values_list("code", "short_name"))


class ReportKindFilter(_ReportFilter):
    """The kind of the report."""

    title = "kind of report"
    parameter_name = "report_kind"
    field = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return the kinds with a report."""
        used = set(Report.objects.order_by().values_list("kind", flat=True).distinct())
        return [(value, label) for value, label in ReportKind.choices() if value in used]


class YearFilter(_ReportFilter):
    """The year in which the report was published."""

    title = "year"
    parameter_name = "year"
    field = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return the years in which reports were published, newest first."""
        years = Report.objects.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
        return [(str(year), str(year)) for year in years]


class YesNoFilter(admin.SimpleListFilter):
    """A filter with the choices yes and no."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Return yes and no."""
        return [("yes", "Yes"), ("no", "No")]

    def condition(self) -> Q | Exists:
        """Return the condition of the rows for which the answer is yes."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows with the chosen answer."""
        if self.value() == "yes":
            return queryset.filter(self.condition())
        return queryset.exclude(self.condition()) if self.value() == "no" else queryset


class RetiredFilter(YesNoFilter):
    """Whether the row is retired: the newest reading no longer has it."""

    title = "retired"
    parameter_name = "retired"

    def condition(self) -> Q:
        """Return the condition of retired rows."""
        return Q(retired_at__isnull=False)


class CorrectedRowFilter(YesNoFilter):
    """Whether the row has an active correction."""

    title = "corrected"
    parameter_name = "corrected"

    def condition(self) -> Q:
        """Return the condition of corrected rows."""
        return Q(is_corrected=True)


class NoticesFilter(YesNoFilter):
    """Whether a notice is about the record."""

    title = "with notices"
    parameter_name = "notices"

    def condition(self) -> Exists:
        """Return the condition of rows whose anchor a notice of their report names."""
        return Exists(Notice.objects.open().filter(report=OuterRef("report"), anchor=OuterRef("anchor")))


class ReportNoticesFilter(NoticesFilter):
    """Whether a report has notices."""

    def condition(self) -> Exists:
        """Return the condition of reports with a notice."""
        return Exists(Notice.objects.open().filter(report=OuterRef("pk")))


def with_report_path(base: type[_ReportFilter], report_path: str) -> type[_ReportFilter]:
    """Return the same filter for rows with another look-up path to their report."""
    return type(base.__name__, (base,), {"report_path": report_path})
