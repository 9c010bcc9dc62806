"""The states of actions that people look for: past their date, or without something that an action needs.

Filters, counts and exports of plans all use the codes of these states.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from findings.models.actions import WITHOUT_DATE, WITHOUT_MEASURE, WITHOUT_OWNER, WITHOUT_READABLE_DATE, past_due
from findings.references.answers import answers_nothing


@dataclass(frozen=True, slots=True)
class ActionState:
    """A state: its code in addresses, its label, and the condition that leaves the actions in it."""

    code: str
    label: str
    condition: Q

    @property
    def column(self) -> str:
        """The name of the column that counts the actions in it: "actions_no_date"."""
        return f"actions_{self.code.replace('-', '_')}"


def action_states() -> tuple[ActionState, ...]:
    """All states, as of today. An action can be in several."""
    return (
        ActionState("overdue", "Date has passed", past_due(timezone.localdate())),
        ActionState("no-date", "No date", WITHOUT_DATE),
        ActionState("unreadable-date", "Unclear date", WITHOUT_READABLE_DATE),
        ActionState("no-owner", "No owner", WITHOUT_OWNER),
        ActionState("no-measure", "No measure", WITHOUT_MEASURE),
        ActionState("no-recommendation", "Answers nothing", answers_nothing()),
    )


def state_choices() -> tuple[tuple[str, str], ...]:
    """The code and label of each state, as filters offer them."""
    return tuple((state.code, state.label) for state in action_states())
