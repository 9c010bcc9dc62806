"""A record as the desk shows it: its words and facts, its notices, and where it is found and corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from findings.admin.values import effective, written
from findings.admin.values import label_of as field_label
from findings.desk.addresses import DeskAddress
from findings.desk.changes import change_links
from findings.desk.confirming import DeskConfirmation
from findings.labels import Record, label_of
from findings.models import Section
from findings.models.changes import SECTION
from inspections.admin.base import change_url
from inspections.models import Notice, Report
from inspections.vocabulary import Origin

WORDS = {"section": "heading", "risk": "risk", "judgement": "domain_wording"}
"""The field with the words of a record, where that is not its text."""
NOT_CONFIRMED = DeskConfirmation()


@dataclass(frozen=True, slots=True)
class DeskNotice:
    """A notice, with the address that settles it, "" for those who may not."""

    notice: Notice
    settle: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """A record in the column of records. ``facts`` are its other fields that say something."""

    record: Record
    label: str
    words: str
    facts: tuple[tuple[str, str], ...]
    notices: tuple[DeskNotice, ...]
    edit: str
    form: str
    site: str
    has_box: bool
    is_chosen: bool
    is_heading: bool
    is_by_hand: bool
    confirmation: DeskConfirmation
    changes: tuple[tuple[str, str], ...]


def desk_record(
    record: Any,
    report: Report,
    here: DeskAddress,
    notices: tuple[DeskNotice, ...],
    confirmation: DeskConfirmation = NOT_CONFIRMED,
    *,
    has_box: bool,
) -> DeskRecord:
    """A record, with the addresses at which it is edited and found."""
    words = WORDS.get(record.KIND, "text")
    others = [name for name in record.CORRECTABLE if name not in (words, SECTION)]
    facts = ((field_label(type(record), name), written(record, name, effective(record, name))) for name in others)
    return DeskRecord(
        record,
        "Heading" if isinstance(record, Section) else label_of(record),
        getattr(record, words),
        tuple((label, value) for label, value in facts if value),
        notices,
        str(here.at(record=record.anchor)),
        change_url(record),
        record.get_absolute_url() if report.is_public and not report.retired_at else "",
        has_box,
        record.anchor == here.record,
        isinstance(record, Section),
        record.origin == Origin.HAND,
        confirmation,
        change_links(record),
    )
