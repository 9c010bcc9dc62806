"""The columns of findings."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.exports.columns import ExportColumn, of
from findings.exports.interpretations import POLARITY_COLUMNS, THEME_COLUMNS
from findings.exports.shared_columns import SOURCE, inspection, own_inspection, time_and_place_of_report, with_report
from findings.labels import label_of

FINDING_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    *inspection(own_inspection),
    ExportColumn("paragraph_ref", "Number as printed, empty where none is", of("ref")),
    ExportColumn("finding", "Name by which pages call it", lambda row, site: label_of(row), required=True),
    ExportColumn("text", "The paragraph, whole", of("text"), required=True),
    ExportColumn("kind", "Code of the kind of paragraph", of("kind"), required=True),
    ExportColumn("domain", "Code of the domain", of("domain.code")),
    ExportColumn("section", "Heading under which it stands", of("section.heading")),
    *THEME_COLUMNS,
    *POLARITY_COLUMNS,
    *SOURCE,
)


def findings_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Findings with all that their columns need."""
    found: QuerySet[Any] = with_report(rows).select_related("domain", "section")
    return found
