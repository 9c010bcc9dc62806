"""What the desk asks before a record is split, joined, taken out, or another one is added after it.

A box is given as four numbers in PDF points from the top left corner of the page: left, top, right, bottom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator

from findings.corrections.manual_records import refusal
from findings.desk.asking import WORDS_SHOWN, AskingForm
from findings.labels import label_of
from inspections.documents.page_images import PageNotDrawn, RendererBusy, has_pages, page_images

SENTENCES = re.compile(r"(?<=[.!?:;])[\"”’')\]]*\s+(?=\S)|\n+\s*")
EDGES = ("left", "top", "right", "bottom")
UNKNOWN = float("inf")
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


class InsertForm(AskingForm):
    """A record that the reading missed, after another one: its words, its number, its page, and its box there."""

    offered = ("Missed by the reading.",)
    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}))
    ref = forms.CharField(
        required=False,
        max_length=20,
        label="Printed number",
        help_text="Left empty if none is printed.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    page = forms.IntegerField(required=False, label="Page", min_value=1)
    box = forms.CharField(
        required=False,
        label="Box on that page",
        help_text=(
            "Draw it on the page, or give its left, top, right and bottom edge in points from the top left corner: "
            "72 90 400 120."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField", "inputmode": "decimal"}),
    )

    def __init__(self, data: Any, token: str, record: Any) -> None:
        super().__init__(data, token)
        self._record = record
        self.initial["page"] = record.page
        if not record.report.source.pages:
            del self.fields["page"], self.fields["box"]

    def clean(self) -> dict[str, Any] | None:
        """Refuse a page that does not exist, a number that is taken, and a box that does not lie on the page."""
        cleaned = super().clean()
        given = self.cleaned_data
        about = {"section": getattr(self._record, "section", None), "parent": getattr(self._record, "parent", None)}
        for name, sentence in refusal(self._record.report, type(self._record), given | about).items():
            self.add_error(name, sentence)
        if given.get("box"):
            self._check_box(given["box"], given.get("page"))
        return cleaned

    @property
    def boxes(self) -> list[list[float]]:
        """The box as it is stored with its page; none if it was left out."""
        given = self.cleaned_data
        return [[given["page"], *_numbers(given["box"])]] if given.get("box") else []

    def _check_box(self, text: str, page: int | None) -> None:
        found = _numbers(text)
        if page is None and "page" not in self.errors:
            self.add_error("page", "Say on which page the box is.")
        if len(found) != len(EDGES):
            self.add_error("box", "Give four numbers: left, top, right, bottom.")
            return
        left, top, right, bottom = found
        width, height = self._size(page)
        if not (0 <= left < right <= width and 0 <= top < bottom <= height):
            inside = f" The page is {width:.0f} points wide and {height:.0f} high." if width != UNKNOWN else ""
            self.add_error("box", f"The box has to lie on the page, left before right and top above bottom.{inside}")

    def _size(self, page: int | None) -> tuple[float, float]:
        """Width and height of the page in points, as far as they are known."""
        source = self._record.report.source
        if page is None or not source.stored or not has_pages(source) or "page" in self.errors:
            return UNKNOWN, UNKNOWN
        try:
            size = page_images().sizes(source)[page - 1]
        except (PageNotDrawn, RendererBusy):
            return UNKNOWN, UNKNOWN
        return size.width, size.height


def _numbers(text: str) -> list[float]:
    """The numbers of a text, each with a decimal point or comma; none if anything else stands there."""
    parts = re.split(r"[\s;]+", text.strip())
    is_valid = all(re.fullmatch(r"\d{1,5}([.,]\d{1,3})?", part) for part in parts)
    return [float(part.replace(",", ".")) for part in parts] if is_valid else []
