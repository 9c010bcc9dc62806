"""Rows of inspections: one for each group of statements that speak of the same inspection.

A group takes over the row that its statements pointed at before (that of an own report first), so that addresses last; a group that
has none gets a new row; a row that lost its statements to others is merged into theirs, with all that hung on it. The address of
an inspection follows the statements only as long as its own report has not been read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import F, OuterRef, Subquery

from inspections.models import Inspection, InspectionStatement, Judgement, Report
from inspections.models.partial_dates import year_of
from inspections.reconciliation.matching import StatedInspection, StatementGroup, same_inspections
from inspections.reference.codes import ReferenceCodes
from inspections.unique_names import free_name

MAIN_ANCHOR = "inspection"
DATES = ("started", "ended", "published")
COLUMNS = ("framework_id", *DATES, "lead_inspector", "year", "is_reported_only", "slug", "former_slugs")


def _stated(statement: InspectionStatement, codes: ReferenceCodes) -> StatedInspection:
    return StatedInspection(
        (statement.report.identity, statement.anchor),
        codes.framework_codes[statement.framework_id] if statement.framework_id else "",
        statement.started,
        statement.ended,
        statement.published,
        statement.is_own,
    )


def preferred_date(values: Iterable[str]) -> str:
    """The date that fulfils most statements ("2019-07-15" fulfils "2019" too); of several such the most precise, then the first."""
    stated = [value for value in values if value]
    borne = Counter({value: sum(value.startswith(other) for other in stated) for value in stated})
    return min(stated, key=lambda value: (-borne[value], -len(value)), default="")


def _completeness(statement: InspectionStatement) -> tuple[int, tuple[str, ...]]:
    dates = tuple(getattr(statement, name) for name in DATES)
    return (-sum(map(len, dates)), dates)


def _preferred(statements: Sequence[InspectionStatement], name: str) -> str:
    """The value of the inspection's own report, else that of the mentions, those first that state most."""
    own = (getattr(statement, name) for statement in statements if statement.is_own)
    mentioned = [getattr(statement, name) for statement in sorted(statements, key=_completeness)]
    first = mentioned if name == "lead_inspector" else [preferred_date(mentioned)]
    return next((value for value in (*own, *first) if value), "")


def _wanted_slug(inspection: Inspection, framework: str) -> str:
    first = inspection.started or inspection.ended or inspection.published or "undated"
    return f"{framework or 'inspection'}-{first}"


def _describe(
    inspection: Inspection,
    statements: Sequence[InspectionStatement],
    framework: str,
    codes: ReferenceCodes,
    slugs: set[str],
) -> None:
    """Set the preferred facts of an inspection, and its address where that is still open."""
    is_address_fixed = bool(inspection.pk) and not inspection.is_reported_only
    for name in (*DATES, "lead_inspector"):
        setattr(inspection, name, _preferred(statements, name))
    inspection.framework_id = codes.frameworks[framework] if framework else None
    inspection.year = year_of(inspection.started or inspection.ended or inspection.published)
    inspection.is_reported_only = not any(statement.is_own for statement in statements)
    if not is_address_fixed:
        slug = free_name(_wanted_slug(inspection, framework), slugs - {inspection.slug})
        if inspection.slug and slug != inspection.slug:
            former = [one for one in (*inspection.former_slugs, inspection.slug) if one != slug]
            inspection.former_slugs = former
        inspection.slug = slug
    slugs.add(inspection.slug)


class _InspectionRows:
    """The rows of an authority's inspections while groups of statements take them over."""

    def __init__(self, authority_id: int) -> None:
        self.authority_id = authority_id
        self.stored = {row.pk: row for row in Inspection.objects.filter(authority_id=authority_id)}
        self.before = {pk: self._facts(row) for pk, row in self.stored.items()}
        self.free = dict(self.stored)

    @staticmethod
    def _facts(row: Inspection) -> tuple[object, ...]:
        return tuple(getattr(row, name) for name in COLUMNS)

    def take(self, statements: Sequence[InspectionStatement]) -> Inspection:
        """The row that the statements point at, or a new one."""
        votes = Counter(s.inspection_id for s in statements if s.inspection_id in self.free)
        if not votes:
            return Inspection(authority_id=self.authority_id)
        own = {pk: not self.free[pk].is_reported_only for pk in votes}
        return self.free.pop(min(votes, key=lambda pk: (-own[pk], -votes[pk], pk)))

    def save(self, rows: Sequence[Inspection]) -> None:
        """Save what is new or changed; a row that nobody took makes way when its address is wanted."""
        wanted = {row.slug for row in rows}
        for pk, row in self.free.items():
            if row.slug in wanted:
                Inspection.objects.filter(pk=pk).update(slug=f"former-{pk}")
        Inspection.objects.bulk_create([row for row in rows if not row.pk])
        changed = [row for row in rows if row.pk in self.before and self._facts(row) != self.before[row.pk]]
        if changed:
            Inspection.objects.bulk_update(changed, COLUMNS)


