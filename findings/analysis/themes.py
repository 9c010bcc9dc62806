"""One theme in the reports of inspectorates: how many reports criticise it, praise it, or do not raise it.

A report criticises a theme if it has a finding on it that is a weakness or mixed, and praises it if it has one that is
a strength or mixed. So a report can do both. Whether a finding is about the theme, and whether it is a strength or a
weakness, is suggested by rules until a person decides it (``findings.interpretation``): its polarity is that of the
whole paragraph. A report that has no finding on a theme may mention it, and says nothing about the services.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from findings.analysis.filtersets import ThemeBy, ThemesOf
from findings.analysis.records import DrillDownRecords
from findings.analysis.reports import NOT_KNOWN, CountedReport, counted_reports, report_facts
from findings.interpretation.themes import THEMES
from findings.models import ReportTheme
from inspections.analysis.charts import FEWEST, BarChart, BarCounts, bar_chart, share
from inspections.analysis.filters import AnalysisFilterSet
from inspections.counted import counted
from inspections.lists.holding import UNKNOWN_FRAMEWORK
from inspections.vocabulary import Polarity

CRITICISES = (Polarity.WEAKNESS.value, Polarity.MIXED.value)
PRAISES = (Polarity.STRENGTH.value, Polarity.MIXED.value)
OF_FINDINGS = (
    ("inadequate", "Criticised only"),
    ("middling", "Criticised and praised"),
    ("good", "Praised only"),
    ("step-2", "Mentioned only"),
    ("none", "No finding on it"),
)
OF_RECOMMENDATIONS = (("step-4", "Recommended"), ("none", "Not recommended"))

IN_ORDER = (Polarity.WEAKNESS, Polarity.MIXED, Polarity.STRENGTH, Polarity.NEUTRAL)
PolarityCounts = Counter[str]
"""How many records a report has, by polarity."""
NONE: PolarityCounts = Counter()


@dataclass(frozen=True, slots=True)
class ThemeNumber:
    """A number of reports or records, with its share of the reports; ``query`` lists the records behind it."""

    name: str
    number: int
    share: int | None
    query: str


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Reports that are counted together: how many they are, how many raise the theme, and with how many records.

    ``asking`` is the number of records that ask for change: findings that criticise, or recommendations.
    """

    value: str
    label: str
    reports: int
    raising: tuple[ThemeNumber, ...]
    records: tuple[ThemeNumber, ...]
    asking: int
    parts: tuple[int, ...]
    is_total: bool = False

    @property
    def per_report(self) -> float | None:
        """Findings that criticise, or recommendations, for each report; None for fewer than five reports."""
        return self.asking / self.reports if self.reports >= FEWEST else None


@dataclass(frozen=True, slots=True)
class ThemeInReports:
    """The answer: groups, all of them together, the picture, and the records behind the numbers."""

    theme: str
    name: str
    covers: str
    of: ThemesOf
    by: ThemeBy
    rows: tuple[ThemeGroup, ...]
    chart: BarChart | None
    listed: DrillDownRecords

    @property
    def heads(self) -> tuple[ThemeNumber, ...]:
        """The numbers of a row, for the heads of their columns."""
        return (*self.rows[0].raising, *self.rows[0].records) if self.rows else ()


def theme_in_reports(filters: AnalysisFilterSet) -> ThemeInReports:
    """Return where reports raise a theme, in a fixed number of queries."""
    theme, of, by = THEMES[filters.option("theme")], ThemesOf(filters.option("of")), ThemeBy(filters.option("by"))
    reports = counted_reports(filters)
    raised: dict[int, PolarityCounts] = defaultdict(Counter)
    counts = ReportTheme.objects.filter(theme=theme.code, kind=of.value).order_by()
    for report, polarity, number in counts.values_list("report", "polarity", "records"):
        raised[report][polarity] += number
    facts, polarities = report_facts(reports), filters.chosen("polarity") if of is ThemesOf.FINDINGS else ()
    groups = tuple(_groups(filters, of, by, facts, raised))
    newest = sorted(facts, key=lambda fact: (fact.year, fact.key), reverse=True)
    listed = [(fact.key, _number(raised.get(fact.key, NONE), polarities)) for fact in newest]
    title = f"{theme.name} in {of.label.lower()}, by {by.label.lower()}"
    return ThemeInReports(
        theme.code,
        theme.name,
        theme.covers,
        of,
        by,
        groups,
        bar_chart(
            title,
            "A bar for each row of the table below: its reports, divided by whether they raise the theme, and how.",
            OF_FINDINGS if of is ThemesOf.FINDINGS else OF_RECOMMENDATIONS,
            [BarCounts(group.label, counted(group.reports, "report"), group.parts) for group in groups],
        ),
        DrillDownRecords(theme.code, of.value, polarities, listed),
    )


