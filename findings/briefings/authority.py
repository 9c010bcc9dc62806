"""A briefing on an authority: its latest grades, what its newest graded report says and asks, and what came since.

Inspections that are known from other documents alone are named as such: what is quoted may be older than they are.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.utils import timezone

from findings.briefings.content import Briefing, BriefingPassage, BriefingSection, Notes
from findings.briefings.grades import grade_sentence
from findings.briefings.later import LaterInspections
from findings.briefings.records import (
    chosen_words,
    findings,
    listed,
    own_reports,
    recommendations,
    some_of_each_domain,
)
from findings.models import Action
from findings.models.actions import NOT_DONE, WITHOUT_DATE, WITHOUT_READABLE_DATE, past_due
from findings.search.reports import report_key
from inspections.counted import counted
from inspections.judgements.latest import OVERALL
from inspections.judgements.over_time import judged_domains
from inspections.lists.as_at import is_full
from inspections.models import Authority, Report, partial_dates
from inspections.models.inspection_days import counting_day
from inspections.vocabulary import Polarity, RecordKind

NEWEST_FIRST = ("-inspection__started", "-pk")
BY_POLARITY = (
    (Polarity.WEAKNESS, "What inspectors criticised", "to be a weakness"),
    (Polarity.MIXED, "What inspectors both praised and criticised", "to be mixed"),
    (Polarity.STRENGTH, "What inspectors praised", "to be a strength"),
)


def briefing_on_authority(authority: Authority, site: str) -> Briefing:
    """The briefing on an authority."""
    notes = Notes(site)
    newest = own_reports().filter(is_full("inspection__"), authority=authority).order_by(*NEWEST_FIRST).first()
    later = LaterInspections.of(authority, newest.inspection if newest else None)
    sections = [_grades(authority, notes), *later.not_held(notes)]
    if newest is not None:
        sections += sections_of_report(newest, notes)
    sections += [later.section(notes), _plans(authority, notes)]
    title, name = f"{authority.name}: a briefing", f"briefing-{authority.slug}"
    return notes.briefing(title, name, sections)


def sections_of_report(report: Report, notes: Notes) -> list[BriefingSection]:
    """What a report of an inspection asks for, praises and criticises."""
    asked = list(recommendations().filter(report=report).order_by("ordinal"))
    lead = f"{counted(len(asked), 'recommendation', 'recommendations')} as the report prints them."
    more = ("The report", report.get_absolute_url())
    found = BriefingSection(f"What was asked for: {report.inspection}", lead, notes.quotes(asked), more)
    return [found, *(_by_polarity(report, *one, notes) for one in BY_POLARITY)]


def _grades(authority: Authority, notes: Notes) -> BriefingSection:
    judged = judged_domains(authority)
    newest = max((counting_day(one.latest.inspection) for one in judged if one.domain.code != OVERALL), default="")
    passages = [
        BriefingPassage(
            grade_sentence(one, newest), tuple(notes.cite(row.report, row) for row in (one.latest, one.before) if row)
        )
        for one in judged
    ]
    lead = "The latest judgement that is held in each domain, and the one before it."
    more = ("All judgements", listed("judgements", authority=authority.slug))
    return BriefingSection("How it is judged", lead, tuple(passages), more)


def _by_polarity(report: Report, polarity: Polarity, heading: str, taken: str, notes: Notes) -> BriefingSection:
    rows = list(findings().filter(report=report, polarity=polarity).order_by("ordinal"))
    shown = some_of_each_domain(rows)
    lead = (
        f"Rules, or a person where it is not marked, take {chosen_words(shown, len(rows))} {taken}: "
        "the first two of each domain, twelve at most."
    )
    where = listed("search", kind=RecordKind.FINDING.value, polarity=polarity, report=report_key(report))
    return BriefingSection(f"{heading}: {report.inspection}", lead, notes.quotes(shown), ("All of them", where))


def _plans(authority: Authority, notes: Notes) -> BriefingSection:
    today = timezone.localdate()
    actions = Action.objects.published().filter(report__authority=authority)
    counts = (
        actions.order_by()
        .values("report")
        .annotate(
            actions=Count("pk"),
            late=Count("pk", filter=past_due(today)),
            unclear=Count("pk", filter=(WITHOUT_DATE | WITHOUT_READABLE_DATE) & NOT_DONE),
        )
    )
    by_plan = {row["report"]: (row["actions"], row["late"], row["unclear"]) for row in counts}
    plans = Report.objects.filter(pk__in=by_plan).select_related("authority", "inspection__framework")
    passages = tuple(
        BriefingPassage(_plan_words(plan, *by_plan[plan.pk], today), (notes.cite(plan),))
        for plan in plans.order_by("-published", "pk")
    )
    lead = "What the authority said it would do." if passages else "No improvement plan of this authority is held."
    return BriefingSection("Improvement plans", lead, passages)


def _plan_words(plan: Report, actions: int, late: int, unclear: int, today: date) -> str:
    """How many actions a plan has, of how many the date has passed, and of how many no last day can be told."""
    day = partial_dates.display(today.isoformat())
    passed = (
        f"On {day} the date of {late:,} had passed and the plan did not rate them as done."
        if late
        else f"On {day} none whose last day is told, and that the plan did not rate as done, was past it."
    )
    untold = f" Of {unclear:,} no last day can be told." if unclear else ""
    return f"{plan.title}: {counted(actions, 'action', 'actions')}. {passed}{untold}"
