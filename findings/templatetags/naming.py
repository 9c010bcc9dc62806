"""Names of reports and records in templates."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from findings import labels
from findings.citations.facts import citation_of
from findings.citations.forms import source_text
from findings.corrections import retired
from findings.corrections.manual_reports import entering_of
from findings.follow_up.action_states import is_overdue
from findings.interpretation.display import themes_by_name
from findings.labels import Record
from findings.models import Action, Finding, Recommendation
from findings.references import links
from findings.reports.places import name_of
from findings.reports.titles import title_of_file, title_of_record, title_of_report
from inspections.models import Report, SourceFile

register = template.Library()


@register.filter
def short_title(report: Report) -> str:
    """The kind and date of the report."""
    return labels.short_title(report)


@register.filter
def page_title(shown: Report | Record | SourceFile) -> str:
    """The title of the page of a report, a record or a file, which no other page has."""
    match shown:
        case Report():
            return title_of_report(shown)
        case SourceFile():
            return title_of_file(shown)
        case _:
            return title_of_record(shown)


@register.filter
def entered(report: Report) -> str:
    """By whom, when and why a report was entered by hand; "" for one that was read. Log-in names are not shown."""
    made = entering_of(report)
    if made is None:
        return ""
    name = made.made_by.get_full_name() or "an editor"
    return f"Entered by hand by {name} on {date_format(localtime(made.made_at), 'j F Y')}: {made.reason}"


@register.filter
def why_retired(record: Record | Report) -> str:
    """Why a record or a report is shown no more: the end of a sentence that begins with its name."""
    return retired.why_retired(record)


@register.filter
def overdue(action: Action) -> bool:
    """Whether the day of an action has passed, and its plan does not rate it as done."""
    return is_overdue(action)


@register.filter
def in_plan(action: Action) -> str:
    """The address at which the plan of an action shows it, on whichever of its pages."""
    plan = reverse("plan", args=[action.report.authority_slug, action.report.slug])
    return f"{plan}?at={quote(action.anchor)}#{action.anchor}"


@register.filter
def actions_that_answer(recommendation: Recommendation) -> str:
    """The address of the list of the actions that answer a recommendation."""
    key = name_of(recommendation.report, recommendation.anchor)
    return f"{reverse('actions')}?recommendation={quote(key)}"


@register.filter
def label(record: Record) -> str:
    """The name of the record in its report."""
    return labels.label_of(record)


@register.filter
def themes_and_polarity(record: Finding | Recommendation) -> str:
    """The themes of a record in a list, and the polarity of a finding.

    A list has the same of them many times, so each is rendered once.
    """
    names = tuple(theme.name for theme in themes_by_name(record))
    polarity = record.get_polarity_display() if isinstance(record, Finding) else ""
    return _themes_and_polarity(names, record.is_decided("themes"), polarity, record.is_decided("polarity"))


@lru_cache(maxsize=5000)
def _themes_and_polarity(themes: tuple[str, ...], are_decided: bool, polarity: str, is_decided: bool) -> str:
    context = {"themes": themes, "are_decided": are_decided, "polarity": polarity, "is_decided": is_decided}
    return render_to_string("components/records/themes_and_polarity.html", context)


@register.filter
def in_report(record: Record) -> str:
    """The address at which the report shows the record."""
    return links.in_report(record)


@register.filter
def place_in(report: Report, anchor: str) -> str:
    """The address at which the report shows the record with this anchor; that of the report for ""."""
    return links.place_in(report, anchor) if anchor else report.get_absolute_url()


@register.filter
def cited(report: Report) -> str:
    """The beginning of every citation of the report's records."""
    return source_text(citation_of(report))
