"""A briefing of chosen records: quotes in the order in which they were chosen, each with its note.

Records are named in the address as ``authority/report/anchor``; a permanent address of this site is taken as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from findings.briefings.content import Briefing, BriefingSection, Notes
from findings.briefings.records import CITED
from findings.labels import label_of
from findings.models import Action, Finding, Recommendation
from inspections.counted import counted
from inspections.models import Report

MOST = 60
"""Records in one briefing."""
QUOTED: tuple[type[Any], ...] = (Finding, Recommendation, Action)
PLACE = "reports/"


@dataclass(frozen=True, slots=True)
class ChosenRecord:
    """A record that was asked for: its name in the address, and the record, None if there is none."""

    name: str
    record: Any | None

    @property
    def label(self) -> str:
        """What it is called, with its authority."""
        if self.record is None:
            return self.name
        authority = self.record.report.authority
        return f"{authority.name}: {label_of(self.record)}" if authority else label_of(self.record)


def chosen_records(asked: Sequence[str]) -> tuple[ChosenRecord, ...]:
    """The records that an address asks for, each once, ``MOST`` at most."""
    names = asked_names(asked)[:MOST]
    parts = {name: name.split("/", 2) for name in names if name.count("/") > 1}
    slugs = {slug for _, slug, _ in parts.values()}
    reports = Report.objects.published().filter(slug__in=slugs).select_related("authority")
    by_place = {(report.authority_slug, report.slug): report.pk for report in reports}
    wanted = {name: (by_place.get((part[0], part[1])), part[2]) for name, part in parts.items()}
    anchors = {anchor for _, anchor in wanted.values()}
    found: dict[tuple[int, str], Any] = {}
    for model in QUOTED:
        rows = model.objects.published().filter(report__in=by_place.values(), anchor__in=anchors).select_related(*CITED)
        found |= {(row.report_id, row.anchor): row for row in rows}
    return tuple(ChosenRecord(name, found.get(wanted[name]) if name in wanted else None) for name in names)  # type: ignore[arg-type]


def asked_names(asked: Sequence[str]) -> list[str]:
    """The names of all records that an address asks for, each once."""
    return list(dict.fromkeys(filter(None, map(name_in, asked))))


def briefing_of_chosen(chosen: Sequence[ChosenRecord], site: str) -> Briefing:
    """The briefing of those that there are."""
    notes = Notes(site)
    records = [one.record for one in chosen if one.record is not None]
    lead = f"{counted(len(records), 'record', 'records')}, in the order in which they were chosen."
    section = BriefingSection("Quotes", lead, notes.quotes(records))
    return notes.briefing("Chosen records: a briefing", "briefing-chosen", (section,))


def name_in(asked: str) -> str:
    """The name of a record in what was asked for: a name, or a permanent address of this site."""
    place = unquote(urlsplit(asked.strip()).path).strip("/")
    return place.removeprefix(PLACE)
