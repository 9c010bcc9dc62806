"""Answering a query: how many records it finds, how they spread over the choices of each filter, and which stand on a page.

No answer takes the longer the more is found: beyond ``MOST`` records nothing is counted, and no page is shown. The page says so. Answers are
remembered while the version of the knowledge base stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from findings.search.databases import COUNTED, database
from findings.search.language import Expression
from findings.search.relevance import apart, tiers_of
from findings.search.terms import Terms, all_of
from inspections import version

Answer = TypeVar("Answer")

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
        self.state = version.stamp()

    def _question(self, terms: Terms, but: str = "") -> Terms:
        return all_of((terms, *(one for column, one in self.narrowed.items() if column != but)))

    def _remembered(self, what: str, question: Terms, ask: Callable[[], Answer]) -> Answer:
        return version.remembered(f"search: {what} {MOST} {question}", self.state, ask)

    def _number_of(self, question: Terms) -> int:
        return self._remembered("number", question, lambda: self.database.number(question, MOST + 1))

    @cached_property
    def _number(self) -> int:
        return self._number_of(self._question(self.tiers[-1]))

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
            here = self._places(question, wanted, skip)
            found += here
            if len(here) == wanted:
                break
            skip = 0 if here or not skip else max(0, skip - self._number_of(question))
        return found

    def _places(self, question: Terms, wanted: int, skip: int) -> list[int]:
        what = f"{wanted} places after {skip}"
        return self._remembered(what, question, lambda: self.database.places(question, wanted, skip))

    def counts(self, column: str) -> Mapping[str, int] | None:
        """The records found by the values of a column, over all filters but that on the column itself; None when they are too many."""
        question = self._question(self.tiers[-1], but=column)
        if self._number_of(question) > MOST:
            return None
        return self._remembered("counts", question, lambda: self._counted(question))[column]

    def _counted(self, question: Terms) -> dict[str, Counter[str]]:
        """What is found by the values of every column."""
        by: dict[str, Counter[str]] = {column: Counter() for column in COUNTED}
        for *values, number in self.database.groups(question, MOST):
            for column, value in zip(COUNTED, values, strict=True):
                if value is not None:
                    by[column][str(value)] += number
        return by
