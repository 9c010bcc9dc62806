"""The filters of documents and notices.

A document can hold several reports and have many notices. A filter leaves it when one of them has the value, and it is
counted once for each value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from inspections.documents.media_types import MediaType
from inspections.lists.facet_counts import count_values
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities
from inspections.models import Notice, ReportSource, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus, ReportKind


def codes_of_notices() -> Iterable[tuple[str, str]]:
    """The codes of notices in the order in which they are explained."""
    return ((code.value, code.value) for code in NoticeCode)


class DocumentContentFilter(ChoicesFilter):
    """Documents by a column of their reports."""

    is_in_columns = False

    def content(self) -> QuerySet[ReportSource] | QuerySet[Notice]:
        """The reports of a document."""
        return ReportSource.objects.published()

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The documents with a report, or notice, that has one of the values."""
        holding = self.content().filter(**{f"{self.field_name}__in": values}).order_by().values("source")
        return rows.filter(pk__in=holding) if values else rows

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of documents by value."""
        content = self.content().filter(source__in=rows.order_by().values("pk"))
        return count_values(content, self.field_name, rows="source")


class DocumentYearsFilter(DocumentContentFilter, YearsFilter):
    """Documents by the years of their reports."""


class DocumentNoticesFilter(DocumentContentFilter):
    """Documents by their notices."""

    def content(self) -> QuerySet[Notice]:
        """The notices of a document."""
        return Notice.objects.published()


class DocumentFilterSet(FacetedFilterSet):
    """Filters of documents."""

    authority = DocumentContentFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    kind = DocumentContentFilter("report__kind", load=ReportKind.choices, label="Kind of report in it")
    year = DocumentYearsFilter("report__year", label="Year of the report")
    status = ChoicesFilter("status", load=ReadingStatus.choices, label="How far it was read")
    file = ChoicesFilter("media_type", load=MediaType.choices, label="Kind of file")
    notice = DocumentNoticesFilter("code", load=codes_of_notices, label="With a notice of the code", shown_as="select")

    class Meta:
        model = SourceFile
        fields: tuple[str, ...] = ()


class NoticeFilterSet(FacetedFilterSet):
    """Filters of notices."""

    level = ChoicesFilter("level", load=NoticeLevel.choices, label="Weight")
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    code = ChoicesFilter("code", load=codes_of_notices, label="Code")
    kind = ChoicesFilter("report__kind", load=ReportKind.choices, label="Kind of report")

    class Meta:
        model = Notice
        fields: tuple[str, ...] = ()
