"""The columns of themes: one theme by year, framework or region, and all themes across frameworks."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from findings.analysis.theme_table import ThemeCell
from findings.analysis.themes import ThemeGroup
from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on
from inspections.vocabulary import Polarity

SUGGESTED = "as rules suggest it or people decided it"


def _raising(place: int) -> Callable[[ThemeGroup, str], int | None]:
    """A number of reports; None where no such number is counted."""
    return lambda row, site: row.raising[place].number if place < len(row.raising) else None


def _records(polarity: Polarity) -> Callable[[ThemeGroup, str], int | None]:
    """The number of findings of a polarity; None where recommendations are counted."""
    name = f"Findings: {polarity.label.lower()}"
    return lambda row, site: next((one.number for one in row.records if one.name == name), None)


def _recommendations(row: ThemeGroup, site: str) -> int | None:
    return row.records[0].number if len(row.raising) == 1 else None


def _of_findings(place: int) -> Callable[[ThemeGroup, str], int | None]:
    number = _raising(place)
    return lambda row, site: number(row, site) if len(row.raising) > 1 else None


def _recommending(row: ThemeGroup, site: str) -> int | None:
    return row.raising[0].number if len(row.raising) == 1 else None


def _page(row: ThemeCell, site: str) -> str:
    return f"{site}{reverse('analysis-themes')}{row.query}#behind"


THEME_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("group", "Year of the report, framework or region; empty for all together", of("value")),
    ExportColumn("group_name", "The same in words", of("label"), required=True),
    ExportColumn("reports", "How many reports of inspectorates", of("reports"), Datatype.NUMBER, required=True),
    ExportColumn(
        "reports_criticising",
        f"How many have a finding on the theme that is a weakness or mixed, {SUGGESTED}",
        _of_findings(0),
        Datatype.NUMBER,
    ),
    ExportColumn(
        "reports_praising",
        f"How many have one that is a strength or mixed, {SUGGESTED}",
        _of_findings(1),
        Datatype.NUMBER,
    ),
    *(
        ExportColumn(
            f"findings_{polarity.value}", f"Findings on the theme: {polarity.label.lower()}", _records(polarity),
            Datatype.NUMBER,
        )
        for polarity in (Polarity.WEAKNESS, Polarity.MIXED, Polarity.STRENGTH, Polarity.NEUTRAL)
    ),
    ExportColumn("reports_recommending", "How many have a recommendation on it", _recommending, Datatype.NUMBER),
    ExportColumn("recommendations", "Recommendations on it, items included", _recommendations, Datatype.NUMBER),
    *held_up_to(),
    made_on(),
)  # fmt: skip

THEME_TABLE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("theme", "Code of the theme", of("theme"), required=True),
    ExportColumn("theme_name", "Name of the theme", of("theme_name"), required=True),
    ExportColumn("framework", "Code of the framework; empty for all together", of("framework")),
    ExportColumn("framework_name", "Name of the framework", of("framework_name"), required=True),
    ExportColumn(
        "reports_counting", f"How many of its reports count for the theme, {SUGGESTED}", of("number"),
        Datatype.NUMBER, required=True,
    ),
    ExportColumn("reports", "Of how many reports that are held", of("reports"), Datatype.NUMBER, required=True),
    ExportColumn("share_percent", "Share in per cent; empty for fewer than five reports", of("share"), Datatype.NUMBER),
    ExportColumn("records_link", "Address of the page with the records", _page, Datatype.ADDRESS, required=True),
    *held_up_to(),
    made_on(),
)  # fmt: skip
