"""Grouping of statements that are about the same inspection. Uses no database.

Order of decision, over all statements of one authority at once:

1. Statements of inspections' own reports each start an inspection. Two of them are about the same inspection when
   framework and dates agree.
2. Every mention joins the single own inspection with which it agrees best: to the day or month with no contradiction,
   else to the day in one date although another contradicts, or to the week in the day of publication, else because one
   tells when it was published and the other that this was soon before, else in the year alone.
3. Mentions that match no own report are compared with each other in the same way, the most precise first.
4. A mention that matches two inspections equally well is kept apart and marked as ambiguous.

Two exact dates of the same thing that lie more than ``FAR_APART`` days from each other are of different inspections,
unless another date agrees to the day. A framework that is not stated agrees with every framework that awards grades. A
contradicting date is accepted only for frameworks that inspect an authority once a year, so not for visits, of which
there are several a year. Where only the year agrees, the framework must be stated too. Reports are published within
``FAR_APART`` days of their inspection, and two of one authority never within ``SAME_WEEK`` days: lists often print the
day on which a report went online, a day after the one that it prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from inspections.models.partial_dates import agree, earliest_day, is_partial_date, latest_day
from inspections.reference import tables
from inspections.vocabulary import FrameworkType

YEAR_LENGTH = len("2019")
DAY_LENGTH = len("2019-07-15")
FAR_APART = 120
SAME_WEEK = 7
REVIEWS = frozenset(tables.framework_codes(FrameworkType.REVIEW, FrameworkType.AREA))
"""Frameworks whose reports may appear in the same days as that of a full inspection."""


class Agreement(IntEnum):
    """How well two statements agree that they are about the same inspection; a higher value is better."""

    NONE = 0
    YEAR = 1
    AFTER = 2
    CLOSE = 3
    FULL = 4


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
    is_full = is_yearly and not frameworks & REVIEWS
    if (is_yearly and agreed_length == DAY_LENGTH) or (is_full and _published_in_one_week(one, other)):
        return Agreement.CLOSE
    if is_full and (_published_after(one, other) or _published_after(other, one)):
        return Agreement.AFTER
    may_contradict = is_yearly and one.framework == other.framework != ""
    if one.years & other.years and (may_contradict or not contradicted):
        return Agreement.YEAR
    return Agreement.NONE


def _far_apart(one: str, other: str) -> bool:
    """Tell whether two exact dates are too far apart to be one date that somebody misprinted."""
    if not (is_partial_date(one) and is_partial_date(other)) or min(len(one), len(other)) < DAY_LENGTH:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > FAR_APART


def _published_in_one_week(one: StatedInspection, other: StatedInspection) -> bool:
    """Tell whether both were published within a week, and no other date contradicts."""
    if not (is_partial_date(one.published) and is_partial_date(other.published)):
        return False
    if min(len(one.published), len(other.published)) < DAY_LENGTH:
        return False
    days = abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)
    pairs = ((one.started, other.started), (one.ended, other.ended))
    return days <= SAME_WEEK and all(agree(a, b) for a, b in pairs if a and b)


def _published_after(listed: StatedInspection, inspected: StatedInspection) -> bool:
    """Tell whether one states its day of publication alone, and the other that it was inspected soon before."""
    first, last = inspected.started or inspected.ended, inspected.ended or inspected.started
    if listed.started or listed.ended or inspected.published or not all(map(is_partial_date, (first, last))):
        return False
    if len(listed.published) < DAY_LENGTH or not is_partial_date(listed.published):
        return False
    if min(len(first), len(last)) <= YEAR_LENGTH:
        return False
    published = date.fromisoformat(listed.published)
    return earliest_day(first) < published <= latest_day(last) + timedelta(days=FAR_APART)


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
