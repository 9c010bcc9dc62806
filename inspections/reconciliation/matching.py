"""Grouping of statements that are about the same inspection. Uses no database.

Order of decision, over all statements of one authority at once:

1. Statements of inspections' own reports each start an inspection. Two of them are about the same inspection when
   framework and dates agree.
2. Every mention joins the single own inspection with which it agrees best: to the day or month with no contradiction,
   else to the day in one date although another contradicts, else in the year alone.
3. Mentions that match no own report are compared with each other in the same way, the most precise first.
4. A mention that matches two inspections equally well is kept apart and marked as ambiguous.

Two exact dates of the same thing that lie more than ``FAR_APART`` days from each other are of different inspections,
unless another date agrees to the day. A framework that is not stated agrees with every framework that awards grades. A
contradicting date is accepted only for frameworks that inspect an authority once a year, so not for visits, of which
there are several a year. Where only the year agrees, the framework must be stated too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from inspections.models.partial_dates import agree, is_partial_date
from inspections.reference import tables

YEAR_LENGTH = len("2019")
DAY_LENGTH = len("2019-07-15")
FAR_APART = 120


class Agreement(IntEnum):
    """How well two statements agree that they are about the same inspection; a higher value is better."""

    NONE = 0
    YEAR = 1
    CLOSE = 2
    FULL = 3


@dataclass(frozen=True, slots=True, order=True)
class StatedInspection:
    """An inspection as one report states it.

    ``key`` (identity of the report, anchor of the statement) identifies and sorts it. Dates are ISO 8601 or "".
    """

    key: tuple[str, str]
    framework: str = ""
    started: str = ""
    ended: str = ""
    published: str = ""
    is_own: bool = False

    @property
    def dates(self) -> tuple[str, str, str]:
        """First day, last day, day of publication."""
        return (self.started, self.ended, self.published)

    @property
    def years(self) -> frozenset[str]:
        """The years of its dates."""
        return frozenset(date[:4] for date in self.dates if date)

    @property
    def precision(self) -> tuple[int, int, int]:
        """How much it states: whether a framework, the length of its longest date, the length of all dates."""
        return (bool(self.framework), max(map(len, self.dates)), sum(map(len, self.dates)))


@dataclass(slots=True)
class StatementGroup:
    """Statements about the same inspection. ``ambiguous``: it was kept apart because it matches several inspections."""

    statements: list[StatedInspection] = field(default_factory=list)
    ambiguous: bool = False

    @property
    def framework(self) -> str:
        """The framework that a statement of the group names, "" where none does."""
        return next((statement.framework for statement in self.statements if statement.framework), "")


def group_statements(statements: Iterable[StatedInspection]) -> list[StatementGroup]:
    """Group all statements of one authority by inspection. The order of the statements does not change the result."""
    ordered = sorted(statements)
    own = _group_own([statement for statement in ordered if statement.is_own])
    # Mentions are compared with own statements only, not with the mentions that joined them.
    own_statements = [tuple(group.statements) for group in own]
    mentioned: list[StatementGroup] = []
    ambiguous: list[StatementGroup] = []
    unmatched: list[StatedInspection] = []
    for mention in (statement for statement in ordered if not statement.is_own):
        matches = _best_matches(mention, own_statements)
        if len(matches) == 1:
            own[matches[0]].statements.append(mention)
        elif matches:
            _keep_apart(mention, ambiguous)
        else:
            unmatched.append(mention)
    for mention in sorted(unmatched, key=lambda mention: ([-number for number in mention.precision], mention)):
        matches = _best_matches(mention, [group.statements for group in mentioned])
        if len(matches) == 1:
            mentioned[matches[0]].statements.append(mention)
        elif matches:
            _keep_apart(mention, ambiguous)
        else:
            mentioned.append(StatementGroup([mention]))
    return [*own, *mentioned, *ambiguous]


def agreement(one: StatedInspection, other: StatedInspection) -> Agreement:
    """Return how well two statements agree in the facts that both of them state."""
    graded = _graded_frameworks()
    frameworks = {one.framework, other.framework} - {""}
    if len(frameworks) > 1 or (one.framework != other.framework and not frameworks <= graded):
        return Agreement.NONE
    is_yearly = frameworks <= graded
    pairs = [(a, b) for a, b in zip(one.dates, other.dates, strict=True) if a and b]
    agreed_length = max((min(len(a), len(b)) for a, b in pairs if agree(a, b)), default=0)
    contradicted = not all(agree(a, b) for a, b in pairs)
    if agreed_length < DAY_LENGTH and any(_far_apart(a, b) for a, b in pairs):
        return Agreement.NONE
    if agreed_length > YEAR_LENGTH and not contradicted:
        return Agreement.FULL
    if agreed_length == DAY_LENGTH and is_yearly:
        return Agreement.CLOSE
    may_contradict = is_yearly and one.framework == other.framework != ""
    if one.years & other.years and (may_contradict or not contradicted):
        return Agreement.YEAR
    return Agreement.NONE


def _far_apart(one: str, other: str) -> bool:
    """Tell whether two exact dates are too far apart to be one date that somebody misprinted."""
    if not (is_partial_date(one) and is_partial_date(other)) or min(len(one), len(other)) < DAY_LENGTH:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > FAR_APART


def _graded_frameworks() -> frozenset[str]:
    return frozenset(framework.code for framework in tables.frameworks() if framework.graded)


def _best_matches(statement: StatedInspection, groups: Sequence[Sequence[StatedInspection]]) -> list[int]:
    """Return the indexes of the groups that agree best with the statement, none when no group agrees."""
    scores = [max(agreement(statement, other) for other in group) for group in groups]
    best = max(scores, default=Agreement.NONE)
    return [index for index, score in enumerate(scores) if score == best > Agreement.NONE]


def _keep_apart(statement: StatedInspection, ambiguous: list[StatementGroup]) -> None:
    """Add an ambiguous statement to the group with the same framework and dates, or to a group of its own."""
    for group in ambiguous:
        first = group.statements[0]
        if (first.framework, first.dates) == (statement.framework, statement.dates):
            group.statements.append(statement)
            return
    ambiguous.append(StatementGroup([statement], ambiguous=True))


def _group_own(statements: Sequence[StatedInspection]) -> list[StatementGroup]:
    """Group statements of own reports; one that matches several groups, or none, starts a group."""
    groups: list[StatementGroup] = []
    for statement in statements:
        matches = [group for group in groups if any(_is_same_own(statement, other) for other in group.statements)]
        if len(matches) == 1:
            matches[0].statements.append(statement)
        else:
            groups.append(StatementGroup([statement]))
    return groups


def _is_same_own(one: StatedInspection, other: StatedInspection) -> bool:
    return one.framework == other.framework and agreement(one, other) is Agreement.FULL
