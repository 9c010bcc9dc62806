"""Interpretations as pages show them: their names, whether a person decided them, and the words that led to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from findings.interpretation.suggestions import Suggestion, is_interpreted, suggested_polarity, suggested_themes
from findings.interpretation.themes import THEMES
from inspections.vocabulary import Polarity


@dataclass(frozen=True, slots=True)
class DisplayValue:
    """A theme or a polarity by name. ``because`` are words of the record that led to it, none if a person chose it."""

    code: str
    name: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InterpretationDisplay:
    """The themes of a record or its polarity. ``is_decided``: a person set or confirmed it."""

    field: str
    label: str
    values: tuple[DisplayValue, ...]
    is_decided: bool

    @property
    def parameter(self) -> str:
        """The filter of findings by it."""
        return "theme" if self.field == "themes" else self.field


def interpretations_of(record: Any) -> tuple[InterpretationDisplay, ...]:
    """What a record is about and its polarity, explained; none for records that are not interpreted."""
    fields = getattr(record, "INTERPRETED", ())
    return tuple(
        _display(record, field) for field in fields if is_interpreted(record.suggested) or record.is_decided(field)
    )


def themes_by_name(record: Any) -> tuple[DisplayValue, ...]:
    """The themes of a record by name, without the words that led to them, which lists do not load."""
    return tuple(DisplayValue(code, _name("themes", code), ()) for code in record.theme_codes)


def _display(record: Any, field: str) -> InterpretationDisplay:
    suggestions = {one.value: one for one in _suggestions(record, field)}
    codes = record.theme_codes if field == "themes" else filter(None, (record.polarity,))
    values = tuple(
        DisplayValue(code, _name(field, code), suggestions[code].because if code in suggestions else ())
        for code in codes
    )
    return InterpretationDisplay(field, field.capitalize(), values, record.is_decided(field))


def _suggestions(record: Any, field: str) -> tuple[Suggestion, ...]:
    if field == "themes":
        return suggested_themes(record.suggested)
    polarity = suggested_polarity(record.suggested)
    return (polarity,) if polarity else ()


def _name(field: str, code: str) -> str:
    if field == "polarity":
        return Polarity(code).label
    return THEMES[code].name if code in THEMES else code
