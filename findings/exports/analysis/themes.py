"""The columns of themes: one theme by year, framework or region, and all themes across frameworks."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from findings.analysis.theme_table import ThemeCell
from findings.analysis.themes import (
    CRITICISING,
    PRAISING,
    RECOMMENDED,
    RECOMMENDING,
    ThemeGroup,
    findings_that_are,
)
from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on
from inspections.vocabulary import Polarity

SUGGESTED = "as rules suggest it or people decided it"


def _number(name: str) -> Callable[[ThemeGroup, str], int | None]:
    """The number of this name; None where it is not counted."""
    return lambda row, site: next((one.number for one in (*row.raising, *row.records) if one.name == name), None)


def _page(row: ThemeCell, site: str) -> str:
    return f"{site}{reverse('analysis-themes')}{row.query}#behind"


THEME_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("group", "Year of the report, framework or region; empty for all together", of("value")),
    ExportColumn("group_name", "The same in words", of("label"), required=True),
    ExportColumn("reports", "How many reports of inspectorates", of("reports"), Datatype.NUMBER, required=True),
    ExportColumn(
        "reports_criticising",
        f"How many have a finding on the theme that is a weakness or mixed, {SUGGESTED}",
        _number(CRITICISING),
        Datatype.NUMBER,
    ),
    ExportColumn(
        "reports_praising",
        f"How many have one that is a strength or mixed, {SUGGESTED}",
        _number(PRAISING),
        Datatype.NUMBER,
    ),
    *(
        ExportColumn(
            f"findings_{polarity.value}", f"Findings on the theme: {polarity.label.lower()}",
            _number(findings_that_are(polarity)), Datatype.NUMBER,
        )
        for polarity in (Polarity.WEAKNESS, Polarity.MIXED, Polarity.STRENGTH, Polarity.NEUTRAL)
    ),
    ExportColumn(
        "reports_recommending", "How many have a recommendation on it", _number(RECOMMENDING), Datatype.NUMBER
    ),
    ExportColumn("recommendations", "Recommendations on it, items included", _number(RECOMMENDED), Datatype.NUMBER),
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
