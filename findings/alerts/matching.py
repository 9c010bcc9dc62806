"""Finding the saved searches that changes concern, without running every one of them.

1. The rows of each followed list that the changes concern are counted by authority, region and year, and search also by
   theme: one query a list. These are the values that occur.
2. The inverted index (``SearchCriterion``) gives the candidates: the searches that ask for nothing of this, or for a
   value that occurs. A search for another authority is not run, and nothing is asked about it.
3. Each candidate is run once, within the rows concerned, and what it finds is kept for its digests.

Only criteria whose meaning does not depend on other filters are compared, so no search that would find something is
left out. The matrix of another day has other rows, so its searches are always run.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from findings.alerts.changed import Changed, changed_between, newest_position
from findings.alerts.list_queries import BY_NAME, NotFollowable, query_of
from findings.alerts.models import ChangePosition, SavedSearch, SearchCriterion, SearchMatches, Subscription
from findings.alerts.rows import REPORTS_AT_ONCE, found_among, rows_concerned
from findings.search.filters import SearchFilterSet
from inspections.lists.facet_counts import count_by
from inspections.lists.filters import ChoicesFilter

COMPARED = ("authority", "region", "year")
COMPARED_IN_SEARCH = (*COMPARED, "theme")
ALWAYS_RUN = frozenset({"matrix", "corrections"})
Occurring = Mapping[str, Set[str]]
"""By the name of a filter the values that occur in the rows concerned; filters that are not compared are left out."""


@dataclass(frozen=True, slots=True)
class MatchingResult:
    """What looking for matches did: the batch, and how many searches there are, were run, and found something.

    ``broken`` are searches whose filters no longer know a value; nobody is told anything of them.
    """

    batch: int
    searches: int = 0
    run: int = 0
    matched: int = 0
    broken: tuple[str, ...] = ()


def match() -> MatchingResult:
    """Look at what came or changed since the last time, and keep what saved searches find in it.

    The first time nothing is looked at, for nobody asked for what was there before. Another process that does the same
    at the same time comes to nothing.
    """
    before, is_new = ChangePosition.objects.get_or_create(pk=ChangePosition.ONLY)
    after = newest_position(before)
    changed = Changed() if is_new else changed_between(before, after)
    result, matches = find_matches(changed, after.batch)
    with transaction.atomic():
        columns = {field.attname: getattr(after, field.attname) for field in ChangePosition._meta.concrete_fields}
        del columns["id"]
        if ChangePosition.objects.filter(pk=before.pk, batch=before.batch).update(**columns):
            SearchMatches.objects.bulk_create(matches)
    return result


def find_matches(changed: Changed, batch: int) -> tuple[MatchingResult, list[SearchMatches]]:
    """What saved searches find in what changed; nothing is saved."""
    active = SavedSearch.objects.filter(Exists(Subscription.objects.active().filter(search=OuterRef("pk"))))
    number = active.count()
    if not changed or not number:
        return MatchingResult(batch, number), []
    run, matches, broken = 0, [], []
    for name in active.order_by("dataset").values_list("dataset", flat=True).distinct():
        for search in candidates(name, active.filter(dataset=name), changed):
            run += 1
            try:
                found, keys = found_among(name, query_of(search).found, changed)
            except NotFollowable as refusal:
                broken.append(f"{search}: {refusal}")
                continue
            if found:
                matches.append(SearchMatches(search=search, batch=batch, number=found, keys=keys))
    return MatchingResult(batch, number, run, len(matches), tuple(broken)), matches


def candidates(name: str, searches: QuerySet[SavedSearch], changed: Changed) -> QuerySet[SavedSearch]:
    """Of the searches of one list, those that may find something in what changed."""
    if name not in BY_NAME or name in ALWAYS_RUN:
        return searches
    for criterion, values in occurring(name, changed).items():
        asked = SearchCriterion.objects.filter(search=OuterRef("pk"), name=criterion)
        searches = searches.filter(~Exists(asked) | Exists(asked.filter(value__in=values)))
    return searches


def occurring(name: str, changed: Changed) -> Occurring:
    """The values that occur in the rows of a list that changes concern."""
    dataset = BY_NAME[name]
    filters = dataset.filterset(QueryDict())
    if isinstance(filters, SearchFilterSet):
        return _occurring_in_search(filters, changed)
    known = {one: filters.filters[one] for one in COMPARED if one in filters.filters}
    plain = {one: own for one, own in known.items() if isinstance(own, ChoicesFilter) and own.is_in_columns}
    counts = count_by(
        rows_concerned(name, dataset.queryset(), changed), {one: own.columns() for one, own in plain.items()}
    )
    return {one: frozenset(counts.by[one]) for one in plain}


def _occurring_in_search(filters: SearchFilterSet, changed: Changed) -> Occurring:
    """The same for search; nothing is compared where too many records are concerned to be counted."""
    reports = sorted(changed.reports | changed.reports_of_records)
    if not reports or len(reports) > REPORTS_AT_ONCE:
        return {} if reports else {one: frozenset[str]() for one in COMPARED_IN_SEARCH}
    filters.look_within(reports)
    if filters.has_more:
        return {}
    found: dict[str, Set[str]] = {}
    for one in COMPARED_IN_SEARCH:
        own = filters.filters[one]
        choices = filters.choices_of(one, own) if isinstance(own, ChoicesFilter) else ()
        found[one] = frozenset(choice.value for choice in choices if choice.count)
    return found
