"""Improvement plans: the list, and a plan by priority."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from findings.action_filters import states
from findings.citations import citation_of
from findings.content import read_content
from findings.models import Action, CrossReference
from findings.plans import pages_of, places_of, priorities_of, unanswered_of
from findings.progress import progress_of
from findings.views.reports import address_of, find_report, page_number
from inspections.models import Report, ReportKind
from inspections.views.listing import PagedList


def all_plans() -> QuerySet[Report]:
    """Every improvement plan, the newest first, with the number of its actions and of their links to recommendations."""
    actions = Action.objects.current().filter(report=OuterRef("pk")).order_by().values("report")
    links = CrossReference.objects.filter(
        report=OuterRef("pk"), action__retired_at__isnull=True, target_recommendation__isnull=False
    )
    return (
        Report.objects.published()
        .filter(Q(kind=ReportKind.IMPROVEMENT_PLAN) | Q(pk__in=Action.objects.current().values("report")))
        .annotate(
            number_of_actions=Coalesce(Subquery(actions.annotate(number=Count("pk")).values("number")), 0),
            number_of_links=Coalesce(
                Subquery(links.order_by().values("report").annotate(number=Count("pk")).values("number")), 0
            ),
        )
        .select_related("authority", "inspection__authority", "inspection__framework")
        .order_by("-published", "authority__name", "slug")
    )


class PlanList(PagedList):
    """Improvement plans."""

    template_name = "findings/plans.html"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Report]:
        """All of them."""
        return all_plans()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what can be asked of the actions of all."""
        return super().get_context_data(**kwargs) | {"states": list(states())}


def plan_page(request: HttpRequest, authority: str, slug: str) -> HttpResponse:
    """A plan: its actions by priority with what each answers, and what none answers."""
    plan = find_report(authority, slug)
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
        "number_of_actions": len(actions),
        "number_of_links": sum(len(planned.answers) for planned in actions),
        "answering_nothing": [planned for planned in actions if not planned.answers],
        "unanswered": unanswered_of(plan),
        "citation": citation_of(plan, address_of(request, plan.get_absolute_url())),
    }
    return render(request, "findings/plan.html", context)
