"""The list of judgements."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.reports.content import judgement_rows
from inspections.lists.filtersets import JudgementFilterSet
from inspections.lists.grouping import BY_INSPECTION
from inspections.lists.views import FilteredList
from inspections.models import Judgement, without_reading


def all_judgements() -> QuerySet[Judgement]:
    """All published judgements, the newest inspection first."""
    return Judgement.objects.published().order_by(*BY_INSPECTION.before("domain__order", "scope", "basis", "pk"))


class JudgementList(FilteredList):
    """Judgements with grade, wording and the paragraphs that support them."""

    filterset_class = JudgementFilterSet
    template_name = "findings/judgements.html"
    title = heading = "Judgements"
    url_name = "judgements"
    one, many = "judgement", "judgements"

    def rows(self) -> QuerySet[Judgement]:
        """All judgements."""
        return all_judgements()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with inspection, domain, grade and report."""
        found = rows.select_related(
            "inspection__authority", "inspection__framework", "domain", "grade", "report__authority"
        )
        return without_reading(found)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with their evidence as links."""
        context = super().get_context_data(**kwargs)
        return context | {"judgement_rows": judgement_rows(context["object_list"])}
