"""Which recommendations some action answers, remembered for one version of the knowledge base, because lists filter by it on every page.

An action of a published plan answers a recommendation when it cites the recommendation itself, one of its items, what it is an item
of, or one that says the same in another report.
"""

from __future__ import annotations

from findings.models import CrossReference, Recommendation
from inspections import version
from inspections.key_sets import among


def answered_keys() -> list[int]:
    """The keys of all recommendations that are answered, in order."""
    return version.remembered("answered recommendations", version.stamp(), _answered)


def _answered() -> list[int]:
    answers = CrossReference.objects.of_published_actions().order_by()
    target = "target_recommendation"
    told = answers.values_list(target, f"{target}__parent", f"{target}__restates").distinct()
    own, whole, restated = (set(filter(None, keys)) for keys in (zip(*told, strict=True) if told else ((), (), ())))
    with_others = (
        Recommendation.objects.filter(condition).order_by().values_list("pk", flat=True)
        for condition in (among(own | restated, "parent__pk"), among(own, "restates__pk"))
    )
    return sorted(own.union(whole, restated, *with_others))
