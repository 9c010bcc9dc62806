"""Figures of the same kind over the reports of an authority, put together with care: rather no series than a false one.

Figures belong together if they have the same unit, the same words say what they count, and their sentences have most
words in common, which is so where reports repeat a form of words. Figures about others (England, neighbours, targets)
are left out. A series is drawn where at least ``FEWEST`` reports state one figure each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from findings.interpretation.figures.subjects import subject_of
from findings.interpretation.figures.units import words_with
from findings.models import Figure
from findings.reports.figure_statements import FigureStatement, figure_statement
from inspections.analysis.charts import FEWEST
from inspections.models import Authority

FEWEST_WORDS = 2
"""Fewer words than these do not say what is counted."""
ALIKE = 0.6
"""The share of the words of two sentences, without numbers and little words, that they must have in common."""
UNSEEN = ("finding__read", "finding__boxes", "finding__suggested", "finding__orig", "report__read")
WIDEST = 100.0
"""Per cent of the width of a picture."""


@dataclass(frozen=True, slots=True)
class SeriesBar:
    """A figure in the picture of its series: when it was stated, how much, and how wide it is in per cent."""

    label: str
    amount: str
    width: str


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """Figures of one kind, the oldest report first, and the bars of their picture; none where it is not drawn."""

    unit: str
    of: str
    figures: tuple[FigureStatement, ...]
    bars: tuple[SeriesBar, ...]

    @property
    def reports(self) -> int:
        """The number of reports that state one of the figures."""
        return len({one.figure.report_id for one in self.figures})


def series_of(authority: Authority) -> tuple[FigureSeries, ...]:
    """The series of an authority's public reports, those of the most reports first."""
    rows = Figure.objects.published().filter(report__authority=authority)
    kinds = rows.order_by().values("unit", "subject").annotate(reports=Count("report", distinct=True))
    repeated = rows.filter(subject__in=kinds.filter(reports__gt=1).values("subject"))
    by_kind: dict[tuple[str, str], list[FigureStatement]] = defaultdict(list)
    for row in repeated.select_related("report__authority", "finding__report__authority").defer(*UNSEEN):
        if _says_what_is_counted(row.subject):
            by_kind[row.unit, row.subject].append(figure_statement(row, row.finding.text))
    found = [_series(cluster) for rows in by_kind.values() for cluster in _clusters(rows)]
    lasting = [one for one in found if one.reports > 1]
    return tuple(sorted(lasting, key=lambda one: (-one.reports, one.unit, one.of)))


def _says_what_is_counted(subject: str) -> bool:
    words = subject.split()
    return len(words) >= FEWEST_WORDS and not words_about_others().intersection(words)


def words_about_others() -> frozenset[str]:
    """The stems of words that tell that a figure is not the authority's own."""
    return frozenset(subject_of(" ".join(words_with("other"))).split())


def _clusters(rows: Iterable[FigureStatement]) -> list[list[FigureStatement]]:
    """The figures in groups whose sentences are like that of the first of the group."""
    clusters: list[tuple[frozenset[str], list[FigureStatement]]] = []
    for one in sorted(rows, key=_order):
        words = frozenset(subject_of(one.before + one.after).split())
        alike = next((held for first, held in clusters if _are_alike(first, words)), None)
        if alike is None:
            clusters.append((words, [one]))
        else:
            alike.append(one)
    return [held for _, held in clusters]


def _order(one: FigureStatement) -> tuple[str, str, int, int]:
    report = one.figure.report
    return report.published or str(report.year or ""), report.slug, one.figure.finding.ordinal, one.figure.ordinal


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def _series(rows: list[FigureStatement]) -> FigureSeries:
    newest = rows[-1].figure
    return FigureSeries(newest.unit, newest.of, tuple(rows), _bars(rows))


def _bars(rows: list[FigureStatement]) -> tuple[SeriesBar, ...]:
    """The bars of the reports that state one figure each; none where these are too few."""
    stating = Counter(one.figure.report_id for one in rows)
    single = [one for one in rows if stating[one.figure.report_id] == 1]
    highest = max((one.figure.value for one in single), default=0)
    if len(single) < FEWEST or not highest:
        return ()
    return tuple(
        SeriesBar(
            one.figure.as_at or one.figure.report.published or str(one.figure.report.year or ""),
            one.amount,
            f"{WIDEST * float(one.figure.value / highest):.2f}%",
        )
        for one in single
    )
