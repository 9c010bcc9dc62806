"""The list of inspections."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Prefetch, QuerySet

from inspections.lists.filtersets import InspectionFilterSet
from inspections.lists.views import FilteredList
from inspections.models import Inspection, Judgement, without_reading


def with_overall(rows: QuerySet[Inspection]) -> QuerySet[Inspection]:
    """Load what a row shows: authority, framework and, as ``overall``, a list with the overall judgement."""
    overall = Judgement.objects.published().preferred().for_domain("overall-effectiveness")
    return rows.select_related("authority", "framework").prefetch_related(
        Prefetch("judgements", queryset=without_reading(overall.select_related("grade", "domain")), to_attr="overall")
    )


def all_inspections() -> QuerySet[Inspection]:
    """Return all inspections that the public pages show, newest first."""
    rows = Inspection.objects.published()
    return rows.order_by(F("year").desc(nulls_last=True), "-started", "authority__name", "slug", "pk")


class InspectionList(FilteredList):
    """The list of inspections, including those that other documents only mention."""

    filterset_class = InspectionFilterSet
    template_name = "inspections/inspections.html"
    title = heading = "Inspections"
    url_name = "inspections"
    one, many = "inspection", "inspections"

    def rows(self) -> QuerySet[Inspection]:
        """Return all inspections that the public pages show."""
        return all_inspections()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Load authority, framework and the overall judgement."""
        return with_overall(rows)
