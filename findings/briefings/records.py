"""The records that briefings quote, with what their citations need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from findings.models import Finding, Recommendation
from inspections.counted import counted
from inspections.models import Report, without_reading
from inspections.vocabulary import FindingKind

CITED = ("report__authority", "report__inspection__framework", "report__inspection__authority", "section")
QUOTED_OF_A_DOMAIN = 2
MOST_QUOTED = 12


def findings() -> QuerySet[Finding]:
    """Published findings, context left out, as they are quoted."""
    rows = Finding.objects.published().exclude(kind=FindingKind.CONTEXT)
    return without_reading(rows.select_related(*CITED, "domain"))


def recommendations() -> QuerySet[Recommendation]:
    """Published recommendations that are no items of others, as they are quoted."""
    return without_reading(Recommendation.objects.published().top_level().select_related(*CITED))


def some_of_each_domain(rows: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first findings of each domain in reading order: two of each, and twelve at most."""
    taken: Counter[int | None] = Counter()
    chosen: list[Finding] = []
    for row in rows:
        if taken[row.domain_id] < QUOTED_OF_A_DOMAIN and len(chosen) < MOST_QUOTED:
            taken[row.domain_id] += 1
            chosen.append(row)
    return tuple(chosen)


def some_of_each_report(rows: Iterable[Any], each: int) -> tuple[Any, ...]:
    """The first rows of each report, of rows that are ordered by report."""
    return tuple(row for _, group in groupby(rows, lambda row: row.report_id) for row in list(group)[:each])


def listed(name: str, **query: str) -> str:
    """The address of a list, with filters."""
    return f"{reverse(name)}?{urlencode(query)}"


def chosen_words(shown: Sequence[Any], total: int) -> str:
    """How many are quoted of how many."""
    are = "is" if len(shown) == 1 else "are"
    return f"{counted(total, 'paragraph')}, of which {len(shown)} {are} quoted,"


def own_reports() -> QuerySet[Report]:
    """Published reports of inspections themselves, with what citations need."""
    related = ("authority", "inspection__framework", "inspection__authority")
    return Report.objects.published().filter(is_own=True).select_related(*related)
