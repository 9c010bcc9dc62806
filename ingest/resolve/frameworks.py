"""The framework that is meant where the words do not name it, if the reference data leave a single one."""

from __future__ import annotations

from collections.abc import Iterable

from inspections.reference import tables

SINGLE_INSPECTIONS = "sif"
ONLY_THERE = "requires-improvement"
"""Single inspections began in November 2013, and adoption was inspected by itself until then: in that year only this
grade, which no other framework had, tells of one."""


def framework_of(years: Iterable[int], domains: Iterable[str], grades: Iterable[str]) -> str | None:
    """The only graded framework that was in use in one of the years, judges all the domains and awards all the grades.

    "Judged inadequate overall in 2019" can only have been ILACS; in 2013 it can have been several frameworks: None.
    """
    wanted, awarded, in_years = set(domains), set(grades), set(years)
    if not wanted or not in_years:
        return None
    domains_of: dict[str, set[str]] = {}
    for row in tables.framework_domains():
        domains_of.setdefault(row.framework, set()).add(row.domain)
    scales: dict[str, set[str]] = {}
    for grade in tables.grades():
        scales.setdefault(grade.framework, set()).add(grade.code)
    candidates = [
        framework.code
        for framework in tables.frameworks()
        if framework.graded
        and any(framework.first_year <= year <= (framework.last_year or year) for year in in_years)
        and wanted <= domains_of.get(framework.code, set())
        and awarded <= scales.get(framework.code, set())
    ]
    first_year = next(f.first_year for f in tables.frameworks() if f.code == SINGLE_INSPECTIONS)
    if SINGLE_INSPECTIONS in candidates and first_year in in_years and ONLY_THERE not in awarded:
        return None
    return candidates[0] if len(candidates) == 1 else None
