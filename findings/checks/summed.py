"""Sums of reports with the same facts: they are what the numbers of their reports give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.models import ReportGroup
from findings.search.entries import regroup
from findings.search.sums import AT_ONCE, not_in_sums, sum_again, unlike_sums
from inspections.models import Report
from inspections.write import knowledge_change, renew

UNGROUPED = "ungrouped"


def wrong_sums() -> Iterator[Breach]:
    """Groups of reports with other sums than their reports, and reports in no group or the wrong one."""
    for report in not_in_sums(Report.objects.all()):
        yield Breach(
            f"{report.get_absolute_url()}: it is in no sums, or in those of reports of other facts.", UNGROUPED
        )
    names = dict(ReportGroup.objects.order_by("pk").values_list("pk", "key"))
    groups = list(names)
    for start in range(0, len(groups), AT_ONCE):
        for group, number in unlike_sums(groups[start : start + AT_ONCE]).items():
            what = "sum is" if number == 1 else "sums are"
            yield Breach(f"Reports “{names[group]}”: {number} {what} missing, wrong or too many.", str(group))


def make_sums(subjects: Sequence[str]) -> None:
    """Make the sums of groups anew, and put reports into the groups of their facts."""
    if UNGROUPED in subjects:
        regroup(Report.objects.all())
    with knowledge_change():
        sum_again(keys([one for one in subjects if one != UNGROUPED]))
        renew()


SUMS = Invariant("sums", "Sums over reports are those of their numbers", wrong_sums, make_sums)
