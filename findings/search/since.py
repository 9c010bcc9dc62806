"""The filter "since": records of reports that were published on a day, in a month or a year, or later."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inspections.lists.filters import Rows, TypedFilter
from inspections.models.partial_dates import PATTERN, display, is_partial_date


class SinceField(forms.CharField):
    """A date of reduced precision: "2021", "2021-06", "2021-06-30"."""

    pattern = PATTERN

    def clean(self, value: Any) -> str:
        """The date. Raises ValidationError for anything else."""
        text = str(super().clean(value))
        if not is_partial_date(text):
            raise ValidationError(f"“{text}” is not a date. Enter one such as 2021, 2021-06 or 2021-06-30.")
        return text


class PublishedSinceFilter(TypedFilter):
    """Records by the day on which their report was published; search applies it inside the index."""

    field_class = SinceField

    def filter(self, rows: Rows, value: str) -> Rows:
        """All rows: the index has left the others out already."""
        return rows

    def said(self, value: str) -> str:
        """What the date leaves out."""
        return f"Published in or after {display(value)}. Reports without a date are left out." if value else ""
