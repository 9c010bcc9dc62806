"""One theme in the reports of inspectorates: how many criticise it, praise it, recommend it, or do not raise it.

A report criticises a theme if it has a finding on it that is a weakness or mixed, and praises it if it has one that is
a strength or mixed. So a report can do both. Whether a finding is about the theme, and whether it is a strength or a
weakness, is suggested by rules until a person decides it (``findings.interpretation``): its polarity is that of the
whole paragraph. Areas for improvement are recommendations: a report may ask for change without a finding on the theme.
One that has neither may mention it, and says nothing about the services.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Sum

from findings.analysis.filtersets import ThemeBy, ThemesOf
from findings.analysis.records import DrillDownRecords, ReportPortion
from findings.analysis.reports import (
    NOT_KNOWN,
    CountedGroup,
    CountedReport,
    counted_groups,
    counted_reports,
    report_facts,
)
from findings.interpretation.themes import THEMES
from findings.models import ReportTheme, ThemeSum
from findings.search.sums import CRITICISES, POLARITIES, PRAISES
from inspections.analysis.charts import FEWEST, BarChart, BarCounts, bar_chart, share
from inspections.analysis.filters import AnalysisFilterSet
from inspections.counted import counted
from inspections.lists.holding import UNKNOWN_FRAMEWORK
from inspections.vocabulary import Polarity

OF_FINDINGS = (
    ("inadequate", "Criticised only"),
    ("middling", "Criticised and praised"),
    ("good", "Praised only"),
    ("step-2", "Mentioned only"),
    ("none", "No finding on it"),
)
OF_RECOMMENDATIONS = (("step-4", "Recommended"), ("none", "Not recommended"))

CRITICISING, PRAISING, RECOMMENDING = (f"Reports that {verb} it" for verb in ("criticise", "praise", "recommend"))
RECOMMENDED = "Recommendations"
IN_ORDER = (Polarity.WEAKNESS, Polarity.MIXED, Polarity.STRENGTH, Polarity.NEUTRAL)
ALL = ""
"""Records of any polarity."""


@dataclass(frozen=True, slots=True)
class RaisedTheme:
    """What some reports together say of the theme.

    ``stances`` has the reports that raise it, by whether they criticise and whether they praise; ``records`` the
    records by polarity, and under ``ALL`` all of them; ``recommending`` is how many reports recommend it.
    """

    reports: int = 0
    stances: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    recommending: int = 0

    def raising(self, polarities: tuple[str, ...]) -> int:
        """How many reports criticise, praise, or in any way raise it."""
        places: dict[tuple[str, ...], int] = {CRITICISES: 0, PRAISES: 1}
        place = places.get(polarities)
        return sum(number for stance, number in self.stances.items() if place is None or stance[place])

    def number(self, polarities: Sequence[str]) -> int:
        """How many records have one of the polarities; all of them if none is named."""
        return sum(self.records[polarity] for polarity in polarities or (ALL,))


Raised = list[tuple[CountedReport | CountedGroup, RaisedTheme]]
"""Reports, or groups of them, with what they say of the theme."""


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
    polarities = filters.chosen("polarity") if of is ThemesOf.FINDINGS else ()
    counted_ones = counted_groups(filters)
    if counted_ones is None:
        raised = _raised_by_reports(filters, theme.code, of)
        portions = [_portion_of_reports(raised, polarities)]
    else:
        raised = _raised_by_groups(counted_ones, theme.code, of)
        portions = _portions_of_years(raised, theme.code, of, polarities)
    groups = tuple(_groups(filters, of, by, raised))
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
        DrillDownRecords(theme.code, of.value, polarities, portions),
    )


def _raised_by_reports(filters: AnalysisFilterSet, theme: str, of: ThemesOf) -> Raised:
    """Each report with its records on the theme."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    recommending: set[int] = set()
    counts = ReportTheme.objects.filter(theme=theme).order_by()
    for report, kind, polarity, number in counts.values_list("report", "kind", "polarity", "records"):
        if kind == ThemesOf.RECOMMENDATIONS.value:
            recommending.add(report)
        if kind != of.value:
            continue
        found[report][ALL] += number
        if polarity:
            found[report][polarity] += number
    facts = report_facts(counted_reports(filters))
    return [(fact, _of_report(found.get(fact.key), fact.key in recommending)) for fact in facts]


def _of_report(records: Counter[str] | None, recommends: bool) -> RaisedTheme:
    if records is None:
        return RaisedTheme(1, recommending=int(recommends))
    criticises, praises = (any(records[one] for one in those) for those in (CRITICISES, PRAISES))
    return RaisedTheme(1, Counter({(criticises, praises): 1}), records, int(recommends))


