"""What a digest says: the rows that were found since the last one, by report, each with its address.

Rows are loaded anew when the mail is made, under the filters and the rule of visibility: what was hidden or corrected
away since is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.template.defaultfilters import date as formatted
from django.utils import timezone
from django.utils.text import Truncator

from findings.alerts.list_queries import ListQuery, query_of
from findings.alerts.models import SavedSearch, SearchMatches
from findings.alerts.rows import KEPT, Key
from findings.labels import short_title
from findings.models import Correction, SearchEntry
from findings.search.filters import SearchFilterSet
from findings.search.records import RecordKey, records_at
from inspections.lists.lookups import among
from inspections.models import Inspection, Report, SourceFile, partial_dates
from inspections.vocabulary import RecordKind

MOST, MOST_OF_A_REPORT = 50, 8
"""The most rows that a mail names, in all and of one report."""
DAY = "j F Y"
LONGEST = 300
"""Characters of the text of a row."""


@dataclass(frozen=True, slots=True)
class DigestItem:
    """A row: its title, the beginning of its text, and its complete address."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class DigestGroup:
    """The rows of one report, or of no report, under a heading with its authority and date ("" if unknown).

    ``beyond`` is the number of its rows that are not named.
    """

    heading: str
    authority: str
    date: str
    address: str
    items: tuple[DigestItem, ...]
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new in a list that is followed, up to a batch of changes.

    ``beyond`` is the number of rows that no group tells of; ``number`` counts all of them.
    """

    title: str
    address: str
    batch: int
    number: int
    groups: tuple[DigestGroup, ...]
    beyond: int


def digest_of(search: SavedSearch, after: int, until: int) -> Digest | None:
    """What was found for a search in the batches after one, up to another; None if there is nothing to tell.

    Raises NotFollowable where a filter no longer knows its value.
    """
    batches = list(SearchMatches.objects.filter(search=search, batch__gt=after, batch__lte=until).order_by("-batch"))
    if not batches:
        return None
    keys: list[Key] = list(dict.fromkeys((kind, key) for one in batches for kind, key in one.keys))
    more = sum(one.number - len(one.keys) for one in batches)
    wanted = query_of(search)
    rows = _rows(wanted, keys[:KEPT])
    number = len(rows) + max(0, len(keys) - KEPT) + more
    if not rows:
        return None
    groups = _groups(wanted, rows)
    told = sum(len(group.items) + group.beyond for group in groups)
    site = settings.SITE_ADDRESS
    return Digest(wanted.title, f"{site}{wanted.address}", batches[0].batch, number, groups, number - told)


def _rows(wanted: ListQuery, keys: list[Key]) -> list[Any]:
    """The rows with those keys that are still public and still found, in that order."""
    dataset = wanted.dataset
    if isinstance(wanted.found, SearchFilterSet):
        entries = SearchEntry.objects.filter(among({key for _, key in keys}, "record"))
        public = set(entries.values_list("kind", "record"))
        records: list[RecordKey] = [(RecordKind(kind), key) for kind, key in keys if (kind, key) in public]
        return [row for _, row in records_at(records, dataset.prepare)]
    found: QuerySet[Any] = dataset.prepare(wanted.found.qs.filter(among(key for _, key in keys)))
    by_key = {row.pk: row for row in found}
    return [by_key[key] for _, key in keys if key in by_key]


def _groups(wanted: ListQuery, rows: Iterable[Any]) -> tuple[DigestGroup, ...]:
    by_report: dict[Any, list[Any]] = {}
    for row in rows:
        report = report_of(row)
        by_report.setdefault(report.pk if report else f"row {row.pk}", []).append(row)
    groups: list[DigestGroup] = []
    named = 0
    for together in by_report.values():
        if named >= MOST:
            break
        shown = together[: min(MOST_OF_A_REPORT, MOST - named)]
        named += len(shown)
        groups.append(_group(wanted, shown, len(together) - len(shown)))
    return tuple(groups)


def _group(wanted: ListQuery, rows: list[Any], beyond: int) -> DigestGroup:
    items = tuple(_item(wanted, row) for row in rows)
    report = report_of(rows[0])
    if report is not None:
        address = f"{settings.SITE_ADDRESS}{report.get_absolute_url()}"
        return DigestGroup(short_title(report), authority_of(report), date_of(report), address, items, beyond)
    return DigestGroup(items[0].title, authority_of(rows[0]), date_of(rows[0]), items[0].address, items, beyond)


def _item(wanted: ListQuery, row: Any) -> DigestItem:
    entry = wanted.dataset.feed.entry(row)
    text = Truncator(" ".join(entry.text.split())).chars(LONGEST, truncate="…")
    return DigestItem(" ".join(entry.title.split()), text, f"{settings.SITE_ADDRESS}{row.get_absolute_url()}")


def report_of(row: Any) -> Report | None:
    """The report in which a row stands, or that it is; None for rows about several reports or none."""
    if isinstance(row, Report):
        return row
    return getattr(row, "report", None) or getattr(row, "later", None)


def authority_of(row: Any) -> str:
    """The name of the authority of a report or row, marked where it is a sample; "" if it has none."""
    authority = getattr(row, "authority", None)
    if not authority:
        return ""
    return f"{authority.name} (sample)" if authority.is_sample else str(authority.name)


def date_of(row: Any) -> str:
    """The date of a report or row, and of what it is: "Published 27 November 2015"; "" if none is known."""
    match row:
        case Report(published=published) if published:
            return f"Published {partial_dates.display(published)}"
        case Report(inspection=Inspection() as inspection):
            return date_of(inspection)
        case Inspection():
            day = row.ended or row.started
            return f"Inspected {partial_dates.display(day)}" if day else ""
        case SourceFile():
            return f"Read {formatted(timezone.localtime(row.read_at), DAY)}"
        case Correction():
            return f"Corrected {formatted(timezone.localtime(row.made_at), DAY)}"
    return ""
