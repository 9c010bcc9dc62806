"""The list of recommendations."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.column_choice import ListWithColumns
from findings.exports.said import recommendations_to_export
from findings.filters import RecommendationFilter
from findings.labels import label_of
from findings.linking import links_of
from findings.models import Recommendation
from inspections.grouping import BY_REPORT


def all_recommendations() -> QuerySet[Recommendation]:
    """Every recommendation that the pages show, sub-items too, the newest report first."""
    return Recommendation.objects.published().order_by(*BY_REPORT.before("ordinal", "pk"))


class RecommendationList(ListWithColumns):
    """Recommendations with their report, timescale and the paragraphs that they cite."""

    filterset_class = RecommendationFilter
    template_name = "findings/recommendations.html"
    one, many = "recommendation", "recommendations"

    def rows(self) -> QuerySet[Recommendation]:
        """All recommendations."""
        return all_recommendations()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With report, domain and what each is part of, or with what the columns need."""
        if self.names:
            return self.prepare(rows)
        return rows.select_related("report__authority", "report__inspection__framework", "domain", "parent")

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what the columns need."""
        return recommendations_to_export(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with their names and links; one query for the links of all."""
        context = super().get_context_data(**kwargs)
        if self.names:
            return context
        rows = list(context["object_list"])
        links = links_of(rows)
        shown = [(row, label_of(row), *links.of(row)) for row in rows]
        return context | {"recommendation_rows": shown}
