"""Full inspections that are known, and whether their reports are held: what stands between two judgements that are.

A table or another report can tell of an inspection and not of its grade in a domain. Two judgements that follow each
other in what is held need not have followed each other, and whoever counts them says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from inspections.analysis.history import AnalysedAuthority, JudgedInspection
from inspections.lists.as_at import is_full
from inspections.models import Inspection, partial_dates
from inspections.models.inspection_days import first_day


class KnownInspection(NamedTuple):
    """A full inspection that is known. ``address`` is that of its page, dates are partial."""

    key: int
    started: str
    ended: str
    published: str
    is_read: bool
    address: str

    @property
    def words(self) -> str:
        """When it was, as far as that is known."""
        day = partial_dates.display(first_day(self))
        return day if self.started or self.ended else f"published {day}"


@dataclass(frozen=True, slots=True)
class KnownInspections:
    """All full inspections with a date, by authority, the earliest first; loaded in one query."""

    by_authority: dict[int, list[KnownInspection]]

    @classmethod
    def of(cls, places: Iterable[AnalysedAuthority]) -> KnownInspections:
        """Those of some authorities."""
        slugs = {place.key: place.slug for place in places}
        rows = Inspection.objects.published().filter(is_full()).order_by()
        found: dict[int, list[KnownInspection]] = defaultdict(list)
        columns = ("authority", "pk", "started", "ended", "published", "is_reported_only", "slug")
        for authority, key, started, ended, published, is_reported_only, slug in rows.values_list(*columns):
            if authority in slugs and (started or ended or published):
                address = reverse("inspection", args=[slugs[authority], slug])
                known = KnownInspection(key, started, ended, published, not is_reported_only, address)
                found[authority].append(known)
        return cls({key: sorted(known, key=first_day) for key, known in found.items()})

    def is_read(self, judged: JudgedInspection) -> bool:
        """Whether the report of an inspection is held."""
        return any(one.key == judged.inspection and one.is_read for one in self.by_authority.get(judged.authority, ()))

    def between(
        self, was: JudgedInspection, now: JudgedInspection, graded: Iterable[int]
    ) -> tuple[KnownInspection, ...]:
        """Those that certainly lie between two others, without those whose keys are ``graded``."""
        passed = {was.inspection, now.inspection, *graded}
        return tuple(
            one
            for one in self.by_authority.get(was.authority, ())
            if one.key not in passed and _lies_between(first_day(was), first_day(one), first_day(now))
        )


def _lies_between(first: str, day: str, last: str) -> bool:
    """Whether a partial date is certainly later than the first and earlier than the last."""
    return first < day < last and not day.startswith(first) and not last.startswith(day)
