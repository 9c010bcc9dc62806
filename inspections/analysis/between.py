"""Full inspections that are known, and whether their reports are held: what stands between two judgements that are.

A table or another report can tell of an inspection and not of its grade in a domain. Two judgements that follow each
other in what is held need not have followed each other, and whoever counts them says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from inspections.analysis.history import AnalysedAuthority, JudgedInspection
from inspections.lists.as_at import is_full
from inspections.lists.lookups import among
from inspections.models import Inspection, partial_dates
from inspections.models.inspection_days import first_day


class KnownInspection(NamedTuple):
    """A full inspection that is known; dates are partial."""

    key: int
    started: str
    ended: str
    published: str
    is_read: bool
    authority_slug: str
    slug: str

    @property
    def words(self) -> str:
        """When it was, as far as that is known."""
        day = partial_dates.display(first_day(self))
        return day if self.started or self.ended else f"published {day}"

    @property
    def address(self) -> str:
        """The address of its page."""
        return reverse("inspection", args=[self.authority_slug, self.slug])


@dataclass(frozen=True, slots=True)
class KnownInspections:
    """Full inspections with a date, by authority, the earliest first; loaded in one query.

    ``first_days`` are their first days in the same order.
    """

    by_authority: dict[int, list[KnownInspection]]
    first_days: dict[int, list[str]]

    @classmethod
    def of(cls, places: Iterable[AnalysedAuthority], graded: Iterable[int]) -> KnownInspections:
        """Those of some authorities, without those whose keys are ``graded``: England has few others."""
        slugs = {place.key: place.slug for place in places}
        rows = Inspection.objects.published().filter(is_full()).exclude(among(graded)).order_by()
        found: dict[int, list[KnownInspection]] = defaultdict(list)
        columns = ("authority", "pk", "started", "ended", "published", "is_reported_only", "slug")
        for authority, key, started, ended, published, is_reported_only, slug in rows.values_list(*columns):
            if authority in slugs and (started or ended or published):
                dates = (started, ended, published)
                known = KnownInspection(key, *dates, not is_reported_only, slugs[authority], slug)
                found[authority].append(known)
        by_authority = {key: sorted(known, key=first_day) for key, known in found.items()}
        return cls(by_authority, {key: list(map(first_day, known)) for key, known in by_authority.items()})

    def between(self, was: JudgedInspection, now: JudgedInspection) -> tuple[KnownInspection, ...]:
        """Those that certainly lie between two others."""
        days = self.first_days.get(was.authority)
        if not days:
            return ()
        first, last = first_day(was), first_day(now)
        inside = self.by_authority[was.authority][bisect_right(days, first) : bisect_left(days, last)]
        return tuple(one for one in inside if _lies_between(first, first_day(one), last))


def _lies_between(first: str, day: str, last: str) -> bool:
    """Whether a partial date is certainly later than the first and earlier than the last."""
    return first < day < last and not day.startswith(first) and not last.startswith(day)
