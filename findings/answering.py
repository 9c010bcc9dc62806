"""Which recommendations some action answers, remembered for one version of the knowledge base, because lists filter by it on every page.

An action of a published plan answers a recommendation when it cites the recommendation itself, one of its items, what it is an item
of, or one that says the same in another report.
"""

from __future__ import annotations

from django.db.models import Q

from findings.models import CrossReference, Recommendation
from inspections import version
from inspections.key_sets import among


def answered_keys() -> list[int]:
    """The keys of all recommendations that are answered, in order."""
    return version.remembered("answered recommendations", version.stamp(), _answered)


def _answered() -> list[int]:
    answers = CrossReference.objects.of_published_actions().order_by()
    own = {key for key in answers.values_list("target_recommendation", flat=True) if key}
    cited = Recommendation.objects.filter(among(own)).order_by()
    whole, restated = (
        {key for key in cited.filter(**{f"{other}__isnull": False}).values_list(other, flat=True) if key}
        for other in ("parent", "restates")
    )
    with_others = (
        Recommendation.objects.filter(condition).order_by().values_list("pk", flat=True)
        for condition in (Q(parent__pk__among=own | restated), Q(restates__pk__among=own))
    )
    return sorted(own.union(whole, restated, *with_others))
