"""Deciding an interpretation: the polarity of a finding or the themes of a record, as a person sees them.

A decision is a correction like any other: it has a reason, is known again by number and words, outlives readings and
new rules, and is withdrawn, never deleted. Other than a value that was read, a suggestion can be decided as it is: that
confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from findings.corrections.effects import active_corrections, apply
from findings.corrections.making import CorrectionError, check_live, fresh, make, require_reason
from findings.interpretation.suggestions import value_of
from findings.interpretation.themes import THEMES
from findings.models import Correction
from findings.models.interpretations import SEPARATOR
from inspections.vocabulary import Polarity
from inspections.write import knowledge_change

MOST_THEMES = 6


def decide(record: Any, field: str, value: str | Iterable[str], reason: str, user: User) -> Correction:
    """Set ``polarity`` or ``themes`` of a record, and refresh it. ``value`` is a polarity, or theme codes.

    Raises CorrectionError if a person decided the same before, without a reason, or for a value that does not exist.
    """
    reason = require_reason(reason)
    if field not in getattr(record, "INTERPRETED", ()):
        raise CorrectionError(f"A {record._meta.verbose_name} has no {field}.")
    check_live(record)
    wanted = _polarity(value) if field == "polarity" else _themes(value)
    with knowledge_change():
        row = fresh(record)
        earlier = [one for one in active_corrections(row) if one.field == field]
        if earlier and getattr(row, field) == wanted:
            raise CorrectionError("This is what a person decided already.")
        made = make(
            row, field, reason, user,
            value_read=value_of(row.suggested, field), value_set=wanted, replaces=earlier,
        )  # fmt: skip
        apply(row)
    record.refresh_from_db()
    return made


def _polarity(value: str | Iterable[str]) -> str:
    if value not in Polarity.values():
        raise CorrectionError("Choose strength, weakness, mixed or neutral.")
    return str(value)


def _themes(value: str | Iterable[str]) -> str:
    given = value.split(SEPARATOR) if isinstance(value, str) else list(value)
    codes = list(dict.fromkeys(code.strip() for code in given if code.strip()))
    unknown = [code for code in codes if code not in THEMES]
    if unknown:
        raise CorrectionError(f"There is no theme “{unknown[0]}”.")
    if len(codes) > MOST_THEMES:
        raise CorrectionError(f"Choose at most {MOST_THEMES} themes: those that the record is mainly about.")
    return SEPARATOR.join(codes)
