"""Names of reports and records as pages show them."""

from __future__ import annotations

from django import template

from findings import labels
from findings.labels import Record
from inspections.models import Report

register = template.Library()


@register.filter
def short_title(report: Report) -> str:
    """The report by its kind and date."""
    return labels.short_title(report)


@register.filter
def label(record: Record) -> str:
    """The record's name in its report."""
    return labels.label_of(record)
