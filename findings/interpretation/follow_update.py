"""Keeping follow-through up to date: what each later report of the authority says of each recommendation.

Later is every report of an inspection, visit or review that began after the one that recommends, of the same authority
or of those that succeeded it. A pair of reports is compared only when their words, a decision or the rules changed;
``digest`` tells. What people decided counts before suggestions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from findings.interpretation import matters, polarity
from findings.interpretation.matters import MatterReading, MatterRecord, ReportMatters, follow
from findings.interpretation.matters.asked import asked_in
from findings.interpretation.outcomes import DecidedMatter, decided_reading
from findings.models import AskedMatter, Finding, FollowDecision, FollowedMatter, FollowedRecord, Recommendation
from inspections.models import Authority, Report
from inspections.vocabulary import FindingKind, Polarity, ReportKind

VERSION = f"{matters.VERSION}.{polarity.VERSION}"
FOLLOWING = frozenset({
    ReportKind.ILACS, ReportKind.SIF, ReportKind.LAC, ReportKind.SLAC, ReportKind.JAR, ReportKind.APA, ReportKind.UCRA,
    ReportKind.CQC_REVIEW, ReportKind.FOCUSED_VISIT, ReportKind.MONITORING_VISIT, ReportKind.JTAI, ReportKind.SEND,
    ReportKind.LSCB_REVIEW, ReportKind.JAR_PROGRESS,
})  # fmt: skip
"""The kinds of report that say what became of a matter."""
AT_ONCE = 500
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A report with the day from which on it counts: the first day of its inspection, else that of publication."""

    report: Report
    day: str


@dataclass(frozen=True, slots=True)
class _Side:
    """The live records of a report as they are compared, the keys of its recommendations, and a digest of all."""

    records: tuple[MatterRecord, ...]
    keys: dict[str, int]
    digest: str


def update_follow_through(report_id: int) -> bool:
    """Bring follow-through up to date where a report recommends, and where it is the later one.

    Returns whether any row changed.
    """
    report = Report.objects.select_related("authority", "inspection").get(pk=report_id)
    changed = _update_asked(report)
    if report.authority is None:
        return changed
    own = dated(report)
    sides: dict[int, _Side] = {}
    pairs = [(report, one.report) for one in _of(_after(report.authority)) if own and one.day > own.day]
    if report.kind in FOLLOWING and own:
        pairs += [(one.report, report) for one in _of(_before(report.authority), every_kind=True) if one.day < own.day]
    if report.retired_at:
        pairs = []
    changed |= _forget(report, pairs)
    for earlier, later in pairs:
        changed |= _update_pair(earlier, later, sides)
    return changed


def dated(report: Report) -> DatedReport | None:
    """A report with the day from which on it counts; None if no day is known."""
    inspection = report.inspection if report.is_own else None
    day = (inspection and (inspection.started or inspection.published)) or report.published or str(report.year or "")
    return DatedReport(report, day) if day else None


def _after(authority: Authority) -> set[int]:
    return _family(authority, "successors")


def _before(authority: Authority) -> set[int]:
    return _family(authority, "predecessors")


def _family(authority: Authority, relation: str) -> set[int]:
    """The keys of an authority and of all that succeeded or preceded it."""
    found, new = {authority.pk}, {authority.pk}
    while new:
        rows = Authority.objects.filter(pk__in=new).exclude(**{relation: None})
        new = set(rows.values_list(relation, flat=True)) - found
        found |= new
    return found


def _of(authorities: Iterable[int], *, every_kind: bool = False) -> list[DatedReport]:
    reports = Report.objects.filter(authority__in=authorities, retired_at__isnull=True).select_related("inspection")
    reports = reports if every_kind else reports.filter(kind__in=FOLLOWING)
    return [one for one in map(dated, reports.order_by("pk")) if one]


def _forget(report: Report, pairs: Sequence[tuple[Report, Report]]) -> bool:
    """Delete what is kept of pairs that are none any more."""
    kept = {(earlier.pk, later.pk) for earlier, later in pairs}
    ends = ("recommendation__report", "later")
    found = [FollowedMatter.objects.filter(**{end: report}).order_by().values_list(*ends).distinct() for end in ends]
    gone = {pair for rows in found for pair in rows} - kept
    for earlier, later in sorted(gone):
        FollowedMatter.objects.filter(recommendation__report=earlier, later=later).delete()
    return bool(gone)


