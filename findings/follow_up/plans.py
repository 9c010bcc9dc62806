"""Improvement plans: actions by priority with what each answers, and the recommendations with what answers each.

``findings.references.answers`` decides which recommendations a plan has to answer, and which of them are answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet

from findings.labels import label_of
from findings.models import Action, Recommendation, Section
from findings.references.answers import (
    answered_by_each_action,
    answering_in,
    asked_by,
    original_of,
)
from findings.references.links import RecordLink
from findings.reports.chapters import LONGEST, estimated_size
from findings.reports.content import ContentItem, ReportContent
from inspections.models import Report

AROUND_AN_ANSWER = 300
AROUND_CHECKS, AROUND_AN_ASKED, AROUND_A_LINK = 20_000, 900, 100
"""Bytes of the markup around what a page of a plan shows, as measured."""


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
class AskedRecommendation:
    """A recommendation that a plan has to answer, the number of its items, and the actions of the plan that do."""

    recommendation: Recommendation
    items: int
    actions: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class AskedOfPlan:
    """The recommendations of one report that a plan has to answer, in printed order."""

    report: Report
    asked: tuple[AskedRecommendation, ...]

    @property
    def unanswered(self) -> tuple[Recommendation, ...]:
        """Those that no action of the plan answers."""
        return tuple(one.recommendation for one in self.asked if not one.actions)


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


def estimated_size_of_front(asked: Iterable[AskedOfPlan]) -> int:
    """The estimated size in bytes of what the first page of a plan shows before its actions."""
    rows = [one for of_report in asked for one in of_report.asked]
    return AROUND_CHECKS + sum(AROUND_AN_ASKED + AROUND_A_LINK * len(one.actions) for one in rows)


def pages_of(priorities: tuple[PlanPriority, ...], front: int = 0) -> tuple[PlanPage, ...]:
    """A plan divided into as many pages as its size requires, at least one; ``front`` is what the first one bears."""
    pages: list[list[PlanPriority]] = [[]]
    size = front
    for priority in priorities:
        here: list[PlannedAction] = []
        for planned in priority.actions:
            own = estimated_size(planned.item.record, planned.item.url) + AROUND_AN_ANSWER * len(planned.answers)
            if (here or pages[-1]) and size + own > LONGEST:
                pages[-1] += [replace(priority, actions=tuple(here))] if here else []
                pages.append([])
                here, size = [], 0
            here.append(planned)
            size += own
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


def addresses_of(pages: tuple[PlanPage, ...]) -> dict[str, str]:
    """The address, within the plan, at which it shows each action, by anchor."""
    return {
        planned.item.record.anchor: f"{f'?page={page.number}' if len(pages) > 1 else ''}#{planned.item.record.anchor}"
        for page in pages
        for priority in page.priorities
        for planned in priority.actions
    }


def asked_of(plan: Report) -> tuple[AskedOfPlan, ...]:
    """The recommendations that a plan has to answer, by report, with the actions that answer each; two queries.

    Actions are linked by their anchor within the plan; ``with_page_links`` leads to the page that shows them.
    """
    rows: QuerySet[Any] = Recommendation.objects.published().top_level().filter(asked_by(plan))
    live = Count("items", filter=Q(items__retired_at__isnull=True))
    answers = answering_in([plan.pk])[plan.pk]
    by_report: dict[Report, list[AskedRecommendation]] = defaultdict(list)
    for one in rows.select_related("report__authority").annotate(number_of_items=live).order_by("report", "ordinal"):
        actions = tuple(
            RecordLink(label_of(action), f"#{action.anchor}") for action in answers.get(original_of(one), ())
        )
        by_report[one.report].append(AskedRecommendation(one, one.number_of_items, actions))
    return tuple(AskedOfPlan(report, tuple(asked)) for report, asked in by_report.items())


def with_page_links(asked: Iterable[AskedOfPlan], addresses: Mapping[str, str]) -> tuple[AskedOfPlan, ...]:
    """The same with links that lead to the page of the plan on which each action is shown."""

    def leading(one: AskedRecommendation) -> AskedRecommendation:
        links = (replace(link, url=addresses.get(link.url[1:], link.url)) for link in one.actions)
        return replace(one, actions=tuple(links))

    return tuple(replace(found, asked=tuple(map(leading, found.asked))) for found in asked)
