"""What happened to a record, the newest first: readings, corrections, withdrawals, confirmations.

Names of people are left out: pages for everybody tell what was done, when and why. Only the editors' admin tells by
whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from findings.history.past_values import RecordPast
from findings.history.words import ValueWords
from findings.labels import field_label
from findings.models import RecordConfirmation
from inspections.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A field that an event changed, in words; "" for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """One thing that happened. ``why`` is the reason that a person gave, ``by`` the versions and file of a reading."""

    at: datetime
    what: str
    why: str = ""
    by: str = ""
    values: tuple[ChangedValue, ...] = ()


def events_of(past: RecordPast, words: ValueWords) -> tuple[RecordEvent, ...]:
    """What happened to a record, the newest first."""
    found = [*_readings(past, words), *_corrections(past, words), *_confirmations(past)]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _readings(past: RecordPast, words: ValueWords) -> Iterator[RecordEvent]:
    kind = past.record.KIND
    after: dict[str, Any] = dict(past.record.read)
    for change in past.changes:
        values = tuple(
            ChangedValue(field_label(name), words.of(kind, name, value), words.of(kind, name, after.get(name)))
            for name, value in change.before.items()
        )
        after |= change.before
        by = f"by {change.profile} and {change.reader} from {change.source.name}"
        yield RecordEvent(change.at, change.get_change_display(), by=by, values=values)
    if getattr(past.record, "origin", "") != Origin.HAND:
        yield RecordEvent(past.report.loaded_at, "The report was first read")


def _corrections(past: RecordPast, words: ValueWords) -> Iterator[RecordEvent]:
    for one in past.corrections:
        label = field_label(one.field)
        read, value = (words.of(one.kind, one.field, value) for value in (one.value_read, one.value_set))
        yield RecordEvent(one.made_at, "Corrected", one.reason, values=(ChangedValue(label, read, value),))
        if one.withdrawn_at:
            changed = (ChangedValue(label, value, read),)
            yield RecordEvent(one.withdrawn_at, "Correction withdrawn", one.withdrawn_reason, values=changed)


def _confirmations(past: RecordPast) -> Iterator[RecordEvent]:
    rows = RecordConfirmation.objects.filter(report=past.report, kind=past.record.KIND, anchor=past.anchor)
    for one in rows:
        yield RecordEvent(one.made_at, "Confirmed by a person", one.reason)
        if one.withdrawn_at:
            yield RecordEvent(one.withdrawn_at, "Confirmation withdrawn", one.withdrawn_reason)
