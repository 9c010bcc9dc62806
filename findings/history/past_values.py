"""What a record said on any day: what had been read by then, with the corrections that were active then.

Nothing is stored for each day. What is read now is taken back through the log of readings
(``findings.models.ReadingChange``) to the end of that day, and the corrections that were made by then and not yet
withdrawn are applied. The log began with the version of this program that keeps it: what was read before is not known
for certain, and the answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from findings.corrections.identity import WORDS
from findings.corrections.values import is_suppressed, values_set
from findings.history.words import ValueWords
from findings.labels import field_label
from findings.models import Correction, ReadingChange
from inspections.models import Report
from inspections.vocabulary import CorrectionStatus, Origin, ReadingChangeKind

LOG_BEGAN_WITH = ("findings", "0015_confirmations_assignments_and_reading_changes")
GONE = ReadingChangeKind.RETIRED.value
FOR_EVER = datetime.max.replace(tzinfo=UTC)
CORRECTED_AWAY = {"grade": "absence", "absence": "grade"}
"""Setting one of these takes the other away."""


@dataclass(frozen=True, slots=True)
class PastValue:
    """One field on a day, in words; ``is_corrected`` tells that a correction set it."""

    label: str
    words: str
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class PastRecord:
    """What a record said on a day. ``is_held`` tells whether the knowledge base had it then.

    ``is_certain`` is False where the log of readings does not reach back so far.
    """

    day: date
    is_held: bool
    is_certain: bool
    values: tuple[PastValue, ...]


def log_began() -> datetime | None:
    """When the log of readings began in this database; None where that is not known."""
    applied = MigrationRecorder(connection).applied_migrations().get(LOG_BEGAN_WITH)
    return applied.applied if applied else None


class RecordPast:
    """What is known of the past of a record; a fixed number of queries for any number of days."""

    def __init__(self, record: Any) -> None:
        self.record = record
        self.report: Report = record if isinstance(record, Report) else record.report
        self.anchor = "" if isinstance(record, Report) else record.anchor

    @cached_property
    def changes(self) -> list[ReadingChange]:
        """What later readings changed, the newest first."""
        rows = ReadingChange.objects.filter(report=self.report, kind=self.record.KIND, anchor=self.anchor)
        return list(rows.select_related("source").order_by("-at", "-pk"))

    @cached_property
    def corrections(self) -> list[Correction]:
        """All corrections of the record, withdrawn ones included, the oldest first."""
        rows = Correction.objects.filter(report=self.report, kind=self.record.KIND, anchor=self.anchor)
        return list(rows.order_by("made_at", "pk"))

    @cached_property
    def log_began(self) -> datetime | None:
        """When the log of readings began."""
        return log_began()

    def read_at(self, moment: datetime) -> dict[str, Any] | None:
        """What had been read by a moment; None if the record was not in the reading."""
        values: dict[str, Any] = dict(self.record.read)
        gone = [at for at in (self.record.retired_at, self.report.retired_at) if at]
        is_there = not gone if self.changes else all(at > moment for at in gone)
        for change in self.changes:
            if change.at <= moment:
                break
            values |= change.before
            is_there = change.change in (ReadingChangeKind.CHANGED, ReadingChangeKind.RETIRED)
        return values if is_there and self.report.loaded_at <= moment else None

    def on(self, day: date, words: ValueWords | None = None) -> PastRecord:
        """What the record said at the end of a day."""
        moment = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        read = self.read_at(moment)
        began = self.log_began
        is_logged = began is not None and (began <= moment or self.report.loaded_at >= began)
        # When a record was added by hand is not kept with it.
        is_certain = is_logged and getattr(self.record, "origin", "") != Origin.HAND
        if read is None:
            return PastRecord(day, is_held=False, is_certain=is_certain, values=())
        active = [one for one in self.corrections if one.made_at <= moment < self._end_of(one)]
        if is_suppressed(active):
            return PastRecord(day, is_held=False, is_certain=is_certain, values=())
        return PastRecord(day, is_held=True, is_certain=is_certain, values=self._values(read, active, words))

    def _end_of(self, correction: Correction) -> datetime:
        """Until when a correction was shown. An orphaned one was, until the words that it was about went."""
        if correction.status == CorrectionStatus.ORPHANED:
            words = WORDS.get(correction.kind)
            went = (one.at for one in reversed(self.changes) if words in one.before or one.change == GONE)
            return next((at for at in went if at >= correction.made_at), correction.made_at)
        return correction.withdrawn_at or FOR_EVER

    def _values(
        self, read: dict[str, Any], active: Iterable[Correction], words: ValueWords | None
    ) -> tuple[PastValue, ...]:
        words = words or ValueWords()
        set_by_people = values_set(active)
        away = {CORRECTED_AWAY[name]: "" for name, value in set_by_people.items() if name in CORRECTED_AWAY and value}
        effective = {**read, **away, **set_by_people}
        kind = self.record.KIND
        return tuple(
            PastValue(field_label(name), words.of(kind, name, effective[name]), name in set_by_people)
            for name in self.record.CORRECTABLE
            if effective.get(name) not in (None, "")
        )
