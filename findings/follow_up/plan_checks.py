"""What to look at in an improvement plan: what is past its date, what an action lacks, and what no action answers.

A check is a state of actions (``findings.follow_up.action_states``), or recommendations that the plan has to answer and
no action does. Dates are compared with a day that is named wherever the checks show. A plan is as of the day on which
it was written, so a check is a reason to ask, and no proof that something was not done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Value, When
from django.urls import reverse
from django.utils.http import urlencode

from findings.follow_up.action_states import action_states
from findings.follow_up.plans import AskedOfPlan
from findings.follow_up.progress import actions_of
from findings.labels import label_of, plan_key
from findings.models import Action, Recommendation
from findings.references.answers import original_of
from inspections.models import Report

SHOWN = 12
"""How many records of a check its row on the page names; the list and the file have all of them."""
UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """A record that a check names: the code and label of the check, the record, and its name."""

    check: str
    check_label: str
    record: Action | Recommendation
    label: str

    def get_absolute_url(self) -> str:
        """The permanent address of the record."""
        return self.record.get_absolute_url()


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """A check of a plan: its code, label and meaning, the records found, of how many, and the address of their list."""

    code: str
    label: str
    meaning: str
    found: tuple[CheckedRecord, ...]
    of: int
    what: str
    url: str

    @property
    def shown(self) -> tuple[CheckedRecord, ...]:
        """The first of the records."""
        return self.found[:SHOWN]

    @property
    def more(self) -> int:
        """How many records are not among the first."""
        return max(0, len(self.found) - SHOWN)


def checks_of(plan: Report, asked: Iterable[AskedOfPlan]) -> tuple[PlanCheck, ...]:
    """All checks of a plan, those without a finding too, in one query."""
    states = action_states()
    marks: dict[str, Any] = {
        state.column: Case(When(state.condition, then=True), default=Value(False), output_field=BooleanField())
        for state in states
    }
    actions = list(Action.objects.live().filter(report=plan).annotate(**marks).order_by("ordinal"))
    for action in actions:
        action.report = plan
    checks = [
        PlanCheck(
            state.code,
            state.label,
            state.meaning,
            tuple(
                CheckedRecord(state.code, state.label, action, label_of(action))
                for action in actions
                if getattr(action, state.column)
            ),
            len(actions),
            "action",
            actions_of(plan_key(plan), state=state.code),
        )
        for state in states
    ]
    return (*checks, _unanswered(plan, list(asked)))


def _unanswered(plan: Report, asked: list[AskedOfPlan]) -> PlanCheck:
    """Each recommendation counts once, though the plan may list what the inspection's report prints."""
    label = "No action answers it"
    unanswered = {original_of(one): one for of_report in asked for one in of_report.unanswered}
    found = tuple(CheckedRecord(UNANSWERED, label, one, label_of(one)) for one in unanswered.values())
    to_answer = {original_of(one.recommendation) for of_report in asked for one in of_report.asked}
    query = {"authority": plan.authority_slug, "answered": "no"}
    return PlanCheck(
        UNANSWERED,
        label,
        "Recommendations of the inspection that the plan follows up, or that it lists itself, to which no action leads",
        found,
        len(to_answer),
        "recommendation",
        f"{reverse('recommendations')}?{urlencode(query)}" if plan.authority_id else "",
    )


def due_of(row: CheckedRecord) -> date | None:
    """The day by which an action is to be done, where the wording tells one."""
    return row.record.due_by if isinstance(row.record, Action) else None
