"""Rows that people add where the reading missed one: with their place, and until they are taken back.

``findings.corrections.placing`` tells where they stand. A finding supports the judgements that the record before it
supports, if both stand in one section. No reading takes the anchor of such a row. References lead to it by its number
as long as no row that was read carries the same number. Each change is one transaction and a correction of its own,
which is withdrawn to take the row back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count
from django.utils import timezone
from django.utils.text import Truncator

from findings.corrections.effects import apply, follow
from findings.corrections.identity import subject_of
from findings.corrections.making import CorrectionError, make, require_reason
from findings.corrections.placing import put_in_order
from findings.corrections.service import withdraw
from findings.corrections.values import MODELS
from findings.models import Correction, Recommendation
from findings.models.changes import ADDED, SPLIT
from findings.search.entries import index_report
from inspections.models import Extracted, Judgement, Report
from inspections.reconciliation.inspections import MAIN_ANCHOR
from inspections.vocabulary import Basis, Origin
from inspections.write import knowledge_change

PREFIX = "hand-"
WORDS_SHOWN = 12


def add(row: Any, reason: str, user: User) -> Correction:
    """Save a new row whose report, section and words are set."""
    reason = require_reason(reason)
    with knowledge_change():
        row.origin, row.anchor, row.ordinal = Origin.HAND, free_anchor(row.report), 0
        chosen = _stand_beside(row)
        if isinstance(row, Judgement):
            _judge(row)
        elif hasattr(row, "orig"):
            row.orig = row.text
        row.save()
        made = make(row, ADDED, reason, user, value_read=None, value_set=subject_of(row).words)
        if chosen is not None and chosen.origin == Origin.READ:
            made.kept = {"after": asdict(subject_of(chosen))}
            made.save(update_fields=["kept"])
        put_in_order(type(row), row.report)
        row.refresh_from_db()
        apply(row)
        follow(row.report)
        index_report(row.report_id)
    row.refresh_from_db()
    return made


def take_back(rows: Iterable[Any], reason: str, user: User) -> None:
    """Retire rows that were added by hand, by withdrawing what added them.

    Raises CorrectionError for one that was made by splitting another.
    """
    with knowledge_change():
        for row in rows:
            active = Correction.objects.active().filter(report=row.report, kind=row.KIND)
            if active.filter(field=SPLIT, value_set__made=row.anchor).exists():
                raise CorrectionError(f"{row} was made by splitting another record. Withdraw that change instead.")
            added = active.filter(field=ADDED, home=row.anchor).first()
            if added is not None:
                withdraw(added, reason, user)
                continue
            row.retired_at = timezone.now()  # from before such rows were corrections
            row.save(update_fields=["retired_at"])
            apply(row)
            follow(row.report)
            index_report(row.report_id)


def _stand_beside(row: Any) -> Any | None:
    """Take section, page and parent from the record after which a row stands, and the domain from its section.

    Returns that record, None if none was chosen.
    """
    chosen: Any = type(row)._default_manager.filter(report=row.report, anchor=row.after).first() if row.after else None
    if chosen is not None:
        row.page = row.page or chosen.page
        for name in ("section", "parent"):
            if hasattr(row, f"{name}_id") and getattr(row, f"{name}_id") is None:
                setattr(row, name, getattr(chosen, name))
    if hasattr(row, "domain_id") and hasattr(row, "section_id") and row.domain_id is None:
        row.domain = row.section.domain if row.section else None
    return chosen


def _judge(row: Judgement) -> None:
    """Tie a judgement to the inspection that its report is about."""
    report = row.report
    if report.inspection is None:
        raise CorrectionError("It is not known which inspection this report is about, so that it can judge none.")
    row.inspection = report.inspection
    row.statement = report.statements.filter(anchor=MAIN_ANCHOR, retired_at__isnull=True).first()
    row.basis = Basis.PRIMARY if report.is_own else Basis.REPORTED


def refusal(report: Report, model: type[Any], given: Mapping[str, Any]) -> dict[str, str]:
    """Why a row cannot be added with its page or number, by field; empty if it can."""
    found: dict[str, str] = {}
    page, pages = given.get("page"), report.source.pages
    if page is not None and not pages:
        found["page"] = "The document has no pages: leave the page empty."
    elif page is not None and not 1 <= page <= (pages or 0):
        found["page"] = f"The document has {pages} pages; there is no page {page}."
    numbered = "ref" in {field.name for field in model._meta.get_fields()}
    if numbered and given.get("ref") and (taken := _with_number(report, model, given)) is not None:
        words = Truncator(taken.text).words(WORDS_SHOWN)
        found["ref"] = f"The number {taken.ref} is taken in this report: “{words}”"
    return found


def _with_number(report: Report, model: type[Any], given: Mapping[str, Any]) -> Any | None:
    """The live row that has a number already: in the same section where a report counts anew in each."""
    rows = model.objects.live().filter(report=report).exclude(ref="")
    if model is Recommendation:
        rows = rows.filter(parent=given.get("parent"))
    found = rows.filter(ref=given.get("ref", ""))
    repeated = rows.order_by().values("ref").annotate(rows=Count("pk")).filter(rows__gt=1)
    if given.get("section") and repeated.exists():
        found = found.filter(section=given["section"])
    return found.first()


def free_anchor(report: Report) -> str:
    """The first of "hand-1", "hand-2", … that no row of any kind has in the report."""
    kinds = [model for model in MODELS.values() if issubclass(model, Extracted)]
    made = (kind._default_manager.filter(report=report, anchor__startswith=PREFIX) for kind in kinds)
    taken = {anchor for rows in made for anchor in rows.values_list("anchor", flat=True)}
    number = 1
    while f"{PREFIX}{number}" in taken:
        number += 1
    return f"{PREFIX}{number}"
