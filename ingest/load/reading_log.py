"""The log of what a later reading changes in the records of a report (``findings.models.ReadingChange``).

It is kept while the report is loaded and written with it. The first reading of a report has no log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from findings.models import ReadingChange
from inspections.models import Report
from inspections.vocabulary import ReadingChangeKind


class ReadingLog:
    """What this reading changes in what was read of the records of a report, before it is written."""

    def __init__(self, report: Report, now: datetime) -> None:
        self._report = report
        self._now = now
        self._is_first = report.pk is None
        self._changes: list[ReadingChange] = []

    def read_again(self, row: Any, read: Mapping[str, Any]) -> None:
        """Note a stored row that the reading has, before its columns are set. ``read`` is what it reads of it.

        A field that earlier versions of this program did not read is none that is read differently.
        """
        before = {name: value for name, value in row.read.items() if value != read.get(name)}
        if row.retired_at is not None and not getattr(row, "is_suppressed", False):
            self._note(row, ReadingChangeKind.RESTORED, before)
        elif before:
            self._note(row, ReadingChangeKind.CHANGED, before)

    def added(self, rows: Iterable[Any]) -> None:
        """Note rows that are new in the reading."""
        for row in rows:
            self._note(row, ReadingChangeKind.ADDED)

    def retired(self, rows: Iterable[Any]) -> None:
        """Note rows that the reading no longer has."""
        for row in rows:
            self._note(row, ReadingChangeKind.RETIRED)

    def write(self) -> None:
        """Write the log; the report is saved by now."""
        for change in self._changes:
            change.source_id = self._report.source_id
            change.reader = self._report.source.reader
            change.profile = self._report.profile
        ReadingChange.objects.bulk_create(self._changes)
        self._changes = []

    def _note(self, row: Any, change: ReadingChangeKind, before: Mapping[str, Any] | None = None) -> None:
        if self._is_first:
            return
        anchor = "" if isinstance(row, Report) else row.anchor
        self._changes.append(
            ReadingChange(
                report=self._report,
                kind=row.KIND,
                anchor=anchor,
                change=change.value,
                before=dict(before or {}),
                at=self._now,
            )
        )
