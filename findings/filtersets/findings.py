"""The filters of findings, shared by their page and exports."""

from __future__ import annotations

from findings.exports.findings import FINDING_COLUMNS
from findings.filtersets.columns import FilterSetWithColumns
from findings.filtersets.inspection_grades import GradeDomainFilter, InspectionGradeFilter
from findings.filtersets.interpretations import PolarityFilter, ThemeFilter, UncountedFilter
from findings.filtersets.kept_counts import kept_counts
from findings.filtersets.recommendations import OwnFrameworkFilter
from findings.filtersets.words import WordsFilter
from findings.models import Finding
from inspections.lists.filters import ChoicesFilter, YearsFilter, codes
from inspections.lists.filtersets import authorities, regions
from inspections.lists.grouping import BY_REPORT
from inspections.models import Domain, Framework
from inspections.vocabulary import FindingKind, RecordKind, ReportKind


class FindingFilterSet(FilterSetWithColumns):
    """Filters of findings."""

    known_columns = FINDING_COLUMNS
    group = BY_REPORT
    kept = kept_counts(RecordKind.FINDING, "polarity")

    text = WordsFilter(RecordKind.FINDING, label="Words", hint="As in search: drift OR delay, superv*")
    theme = ThemeFilter(RecordKind.FINDING)
    polarity = PolarityFilter()
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    region = ChoicesFilter("report__authority__region", load=regions, label="Region")
    year = YearsFilter("report__year", label="Year of the report")
    framework = OwnFrameworkFilter(
        "report__inspection__framework__code", load=codes(Framework, "code", "short_name"), label="Framework"
    )
    report_kind = ChoicesFilter("report__kind", load=ReportKind.choices, label="Kind of report")
    domain = UncountedFilter("domain__code", load=codes(Domain, "code", "name"), label="Domain")
    inspection_grade = InspectionGradeFilter()
    grade_domain = GradeDomainFilter()
    kind = UncountedFilter("kind", load=FindingKind.choices, label="Kind of paragraph")

    class Meta:
        model = Finding
        fields: tuple[str, ...] = ()
