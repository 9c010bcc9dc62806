"""The history of a record on its page, and what it said on the day that the address names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date

from findings.history.events import RecordEvent, events_of
from findings.history.past_values import PastRecord, RecordPast
from findings.history.words import ValueWords


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """What happened to a record, and of the day that was asked for what it said, or what is wrong with the day."""

    events: tuple[RecordEvent, ...]
    asked: str
    past: PastRecord | None
    problem: str


def history_of(record: Any, request: HttpRequest) -> RecordHistory:
    """The history of a record. ``?on=2026-11-26`` in the address asks for a day."""
    past, words, asked = RecordPast(record), ValueWords(), request.GET.get("on", "").strip()
    day, problem = _day(asked)
    return RecordHistory(events_of(past, words), asked, past.on(day, words) if day else None, problem)


def _day(asked: str) -> tuple[date | None, str]:
    if not asked:
        return None, ""
    try:
        day = parse_date(asked)
    except ValueError:
        day = None
    if day is None:
        return None, "There is no such day. Give it as 2026-11-26."
    if day > timezone.localdate():
        return None, "This day is still to come."
    return (day, "") if day.year > 1 else (None, "There is no such day. Give it as 2026-11-26.")
