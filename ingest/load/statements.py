"""What a report states about inspections: one statement about its own, and one about each other that it mentions.

The first has the anchor "inspection"; mentions have "inspection/<framework>-<year>", so that they keep their anchor if
a day or month is read differently. In a table of many authorities, their anchor is "inspection/<LA code>/<framework>"
with the first date, because an authority has several visits a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from findings.corrections.values import columns_of
from ingest.drafts import InspectionDraft, JudgementDraft, ReportDraft
from ingest.load.columns import fit_to_columns, iso, own_published
from ingest.load.reports import is_own
from ingest.load.rows import LoadingReport
from ingest.resolve.frameworks import framework_of
from inspections.models import InspectionStatement
from inspections.reconciliation.inspections import MAIN_ANCHOR
from inspections.unique_names import free_name

Key = tuple[str, str | None, str, str, str]


@dataclass
class _MentionedInspection:
    draft: InspectionDraft
    domains: set[str]
    grades: set[str]


@dataclass(frozen=True)
class _StatementDraft:
    anchor: str
    draft: InspectionDraft
    framework: str | None
    is_own: bool = False
    published: str = ""


def key_of(inspection: InspectionDraft) -> Key:
    """Mentions with the same key are one statement."""
    dates = (iso(inspection.started), iso(inspection.ended), iso(inspection.published))
    return (inspection.authority.la_code if inspection.authority else "", inspection.framework, *dates)


def _mentions(draft: ReportDraft) -> dict[Key, _MentionedInspection]:
    found: dict[Key, _MentionedInspection] = {}
    main = key_of(draft.inspection) if draft.inspection else None
    drafts: list[tuple[InspectionDraft, JudgementDraft | None]] = [(mention, None) for mention in draft.mentions]
    drafts += [(judgement.inspection, judgement) for judgement in draft.judgements if judgement.inspection]
    for inspection, judgement in drafts:
        if key_of(inspection) == main:
            continue
        mention = found.setdefault(key_of(inspection), _MentionedInspection(inspection, set(), set()))
        if judgement:
            mention.domains.add(judgement.domain)
            mention.grades |= {judgement.grade} if judgement.grade else set()
    return found


def _years(inspection: InspectionDraft) -> Iterable[int]:
    dates = (
        (inspection.started, inspection.ended) if inspection.started or inspection.ended else (inspection.published,)
    )
    return {int(date.iso[:4]) for date in dates if date}


def _anchor(framework: str | None, inspection: InspectionDraft, taken: set[str]) -> str:
    when: object = min(_years(inspection), default="undated")
    place = MAIN_ANCHOR
    if inspection.authority:
        dates = (inspection.started, inspection.ended, inspection.published)
        when = next((date.iso for date in dates if date), when)
        place = f"{MAIN_ANCHOR}/{inspection.authority.la_code}"
    wanted = f"{place}/{framework or 'unknown'}-{when}"
    anchor = free_name(wanted, taken, "~")
    taken.add(anchor)
    return anchor


def _set(loading: LoadingReport, row: InspectionStatement, statement: _StatementDraft) -> set[str]:
    """Set the columns of a statement. Returns the names of those that changed."""
    inspection = statement.draft
    read, _ = fit_to_columns(
        InspectionStatement,
        {
            "started": iso(inspection.started),
            "ended": iso(inspection.ended),
            "published": iso(inspection.published) or statement.published,
            "lead_inspector": inspection.lead_inspector or "",
        },
    )
    read["framework"] = statement.framework or None
    corrections = loading.corrections.of(row.KIND, row.anchor, read, row.read)
    authority = loading.codes.authorities[inspection.authority.la_code] if inspection.authority else None
    stated, _ = fit_to_columns(
        InspectionStatement,
        {"urn": inspection.urn or "", "address": inspection.address or "", "theme": inspection.theme or ""},
    )
    columns = (
        columns_of(read, corrections, loading.codes)
        | stated
        | {
            "read": read,
            "authority_id": authority,
            "printed": inspection.printed.replace("\x00", ""),
            "page": inspection.place.page,
            "line": inspection.place.line,
            "where": inspection.place.where,
            "is_own": statement.is_own,
            "retired_at": None,
        }
    )
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    if row.pk:
        loading.log.read_again(row, read)
    for name in changed:
        setattr(row, name, columns[name])
    return changed


def _statements(draft: ReportDraft) -> list[_StatementDraft]:
    """The statements of a report, that about its own inspection first, each with its anchor."""
    statements: list[_StatementDraft] = []
    if draft.inspection:
        own = is_own(draft)
        published = own_published(draft) if own else ""
        statements.append(_StatementDraft(MAIN_ANCHOR, draft.inspection, draft.inspection.framework, own, published))
    taken: set[str] = set()
    for mention in _mentions(draft).values():
        inspection = mention.draft
        framework = inspection.framework or framework_of(_years(inspection), mention.domains, mention.grades)
        statements.append(_StatementDraft(_anchor(framework, inspection, taken), inspection, framework))
    return statements


def sync_statements(
    loading: LoadingReport, draft: ReportDraft
) -> tuple[dict[Key | None, InspectionStatement], list[InspectionStatement]]:
    """Update the statements of a report to a reading.

    Returns them by key, that about the report's own inspection also under None, and the new ones, which are not saved
    because they have no inspection yet.
    """
    report = loading.report
    stored = {row.anchor: row for row in InspectionStatement.objects.filter(report=report)}
    rows: dict[Key | None, InspectionStatement] = {}
    changed: list[InspectionStatement] = []
    new: list[InspectionStatement] = []
    for statement in _statements(draft):
        row = stored.pop(statement.anchor, None) or InspectionStatement(report=report, anchor=statement.anchor)
        altered = _set(loading, row, statement)
        if not row.pk:
            new.append(row)
        elif altered:
            changed.append(row)
        rows[key_of(statement.draft)] = row
        if statement.anchor == MAIN_ANCHOR:
            rows[None] = row
    gone = [row for row in stored.values() if row.retired_at is None]
    loading.log.added(new)
    loading.log.retired(gone)
    for row in gone:
        row.retired_at = loading.now
    if changed or gone:
        fields = [f.name for f in InspectionStatement._meta.concrete_fields if not f.primary_key]
        InspectionStatement.objects.bulk_update([*changed, *gone], fields)
    loading.counts.touched = loading.counts.touched or bool(changed or gone or new)
    return rows, new
