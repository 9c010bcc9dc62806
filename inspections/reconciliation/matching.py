"""Which statements of documents speak of the same inspection. No database.

Order of decision, over all statements of one authority at once:

1. Statements of inspections' own reports found the inspections; two of them are the same when framework and dates agree.
2. Every mention looks for the single own inspection that it agrees with best: to the day or month with nothing against
   it, else to the day in one date though another contradicts, else in the year alone.
3. Mentions that no own report answers to are compared among themselves in the same way, the most precise first.
4. A mention that matches two inspections equally stays apart and is marked as ambiguous.

A framework that is not stated agrees with every framework that awards grades. A date that contradicts is borne only where an authority
is inspected once in a year: not with visits, of which there are several; and where only the year is left to agree, the framework
must be stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from inspections.models.partial_dates import agree
from inspections.reference import tables

YEAR_ONLY = len("2019")
WHOLE_DAY = len("2019-07-15")


class Agreement(IntEnum):
    """How well two statements agree on being of the same inspection; more is better."""

    NONE = 0
    YEAR = 1
    CLOSE = 2
    FULL = 3


@dataclass(frozen=True, slots=True, order=True)
class StatedInspection:
    """One inspection as one report states it. ``key`` (identity of the report, anchor) orders and names it; dates are ISO or ""."""

    key: tuple[str, str]
    framework: str = ""
    started: str = ""
    ended: str = ""
    published: str = ""
    is_own: bool = False

    @property
    def dates(self) -> tuple[str, str, str]:
        """First day, last day, publication."""
        return (self.started, self.ended, self.published)

    @property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return frozenset(date[:4] for date in self.dates if date)

    @property
    def precision(self) -> tuple[int, int, int]:
        """How much it tells: framework, longest date, length of all dates."""
        return (bool(self.framework), max(map(len, self.dates)), sum(map(len, self.dates)))


@dataclass(slots=True)
class StatementGroup:
    """Statements of the same inspection. ``ambiguous``: it stands apart only because several inspections match it."""

    statements: list[StatedInspection] = field(default_factory=list)
    ambiguous: bool = False

    @property
    def framework(self) -> str:
        """The framework that any of the statements tells; "" where none does."""
        return next((one.framework for one in self.statements if one.framework), "")


def _graded() -> frozenset[str]:
    return frozenset(framework.code for framework in tables.frameworks() if framework.graded)


def agreement(one: StatedInspection, other: StatedInspection) -> Agreement:
    """How well two statements agree, as far as both tell."""
    graded = _graded()
    frameworks = {one.framework, other.framework} - {""}
    if len(frameworks) > 1 or (one.framework != other.framework and not frameworks <= graded):
        return Agreement.NONE
    once_a_year = frameworks <= graded
    both = [(a, b) for a, b in zip(one.dates, other.dates, strict=True) if a and b]
    agreeing = max((min(len(a), len(b)) for a, b in both if agree(a, b)), default=0)
    contradicted = not all(agree(a, b) for a, b in both)
    if agreeing > YEAR_ONLY and not contradicted:
        return Agreement.FULL
    if agreeing == WHOLE_DAY and once_a_year:
        return Agreement.CLOSE
    borne = once_a_year and one.framework == other.framework != ""
    if one.years & other.years and (borne or not contradicted):
        return Agreement.YEAR
    return Agreement.NONE


def _best(one: StatedInspection, groups: Sequence[Sequence[StatedInspection]]) -> list[int]:
    """The places of the groups that agree with the statement best; none when none agrees."""
    scores = [max(agreement(one, other) for other in group) for group in groups]
    best = max(scores, default=Agreement.NONE)
    return [place for place, score in enumerate(scores) if score == best > Agreement.NONE]


def _keep_apart(one: StatedInspection, apart: list[StatementGroup]) -> None:
    """Put an ambiguous statement with those that say exactly the same."""
    for group in apart:
        if (group.statements[0].framework, group.statements[0].dates) == (one.framework, one.dates):
            group.statements.append(one)
            return
    apart.append(StatementGroup([one], ambiguous=True))


def _own_inspections(own: Sequence[StatedInspection]) -> list[StatementGroup]:
    groups: list[StatementGroup] = []
    for one in own:
        same = [
            c
            for c in groups
            if any(o.framework == one.framework and agreement(one, o) is Agreement.FULL for o in c.statements)
        ]
        if len(same) == 1:
            same[0].statements.append(one)
        else:
            groups.append(StatementGroup([one]))
    return groups


def same_inspections(statements: Iterable[StatedInspection]) -> list[StatementGroup]:
    """Group all statements of one authority by inspection; the same groups in the same order whatever order they come in."""
    ordered = sorted(statements)
    own = _own_inspections([one for one in ordered if one.is_own])
    founders = [tuple(group.statements) for group in own]
    mentioned: list[StatementGroup] = []
    apart: list[StatementGroup] = []
    unanswered: list[StatedInspection] = []
    for one in (one for one in ordered if not one.is_own):
        places = _best(one, founders)
        if len(places) == 1:
            own[places[0]].statements.append(one)
        elif places:
            _keep_apart(one, apart)
        else:
            unanswered.append(one)
    for one in sorted(unanswered, key=lambda one: ([-n for n in one.precision], one)):
        open_to_it = [c for c in mentioned if not one.framework or c.framework in ("", one.framework)]
        places = _best(one, [c.statements for c in open_to_it])
        if len(places) == 1:
            open_to_it[places[0]].statements.append(one)
        elif places:
            _keep_apart(one, apart)
        else:
            mentioned.append(StatementGroup([one]))
    return [*own, *mentioned, *apart]
