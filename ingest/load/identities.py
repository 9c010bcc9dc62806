"""Which report a drafted one is: known by what was read of it, and by what people corrected in that.

A report is identified by kind, authority, and the first day of its own inspection, or its date and title. In this order
it is

1. the report that was last read with the same identity;
2. the only report of its kind that was read from the same file, if a better reading changed these facts;
3. the only report that has the same identity once each fact counts as read, as read when it was corrected, or as
   corrected: so that an edition that prints a corrected value joins the report, and a hidden one stays hidden.

Everything else is a new report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from django.db.models import Q

from findings.models import Correction
from ingest.drafts import ReportDraft
from ingest.load.columns import iso, own_published
from inspections.models import InspectionStatement, Report, SourceFile
from inspections.reconciliation.inspections import MAIN_ANCHOR
from inspections.report_keys import report_key
from inspections.vocabulary import ReportKind

UNKNOWN = "unknown"


def first_day(draft: ReportDraft) -> str:
    """The first day of the inspection that a report is about, else its last; "" if neither is stated."""
    inspection = draft.inspection
    return (iso(inspection.started) or iso(inspection.ended)) if inspection else ""


def identities(drafts: Sequence[ReportDraft], sha256: str) -> list[str]:
    """The keys that identify the reports of a file, made distinct where two would be the same."""
    keys: list[str] = []
    for draft in drafts:
        la_code = draft.authority.la_code if draft.authority else UNKNOWN
        key = report_key(draft.kind.value, la_code, first_day(draft), own_published(draft), draft.title)
        key = key if draft.authority else f"{key}:{sha256[:16]}"
        repeated = sum(other == key or other.startswith(f"{key}~") for other in keys)
        keys.append(f"{key}~{repeated + 1}" if repeated else key)
    return keys


def known_reports(drafts: Sequence[ReportDraft], keys: Sequence[str], source: SourceFile) -> list[Report | None]:
    """The stored report for each drafted one of a file, None for a new one."""
    reports = Report.objects.select_related("source")
    by_identity = {report.identity: report for report in reports.filter(identity__in=keys)}
    found = [by_identity.get(key) for key in keys]
    in_file = reports.filter(Q(source=source) | Q(report_sources__source=source)).distinct() if source.pk else ()
    mine = [report for report in in_file if report.identity not in by_identity]
    for place, draft in enumerate(drafts):
        if found[place] is None:
            same_kind = [report for report in mine if report.kind == draft.kind]
            rivals = [i for i, other in enumerate(drafts) if found[i] is None and other.kind == draft.kind]
            if len(same_kind) == 1 and len(rivals) == 1:
                found[place] = same_kind[0]
                mine.remove(same_kind[0])
    if None in found:
        _find_corrected(keys, found)
    return found


def _find_corrected(keys: Sequence[str], found: list[Report | None]) -> None:
    """Find the reports whose identity people corrected to that of a draft, which ``keys`` tell in its place."""
    in_statement = Q(kind=InspectionStatement.KIND, anchor=MAIN_ANCHOR, field__in=("started", "ended", "framework"))
    of_report = Q(kind=Report.KIND, field__in=("authority", "published", "title"))
    corrections = Correction.objects.active().filter(in_statement | of_report)
    by_report: dict[int, list[Correction]] = {}
    for correction in corrections:
        by_report.setdefault(correction.report_id, []).append(correction)
    if not by_report:
        return
    taken = {report.pk for report in found if report}
    candidates = [
        (report, _corrected_keys(report, by_report[report.pk]))
        for report in Report.objects.select_related("source", "authority").filter(pk__in=by_report.keys() - taken)
    ]
    for place, key in enumerate(keys):
        if found[place] is None:
            same = [report for report, others in candidates if key in others]
            found[place] = same[0] if len(same) == 1 else None
            candidates = [one for one in candidates if one[0] is not found[place]]


def _corrected_keys(report: Report, corrections: Sequence[Correction]) -> set[str]:
    """The identities of a report if each fact counts as read now or when it was corrected, or as corrected."""
    about = InspectionStatement.objects.filter(report=report, anchor=MAIN_ANCHOR, retired_at__isnull=True).first()

    def facts(row: Any, kind: str, field: str) -> set[str]:
        if row is None:
            return {""}
        mine = [one for one in corrections if one.kind == kind and one.field == field]
        return {row.read.get(field) or "", *(str(value or "") for c in mine for value in (c.value_read, c.value_set))}

    days = {
        started or ended
        for started in facts(about, InspectionStatement.KIND, "started")
        for ended in facts(about, InspectionStatement.KIND, "ended")
    }
    # A report of an inspection is of the kind that has the name of its framework.
    kinds = {report.kind, *(facts(about, InspectionStatement.KIND, "framework") & set(ReportKind))}
    codes = facts(report, Report.KIND, "authority") - {""}
    published, titles = facts(report, Report.KIND, "published"), facts(report, Report.KIND, "title")
    return {report_key(*each) for each in product(kinds, codes, days, published, titles)}
