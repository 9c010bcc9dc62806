"""Answering a query: how many records it finds, how they spread over the choices of each filter, and which stand on a page.

No answer takes the longer the more is found: beyond ``MOST`` records nothing is counted, and no page is shown. The page says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from findings.search.databases import COUNTED, database
from findings.search.language import Expression
from findings.search.relevance import apart, tiers_of
from findings.search.terms import Terms, all_of

MOST = 10_000
"""Records that are counted and shown in pages."""


class Order(StrEnum):
    """How what is found is sorted."""

    RELEVANCE = "relevance"
    DATE = "date"


class Search:
    """One query under filters. ``narrowed`` has for each filter in force, by the column that it is about, the records that it leaves."""

    def __init__(self, expression: Expression, narrowed: Mapping[str, Terms], order: Order = Order.RELEVANCE) -> None:
        self.tiers = tiers_of(expression)
        self.narrowed = narrowed
        self.order = order
        self.database = database()
        self._groups: dict[str, list[tuple[object, ...]] | None] = {}

    def _question(self, terms: Terms, but: str = "") -> Terms:
        return all_of((terms, *(one for column, one in self.narrowed.items() if column != but)))

    @cached_property
    def _number(self) -> int:
        return self.database.number(self._question(self.tiers[-1]), MOST + 1)

    @property
    def has_more(self) -> bool:
        """Whether more is found than is counted."""
        return self._number > MOST

    def count(self) -> int:
        """How many records are found; ``MOST`` when there are more."""
        return min(self._number, MOST)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, page: slice) -> list[int]:
        """The entries of a page, by their ids."""
        return self._by_tiers(page.start or 0, page.stop)

    def _by_tiers(self, start: int, stop: int) -> list[int]:
        found: list[int] = []
        skip = start
        tiers = self.tiers if self.order == Order.RELEVANCE else self.tiers[-1:]
        for place in range(len(tiers)):
            wanted = stop - start - len(found)
            question = self._question(apart(tiers, place))
            here = self.database.places(question, wanted, skip)
            found += here
            if len(here) == wanted:
                break
            skip = 0 if here or not skip else skip - self.database.number(question, skip)
        return found

    def counts(self, column: str) -> Counter[str] | None:
        """The records found by the values of a column, over all filters but that on the column itself; None when they are too many."""
        but = column if column in self.narrowed else ""
        if but not in self._groups:
            self._groups[but] = self._grouped(but)
        groups = self._groups[but]
        if groups is None:
            return None
        counted: Counter[str] = Counter()
        place = COUNTED.index(column)
        for group in groups:
            if group[place] is not None:
                counted[str(group[place])] += int(str(group[-1]))
        return counted

    def _grouped(self, but: str) -> list[tuple[object, ...]] | None:
        question = self._question(self.tiers[-1], but)
        number = self.database.number(question, MOST + 1) if but else self._number
        return self.database.groups(question, MOST) if number <= MOST else None
