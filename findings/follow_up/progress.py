"""The progress of an improvement plan by priority: actions by rating, and those that are late or lack something.

Every number links to the list of the actions that it counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode

from findings.follow_up.action_states import action_states
from findings.labels import plan_key, printed_order
from findings.models import Action
from inspections.models import Report


@dataclass(frozen=True, slots=True)
class ActionCount:
    """A number of actions, and the address of their list."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A priority of the plan, or the whole plan: the number of actions, by rating, and by state."""

    name: str
    actions: ActionCount
    ratings: tuple[ActionCount, ...]
    states: tuple[ActionCount, ...]


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """The table: the ratings that the plan prints, the labels of the states, and a row for each priority.

    The last row has the totals.
    """

    ratings: tuple[str, ...]
    states: tuple[str, ...]
    rows: tuple[ProgressRow, ...]


def actions_of(plan: str, **more: str) -> str:
    """The address of the list of a plan's actions, with more filters."""
    return f"{reverse('actions')}?{urlencode({'plan': plan, **more})}"


def progress_of(plan: Report) -> PlanProgress:
    """Count the actions of a plan, in two queries."""
    actions = Action.objects.live().filter(report=plan).order_by().values("priority")
    states = action_states()
    total: Counter[str] = Counter()
    in_state: dict[str, Counter[str]] = defaultdict(Counter)
    counts = {state.column: Count("pk", filter=state.condition) for state in states}
    for priority, number, *numbers in actions.annotate(number=Count("pk"), **counts).values_list(
        "priority", "number", *counts
    ):
        total[priority] = number
        in_state[priority].update(dict(zip((state.code for state in states), numbers, strict=True)))
    ratings: dict[str, Counter[str]] = defaultdict(Counter)
    for priority, rag, number in actions.values_list("priority", "rag").annotate(number=Count("pk")):
        ratings[priority][rag] += number
    printed = sorted({rag for of_priority in ratings.values() for rag in of_priority if rag}, key=printed_order)

    def row(name: str, priorities: list[str], query: dict[str, str]) -> ProgressRow:
        def count(number: int, **more: str) -> ActionCount:
            return ActionCount(number, actions_of(plan_key(plan), **query, **more))

        return ProgressRow(
            name,
            count(sum(total[one] for one in priorities)),
            tuple(count(sum(ratings[one][rag] for one in priorities), rag=rag) for rag in printed),
            tuple(count(sum(in_state[one][state.code] for one in priorities), state=state.code) for state in states),
        )

    priorities = sorted(total, key=printed_order)
    rows = [row(f"Priority {one}", [one], {"priority": one}) for one in priorities if one]
    return PlanProgress(tuple(printed), tuple(state.label for state in states), (*rows, row("All", priorities, {})))
