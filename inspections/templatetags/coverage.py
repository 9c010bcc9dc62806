"""The numbers of a row of the coverage, each with the address of the list behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from inspections.lists.coverage import query_of
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Holding, ReadingStatus

register = template.Library()


@dataclass(frozen=True, slots=True)
class CoverageNumber:
    """A number, what it counts, and the address of the list that shows these."""

    value: int
    what: str
    address: str


@register.simple_tag
def coverage_numbers(row: Any) -> tuple[CoverageNumber, ...]:
    """Return the numbers of a row in the order of its columns."""

    def number(value: int, what: str, **query: str) -> CoverageNumber:
        return CoverageNumber(value, what, f"{reverse('inspections')}?{query_of(row, **query)}")

    documents = {"authority": row.authority.slug, "notice": NoticeCode.TEXT_NOT_TAKEN}
    left_out = f"{reverse('documents')}?{urlencode(documents)}"
    return (
        number(row.known, "inspection" if row.known == 1 else "inspections"),
        number(row.read, "whose report was read", held=Holding.REPORT),
        number(row.tabled, "from tables only", held=Holding.TABLE),
        number(row.known - row.read - row.tabled, "mentioned only", held=Holding.MENTION),
        number(row.partial, "read in part", reading=ReadingStatus.PARTIAL),
        CoverageNumber(row.lacking, "with words left out: documents of the authority with such a notice", left_out),
    )
