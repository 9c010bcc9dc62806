"""The filters of recommendations, shared by their page and exports."""

from __future__ import annotations

from django.db.models import Case, When
from django.db.models.expressions import Combinable

from findings.models import Recommendation, Timescale
from inspections.filter_kinds import OneOf, Rows, Words, Years, codes
from inspections.filtering import FacetedFilterSet
from inspections.filters import authorities, regions
from inspections.models import Domain, Framework, ReportKind


class OwnFramework(OneOf):
    """The framework of the inspection whose own report makes the recommendation; other papers have none."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Leave the recommendations of inspections under one of the frameworks."""
        return super().filter(rows.filter(report__is_own=True), values) if values else rows

    def columns(self) -> tuple[Combinable, ...]:
        """The framework, only of an inspection's own report."""
        return tuple(Case(When(report__is_own=True, then=path)) for path in super().columns())


class RecommendationFilter(FacetedFilterSet):
    """Filters of recommendations."""

    text = Words("text", label="Words", hint="Recommendations that hold all of these words")
    authority = OneOf("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    year = Years("report__year", label="Year of the report")
    framework = OwnFramework(
        "report__inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    domain = OneOf("domain__code", load=codes(Domain, "code", "name"), label="Domain")
    timescale = OneOf("timescale", load=lambda: Timescale.choices, label="Timescale")
    kind = OneOf("report__kind", load=lambda: ReportKind.choices, label="Kind of report")
    region = OneOf("report__authority__region", load=regions, label="Region")

    class Meta:
        model = Recommendation
        fields: tuple[str, ...] = ()
