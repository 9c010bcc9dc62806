"""The filter of lists by words: the language, the index and the other terms for the same are those of search."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from findings.search.list_condition import list_condition, parse_query
from inspections.lists.filters import Rows, TypedFilter
from inspections.vocabulary import RecordKind

LONGEST = 200
"""The most characters of a text."""


class WordsField(forms.CharField):
    """A text of which at least one word can be searched for."""

    def clean(self, value: Any) -> str:
        """The text. Raises ValidationError where it has no word."""
        text = str(super().clean(value))
        if text and parse_query(text).expression is None:
            raise ValidationError(f"“{text}” holds no word that can be searched for. Enter one, such as supervision.")
        return text


class WordsFilter(TypedFilter):
    """Records of one kind that hold the words, as search understands them."""

    field_class = WordsField

    def __init__(self, kind: RecordKind, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(max_length=LONGEST, **kwargs)

    def filter(self, rows: Rows, value: str) -> Rows:
        """The records that the text finds; all without a text."""
        return rows.filter(list_condition(parse_query(value), self.kind)) if value else rows

    def said(self, value: str) -> str:
        """How the text was understood."""
        query = parse_query(value)
        return " ".join((f"Understood as: {query.understood}.", *query.notes)) if query.understood else ""
