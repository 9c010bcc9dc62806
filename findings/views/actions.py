"""The list of actions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.action_filters import ActionFilter
from findings.column_choice import ListWithColumns
from findings.exports.said import actions_to_export
from findings.labels import label_of
from findings.linking import links_of
from findings.models import Action
from inspections.grouping import BY_REPORT


def all_actions() -> QuerySet[Action]:
    """Every action that the pages show, the newest plan first."""
    return Action.objects.published().order_by(*BY_REPORT.before("ordinal", "pk"))


class ActionList(ListWithColumns):
    """Actions with their plan, owner, date and the recommendations that they answer."""

    filterset_class = ActionFilter
    template_name = "findings/actions.html"
    one, many = "action", "actions"

    def rows(self) -> QuerySet[Action]:
        """All actions."""
        return all_actions()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With their plan, or with what the columns need."""
        if self.names:
            return self.prepare(rows)
        return rows.select_related("report__authority")

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what the columns need."""
        return actions_to_export(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with their names and what they answer; one query for the links of all."""
        context = super().get_context_data(**kwargs)
        if self.names:
            return context
        rows = list(context["object_list"])
        links = links_of(rows)
        return context | {"action_rows": [(row, label_of(row), links.of(row)[0]) for row in rows]}
