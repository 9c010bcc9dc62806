"""The paragraphs and recommendations behind a number of a theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from findings.labels import label_of
from findings.models import Finding, Recommendation, RecordTheme
from inspections.models import without_reading
from inspections.vocabulary import RecordKind

MODELS: dict[str, Any] = {RecordKind.FINDING: Finding, RecordKind.RECOMMENDATION: Recommendation}
RecordKey = tuple[str, int]
"""Kind and key of a record."""


class DrillDownRecords(Sequence[RecordKey]):
    """The records of a theme in some reports, of some polarities or of all, as kind and key.

    ``numbers`` are the keys of the reports in order, each with its number of such records, so that a page of them is
    found by looking at its own reports alone.
    """

    def __init__(self, theme: str, kind: str, polarities: Sequence[str], numbers: Sequence[tuple[int, int]]) -> None:
        self.theme, self.kind, self.polarities = theme, kind, tuple(polarities)
        self.numbers = [(report, number) for report, number in numbers if number]
        self.total = sum(number for _, number in self.numbers)

    def __len__(self) -> int:
        return self.total

    @overload
    def __getitem__(self, place: int) -> RecordKey: ...

    @overload
    def __getitem__(self, place: slice) -> list[RecordKey]: ...

    def __getitem__(self, place: int | slice) -> RecordKey | list[RecordKey]:
        if isinstance(place, int):
            return self._found(place, place + 1)[0]
        first, last, _ = place.indices(self.total)
        return self._found(first, last)

    def _found(self, first: int, last: int) -> list[RecordKey]:
        before, inside, here = 0, [], 0
        for report, number in self.numbers:
            if before + number <= first:
                before += number
                continue
            if before + here >= last:
                break
            inside.append(report)
            here += number
        rows = RecordTheme.objects.filter(theme=self.theme, kind=self.kind, report__in=inside)
        if self.polarities:
            rows = rows.filter(polarity__in=self.polarities)
        order = {report: place for place, report in enumerate(inside)}
        found = sorted(rows.order_by().values_list("report", "record"), key=lambda row: (order[row[0]], row[1]))
        return [(self.kind, record) for _, record in found[first - before : last - before]]


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A finding or recommendation with its name."""

    record: Any
    label: str


def records_of(keys: Sequence[RecordKey]) -> list[NamedRecord]:
    """Return the records with their names, in the order of their keys, in a fixed number of queries."""
    found: dict[RecordKey, Any] = {}
    for kind in dict.fromkeys(kind for kind, _ in keys):
        wanted = [key for of, key in keys if of == kind]
        rows = MODELS[kind].objects.filter(pk__in=wanted).select_related("report__authority", "section")
        found |= {(kind, row.pk): row for row in without_reading(rows)}
    return [NamedRecord(found[key], label_of(found[key])) for key in keys if key in found]
