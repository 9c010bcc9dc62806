"""The filters of actions, shared by their page and exports: authority, plan, priority, and what is missing or late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat

from findings.exports.actions import ACTION_COLUMNS
from findings.filtersets.answered_recommendation import AnsweredRecommendationFilter
from findings.filtersets.columns import FilterSetWithColumns
from findings.filtersets.interpretations import ThemeFilter
from findings.filtersets.kept_counts import kept_counts
from findings.filtersets.words import WordsFilter
from findings.follow_up.action_states import action_states, state_choices
from findings.labels import plan_key, printed_order, short_title
from findings.models import Action
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows, YearsFilter
from inspections.lists.filtersets import authorities
from inspections.lists.grouping import BY_REPORT
from inspections.models import Report
from inspections.models.source import UNKNOWN_AUTHORITY, owned_by
from inspections.vocabulary import RecordKind

MOST_PLANS = 60
"""The most plans that are offered as choices; where there are more, an authority or a year has to be chosen first."""


def plans() -> Iterable[tuple[str, str]]:
    """The published plans that have live actions, the newest first."""
    found = Report.objects.published().filter(pk__in=Action.objects.live().values("report"))
    needed = ("kind", "slug", "published", "year", "authority__name", "authority__slug")
    for plan in found.select_related("authority").only(*needed).order_by("-published", "authority__name", "slug"):
        yield plan_key(plan), f"{plan.authority.name if plan.authority else 'Unknown authority'}, {short_title(plan)}"


class PlanOfActionFilter(ChoicesFilter):
    """Actions of one of the plans."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The actions of the plans."""
        found = Q()
        for authority, _, slug in (value.partition("/") for value in values):
            found |= owned_by(authority, "report__") & Q(report__slug=slug)
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """The name of the plan in addresses."""
        authority, plan = (F(path.removeprefix(group)) for path in ("report__authority__slug", "report__slug"))
        return (Concat(Coalesce(authority, Value(UNKNOWN_AUTHORITY)), Value("/"), plan, output_field=CharField()),)

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The plans that have actions, unless there are more than ``MOST_PLANS``, and the chosen plans."""
        offered = counted if len(counted) <= MOST_PLANS else {key: counted[key] for key in chosen if key in counted}
        return super().choices(field, offered, chosen) if offered or chosen else ()


class PrintedValueField(ChoicesField):
    """Any text that a cell can hold; a text that no row holds is valid."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is one line of printable characters."""
        return str(value).isprintable()


class PrintedValueFilter(ChoicesFilter):
    """Rows whose column holds one of the values as printed; choices that are numbers stand in numeric order."""

    field_class = PrintedValueField

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The values that some row holds, and the chosen ones."""
        values = sorted({*counted, *filter(None, chosen)}, key=printed_order)
        return tuple(FilterChoice(value, value, counted.get(value, 0), value in chosen) for value in values)


class ActionStateFilter(ChoicesFilter):
    """Actions by state: past their date, or without a date, an owner, a measure or a recommendation."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The actions that are in one of the states."""
        found = Q()
        for state in action_states():
            if state.code in values:
                found |= state.condition
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """A column for each state, because an action can be in several."""
        return tuple(Case(When(state.condition, then=Value(state.code))) for state in action_states())


class ActionFilterSet(FilterSetWithColumns):
    """Filters of actions."""

    known_columns = ACTION_COLUMNS
    group = BY_REPORT
    kept = kept_counts(RecordKind.ACTION)

    text = WordsFilter(RecordKind.ACTION, label="Words", hint="As in search, in any cell of the action")
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    plan = PlanOfActionFilter("report__slug", load=plans, label="Plan", shown_as="select")
    recommendation = AnsweredRecommendationFilter("pk", label="Recommendation that they answer")
    state = ActionStateFilter("pk", load=state_choices, label="What is missing or late")
    theme = ThemeFilter(RecordKind.ACTION)
    priority = PrintedValueFilter("priority", label="Priority, as printed")
    rag = PrintedValueFilter("rag", label="Rating of progress, as printed")
    year = YearsFilter("report__year", label="Year of the plan")

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()
