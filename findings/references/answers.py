"""Which actions answer which recommendations. Lists, pages, plans and exports all ask this one rule.

1. An action answers directly the recommendations that it names: a reference of the action leads to a live
   recommendation of a public report. Public pages count only live actions of published plans.
2. An action that answers a recommendation answers all that say the same: one restates the other, or both restate a
   third.
3. It also answers the whole of which one of these is an item, and the items of each of these. It does not answer other
   items of the same whole.

A "direct answer" is a reference by which an action answers directly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from findings.models import Action, CrossReference, Recommendation
from inspections.caching.revision import cached, current_revision
from inspections.lists.lookups import among
from inspections.models import Report


def answers() -> QuerySet[CrossReference]:
    """The direct answers of all actions."""
    # The few that are excluded are looked up; joins would look at the recommendation and report of every reference.
    retired = Recommendation.objects.filter(retired_at__isnull=False)
    hidden = Recommendation.objects.filter(report__in=Report.objects.exclude(pk__in=Report.objects.shown()))
    return (
        CrossReference.objects.filter(action__isnull=False, target_recommendation__isnull=False)
        .exclude(target_recommendation__in=retired.values("pk"))
        .exclude(target_recommendation__in=hidden.values("pk"))
    )


def published_answers() -> QuerySet[CrossReference]:
    """The direct answers of live actions of published plans."""
    retired = Action.objects.filter(retired_at__isnull=False)
    kept_back = Report.objects.exclude(pk__in=Report.objects.published())
    return answers().exclude(action__in=retired.values("pk")).exclude(report__in=kept_back.values("pk"))


def answers_nothing() -> Q:
    """The condition that leaves the actions that answer no recommendation."""
    return Q(~Exists(answers().filter(action=OuterRef("pk"))))


def answered_by_each_action(plan: Report) -> dict[int, list[Recommendation]]:
    """The recommendations that each action of a plan names, by its key, in printed order and without repeats."""
    found = answers().filter(report=plan).select_related("target_recommendation__report__authority")
    by_action: dict[int, list[Recommendation]] = defaultdict(list)
    for answer in found.order_by("ordinal"):
        if (target := answer.target_recommendation) and answer.action_id and target not in by_action[answer.action_id]:
            by_action[answer.action_id].append(target)
    return by_action


def answered_with(keys: Iterable[int]) -> set[int]:
    """The keys of all recommendations that are answered if those of ``keys`` are answered directly.

    Takes at most five queries.

    The rule is symmetric: each of the returned recommendations, named by an action, also answers those of ``keys``.
    """
    named, rows = set(keys), Recommendation.objects.order_by()
    originals, whole_originals = set(named), set[int]()
    tied = rows.filter(among(named)).exclude(parent=None, restates=None)
    for restated, parent, parent_restated in tied.values_list("restates", "parent", "parent__restates"):
        if restated:
            originals.add(restated)
        if parent:
            whole_originals.add(parent_restated or parent)
    same = _saying_the_same(originals)
    wholes = _saying_the_same(whole_originals)
    items = rows.filter(among(same, "parent__pk")).values_list("pk", flat=True)
    return named | same | wholes | set(items)


def _saying_the_same(originals: set[int]) -> set[int]:
    """The originals and all that restate one of them. ``restates`` always leads to an original (``ingest.resolve``)."""
    restating = Recommendation.objects.order_by().filter(among(originals, "restates__pk"))
    return originals.union(restating.values_list("pk", flat=True)) if originals else originals


def answered_keys() -> list[int]:
    """The keys of all recommendations that published plans answer, in order; cached, because lists filter by it."""
    return cached(
        "answered recommendations", current_revision(), lambda: sorted(answered_with(_targets(published_answers())))
    )


def answered_in(plan: Report) -> set[int]:
    """The keys of all recommendations that the actions of one published plan answer."""
    return answered_with(_targets(published_answers().filter(report=plan)))


def answers_to(recommendation: Recommendation) -> QuerySet[CrossReference]:
    """The direct answers of published plans by which a recommendation is answered, the newest plan first."""
    return (
        published_answers()
        .filter(target_recommendation__in=answered_with({recommendation.pk}))
        .select_related("action__report__authority", "target_recommendation__report__authority")
        .order_by("-report__published", "report", "action__ordinal", "ordinal")
    )


def _targets(found: QuerySet[CrossReference]) -> set[int]:
    keys = found.order_by().values_list("target_recommendation", flat=True).distinct()
    return {key for key in keys if key is not None}
