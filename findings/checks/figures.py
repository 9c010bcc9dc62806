"""Figures: each live finding has those that a person decided, else those that the rules read, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.interpretation.figures_update import unlike_figures
from findings.search.entries import index_report
from inspections.models import Report


def wrong_figures() -> Iterator[Breach]:
    """Reports whose figures are not those of their findings."""
    for report in Report.objects.select_related("authority").order_by("pk").iterator():
        if number := unlike_figures(report.pk):
            what = "figure is" if number == 1 else "figures are"
            yield Breach(f"{report.get_absolute_url()}: {number} {what} missing, wrong or too many.", str(report.pk))


def read_again(subjects: Sequence[str]) -> None:
    """Bring the figures of reports up to date."""
    for pk in keys(subjects):
        index_report(pk)


FIGURES = Invariant("figures", "Figures equal what people decided and rules read", wrong_figures, read_again)
