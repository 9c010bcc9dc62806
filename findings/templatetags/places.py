"""Links to the places of records in their documents."""

from __future__ import annotations

from django import template

from findings.labels import Record
from findings.references.links import RecordLink
from findings.reports.places import place_of
from inspections.models import Report

register = template.Library()


@register.simple_tag
def place(record: Record, report: Report) -> RecordLink | None:
    """The link to the page or line of a record of the report, if that can be shown."""
    return place_of(record, report)
