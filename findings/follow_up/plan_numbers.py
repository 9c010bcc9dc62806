"""The numbers of plans, for lists of them: actions in all and by state, and recommendations without an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from findings.follow_up.action_states import ActionState, action_states
from findings.follow_up.progress import actions_of
from findings.labels import plan_key
from findings.models import Action
from findings.references.answers import answers, asked_of_outer_plan, unanswered_of_outer_plan


def with_numbers(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Plans with the numbers of their actions, in all and by state, and of the recommendations that they answer or not.

    The number of actions in a state is in the column that ``ActionState.column`` names.
    """
    actions = Action.objects.live().filter(report=OuterRef("pk"))
    links = answers().filter(action__retired_at__isnull=True, report=OuterRef("pk"))
    found: QuerySet[Any] = rows.annotate(
        number_of_actions=_number(actions),
        number_of_links=_number(links),
        number_to_answer=_number(asked_of_outer_plan(), Count("original", distinct=True)),
        number_unanswered=_number(unanswered_of_outer_plan(), Count("original", distinct=True)),
        **{state.column: _number(actions.filter(state.condition)) for state in action_states()},
    )
    return found.select_related("authority", "inspection__authority", "inspection__framework", "source")


def _number(found: QuerySet[Any], counting: Count | None = None) -> Coalesce:
    in_one = found.order_by().annotate(all=Value(1)).values("all")
    return Coalesce(Subquery(in_one.annotate(number=counting or Count("pk")).values("number")), 0)


def late_or_missing(plan: Any, states: Iterable[ActionState]) -> list[tuple[str, str, int, str]]:
    """What a plan ``with_numbers`` lacks: the words for it, what is counted, the number, and the address of these."""
    found = [
        (state.label, "action", getattr(plan, state.column), actions_of(plan_key(plan), state=state.code))
        for state in states
    ]
    address = f"{reverse('plan', args=[plan.authority_slug, plan.slug])}#checks"
    return [one for one in (*found, ("Unanswered", "recommendation", plan.number_unanswered, address)) if one[2]]
