"""The filter of search by single reports, which are offered as choices where what is found stands in few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from findings.labels import short_title
from inspections.lists.filters import ChoicesField, ChoicesFilter, FilterChoice
from inspections.lists.lookups import among
from inspections.models import Report
from inspections.models.source import owned_by

MOST_REPORTS = 40
"""The most reports that are offered; where there are more, another filter has to be chosen first."""
NEEDED = ("kind", "slug", "published", "year", "authority__name", "authority__slug")


def report_key(report: Report) -> str:
    """The name of a report in addresses: "medway/sif-2015-11-27"."""
    return f"{report.authority_slug}/{report.slug}"


def _title(report: Report) -> str:
    return f"{report.authority.name}: {short_title(report)}" if report.authority else short_title(report)


def reports_of(keys: Iterable[str]) -> list[Report]:
    """The published reports of some names in addresses."""
    wanted = [owned_by(authority) & Q(slug=slug) for authority, _, slug in (key.partition("/") for key in keys)]
    if not wanted:
        return []
    return list(Report.objects.published().filter(reduce(or_, wanted)).select_related("authority").only(*NEEDED))


class ReportsField(ChoicesField):
    """Names of published reports, looked up one by one instead of loading every report there is."""

    def valid_value(self, value: object) -> bool:
        """Whether there is such a report."""
        found = {report_key(report): _title(report) for report in reports_of([str(value)])}
        self.known.update(found)
        return str(value) in found


class ReportsFilter(ChoicesFilter):
    """Records of one of the reports."""

    field_class = ReportsField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("report", load=tuple, **kwargs)

    def keys_of(self, values: Iterable[str]) -> Mapping[str, str]:
        """The key of each report by its name in addresses."""
        return {report_key(report): str(report.pk) for report in reports_of(values)}

    def offered(self, counted: Mapping[str, int] | None, chosen: list[str]) -> tuple[FilterChoice, ...]:
        """The reports to choose from, by number of records, unless they are too many; and those that are chosen.

        ``counted`` is None where too much is found to be counted.
        """
        names = [one for one in chosen if one]
        shown = {report.pk: report for report in reports_of(names)}
        if counted and len(counted) <= MOST_REPORTS:
            rows = Report.objects.published().filter(among(map(int, counted))).select_related("authority").only(*NEEDED)
            shown |= {report.pk: report for report in rows}
        choices = [
            FilterChoice(
                report_key(report),
                _title(report),
                None if counted is None else counted.get(str(key), 0),
                report_key(report) in names,
            )
            for key, report in shown.items()
        ]
        return tuple(sorted(choices, key=lambda choice: (-(choice.count or 0), choice.label)))
