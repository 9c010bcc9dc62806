"""Keeping figures up to date: those that a person decided for a finding, else those that the rules read in its text.

Only rows that change are written, in a fixed number of queries for each report. The words around a table of outcomes
state no quantities about an authority, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import F

from findings.interpretation.figures import figures_of
from findings.interpretation.figures.subjects import subject_of
from findings.interpretation.figures_decided import place_figures
from findings.models import Correction, Figure, Finding
from findings.models.changes import FIGURES
from findings.models.figures import AS_AT_LENGTH, OF_LENGTH, SUBJECT_LENGTH, UNIT_LENGTH
from inspections.report_kinds import NATIONAL
from inspections.vocabulary import CorrectionStatus

AT_ONCE = 500
"""Rows in one statement."""
COLUMNS = ("finding_id", "ordinal", "value", "unit", "of", "subject", "as_at", "start", "end", "by_person")


class _FigureRow(NamedTuple):
    """The columns of a figure."""

    finding_id: int
    ordinal: int
    value: Any
    unit: str
    of: str
    subject: str
    as_at: str
    start: int
    end: int
    by_person: bool


def update_figures(report: int) -> bool:
    """Bring the figures of a report's live findings up to date. Returns whether any changed."""
    wanted, stored = _compared(report)
    if stored.keys() == wanted:
        return False
    Figure.objects.filter(pk__in=[pk for row, pk in stored.items() if row not in wanted]).delete()
    new = (Figure(report_id=report, **row._asdict()) for row in sorted(wanted - stored.keys()))
    Figure.objects.bulk_create(new, batch_size=AT_ONCE)
    return True


def unlike_figures(report: int) -> int:
    """How many figures of a report are missing, wrong or too many. Nothing is written."""
    wanted, stored = _compared(report)
    return max(len(wanted - stored.keys()), len(stored.keys() - wanted))


def _compared(report: int) -> tuple[set[_FigureRow], dict[_FigureRow, int]]:
    decided = _decided(report)
    findings = Finding.objects.live().filter(report=report).exclude(report__kind__in=NATIONAL).order_by()
    wanted = {
        row
        for pk, anchor, text in findings.values_list("pk", "anchor", "text")
        for row in _rows(pk, text, decided.get(anchor))
    }
    rows = Figure.objects.filter(report=report).order_by().values_list("pk", *COLUMNS)
    return wanted, {_FigureRow(*values): pk for pk, *values in rows}


def _decided(report: int) -> dict[str, Any]:
    """What people decided, by the anchor of the finding."""
    active = Correction.objects.active().filter(report=report, kind=Finding.KIND, field=FIGURES)
    shown = active.exclude(status=CorrectionStatus.ORPHANED)
    return dict(shown.order_by(F("pk")).values_list("anchor", "value_set"))


def _rows(finding: int, text: str, decided: Any) -> Iterator[_FigureRow]:
    figures = figures_of(text) if decided is None else place_figures(decided, text)
    for ordinal, one in enumerate(figures, 1):
        yield _FigureRow(
            finding,
            ordinal,
            one.value,
            one.unit[:UNIT_LENGTH],
            one.of[:OF_LENGTH],
            subject_of(one.of)[:SUBJECT_LENGTH],
            one.as_at[:AS_AT_LENGTH],
            one.start,
            one.end,
            decided is not None,
        )
