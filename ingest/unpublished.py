"""Loading new reports as drafts, where nothing that is published would change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from ingest.drafts import Extraction, ReportDraft
from ingest.load import LoadResult, load
from inspections.models import Inspection, InspectionStatement, Judgement, Report
from inspections.models.visibility import is_shown
from inspections.vocabulary import Visibility
from inspections.write import knowledge_change

OF_PUBLISHED = (
    "It was not kept as a draft, because it holds a report that is published already, and what the public sees would "
    "change. Publish it, or discard it."
)
OF_FACTS = (
    "It was not kept as a draft, because what is published about inspections would change: it says something of them "
    "that other documents do not. Publish it, or discard it."
)

Facts = tuple[list[Any], ...]
"""What is published of the inspections of some authorities."""


class HeldBack(Exception):
    """A document cannot be loaded as a draft. The message says why; nothing was loaded."""


def load_unpublished(extraction: Extraction, data: bytes | None = None) -> LoadResult:
    """Load a reading; its reports are drafts. Raises HeldBack."""
    with knowledge_change():
        before = published_facts(extraction)
        result = load(extraction, data, Visibility.DRAFT)
        require_unpublished(extraction, result, before)
    return result


def require_unpublished(extraction: Extraction, result: LoadResult, before: Facts) -> None:
    """Raise HeldBack if loading changed anything that is published."""
    if Report.objects.shown().filter(pk__in=result.reports).exists():
        raise HeldBack(OF_PUBLISHED)
    if published_facts(extraction) != before:
        raise HeldBack(OF_FACTS)


def published_facts(extraction: Extraction) -> Facts:
    """What is published of the inspections of the authorities that a reading is about."""
    codes = {code for report in extraction.reports for code in _authorities(report)}
    of_report, of_inspection = Q(report__authority__la_code__in=codes), Q(inspection__authority__la_code__in=codes)
    inspections = Inspection.objects.published().filter(authority__la_code__in=codes)
    statements = InspectionStatement.objects.filter(is_shown("report__")).filter(of_report | of_inspection)
    judgements = Judgement.objects.published().filter(of_report | of_inspection)
    return (
        list(inspections.order_by("pk").values_list()),
        list(statements.order_by("pk").values_list("pk", "inspection")),
        list(judgements.order_by("pk").values_list("pk", "inspection", "is_preferred")),
    )


def _authorities(report: ReportDraft) -> Iterator[str]:
    inspections = (report.inspection, *report.mentions, *(one.inspection for one in report.judgements))
    for facts in (report.authority, *(one.authority for one in inspections if one)):
        if facts:
            yield facts.la_code
