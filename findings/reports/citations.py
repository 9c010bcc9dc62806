"""Citations to copy: author, title, date of publication, number of the paragraph, and address."""

from __future__ import annotations

from findings.labels import Record, label_of
from findings.models import Finding
from inspections.models import Report, partial_dates
from inspections.papers import NATIONAL, PAPERS
from inspections.vocabulary import ReportKind


def author_of(report: Report) -> str:
    """The inspectorate, or whoever else wrote the report. Needs the report's authority, inspection and framework."""
    name = report.authority.name if report.authority else "Unknown authority"
    if paper := PAPERS.get(ReportKind(report.kind)):
        return paper.author.format(authority=name)
    if report.kind in NATIONAL:
        return "Publisher not stated"
    framework = report.inspection.framework if report.inspection else None
    return framework.inspectorate if framework else "Ofsted"


def cited_as(record: Record) -> str:
    """The name of a record within a citation: "paragraph 19". States it where the document prints no number."""
    label = label_of(record)
    if isinstance(record, Finding) and not record.ref:
        label = f"{label} (not numbered in the document)"
    return label[:1].lower() + label[1:]


def source_of(report: Report) -> str:
    """The beginning of every citation of a report: author, title, date."""
    return f"{author_of(report)}, {report.title}, {partial_dates.display(report.published) or 'no date'}"


def citation_of(report: Report, address: str, record: Record | None = None) -> str:
    """The citation in one line. ``address`` is the complete permanent address of what is cited."""
    parts = [source_of(report), cited_as(record) if record else "", address]
    return ", ".join(part for part in parts if part)
