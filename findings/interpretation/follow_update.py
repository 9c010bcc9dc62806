"""Keeping follow-through up to date: what each later report of the authority says of each recommendation.

Later is every inspectorate's report of an inspection, visit or review that began after the one that recommends, of the
same authority or of those that succeeded it. A pair of reports is compared only when their words, a decision or the
rules changed; ``digest`` tells. What people decided counts before suggestions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from findings.interpretation import matters, polarity, themes
from findings.interpretation.matters import MatterRecord, ReportMatters, follow
from findings.interpretation.matters.recommendations import is_for_the_meeting, matters_of
from findings.interpretation.outcomes import DecidedMatter, decided_reading
from findings.models import AskedMatter, Finding, FollowDecision, FollowedMatter, FollowedRecord, Recommendation
from inspections.models import Authority, Report
from inspections.report_kinds import BY_INSPECTORATES, PAPERS
from inspections.vocabulary import FindingKind, Polarity

VERSION = f"{matters.VERSION}.{polarity.VERSION}.{themes.VERSION}"
AT_ONCE = 500
LONGEST_REASON = 300

Verdicts = dict[str, dict[tuple[str, str], str]]
"""What people decided: verdicts by kind and anchor of the later record, by the anchor of the recommendation."""


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A report with the day from which on it counts: the first day of its inspection, else that of publication."""

    report: Report
    day: str


@dataclass(frozen=True, slots=True)
class _Side:
    """The live records of a report as they are compared, and a digest of all.

    ``introduction`` are the texts that stand as context, ``keys`` those of the recommendations that a later report can
    follow, by their anchors.
    """

    records: tuple[MatterRecord, ...]
    introduction: tuple[str, ...]
    keys: dict[str, int]
    digest: str


def update_follow_through(*report_ids: int) -> bool:
    """Bring follow-through up to date where these reports recommend, and where they are the later ones.

    Their records must not change meanwhile: each report is read once, each pair compared once. Returns whether any row
    changed.
    """
    has_changed, sides, compared = False, dict[int, _Side](), set[tuple[int, int]]()
    for report in Report.objects.select_related("authority", "inspection").filter(pk__in=report_ids).order_by("pk"):
        has_changed |= _update_asked(report)
        if report.authority is None:
            continue
        pairs = [] if report.retired_at else _pairs(report, report.authority)
        has_changed |= _forget(report, pairs)
        for earlier, later in pairs:
            if (earlier.pk, later.pk) not in compared:
                compared.add((earlier.pk, later.pk))
                has_changed |= _update_pair(earlier, later, sides)
    return has_changed


def _pairs(report: Report, authority: Authority) -> list[tuple[Report, Report]]:
    """The report with each later one, and each earlier one with the report."""
    own = dated(report)
    pairs = _later(report, own)
    if report.kind in BY_INSPECTORATES and own:
        pairs += [(one.report, report) for one in _of(_before(authority), every_kind=True) if one.day < own.day]
    return pairs


def unlike_follow_through(report_id: int) -> int:
    """How many of a report's recommendations have something else in a later report than rules and people say.

    Every pair is compared anew, matters that the recommendations ask count too. Nothing is written.
    """
    report = Report.objects.select_related("authority", "inspection").get(pk=report_id)
    pairs = [] if report.retired_at else _later(report, dated(report))
    wanted: set[_MatterRow] = set()
    sides: dict[int, _Side] = {}
    for earlier, later in pairs:
        decided = _decided(earlier, later)
        digest = _digest(later, decided, _side(earlier, sides), _side(later, sides))
        for pk, reading in _readings(later, decided, _side(earlier, sides), _side(later, sides)):
            facts = (later.authority_id, later.year, digest, reading.status, reading.because[:LONGEST_REASON])
            wanted.add((pk, later.pk, *facts, reading.by_person, tuple(map(_link, reading.links))))
    asked, stored = _asked(report)
    return len(wanted ^ set(_stored(report))) + len(asked ^ stored.keys())


def forget_follow_through(report_id: int) -> None:
    """Delete what later reports say of a report's recommendations, so that an update makes all of it again."""
    FollowedMatter.objects.filter(recommendation__report=report_id).delete()
    AskedMatter.objects.filter(report=report_id).delete()


_MatterRow = tuple[Any, ...]
"""A followed matter as it is compared: all of its columns, and the facts of its records in their order."""


def _stored(report: Report) -> Iterator[_MatterRow]:
    for row in FollowedMatter.objects.filter(recommendation__report=report).prefetch_related("records"):
        facts = (row.authority_id, row.year, row.digest, row.status, row.because)
        yield (row.recommendation_id, row.later_id, *facts, row.by_person, tuple(map(_link, row.records.all())))


def _link(one: Any) -> tuple[Any, ...]:
    return one.kind, one.anchor, one.score, one.because[:LONGEST_REASON], one.by_person


