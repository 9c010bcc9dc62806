"""Improvement plans: actions by priority with what each answers, and recommendations without an answer.

A plan has to answer the recommendations that it lists itself, and those of the own reports of the inspection that it
follows up. ``findings.references.answers`` decides which of them are answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from django.db.models import Q

from findings.models import Action, Recommendation, Section
from findings.references.answers import answered_by_each_action, answered_in
from findings.references.links import RecordLink
from findings.reports.chapters import LONGEST, weight_of
from findings.reports.content import ContentItem, ReportContent
from inspections.models import Report

AROUND_AN_ANSWER = 300


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action with the recommendations that it answers, and its references without a target."""

    item: ContentItem
    answers: tuple[Recommendation, ...]
    lost: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class PlanPriority:
    """One priority of a plan: its printed number, the heading of its section ("" if none), and its actions."""

    number: str
    heading: str
    actions: tuple[PlannedAction, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the priority on the page."""
        return f"priority-{self.number or 'none'}"


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One page of a plan: its priorities, of which the last may continue on the next page."""

    number: int
    priorities: tuple[PlanPriority, ...]


@dataclass(frozen=True, slots=True)
class UnansweredRecommendations:
    """The recommendations of one report that no action of the plan answers.

    ``of`` is the number of all its recommendations.
    """

    report: Report
    recommendations: tuple[Recommendation, ...]
    of: int


def priorities_of(content: ReportContent) -> tuple[PlanPriority, ...]:
    """The actions of a plan by priority, in printed order."""
    answers = answered_by_each_action(content.report)
    grouped: dict[str, list[PlannedAction]] = defaultdict(list)
    headings: dict[str, Section | None] = {}
    for part in content.parts:
        for item in part.items:
            if isinstance(item.record, Action):
                lost = tuple(link for link in item.cites if not link.url)
                grouped[item.record.priority].append(PlannedAction(item, tuple(answers.get(item.record.pk, ())), lost))
                headings.setdefault(item.record.priority, part.section)
    return tuple(
        PlanPriority(number, section.heading if (section := headings[number]) else "", tuple(actions))
        for number, actions in grouped.items()
    )


def pages_of(priorities: tuple[PlanPriority, ...]) -> tuple[PlanPage, ...]:
    """A plan divided into as many pages as its weight requires, at least one."""
    pages: list[list[PlanPriority]] = [[]]
    weight = 0
    for priority in priorities:
        here: list[PlannedAction] = []
        for planned in priority.actions:
            own = weight_of(planned.item.record, planned.item.url) + AROUND_AN_ANSWER * len(planned.answers)
            if weight and weight + own > LONGEST:
                pages[-1] += [replace(priority, actions=tuple(here))] if here else []
                pages.append([])
                here, weight = [], 0
            here.append(planned)
            weight += own
        pages[-1].append(replace(priority, actions=tuple(here)))
    return tuple(PlanPage(number, tuple(found)) for number, found in enumerate(pages, 1))


@dataclass(frozen=True, slots=True)
class PriorityPlace:
    """Where a priority begins: the address within the plan, and the number of its actions."""

    priority: PlanPriority
    address: str
    actions: int


def places_of(pages: tuple[PlanPage, ...]) -> tuple[PriorityPlace, ...]:
    """Every priority once, with the place where it begins."""
    begun: dict[str, tuple[PlanPriority, int]] = {}
    counts: Counter[str] = Counter()
    for page in pages:
        for priority in page.priorities:
            begun.setdefault(priority.number, (priority, page.number))
            counts[priority.number] += len(priority.actions)
    several = len(pages) > 1
    return tuple(
        PriorityPlace(priority, f"{f'?page={page}' if several else ''}#{priority.anchor}", counts[number])
        for number, (priority, page) in begun.items()
    )


def unanswered_of(plan: Report) -> tuple[UnansweredRecommendations, ...]:
    """The recommendations that no action of the plan answers, by report."""
    makers = Q(report=plan)
    if plan.inspection_id:
        makers |= Q(report__inspection_id=plan.inspection_id, report__is_own=True)
    to_answer = Recommendation.objects.published().top_level().filter(makers).select_related("report__authority")
    answered = answered_in(plan)
    by_report: dict[Report, list[Recommendation]] = defaultdict(list)
    for recommendation in to_answer.order_by("report", "ordinal"):
        by_report[recommendation.report].append(recommendation)
    return tuple(
        UnansweredRecommendations(report, tuple(one for one in found if one.pk not in answered), len(found))
        for report, found in by_report.items()
    )