def _side(report: Report, sides: dict[int, _Side]) -> _Side:
    if report.pk not in sides:
        sides[report.pk] = _read(report)
    return sides[report.pk]


def _read(report: Report) -> _Side:
    columns = ("pk", "anchor", "text", "section__heading", "domain__code")
    findings = Finding.objects.live().filter(report=report).exclude(kind=FindingKind.CONTEXT).order_by("ordinal")
    records = [
        MatterRecord(anchor, text, heading or "", domain or "", False, kind == FindingKind.SUMMARY, Polarity(polar))
        if polar
        else MatterRecord(anchor, text, heading or "", domain or "", False, kind == FindingKind.SUMMARY)
        for _, anchor, text, heading, domain, kind, polar in findings.values_list(*columns, "kind", "polarity")
    ]
    rows = list(Recommendation.objects.live().filter(report=report).order_by("ordinal").values_list(*columns))
    records += [
        MatterRecord(anchor, text, heading or "", domain or "", True) for _, anchor, text, heading, domain in rows
    ]
    digest = blake2b(repr(records).encode(), digest_size=16).hexdigest()
    return _Side(tuple(records), {anchor: pk for pk, anchor, *_ in rows}, digest)


def _update_pair(earlier: Report, later: Report, sides: dict[int, _Side]) -> bool:
    """Bring what a later report says of an earlier one's recommendations up to date."""
    one, two = _side(earlier, sides), _side(later, sides)
    decided = _decided(earlier, later)
    facts = (
        VERSION,
        one.digest,
        two.digest,
        later.kind,
        later.authority_id,
        later.year,
        sorted(map(repr, decided.items())),
    )
    digest = blake2b(repr(facts).encode(), digest_size=16).hexdigest()
    stored = FollowedMatter.objects.filter(recommendation__report=earlier, later=later)
    known = set(stored.values_list("recommendation", "digest"))
    if known == {(pk, digest) for pk in one.keys.values()}:
        return False
    stored.delete()
    ready = ReportMatters.of(later.kind, two.records)
    polarities = {("recommendation" if rec.is_recommendation else "finding", rec.anchor): rec for rec in two.records}
    readings: list[tuple[int, DecidedMatter]] = []
    for record in one.records:
        if record.is_recommendation:
            suggested: MatterReading = follow(record, ready)
            readings.append(
                (one.keys[record.anchor], decided_reading(suggested, decided.get(record.anchor, {}), polarities))
            )
    rows = FollowedMatter.objects.bulk_create(
        (
            FollowedMatter(
                recommendation_id=pk,
                later=later,
                authority_id=later.authority_id,
                year=later.year,
                status=reading.status,
                because=reading.because[:LONGEST_REASON],
                by_person=reading.by_person,
                digest=digest,
            )
            for pk, reading in readings
        ),
        batch_size=AT_ONCE,
    )
    FollowedRecord.objects.bulk_create(
        (
            FollowedRecord(
                matter=row,
                kind=link.kind,
                anchor=link.anchor,
                rank=rank,
                score=link.score,
                because=link.because[:LONGEST_REASON],
                by_person=link.by_person,
            )
            for row, (_, reading) in zip(rows, readings, strict=True)
            for rank, link in enumerate(reading.links, 1)
        ),
        batch_size=AT_ONCE,
    )
    return bool(rows or known)


def _decided(earlier: Report, later: Report) -> dict[str, dict[tuple[str, str], str]]:
    """What people decided: verdicts by kind and anchor of the later record, by the anchor of the recommendation."""
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for row in FollowDecision.objects.active().filter(report=earlier, later=later).order_by("pk"):
        found[row.anchor][row.kind, row.record] = row.verdict
    return found


def _update_asked(report: Report) -> bool:
    """Bring the matters of a report's recommendations up to date."""
    rows: Any = Recommendation.objects.live().filter(report=report).values_list("pk", "text")
    wanted = {(pk, concept) for pk, text in rows for concept in asked_in(text)}
    stored = {
        (pk, concept): key
        for key, pk, concept in AskedMatter.objects.filter(report=report).values_list("pk", "recommendation", "concept")
    }
    if stored.keys() == wanted:
        return False
    AskedMatter.objects.filter(pk__in=[key for one, key in stored.items() if one not in wanted]).delete()
    AskedMatter.objects.bulk_create(
        AskedMatter(recommendation_id=pk, report=report, concept=concept)
        for pk, concept in sorted(wanted - stored.keys())
    )
    return True
