"""The records behind what search found: looked up by kind, in the order in which they were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from findings.models import SearchEntry
from findings.search.texts import MODELS, Searched
from inspections.lists.lookups import among
from inspections.models import without_reading
from inspections.vocabulary import RecordKind

Key = tuple[RecordKind, int]
RELATED = {
    RecordKind.JUDGEMENT: ("domain", "grade", "inspection__authority", "inspection__framework"),
    RecordKind.RECOMMENDATION: ("domain", "parent", "section"),
    RecordKind.FINDING: ("domain", "section"),
    RecordKind.ACTION: ("section",),
}


def keys_of(places: Iterable[int]) -> list[Key]:
    """The kinds and keys of the records behind entries, in their order; one query."""
    wanted = list(places)
    entries = SearchEntry.objects.filter(among(wanted)).values_list("id", "kind", "record")
    found = {place: (RecordKind(kind), key) for place, kind, key in entries}
    return [found[place] for place in wanted if place in found]


def by_kind(keys: Iterable[Key]) -> Mapping[RecordKind, list[int]]:
    """Keys of records by their kinds."""
    found: dict[RecordKind, list[int]] = defaultdict(list)
    for kind, key in keys:
        found[kind].append(key)
    return found


def with_authority(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with what names their report, and without their reading."""
    return without_reading(rows.select_related("report__authority"))


def records_at(
    keys: Iterable[Key], prepare: Callable[[QuerySet[Any]], QuerySet[Any]] = with_authority
) -> list[tuple[RecordKind, Searched]]:
    """Records in the order of their keys, with what ``prepare`` adds; one query a kind."""
    wanted = list(keys)
    found: dict[Key, Searched] = {}
    for kind, some in by_kind(wanted).items():
        rows = prepare(MODELS[kind]._default_manager.select_related(*RELATED[kind]))
        found |= {(kind, row.pk): row for row in rows.filter(pk__in=some)}
    return [(key[0], found[key]) for key in wanted if key in found]
