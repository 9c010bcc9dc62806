"""Filters of the lists. Each is told the way from its row to the report, so that one class serves every list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from inspections.models import Authority, Framework, Notice, Report
from inspections.vocabulary import ReportKind


class _ByReport(admin.SimpleListFilter):
    """A filter on something of the report; ``to_report`` is the way to it ("report__", or "" for reports themselves)."""

    to_report: ClassVar[str] = "report__"
    path: ClassVar[str] = ""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with the chosen value; a value that cannot be gives none."""
        value = self.value()
        if value is None:
            return queryset
        try:
            return queryset.filter(**{f"{self.to_report}{self.path}": value})
        except ValueError:
            return queryset.none()


class ReportAuthorityFilter(_ByReport):
    """Authorities of which a report was read."""

    title = "authority"
    parameter_name = "authority"
    path = "authority__slug"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Slug and name."""
        return list(Authority.objects.with_reports().values_list("slug", "name"))


class FrameworkFilter(_ByReport):
    """Frameworks of the report's inspection."""

    title = "framework"
    parameter_name = "framework"
    path = "inspection__framework__code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Code and short name."""
        used = Exists(Report.objects.filter(inspection__framework=OuterRef("pk")))
        return list(Framework.objects.filter(used).values_list("code", "short_name"))


class ReportKindFilter(_ByReport):
    """Kinds of report."""

    title = "kind of report"
    parameter_name = "report_kind"
    path = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The kinds of which a report was read."""
        used = set(Report.objects.order_by().values_list("kind", flat=True).distinct())
        return [(value, label) for value, label in ReportKind.choices() if value in used]


class YearFilter(_ByReport):
    """Years of publication."""

    title = "year"
    parameter_name = "year"
    path = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The years in which reports were published, newest first."""
        years = Report.objects.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
        return [(str(year), str(year)) for year in years]


class YesNoFilter(admin.SimpleListFilter):
    """A question with two answers."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Yes and no."""
        return [("yes", "Yes"), ("no", "No")]

    def condition(self) -> Q | Exists:
        """What holds of the rows for which the answer is yes."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with the chosen answer."""
        if self.value() == "yes":
            return queryset.filter(self.condition())
        return queryset.exclude(self.condition()) if self.value() == "no" else queryset


class RetiredFilter(YesNoFilter):
    """Whether the last reading still has the row."""

    title = "retired"
    parameter_name = "retired"

    def condition(self) -> Q:
        """Retired rows."""
        return Q(retired_at__isnull=False)


class CorrectedRowFilter(YesNoFilter):
    """Whether the row has an active correction."""

    title = "corrected"
    parameter_name = "corrected"

    def condition(self) -> Q:
        """Corrected rows."""
        return Q(is_corrected=True)


class NoticesFilter(YesNoFilter):
    """Whether a notice is about the record."""

    title = "with notices"
    parameter_name = "notices"

    def condition(self) -> Exists:
        """Rows whose anchor a notice of their report names."""
        return Exists(Notice.objects.filter(report=OuterRef("report"), anchor=OuterRef("anchor")))


class ReportNoticesFilter(NoticesFilter):
    """Whether a report has notices."""

    def condition(self) -> Exists:
        """Reports that a notice is about."""
        return Exists(Notice.objects.filter(report=OuterRef("pk")))


def of_report(base: type[_ByReport], to_report: str) -> type[_ByReport]:
    """The same filter for rows that reach their report another way."""
    return type(base.__name__, (base,), {"to_report": to_report})
