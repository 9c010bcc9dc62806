"""All analyses, in the order of their index."""

from __future__ import annotations

from findings.analysis.changes import ChangesFilterSet, changes, describe_changes
from findings.analysis.filtersets import ThemeFilterSet, ThemeTableFilterSet
from findings.analysis.records import records_of
from findings.analysis.theme_table import theme_table
from findings.analysis.themes import theme_in_reports
from findings.exports.analysis.changes import CHANGE_COLUMNS
from findings.exports.analysis.grades import GRADE_COLUMNS
from findings.exports.analysis.inspections import (
    INSPECTOR_COLUMNS,
    PUBLICATION_COLUMNS,
    VISIT_COLUMNS,
    WAITING_COLUMNS,
)
from findings.exports.analysis.movement import MOVEMENT_COLUMNS
from findings.exports.analysis.shares import SCORECARD_COLUMNS, SHARE_COLUMNS
from findings.exports.analysis.themes import THEME_COLUMNS, THEME_TABLE_COLUMNS
from findings.exports.matters import MATTER_COLUMNS
from findings.filtersets.matters import MatterFilterSet
from findings.follow_up.matters import matters, with_recommendations
from findings.views.analysis.analysis import Analysis
from inspections.analysis import filtersets
from inspections.analysis.grades import grades
from inspections.analysis.inspectors import inspectors
from inspections.analysis.listing import cells_of, entries_of, movements_with_entries
from inspections.analysis.movement import movements
from inspections.analysis.publication import publication_times
from inspections.analysis.scorecard import scorecard
from inspections.analysis.shares import shares
from inspections.analysis.visits import visits
from inspections.analysis.waiting import waiting_times

ANALYSES: tuple[Analysis, ...] = (
    Analysis(
        "grades",
        "Grades on a day",
        "The latest judgement of each authority in a domain, counted by grade, as it stood on any day.",
        filtersets.GradesFilterSet,
        grades,
        GRADE_COLUMNS,
        "components/analysis/judgement_row.html",
        entries_of,
        (
            ("Overall grades at 31 March 2025, by region", "?on=2025-03-31"),
            ("Leadership at 31 March of each year", "?on=2026-03-31&domain=leadership&by=day"),
            ("Every domain, up to the last day held", "?by=domain"),
        ),
    ),
    Analysis(
        "share",
        "One grade by region and year",
        "How many of the grades of a year are the one asked for, in each region.",
        filtersets.ShareFilterSet,
        shares,
        SHARE_COLUMNS,
        "components/analysis/judgement_row.html",
        entries_of,
        (
            ("Outstanding leadership since 2022, by region and year", "?since=2022"),
            (
                "Inadequate overall, at the end of each year",
                "?grade=inadequate&domain=overall-effectiveness&counted=state",
            ),
        ),
    ),
    Analysis(
        "movement",
        "Movement between inspections",
        "From which grade to which authorities went, from one graded inspection to the next or to a later one.",
        filtersets.MovementFilterSet,
        movements,
        MOVEMENT_COLUMNS,
        "components/analysis/movement_row.html",
        movements_with_entries,
        examples=(
            (
                "From inadequate to good or better within four years, and what changed",
                "?was=inadequate&now=good&now=outstanding&reach=later&within=4",
            ),
            ("From one leadership grade to the next", "?domain=leadership"),
        ),
        files_hold="the list",
    ),
    Analysis(
        "scorecard",
        "An authority beside others",
        "The latest grade of an authority in each domain beside its statistical neighbours, its region and England.",
        filtersets.ScorecardFilterSet,
        scorecard,
        SCORECARD_COLUMNS,
        "components/analysis/neighbour_row.html",
        cells_of,
        (("Beside its neighbours on help and protection", "?domain=help-and-protection"),),
    ),
    Analysis(
        "waiting",
        "Days since the last graded inspection",
        "How long ago the last graded inspection of each authority was, as at any day.",
        filtersets.WaitingFilterSet,
        waiting_times,
        WAITING_COLUMNS,
        "components/analysis/waiting_row.html",
        examples=(("No graded inspection for three years", "?longer=3"),),
        files_hold="the list",
    ),
    Analysis(
        "publication",
        "Days from inspection to publication",
        "How long after the last day of an inspection its report was published.",
        filtersets.PublicationFilterSet,
        publication_times,
        PUBLICATION_COLUMNS,
        "components/analysis/published_row.html",
        examples=(("ILACS, by year", "?framework=ilacs"), ("By framework", "?by=framework")),
        files_hold="the list",
    ),
    Analysis(
        "themes",
        "A theme in reports",
        "In how many reports of inspectorates a theme is criticised, praised or recommended.",
        ThemeFilterSet,
        theme_in_reports,
        THEME_COLUMNS,
        "components/analysis/record_row.html",
        records_of,
        (
            ("Caseloads criticised, by year, per report", "?theme=caseloads&polarity=weakness&polarity=mixed"),
            ("Supervision by framework", "?theme=supervision&by=framework"),
        ),
    ),
    Analysis(
        "theme-table",
        "Themes across frameworks",
        "Every theme with the share of reports of each framework that criticise, praise or recommend it.",
        ThemeTableFilterSet,
        theme_table,
        THEME_TABLE_COLUMNS,
        "",
        examples=(
            ("What is criticised most", "?counted=weakness"),
            ("What is recommended most", "?counted=recommended"),
            ("What is praised most", "?counted=strength"),
        ),
    ),
    Analysis(
        "visits",
        "What visits look at",
        "What focused visits and monitoring visits looked at, by the overall grade that was known at the time.",
        filtersets.VisitFilterSet,
        visits,
        VISIT_COLUMNS,
        "components/analysis/visit_row.html",
        examples=(
            ("Focused visits", "?kind=focused-visit"),
            ("Visits where services were inadequate", "?grade=inadequate"),
        ),
        files_hold="the list",
    ),
    Analysis(
        "inspectors",
        "Inspections by lead inspector",
        "Which inspections somebody led, where a report or a table of outcomes names the lead inspector.",
        filtersets.InspectorFilterSet,
        inspectors,
        INSPECTOR_COLUMNS,
        "components/analysis/led_row.html",
        examples=(("Inspections under the framework of today", "?framework=ilacs"),),
        files_hold="the list",
    ),
    Analysis(
        "matters",
        "Matters asked most, and asked again",
        "What recommendations ask for most, across authorities, and what several reports of one authority ask again.",
        MatterFilterSet,
        matters,
        MATTER_COLUMNS,
        "components/analysis/asked_row.html",
        with_recommendations,
        examples=(("Supervision, and who was asked for it", "?matter=supervision"),),
        key="matter",
    ),
    Analysis(
        "changes",
        "What changed since a day",
        "Which reports came, which readings changed records, and what people corrected, in this knowledge base.",
        ChangesFilterSet,
        changes,
        CHANGE_COLUMNS,
        "components/analysis/change_row.html",
        describe_changes,
        (("Corrections of the last 90 days", "?kind=correction"),),
        files_hold="the list",
    ),
)
