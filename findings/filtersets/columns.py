"""Lists whose columns people can choose: ``columns`` in the address names them, for the page and for its files.

Without a choice the page shows its rows as records, and a file has every column. With one, both have these columns
alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet

from findings.exports.columns import Datatype, ExportColumn, chosen, fact
from findings.labels import label_of
from findings.references.links import links_of
from inspections.lists.filterset import FacetedFilterSet, FilterProblem
from inspections.lists.views import FilteredList
from inspections.models import without_reading

PARAMETER = "columns"
LONG = 60
"""Texts of so many characters or more need a wide cell."""


class FilterSetWithColumns(FacetedFilterSet):
    """Filters beside which columns are chosen; the name of an unknown column is a problem."""

    not_filters = frozenset({"page", PARAMETER})
    known_columns: ClassVar[tuple[ExportColumn, ...]]

    @property
    def names(self) -> list[str]:
        """The names of the chosen columns."""
        return [name for name in self.query.getlist(PARAMETER) if name]

    @cached_property
    def problems(self) -> tuple[FilterProblem, ...]:
        """What is wrong with filters and columns."""
        known = {column.name for column in self.known_columns}
        unknown = [name for name in self.names if name not in known]
        found: tuple[FilterProblem, ...] = super().problems
        return (*found, *(FilterProblem("", f"There is no column called “{name}”.") for name in unknown))


@dataclass(frozen=True, slots=True)
class ListCell:
    """A cell of the table: its text, and the address that it links to ("" if none)."""

    text: str
    url: str

    @property
    def is_long(self) -> bool:
        """Whether it needs a wide cell."""
        return len(self.text) >= LONG


def _cell(column: ExportColumn, row: Any, site: str) -> ListCell:
    match fact(column.value(row, site)):
        case None:
            return ListCell("", "")
        case bool(truth):
            return ListCell("yes" if truth else "no", "")
        case list(words):
            return ListCell("\n".join(map(str, words)), "")
        case text:
            return ListCell(str(text), str(text) if column.datatype is Datatype.ADDRESS else "")


class ListWithColumns(FilteredList):
    """Records with what they cite and what cites them, or a table of the chosen columns.

    ``related`` names what the display of a record needs from other tables. ``shows_links``: what a record cites, and
    what cites it, is shown with it.
    """

    related: ClassVar[tuple[str, ...]]
    shows_links: ClassVar[bool] = True

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what their columns need."""
        raise NotImplementedError

    @cached_property
    def names(self) -> list[str]:
        """The names of the chosen columns."""
        return self.filterset.names if isinstance(self.filterset, FilterSetWithColumns) else []

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what their display needs, or with what the columns need."""
        return self.prepare(rows) if self.names else without_reading(rows.select_related(*self.related))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the columns to choose from, and either the table or the rows with their names and links."""
        context = super().get_context_data(**kwargs)
        known = getattr(self.filterset_class, "known_columns", ())
        choices = [(column, column.name in self.names) for column in known]
        if not self.names:
            rows = list(context["object_list"])
            links = links_of(rows if self.shows_links else ())  # of all together
            linked = [(row, label_of(row), *links.of(row)) for row in rows]
            return context | {"column_choices": choices, "linked_rows": linked}
        columns = chosen(known, self.names)
        site = self.request.build_absolute_uri("/").rstrip("/")
        table = [
            (row, label_of(row), [_cell(column, row, site) for column in columns]) for row in context["object_list"]
        ]
        return context | {"column_choices": choices, "chosen_columns": columns, "table": table}
