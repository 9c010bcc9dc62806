"""Keeping up to date what follows from records: search index, domains, interpretations and confirmations.

Only what differs is written. Loading, corrections and the editors' admin call ``index_changed`` in their own
transaction, so that search never finds a record that does not exist, and no confirmation holds for what is no longer
shown. Hidden and retired records have no entry. An entry is written again only when something that is indexed has
changed, which includes ``VERSION``.

The id of an entry packs what the results are ordered by into 63 bits: how long before the end of the calendar the
report was published, the report, and the place in the report. So the indexes return entries in the order of display,
and a page of a frequent word is found without sorting everything that holds it: of 340,389 entries 126,596 hold one
word, and SQLite finds its first page in 0.1 ms by the id, in 62 ms sorted by columns of the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db.models import QuerySet

from findings.confirmations.service import refresh_confirmations
from findings.interpretation.figures import VERSION as FIGURES_VERSION
from findings.interpretation.figures_update import update_figures
from findings.interpretation.follow_update import VERSION as FOLLOW_VERSION
from findings.interpretation.follow_update import update_follow_through
from findings.interpretation.suggestions import VERSION as INTERPRETATION_VERSION
from findings.interpretation.update import update_interpretations
from findings.models.interpretations import SEPARATOR
from findings.models.search import IndexedReport, SearchEntry
from findings.references.domains import update_domains
from findings.search.counts import VERSION as COUNTS_VERSION
from findings.search.counts import Numbers, keep_numbers, numbers_of, unlike_numbers
from findings.search.databases import COLUMNS, EntryRow, database
from findings.search.grades import GradesOfReport
from findings.search.spelling import remember_words
from findings.search.sums import held_groups, keep_sums, not_in_sums
from findings.search.terms import facet, indexed_text
from findings.search.texts import MODELS, text_of
from inspections.models import Judgement, Report
from inspections.report_kinds import NATIONAL
from inspections.vocabulary import RecordKind
from inspections.write import knowledge_change, renew

VERSION = 3
"""Raise it when words, stems, marks or facets are made differently: then every report is indexed again."""
DATE_BITS, REPORT_BITS, PLACE_BITS = 17, 26, 20
FIRST_YEAR = 1900
DAYS_OF_A_YEAR, DAYS_OF_A_MONTH = 416, 32
FACETS = {
    "kind": "k",
    "report_id": "p",
    "authority_id": "a",
    "framework_id": "f",
    "domain_id": "d",
    "year": "y",
    "report_kind": "t",
    "region": "r",
    "grade": "g",
    "polarity": "o",
    "themes": "m",
}
"""The letter that names each column of an entry in its facet tokens."""
NEEDED = {
    RecordKind.JUDGEMENT: ("domain", "grade", "inspection__authority"),
    RecordKind.RECOMMENDATION: ("section",),
    RecordKind.FINDING: ("section",),
    RecordKind.ACTION: (),
}
"""What an entry needs of other tables, by the kind of its record."""
AT_ONCE = 50
"""Reports in one transaction when all are indexed."""


@dataclass(frozen=True, slots=True)
class IndexCounts:
    """The number of entries that indexing added, removed and kept."""

    added: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: IndexCounts) -> IndexCounts:
        return IndexCounts(self.added + other.added, self.removed + other.removed, self.kept + other.kept)


def day_of(date: str) -> int:
    """A partial ISO date as a number that grows with time; "" is 0, before all dates."""
    year, month, day = (*(int(part) for part in date.split("-") if part), 0, 0, 0)[:3]
    return max(0, year - FIRST_YEAR) * DAYS_OF_A_YEAR + month * DAYS_OF_A_MONTH + day


def entry_id(report: Report, ordinal: int) -> int:
    """The id of the entry at a place in a report: ids grow from the newest report to the oldest, and within each."""
    before_the_end = (1 << DATE_BITS) - 1 - day_of(report.published or str(report.year or ""))
    return (before_the_end << REPORT_BITS | report.pk) << PLACE_BITS | ordinal


def end_of_since(date: str) -> int:
    """The id below which the entries of reports are that were published on a partial ISO date or later.

    A report of which only the year is known counts as of the beginning of that year. A date before all reports leaves
    out those without a date, as every date does.
    """
    day = min(max(1, day_of(date)), 1 << DATE_BITS)
    return ((1 << DATE_BITS) - day) << (REPORT_BITS + PLACE_BITS)


def facts_of(report: Report) -> str:
    """The facts about a report that its entries hold, as one text; "" where it has no entries."""
    if not report.is_public or report.retired_at:
        return ""
    framework = report.inspection.framework_id if report.inspection and report.is_own else None
    region = report.authority.region if report.authority else ""
    version = f"{VERSION}.{INTERPRETATION_VERSION}.{FIGURES_VERSION}.{FOLLOW_VERSION}.{COUNTS_VERSION}"
    facts = (version, report.published, report.year, report.kind, report.authority_id, framework, region)
    return " ".join("-" if fact in (None, "") else str(fact) for fact in facts)


def facets_of(row: EntryRow) -> Iterator[str]:
    """The tokens by which filters find an entry."""
    for name, letter in FACETS.items():
        if (value := getattr(row, name)) not in (None, ""):
            for one in value.split(SEPARATOR) if name == "themes" else (value,):
                yield facet(letter, one)


@dataclass(frozen=True, slots=True)
class _IndexWork:
    """What is to be written for a report."""

    report: Report
    facts: str
    gone: frozenset[int]
    new: tuple[tuple[EntryRow, str], ...]
    kept: int
    numbers: Numbers


def index_report(report_id: int) -> IndexCounts:
    """Bring the entries of a report up to date with its records."""
    return _index([report_id])


def _index(report_ids: Sequence[int], *, anew: bool = False) -> IndexCounts:
    """Index reports together. All are interpreted before any is compared with a later one, so that none is twice."""
    with knowledge_change():
        reports = Report.objects.select_for_update(of=("self",)).select_related("inspection", "authority")
        by_key = reports.in_bulk(report_ids)
        changed = [_interpret(pk) for pk in report_ids]
        if update_follow_through(*report_ids) or any(changed):
            renew()
        for pk in report_ids:
            refresh_confirmations(pk)
        return _write([_work_on(by_key[pk], anew=anew) for pk in report_ids])


def _interpret(report_id: int) -> bool:
    return update_domains(report_id) | update_interpretations(report_id) | update_figures(report_id)


def _work_on(report: Report, *, anew: bool) -> _IndexWork:
    facts = facts_of(report)
    records = _records(report) if facts else []
    wanted = {row.id: (row, text) for row, text in _entries(report, records)}
    stored = dict(SearchEntry.objects.filter(report=report).values_list("id", "digest"))
    kept = {place for place, digest in stored.items() if place in wanted and wanted[place][0].digest == digest}
    if anew:
        kept = set()
    new = tuple(one for place, one in wanted.items() if place not in kept)
    gone = frozenset(stored.keys() - kept)
    return _IndexWork(report, facts, gone, new, len(kept), numbers_of(records))


def _write(works: Sequence[_IndexWork]) -> IndexCounts:
    """Write the entries of many reports together.

    SQLite's index starts a new segment whenever a deletion follows an insertion, and at each savepoint, and all
    segments have to be merged. So all deletions come first, and there are no savepoints in between.
    """
    gone = sorted(place for work in works for place in work.gone)
    new = sorted((one for work in works for one in work.new), key=lambda one: one[0].id)
    if gone:
        database().remove(gone)
    if new:
        texts = [(row, indexed_text(text, facets_of(row))) for row, text in new]
        database().add(texts)
        remember_words(word for _, text in texts for word in text.letters)
    if gone or new:
        renew()
    reports = [work.report for work in works]
    before = held_groups([report.pk for report in reports])
    for work in works:
        keep_numbers(work.report, work.numbers)
        _remember(work.report, work.facts)
    keep_sums(reports, before)
    return IndexCounts(len(new), len(gone), sum(work.kept for work in works))


def stale_reports(reports: QuerySet[Report]) -> list[int]:
    """The reports whose facts are no longer those that their entries hold, by key."""
    indexed = dict(IndexedReport.objects.filter(report__in=reports).values_list("report_id", "facts"))
    described = reports.select_related("inspection", "authority")
    return [report.pk for report in described if facts_of(report) != indexed.get(report.pk, "")]


def unlike_index(report: Report) -> int:
    """How many entries and numbers of a report are missing, wrong or too many. Nothing is written."""
    facts = facts_of(report)
    records = _records(report) if facts else []
    wanted = {row.id: (row, text) for row, text in _entries(report, records)}
    stored = {row[0]: EntryRow(*row) for row in SearchEntry.objects.filter(report=report).values_list(*COLUMNS)}
    same = [one for place, one in wanted.items() if stored.get(place) == one[0]]
    others = len(wanted.keys() | stored.keys()) - len(same) + unlike_numbers(report, numbers_of(records))
    is_known = IndexedReport.objects.filter(report=report).values_list("facts", flat=True).first() == (facts or None)
    return (
        others + (not is_known) + database().unlike([(row, indexed_text(text, facets_of(row))) for row, text in same])
    )


def stray_tokens() -> int:
    """The number of records whose words are in the index without an entry."""
    return database().strays()


def forget_tokens() -> None:
    """Delete the words that are in the index without an entry."""
    database().forget_strays()


def index_many(reports: Sequence[int], *, anew: bool = False) -> Iterator[IndexCounts]:
    """Index many reports, ``AT_ONCE`` in a transaction, so that a run that is stopped keeps what it has done.

    ``anew`` also writes what did not change.
    """
    for start in range(0, len(reports), AT_ONCE):
        yield _index(reports[start : start + AT_ONCE], anew=anew)


def index_changed(reports: Iterable[int], around: QuerySet[Report]) -> None:
    """Index the reports whose records a change touched, and those of ``around`` whose own facts it changed."""
    if touched := list(dict.fromkeys(reports)):
        _index(touched)
    if stale := stale_reports(around):
        _index(stale)
    regroup(around)


def regroup(reports: QuerySet[Report]) -> None:
    """Bring indexed reports into the sums of their facts, where they are not."""
    if moved := not_in_sums(reports):
        with knowledge_change():
            keep_sums(moved, held_groups([report.pk for report in moved]))
            renew()


def _remember(report: Report, facts: str) -> None:
    stored = IndexedReport.objects.filter(report=report)
    if not facts:
        stored.delete()
    elif not stored.update(facts=facts):
        IndexedReport.objects.create(report=report, facts=facts)


def _records(report: Report) -> list[tuple[RecordKind, Any]]:
    """The live records of a report in the order of its page: judgements first, then in reading order."""
    found: list[tuple[RecordKind, Any]] = []
    for kind, model in MODELS.items():
        rows: QuerySet[Any] = model._default_manager.filter(report=report, retired_at__isnull=True)
        found += [(kind, row) for row in rows.select_related(*NEEDED[kind])]
    return sorted(found, key=lambda one: (one[0] != RecordKind.JUDGEMENT, one[1].ordinal, one[0], one[1].pk))


def _entries(report: Report, records: Sequence[tuple[RecordKind, Any]]) -> Iterator[tuple[EntryRow, str]]:
    framework = report.inspection.framework_id if report.inspection and report.is_own else None
    is_national = report.kind in NATIONAL
    grades = GradesOfReport(row for kind, row in records if kind == RecordKind.JUDGEMENT)
    for ordinal, (kind, record) in enumerate(records):
        text = text_of(record)
        inspected = record.inspection if is_national and isinstance(record, Judgement) else None
        authority = inspected.authority if inspected else report.authority
        facts = (
            kind.value,
            record.pk,
            report.pk,
            authority.pk if authority else None,
            inspected.framework_id if inspected else framework,
            getattr(record, "domain_id", None),
            report.year,
            report.kind,
            authority.region if authority else "",
            grades.of(record),
            getattr(record, "polarity", ""),
            getattr(record, "themes", ""),
        )
        digest = blake2b(f"{VERSION} {facts} {text}".encode(), digest_size=16).hexdigest()
        yield EntryRow(entry_id(report, ordinal), *facts, digest), text
