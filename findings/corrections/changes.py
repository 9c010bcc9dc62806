"""Changes of whole records: take one out, split one, join two. ``findings.models.changes`` tells how each is stored.

Each is one transaction and one row of ``Correction``, with parts where it is about several records. They are withdrawn
like every correction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User

from findings.corrections.effects import active_corrections, apply, follow
from findings.corrections.identity import subject_of
from findings.corrections.making import CorrectionError, check_live, fresh, make, require_reason
from findings.corrections.manual_records import free_anchor, refusal
from findings.corrections.placing import put_in_order
from findings.models import Action, Correction, Finding, Recommendation, Risk
from findings.models.changes import JOINED, OF_TEXTS, SPLIT, SUPPRESSED
from findings.search.entries import index_report
from inspections.models import Judgement
from inspections.vocabulary import Origin
from inspections.write import knowledge_change

TAKEN_OUT: tuple[type[Any], ...] = (Finding, Recommendation, Action, Risk, Judgement)
CUT: tuple[type[Any], ...] = (Finding, Recommendation, Action)
OF_THE_WHOLE = ("section", "domain", "parent", "priority", "kind", "timescale", "addressee")
"""What the second part of a split record has in common with the first."""
OF_THE_PLACE = ("page", "line", "where", "boxes")


def suppress(record: Any, reason: str, user: User) -> Correction:
    """Take a record out that is none: it leaves every page, file and search until the change is withdrawn."""
    reason = require_reason(reason)
    with knowledge_change():
        row = fresh(record)
        check_live(row)
        if not isinstance(row, TAKEN_OUT):
            raise CorrectionError("A section cannot be taken out: its records would lose it. Correct its heading.")
        if isinstance(row, Recommendation) and row.items.live().exists():
            raise CorrectionError("The recommendation has items, which would stand alone. Take these out first.")
        made = make(row, SUPPRESSED, reason, user, value_read=subject_of(row).words, value_set=True)
        apply(row)
    record.refresh_from_db()
    return made


def split(record: Any, second: str, reason: str, user: User, *, ref: str = "") -> Any:
    """Cut the text of a record in two. Returns the row that is made for the second part, with its number if it has one.

    ``second`` is the end of the text, from where the second part begins; its number is no part of its text.
    """
    reason = require_reason(reason)
    with knowledge_change():
        row = fresh(record)
        check_live(row)
        if not isinstance(row, CUT):
            raise CorrectionError("Only paragraphs, recommendations and actions are split.")
        whole, second = row.text.rstrip(), second.strip()
        first = whole.removesuffix(second).rstrip()
        if not second or first in ("", whole):
            raise CorrectionError("The second part has to be the end of the text, and both parts need words.")
        if ref:
            second = re.sub(rf"^{re.escape(ref)}[.)]?\s+", "", second)
        _check_uncut(row)
        if found := refusal(row.report, type(row), {"ref": ref, "section": row.section, "parent": _parent(row)}):
            raise CorrectionError(" ".join(found.values()))
        read = row.read.setdefault("text", whole)
        made = type(row)(
            report=row.report, anchor=free_anchor(row.report), origin=Origin.HAND, ordinal=0, ref=ref, text=second,
            orig=second, after=row.anchor, **_shared(row),
        )  # fmt: skip
        made.save()
        value = {"first": first, "second": second, "made": made.anchor}
        make(row, SPLIT, reason, user, value_read=read, value_set=value, replaces=_of_text(row))
        put_in_order(type(row), row.report)
        row.refresh_from_db(fields=["ordinal"])
        apply(row)
        follow(row.report)
        index_report(row.report_id)
    record.refresh_from_db()
    made.refresh_from_db()
    return made


def join(record: Any, others: Sequence[Any], reason: str, user: User) -> Correction:
    """Show the text of records that follow behind that of a record, and take them out."""
    reason = require_reason(reason)
    with knowledge_change():
        row, rest = fresh(record), [fresh(one) for one in others]
        for one in (row, *rest):
            check_live(one)
        if not rest or not isinstance(row, CUT):
            raise CorrectionError("Only paragraphs, recommendations and actions are joined, and at least two of them.")
        if any(type(one) is not type(row) or one.report_id != row.report_id or one.pk == row.pk for one in rest):
            raise CorrectionError("Records are joined with others of the same kind in the same report.")
        if any(isinstance(one, Recommendation) and one.items.live().exists() for one in rest):
            raise CorrectionError(
                "One of the recommendations has items, which would stand alone. Take these out first."
            )
        _check_uncut(row)
        read = row.read.setdefault("text", row.text)
        text = " ".join(one.text.strip() for one in (row, *rest))
        value = {"text": text, "with": [one.anchor for one in rest]}
        made = make(row, JOINED, reason, user, value_read=read, value_set=value, replaces=_of_text(row))
        for one in rest:
            make(one, SUPPRESSED, reason, user, value_read=subject_of(one).words, value_set=True, part_of=made)
            apply(one)
        apply(row)
        follow(row.report)
        index_report(row.report_id)
    record.refresh_from_db()
    return made


def _check_uncut(row: Any) -> None:
    for one in active_corrections(row):
        if one.field in OF_TEXTS:
            done = "split" if one.field == SPLIT else "joined with another"
            raise CorrectionError(f"This record was {done} before. Withdraw that change first.")


def _of_text(row: Any) -> list[Correction]:
    """The correction of the text, which a split or joined record replaces."""
    return [one for one in active_corrections(row) if one.field == "text"]


def _parent(row: Any) -> Any:
    return getattr(row, "parent", None)


def _shared(row: Any) -> dict[str, Any]:
    names = {field.name for field in row._meta.fields}
    return {name: getattr(row, name) for name in (*OF_THE_WHOLE, *OF_THE_PLACE) if name in names}
