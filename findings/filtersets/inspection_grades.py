"""Records of reports by the grade that the report's own inspection gave, overall or in one domain of today.

Grades of all frameworks are asked for by the band in which they compare, and domains by that of today in which they
carry on, as the matrix and the analyses have them. The two filters belong together: one judgement has both.
"""

from __future__ import annotations

from findings.filtersets.interpretations import UncountedFilter
from inspections.analysis.bands import Crosswalk
from inspections.analysis.filtersets import domains, graded_bands
from inspections.judgements.latest import OVERALL, preferred_in_columns
from inspections.lists.filters import Rows
from inspections.models import Report

GRADE, DOMAIN = "inspection_grade", "grade_domain"


class InspectionGradeFilter(UncountedFilter):
    """Records of reports whose inspection gave one of the grades, in one of the domains that are chosen beside it."""

    def __init__(self) -> None:
        super().__init__("pk", load=graded_bands, label="Grade of its inspection")

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The records of these reports."""
        if not values:
            return rows
        chosen = self.parent.cleaned.get(DOMAIN) or [OVERALL]
        grades = [code for band in Crosswalk().bands if band.code in values for code in band.codes]
        return _of_inspections(rows, preferred_in_columns().filter(column_code__in=chosen, grade__code__in=grades))


class GradeDomainFilter(UncountedFilter):
    """The domain of that grade. Without a grade: records of reports whose inspection judged the domain at all."""

    def __init__(self) -> None:
        super().__init__("pk", load=domains, label="Domain of that grade (overall if none)", shown_as="select")

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """All rows where a grade is chosen, whose filter asks for the domain too."""
        if not values or self.parent.cleaned.get(GRADE):
            return rows
        return _of_inspections(rows, preferred_in_columns().filter(column_code__in=values))


def _of_inspections(rows: Rows, judgements: Rows) -> Rows:
    reports = Report.objects.filter(is_own=True, inspection__in=judgements.order_by().values("inspection"))
    return rows.filter(report__in=reports.values("pk"))
