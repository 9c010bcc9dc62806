"""What a reading would change: the records of reports before and after, compared record by record.

The reading is loaded for real and taken back again, so that the difference is exactly what loading would do, with
corrections and editions in force. A difference is of effective values, as readers would see them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from findings.models import Action, Finding, Recommendation, Risk, Section
from ingest.drafts import Extraction
from ingest.load import LoadResult, load
from inspections.models import InspectionStatement, Judgement, Report, ReportSource
from inspections.write import knowledge_change

KINDS: tuple[type[Any], ...] = (
    Report, InspectionStatement, Section, Judgement, Finding, Recommendation, Action, Risk,
)  # fmt: skip

Records = dict[tuple[str, str, str], dict[str, str]]
"""The correctable fields of live records as text, by address of the report, kind and anchor."""


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """One record that a reading creates, changes or retires; ``fields`` has (name, before, after) of what changes."""

    report: str
    kind: str
    anchor: str
    change: str
    fields: tuple[tuple[str, str, str], ...] = ()


class _TakenBack(Exception):
    """Ends the transaction of a trial."""


def trial(extraction: Extraction) -> tuple[LoadResult, tuple[RecordDifference, ...]]:
    """Load a reading, tell what that changes, and take everything back."""
    found: list[tuple[LoadResult, tuple[RecordDifference, ...]]] = []
    try:
        with knowledge_change():
            about = set(ReportSource.objects.filter(source__sha256=extraction.sha256).values_list("report", flat=True))
            before = _records(about)
            result = load(extraction)
            now = ReportSource.objects.filter(source__sha256=extraction.sha256).values_list("report", flat=True)
            others = set(now) - about
            found.append((result, tuple(_differences(before, _records(about | others)))))
            raise _TakenBack
    except _TakenBack:
        return found[0]


def _records(reports: Collection[int]) -> Records:
    found: Records = {}
    for model in KINDS:
        related = ("authority",) if model is Report else ("report__authority", *_related(model))
        of_reports = {"pk__in" if model is Report else "report__in": reports}
        rows = model._default_manager.filter(retired_at__isnull=True, **of_reports).select_related(*related)
        for row in rows:
            report = row if model is Report else row.report
            values = {name: str(getattr(row, name) or "") for name in model.CORRECTABLE}
            found[report.get_absolute_url(), model.KIND, getattr(row, "anchor", "")] = values
    return found


def _related(model: type[Any]) -> tuple[str, ...]:
    return tuple(name for name in model.CORRECTABLE if model._meta.get_field(name).is_relation)


def _differences(before: Records, after: Records) -> Iterator[RecordDifference]:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        names = (old or new or {}).keys()
        fields = tuple(
            (name, (old or {}).get(name, ""), (new or {}).get(name, ""))
            for name in names
            if (old or {}).get(name, "") != (new or {}).get(name, "")
        )
        change = "changed" if old is not None and new is not None else "created" if old is None else "retired"
        yield RecordDifference(*key, change, fields)
