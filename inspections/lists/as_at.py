"""Until when inspections are held: whatever the site calls "latest" is so as at these days.

There is one for full inspections, which are graded, and one for visits. Each is the newest day on which the report of
an inspection was published (where that is not known, its last day, else its first), out of all inspections whose own
report was read or that a table of outcomes states. Mentions in other documents do not count: they are no sign that
everything before them is held. Samples count only where there is nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, Q

from inspections.caching.revision import current_revision, shared
from inspections.models import InspectionStatement, partial_dates
from inspections.models.inspection_days import counting_day_at
from inspections.reference.tables import framework_codes
from inspections.vocabulary import FrameworkType, ReportKind, Term

VISITS = framework_codes(FrameworkType.VISIT)
REVIEWS = framework_codes(FrameworkType.REVIEW, FrameworkType.AREA)
"""Frameworks whose inspections, though graded, are no full inspections of services for children."""


def is_full(path: str = "") -> Q:
    """The inspection at the end of a path ("inspection__") is a full inspection of services for children."""
    return Q(**{f"{path}framework__graded": True}) & ~Q(**{f"{path}framework__code__in": REVIEWS})


def is_visit(path: str = "") -> Q:
    """The inspection at the end of a path is a visit."""
    return Q(**{f"{path}framework__code__in": VISITS})


class InspectionGroup(Term):
    """Inspections for which it is said apart until when they are held; labels as sentences of pages go on."""

    FULL = "full", "Full inspections"
    VISITS = "visits", "visits"


BELONGS = {InspectionGroup.FULL: is_full, InspectionGroup.VISITS: is_visit}


@dataclass(frozen=True, slots=True)
class HeldUpTo:
    """Until when the inspections of a group are held, and the last day of those of which a report was read, or ""."""

    group: InspectionGroup
    newest: str
    newest_read: str

    @property
    def is_from_table(self) -> bool:
        """Whether the newest is known from a table of outcomes alone."""
        return self.newest > self.newest_read


def as_at() -> tuple[HeldUpTo, ...]:
    """Until when each group is held; groups without inspections are left out. Cached for the revision."""
    return shared("as at", current_revision(), _find)


def held_words() -> str:
    """Until when inspections are held, in a sentence."""
    days = [f"{one.group.label.lower()} up to {partial_dates.display(one.newest)}" for one in as_at()]
    return f"Held are {' and '.join(days)}; others may exist, newer or earlier." if days else "No inspection is held."


def _find() -> tuple[HeldUpTo, ...]:
    """Start from the statements, which are as few as the reports: any other way looks at each inspection twice."""
    from_table = Q(report__kind=ReportKind.OUTCOMES_TABLE)
    when = counting_day_at("inspection__")
    newest = {
        f"{known}_{group}": Max(when, filter=belongs("inspection__") & told)
        for group, belongs in BELONGS.items()
        for known, told in (("read", Q(is_own=True)), ("stated", from_table))
    }
    statements = InspectionStatement.objects.published().filter(Q(is_own=True) | from_table).order_by()
    found = statements.values(is_sample=F("inspection__authority__is_sample")).annotate(**newest)
    days = {row["is_sample"]: _held_up_to(row) for row in found}
    return days.get(False) or days.get(True, ())


def _held_up_to(newest: Mapping[str, Any]) -> tuple[HeldUpTo, ...]:
    found = []
    for group in InspectionGroup:
        of_read, of_stated = newest[f"read_{group}"] or "", newest[f"stated_{group}"] or ""
        if of_read or of_stated:
            found.append(HeldUpTo(group, max(of_read, of_stated), of_read))
    return tuple(found)
