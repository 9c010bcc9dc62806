"""Answering a query: the number of records, their number by the choices of each filter, the records of a page.

An answer does not take longer the more is found: beyond ``MOST`` records nothing is counted and no page is shown, and
the page says so. Answers are cached while the revision of the knowledge base stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from findings.models.interpretations import SEPARATOR
from findings.search.databases import COUNTED, database
from findings.search.expressions import Expression
from findings.search.relevance import in_tier_alone, tiers_of
from findings.search.terms import Question, Terms, all_of
from inspections.caching.revision import cached, current_revision

Answer = TypeVar("Answer")

MOST = 10_000
"""The most records that are counted and shown in pages."""
FAR = 500
"""From so many records on that are skipped, a tier is counted before it is read, because it may end before the page."""
LISTS = frozenset({"themes"})
"""The columns that hold several values of a record, between separators."""
EVERYTHING = all_of(())


class SearchOrder(StrEnum):
    """How results are sorted."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """The number of records found, at most one more than ``MOST``, and their number by the values of columns."""

    number: int
    by: Mapping[str, Mapping[str, int]]


class Search:
    """One query under filters, or without an expression all that the filters leave.

    ``narrowed`` has for each filter that is set, by the column that it is about, the records that it leaves. ``below``
    leaves out the entries of reports that are too old (``findings.search.entries.end_of_since``).
    """

    def __init__(
        self,
        expression: Expression | None,
        narrowed: Mapping[str, Terms],
        order: SearchOrder = SearchOrder.RELEVANCE,
        below: int | None = None,
    ) -> None:
        self.tiers = tiers_of(expression) if expression else (EVERYTHING,)
        self.narrowed = narrowed
        self.order = order
        self.below = below
        self.database = database()
        self.revision = current_revision()

    def within(self, terms: Terms) -> Search:
        """The same search among the records that these terms leave."""
        made = copy(self)
        made.narrowed = {**self.narrowed, "within": terms}
        vars(made).pop("_found", None)
        return made

    def _question(self, terms: Terms, but: str = "") -> Question:
        narrowed = [one for column, one in self.narrowed.items() if column != but]
        return Question(all_of(narrowed if terms == EVERYTHING else (terms, *narrowed)), self.below)

    def _cached(self, what: str, question: Question, ask: Callable[[], Answer]) -> Answer:
        return cached(f"search: {what} {MOST} {question}", self.revision, ask)

    @cached_property
    def _found(self) -> SearchCounts:
        """All that is found, counted by the columns of the filters that are not in use."""
        idle = tuple(column for column in COUNTED if column not in self.narrowed)
        return self._counted(self._question(self.tiers[-1]), idle)

    @property
    def _number(self) -> int:
        return self._found.number

    @property
    def has_more(self) -> bool:
        """Whether more is found than is counted."""
        return self._number > MOST

    def count(self) -> int:
        """The number of records found; ``MOST`` if there are more."""
        return min(self._number, MOST)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, page: slice) -> list[int]:
        """The ids of the entries of a page."""
        return self._by_tiers(page.start or 0, page.stop)

    def _by_tiers(self, start: int, stop: int) -> list[int]:
        found: list[int] = []
        skip = start
        tiers = self.tiers if self.order == SearchOrder.RELEVANCE else self.tiers[-1:]
        for place in range(len(tiers)):
            wanted = stop - start - len(found)
            question = self._question(in_tier_alone(tiers, place))
            if skip >= FAR and place < len(tiers) - 1 and (number := self._number_of_tier(question)) <= skip:
                skip -= number
                continue
            here = self._entry_ids(question, wanted, skip)
            found += here
            if len(here) == wanted:
                break
            skip = 0 if here or not skip else max(0, skip - self._number_of_tier(question))
        return found

    def _number_of_tier(self, question: Question) -> int:
        return self._cached("number", question, lambda: self.database.count(question, MOST + 1))

    def _entry_ids(self, question: Question, wanted: int, skip: int) -> list[int]:
        what = f"{wanted} entries after {skip}"
        return self._cached(what, question, lambda: self.database.entry_ids(question, wanted, skip))

    def counts(self, column: str) -> Mapping[str, int] | None:
        """The number of records by the values of a column, under all other filters; None if too many to count."""
        found = self._found
        if column in self.narrowed:
            found = self._counted(self._question(self.tiers[-1], but=column), (column,))
        return found.by[column] if found.number <= MOST else None

    def _counted(self, question: Question, columns: tuple[str, ...]) -> SearchCounts:
        def ask() -> SearchCounts:
            number = self.database.count(question, MOST + 1)
            by: dict[str, dict[str, int]] = {column: {} for column in columns}
            # The values of too many are not asked for: to fetch and drop them took a third of the time of a page.
            rows = self.database.values(question, columns, MOST) if columns and number <= MOST else []
            for column, values in zip(columns, zip(*rows, strict=True), strict=False):
                by[column] = _number_by_value(values, column)
            return SearchCounts(number, by)

        return self._cached(f"counted by {columns}", question, ask)


def _number_by_value(values: Iterable[object], column: str) -> dict[str, int]:
    """The number of records by value, as text; those without one are left out. A list counts for each of its values."""
    found: Counter[str] = Counter()
    for value, number in Counter(values).items():
        for one in str(value).split(SEPARATOR) if column in LISTS else (value,):
            if one not in (None, ""):
                found[str(one)] += number
    return dict(found)
