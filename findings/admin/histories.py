"""Who confirmed a record, and what later readings changed in it, as panels under its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from findings.history.words import ValueWords
from findings.labels import field_label
from findings.models import ReadingChange, RecordConfirmation
from inspections.admin.base import AdminPanel, excerpt, row_link
from inspections.models import Report


def history_panels(report: Report, kind: str, anchor: str) -> Iterator[AdminPanel]:
    """The confirmations of a record with who made them, and the changes of its reading; two queries."""
    here = {"report": report, "kind": kind, "anchor": anchor}
    confirmations = RecordConfirmation.objects.filter(**here).select_related("made_by", "withdrawn_by")
    yield AdminPanel(
        "Confirmations of this record",
        ("By whom", "When", "Reason", "State"),
        tuple((row_link(one, str(one.made_by)), _day(one.made_at), one.reason, _state(one)) for one in confirmations),
        "Nobody confirmed it.",
    )
    changes, words = ReadingChange.objects.filter(**here).select_related("source"), ValueWords()
    yield AdminPanel(
        "What later readings changed",
        ("When", "What", "Read before", "By", "From"),
        tuple(
            (
                _day(one.at),
                one.get_change_display(),
                "\n".join(_before(one, words)) or "-",
                f"{one.profile}, {one.reader}",
                row_link(one.source),
            )
            for one in changes
        ),
        "It was never read differently.",
    )


def _before(change: ReadingChange, words: ValueWords) -> Iterable[str]:
    return (
        f"{field_label(name)}: {excerpt(words.of(change.kind, name, value)) or 'nothing'}"
        for name, value in change.before.items()
    )


def _state(one: RecordConfirmation) -> str:
    if one.withdrawn_at:
        return f"Withdrawn by {one.withdrawn_by}: {one.withdrawn_reason}"
    return "Holds" if one.holds else "Lapsed: the record has changed since"


def _day(moment: Any) -> str:
    return date_format(localtime(moment), "DATETIME_FORMAT")
