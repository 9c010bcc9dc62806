"""Which recommendations some action answers, remembered for one version of the knowledge base.

Lists count and filter by it on every page. What it means is said by ``Recommendation.objects.answered``, which looks at every reference of
every plan; here the same is told from one pass over the answers and one over the recommendations that belong with others.
"""

from __future__ import annotations

from django.db.models import Q

from findings.models import CrossReference, Recommendation
from inspections import version


def answered_keys() -> list[int]:
    """The keys of all recommendations that are answered, in order."""
    return version.remembered("answered recommendations", version.stamp(), _answered)


def _answered() -> list[int]:
    target = "target_recommendation"
    answers = CrossReference.objects.filter(
        action__isnull=False,
        action__retired_at__isnull=True,
        report__is_public=True,
        report__retired_at__isnull=True,
        target_recommendation__isnull=False,
    ).order_by()
    cited = answers.values_list(target, f"{target}__parent", f"{target}__restates").distinct()
    own, whole, restated = (set(keys) for keys in zip(*cited, strict=True)) if cited else (set(), set(), set())
    belonging = Recommendation.objects.filter(Q(parent__isnull=False) | Q(restates__isnull=False)).order_by()
    with_others = {
        key
        for key, parent, same in belonging.values_list("pk", "parent", "restates")
        if parent in own or (parent and parent in restated) or same in own
    }
    return sorted((own | whole | restated | with_others) - {None})
