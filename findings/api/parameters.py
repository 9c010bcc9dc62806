"""What an address of the API asks for: filters, how many rows, from where on, and which fields.

Whatever is wrong is refused in one answer with a sentence each; nothing is ignored, so that nobody takes other rows for
those that were asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from findings.api.cursors import WrongCursor, keys_of
from findings.api.problems import RefusedRequest
from findings.exports.columns import ExportColumn, chosen, known_names
from findings.views.dataset import Dataset, Keys
from inspections.lists.filterset import FacetedFilterSet

LIMIT, CURSOR, FIELDS = "limit", "cursor", "fields"
OWN = (LIMIT, CURSOR, FIELDS)
USUAL, MOST = 100, 500
ID = "id"


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """The filters, the number of rows, the keys behind which they begin (() for all), and the columns."""

    found: FacetedFilterSet
    filters: QueryDict
    size: int
    keys: Keys
    columns: tuple[ExportColumn, ...]


def rows_asked(dataset: Dataset, query: QueryDict) -> RowsAsked:
    """What is asked of a data set. Raises Refused with every sentence about what is wrong."""
    filters = query.copy()
    for name in OWN:
        filters.pop(name, None)
    found = dataset.filterset(filters)
    problems = [problem.message for problem in found.problems]
    problems += _unknown(filters, found.not_filters - {parameter.name for parameter in dataset.parameters})
    problems += [
        f"“{name}” is given {len(values)} times. Give it once."
        for name, values in query.lists()
        if name in (LIMIT, CURSOR) and len(values) > 1
    ]
    size = USUAL
    if LIMIT in query:
        text = str(query[LIMIT])
        size = _number(text)
        if not size:
            problems.append(f"“{text}” is not a limit. Give a whole number from 1 to {MOST}.")
    keys: Keys = ()
    if CURSOR in query:
        try:
            keys = keys_of(str(query[CURSOR]), dataset.name, filters)
        except WrongCursor as error:
            problems.append(str(error))
    columns, wrong = _fields(dataset, query)
    if problems := [*problems, *wrong]:
        raise RefusedRequest(problems)
    return RowsAsked(found, filters, size, keys, columns)


def fields_asked(dataset: Dataset, query: QueryDict) -> tuple[ExportColumn, ...]:
    """The columns that are asked of a single record. Raises Refused for an unknown one or any other parameter."""
    columns, problems = _fields(dataset, query)
    if problems := [*problems, *_unknown(query, {name for name in query if name != FIELDS})]:
        raise RefusedRequest(problems)
    return columns


def nothing_asked(query: QueryDict) -> None:
    """Raise Refused for any parameter, where an address takes none."""
    if problems := _unknown(query, query):
        raise RefusedRequest(problems)


def _fields(dataset: Dataset, query: QueryDict) -> tuple[tuple[ExportColumn, ...], list[str]]:
    names = [name.strip() for value in query.getlist(FIELDS) for name in value.split(",") if name.strip()]
    unknown = sorted(set(names) - known_names(dataset.columns) - {ID})
    if not unknown:
        wanted = [name for name in names if name != ID]
        return (chosen(dataset.columns, wanted) if wanted or not names else ()), []
    there = ", ".join(column.name for column in dataset.columns)
    return (), [*(f"There is no field called “{name}”." for name in unknown), f"The fields are: {there}."]


def _unknown(query: QueryDict, names: Iterable[str]) -> list[str]:
    return [f"There is no parameter called “{name}” here. Remove it." for name in sorted(set(names) & set(query))]


def _number(text: str) -> int:
    """The number of rows in a text, 0 if it is none that can be asked for."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST))
    return int(text) if is_number and int(text) <= MOST else 0
