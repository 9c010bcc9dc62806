"""Update the rows of one kind in one report to a reading.

Rows are matched (``ingest.load.matching``), then created, changed, kept, retired or revived. A row keeps its anchor for
good; a new row whose drafted anchor is taken gets the next free one ("improve-3~2"). Columns hold the values read, with
active corrections applied.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from findings.corrections.identity import NUMBER, RecordSubject
from findings.corrections.identity import WORDS as WORDS_OF_KIND
from findings.corrections.placing import PlacedRow, ordinals, places_after, section_of, sections_in_order
from findings.corrections.values import columns_of, is_corrected, is_suppressed
from findings.models import Risk, Section
from ingest.load.columns import DraftedRecord, fit_to_columns
from ingest.load.counts import LoadCounts
from ingest.load.matching import MatchedRecord, match
from ingest.load.reading_log import ReadingLog
from ingest.load.report_corrections import ReportCorrections
from ingest.notices import NoticeDraft
from inspections.models import Extracted, Judgement, Report
from inspections.notice_codes import NoticeCode
from inspections.plain_words import plain
from inspections.reference.codes import ReferenceCodes
from inspections.unique_names import free_name
from inspections.vocabulary import NoticeLevel, Origin

DECIDING = frozenset({"inspection_id", "domain_id", "scope"})
"""The columns by which one judgement is preferred."""
WORDS = {Section: "heading", Risk: "risk"}
PLACES = frozenset({"ordinal", "line", "where"})
"""Columns that shift in every row behind an inserted one; they are kept up to date without counting as a change."""
Row = TypeVar("Row", bound=Extracted)


@dataclass
class LoadingReport:
    """What every step of loading one report needs, and the notices that it raises."""

    report: Report
    codes: ReferenceCodes
    corrections: ReportCorrections
    counts: LoadCounts
    now: datetime
    notices: list[NoticeDraft] = field(default_factory=list)
    log: ReadingLog = field(init=False)

    def __post_init__(self) -> None:
        self.log = ReadingLog(self.report, self.now)

    def doubt(self, code: NoticeCode, message: str, row: Extracted | None = None) -> None:
        """Raise a warning, about a row if one is given."""
        place = (row.page, row.line, row.anchor, row.where) if row else ()
        self.notices.append(NoticeDraft(NoticeLevel.WARNING, code, message, *place))


def _item(row: Any) -> MatchedRecord:
    read = row.read
    if isinstance(row, Judgement):
        words = f"{read.get('domain_wording', row.domain_wording)} {read.get('grade_wording', row.grade_wording)}"
        return MatchedRecord(row.anchor, row.anchor, plain(words))
    name = WORDS.get(type(row), "text")
    ref = read.get("ref", getattr(row, "ref", ""))
    return MatchedRecord(row.anchor, ref, plain(read.get(name, getattr(row, name))))


def _matched(stored: Sequence[Any], drafted: Sequence[DraftedRecord]) -> dict[int, Any]:
    """The earlier row for each place in ``drafted``: a live one if possible, else a retired one."""
    items = [MatchedRecord(d.anchor, d.ref, plain(d.words)) for d in drafted]
    current = [row for row in stored if _is_current(row)]
    retired = [row for row in stored if not _is_current(row)]
    found = {new: current[old] for new, old in match([_item(row) for row in current], items).items()}
    rest = [i for i in range(len(items)) if i not in found]
    revived = match([_item(row) for row in retired], [items[i] for i in rest])
    return found | {rest[new]: retired[old] for new, old in revived.items()}


def _is_current(row: Any) -> bool:
    """Whether the last reading had a row: those that people took out are retired, but read."""
    return row.retired_at is None or row.is_suppressed


def _free(anchor: str, taken: set[str]) -> str:
    free = free_name(anchor, taken, "~")
    taken.add(free)
    return free


def _set(loading: LoadingReport, row: Any, drafted: DraftedRecord) -> set[str]:
    """Set the columns of a row. Returns the names of those that changed."""
    read, shortened = fit_to_columns(type(row), drafted.read)
    rest, also = fit_to_columns(type(row), drafted.rest)
    corrections = loading.corrections.of(row.KIND, row.anchor, read, row.read)
    columns = columns_of(read, corrections, loading.codes, drafted.framework_id, loading.corrections.sections)
    suppressed = is_suppressed(corrections)
    columns |= rest | {"read": read, "is_corrected": is_corrected(corrections), "is_suppressed": suppressed}
    columns["retired_at"] = (row.retired_at if row.is_suppressed else loading.now) if suppressed else None
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    if row.pk:
        loading.log.read_again(row, read)
    if isinstance(row, Judgement) and row.is_preferred and changed & DECIDING:
        # Which judgement of its new inspection, domain and scope is preferred is decided when all are loaded.
        columns["is_preferred"] = False
        changed.add("is_preferred")
    for name in changed:
        setattr(row, name, columns[name])
    for name in (*shortened, *also):
        loading.doubt(
            NoticeCode.TEXT_SHORTENED, f"The {name.replace('_', ' ')} is too long to be kept whole; see the page.", row
        )
    return changed


def _link_parents(model: type[Any], drafted: Sequence[DraftedRecord], rows: dict[str, Any]) -> set[int]:
    """Link rows to their parents after these are saved. Returns the keys of the rows that changed."""
    changed = []
    for one in drafted:
        parent = rows.get(one.parent) if one.parent else None
        row = rows[one.anchor]
        if row.parent_id != (parent.pk if parent else None):
            row.parent = parent
            changed.append(row)
    if changed:
        model.objects.bulk_update(changed, ["parent"])
    return {row.pk for row in changed}


def _unique(drafted: Sequence[DraftedRecord]) -> list[DraftedRecord]:
    """The same records, with distinct anchors where a reading has one twice."""
    taken: set[str] = set()
    return [replace(one, anchor=_free(one.anchor, taken)) for one in drafted]


def _make_room(
    loading: LoadingReport, drafted: list[DraftedRecord], made: Sequence[Any], rows: Mapping[str, Any]
) -> list[DraftedRecord]:
    """Keep rows added by hand at their places, with a warning if the reading now has their number."""
    if not made:
        return drafted
    made = sorted(made, key=lambda row: row.ordinal)
    sections = [loading.corrections.sections.get(one.read.get("section") or "") for one in drafted]
    read = [PlacedRow(rows[d.anchor].anchor, d.ref, at) for d, at in zip(drafted, sections, strict=True)]
    of_read, of_hand = ordinals(
        sections, [section_of(row) for row in made], sections_in_order(loading.report), places_after(read, made)
    )
    moved = [row for row, ordinal in zip(made, of_hand, strict=True) if row.ordinal != ordinal]
    for row, ordinal in zip(made, of_hand, strict=True):
        row.ordinal = ordinal
    if moved:
        type(made[0]).objects.bulk_update(moved, ["ordinal"])
        loading.counts.touched = True
    numbers = {one.ref for one in drafted if one.ref}
    for row in made:
        if getattr(row, "ref", "") in numbers:
            message = (
                f"This was added by hand, and the reading has a number {row.ref} too. Compare them, and take one back."
            )
            loading.doubt(NoticeCode.ADDED_AND_READ, message, row)
    return [replace(one, rest={**one.rest, "ordinal": n}) for one, n in zip(drafted, of_read, strict=True)]


def _keep_by_hand(loading: LoadingReport, by_hand: Sequence[Any]) -> None:
    """Bring rows made by hand up to date with their corrections, and let those stand aside that were read by now."""
    for row in by_hand:
        corrections = loading.corrections.of_made(row.KIND, row.anchor)
        is_aside = (row.KIND, row.anchor) in loading.corrections.aside
        split = loading.corrections.split_of(row.KIND, row.anchor)
        if not corrections and not is_aside and not split:
            continue
        framework = row.inspection.framework_id if isinstance(row, Judgement) else None
        columns = columns_of(row.read, corrections, loading.codes, framework, loading.corrections.sections)
        suppressed = is_suppressed(corrections)
        columns |= {"is_corrected": is_corrected(corrections), "is_suppressed": suppressed}
        columns["retired_at"] = (row.retired_at or loading.now) if suppressed or is_aside else None
        after = split.anchor if split else loading.corrections.after.get((row.KIND, row.anchor), row.after)
        columns["after"] = after
        changed = [name for name, value in columns.items() if getattr(row, name) != value]
        if changed:
            for name in changed:
                setattr(row, name, columns[name])
            row.save(update_fields=changed)
            loading.counts.touched = True


def _subjects(model: type[Any], drafted: Sequence[DraftedRecord], rows: Mapping[str, Any]) -> list[RecordSubject]:
    """What identifies the records of the reading, at the anchors of their rows."""
    read = {one.anchor: fit_to_columns(model, one.read)[0] for one in drafted}
    name = WORDS_OF_KIND[model.KIND]
    subjects: list[RecordSubject] = []
    for one in drafted:
        values = read[one.anchor]
        above = read[one.parent][name] if model is Section and one.parent in read else one.context
        subjects.append(RecordSubject(rows[one.anchor].anchor, values.get(NUMBER, ""), values[name], above))
    return subjects


def sync(loading: LoadingReport, model: type[Row], drafts: Sequence[DraftedRecord]) -> dict[str, Row]:
    """Update the rows of a kind to the reading. Returns the live rows by drafted anchor, saved."""
    drafted = _unique(drafts)
    stored = list(model._default_manager.filter(report=loading.report))
    taken = {row.anchor for row in stored}
    by_hand = [row for row in stored if row.origin == Origin.HAND]
    stored = [row for row in stored if row.origin == Origin.READ]
    known = _matched(stored, drafted)
    rows: dict[str, Row] = {}
    for place, one in enumerate(drafted):
        rows[one.anchor] = known.get(place) or model(report=loading.report, anchor=_free(one.anchor, taken))
    if loading.corrections.of_kind(model.KIND):
        subjects = _subjects(model, drafted, rows)
        loading.corrections.place(model.KIND, subjects, [row.anchor for row in by_hand])
    _keep_by_hand(loading, by_hand)
    drafted = _make_room(loading, drafted, [row for row in by_hand if not row.retired_at], rows)
    current = [row for row in stored if _is_current(row)]
    changes: dict[int, set[str]] = {}
    new: list[Row] = []
    for one in drafted:
        row = rows[one.anchor]
        changed = _set(loading, row, one)
        if row.pk:
            changes[row.pk] = changed
        else:
            new.append(row)
    gone = [row for row in current if row.pk not in changes]
    _doubt_new_rows(loading, [row for row in new if not getattr(row, "ref", "")], gone)
    model._default_manager.bulk_create(new)
    loading.log.added(new)
    if model is Section:
        live = (*rows.values(), *(row for row in by_hand if not row.retired_at))
        loading.corrections.sections = {row.anchor: row.pk for row in live}
    _update(loading, model, [row for row in rows.values() if changes.get(row.pk)], changes)
    _retire(loading, model, gone)
    moved = _link_parents(model, drafted, rows) if hasattr(model, "parent") else set()
    altered = {pk for pk, names in changes.items() if names - PLACES} | (moved & changes.keys())
    loading.counts.add(created=len(new), changed=len(altered), unchanged=len(changes) - len(altered), retired=len(gone))
    return rows


def _update(loading: LoadingReport, model: type[Any], rows: Sequence[Any], changes: dict[int, set[str]]) -> None:
    if rows:
        model.objects.bulk_update(rows, sorted(set().union(*(changes[row.pk] for row in rows))), batch_size=200)
        loading.counts.touched = True


def _retire(loading: LoadingReport, model: type[Any], gone: Sequence[Any]) -> None:
    loading.log.retired(gone)
    for row in gone:
        row.retired_at, row.is_suppressed = loading.now, False
    if gone:
        model.objects.bulk_update(gone, ["retired_at", "is_suppressed"])


def _doubt_new_rows(loading: LoadingReport, new: Sequence[Any], gone: Sequence[Any]) -> None:
    """Ask for a check where unnumbered rows came and went: one may be the other in other words."""
    if not new or not any(not getattr(row, "ref", "") for row in gone):
        return
    names = ", ".join(row.anchor for row in gone if not getattr(row, "ref", ""))
    for row in new:
        message = (
            f"This is new in the reading, while {names} is gone from it. "
            "Compare them: corrections may have to be made again."
        )
        loading.doubt(NoticeCode.NEEDS_REVIEW, message, row)
