"""What can be asked of the analyses of judgements and inspections, with the choices that only they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from inspections.analysis.bands import crosswalk_now
from inspections.analysis.days import CountedFrom
from inspections.analysis.filters import AnalysisFilterSet, OptionFilter
from inspections.analysis.names import lead_inspectors, themes_of_visits
from inspections.caching.revision import for_revision
from inspections.judgements.latest import OVERALL
from inspections.judgements.matrix import DayFilter, todays_domains
from inspections.lists.as_at import VISITS
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, YearsField, YearsFilter, codes
from inspections.lists.filtersets import authorities, regions
from inspections.lists.years import years_of_inspections, years_of_judged_inspections, years_of_visits
from inspections.models import Framework
from inspections.vocabulary import Term

LEADERSHIP = "leadership"
"""A domain that every full inspection judges, also those without an overall grade."""


class GroupedBy(Term):
    """By what the grades of a day are counted."""

    REGION = "region", "Region"
    DAY = "day", "The same day of each year"
    YEAR = "year", "Year of the inspection"
    FRAMEWORK = "framework", "Framework"
    DOMAIN = "domain", "Domain"


@for_revision
def domains() -> Iterable[tuple[str, str]]:
    """Return today's domains by code."""
    return todays_domains().values_list("code", "name")


@for_revision
def bands() -> Iterable[tuple[str, str]]:
    """Return the bands of grades by code, the best first."""
    return ((band.code, band.name) for band in crosswalk_now().bands)


class HeldDayFilter(DayFilter):
    """The day as of which an analysis is; without one, the last day up to which inspections are held."""

    def __init__(self, **kwargs: Any) -> None:
        hint = "Such as 2025-03-31 or 2019. Without it, the last day up to which inspections are held"
        super().__init__(hint=hint, max_length=10, **kwargs)


class GradesFilterSet(AnalysisFilterSet):
    """What can be asked of the grades on a day."""

    on = HeldDayFilter(label="As it stood on a day")
    domain = OptionFilter(default=OVERALL, load=domains, label="Domain")
    by = OptionFilter(default=GroupedBy.REGION, load=GroupedBy.choices, label="Counted by")
    counted = OptionFilter(default=CountedFrom.INSPECTED, load=CountedFrom.choices, label="A judgement counts from")
    grade = ChoicesFilter("pk", load=bands, label="List the judgements with grade")
    region = ChoicesFilter("pk", load=regions, label="Region")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework of the inspection")
    year = YearsFilter("pk", load=years_of_judged_inspections, label="Year of the inspection")


class Reach(Term):
    """With which later judgement one is compared."""

    NEXT = "next", "To the next graded inspection"
    LATER = "later", "To the first later inspection with a grade that is asked for"


def numbers_of_years() -> Iterable[tuple[str, str]]:
    """Return numbers of years as a limit, "" for none."""
    return (("", "Any time"), *((str(number), f"{number} year{'' if number == 1 else 's'}") for number in range(1, 11)))


@for_revision
def graded_bands() -> Iterable[tuple[str, str]]:
    """Return the bands that have grades."""
    return ((band.code, band.name) for band in crosswalk_now().bands if band.codes)


class MovementFilterSet(AnalysisFilterSet):
    """What can be asked of movement between inspections."""

    domain = OptionFilter(default=OVERALL, load=domains, label="Domain")
    was = ChoicesFilter("pk", load=graded_bands, label="From")
    now = ChoicesFilter("pk", load=graded_bands, label="To")
    reach = OptionFilter(default=Reach.NEXT, load=Reach.choices, label="Compared")
    within = OptionFilter(default="", load=numbers_of_years, label="Within")
    region = ChoicesFilter("pk", load=regions, label="Region")
    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")
    year = YearsFilter("pk", load=years_of_judged_inspections, label="Year of the later inspection")


