"""Improvement plans: actions by priority with what each answers, and what no action answers.

The recommendations that a plan has to answer are those that it lists itself and those of the inspection's own reports that it follows up. One is
answered when an action of the plan cites it, or cites another that says the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from findings.content import Content, Item
from findings.models import Action, CrossReference, Recommendation, Section
from inspections.models import Report


@dataclass(frozen=True, slots=True)
class Priority:
    """One priority of a plan: its number as printed, the heading of its section ("" if none), and its actions."""

    number: str
    heading: str
    actions: tuple[Item, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"priority-{self.number or 'none'}"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The recommendations of one report that no action of the plan answers, out of how many."""

    report: Report
    recommendations: tuple[Recommendation, ...]
    of: int


def priorities_of(content: Content) -> tuple[Priority, ...]:
    """The plan's actions by priority, in printed order."""
    grouped: dict[str, list[Item]] = defaultdict(list)
    headings: dict[str, Section | None] = {}
    for part in content.parts:
        for item in part.items:
            if isinstance(item.record, Action):
                grouped[item.record.priority].append(item)
                headings.setdefault(item.record.priority, part.section)
    return tuple(
        Priority(number, section.heading if (section := headings[number]) else "", tuple(actions))
        for number, actions in grouped.items()
    )


def unanswered_of(plan: Report) -> tuple[Unanswered, ...]:
    """What no action of the plan answers, by the report that asks for it."""
    asks = Q(report=plan)
    if plan.inspection_id:
        asks |= Q(report__inspection_id=plan.inspection_id, report__is_own=True)
    asked = (
        Recommendation.objects.published()
        .top_level()
        .filter(asks)
        .select_related("report__authority")
        .order_by("report", "ordinal")
    )
    cited = CrossReference.objects.filter(action__report=plan, action__retired_at__isnull=True).exclude(
        target_recommendation=None
    )
    answered: set[int | None] = set()
    for target, parent, restated in cited.values_list(
        "target_recommendation", "target_recommendation__parent", "target_recommendation__restates"
    ):
        answered |= {target, parent, restated}
    grouped: dict[Report, list[Recommendation]] = defaultdict(list)
    for recommendation in asked:
        grouped[recommendation.report].append(recommendation)
    answered.discard(None)
    return tuple(
        Unanswered(report, tuple(r for r in found if not {r.pk, r.restates_id} & answered), len(found))
        for report, found in grouped.items()
    )
