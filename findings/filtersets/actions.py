"""The filters of actions, shared by their page and exports: whose, of which plan and priority, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone

from findings.exports.recommendations import ACTION_COLUMNS
from findings.filtersets.columns import FilterSetWithColumns
from findings.labels import short_title
from findings.models import Action
from findings.models.actions import (
    WITHOUT_DATE,
    WITHOUT_MEASURE,
    WITHOUT_OWNER,
    WITHOUT_READABLE_DATE,
    past_due,
    without_recommendation,
)
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows, WordsFilter, YearsFilter
from inspections.lists.filtersets import authorities
from inspections.lists.grouping import BY_REPORT
from inspections.models import Report

UNKNOWN = "unknown"
MOST_PLANS = 60
"""Plans that are offered to choose from; where there are more, an authority or a year has to be chosen first."""


def conditions() -> tuple[tuple[str, str, Q], ...]:
    """What can be asked of an action: its code in addresses, its name, and the condition."""
    return (
        ("overdue", "Date has passed", past_due(timezone.localdate())),
        ("no-date", "No date", WITHOUT_DATE),
        ("unreadable-date", "Unclear date", WITHOUT_READABLE_DATE),
        ("no-owner", "No owner", WITHOUT_OWNER),
        ("no-measure", "No measure", WITHOUT_MEASURE),
        ("no-recommendation", "Answers nothing", without_recommendation()),
    )


def plan_key(plan: Report) -> str:
    """The plan as addresses name it: "medway/improvement-plan-2020-01-14"."""
    return f"{plan.authority_slug}/{plan.slug}"


def plans() -> Iterable[tuple[str, str]]:
    """Every plan that has actions, the newest first."""
    found = Report.objects.published().filter(pk__in=Action.objects.live().values("report"))
    needed = ("kind", "slug", "published", "year", "authority__name", "authority__slug")
    for plan in found.select_related("authority").only(*needed).order_by("-published", "authority__name", "slug"):
        yield plan_key(plan), f"{plan.authority.name if plan.authority else 'Unknown authority'}, {short_title(plan)}"


def states() -> Iterable[tuple[str, str]]:
    """What can be asked of an action."""
    return ((code, name) for code, name, _ in conditions())


class PlanOfAction(ChoicesFilter):
    """Actions of one of the plans."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Leave the actions of the plans."""
        found = Q()
        for authority, _, slug in (value.partition("/") for value in values):
            owner = Q(report__authority__isnull=True) if authority == UNKNOWN else Q(report__authority__slug=authority)
            found |= owner & Q(report__slug=slug)
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """The plan's name in addresses."""
        authority, plan = (F(path.removeprefix(group)) for path in ("report__authority__slug", "report__slug"))
        return (Concat(Coalesce(authority, Value(UNKNOWN)), Value("/"), plan, output_field=CharField()),)

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The plans that are counted, where they are not too many, and those that are chosen."""
        offered = counted if len(counted) <= MOST_PLANS else {key: counted[key] for key in chosen if key in counted}
        return super().choices(field, offered, chosen) if offered or chosen else ()


class PrintedValueField(ChoicesField):
    """Anything that can be printed in a cell; what no row prints is no mistake."""

    def valid_value(self, value: Any) -> bool:
        """Whether it can be printed in one line."""
        return str(value).isprintable()


def natural(value: str) -> tuple[int, str]:
    """By which printed values are sorted: numbers first, in their order."""
    return (int(value), "") if value.isdecimal() else (1_000_000, value)


class PrintedValue(ChoicesFilter):
    """Rows whose column holds one of the values as printed; numbers stand in their order."""

    field_class = PrintedValueField

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The values that are counted, and those that are chosen."""
        values = sorted({*counted, *filter(None, chosen)}, key=natural)
        return tuple(FilterChoice(value, value, counted.get(value, 0), value in chosen) for value in values)


class ActionState(ChoicesFilter):
    """Actions of which something can be said: past their date, without one, without an owner, a measure, a recommendation."""

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """Leave the actions of which one of the things is true."""
        found = Q()
        for code, _, condition in conditions():
            if code in values:
                found |= condition
        return rows.filter(found)

    def columns(self, group: str = "") -> tuple[Combinable, ...]:
        """What is true of an action, one column each, because several can be."""
        return tuple(Case(When(condition, then=Value(code))) for code, _, condition in conditions())


class ActionFilterSet(FilterSetWithColumns):
    """Filters of actions."""

    known_columns = ACTION_COLUMNS
    group = BY_REPORT

    text = WordsFilter("text", label="Words", hint="Actions that hold all of these words")
    authority = ChoicesFilter("report__authority__slug", load=authorities, label="Authority", shown_as="select")
    plan = PlanOfAction("report__slug", load=plans, label="Plan", shown_as="select")
    state = ActionState("pk", load=states, label="What is missing or late")
    priority = PrintedValue("priority", label="Priority, as printed")
    rag = PrintedValue("rag", label="Rating of progress, as printed")
    year = YearsFilter("report__year", label="Year of the plan")

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()
