"""What the desk asks before a decision: where a reference leads, which document is right, whose a correction is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from rapidfuzz import fuzz, process

from findings.corrections.identity import subject_of
from findings.desk.asking import WORDS_SHOWN, AskingForm
from findings.labels import label_of
from inspections.plain_words import plain

NOWHERE, ANOTHER = "nowhere", "another"
MOST_LIKELY = 5


def choice_of(row: Any) -> tuple[str, str]:
    """A record as a choice: its kind and anchor, and its label with its first words."""
    words = Truncator(subject_of(row).words).words(WORDS_SHOWN)
    return f"{row.KIND} {row.anchor}", words if words in label_of(row) else f"{label_of(row)}: {words}"


def most_like(words: str, rows: Sequence[Any]) -> list[Any]:
    """The records whose words are most like some words, the likest first."""
    texts = [plain(subject_of(row).words) for row in rows]
    found = process.extract(plain(words), texts, scorer=fuzz.ratio, limit=MOST_LIKELY)
    return [rows[place] for _, _, place in found]


class _RecordForm(AskingForm):
    """A record, of which some are likely and all can be chosen."""

    likely = forms.ChoiceField(widget=forms.RadioSelect)
    other = forms.ChoiceField(required=False, label="Another record of the report")

    def __init__(self, data: Any, token: str, likely: Iterable[Any], rows: Iterable[Any], **labels: str) -> None:
        super().__init__(data, token)
        every = list(rows)
        self._rows = {f"{row.KIND} {row.anchor}": row for row in every}
        fields: Any = self.fields
        fields["likely"].choices = [
            *map(choice_of, likely),
            *([(NOWHERE, labels["nowhere"])] if "nowhere" in labels else []),
            (ANOTHER, "Another record, chosen below"),
        ]
        fields["likely"].label = labels["label"]
        fields["other"].choices = [("", "-"), *map(choice_of, every)]

    def clean(self) -> dict[str, Any] | None:
        """Find the chosen record."""
        cleaned = super().clean()
        if self.cleaned_data.get("likely") == ANOTHER and not self.cleaned_data.get("other"):
            self.add_error("other", "Choose the record.")
        return cleaned

    @property
    def row(self) -> Any | None:
        """The chosen record; None if it is none."""
        chosen = self.cleaned_data["likely"]
        return self._rows.get(self.cleaned_data["other"] if chosen == ANOTHER else chosen)


class ReferenceForm(_RecordForm):
    """The record to which a reference leads, or none."""

    offered = ("As printed.", "Misprinted number.", "Another document is meant.", "No record is meant.")


class AttachForm(_RecordForm):
    """The record to which an orphaned correction belongs now."""

    offered = ("The same record in other words.", "The same record under another number.")


class ConflictForm(AskingForm):
    """The value that is right."""

    offered = ("As printed in the report itself.", "The other document misquotes it.", "Confirmed by the inspectorate.")
    value = forms.ChoiceField(widget=forms.RadioSelect, label="Which is right?")

    def __init__(self, data: Any, token: str, values: Iterable[tuple[str, str]]) -> None:
        super().__init__(data, token)
        value: Any = self.fields["value"]
        value.choices = list(values)
