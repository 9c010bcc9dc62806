"""The list of recommendations."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from findings.exports.recommendations import recommendations_to_export
from findings.filtersets.columns import ListWithColumns
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Recommendation
from inspections.lists.grouping import BY_REPORT


def all_recommendations() -> QuerySet[Recommendation]:
    """All published recommendations, items included, the newest report first."""
    return Recommendation.objects.published().order_by(*BY_REPORT.before("ordinal", "pk"))


class RecommendationList(ListWithColumns):
    """Recommendations with their report, timescale and the paragraphs that they cite."""

    filterset_class = RecommendationFilterSet
    template_name = "findings/recommendations.html"
    related = ("report__authority",)
    title = heading = "Recommendations"
    url_name = "recommendations"
    one, many = "recommendation", "recommendations"

    def rows(self) -> QuerySet[Recommendation]:
        """All recommendations."""
        return all_recommendations()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with the domains that each is about, if no columns are chosen."""
        found = super().shown(rows)
        return found if self.names else found.prefetch_related(Prefetch("about", to_attr="domains_about"))

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what the columns need."""
        return recommendations_to_export(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows, counted as reports print them: whole recommendations, and items of them."""
        context = super().get_context_data(**kwargs)
        total = context["paginator"].count
        items = self.filterset.number_of("is_item", Q(parent__isnull=False))
        return context | {"wholes": total - items, "items": items}
