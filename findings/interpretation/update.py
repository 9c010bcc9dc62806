"""Keeping interpretations up to date: the columns of records, and the index of themes that follows from them.

What a person decided counts; else what the rules suggest for the effective text, which is nothing for context. Only
rows that change are written, in a fixed number of queries for each report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from findings.interpretation import suggestions
from findings.models import Action, Correction, Finding, Recommendation, RecordTheme, ReportTheme
from findings.models.changes import INTERPRETATIONS
from findings.models.interpretations import SEPARATOR
from inspections.vocabulary import CorrectionStatus, FindingKind

MODELS: tuple[type[Any], ...] = (Finding, Recommendation, Action)
AT_ONCE = 500
"""Rows in one statement of a bulk update."""

Decisions = dict[tuple[str, str], dict[str, str]]
"""What people decided, by kind and anchor of the record, then by column."""
IndexedTheme = tuple[str, int, str, str]
"""Kind and key of a record, theme and polarity."""


def update_interpretations(report: int) -> bool:
    """Bring the interpretations of a report's live records up to date. Returns whether any changed."""
    decisions, wanted, changed = _decisions(report), set[IndexedTheme](), False
    for model in MODELS:
        rows = _rows(model, report)
        written = [row for row in rows if interpret(row, decisions.get((row.KIND, row.anchor), {}))]
        if written:
            model.objects.bulk_update(written, _columns(model), batch_size=AT_ONCE)
            changed = True
        wanted |= _indexed(rows)
    return _index(report, wanted) or changed


def unlike_interpretations(report: int) -> int:
    """How many interpretations of a report, in columns or in the index of themes, are not what rules and people say.

    Every live record is interpreted anew. Nothing is written.
    """
    decisions, wanted, unlike = _decisions(report), set[IndexedTheme](), 0
    for model in MODELS:
        rows = _rows(model, report)
        for row in rows:
            stored = [getattr(row, name) for name in _columns(model)]
            row.suggested = {}
            interpret(row, decisions.get((row.KIND, row.anchor), {}))
            unlike += stored != [getattr(row, name) for name in _columns(model)]
        wanted |= _indexed(rows)
    indexed = {one[1:] for one in _values(RecordTheme.objects.filter(report=report))}
    counted = ReportTheme.objects.filter(report=report).values_list("kind", "theme", "polarity", "records")
    return unlike + len(wanted ^ indexed) + len(_counts(wanted).items() ^ {(tuple(key), n) for *key, n in counted})


def forget_interpretations(report: int) -> None:
    """Delete what rules suggested for the records of a report, so that an update makes all of it again."""
    for model in MODELS:
        model.objects.filter(report=report).update(suggested={})
    RecordTheme.objects.filter(report=report).delete()
    ReportTheme.objects.filter(report=report).delete()


def _rows(model: type[Any], report: int) -> list[Any]:
    rows = model.objects.live().filter(report=report).select_related("section").order_by()
    kind = ("kind",) if model is Finding else ()
    return list(rows.only("text", "anchor", "section__heading", *kind, *_columns(model)))


def _columns(model: type[Any]) -> tuple[str, ...]:
    return ("suggested", "decided", *model.INTERPRETED)


def _indexed(rows: Iterable[Any]) -> set[IndexedTheme]:
    return {(row.KIND, row.pk, theme, getattr(row, "polarity", "")) for row in rows for theme in row.theme_codes}


def interpret(row: Any, decided: dict[str, str]) -> bool:
    """Set the interpretations of a record. Returns whether any column changed."""
    heading = row.section.heading if row.section else ""
    before = {name: getattr(row, name) for name in ("decided", *row.INTERPRETED)}
    is_context = row.KIND == Finding.KIND and row.kind == FindingKind.CONTEXT
    by = suggestions.LEFT_ALONE if is_context else suggestions.digest(row.text, heading)
    is_new = row.suggested.get("by") != by
    if is_new and is_context:
        row.suggested = suggestions.left_alone()
    elif is_new:
        row.suggested = suggestions.suggested(row.text, heading, with_polarity="polarity" in row.INTERPRETED)
    for name in row.INTERPRETED:
        setattr(row, name, decided.get(name, suggestions.value_of(row.suggested, name)))
    row.decided = SEPARATOR.join(sorted(decided))
    return is_new or before != {name: getattr(row, name) for name in before}


def _decisions(report: int) -> Decisions:
    found: Decisions = defaultdict(dict)
    active = Correction.objects.active().filter(report=report, field__in=INTERPRETATIONS)
    for one in active.exclude(status=CorrectionStatus.ORPHANED).order_by("pk"):
        found[one.kind, one.anchor][one.field] = str(one.value_set or "")
    return found


def _index(report: int, wanted: set[IndexedTheme]) -> bool:
    """Update the index of themes of a report and its counts. Returns whether any row changed."""
    rows = RecordTheme.objects.filter(report=report)
    stored = {(kind, key, theme, polarity): pk for pk, kind, key, theme, polarity in _values(rows)}
    if stored.keys() == wanted:
        return False
    rows.filter(pk__in=[pk for one, pk in stored.items() if one not in wanted]).delete()
    RecordTheme.objects.bulk_create(
        (
            RecordTheme(report_id=report, kind=kind, record=key, theme=theme, polarity=polarity)
            for kind, key, theme, polarity in sorted(wanted - stored.keys())
        ),
        batch_size=AT_ONCE,
    )
    _count(report, wanted)
    return True


def _values(rows: Any) -> Iterable[tuple[int, str, int, str, str]]:
    found: Iterable[tuple[int, str, int, str, str]] = rows.values_list("pk", "kind", "record", "theme", "polarity")
    return found


def _count(report: int, indexed: set[IndexedTheme]) -> None:
    ReportTheme.objects.filter(report=report).delete()
    ReportTheme.objects.bulk_create(
        ReportTheme(report_id=report, kind=kind, theme=theme, polarity=polarity, records=records)
        for (kind, theme, polarity), records in sorted(_counts(indexed).items())
    )


def _counts(indexed: set[IndexedTheme]) -> Counter[tuple[str, str, str]]:
    return Counter((kind, theme, polarity) for kind, _, theme, polarity in indexed)
