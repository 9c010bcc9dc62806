"""What must hold of alerts: searches are found by what they ask for, nobody's are kept, and no change is passed over.

Addresses are never told: what is wrong is named by its list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from django.db.models import Exists, Max, Model, OuterRef

from findings.alerts.list_queries import NotFollowable, query_of
from findings.alerts.models import ChangePosition, SavedSearch, SearchCriterion, SearchMatches, Subscription
from findings.alerts.subscribing import forget_unused
from findings.checks.invariants import Breach, Invariant
from findings.models import Correction, ReadingChange
from inspections.counted import counted
from inspections.models import Report, VisibilityChange
from inspections.write import knowledge_change

UNUSED, POSITION = "unused", "position"
LOOKED_AT: dict[str, type[Model]] = {
    "report": Report,
    "visibility": VisibilityChange,
    "reading": ReadingChange,
    "correction": Correction,
}
"""The tables of which ``ChangePosition`` remembers the last key, by its column."""


def wrong_alerts() -> Iterator[Breach]:
    """Searches that would not be found or are nobody's, and positions beyond what there is."""
    for search in SavedSearch.objects.order_by("pk").iterator():
        try:
            wanted = set(query_of(search).criteria())
        except NotFollowable as refusal:
            yield Breach(f"{search}: nobody is told anything of it any more. {refusal}")
            continue
        if search.fingerprint != fingerprint_of(search) or wanted != _criteria(search):
            yield Breach(f"{search}: it is not found by what it asks for.", f"search {search.pk}")
    yield from _nobodys()
    yield from _too_far()


def fingerprint_of(search: SavedSearch) -> str:
    """What tells the search from every other."""
    return hashlib.sha256(f"{search.dataset}?{search.query}".encode()).hexdigest()


def _criteria(search: SavedSearch) -> set[tuple[str, str]]:
    return set(search.criteria.values_list("name", "value"))


def _nobodys() -> Iterator[Breach]:
    followers = Subscription.objects.filter(search=OuterRef("pk"))
    for search in SavedSearch.objects.filter(~Exists(followers)).order_by("pk"):
        yield Breach(f"{search}: nobody follows it.", UNUSED)


def _too_far() -> Iterator[Breach]:
    position = ChangePosition.objects.first()
    if position is None:
        return
    for name, last in _last_keys().items():
        if getattr(position, name) > last:
            yield Breach(
                f"Alerts have looked at more of “{name}” than there is, so what comes is passed over.", POSITION
            )
    if number := Subscription.objects.filter(sent_batch__gt=position.batch).count():
        yield Breach(f"{counted(number, 'subscription')} sent more than was found, so news are passed over.", POSITION)
    if number := SearchMatches.objects.filter(batch__gt=position.batch).count():
        yield Breach(f"{counted(number, 'match', 'matches')} of a later time than was looked at.", POSITION)


def _last_keys() -> dict[str, int]:
    every = {name: model._default_manager.aggregate(last=Max("pk"))["last"] for name, model in LOOKED_AT.items()}
    return {name: last or 0 for name, last in every.items()}


def mend_alerts(subjects: Sequence[str]) -> None:
    """Write down anew what searches ask for, forget what is nobody's, and go back to what there is."""
    with knowledge_change():
        for subject in subjects:
            kind, _, key = subject.partition(" ")
            if kind == "search":
                _describe_again(SavedSearch.objects.get(pk=key))
        if POSITION in subjects:
            _go_back()
        if UNUSED in subjects:
            forget_unused()


def _describe_again(search: SavedSearch) -> None:
    wanted = set(query_of(search).criteria())
    fingerprint = fingerprint_of(search)
    if not SavedSearch.objects.filter(fingerprint=fingerprint).exclude(pk=search.pk).exists():
        SavedSearch.objects.filter(pk=search.pk).update(fingerprint=fingerprint)
    search.criteria.all().delete()
    SearchCriterion.objects.bulk_create(SearchCriterion(search=search, name=one, value=value) for one, value in wanted)


def _go_back() -> None:
    position = ChangePosition.objects.get()
    for name, last in _last_keys().items():
        setattr(position, name, min(getattr(position, name), last))
    batches = SearchMatches.objects.aggregate(last=Max("batch"))["last"] or 0
    position.batch = max(position.batch, batches)
    position.save()
    Subscription.objects.filter(sent_batch__gt=position.batch).update(sent_batch=position.batch)


ALERTS = Invariant("alerts", "Alerts find what they ask for and pass nothing over", wrong_alerts, mend_alerts)
