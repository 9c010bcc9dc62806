"""What a reading would change: the records of reports before and after, compared record by record.

The reading is loaded for real, so that the difference is exactly what loading does, with active corrections and
choices of editions; a trial is taken back again. A difference is of effective values, as readers would see them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from findings.models import Action, Finding, Recommendation, Risk, Section
from ingest.drafts import Extraction
from ingest.load import LoadResult, load
from ingest.load.identities import identities, known_reports
from inspections.models import InspectionStatement, Judgement, Report, ReportSource, SourceFile
from inspections.places import place_words
from inspections.vocabulary import Visibility
from inspections.write import knowledge_trial

KINDS: tuple[type[Any], ...] = (
    Report, InspectionStatement, Section, Judgement, Finding, Recommendation, Action, Risk,
)  # fmt: skip


class RecordChange(StrEnum):
    """What a reading does to a record."""

    CREATED = "created"
    CHANGED = "changed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """One record that a reading creates, changes or retires, and its place in the document in words.

    ``fields`` has (name, before, after) of what changes.
    """

    report: str
    kind: str
    anchor: str
    change: RecordChange
    fields: tuple[tuple[str, str, str], ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    """A live record: the address of its report, its correctable fields as text, its place in words and its order."""

    report: str
    values: dict[str, str]
    place: str
    order: tuple[int, int]


Records = dict[tuple[int, str, str], _Record]
"""Live records by key of the report, kind and anchor."""


def trial(extraction: Extraction) -> tuple[LoadResult, tuple[RecordDifference, ...]]:
    """Load a reading, tell what that changes, and take everything back."""
    with knowledge_trial():
        return load_and_compare(extraction, index=False)


def load_and_compare(
    extraction: Extraction, visibility: Visibility = Visibility.PUBLISHED, *, index: bool = True
) -> tuple[LoadResult, tuple[RecordDifference, ...]]:
    """Load a reading in the transaction of the caller, and tell what that changed."""
    before = _records(_known(extraction))
    result = load(extraction, visibility=visibility, index=index)
    return result, tuple(_differences(before, _records(result.reports)))


def _known(extraction: Extraction) -> set[int]:
    """The reports that the file holds by an earlier reading, and those of which this reading has an edition."""
    sha256 = extraction.sha256
    source = SourceFile.objects.filter(sha256=sha256).first() or SourceFile(sha256=sha256)
    placed = known_reports(extraction.reports, identities(extraction.reports, sha256), source)
    held = ReportSource.objects.filter(source__sha256=sha256).values_list("report", flat=True)
    return {*held, *(report.pk for report in placed if report)}


def _records(reports: Collection[int]) -> Records:
    found: Records = {}
    for number, model in enumerate(KINDS):
        related = ("authority",) if model is Report else ("report__authority", *_related(model))
        of_reports = {"pk__in" if model is Report else "report__in": reports}
        rows = model._default_manager.filter(retired_at__isnull=True, **of_reports).select_related(*related)
        for row in rows:
            report = row if model is Report else row.report
            values = {name: str(getattr(row, name) or "") for name in model.CORRECTABLE}
            found[report.pk, model.KIND, getattr(row, "anchor", "")] = _Record(
                report.get_absolute_url(), values, place_words(row), (number, getattr(row, "ordinal", 0))
            )
    return found


def _related(model: type[Any]) -> tuple[str, ...]:
    return tuple(name for name in model.CORRECTABLE if model._meta.get_field(name).is_relation)


def _differences(before: Records, after: Records) -> Iterator[RecordDifference]:
    known = before | after

    def in_order(key: tuple[int, str, str]) -> tuple[str, tuple[int, int], str]:
        return known[key].report, known[key].order, key[-1]

    for key in sorted(known, key=in_order):
        old, new = before.get(key), after.get(key)
        was, now = old.values if old else {}, new.values if new else {}
        if was == now:
            continue
        fields = tuple(
            (name, was.get(name, ""), now.get(name, ""))
            for name in known[key].values
            if was.get(name, "") != now.get(name, "")
        )
        change = RecordChange.CHANGED if old and new else RecordChange.CREATED if new else RecordChange.RETIRED
        yield RecordDifference(known[key].report, *key[1:], change, fields, known[key].place)
