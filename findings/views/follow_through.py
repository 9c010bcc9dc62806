"""The list of what later reports say of recommendations."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.filtersets.follow_through import BY_LATER_REPORT, FollowThroughFilterSet
from findings.models import FollowedMatter
from inspections.lists.views import FilteredList
from inspections.models.extracted import HEAVY


def all_follow_through() -> QuerySet[FollowedMatter]:
    """What every published later report says, the newest report first."""
    return FollowedMatter.objects.published().order_by(*BY_LATER_REPORT.before("recommendation", "pk"))


class FollowThroughList(FilteredList):
    """Recommendations with what one later report says of each."""

    filterset_class = FollowThroughFilterSet
    template_name = "findings/follow_through.html"
    title = heading = "Follow-through"
    url_name = "follow-through"
    one, many = "pair of a recommendation and a later report", "pairs of a recommendation and a later report"

    def rows(self) -> QuerySet[Any]:
        """What every later report says."""
        return all_follow_through()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with the recommendation and both reports."""
        named = rows.select_related("recommendation__report__authority", "recommendation__parent", "later__authority")
        return named.defer(
            *(f"recommendation__{name}" for name in HEAVY), "recommendation__report__read", "later__read"
        )
