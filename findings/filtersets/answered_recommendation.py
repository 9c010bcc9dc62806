"""The filter of actions by a recommendation that they answer, named as its address is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from findings.labels import label_of, short_title
from findings.models import Recommendation
from findings.references.answers import answered_with, published_answers
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice, Rows
from inspections.models.source import owned_by


def recommendation_at(permanent_id: str) -> Recommendation | None:
    """The recommendation "authority/report/anchor" of a report that is published, or None."""
    authority, _, rest = permanent_id.partition("/")
    slug, _, anchor = rest.partition("/")
    found = Recommendation.objects.published().filter(owned_by(authority, "report__"), report__slug=slug, anchor=anchor)
    return found.select_related("report__authority").first()


class RecommendationField(ChoicesField):
    """Recommendations that are held, each looked up when it is given: there are too many to offer them."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is the address of a recommendation that is held."""
        found = recommendation_at(str(value))
        if found:
            report = found.report
            self.known[str(value)] = f"{label_of(found)}, {report.authority or 'no authority'}, {short_title(report)}"
        return found is not None

    def validate(self, value: Any) -> None:
        """Raise ValidationError for the first value that leads to no recommendation, and say what is expected."""
        for one in value:
            if not self.valid_value(one):
                message = (
                    f"“{one}” is no recommendation that is held. Give what stands in its address after "
                    "“reports/”, without the slash at the end."
                )
                raise ValidationError(message, code="invalid_choice")


class AnsweredRecommendationFilter(ChoicesFilter):
    """Actions that answer one of the recommendations, by name or because they answer what says the same.

    Nothing is offered: a recommendation's own page leads here.
    """

    field_class = RecommendationField
    is_in_columns = False

    def filter(self, rows: Rows, values: list[str]) -> Rows:
        """The actions that answer one of the recommendations."""
        if not values:
            return rows
        asked = {one.pk for one in map(recommendation_at, values) if one}
        answers = published_answers().filter(target_recommendation__in=answered_with(asked)) if asked else None
        return rows.filter(Q(pk__in=answers.order_by().values("action")) if answers is not None else Q(pk__in=()))

    def count(self, rows: Rows, total: int, by_group: Mapping[int, int]) -> Mapping[str, int]:
        """Nothing: no choice is offered, and what is chosen is counted by the list."""
        return {}

    def choices(
        self, field: ChoicesField, counted: Mapping[str, int | None], chosen: list[str]
    ) -> tuple[FilterChoice, ...]:
        """The recommendations that are chosen."""
        return tuple(FilterChoice(value, field.known.get(value, value), None, chosen=True) for value in chosen if value)
