"""The filters of figures, shared by their page and files."""

from __future__ import annotations

from collections.abc import Iterable

from findings.filtersets.interpretations import ThemeOfRecordFilter
from findings.interpretation.figures.subjects import subject_of
from findings.models import Figure
from inspections.lists.filters import ChoicesFilter, Rows, TypedFilter, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities, regions
from inspections.lists.grouping import BY_REPORT
from inspections.vocabulary import RecordKind, ReportKind


def units() -> Iterable[tuple[str, str]]:
    """The units that some figure has, by name."""
    found = Figure.objects.order_by("unit").values_list("unit", flat=True).distinct()
    return ((unit, unit.capitalize()) for unit in found)


class SubjectFilter(TypedFilter):
    """Figures whose words about what is counted hold all words of a text, in any form."""

    def filter(self, rows: Rows, value: str) -> Rows:
        """The figures that hold every word; little words and numbers say nothing of what is counted."""
        for stem in subject_of(value).split():
            rows = rows.filter(subject__contains=stem)
        return rows


class ThemeOfParagraphFilter(ThemeOfRecordFilter):
    """Figures whose paragraph is about one of the themes."""

    record = "finding"


class FigureFilterSet(FacetedFilterSet):
    """Filters of figures."""

    group = BY_REPORT

    counted = SubjectFilter(label="What is counted", hint="Words such as reviews held in time", max_length=200)
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    year = YearsFilter("report__year", label="Year of the report")
    unit = ChoicesFilter("unit", load=units, label="Unit", shown_as="select")
    theme = ThemeOfParagraphFilter(RecordKind.FINDING)
    kind = ChoicesFilter("report__kind", load=ReportKind.choices, label="Kind of report")
    region = ChoicesFilter("report__authority__region", load=regions, label="Region")

    class Meta:
        model = Figure
        fields: tuple[str, ...] = ()
