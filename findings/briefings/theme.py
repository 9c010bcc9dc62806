"""A briefing on a theme: what the newest reports criticise, praise and ask for in it, over all authorities or one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from findings.briefings.content import Briefing, BriefingSection, Notes
from findings.briefings.records import (
    MOST_QUOTED,
    QUOTED_OF_A_DOMAIN,
    findings,
    listed,
    recommendations,
    some_of_each_report,
)
from findings.interpretation.themes import Theme
from findings.models import RecordTheme
from inspections.counted import counted
from inspections.lists.grouping import BY_REPORT
from inspections.models import Authority
from inspections.vocabulary import Polarity, RecordKind

READ_FOR_QUOTES = 60
"""Rows of the newest reports among which quotes are chosen."""


@dataclass(frozen=True, slots=True)
class ThemePart:
    """A section of the briefing: the records that it quotes, and the list that holds all of them."""

    heading: str
    kind: RecordKind
    polarity: Polarity | None
    listed: str


PARTS = (
    ThemePart("What is criticised", RecordKind.FINDING, Polarity.WEAKNESS, "findings"),
    ThemePart("What is both praised and criticised", RecordKind.FINDING, Polarity.MIXED, "findings"),
    ThemePart("What is praised", RecordKind.FINDING, Polarity.STRENGTH, "findings"),
    ThemePart("What is asked for", RecordKind.RECOMMENDATION, None, "recommendations"),
)


def briefing_on_theme(theme: Theme, site: str, authority: Authority | None = None) -> Briefing:
    """The briefing on a theme."""
    notes = Notes(site)
    sections = tuple(_section(part, theme, authority, notes) for part in PARTS)
    of = f" in {authority.name}" if authority else ""
    name = "-".join(filter(None, ("briefing", theme.code, authority.slug if authority else "")))
    return notes.briefing(f"{theme.name}{of}: a briefing", name, sections)


def _section(part: ThemePart, theme: Theme, authority: Authority | None, notes: Notes) -> BriefingSection:
    rows: QuerySet[Any] = findings() if part.kind == RecordKind.FINDING else recommendations()
    about = RecordTheme.objects.filter(kind=part.kind, theme=theme.code)
    query = {"theme": theme.code}
    if part.polarity:
        about, query = about.filter(polarity=part.polarity), {**query, "polarity": str(part.polarity)}
    if authority:
        about, query = about.filter(report__authority=authority), {**query, "authority": authority.slug}
        rows = rows.filter(report__authority=authority)
    rows = rows.filter(pk__in=about.values("record"))
    newest = list(rows.order_by(*BY_REPORT.before("ordinal", "pk"))[:READ_FOR_QUOTES])
    shown = some_of_each_report(newest, QUOTED_OF_A_DOMAIN)[:MOST_QUOTED]
    lead = (
        f"{counted(rows.count(), 'record', 'records')} by suggested themes; quoted are the first two of each of the "
        "newest reports, twelve at most."
    )
    return BriefingSection(part.heading, lead, notes.quotes(shown), ("All of them", listed(part.listed, **query)))