class WaitingBy(Term):
    """How long ago an authority was inspected, at least."""

    ANY = "", "Any time"
    ONE = "1", "A year or longer ago"
    TWO = "2", "Two years or longer ago"
    THREE = "3", "Three years or longer ago"
    FOUR = "4", "Four years or longer ago"
    FIVE = "5", "Five years or longer ago"


class WaitingFilterSet(AnalysisFilterSet):
    """What can be asked of the days since the last inspection."""

    on = HeldDayFilter(label="As at")
    longer = OptionFilter(default=WaitingBy.ANY, load=WaitingBy.choices, label="Last inspected")
    region = ChoicesFilter("pk", load=regions, label="Region")


class PublicationBy(Term):
    """By what the days to publication are counted."""

    YEAR = "year", "Year of the inspection"
    FRAMEWORK = "framework", "Framework"
    REGION = "region", "Region"


class PublicationFilterSet(AnalysisFilterSet):
    """What can be asked of the days from inspection to publication."""

    by = OptionFilter(default=PublicationBy.YEAR, load=PublicationBy.choices, label="Counted by")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_inspections, label="Year of the inspection")
    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")


@for_revision
def visit_kinds() -> Iterable[tuple[str, str]]:
    """Return the frameworks of visits."""
    return Framework.objects.filter(code__in=VISITS).values_list("code", "short_name")


class VisitFilterSet(AnalysisFilterSet):
    """What can be asked of what visits looked at."""

    kind = ChoicesFilter("pk", load=visit_kinds, label="Kind of visit")
    theme = ChoicesFilter("pk", load=themes_of_visits, label="What it looked at")
    grade = ChoicesFilter("pk", load=bands, label="Overall grade at the time")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_visits, label="Year of the visit")
    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")


class InspectorFilterSet(AnalysisFilterSet):
    """What can be asked of inspections by their lead inspector."""

    lead = ChoicesFilter("pk", load=lead_inspectors, label="Lead inspector", shown_as="select")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_inspections, label="Year of the inspection")


class ShareCounted(Term):
    """Which grades of a year are counted."""

    GIVEN = "given", "Grades given by inspections of the year"
    STATE = "state", "Latest grades at the end of the year"


@for_revision
def since_years() -> Iterable[tuple[str, str]]:
    """Return the years since which an analysis can count, and the choice of all."""
    return (("", "The first year held"), *years_of_judged_inspections())


class SinceFilter(OptionFilter):
    """The first year that counts; a year of which nothing is held is one, too."""

    field_class = YearsField

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """Return the years that are held, and the chosen one."""
        others = [FilterChoice(year, year, None, True) for year in chosen if year and year not in field.known]
        held = super().choices(field, counted, chosen)
        return (*others, *(replace(choice, chosen=False) for choice in held)) if others else held


class ShareFilterSet(AnalysisFilterSet):
    """What can be asked of the share of one grade by region and year."""

    grade = OptionFilter(default="outstanding", load=graded_bands, label="Grade")
    domain = OptionFilter(default=LEADERSHIP, load=domains, label="Domain")
    since = SinceFilter(default="", load=since_years, label="Since")
    counted = OptionFilter(default=ShareCounted.GIVEN, load=ShareCounted.choices, label="Counted")
    year = YearsFilter("pk", load=years_of_judged_inspections, label="Years")
    region = ChoicesFilter("pk", load=regions, label="Region")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework of the inspection")


def one_authority() -> Iterable[tuple[str, str]]:
    """Return the authorities of which one is chosen."""
    return (("", "Choose one"), *authorities())


class ScorecardFilterSet(AnalysisFilterSet):
    """What can be asked of the scorecard of an authority."""

    authority = OptionFilter(default="", load=one_authority, label="Authority")
    domain = ChoicesFilter("pk", load=domains, label="Domain")
    on = HeldDayFilter(label="As it stood on a day")
    counted = OptionFilter(default=CountedFrom.INSPECTED, load=CountedFrom.choices, label="A judgement counts from")
