"""Deciding at the desk which figures a finding states: as read, or otherwise."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.corrections.figures import lines_of
from findings.desk.asking import AskingForm
from findings.models import Finding


class FiguresForm(AskingForm):
    """The figures of a finding, one a line. They stand as they are now, so that sending the form confirms them."""

    offered = ("Read by a person: right as read.", "Read by a person: the rules misunderstood it.")
    lines = forms.CharField(
        required=False,
        max_length=20_000,
        label="Figures",
        help_text=(
            "One a line: the number, its unit, what is counted, the date or period for which it is stated, and the "
            "words of the text that print it, with bars between them. Delete a line to take a figure out."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField", "spellcheck": "false"}),
    )

    def __init__(self, data: Any, token: str, record: Finding) -> None:
        super().__init__(data, token)
        self.initial["lines"] = lines_of(record)
