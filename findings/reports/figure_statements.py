"""A figure as pages show it: the number with its unit, what is counted, and the sentence that prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from findings.models import Figure, Finding

LONGEST = 400
"""Characters of the sentence on either side of a figure; the paragraph has the rest."""
_SENTENCE_END = re.compile(r"[.!?][’”'\")]?\s+(?=[A-Z‘“•\d])|\n+")


@dataclass(frozen=True, slots=True)
class FigureStatement:
    """A figure in words, and its sentence in three parts: before the printed number, the number, and after it."""

    figure: Figure
    amount: str
    before: str
    printed: str
    after: str


def figure_statement(figure: Figure, text: str) -> FigureStatement:
    """A figure as its text states it."""
    begin, end = max(0, figure.start - LONGEST), min(len(text), figure.end + LONGEST)
    for found in _SENTENCE_END.finditer(text, begin, end):
        if found.end() <= figure.start:
            begin = found.end()
        elif found.start() >= figure.end:
            end = found.start() + 1
            break
    before = ("…" if begin and begin == figure.start - LONGEST else "") + text[begin : figure.start]
    after = text[figure.end : end] + ("…" if end < len(text) and end == figure.end + LONGEST else "")
    return FigureStatement(
        figure, amount_of(figure.value, figure.unit), before, text[figure.start : figure.end], after.rstrip()
    )


def figure_statements(finding: Finding) -> tuple[FigureStatement, ...]:
    """The figures of a finding, in the order of its text."""
    return tuple(
        figure_statement(figure, finding.text) for figure in Figure.objects.filter(finding=finding).order_by("ordinal")
    )


def amount_of(value: Decimal, unit: str) -> str:
    """A value with its unit: "87.5%", "£1,500,000", "28 children", "48 per 10,000"."""
    number = f"{value.normalize():,f}"
    match unit:
        case "percent":
            return f"{number}%"
        case "pounds":
            return f"£{number}"
        case _:
            return f"{number} {unit}"
