"""The columns of the share of one grade by region and year, and of scorecards."""

from __future__ import annotations

from django.urls import reverse

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on, place
from inspections.analysis.scorecard import ScoreNumber
from inspections.analysis.shares import ShareCell


def _page(row: ShareCell, site: str) -> str:
    return f"{site}{reverse('analysis-share')}{row.query}#behind"


def _grades(row: ScoreNumber, site: str) -> str | None:
    return f"{site}{reverse('analysis-grades')}{row.circle.query}" if row.circle.query else None


SHARE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("region_name", "Region, or “All together”", of("region_name"), required=True),
    ExportColumn(
        "year", "Calendar year, or which together: “All years”, “2022 to 2026”", of("year_name"), required=True
    ),
    ExportColumn(
        "judgements", "How many have the grade that is asked for", of("number"), Datatype.NUMBER, required=True
    ),
    ExportColumn("held", "Of how many grades that are held", of("total"), Datatype.NUMBER, required=True),
    ExportColumn(
        "share_percent", "Share in per cent; empty where fewer than five are held", of("share"), Datatype.NUMBER
    ),
    ExportColumn(
        "judgements_link", "Address of the page that lists these judgements", _page, Datatype.ADDRESS, required=True
    ),
    *held_up_to(),
    made_on(),
)

SCORECARD_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row.place),
    ExportColumn("on_day", "The day on which these were the latest judgements", of("day"), Datatype.PARTIAL_DATE),
    ExportColumn("domain", "Code of the domain of today", of("circle.domain"), required=True),
    ExportColumn("own_band", "Code of the band of the authority’s own grade", of("circle.own.code")),
    ExportColumn(
        "beside", "With whom it is compared: neighbours, region or England", of("circle.label"), required=True
    ),
    ExportColumn(
        "neighbours_source", "Who lists the neighbours; empty for a region and England", of("neighbours_from.source")
    ),
    ExportColumn(
        "neighbours_year",
        "Year of that list; where it is not recorded, the first in which it can be, with “or later”",
        of("neighbours_from.year_in_words"),
    ),
    ExportColumn("band", "Code of the band of grades that compare", of("count.band.code"), required=True),
    ExportColumn("judgements", "How many of them have it", of("count.number"), Datatype.NUMBER, required=True),
    ExportColumn("held", "Of how many judgements that are held", of("circle.total"), Datatype.NUMBER, required=True),
    ExportColumn(
        "share_percent", "Share in per cent; empty where fewer than five are held", of("count.share"), Datatype.NUMBER
    ),
    ExportColumn(
        "authorities", "How many authorities they are", of("circle.authorities"), Datatype.NUMBER, required=True
    ),
    ExportColumn("grades_link", "Address of the page that counts and lists them", _grades, Datatype.ADDRESS),
    *held_up_to(),
    made_on(),
)
