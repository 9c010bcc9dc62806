"""What can be asked of the matters of recommendations."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from findings.interpretation.matters.concepts import MATTER, concepts
from findings.models import AskedMatter
from inspections.analysis.filters import AnalysisFilterSet
from inspections.caching.revision import for_revision
from inspections.lists.filters import ChoicesFilter, YearsFilter
from inspections.lists.filtersets import authorities, regions
from inspections.lists.years import years_of_reports
from inspections.models import Report
from inspections.vocabulary import ReportKind


def matter_choices() -> Iterable[tuple[str, str]]:
    """The codes of all matters with their names, by name."""
    named = ((one.code, one.name) for one in concepts().values() if one.kind == MATTER)
    return sorted(named, key=lambda one: one[1].lower())


@for_revision
def years_of_asking_reports() -> Iterable[tuple[str, str]]:
    """The years of the reports that ask a matter."""
    asked = AskedMatter.objects.filter(report=OuterRef("pk"))
    return years_of_reports(Report.objects.published().filter(Exists(asked)))


class MatterFilterSet(AnalysisFilterSet):
    """What can be asked of the matters that are recommended most."""

    authority = ChoicesFilter("pk", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("pk", load=regions, label="Region")
    year = YearsFilter("pk", load=years_of_asking_reports, label="Year of the report")
    kind = ChoicesFilter("pk", load=ReportKind.choices, label="Kind of report", shown_as="select")
    matter = ChoicesFilter("pk", load=matter_choices, label="Recommendations about", shown_as="select")
