"""The filters of what later reports say of recommendations, shared by their page and files."""

from __future__ import annotations

from findings.filtersets.interpretations import ThemeOfRecordFilter, UncountedFilter
from findings.models import FollowedMatter
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities, regions
from inspections.lists.grouping import RowGroup
from inspections.models import Report
from inspections.vocabulary import FollowStatus, RecordKind, ReportKind

BY_LATER_REPORT = RowGroup(Report, "later", ("-year", "-published", "authority__name", "slug"))


class MatterThemeFilter(ThemeOfRecordFilter):
    """Matters of recommendations that are about one of the themes."""

    record = "recommendation"

    def filter_within(self, rows: Rows, values: list[str], groups: list[int]) -> Rows:
        """The same as of all: groups are later reports, and the themes are of earlier ones."""
        return self.filter(rows, values)


class FollowThroughFilterSet(FacetedFilterSet):
    """Filters of what later reports say."""

    group = BY_LATER_REPORT
    count_every = FollowedMatter.objects.published_by_later_report

    authority = ChoicesFilter("later__authority__slug", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("later__authority__region", load=regions, label="Region")
    year = YearsFilter("later__year", label="Year of the later report")
    kind = ChoicesFilter("later__kind", load=ReportKind.choices, label="Kind of later report")
    status = UncountedFilter(
        "status", load=FollowStatus.choices, label="Status", hint="Suggested by rules, or set by a person"
    )
    theme = MatterThemeFilter(RecordKind.RECOMMENDATION)

    class Meta:
        model = FollowedMatter
        fields: tuple[str, ...] = ()
