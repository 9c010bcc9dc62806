"""A briefing on an authority: its latest grades, what its newest graded report says and asks, and what came since."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, QuerySet
from django.utils import timezone

from findings.briefings.content import Briefing, BriefingSection, Notes, Passage
from findings.briefings.grades import grade_sentence
from findings.briefings.records import (
    chosen_words,
    findings,
    listed,
    own_reports,
    recommendations,
    some_of_each_domain,
)
from findings.models import Action
from findings.models.actions import past_due
from inspections.counted import counted
from inspections.judgements.over_time import judged_domains
from inspections.lists.as_at import REVIEWS, VISITS
from inspections.models import Authority, Report, partial_dates
from inspections.templatetags.reading import inspection_dates
from inspections.vocabulary import Polarity

NEWEST_FIRST = ("-inspection__started", "-pk")
BY_POLARITY = (
    (Polarity.WEAKNESS, "What inspectors criticised"),
    (Polarity.STRENGTH, "What inspectors praised"),
)


def briefing_on_authority(authority: Authority, site: str) -> Briefing:
    """The briefing on an authority."""
    notes = Notes(site)
    own = own_reports().filter(authority=authority)
    graded = own.filter(inspection__framework__graded=True).exclude(inspection__framework__code__in=REVIEWS)
    newest = graded.order_by(*NEWEST_FIRST).first()
    sections = [_grades(authority, notes)]
    if newest is not None:
        sections += sections_of_report(newest, notes)
    sections += [*_visits(own, newest, notes), _plans(authority, notes)]
    title, name = f"{authority.name}: a briefing", f"briefing-{authority.slug}"
    return notes.briefing(title, name, sections)


def sections_of_report(report: Report, notes: Notes) -> list[BriefingSection]:
    """What a report of an inspection asks for, praises and criticises."""
    asked = list(recommendations().filter(report=report).order_by("ordinal"))
    lead = f"{counted(len(asked), 'recommendation', 'recommendations')} as the report prints them."
    more = ("The report", report.get_absolute_url())
    found = BriefingSection(f"What was asked for: {report.inspection}", lead, notes.quotes(asked), more)
    return [found, *(_by_polarity(report, polarity, heading, notes) for polarity, heading in BY_POLARITY)]


def _grades(authority: Authority, notes: Notes) -> BriefingSection:
    passages = [
        Passage(grade_sentence(one), tuple(notes.cite(row.report, row) for row in (one.latest, one.before) if row))
        for one in judged_domains(authority)
    ]
    lead = "The latest judgement that is held in each domain, and the one before it."
    more = ("All judgements", listed("judgements", authority=authority.slug))
    return BriefingSection("How it is judged", lead, tuple(passages), more)


def _by_polarity(report: Report, polarity: Polarity, heading: str, notes: Notes) -> BriefingSection:
    rows = list(findings().filter(report=report, polarity=polarity).order_by("ordinal"))
    shown = some_of_each_domain(rows)
    lead = (
        f"Rules, or a person where it is not marked, take {chosen_words(shown, len(rows))} for a {polarity}: "
        "the first two of each domain, twelve at most."
    )
    where = listed("findings", polarity=polarity, authority=report.authority_slug, year=str(report.year))
    return BriefingSection(heading, lead, notes.quotes(shown), ("All of them", where) if report.year else None)


def _visits(own: QuerySet[Report], graded: Report | None, notes: Notes) -> list[BriefingSection]:
    visits = own.filter(inspection__framework__code__in=VISITS).order_by(*NEWEST_FIRST)
    since = graded.inspection.started if graded and graded.inspection else ""
    rows = visits.filter(inspection__started__gt=since) if since else visits
    passages = tuple(Passage(_visit_words(row), (notes.cite(row),)) for row in rows)
    after = f"since {partial_dates.display(since)}" if since else "that are held"
    lead = f"{counted(len(passages), 'visit', 'visits')} {after}."
    return [BriefingSection("Visits since", lead, passages)] if passages else []


def _visit_words(report: Report) -> str:
    inspection = report.inspection
    if inspection is None or inspection.framework is None:
        return f"{report.title}."
    return f"{inspection.framework.name}: {inspection_dates(inspection)}."


def _plans(authority: Authority, notes: Notes) -> BriefingSection:
    today = timezone.localdate()
    actions = Action.objects.published().filter(report__authority=authority)
    counts = actions.order_by().values("report").annotate(actions=Count("pk"), late=Count("pk", filter=past_due(today)))
    by_plan = {row["report"]: (row["actions"], row["late"]) for row in counts}
    plans = Report.objects.filter(pk__in=by_plan).select_related("authority", "inspection__framework")
    passages = tuple(
        Passage(_plan_words(plan, *by_plan[plan.pk], today), (notes.cite(plan),))
        for plan in plans.order_by("-published", "pk")
    )
    lead = "What the authority said it would do." if passages else "No improvement plan of this authority is held."
    return BriefingSection("Improvement plans", lead, passages)


def _plan_words(plan: Report, actions: int, late: int, today: date) -> str:
    """How many actions a plan has, and of how many the date has passed."""
    passed = (
        f"On {partial_dates.display(today.isoformat())} the date of {late:,} had passed and the plan did not rate them "
        "as done."
        if late
        else f"On {partial_dates.display(today.isoformat())} none that the plan did not rate as done was past its date."
    )
    return f"{plan.title}: {counted(actions, 'action', 'actions')}. {passed}"
