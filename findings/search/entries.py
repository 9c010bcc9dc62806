"""Keeping right what finds records: the domains that recommendations are about, and the index of search, writing only what differs.

Loading, corrections and the editors' admin call ``index_changed`` in their own transaction, so that search never finds what is not there.
What is hidden, retired or gone from the last reading has no entry. An entry is written again only when something that
is indexed changed; ``VERSION`` counts as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db.models import QuerySet

from findings.models.search import IndexedReport, SearchEntry
from findings.references.domains import update_domains
from findings.search.databases import Row, database
from findings.search.terms import document_of, facet
from findings.search.texts import MODELS, text_of
from inspections.models import Report
from inspections.vocabulary import RecordKind
from inspections.write import knowledge_change, renew

VERSION = 2
"""Of what is indexed: raise it when words, stems, marks or facets are made otherwise, and every report is indexed again."""
# An entry's id holds, from the top: how long before the end of time the report was published, the report, the place in it.
DATE_BITS, REPORT_BITS, PLACE_BITS = 17, 26, 20
FIRST_YEAR = 1900
DAYS_OF_A_YEAR, DAYS_OF_A_MONTH = 416, 32
FACETS = {"kind": "k", "authority_id": "a", "framework_id": "f", "domain_id": "d", "year": "y"}
"""The letter of each column of an entry in the index."""
AT_ONCE = 50
"""Reports that are indexed in one transaction when all are."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What indexing wrote and what it left."""

    added: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.added + other.added, self.removed + other.removed, self.kept + other.kept)


def day_of(date: str) -> int:
    """A partial ISO date as a number that grows with time; "" is 0, before all others."""
    year, month, day = (*(int(part) for part in date.split("-") if part), 0, 0, 0)[:3]
    return max(0, year - FIRST_YEAR) * DAYS_OF_A_YEAR + month * DAYS_OF_A_MONTH + day


def place_of(report: Report, ordinal: int) -> int:
    """The id of the entry at a place of a report: smaller ones are newer, and in a report earlier."""
    before_the_end = (1 << DATE_BITS) - 1 - day_of(report.published or str(report.year or ""))
    return (before_the_end << REPORT_BITS | report.pk) << PLACE_BITS | ordinal


def facts_of(report: Report) -> str:
    """What the entries of a report hold of the report itself; "" when it has none."""
    if not report.is_public or report.retired_at:
        return ""
    framework = report.inspection.framework_id if report.inspection and report.is_own else None
    facts = (VERSION, report.published, report.year, report.authority_id, framework)
    return " ".join("-" if fact in (None, "") else str(fact) for fact in facts)


def facets_of(row: Row) -> Iterator[str]:
    """The marks by which filters find an entry."""
    for name, letter in FACETS.items():
        if (value := getattr(row, name)) is not None:
            yield facet(letter, value)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be written for a report."""

    report: Report
    facts: str
    gone: frozenset[int]
    new: tuple[tuple[Row, str], ...]
    kept: int
    is_about_other_domains: bool


def index_report(report_id: int) -> Counts:
    """Bring the entries of a report to what its records say."""
    with knowledge_change():
        return _write([_work_on(report_id)])


def _work_on(report_id: int, *, anew: bool = False) -> _Work:
    report = Report.objects.select_for_update(of=("self",)).select_related("inspection").get(pk=report_id)
    is_about_other_domains = update_domains(report_id)
    facts = facts_of(report)
    wanted = {row.id: (row, text) for row, text in _entries(report)} if facts else {}
    stored = dict(SearchEntry.objects.filter(report=report).values_list("id", "digest"))
    kept = {place for place, digest in stored.items() if place in wanted and wanted[place][0].digest == digest}
    if anew:
        kept = set()
    new = tuple(one for place, one in wanted.items() if place not in kept)
    return _Work(report, facts, frozenset(stored.keys() - kept), new, len(kept), is_about_other_domains)


def _write(works: Sequence[_Work]) -> Counts:
    """Write for many reports together.

    SQLite's index writes a part of its own whenever something is taken away after something was added, and at each savepoint, and all
    parts must be merged: so what goes, goes first, and there are no savepoints in between.
    """
    gone = sorted(place for work in works for place in work.gone)
    new = sorted((one for work in works for one in work.new), key=lambda one: one[0].id)
    if gone:
        database().remove(gone)
    if new:
        database().add([(row, document_of(text, facets_of(row))) for row, text in new])
    if gone or new or any(work.is_about_other_domains for work in works):
        renew()
    for work in works:
        _remember(work.report, work.facts)
    return Counts(len(new), len(gone), sum(work.kept for work in works))


def stale_reports(reports: QuerySet[Report]) -> list[int]:
    """Those of the reports whose own facts are no longer what their entries hold."""
    indexed = dict(IndexedReport.objects.filter(report__in=reports).values_list("report_id", "facts"))
    described = reports.select_related("inspection")
    return [report.pk for report in described if facts_of(report) != indexed.get(report.pk, "")]


def index_many(reports: Sequence[int], *, anew: bool = False) -> Iterator[Counts]:
    """Index many reports, some in each transaction: search goes on working, and a run that is stopped has lost nothing.

    ``anew`` writes also what did not change.
    """
    for start in range(0, len(reports), AT_ONCE):
        with knowledge_change():
            counts = _write([_work_on(pk, anew=anew) for pk in reports[start : start + AT_ONCE]])
        yield counts


def index_changed(reports: Iterable[int], around: QuerySet[Report]) -> None:
    """After a change: index the reports whose records it touched, and those around them whose own facts it changed."""
    for pk in reports:
        index_report(pk)
    for pk in stale_reports(around):
        index_report(pk)


def _remember(report: Report, facts: str) -> None:
    stored = IndexedReport.objects.filter(report=report)
    if not facts:
        stored.delete()
    elif not stored.update(facts=facts):
        IndexedReport.objects.create(report=report, facts=facts)


def _records(report: Report) -> list[tuple[RecordKind, Any]]:
    """The records of a report that search finds, in reading order, judgements first as its page has them."""
    found: list[tuple[RecordKind, Any]] = []
    for kind, model in MODELS.items():
        rows: QuerySet[Any] = model._default_manager.filter(report=report, retired_at__isnull=True)
        found += [(kind, row) for row in (rows.select_related("domain") if kind == RecordKind.JUDGEMENT else rows)]
    return sorted(found, key=lambda one: (one[0] != RecordKind.JUDGEMENT, one[1].ordinal, one[0], one[1].pk))


def _entries(report: Report) -> Iterator[tuple[Row, str]]:
    framework = report.inspection.framework_id if report.inspection and report.is_own else None
    for ordinal, (kind, record) in enumerate(_records(report)):
        text = text_of(record)
        facts = (
            kind.value,
            record.pk,
            report.pk,
            report.authority_id,
            framework,
            getattr(record, "domain_id", None),
            report.year,
        )
        digest = blake2b(f"{VERSION} {facts} {text}".encode(), digest_size=16).hexdigest()
        yield Row(place_of(report, ordinal), *facts, digest), text
