"""The filters of documents and notices.

A document can hold several reports and have many notices. A filter leaves it when one of them has the value, and it is
counted once for each value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import Combinable

from inspections.caching.revision import cached
from inspections.lists.filters import ChoicesFilter, FilterChoice, Rows, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities
from inspections.models import Notice, ReportSource, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus, ReportKind


def notices_shown() -> QuerySet[Notice]:
    """The notices that public pages show."""
    return Notice.objects.filter(Q(report__isnull=True) | Q(report__is_public=True))


def reports_shown() -> QuerySet[ReportSource]:
    """The places in files of the reports that public pages show."""
    return ReportSource.objects.filter(report__is_public=True)


def codes_of_notices() -> Iterable[tuple[str, str]]:
    """The codes of notices in the order in which they are explained."""
    return ((code.value, code.value) for code in NoticeCode)


class DocumentContentFilter(ChoicesFilter):
    """Documents by a column of their reports."""

    def content(self) -> QuerySet[ReportSource] | QuerySet[Notice]:
        """The reports of a document."""
        return reports_shown()

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The documents with a report, or notice, that has one of the values."""
        holding = self.content().filter(**{f"{self.field_name}__in": values}).order_by().values("source")
        return rows.filter(pk__in=holding) if values else rows

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """None: a document has no such column of its own."""
        return ()

    def counts(self, rows: Rows) -> dict[str, int]:
        """The number of documents by value."""
        found = self.content().filter(source__in=rows.order_by().values("pk")).order_by().values_list(self.field_name)
        numbers = found.annotate(number=Count("source", distinct=True))
        return {str(value): number for value, number in numbers if value not in (None, "")}


class DocumentYearsFilter(DocumentContentFilter, YearsFilter):
    """Documents by the years of their reports."""


class DocumentNoticesFilter(DocumentContentFilter):
    """Documents by their notices."""

    def content(self) -> QuerySet[Notice]:
        """The notices of a document."""
        return notices_shown()


class DocumentFilterSet(FacetedFilterSet):
    """Filters of documents."""

    authority = DocumentContentFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    kind = DocumentContentFilter("report__kind", load=ReportKind.choices, label="Kind of report in it")
    year = DocumentYearsFilter("report__year", label="Year of the report")
    status = ChoicesFilter("status", load=ReadingStatus.choices, label="How far it was read")
    notice = DocumentNoticesFilter("code", load=codes_of_notices, label="With a notice of the code", shown_as="select")

    class Meta:
        model = SourceFile
        fields: tuple[str, ...] = ()

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """The choices, counted over the reports or notices of the documents."""
        if not isinstance(own, DocumentContentFilter):
            return super().choices_of(name, own)
        counted: Mapping[str, int] = cached(
            f"documents by {name} {sorted(self.cleaned.items())}",
            self.revision,
            lambda: own.counts(self.narrow(self.queryset.all(), but=name)),
        )
        return own.choices(self.form.fields[name], counted, self.query.getlist(name))


class NoticeFilterSet(FacetedFilterSet):
    """Filters of notices."""

    level = ChoicesFilter("level", load=NoticeLevel.choices, label="Weight")
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    code = ChoicesFilter("code", load=codes_of_notices, label="Code")
    kind = ChoicesFilter("report__kind", load=ReportKind.choices, label="Kind of report")

    class Meta:
        model = Notice
        fields: tuple[str, ...] = ()
