"""The list of actions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.exports.actions import actions_to_export
from findings.filtersets.actions import ActionFilterSet
from findings.filtersets.columns import ListWithColumns
from findings.models import Action
from inspections.lists.grouping import BY_REPORT


def all_actions() -> QuerySet[Action]:
    """All published actions, the newest plan first."""
    return Action.objects.published().order_by(*BY_REPORT.before("ordinal", "pk"))


class ActionList(ListWithColumns):
    """Actions with their plan, owner, date and the recommendations that they answer."""

    filterset_class = ActionFilterSet
    template_name = "findings/actions.html"
    related = ("report__authority",)
    title = heading = "Actions"
    url_name = "actions"
    one, many = "action", "actions"

    def rows(self) -> QuerySet[Action]:
        """All actions."""
        return all_actions()

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what the columns need."""
        return actions_to_export(rows)