def _later(report: Report, own: DatedReport | None) -> list[tuple[Report, Report]]:
    """The report with each later one that says what became of its recommendations."""
    if report.authority is None or own is None:
        return []
    return [(report, one.report) for one in _of(and_successors(report.authority)) if one.day > own.day]


def dated(report: Report) -> DatedReport | None:
    """A report with the day from which on it counts; None if no day is known."""
    inspection = report.inspection if report.is_own else None
    day = (inspection and (inspection.started or inspection.published)) or report.published or str(report.year or "")
    return DatedReport(report, day) if day else None


def and_successors(authority: Authority) -> set[int]:
    """The keys of an authority and of all that succeeded it: whose later reports follow its recommendations."""
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
    reports = reports if every_kind else reports.filter(kind__in=BY_INSPECTORATES)
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


def can_be_followed(kind: str, text: str) -> bool:
    """Whether an inspection could look at what a recommendation of a kind of report asks."""
    return not (kind in PAPERS and is_for_the_meeting(text))


def _side(report: Report, sides: dict[int, _Side]) -> _Side:
    if report.pk not in sides:
        sides[report.pk] = _read(report)
    return sides[report.pk]


def _read(report: Report) -> _Side:
    columns = ("pk", "anchor", "text", "section__heading", "domain__code")
    every = Finding.objects.live().filter(report=report).order_by("ordinal")
    findings = every.exclude(kind=FindingKind.CONTEXT)
    introduction = tuple(every.filter(kind=FindingKind.CONTEXT).values_list("text", flat=True))
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
    digest = blake2b(repr((records, introduction)).encode(), digest_size=16).hexdigest()
    keys = {anchor: pk for pk, anchor, text, *_ in rows if can_be_followed(report.kind, text)}
    return _Side(tuple(records), introduction, keys, digest)


def _update_pair(earlier: Report, later: Report, sides: dict[int, _Side]) -> bool:
    """Bring what a later report says of an earlier one's recommendations up to date."""
    one, two = _side(earlier, sides), _side(later, sides)
    decided = _decided(earlier, later)
    digest = _digest(later, decided, one, two)
    stored = FollowedMatter.objects.filter(recommendation__report=earlier, later=later)
    known = set(stored.values_list("recommendation", "digest"))
    if known == {(pk, digest) for pk in one.keys.values()}:
        return False
    stored.delete()
    readings = _readings(later, decided, one, two)
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


def _digest(later: Report, decided: Verdicts, one: _Side, two: _Side) -> str:
    verdicts = sorted(map(repr, decided.items()))
    facts = (VERSION, one.digest, two.digest, later.kind, later.authority_id, later.year, verdicts)
    return blake2b(repr(facts).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=32)
def _ready(kind: str, records: tuple[MatterRecord, ...], introduction: tuple[str, ...]) -> ReportMatters:
    """A later report, ready to be searched; the last ones are remembered, because many earlier ones search them."""
    return ReportMatters.of(kind, records, introduction)


def _readings(later: Report, decided: Verdicts, one: _Side, two: _Side) -> list[tuple[int, DecidedMatter]]:
    """What a later report says of each recommendation, by the key of the recommendation."""
    ready = _ready(later.kind, two.records, two.introduction)
    polarities = {("recommendation" if rec.is_recommendation else "finding", rec.anchor): rec for rec in two.records}
    return [
        (
            one.keys[record.anchor],
            decided_reading(follow(record, ready), decided.get(record.anchor, {}), polarities),
        )
        for record in one.records
        if record.is_recommendation and record.anchor in one.keys
    ]


def _decided(earlier: Report, later: Report) -> Verdicts:
    """What people decided: verdicts by kind and anchor of the later record, by the anchor of the recommendation."""
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for row in FollowDecision.objects.active().filter(report=earlier, later=later).order_by("pk"):
        found[row.anchor][row.kind, row.record] = row.verdict
    return found


def _update_asked(report: Report) -> bool:
    """Bring the matters of a report's recommendations up to date."""
    wanted, stored = _asked(report)
    if stored.keys() == wanted:
        return False
    AskedMatter.objects.filter(pk__in=[key for one, key in stored.items() if one not in wanted]).delete()
    AskedMatter.objects.bulk_create(
        AskedMatter(recommendation_id=pk, report=report, concept=concept)
        for pk, concept in sorted(wanted - stored.keys())
    )
    return True


def _asked(report: Report) -> tuple[set[tuple[int, str]], dict[tuple[int, str], int]]:
    """The matters that a report's recommendations ask, and the keys of those that are kept."""
    rows: Any = Recommendation.objects.live().filter(report=report).values_list("pk", "text")
    kept = AskedMatter.objects.filter(report=report).values_list("pk", "recommendation", "concept")
    asked = {(pk, concept) for pk, text in rows for concept in matters_of(text)}
    return asked, {(pk, concept): key for key, pk, concept in kept}
