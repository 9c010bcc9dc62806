"""The list of findings."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.exports.findings import findings_to_export
from findings.filtersets.columns import ListWithColumns
from findings.filtersets.findings import FindingFilterSet
from findings.models import Finding
from inspections.lists.grouping import BY_REPORT


def all_findings() -> QuerySet[Finding]:
    """All published findings, the newest report first."""
    return Finding.objects.published().order_by(*BY_REPORT.before("ordinal", "pk"))


class FindingList(ListWithColumns):
    """Findings with their report, section, themes and polarity."""

    filterset_class = FindingFilterSet
    template_name = "findings/findings.html"
    related = ("report__authority", "section", "domain")
    title = heading = "Findings"
    url_name = "findings"
    one, many = "finding", "findings"
    shows_links = False

    def rows(self) -> QuerySet[Finding]:
        """All findings."""
        return all_findings()

    def prepare(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what the columns need."""
        return findings_to_export(rows)