def _number(counts: PolarityCounts, polarities: Sequence[str]) -> int:
    """How many records have one of the polarities; all of them if none is named."""
    return sum(number for polarity, number in counts.items() if not polarities or polarity in polarities)


def _groups(
    filters: AnalysisFilterSet,
    of: ThemesOf,
    by: ThemeBy,
    reports: Sequence[CountedReport],
    raised: dict[int, PolarityCounts],
) -> Iterable[ThemeGroup]:
    found: dict[tuple[str, str], list[CountedReport]] = defaultdict(list)
    for report in reports:
        key = {
            ThemeBy.YEAR: (report.year, report.year or "No date"),
            ThemeBy.FRAMEWORK: (report.framework, report.framework_name),
            ThemeBy.REGION: (report.region, report.region),
        }[by]
        found[key].append(report)
    for key in sorted(found, reverse=by is ThemeBy.YEAR):
        here = {by.value: key[0]} if key[0] not in ("", UNKNOWN_FRAMEWORK, NOT_KNOWN) else {}
        yield _group(filters, of, key, [raised.get(report.key, NONE) for report in found[key]], here)
    if len(found) > 1:
        counts = [raised.get(report.key, NONE) for report in reports]
        yield replace(_group(filters, of, ("", "All together"), counts, {}), is_total=True)


def _group(
    filters: AnalysisFilterSet,
    of: ThemesOf,
    key: tuple[str, str],
    counts: Sequence[PolarityCounts],
    here: dict[str, str],
) -> ThemeGroup:
    def number(name: str, polarities: Sequence[str], *, of_reports: bool) -> ThemeNumber:
        of_each = [sum(one[polarity] for polarity in polarities) for one in counts]
        total = sum(map(bool, of_each)) if of_reports else sum(of_each)
        query = filters.query_with(**here, polarity=[one for one in polarities if one])
        return ThemeNumber(name, total, share(total, len(counts)) if of_reports else None, query)

    if of is ThemesOf.RECOMMENDATIONS:
        raising = (number("Reports that recommend it", ("",), of_reports=True),)
        records = (number("Recommendations", ("",), of_reports=False),)
        parts = (raising[0].number, len(counts) - raising[0].number)
        return ThemeGroup(*key, len(counts), raising, records, records[0].number, parts)
    return ThemeGroup(
        *key,
        len(counts),
        (
            number("Reports that criticise it", CRITICISES, of_reports=True),
            number("Reports that praise it", PRAISES, of_reports=True),
        ),
        tuple(
            number(f"Findings: {polarity.label.lower()}", (polarity.value,), of_reports=False) for polarity in IN_ORDER
        ),
        sum(one[polarity] for one in counts for polarity in CRITICISES),
        _parts(counts),
    )


def _parts(counts: Sequence[PolarityCounts]) -> tuple[int, ...]:
    """How many reports criticise only, do both, praise only, mention the theme, and have no finding on it."""
    numbers = [0] * len(OF_FINDINGS)
    for one in counts:
        criticises, praises = (any(one[polarity] for polarity in kinds) for kinds in (CRITICISES, PRAISES))
        place = {(True, False): 0, (True, True): 1, (False, True): 2}.get((criticises, praises), 3 if one else 4)
        numbers[place] += 1
    return tuple(numbers)
