"""Confirmations hold, and notices are settled, exactly as long as what a person looked at is what is read now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from findings.checks.invariants import Breach, Invariant, keys
from findings.confirmations.service import refresh_confirmations, wrongly_held
from findings.models import RecordConfirmation
from inspections.documents.settling import reattach_settlements, reattach_stored
from inspections.models import Notice, NoticeSettlement
from inspections.write import knowledge_change


def wrong_confirmations() -> Iterator[Breach]:
    """Confirmations that hold for what has changed, or lapsed for what is so."""
    reports = RecordConfirmation.objects.active().order_by("report").values_list("report", flat=True).distinct()
    for report in list(reports):
        for one in wrongly_held(report):
            fault = "holds, though the record has changed" if one.holds else "has lapsed, though the record is the same"
            yield Breach(f"{one.report.get_absolute_url()}{one.anchor}/: its confirmation {fault}.", str(report))


def refresh_reports(subjects: Sequence[str]) -> None:
    """Let the confirmations of reports hold or lapse by what their records say."""
    for report in keys(subjects):
        with knowledge_change():
            refresh_confirmations(report)


def wrong_settlements() -> Iterator[Breach]:
    """Notices that are settled for another reading, or open though they were settled for this one."""
    settled = NoticeSettlement.objects.order_by().values_list("source", flat=True)
    attached = Notice.objects.filter(settlement__isnull=False).order_by().values_list("source", flat=True)
    for source in sorted({*settled, *attached}):
        for notice in reattach_settlements(list(Notice.objects.filter(source=source).select_related("source"))):
            # ``reattach_settlements`` has set what should be so, without saving it.
            fault = "is open, though it was settled" if notice.settlement_id else "is settled for another reading"
            yield Breach(f"{notice.source.name}: the notice {notice.code} {fault}.", str(source))


def reattach_sources(subjects: Sequence[str]) -> None:
    """Attach the notices of files to the settlements that hold for them."""
    for source in keys(subjects):
        with knowledge_change():
            reattach_stored(source)


CONFIRMATIONS = Invariant(
    "confirmations", "Confirmations hold for what is shown, and for nothing else", wrong_confirmations, refresh_reports
)
SETTLEMENTS = Invariant(
    "settlements", "Notices are settled for what was read, and for nothing else", wrong_settlements, reattach_sources
)
