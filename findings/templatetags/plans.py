"""The improvement plans of an authority, for pages that know no findings."""

from __future__ import annotations

from typing import Any

from django import template

from findings.follow_up.action_states import action_states
from findings.follow_up.plan_numbers import late_or_missing, with_numbers
from findings.references.answers import published_plans
from inspections.models import Authority

register = template.Library()


@register.inclusion_tag("components/plans/plans_of_authority.html")
def plans_of(authority: Authority) -> dict[str, Any]:
    """The plans of an authority that are held, the newest first, with what is late or missing in each."""
    states = action_states()
    plans = with_numbers(published_plans().filter(authority=authority)).order_by("-published", "slug")
    return {"authority": authority, "plans": [(plan, late_or_missing(plan, states)) for plan in plans]}
