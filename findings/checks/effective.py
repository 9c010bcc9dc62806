"""Effective values: the columns of each live record are its reading with the active corrections applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from findings.checks.invariants import Breach, Invariant
from findings.corrections.service import apply_again
from findings.corrections.values import MODELS, columns_of, is_corrected
from findings.models import Correction, Section
from findings.models.changes import SUPPRESSED
from inspections.models import Judgement, Report
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import CorrectionStatus, Origin

AT_ONCE = 1_000
REPORTS_AT_ONCE = 100
RecordPlace = tuple[int, str, str]
"""The key of a report, and the kind and anchor of a record in it."""


def wrong_values() -> Iterator[Breach]:
    """Records that show something else than their reading and corrections, and corrections of no record."""
    codes, waiting, sections = ReferenceCodes(), _corrections(), lru_cache(maxsize=REPORTS_AT_ONCE)(_sections)
    for kind, model in MODELS.items():
        for row in _rows(model):
            place = (row.pk if isinstance(row, Report) else row.report_id, kind, getattr(row, "anchor", ""))
            known = sections(place[0]) if "section" in model.CORRECTABLE else {}
            if wrong := _wrong(row, waiting.pop(place, []), codes, known):
                yield Breach(f"{_name(row)}: {wrong}.", f"{kind} {row.pk}")
    for (report, of_kind, anchor), corrections in waiting.items():
        if not _is_kept(report, of_kind, anchor):
            fields = ", ".join(sorted(one.field for one in corrections))
            address = corrections[0].report.get_absolute_url()
            yield Breach(
                f"{address}: the correction of {fields} is active, and the {of_kind} {anchor} is not there. "
                "Withdraw it, or read the document again, which sets it aside as an orphan."
            )


def apply_corrections(subjects: Sequence[str]) -> None:
    """Set the columns of records to their reading and corrections, with everything that follows from them."""
    for subject in subjects:
        kind, _, pk = subject.partition(" ")
        apply_again(MODELS[kind].objects.get(pk=pk))


def _corrections() -> dict[RecordPlace, list[Correction]]:
    found: dict[RecordPlace, list[Correction]] = defaultdict(list)
    active = Correction.objects.active().exclude(status=CorrectionStatus.ORPHANED)
    # What was to be taken out and is gone from the reading has no record.
    active = active.exclude(status=CorrectionStatus.AGREED, field=SUPPRESSED)
    for one in active.select_related("report__authority").order_by("pk"):
        found[one.report_id, one.kind, one.anchor].append(one)
    return found


def _rows(model: type[Any]) -> Iterator[Any]:
    rows = model._default_manager.filter(retired_at__isnull=True).order_by("pk")
    if model is Judgement:
        rows = rows.select_related("inspection")
    yield from rows.iterator(chunk_size=AT_ONCE)


def _sections(report: int) -> dict[str, int]:
    return dict(Section.objects.live().filter(report=report).values_list("anchor", "pk"))


def _wrong(row: Any, corrections: list[Correction], codes: ReferenceCodes, sections: Mapping[str, int]) -> str:
    framework = row.inspection.framework_id if isinstance(row, Judgement) else None
    try:
        columns = columns_of(row.read, corrections, codes, framework, sections)
    except KeyError as error:
        return f"its reading names {error}, which is not in the reference data"
    if hasattr(row, "is_corrected"):
        columns["is_corrected"] = is_corrected(corrections)
    names = sorted(name.removesuffix("_id") for name, value in columns.items() if getattr(row, name) != value)
    return f"what it shows as {', '.join(names)} is not what was read with the active corrections" if names else ""


def _is_kept(report: int, kind: str, anchor: str) -> bool:
    """Whether a record that is not live was added by hand and taken back, or taken out, with its corrections."""
    if kind == Report.KIND:
        return Report.objects.filter(pk=report).exists()
    rows = MODELS[kind].objects.filter(report=report, anchor=anchor)
    return any(
        getattr(row, "origin", Origin.READ.value) == Origin.HAND
        or getattr(row, "is_suppressed", False)
        or row.report.retired_at
        for row in rows
    )


def _name(row: Any) -> str:
    return (
        row.get_absolute_url() if hasattr(row, "get_absolute_url") else f"{row.report.get_absolute_url()}{row.anchor}"
    )


EFFECTIVE_VALUES = Invariant(
    "values", "Records show what was read, with the active corrections", wrong_values, apply_corrections
)
