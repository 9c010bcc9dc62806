"""All analyses, in the order of their index."""

from __future__ import annotations

from findings.exports.analysis.grades import GRADE_COLUMNS
from findings.views.analysis.analysis import Analysis
from inspections.analysis.filtersets import GradesFilterSet
from inspections.analysis.grades import Grades, grades
from inspections.analysis.listing import entries_of


def _behind_grades(answer: Grades) -> dict[str, object]:
    return {"entries": entries_of(answer.listed)}


ANALYSES: tuple[Analysis, ...] = (
    Analysis(
        "grades",
        "Grades on a day",
        "The latest judgement of each authority in a domain, counted by grade, as it stood on any day.",
        GradesFilterSet,
        grades,
        GRADE_COLUMNS,
        _behind_grades,
        (
            ("Overall grades at 31 March 2025, by region", "?on=2025-03-31"),
            ("Leadership at 31 March of each year", "?on=2026-03-31&domain=leadership&by=day"),
            ("Every domain, today", "?by=domain"),
        ),
    ),
)
