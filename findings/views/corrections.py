"""The list of corrections: what people set in place of what was read, the newest first."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.filtersets.corrections import CorrectionFilterSet
from findings.history.words import ValueWords
from findings.labels import field_label
from findings.models import Correction
from inspections.lists.views import FilteredList
from inspections.models.visibility import is_published


def all_corrections() -> QuerySet[Correction]:
    """All corrections in published reports, withdrawn ones included, the newest first."""
    return Correction.objects.filter(is_published("report__")).order_by("-made_at", "-pk")


class CorrectionList(FilteredList):
    """All corrections, the newest first."""

    filterset_class = CorrectionFilterSet
    template_name = "findings/corrections.html"
    title = heading = "Corrections"
    url_name = "corrections"
    one, many = "correction", "corrections"

    def rows(self) -> QuerySet[Correction]:
        """All public corrections."""
        return all_corrections()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The corrections with their report."""
        return rows.select_related("report__authority", "report__inspection")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The corrections, each with its field and its values in words."""
        context, words = super().get_context_data(**kwargs), ValueWords()
        told = [
            {
                "correction": one,
                "field": field_label(one.field),
                "read": words.of(one.kind, one.field, one.value_read),
                "set": words.of(one.kind, one.field, one.value_set),
            }
            for one in context["object_list"]
        ]
        return context | {"corrections": told}
