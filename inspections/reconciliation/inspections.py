"""Reconciliation of inspections: one row for each group of statements about the same inspection.

So that addresses are permanent, a group keeps the row to which its statements pointed before; a row with an own report
comes first. A group without such a row gets a new one. Drafts and hidden reports take part in the grouping, so that
publishing one moves nothing; the facts and the address of an inspection come from published reports wherever there are
any. A row that lost its statements to another row is merged into it,
with its judgements and reports. The address of an inspection changes with its statements only until its own report is
read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import F, OuterRef, Subquery

from inspections.models import ConflictDecision, Inspection, InspectionStatement, Judgement, Report
from inspections.models.inspection_days import first_day
from inspections.models.partial_dates import year_of
from inspections.reconciliation.decisions import FactDecisions
from inspections.reconciliation.matching import StatedInspection, group_statements
from inspections.reference.codes import ReferenceCodes
from inspections.unique_names import free_name

# The anchor of the statement about the inspection that a report is about, as opposed to one that it mentions.
MAIN_ANCHOR = "inspection"
DATES = ("started", "ended", "published")
STATED = ("lead_inspector", "urn", "address", "theme")
COLUMNS = ("framework_id", *DATES, *STATED, "year", "is_reported_only", "slug", "former_slugs")


def reconcile_inspections(
    authorities: Collection[int], unsaved: Sequence[InspectionStatement] = ()
) -> tuple[InspectionStatement, ...]:
    """Give every statement about some authorities its inspection, and update the inspections.

    The ``unsaved`` statements are saved with their inspection. Returns the statements that were kept apart because
    several inspections match them.
    """
    codes = ReferenceCodes()
    live = InspectionStatement.objects.live().about(authorities).select_related("report")
    statements = {(s.report.identity, s.anchor): s for s in (*live, *unsaved)}
    by_authority: dict[int, list[StatedInspection]] = defaultdict(list)
    for statement in statements.values():
        by_authority[statement.about_id or 0].append(_stated(statement, codes))
    found = [(pk, group) for pk in sorted(by_authority) for group in group_statements(by_authority[pk])]
    members = [[statements[stated.key] for stated in group.statements] for _, group in found]
    rows, decisions = _InspectionRows(authorities), FactDecisions(authorities)
    inspections = [rows.claim(pk, group) for (pk, _), group in zip(found, members, strict=True)]
    claimed = {id(row) for row in inspections}
    slugs: dict[int, set[str]] = defaultdict(set)
    for row in rows.stored.values():
        if id(row) in claimed:
            slugs[row.authority_id].add(row.slug)
    for inspection, (pk, _), own in zip(inspections, found, members, strict=True):
        shown = [statement for statement in own if statement.report.is_public] or own
        framework = next((codes.framework_codes[s.framework_id] for s in shown if s.framework_id), "")
        for name in (*DATES, *STATED):
            fact = (inspection.pk or 0, name.replace("_", "-"), None, "")
            setattr(inspection, name, _preferred_value(shown, name, decisions.value(fact)))
        _update_facts(inspection, shown, framework, codes, slugs[pk])
    rows.save(inspections)
    _merge(rows.unclaimed.values(), _assign(members, inspections))
    _update_references(authorities)
    return tuple(
        statement for (_, group), own in zip(found, members, strict=True) if group.ambiguous for statement in own
    )


def preferred_date(dates: Iterable[str]) -> str:
    """Return the date that satisfies most of the stated dates, "" when none is stated.

    "2019-07-15" also satisfies "2019". Of several such dates the most precise is preferred, then the first.
    """
    stated = [date for date in dates if date]
    satisfied = Counter({date: sum(date.startswith(other) for other in stated) for date in stated})
    return min(stated, key=lambda date: (-satisfied[date], -len(date)), default="")


def _stated(statement: InspectionStatement, codes: ReferenceCodes) -> StatedInspection:
    return StatedInspection(
        (statement.report.identity, statement.anchor),
        codes.framework_codes[statement.framework_id] if statement.framework_id else "",
        statement.started,
        statement.ended,
        statement.published,
        statement.is_own,
    )


def _completeness(statement: InspectionStatement) -> tuple[int, tuple[str, ...]]:
    """Return the sort key that puts the statements with the most complete dates first."""
    dates = tuple(getattr(statement, name) for name in DATES)
    return (-sum(map(len, dates)), dates)


def _preferred_value(statements: Sequence[InspectionStatement], name: str, decided: str) -> str:
    """Return the decided value if it is stated, else that of the own report, else that of the most complete mention."""
    if decided and any(getattr(statement, name) == decided for statement in statements):
        return decided
    own = (getattr(statement, name) for statement in statements if statement.is_own)
    mentioned = [getattr(statement, name) for statement in sorted(statements, key=_completeness)]
    # Some lists print names in small letters; the same name with its capitals comes first.
    others = [preferred_date(mentioned)] if name in DATES else sorted(mentioned, key=str.islower)
    return next((value for value in (*own, *others) if value), "")


def _default_slug(inspection: Inspection, framework: str) -> str:
    first = first_day(inspection) or "undated"
    return f"{framework or 'inspection'}-{first}"


def _update_facts(
    inspection: Inspection,
    statements: Sequence[InspectionStatement],
    framework: str,
    codes: ReferenceCodes,
    slugs: set[str],
) -> None:
    """Set what follows from the preferred facts of an inspection, and its address unless that is permanent already."""
    is_read = any(statement.is_own for statement in statements)
    is_slug_permanent = bool(inspection.pk) and not inspection.is_reported_only and is_read
    inspection.framework_id = codes.frameworks[framework] if framework else None
    inspection.year = year_of(first_day(inspection))
    inspection.is_reported_only = not is_read
    if not is_slug_permanent:
        slug = free_name(_default_slug(inspection, framework), slugs - {inspection.slug})
        if inspection.slug and slug != inspection.slug:
            inspection.former_slugs = [old for old in (*inspection.former_slugs, inspection.slug) if old != slug]
        inspection.slug = slug
    slugs.add(inspection.slug)


class _InspectionRows:
    """The stored inspections of authorities, which groups of statements claim one by one."""

    def __init__(self, authorities: Collection[int]) -> None:
        self.stored = {row.pk: row for row in Inspection.objects.filter(authority__in=authorities)}
        self.before = {pk: self._values(row) for pk, row in self.stored.items()}
        self.unclaimed = dict(self.stored)

    @staticmethod
    def _values(row: Inspection) -> tuple[object, ...]:
        return tuple(getattr(row, name) for name in COLUMNS)

    def claim(self, authority_id: int, statements: Sequence[InspectionStatement]) -> Inspection:
        """Return the unclaimed row to which the statements of an authority point, or a new one.

        Of several rows, one with an own report comes first, then the row of most statements, then the oldest row.
        """
        votes = Counter(s.inspection_id for s in statements if s.inspection_id in self.unclaimed)
        if not votes:
            return Inspection(authority_id=authority_id)
        own = {pk: not self.unclaimed[pk].is_reported_only for pk in votes}
        return self.unclaimed.pop(min(votes, key=lambda pk: (-own[pk], -votes[pk], pk)))

    def save(self, rows: Sequence[Inspection]) -> None:
        """Save new and changed rows. An unclaimed row gives up its address when another row needs it."""
        slugs = {(row.authority_id, row.slug) for row in rows}
        for pk, row in self.unclaimed.items():
            if (row.authority_id, row.slug) in slugs:
                Inspection.objects.filter(pk=pk).update(slug=f"former-{pk}")
        Inspection.objects.bulk_create([row for row in rows if not row.pk])
        changed = [row for row in rows if row.pk in self.before and self._values(row) != self.before[row.pk]]
        if changed:
            Inspection.objects.bulk_update(changed, COLUMNS)


def _assign(
    groups: Sequence[Sequence[InspectionStatement]], inspections: Sequence[Inspection]
) -> dict[int, Inspection]:
    """Assign each group of statements to its inspection.

    Returns, by key of an inspection that statements left, the inspection to which most of them moved.
    """
    changed: list[InspectionStatement] = []
    new: list[InspectionStatement] = []
    moves: dict[int, Counter[int]] = {}
    for statements, inspection in zip(groups, inspections, strict=True):
        for statement in statements:
            if statement.inspection_id and statement.inspection_id != inspection.pk:
                moves.setdefault(statement.inspection_id, Counter())[inspection.pk] += 1
                changed.append(statement)
            if not statement.pk:
                new.append(statement)
            statement.inspection = inspection
    if changed:
        InspectionStatement.objects.bulk_update([s for s in changed if s.pk], ["inspection"])
    InspectionStatement.objects.bulk_create(new)
    by_pk = {inspection.pk: inspection for inspection in inspections}
    return {pk: by_pk[targets.most_common(1)[0][0]] for pk, targets in moves.items()}


def _merge(unclaimed: Iterable[Inspection], successors: dict[int, Inspection]) -> None:
    """Merge each unclaimed inspection whose statements moved into the one to which they moved, and delete it."""
    for row in unclaimed:
        successor = successors.get(row.pk)
        if successor is None:
            continue
        InspectionStatement.objects.filter(inspection=row).update(inspection=successor)
        Judgement.objects.filter(inspection=row).update(inspection=successor, is_preferred=False)
        Report.objects.filter(inspection=row).update(inspection=successor)
        ConflictDecision.objects.filter(inspection=row).update(inspection=successor)
        former = [*successor.former_slugs, *row.former_slugs, row.slug]
        successor.former_slugs = sorted({slug for slug in former if slug != successor.slug})
        row.delete()
        successor.save(update_fields=["former_slugs"])


def _update_references(authorities: Collection[int]) -> None:
    """Point judgements and reports at the inspection of their statement."""
    of_statement = InspectionStatement.objects.filter(pk=OuterRef("statement_id")).values("inspection_id")
    judgements = Judgement.objects.filter(statement__in=InspectionStatement.objects.about(authorities).values("pk"))
    moved = judgements.exclude(inspection=F("statement__inspection"))
    moved.update(inspection_id=Subquery(of_statement), is_preferred=False)
    main = InspectionStatement.objects.filter(report__authority__in=authorities, anchor=MAIN_ANCHOR)
    changed = []
    for statement in main.select_related("report"):
        report, is_live = statement.report, statement.retired_at is None
        inspection_id, is_own = (statement.inspection_id, statement.is_own) if is_live else (None, False)
        if (report.inspection_id, report.is_own) != (inspection_id, is_own):
            report.inspection_id, report.is_own = inspection_id, is_own
            changed.append(report)
    if changed:
        Report.objects.bulk_update(changed, ["inspection", "is_own"])
