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

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from findings.models import Action, CrossReference, Recommendation
from inspections.caching.revision import current_revision, shared
from inspections.lists.lookups import among, among_text, text_of
from inspections.models import Report
from inspections.vocabulary import ReportKind


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
    # One set for all actions: to look for the answers of each takes twice as long.
    return ~Q(pk__in=answers().values("action"))


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
    return shared(
        "answered recommendations", current_revision(), lambda: sorted(answered_with(_targets(published_answers())))
    )


def answered() -> Q:
    """The condition that leaves the recommendations that published plans answer; cached, for lists."""
    return among_text(shared("answered as text", current_revision(), lambda: text_of(answered_keys())))


def answered_by_report() -> dict[int, int]:
    """The number of published recommendations that published plans answer, by the key of their report; cached."""
    rows = Recommendation.objects.published().order_by()

    def count() -> dict[int, int]:
        return dict(rows.filter(answered()).values_list("report").annotate(number=Count("pk")))

    return shared("answered by report", current_revision(), count)


def answering_in(plans: Iterable[int]) -> dict[int, dict[int, list[Action]]]:
    """By the key of each published plan, the actions that answer a whole recommendation, by the key of its original.

    Takes one query for any number of plans.
    """
    found = published_answers().filter(among(plans, "report__pk"))
    by_plan: dict[int, dict[int, list[Action]]] = defaultdict(lambda: defaultdict(list))
    for answer in found.select_related("action", "target_recommendation__parent").order_by(
        "action__ordinal", "ordinal"
    ):
        action, target = answer.action, answer.target_recommendation
        if action is None or target is None:
            continue
        for one in (target, target.parent):
            if one and action not in (actions := by_plan[answer.report_id][original_of(one)]):
                actions.append(action)
    return by_plan


def original_of(recommendation: Recommendation) -> int:
    """The key of the recommendation that it restates, else its own: all that say the same have one."""
    return recommendation.restates_id or recommendation.pk


def published_plans() -> QuerySet[Report]:
    """All published improvement plans: reports of this kind, and others that hold actions."""
    # Looked up for each report: as one set, all actions would be read, even to tell it of one report.
    acts = Exists(Action.objects.live().filter(report=OuterRef("pk")))
    return Report.objects.published().filter(Q(kind=ReportKind.IMPROVEMENT_PLAN) | acts)


def asked_by_plans() -> Q:
    """The condition that leaves the recommendations that some published plan has to answer; cached, for lists.

    A plan has to answer those that it lists itself, and those of the own reports of the inspection that it follows up.
    """
    text = shared("reports with plans as text", current_revision(), lambda: text_of(reports_with_plans()))
    return among_text(text, "report__pk")


def reports_with_plans() -> list[int]:
    """The keys of the reports whose recommendations some published plan has to answer, in order; cached."""
    return shared("reports with plans", current_revision(), _find_reports_with_plans)


def _find_reports_with_plans() -> list[int]:
    plans = dict(published_plans().order_by().values_list("pk", "inspection"))
    followed = {inspection for inspection in plans.values() if inspection}
    own = Report.objects.filter(among(followed, "inspection__pk"), is_own=True).order_by()
    return sorted({*plans, *own.values_list("pk", flat=True)})


def asked_by(plan: Report) -> Q:
    """The condition that leaves the recommendations that a plan has to answer."""
    asked = Q(report=plan)
    return asked | Q(report__inspection=plan.inspection_id, report__is_own=True) if plan.inspection_id else asked


def plans_for(recommendation: Recommendation) -> QuerySet[Report]:
    """The published plans that have to answer a recommendation, the newest first."""
    report = recommendation.report
    asking = Q(pk=report.pk)
    if report.is_own and report.inspection_id:
        asking |= Q(inspection=report.inspection_id)
    return published_plans().filter(asking).select_related("authority").order_by("-published", "slug")


def asked_of_outer_plan() -> QuerySet[Recommendation]:
    """The whole recommendations that the plan of the outer query has to answer.

    ``original`` is alike for those that say the same: a plan often lists what the inspection's report prints.
    """
    own = Q(is_own=True, inspection=OuterRef(OuterRef("inspection")))
    makers = Report.objects.order_by().filter(Q(pk=OuterRef(OuterRef("pk"))) | own)
    asked = Recommendation.objects.published().top_level().filter(report__in=makers.values("pk"))
    return asked.annotate(original=Coalesce("restates", "pk"))


def unanswered_of_outer_plan() -> QuerySet[Recommendation]:
    """Those of them that no action of that plan answers: the rule of ``answering_in``, as one expression."""
    named = published_answers().annotate(
        original=Coalesce("target_recommendation__restates", "target_recommendation"),
        whole=Coalesce("target_recommendation__parent__restates", "target_recommendation__parent"),
    )
    here = named.filter(report=OuterRef(OuterRef("pk")))
    answered = here.filter(Q(original=OuterRef("original")) | Q(whole=OuterRef("original")))
    return asked_of_outer_plan().exclude(Exists(answered))


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
