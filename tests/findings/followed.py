"""Reports of which each later one says something of the recommendations of each earlier one."""

from findings.search.entries import index_report
from inspections.models import Authority, Report
from tests import builders

HELD = (("sif", "2015-05-05"), ("ilacs", "2019-06-06"), ("ilacs", "2023-07-17"))


def three_reports(authority: Authority | None = None) -> list[Report]:
    """Three reports of an authority, the earliest first, each with two recommendations; all are indexed."""
    found = []
    for framework, day in HELD:
        of = builders.inspection(framework, authority=authority, started=day, published=day)
        report = builders.report(framework, of=of)
        for number in ("1", "2"):
            builders.recommendation(report, number, text=f"Ensure that staff receive regular supervision. {number}")
        found.append(report)
    for report in found:
        index_report(report.pk)
    return found
