"""Which recommendations some action answers, remembered for one version of the knowledge base, because lists filter by it on every page.

An action of a published plan answers a recommendation when it cites the recommendation itself, one of its items, what it is an item
of, or one that says the same in another report.
"""

from __future__ import annotations

from findings.models import CrossReference, Recommendation
from inspections.caching.revision import cached, current_revision
from inspections.lists.lookups import among


def answered_keys() -> list[int]:
    """The keys of all recommendations that are answered, in order."""
    return cached("answered recommendations", current_revision(), _answered)


def _answered() -> list[int]:
    answers = CrossReference.objects.of_published_actions().order_by()
    own = {key for key in answers.values_list("target_recommendation", flat=True).distinct() if key}
    rows = Recommendation.objects.order_by()
    tied = rows.filter(among(own)).exclude(parent=None, restates=None).values_list("parent", "restates")
    whole, restated = {key for key, _ in tied if key}, {key for _, key in tied if key}
    with_others = (
        rows.filter(condition).values_list("pk", flat=True)
        for condition in (among(own | restated, "parent__pk"), among(own, "restates__pk"))
    )
    return sorted(own.union(whole, restated, *with_others))
