"""The judgements of domains of today over all years, as narrow rows: England has some thousands for one domain.

They are loaded in one query of keys and dates; names stand once, in ``Places``. Only preferred judgements of published
reports count. The samples of the project count only where there is nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from inspections.analysis.bands import NO_BAND, Crosswalk
from inspections.judgements.latest import preferred_in_columns
from inspections.models import Authority
from inspections.models.inspection_days import first_day
from inspections.vocabulary import Comparability

CLOSELY = (Comparability.SAME, Comparability.CLOSE)


class JudgedInspection(NamedTuple):
    """A preferred judgement in a domain of today. Keys are those of its rows; dates are partial.

    ``band`` is the number of its band. ``compares``: its own domain is the same as that of today, or close to it.
    ``slug`` is that of the inspection, and ``is_read`` tells whether the inspection's own report is held.
    """

    key: int
    authority: int
    domain: str
    inspection: int
    framework: int | None
    band: int
    started: str
    ended: str
    published: str
    compares: bool
    slug: str
    is_read: bool

    @property
    def place(self) -> tuple[int, str]:
        """Whom and what it is about: the authority and the domain of today."""
        return self.authority, self.domain

    @property
    def year(self) -> str:
        """The year of the inspection, "" where it has no date."""
        return first_day(self)[:4]


@dataclass(frozen=True, slots=True)
class AnalysedAuthority:
    """An authority, as the analysis needs it; the days on which it began and ended are ISO dates, or "" for none."""

    key: int
    slug: str
    name: str
    region: str
    gss_code: str
    la_code: str
    is_sample: bool
    opened: str
    closed: str

    def get_absolute_url(self) -> str:
        """Return the address of the authority's page."""
        return reverse("authority", args=[self.slug])

    def exists_on(self, day: str) -> bool:
        """Whether it exists on a day, of which it must be told in full."""
        return (not self.opened or self.opened <= day) and (not self.closed or self.closed >= day)


Places = Mapping[int, AnalysedAuthority]


def places() -> Places:
    """Return all authorities by key, by name, samples last."""
    columns = ("pk", "slug", "name", "region", "gss_code", "la_code", "is_sample", "opened", "closed")
    rows = Authority.objects.order_by("is_sample", "name").values_list(*columns)
    return {
        key: AnalysedAuthority(key, slug, name, region, gss, la_code, is_sample, f"{opened or ''}", f"{closed or ''}")
        for key, slug, name, region, gss, la_code, is_sample, opened, closed in rows
    }


def history(crosswalk: Crosswalk, domains: Iterable[str] = ()) -> list[JudgedInspection]:
    """Return the judgements of the domains of today with these codes, of all of them if none is named."""
    rows = preferred_in_columns().order_by()
    if named := tuple(domains):
        rows = rows.filter(column_code__in=named)
    found = rows.values_list(
        *("pk", "inspection__authority", "column_code", "inspection", "inspection__framework", "grade"),
        *("inspection__started", "inspection__ended", "inspection__published", "comparability"),
        *("inspection__slug", "inspection__is_reported_only", "inspection__authority__is_sample"),
    )
    bands = crosswalk.by_grade
    real: list[JudgedInspection] = []
    samples: list[JudgedInspection] = []
    for row in found:
        key, authority, domain, inspection, framework, grade, started, ended, published, comparability = row[:10]
        slug, is_reported_only, is_sample = row[10:]
        judged = JudgedInspection(
            key,
            authority,
            domain,
            inspection,
            framework,
            bands.get(grade, NO_BAND),
            started,
            ended,
            published,
            comparability in CLOSELY,
            slug,
            not is_reported_only,
        )
        (samples if is_sample else real).append(judged)
    return real or samples
