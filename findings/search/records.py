"""The records behind what search found: looked up by kind, in the order in which they were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from findings.models import SearchEntry
from findings.search.texts import MODELS, SearchedRecord
from inspections.lists.lookups import among
from inspections.models import without_reading
from inspections.vocabulary import RecordKind

RecordKey = tuple[RecordKind, int]
RELATED = {
    RecordKind.JUDGEMENT: ("domain", "grade", "inspection__authority", "inspection__framework"),
    RecordKind.RECOMMENDATION: ("domain", "parent", "section"),
    RecordKind.FINDING: ("domain", "section"),
    RecordKind.ACTION: ("section",),
}


def keys_of(ids: Iterable[int]) -> list[RecordKey]:
    """The kinds and keys of the records of entries, in the order of ``ids``; one query."""
    wanted = list(ids)
    entries = SearchEntry.objects.filter(among(wanted)).values_list("id", "kind", "record")
    found = {entry: (RecordKind(kind), key) for entry, kind, key in entries}
    return [found[entry] for entry in wanted if entry in found]


def grades_of(ids: Iterable[int]) -> Mapping[RecordKey, str]:
    """The grades under which the records of entries stand in their reports, by code; one query."""
    entries = SearchEntry.objects.filter(among(ids)).values_list("kind", "record", "grade")
    return {(RecordKind(kind), key): grade for kind, key, grade in entries}


def by_kind(keys: Iterable[RecordKey]) -> Mapping[RecordKind, list[int]]:
    """Keys of records by their kinds."""
    found: dict[RecordKind, list[int]] = defaultdict(list)
    for kind, key in keys:
        found[kind].append(key)
    return found


def with_authority(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with the authority of their report, and without the columns of their reading."""
    return without_reading(rows.select_related("report__authority"))


def records_at(
    keys: Iterable[RecordKey], prepare: Callable[[QuerySet[Any]], QuerySet[Any]] = with_authority
) -> list[tuple[RecordKind, SearchedRecord]]:
    """Records in the order of their keys, with what ``prepare`` adds; one query a kind."""
    wanted = list(keys)
    found: dict[RecordKey, SearchedRecord] = {}
    for kind, some in by_kind(wanted).items():
        rows = prepare(MODELS[kind]._default_manager.select_related(*RELATED[kind]))
        found |= {(kind, row.pk): row for row in rows.filter(pk__in=some)}
    return [(key[0], found[key]) for key in wanted if key in found]
