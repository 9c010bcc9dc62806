"""The states of actions that people look for: past their date, or without something that an action needs.

Filters, counts and exports of plans all use the codes of these states.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from findings.models import Action
from findings.models.actions import DONE, WITHOUT_DATE, WITHOUT_MEASURE, WITHOUT_OWNER, WITHOUT_READABLE_DATE, past_due
from findings.references.answers import answers_nothing


@dataclass(frozen=True, slots=True)
class ActionState:
    """A state: its code in addresses, its label, its meaning, and what makes the condition of the actions in it."""

    code: str
    label: str
    meaning: str
    leave: Callable[[], Q]

    @property
    def condition(self) -> Q:
        """The condition that leaves the actions in it, as of today."""
        return self.leave()

    @property
    def column(self) -> str:
        """The name of the column that counts the actions in it: "actions_no_date"."""
        return f"actions_{self.code.replace('-', '_')}"


def action_states() -> tuple[ActionState, ...]:
    """All states. An action can be in several."""
    return (
        ActionState(
            "overdue",
            "Date has passed",
            "The day by which it was to be done has passed, and the plan does not rate it as done",
            lambda: past_due(timezone.localdate()),
        ),
        ActionState("no-date", "No date", "The plan prints no date", lambda: WITHOUT_DATE),
        ActionState(
            "unreadable-date",
            "Unclear date",
            "The plan says when, in words that tell no last day",
            lambda: WITHOUT_READABLE_DATE,
        ),
        ActionState("no-owner", "No owner", "The plan prints nobody who leads it", lambda: WITHOUT_OWNER),
        ActionState("no-measure", "No measure", "The plan prints no measure of success", lambda: WITHOUT_MEASURE),
        ActionState(
            "no-recommendation",
            "Answers nothing",
            "It names no recommendation of a report that is held",
            answers_nothing,
        ),
    )


def state_choices() -> tuple[tuple[str, str], ...]:
    """The code and label of each state, as filters offer them."""
    return tuple((state.code, state.label) for state in action_states())


def is_overdue(action: Action) -> bool:
    """Whether an action is in the state "overdue" today: what ``past_due`` asks the database."""
    is_past = action.due_by is not None and action.due_by < timezone.localdate()
    return is_past and action.rag.strip().lower() not in DONE
