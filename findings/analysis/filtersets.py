"""What can be asked of the analyses of themes."""

from __future__ import annotations

from collections.abc import Iterable

from findings.analysis.reports import reports_of_inspectorates
from findings.interpretation.themes import THEMES
from inspections.analysis.filters import AnalysisFilterSet, OptionFilter
from inspections.caching.revision import for_revision
from inspections.lists.filters import ChoicesFilter, YearsFilter, codes
from inspections.lists.filtersets import authorities, regions
from inspections.lists.years import years_of_reports
from inspections.models import Framework
from inspections.vocabulary import Polarity, RecordKind, Term


def themes() -> Iterable[tuple[str, str]]:
    """Return all themes by code."""
    return ((theme.code, theme.name) for theme in THEMES.values())


@for_revision
def years_of_counted_reports() -> Iterable[tuple[str, str]]:
    """Return the years of the reports that count."""
    return years_of_reports(reports_of_inspectorates())


class ThemesOf(Term):
    """Of which records themes are counted."""

    FINDINGS = RecordKind.FINDING.value, "Findings"
    RECOMMENDATIONS = RecordKind.RECOMMENDATION.value, "Recommendations"


class ThemeBy(Term):
    """By what reports with a theme are counted."""

    YEAR = "year", "Year of the report"
    FRAMEWORK = "framework", "Framework"
    REGION = "region", "Region"


class ThemeCounted(Term):
    """Which records of a theme make a report count."""

    WEAKNESS = "weakness", "Findings that criticise"
    STRENGTH = "strength", "Findings that praise"
    ANY = "any", "Any finding"
    RECOMMENDED = "recommended", "Recommendations"


class ThemeFilterSet(AnalysisFilterSet):
    """What can be asked of one theme."""

    theme = OptionFilter(default="caseloads", load=themes, label="Theme")
    of = OptionFilter(default=ThemesOf.FINDINGS, load=ThemesOf.choices, label="Of")
    by = OptionFilter(default=ThemeBy.YEAR, load=ThemeBy.choices, label="Counted by")
    polarity = ChoicesFilter("pk", load=Polarity.choices, label="List the findings that are")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_counted_reports, label="Year of the report")
    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")


class ThemeTableFilterSet(AnalysisFilterSet):
    """What can be asked of all themes across frameworks."""

    counted = OptionFilter(default=ThemeCounted.WEAKNESS, load=ThemeCounted.choices, label="A report counts for")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_counted_reports, label="Year of the report")
