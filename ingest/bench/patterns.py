"""The kinds of report that are generated, in the proportions of real reports."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of report: first and last year, and the least and most findings, recommendations and actions."""

    kind: ReportKind
    framework: str
    years: tuple[int, int]
    findings: tuple[int, int]
    recommendations: tuple[int, int]
    actions: tuple[int, int] = (0, 0)
    judges: bool = False


PATTERNS = (
    Pattern(ReportKind.JAR, "jar", (2006, 2008), (110, 170), (15, 25), judges=True),
    Pattern(ReportKind.LAC, "lac", (2013, 2013), (80, 120), (8, 14), judges=True),
    Pattern(ReportKind.SIF, "sif", (2014, 2017), (180, 280), (10, 22), judges=True),
    Pattern(ReportKind.CABINET_REPORT, "", (2014, 2018), (60, 100), (1, 6)),
    Pattern(ReportKind.IMPROVEMENT_PLAN, "", (2015, 2020), (20, 40), (5, 10), (30, 70)),
    Pattern(ReportKind.ILACS, "ilacs", (2018, 2021), (130, 200), (4, 9), judges=True),
    Pattern(ReportKind.FOCUSED_VISIT, "focused-visit", (2019, 2022), (60, 120), (2, 5)),
    Pattern(ReportKind.JTAI, "jtai", (2017, 2023), (100, 160), (4, 9)),
    Pattern(ReportKind.SEND, "send", (2023, 2025), (90, 150), (3, 7)),
    Pattern(ReportKind.ILACS, "ilacs", (2022, 2026), (130, 200), (4, 9), judges=True),
    Pattern(ReportKind.FOCUSED_VISIT, "focused-visit", (2023, 2026), (60, 120), (2, 5)),
)