def _raised_by_groups(groups: Sequence[CountedGroup], theme: str, of: ThemesOf) -> Raised:
    """Whole groups with the sums of their reports."""
    found: dict[int, list[RaisedTheme]] = defaultdict(list)
    rows = ThemeSum.objects.filter(theme=theme, group__in=[group.key for group in groups]).order_by()
    for group, kind, criticises, praises, reports, *numbers in rows.values_list(
        "group", "kind", "criticises", "praises", "reports", "records", *POLARITIES
    ):
        if kind == ThemesOf.RECOMMENDATIONS.value:
            found[group].append(RaisedTheme(recommending=reports))
        if kind == of.value:
            records = Counter(dict(zip((ALL, *POLARITIES), numbers, strict=True)))
            found[group].append(RaisedTheme(0, Counter({(criticises, praises): reports}), records))
    return [(group, _together([RaisedTheme(group.reports), *found[group.key]])) for group in groups]


def _together(parts: Iterable[RaisedTheme]) -> RaisedTheme:
    reports, recommending, stances, records = 0, 0, Counter[tuple[bool, bool]](), Counter[str]()
    for part in parts:
        reports += part.reports
        recommending += part.recommending
        stances.update(part.stances)
        records.update(part.records)
    return RaisedTheme(reports, stances, records, recommending)


def _portion_of_reports(raised: Raised, polarities: Sequence[str]) -> ReportPortion:
    """All reports, the newest first."""
    newest = sorted(raised, key=lambda one: (one[0].year, one[0].key), reverse=True)
    numbers = [(fact.key, said.number(polarities)) for fact, said in newest]
    return ReportPortion(sum(number for _, number in numbers), lambda: numbers)


def _portions_of_years(raised: Raised, theme: str, of: ThemesOf, polarities: Sequence[str]) -> list[ReportPortion]:
    """The reports of each year, the newest first."""
    years: dict[str, list[tuple[int, RaisedTheme]]] = defaultdict(list)
    for group, said in raised:
        years[group.year].append((group.key, said))

    def portion(groups: Sequence[tuple[int, RaisedTheme]]) -> ReportPortion:
        rows = ReportTheme.objects.filter(theme=theme, kind=of.value)
        rows = rows.filter(report__indexed__group__in=[key for key, _ in groups]).order_by("-report")
        chosen = rows.filter(polarity__in=polarities) if polarities else rows
        numbers = chosen.values_list("report").annotate(number=Sum("records"))
        return ReportPortion(sum(said.number(polarities) for _, said in groups), lambda: list(numbers))

    return [portion(years[year]) for year in sorted(years, reverse=True)]


def _groups(filters: AnalysisFilterSet, of: ThemesOf, by: ThemeBy, raised: Raised) -> Iterable[ThemeGroup]:
    found: dict[tuple[str, str], list[RaisedTheme]] = defaultdict(list)
    for fact, said in raised:
        key = {
            ThemeBy.YEAR: (fact.year, fact.year or "No date"),
            ThemeBy.FRAMEWORK: (fact.framework, fact.framework_name),
            ThemeBy.REGION: (fact.region, fact.region),
        }[by]
        found[key].append(said)
    for key in sorted(found, reverse=by is ThemeBy.YEAR):
        here = {by.value: key[0]} if key[0] not in ("", UNKNOWN_FRAMEWORK, NOT_KNOWN) else {}
        yield _group(filters, of, key, _together(found[key]), here)
    if len(found) > 1:
        everything = _together(said for _, said in raised)
        yield replace(_group(filters, of, ("", "All together"), everything, {}), is_total=True)


def _group(
    filters: AnalysisFilterSet, of: ThemesOf, key: tuple[str, str], said: RaisedTheme, here: dict[str, str]
) -> ThemeGroup:
    def number(name: str, polarities: tuple[str, ...], *, of_reports: bool) -> ThemeNumber:
        total = said.raising(polarities) if of_reports else said.number(polarities)
        query = filters.query_with(**here, polarity=polarities)
        return ThemeNumber(name, total, share(total, said.reports) if of_reports else None, query)

    total = said.recommending
    query = filters.query_with(**here, of=ThemesOf.RECOMMENDATIONS.value, polarity=())
    recommending = ThemeNumber(RECOMMENDING, total, share(total, said.reports), query)
    if of is ThemesOf.RECOMMENDATIONS:
        records = (number(RECOMMENDED, (), of_reports=False),)
        parts = (total, said.reports - total)
        return ThemeGroup(*key, said.reports, (recommending,), records, records[0].number, parts)
    return ThemeGroup(
        *key,
        said.reports,
        (number(CRITICISING, CRITICISES, of_reports=True), number(PRAISING, PRAISES, of_reports=True), recommending),
        tuple(number(findings_that_are(polarity), (polarity.value,), of_reports=False) for polarity in IN_ORDER),
        said.number(CRITICISES),
        _parts(said),
    )


def findings_that_are(polarity: Polarity) -> str:
    """What the number of the findings of a polarity is called."""
    return f"Findings: {polarity.label.lower()}"


def _parts(said: RaisedTheme) -> tuple[int, ...]:
    """How many reports criticise only, do both, praise only, mention the theme, and have no finding on it."""
    numbers = [said.stances[stance] for stance in ((True, False), (True, True), (False, True), (False, False))]
    return (*numbers, said.reports - sum(numbers))
