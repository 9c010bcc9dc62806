"""Improvement plans: the list, and one plan by priority."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from findings.confirmations.share import share_of
from findings.filtersets.plans import PlanFilterSet
from findings.follow_up.action_states import ActionState, action_states
from findings.follow_up.plans import pages_of, places_of, priorities_of, unanswered_of
from findings.follow_up.progress import ActionCount, actions_of, progress_of
from findings.labels import plan_key
from findings.models import Action
from findings.references.answers import answers
from findings.reports.content import read_content
from findings.views.citations import cited_page
from findings.views.lookups import find_report
from findings.views.reports import page_number
from inspections.lists.views import FilteredList
from inspections.models import Report
from inspections.vocabulary import ReportKind


def all_plans() -> QuerySet[Report]:
    """All published improvement plans, the newest first."""
    planned = Q(kind=ReportKind.IMPROVEMENT_PLAN) | Q(pk__in=Action.objects.live().values("report"))
    return Report.objects.published().filter(planned).order_by("-published", "authority__name", "slug")


def with_numbers(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Plans with the numbers of their actions, in all and by state, and of their links to recommendations.

    The number of actions in a state is in the column that ``ActionState.column`` names.
    """
    actions = Action.objects.live().filter(report=OuterRef("pk")).order_by().values("report")
    links = answers().filter(action__retired_at__isnull=True, report=OuterRef("pk")).order_by().values("report")

    def number(found: QuerySet[Any]) -> Coalesce:
        return Coalesce(Subquery(found.annotate(number=Count("pk")).values("number")), 0)

    in_state = {state.column: number(actions.filter(state.condition)) for state in action_states()}
    found: QuerySet[Any] = rows.annotate(number_of_actions=number(actions), number_of_links=number(links), **in_state)
    return found.select_related("authority", "inspection__authority", "inspection__framework", "source")


def late_or_missing(plan: Any, states: Iterable[ActionState]) -> list[tuple[str, ActionCount]]:
    """The labels of the states that actions of a plan ``with_numbers`` are in, with their numbers and lists."""
    found = [(state, getattr(plan, state.column)) for state in states]
    return [
        (state.label, ActionCount(number, actions_of(plan_key(plan), state=state.code)))
        for state, number in found
        if number
    ]


class PlanList(FilteredList):
    """Improvement plans."""

    filterset_class = PlanFilterSet
    template_name = "findings/plans.html"
    title = heading = "Improvement plans"
    url_name = "plans"
    one, many = "improvement plan", "improvement plans"

    def rows(self) -> QuerySet[Report]:
        """All plans."""
        return all_plans()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The plans with the numbers of their actions."""
        return with_numbers(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plans with what is late or missing in each, and the states that actions can be in."""
        context = super().get_context_data(**kwargs)
        states = action_states()
        plans = [(plan, actions_of(plan_key(plan)), late_or_missing(plan, states)) for plan in context["object_list"]]
        return context | {"plans": plans, "states": states}


def plan_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """A plan: its actions by priority with what each answers, and the recommendations that none answers."""
    plan = find_report(request, authority, slug)
    if plan.retired_at:
        raise Http404
    content = read_content(plan)
    priorities = priorities_of(content)
    if not priorities and plan.kind != ReportKind.IMPROVEMENT_PLAN:
        raise Http404
    pages = pages_of(priorities)
    plan_address = reverse("plan", args=[plan.authority_slug, plan.slug])
    number = page_number(request)
    if number not in range(1, len(pages) + 1):
        raise Http404
    actions = [planned for priority in priorities for planned in priority.actions]
    context = {
        "report": plan,
        "content": content,
        "priorities": priorities,
        "plan_page": pages[number - 1],
        "places": places_of(pages),
        "front": plan_address if number > 1 else "",
        "following": number + 1 if number < len(pages) else None,
        "progress": progress_of(plan),
        "confirmations": share_of(plan),
        "number_of_actions": len(actions),
        "number_of_links": sum(len(planned.answers) for planned in actions),
        "answering_nothing": [planned for planned in actions if not planned.answers],
        "unanswered": unanswered_of(plan),
        "citation": cited_page(request, plan),
    }
    return render(request, "findings/plan.html", context)
