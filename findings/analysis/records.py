"""The paragraphs and recommendations behind a number of a theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from findings.labels import label_of
from findings.models import Finding, Recommendation, RecordTheme
from inspections.models import without_reading
from inspections.vocabulary import RecordKind

MODELS: dict[str, Any] = {RecordKind.FINDING: Finding, RecordKind.RECOMMENDATION: Recommendation}
RecordKey = tuple[str, int]
"""Kind and key of a record."""


ReportNumbers = Sequence[tuple[int, int]]
"""The keys of reports in order, each with its number of records."""


@dataclass(frozen=True, slots=True)
class ReportPortion:
    """Reports that come one after the other, with ``number`` records together; ``load`` returns the number of each."""

    number: int
    load: Callable[[], ReportNumbers]


class DrillDownRecords(Sequence[RecordKey]):
    """The records of a theme in some reports, of some polarities or of all, as kind and key.

    ``portions`` are the reports in order with their numbers of such records, so that a page of them is found by looking
    at its own portions, and in these at its own reports alone.
    """

    def __init__(self, theme: str, kind: str, polarities: Sequence[str], portions: Iterable[ReportPortion]) -> None:
        self.theme, self.kind, self.polarities = theme, kind, tuple(polarities)
        self.portions = [portion for portion in portions if portion.number]
        self.total = sum(portion.number for portion in self.portions)

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
        for report, number in self._numbers(first, last):
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

    def _numbers(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The numbers of reports; portions that end before ``first`` count as one report without a key."""
        start = 0
        for portion in self.portions:
            if start >= last:
                break
            passed = start + portion.number <= first
            yield from [(0, portion.number)] if passed else ((key, number) for key, number in portion.load() if number)
            start += portion.number


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
