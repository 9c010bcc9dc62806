"""The filters of improvement plans, shared by their page and exports: authority, year, what is missing or late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count, Exists, OuterRef, Q

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

    is_in_columns = False

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The plans with an action in one of the states."""
        found = Q()
        for state in action_states():
            if state.code in values:
                found |= Q(_with_action(state.condition))
        return rows.filter(found)

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """The number of plans by the states of their actions, all of which are read once, and counted by plan."""
        states = action_states()
        actions = Action.objects.live().filter(report__in=rows.order_by().values("pk")).order_by()
        numbers = {state.column: Count("pk", filter=state.condition) for state in states}
        by_plan = actions.values("report").annotate(**numbers).values_list(*numbers)
        plans = Counter(state.code for found in by_plan for state, number in zip(states, found, strict=True) if number)
        return dict(plans)


class PlanFilterSet(FacetedFilterSet):
    """Filters of improvement plans."""

    authority = ChoicesFilter("authority__slug", load=authorities, label="Authority", shown_as="select")
    state = PlanStateFilter("pk", load=state_choices, label="What is missing or late")
    year = YearsFilter("year", label="Year of the plan")
    region = ChoicesFilter("authority__region", load=regions, label="Region")

    class Meta:
        model = Report
        fields: tuple[str, ...] = ()
