"""Names of reports and records as pages show them."""

from __future__ import annotations

from django import template

from findings import labels
from findings.labels import Record
from findings.references import links
from findings.reports import citations
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


@register.filter
def in_report(record: Record) -> str:
    """The address at which the record is read in its report."""
    return links.in_report(record)


@register.filter
def place_in(report: Report, anchor: str) -> str:
    """The address at which the record of an anchor is read in the report; that of the report itself for ""."""
    return links.place_in(report, anchor) if anchor else report.get_absolute_url()


@register.filter
def cited(report: Report) -> str:
    """What a citation of any of the report's records begins with."""
    return citations.source_of(report)
