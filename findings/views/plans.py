"""Improvement plans: the list, and one plan by priority."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from findings.confirmations.share import share_of
from findings.exports.csv import csv_lines
from findings.exports.plan_checks import PLAN_CHECK_COLUMNS
from findings.filtersets.plans import PlanFilterSet
from findings.follow_up.action_states import action_states
from findings.follow_up.plan_checks import checks_of
from findings.follow_up.plan_numbers import late_or_missing, with_numbers
from findings.follow_up.plans import (
    addresses_of,
    asked_of,
    estimated_size_of_front,
    pages_of,
    places_of,
    priorities_of,
    with_page_links,
)
from findings.follow_up.progress import actions_of, progress_of
from findings.labels import plan_key
from findings.references.answers import published_plans
from findings.reports.content import read_content
from findings.views.citations import cited_page
from findings.views.lookups import find_report
from findings.views.reports import page_number
from inspections.lists.parameters import takes
from inspections.lists.views import FilteredList
from inspections.models import Report
from inspections.vocabulary import ReportKind


def all_plans() -> QuerySet[Report]:
    """All published improvement plans, the newest first."""
    return published_plans().order_by("-published", "authority__name", "slug")


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


def _plan(request: HttpRequest, authority: str, slug: str) -> Report:
    plan = find_report(request, authority, slug)
    if plan.retired_at:
        raise Http404
    return plan


@takes("at", "page")
def plan_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """A plan: its checks, its actions by priority with what each answers, and what answers each recommendation.

    ``?at=<anchor>`` redirects to the page of the plan that shows the action.
    """
    plan = _plan(request, authority, slug)
    content = read_content(plan)
    priorities = priorities_of(content)
    if not priorities and plan.kind != ReportKind.IMPROVEMENT_PLAN:
        raise Http404
    asked = asked_of(plan)
    pages = pages_of(priorities, estimated_size_of_front(asked))
    addresses = addresses_of(pages)
    plan_address = reverse("plan", args=[plan.authority_slug, plan.slug])
    if anchor := request.GET.get("at"):
        return redirect(f"{plan_address}{addresses.get(anchor, '')}")
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
        "asked": with_page_links(asked, addresses),
        "checks": checks_of(plan, asked),
        "today": timezone.localdate(),
        "citation": cited_page(request, plan),
    }
    return render(request, "findings/plan.html", context)


def plan_checks(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """The checks of a plan as CSV: a row for each record that a check names."""
    plan = _plan(request, authority, slug)
    rows = [row for check in checks_of(plan, asked_of(plan)) for row in check.found]
    site = request.build_absolute_uri("/").rstrip("/")
    body = "".join(csv_lines(PLAN_CHECK_COLUMNS, rows, site))
    headers = {"Content-Disposition": f'attachment; filename="{plan.authority_slug}-{plan.slug}-checks.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)
