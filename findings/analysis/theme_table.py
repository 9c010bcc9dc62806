"""All themes across frameworks: in how many reports of each framework a theme is criticised, praised or recommended.

It repeats over all frameworks what researchers counted by hand for one: in how many reports a theme is recommended
(Hood, Nilsson and Habibi 2019, nine themes over 60 reports). Sums over reports with the same facts are added up; while
they are not whole, the database counts over the index of themes by report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum

from findings.analysis.filtersets import ThemeCounted, ThemesOf
from findings.analysis.reports import CountedGroup, counted_groups, counted_reports, report_facts
from findings.interpretation.themes import THEMES
from findings.models import ReportTheme, ThemeSum
from findings.search.sums import CRITICISES, PRAISES
from inspections.analysis.charts import FEWEST, BarChart, BarCounts, bar_chart, share
from inspections.analysis.filters import AnalysisFilterSet
from inspections.lists.holding import UNKNOWN_FRAMEWORK

ALL = "All together"
POLARITIES: dict[ThemeCounted, tuple[str, ...]] = {
    ThemeCounted.WEAKNESS: CRITICISES,
    ThemeCounted.STRENGTH: PRAISES,
    ThemeCounted.ANY: (),
    ThemeCounted.RECOMMENDED: (),
}
SUMS: dict[tuple[str, ...], Q] = {CRITICISES: Q(criticises=True), PRAISES: Q(praises=True), (): Q()}
"""The sums of reports that have such a finding."""


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """In how many of the reports of a framework a theme counts; "" is the code of all. ``query`` asks for the theme."""

    theme: str
    theme_name: str
    framework: str
    framework_name: str
    number: int
    reports: int
    query: str

    @property
    def share(self) -> int | None:
        """The share in per cent, None for fewer than five reports."""
        return share(self.number, self.reports)


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme with a cell for all frameworks together and for each."""

    name: str
    cells: tuple[ThemeCell, ...]

    @property
    def shown(self) -> tuple[ThemeCell, ...]:
        """The cells of those with enough reports for a share; the others are in files alone."""
        return tuple(cell for cell in self.cells if not cell.framework or cell.reports >= FEWEST)


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The answer: themes, the most frequent first, with a cell for each framework, and the picture.

    ``frameworks`` are those that a page shows, with their numbers of reports; ``too_few`` have fewer than five.
    """

    counted: ThemeCounted
    frameworks: tuple[tuple[str, int], ...]
    too_few: int
    table: tuple[ThemeRow, ...]
    chart: BarChart | None

    @property
    def rows(self) -> tuple[ThemeCell, ...]:
        """A row for each theme and framework, as files have them."""
        return tuple(cell for row in self.table for cell in row.cells)

    @property
    def listed(self) -> tuple[()]:
        """Nothing: each number leads to the page of its theme."""
        return ()


def theme_table(filters: AnalysisFilterSet) -> ThemeTable:
    """Return all themes across frameworks, in a fixed number of queries."""
    chosen = ThemeCounted(filters.option("counted"))
    of = ThemesOf.RECOMMENDATIONS if chosen is ThemeCounted.RECOMMENDED else ThemesOf.FINDINGS
    polarities = POLARITIES[chosen]
    groups = counted_groups(filters)
    held, names, numbers = (
        _of_reports(filters, of, polarities) if groups is None else _of_groups(groups, of, polarities)
    )
    number_held = sum(held.values())
    frameworks = sorted(held, key=lambda code: (code == UNKNOWN_FRAMEWORK, -held[code], code))
    table = []
    for theme in THEMES.values():
        cells = [
            ThemeCell(
                theme.code, theme.name, code, names[code], numbers[theme.code][code], held[code],
                _query(filters, theme.code, of, polarities, code),
            )
            for code in frameworks
        ]  # fmt: skip
        whole = ThemeCell(
            theme.code, theme.name, "", ALL, sum(cell.number for cell in cells), number_held,
            _query(filters, theme.code, of, polarities, ""),
        )  # fmt: skip
        table.append(ThemeRow(theme.name, (whole, *cells)))
    table.sort(key=lambda row: (-row.cells[0].number, row.name))
    heads = ((ALL, number_held), *((names[code], held[code]) for code in frameworks if held[code] >= FEWEST))
    too_few = sum(number < FEWEST for number in held.values())
    return ThemeTable(chosen, heads, too_few, tuple(table) if number_held else (), _chart(chosen, table))


HeldAndNumbers = tuple[Counter[str], dict[str, str], dict[str, Counter[str]]]
"""The number of reports by framework, the names of frameworks, and by theme the reports that count by framework."""


def _of_groups(groups: Sequence[CountedGroup], of: ThemesOf, polarities: tuple[str, ...]) -> HeldAndNumbers:
    """Whole groups, by their sums."""
    held = Counter[str]()
    for group in groups:
        held[group.framework] += group.reports
    rows = ThemeSum.objects.filter(SUMS[polarities], kind=of.value, group__in=[group.key for group in groups])
    framework = "group__framework__code"
    numbers: dict[str, Counter[str]] = defaultdict(Counter)
    for theme, code, number in rows.order_by().values_list("theme", framework).annotate(number=Sum("reports")):
        numbers[theme][code or UNKNOWN_FRAMEWORK] += number
    return held, {group.framework: group.framework_name for group in groups}, numbers


def _of_reports(filters: AnalysisFilterSet, of: ThemesOf, polarities: tuple[str, ...]) -> HeldAndNumbers:
    """Each report, where sums are not whole."""
    reports = counted_reports(filters)
    facts = report_facts(reports)
    rows = ReportTheme.objects.filter(Q(polarity__in=polarities) if polarities else Q(), kind=of.value)
    rows = rows.filter(report__in=reports.values("pk")).order_by()
    numbers: dict[str, Counter[str]] = defaultdict(Counter)
    grouped = rows.values_list("theme", "report__inspection__framework__code").annotate(
        number=Count("report", distinct=True)
    )
    for theme, framework, number in grouped:
        numbers[theme][framework or UNKNOWN_FRAMEWORK] += number
    return Counter(fact.framework for fact in facts), {fact.framework: fact.framework_name for fact in facts}, numbers


def _query(filters: AnalysisFilterSet, theme: str, of: ThemesOf, polarities: tuple[str, ...], framework: str) -> str:
    """The query of the analysis of one theme that shows the number."""
    kept = [(name, value) for name in ("region", "year") for value in filters.chosen(name)]
    chosen = [framework] if framework and framework != UNKNOWN_FRAMEWORK else list(filters.chosen("framework"))
    here = [("theme", theme), ("of", of.value), *(("framework", code) for code in chosen)]
    return f"?{urlencode([*here, *(('polarity', polarity) for polarity in polarities), *kept])}"


def _chart(chosen: ThemeCounted, table: list[ThemeRow]) -> BarChart | None:
    return bar_chart(
        f"Themes by the share of reports with {chosen.label.lower()}",
        "A bar for each theme: on the left the reports that count, on the right the others.",
        (("step-4", chosen.label), ("none", "Other reports")),
        [
            BarCounts(row.name, f"{cell.number} of {cell.reports}", (cell.number, cell.reports - cell.number))
            for row in table
            if (cell := row.cells[0])
        ],
    )
