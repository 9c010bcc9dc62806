"""What search made of the words that were typed, with a link to each other way of taking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from findings.search.expressions import as_typed
from findings.search.filters import YES, SearchFilterSet
from findings.search.recognising import Recognised, quoting, without
from findings.search.spelling import respelt, spellings
from inspections.models.partial_dates import display

MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A filter that words name, in words, with the query strings of other searches.

    ``as_words`` searches for the words instead, ``removed`` leaves them out, ``filtered`` chooses the filter for them.
    """

    typed: str
    label: str
    value: str
    as_words: str
    removed: str
    filtered: str


class Understanding:
    """How a search was understood; every link keeps the filters that are chosen."""

    def __init__(self, filterset: SearchFilterSet) -> None:
        self.filterset = filterset
        self.typed = filterset.typed
        self.query = filterset.understood
        self.is_literal = filterset.is_literal

    @cached_property
    def taken(self) -> tuple[NamedFilter, ...]:
        """The names that were taken as filters; one that stands for several choices of a filter is told once."""
        return tuple(_together(map(self._named, self.filterset.recognised)))

    @cached_property
    def passed_over(self) -> tuple[NamedFilter, ...]:
        """The names that were left out because the form has another choice of their filter."""
        return tuple(map(self._named, self.filterset.passed_over))

    @cached_property
    def offered(self) -> tuple[NamedFilter, ...]:
        """The names that could be taken as filters too."""
        return tuple(map(self._named, self.filterset.recognition.offered[:MOST_OFFERED]))

    @property
    def is_beside_or(self) -> bool:
        """Whether names were not taken as filters because of an OR."""
        return self.filterset.recognition.is_beside_or

    @property
    def as_it_stands(self) -> str:
        """The query string that searches for the words as they stand; "" where nothing else was done."""
        expression = self.query.expression
        is_other = self.filterset.recognition.taken or (expression and as_typed(expression) != expression)
        return self._link(literally=YES) if is_other else ""

    @property
    def as_understood(self) -> str:
        """The query string that takes names and terms of the field as such again."""
        return self._link(literally="")

    @cached_property
    def spelling(self) -> str:
        """The text with words of the index in place of those that seem misspelt; "" if there are none."""
        search, expression = self.filterset.search, self.query.expression
        offered = spellings(expression, search.count()) if search is not None and expression else {}
        return respelt(self.typed, offered) if offered else ""

    @property
    def respelt(self) -> str:
        """The query string that searches for this spelling."""
        return self._link(q=self.spelling)

    def _named(self, one: Recognised) -> NamedFilter:
        typed, own = self.typed, self.filterset.filters[one.filter]
        label = str(own.label).partition(",")[0]
        rest = without(typed, [one])
        return NamedFilter(
            one.typed,
            label[:1].lower() + label[1:],
            self.filterset.label_of(one) or display(one.value),
            self._link(q=quoting(typed, one)),
            self._link(q=rest),
            self._link(q=rest, **{one.filter: one.value}),
        )

    def _link(self, **changed: str) -> str:
        query = self.filterset.query.copy()
        query.pop("page", None)
        for name, value in changed.items():
            query[name] = value
            if not value:
                del query[name]
        return f"?{query.urlencode()}"


def _together(named: Iterable[NamedFilter]) -> Iterator[NamedFilter]:
    """The filters, those that the same words name of one kind as one: "Care leavers or Children in care"."""
    for _, alike in groupby(named, key=lambda one: (one.typed, one.label)):
        first, *others = alike
        yield replace(first, value=" or ".join([first.value, *(other.value for other in others)]))
