"""What can be asked of the analyses of judgements and inspections, with the choices that only they have."""

from __future__ import annotations

from collections.abc import Iterable

from inspections.analysis.bands import Crosswalk
from inspections.analysis.days import CountedFrom
from inspections.analysis.filters import AnalysisFilterSet, OptionFilter
from inspections.judgements.matrix import DayFilter, todays_domains
from inspections.judgements.tile_map import OVERALL
from inspections.lists.filters import ChoicesFilter, YearsFilter, codes
from inspections.lists.filtersets import regions
from inspections.models import Framework, Inspection
from inspections.vocabulary import Term


class GroupedBy(Term):
    """By what the grades of a day are counted."""

    REGION = "region", "Region"
    DAY = "day", "The same day of each year"
    YEAR = "year", "Year of the inspection"
    FRAMEWORK = "framework", "Framework"
    DOMAIN = "domain", "Domain"


def domains() -> Iterable[tuple[str, str]]:
    """Return today's domains by code."""
    return todays_domains().values_list("code", "name")


def years() -> Iterable[tuple[str, str]]:
    """Return the years in which inspections took place, the latest first."""
    found = Inspection.objects.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
    return ((str(year), str(year)) for year in found)


def bands() -> Iterable[tuple[str, str]]:
    """Return the bands of grades by code, the best first."""
    return ((band.code, band.name) for band in Crosswalk().bands)


class HeldDayFilter(DayFilter):
    """The day as of which an analysis is; without one, the last day up to which inspections are held."""

    hint = "Such as 2025-03-31 or 2019. Without it, the last day up to which inspections are held"


class GradesFilterSet(AnalysisFilterSet):
    """What can be asked of the grades on a day."""

    on = HeldDayFilter(label="As it stood on a day", max_length=10)
    domain = OptionFilter(default=OVERALL, load=domains, label="Domain")
    by = OptionFilter(default=GroupedBy.REGION, load=GroupedBy.choices, label="Counted by")
    counted = OptionFilter(default=CountedFrom.INSPECTED, load=CountedFrom.choices, label="A judgement counts from")
    grade = ChoicesFilter("pk", load=bands, label="List the judgements with grade")
    region = ChoicesFilter("pk", load=regions, label="Region")
    framework = ChoicesFilter("pk", load=codes(Framework, "code", "short_name"), label="Framework of the inspection")
    year = YearsFilter("pk", load=years, label="Year of the inspection")