def _merge(emptied: Iterable[Inspection], moved: dict[int, Inspection]) -> None:
    """Hand over what hangs on rows whose statements went elsewhere, and delete those rows."""
    for row in emptied:
        heir = moved.get(row.pk)
        if heir is None:
            continue
        InspectionStatement.objects.filter(inspection=row).update(inspection=heir)
        Judgement.objects.filter(inspection=row).update(inspection=heir, is_preferred=False)
        Report.objects.filter(inspection=row).update(inspection=heir)
        former = [*heir.former_slugs, *row.former_slugs, row.slug]
        heir.former_slugs = sorted({slug for slug in former if slug != heir.slug})
        row.delete()
        heir.save(update_fields=["former_slugs"])


def _point(
    groups: Sequence[StatementGroup], rows: Sequence[Inspection], by_key: dict[tuple[str, str], InspectionStatement]
) -> dict[int, Inspection]:
    """Point statements at the row of their group; gives, by row that they left, the row to which most of them went."""
    changed: list[InspectionStatement] = []
    new: list[InspectionStatement] = []
    left: dict[int, Counter[int]] = {}
    for group, row in zip(groups, rows, strict=True):
        for statement in (by_key[statement.key] for statement in group.statements):
            if statement.inspection_id and statement.inspection_id != row.pk:
                left.setdefault(statement.inspection_id, Counter())[row.pk] += 1
                changed.append(statement)
            if not statement.pk:
                new.append(statement)
            statement.inspection = row
    if changed:
        InspectionStatement.objects.bulk_update([s for s in changed if s.pk], ["inspection"])
    InspectionStatement.objects.bulk_create(new)
    by_pk = {row.pk: row for row in rows}
    return {pk: by_pk[votes.most_common(1)[0][0]] for pk, votes in left.items()}


def _follow(authority_id: int) -> None:
    """Let judgements and reports follow the statement that names their inspection."""
    of_statement = InspectionStatement.objects.filter(pk=OuterRef("statement_id")).values("inspection_id")
    moved = Judgement.objects.filter(statement__report__authority_id=authority_id)
    moved.exclude(inspection=F("statement__inspection")).update(
        inspection_id=Subquery(of_statement), is_preferred=False
    )
    main = InspectionStatement.objects.filter(report__authority_id=authority_id, anchor=MAIN_ANCHOR)
    changed = []
    for statement in main.select_related("report"):
        report, is_live = statement.report, statement.retired_at is None
        inspection_id, is_own = (statement.inspection_id, statement.is_own) if is_live else (None, False)
        if (report.inspection_id, report.is_own) != (inspection_id, is_own):
            report.inspection_id, report.is_own = inspection_id, is_own
            changed.append(report)
    if changed:
        Report.objects.bulk_update(changed, ["inspection", "is_own"])


def reconcile_inspections(
    authority_id: int, unsaved: Sequence[InspectionStatement] = ()
) -> tuple[InspectionStatement, ...]:
    """Give every statement of an authority its inspection, save the ``unsaved`` ones with it, and bring the inspections up to date.

    Returns the statements that were kept apart because several inspections answer to them.
    """
    codes = ReferenceCodes()
    live = InspectionStatement.objects.live().filter(report__authority_id=authority_id).select_related("report")
    statements = [*live, *unsaved]
    by_key = {(s.report.identity, s.anchor): s for s in statements}
    groups = same_inspections(_stated(statement, codes) for statement in statements)
    table = _InspectionRows(authority_id)
    rows = [table.take([by_key[statement.key] for statement in group.statements]) for group in groups]
    slugs = {row.slug for row in table.stored.values() if row in rows}
    for group, row in zip(groups, rows, strict=True):
        _describe(row, [by_key[statement.key] for statement in group.statements], group.framework, codes, slugs)
    table.save(rows)
    _merge(table.free.values(), _point(groups, rows, by_key))
    _follow(authority_id)
    return tuple(by_key[statement.key] for group in groups if group.ambiguous for statement in group.statements)
