"""Filters by what a record is about and by polarity, as rules suggest it or people decided it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from findings.interpretation.themes import THEMES
from findings.models import RecordTheme
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows
from inspections.vocabulary import Polarity, RecordKind


def theme_choices() -> Iterable[tuple[str, str]]:
    """The codes of all themes with their names."""
    return ((theme.code, theme.name) for theme in THEMES.values())


class UncountedFilter(ChoicesFilter):
    """Rows by a value that is offered without numbers: counting it would read every row of a long list."""

    is_in_columns = False

    def count(self, rows: Rows, total: int) -> Mapping[str, int]:
        """No numbers."""
        return {}

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """All values that there are."""
        return super().choices(field, dict.fromkeys(field.known), chosen)


class PolarityFilter(UncountedFilter):
    """Findings of one of the polarities."""

    def __init__(self) -> None:
        super().__init__("polarity", load=Polarity.choices, label="Strength or weakness", hint=SUGGESTED)


SUGGESTED = "Suggested by rules, or decided by a person: each record says which."


class ThemeFilter(UncountedFilter):
    """Records of a kind that are about one of the themes."""

    def __init__(self, kind: RecordKind) -> None:
        self.kind = kind
        super().__init__("pk", load=theme_choices, label="Theme", shown_as="select", hint=SUGGESTED)

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The records with one of the themes, each once."""
        if not values:
            return rows
        return rows.filter(pk__in=RecordTheme.objects.filter(kind=self.kind, theme__in=values).values("record"))
