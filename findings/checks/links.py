"""Links: each reference leads to a record that the reading still has, or has the reason why it leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Q

from findings.checks.invariants import Breach, Invariant, keys
from findings.corrections.reference_decisions import resolve
from findings.models import CrossReference
from findings.search.entries import index_report
from inspections.models import Report
from inspections.write import knowledge_change, renew

TARGETS = ("target_finding", "target_recommendation", "target_section")


def broken_links() -> Iterator[Breach]:
    """References without target and reason, with both, with several targets, or with a retired one."""
    has = [Q(**{f"{name}__isnull": False}) for name in TARGETS]
    leads = has[0] | has[1] | has[2]
    several = has[0] & has[1] | has[0] & has[2] | has[1] & has[2]
    retired = Q()
    for name in TARGETS:
        retired |= Q(**{f"{name}__retired_at__isnull": False})
    faults = (
        (~leads & Q(reason=""), "leads nowhere, and no reason is kept"),
        (leads & ~Q(reason=""), "has a target, and a reason why it has none"),
        (several, "has several targets"),
        (retired & Q(reason=""), "leads to a record that the reading no longer has"),
    )
    for condition, fault in faults:
        rows = CrossReference.objects.filter(condition, report__retired_at__isnull=True)
        for one in rows.select_related("report__authority").order_by("pk").iterator():
            yield Breach(f"{one.report.get_absolute_url()}: “{one.printed}” {fault}.", str(one.report_id))


def resolve_again(subjects: Sequence[str]) -> None:
    """Resolve the references of reports."""
    for report in Report.objects.filter(pk__in=keys(subjects)):
        with knowledge_change():
            resolve(report)
            index_report(report.pk)
            renew()


LINKS = Invariant("links", "References lead to a live record, or have a reason", broken_links, resolve_again)
