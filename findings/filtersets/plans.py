"""The filters of improvement plans, shared by their page and exports: whose, of which year, and what is missing or late in them."""

from __future__ import annotations

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable

from findings.filtersets.actions import conditions, states
from findings.models import Action
from inspections.lists.filters import ChoicesFilter, Rows, YearsFilter
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import authorities, regions
from inspections.models import Report


def _with_action(condition: Q) -> Exists:
    """Whether a plan has an action of which the condition is true."""
    return Exists(Action.objects.live().filter(condition, report=OuterRef("pk")))


class PlanState(ChoicesFilter):
    """Plans that have an action of which something can be said: past its date, without one, without an owner."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Leave the plans with an action of which one of the things is true."""
        found = Q()
        for code, _, condition in conditions():
            if code in values:
                found |= Q(_with_action(condition))
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """What is true of an action of the plan, one column each, because several things can be."""
        return tuple(Case(When(_with_action(condition), then=Value(code))) for code, _, condition in conditions())


class PlanFilterSet(FacetedFilterSet):
    """Filters of improvement plans."""

    authority = ChoicesFilter("authority__slug", load=authorities, label="Authority", shown_as="select")
    state = PlanState("pk", load=states, label="What is missing or late")
    year = YearsFilter("year", label="Year of the plan")
    region = ChoicesFilter("authority__region", load=regions, label="Region")

    class Meta:
        model = Report
        fields: tuple[str, ...] = ()
