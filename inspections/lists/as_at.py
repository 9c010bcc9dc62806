"""Until when inspections are held: whatever the site calls "latest" is so as at these days.

There is one for full inspections, which are graded, and one for visits. Each is the newest day on which the report of
an inspection was published (where that is not known, its last day, else its first), out of all inspections whose own
report was read or that a table of outcomes states. Mentions in other documents do not count: they are no sign that
everything before them is held. Samples count only where there is nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from inspections.caching.revision import cached, current_revision
from inspections.lists.holding import own_statements, statements_of_tables
from inspections.models import AREA_FRAMEWORKS, Inspection

VISITS = ("focused-visit", "monitoring-visit")
REVIEWS = ("lscb-review", *AREA_FRAMEWORKS)
"""Graded frameworks that are no full inspections of services for children."""

GROUPS = (
    ("Full inspections", Q(framework__graded=True) & ~Q(framework__code__in=REVIEWS)),
    ("visits", Q(framework__code__in=VISITS)),
)


@dataclass(frozen=True, slots=True)
class HeldUpTo:
    """Until when the inspections of a group are held, and the last day of those of which a report was read, or ""."""

    group: str
    newest: str
    newest_read: str

    @property
    def is_from_table(self) -> bool:
        """Whether the newest is known from a table of outcomes alone."""
        return self.newest > self.newest_read


def as_at() -> tuple[HeldUpTo, ...]:
    """Until when each group is held; groups without inspections are left out. Cached for the revision."""
    return cached("as at", current_revision(), _find)


def _find() -> tuple[HeldUpTo, ...]:
    inspections = Inspection.objects.published().order_by()
    real = _held_up_to(inspections.filter(authority__is_sample=False))
    return real or _held_up_to(inspections)


def _held_up_to(inspections: QuerySet[Inspection]) -> tuple[HeldUpTo, ...]:
    empty = Value("")
    when = Coalesce(NullIf("published", empty), NullIf("ended", empty), "started")
    newest = {f"group_{place}": Max(when, filter=condition) for place, (_, condition) in enumerate(GROUPS)}
    read, stated = (
        inspections.filter(Exists(known)).aggregate(**newest).values()
        for known in (own_statements(), statements_of_tables())
    )
    days = [
        (group, of_read or "", of_stated or "")
        for (group, _), of_read, of_stated in zip(GROUPS, read, stated, strict=True)
    ]
    return tuple(
        HeldUpTo(group, max(of_read, of_stated), of_read) for group, of_read, of_stated in days if of_read or of_stated
    )
