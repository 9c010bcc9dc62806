"""The editions of a report as pages show them: which is shown, which are kept beside it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.documents.editions import EditionFacts, chosen_of, rank, stored_editions
from inspections.models import Report, ReportSource
from inspections.vocabulary import SourceRole

NOT_MEASURED = "it was read by an older version of this program"


@dataclass(frozen=True, slots=True)
class ReportEdition:
    """One file from which a report was read. ``facts`` is None where nothing was measured of it.

    ``why`` says why it is not shown, or "" for the one that is; ``is_chosen`` that an administrator chose it.
    """

    link: ReportSource
    facts: EditionFacts | None
    why: str
    is_chosen: bool

    @property
    def is_shown(self) -> bool:
        """Whether the records of the report are those of this edition."""
        return self.link.role == SourceRole.CURRENT


def editions_of(report: Report) -> tuple[ReportEdition, ...]:
    """The editions of a report, the one that is shown first, then by name."""
    facts, chosen = stored_editions(report), chosen_of(report)
    ranking = rank((one for one in facts.values() if one), chosen)
    links = sorted(
        report.report_sources.select_related("source"),
        key=lambda link: (link.role != SourceRole.CURRENT, link.source.name, link.source.sha256),
    )
    shown = next((facts[link.pk] for link in links if link.role == SourceRole.CURRENT), None)

    def why(link: ReportSource) -> str:
        if link.role == SourceRole.CURRENT:
            return ""
        own = facts[link.pk]
        return ranking.why(own, shown) if own and shown else NOT_MEASURED

    return tuple(ReportEdition(link, facts[link.pk], why(link), link.source.sha256 == chosen) for link in links)
