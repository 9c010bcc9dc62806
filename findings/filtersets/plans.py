"""The filters of improvement plans, shared by their page and exports: authority, year, what is missing or late."""

from __future__ import annotations

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable

from findings.follow_up.action_states import action_states, state_choices
from findings.models import Action
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities, regions
from inspections.models import Report


def _with_action(condition: Q) -> Exists:
    """Whether a plan has a live action that fulfils the condition."""
    return Exists(Action.objects.live().filter(condition, report=OuterRef("pk")))


class PlanStateFilter(ChoicesFilter):
    """Plans by the states of their actions: past their date, without a date, without an owner."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The plans with an action in one of the states."""
        found = Q()
        for state in action_states():
            if state.code in values:
                found |= Q(_with_action(state.condition))
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """A column for each state, because a plan can have actions in several."""
        return tuple(Case(When(_with_action(state.condition), then=Value(state.code))) for state in action_states())


class PlanFilterSet(FacetedFilterSet):
    """Filters of improvement plans."""

    authority = ChoicesFilter("authority__slug", load=authorities, label="Authority", shown_as="select")
    state = PlanStateFilter("pk", load=state_choices, label="What is missing or late")
    year = YearsFilter("year", label="Year of the plan")
    region = ChoicesFilter("authority__region", load=regions, label="Region")

    class Meta:
        model = Report
        fields: tuple[str, ...] = ()
