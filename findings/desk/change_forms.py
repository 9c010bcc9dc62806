"""What the desk asks before a record is split, joined, taken out, or another one is added after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator

from findings.desk.asking import WORDS_SHOWN, AskingForm
from findings.labels import label_of

SENTENCES = re.compile(r"(?<=[.!?:;])[\"”’')\]]*\s+(?=\S)|\n+\s*")
NEXT_ONES = 4
"""How many of the following records can be joined with one."""


def beginnings(text: str) -> list[int]:
    """Where the second part of a text can begin: after the ends of its sentences, its clauses and its lines."""
    return [match.end() for match in SENTENCES.finditer(text) if 0 < match.end() < len(text)]


class TakeOutForm(AskingForm):
    """A record that is none."""

    offered = ("Heading taken for text.", "Running header or footer.", "Printed twice.", "Not part of this report.")


class SplitForm(AskingForm):
    """Where the second part of a text begins, and its printed number."""

    offered = ("Two paragraphs were read as one.", "Split wrongly.")
    begins = forms.ChoiceField(required=False, widget=forms.RadioSelect, label="The second part begins with")
    words = forms.CharField(
        required=False,
        label="or with these words",
        help_text="As they stand in the text, as many as are needed to tell the place.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    ref = forms.CharField(
        required=False,
        max_length=20,
        label="Number printed before it",
        help_text="Left empty if none is printed.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, data: Any, token: str, record: Any) -> None:
        super().__init__(data, token)
        self._text = record.text
        begins: Any = self.fields["begins"]
        begins.choices = [(at, Truncator(record.text[at:]).words(WORDS_SHOWN)) for at in beginnings(record.text)]

    def clean(self) -> dict[str, Any] | None:
        """Find the place of the cut."""
        cleaned = super().clean()
        words, at = self.cleaned_data.get("words", ""), self.cleaned_data.get("begins")
        if words and (found := self._text.count(words)) != 1:
            times = "not in the text" if not found else f"in the text {found} times: give more of them"
            self.add_error("words", f"These words are {times}.")
        elif words:
            self.cleaned_data["begins"] = str(self._text.index(words))
        elif not at and "begins" not in self.errors:
            self.add_error("begins", "Choose where the second part begins.")
        return cleaned

    @property
    def second(self) -> str:
        """The second part of the text."""
        return str(self._text[int(self.cleaned_data["begins"]) :])


class JoinForm(AskingForm):
    """The records whose texts follow in the document."""

    offered = ("One paragraph was read as two.", "Split wrongly.")
    others = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, label="Its text goes on in")

    def __init__(self, data: Any, token: str, following: Sequence[Any]) -> None:
        super().__init__(data, token)
        self._rows = {row.anchor: row for row in following}
        others: Any = self.fields["others"]
        others.choices = [
            (row.anchor, f"{label_of(row)}: {Truncator(row.text).words(WORDS_SHOWN)}") for row in following
        ]
        others.initial = [row.anchor for row in following[:1]]

    def clean(self) -> dict[str, Any] | None:
        """Refuse to leave out a record between."""
        cleaned = super().clean()
        chosen = self.cleaned_data.get("others", [])
        if chosen and chosen != list(self._rows)[: len(chosen)]:
            self.add_error("others", "Records are joined in the order in which they are printed, without a gap.")
        return cleaned

    @property
    def rows(self) -> list[Any]:
        """The records that are joined."""
        return [self._rows[anchor] for anchor in self.cleaned_data["others"]]
