"""Deciding the figures of a finding: taking some out, correcting or adding others, or confirming them as they are.

A decision is about all figures of the finding together, and a correction like any other: it has a reason, outlives
readings and new rules, and is withdrawn, never deleted. People write a figure a line, its parts between bars:
"87.5 | percent | reviews held in time | 2013-03 | 87.5%". The last part are the words of the text that print it.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib.auth.models import User

from findings.corrections.effects import active_corrections, apply
from findings.corrections.making import CorrectionError, check_live, fresh, make, require_reason
from findings.interpretation.figures import figures_of
from findings.interpretation.figures_decided import as_decided, place_figures, plain
from findings.models import Correction, Finding
from findings.models.changes import FIGURES
from findings.models.figures import OF_LENGTH, UNIT_LENGTH, VALUE_DECIMALS, VALUE_DIGITS
from inspections.write import knowledge_change

PARTS = ("value", "unit", "of", "as_at", "printed")
BAR = " | "
MOST = 60
"""More figures than this state no finding."""
_MOMENT = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_AS_AT = re.compile(rf"(?:{_MOMENT}(?:/{_MOMENT})?)?")


def decide_figures(record: Finding, lines: str, reason: str, user: User) -> Correction:
    """Set the figures of a finding to those of ``lines``, and refresh it; no line says that it states none.

    Raises CorrectionError without a reason, for a line that is no figure of the text, or if a person decided so before.
    """
    reason = require_reason(reason)
    check_live(record)
    with knowledge_change():
        row = fresh(record)
        wanted = [_figure(number, line, row.text) for number, line in _numbered(lines)]
        if len(wanted) > MOST:
            raise CorrectionError(f"Give at most {MOST} figures.")
        earlier = [one for one in active_corrections(row) if one.field == FIGURES]
        if earlier and earlier[0].value_set == wanted:
            raise CorrectionError("This is what a person decided already.")
        read = as_decided(figures_of(row.text), row.text)
        made = make(row, FIGURES, reason, user, value_read=read, value_set=wanted, replaces=earlier)
        apply(row)
    record.refresh_from_db()
    return made


def lines_of(record: Finding) -> str:
    """The figures of a finding as people write them: as decided, else as read."""
    decided = next((one for one in active_corrections(record) if one.field == FIGURES), None)
    figures = figures_of(record.text) if decided is None else place_figures(decided.value_set or [], record.text)
    return "\n".join(BAR.join(one[part] for part in PARTS) for one in as_decided(figures, record.text))


def _numbered(lines: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(lines.splitlines(), 1) if line.strip()]


def _figure(number: int, line: str, text: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != len(PARTS):
        raise CorrectionError(f"Line {number} needs five parts with bars between them, four bars in all.")
    given: dict[str, Any] = dict(zip(PARTS, parts, strict=True))
    try:
        value = Decimal(given["value"].replace(",", ""))
    except InvalidOperation:
        raise CorrectionError(f"Line {number}: “{given['value']}” is no number.") from None
    highest = 10 ** (VALUE_DIGITS - VALUE_DECIMALS)
    if not value.is_finite() or not 0 <= value < highest or value != value.quantize(Decimal(1).scaleb(-VALUE_DECIMALS)):
        raise CorrectionError(f"Line {number}: give a number from 0 up, with at most {VALUE_DECIMALS} decimals.")
    if not given["unit"] or len(given["unit"]) > UNIT_LENGTH or len(given["of"]) > OF_LENGTH:
        raise CorrectionError(f"Line {number} needs a unit, such as percent or children, and few words.")
    if not _AS_AT.fullmatch(given["as_at"]):
        raise CorrectionError(f"Line {number}: write the date as 2014, 2014-09, 2014-15 or 2014-04/2014-09, or none.")
    if not given["printed"] or given["printed"] not in text:
        raise CorrectionError(f"Line {number}: “{given['printed']}” does not stand in the text.")
    return given | {"value": plain(value)}
