"""What every analysis of judgements stands on: the names behind keys, and which authorities there are on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils import timezone

from inspections.analysis.bands import Crosswalk, crosswalk_now
from inspections.analysis.days import last_day
from inspections.analysis.history import AnalysedAuthority, JudgedInspection, Places, history, places
from inspections.caching.revision import current_revision, shared
from inspections.judgements.matrix import todays_domains
from inspections.lists.as_at import InspectionGroup, as_at
from inspections.lists.holding import UNKNOWN_FRAMEWORK
from inspections.models import Framework


def held_up_to(group: InspectionGroup = InspectionGroup.FULL) -> str:
    """Return the day up to which inspections of a group are held; today where none is."""
    found = next((held.newest for held in as_at() if held.group == group), "")
    return found or timezone.localdate().isoformat()


def _places() -> Places:
    return shared("places", current_revision(), places)


def _domains() -> dict[str, str]:
    return shared("today's domains", current_revision(), lambda: dict(todays_domains().values_list("code", "name")))


def _frameworks() -> dict[int | None, tuple[str, str]]:
    return shared("frameworks", current_revision(), _find_frameworks)


def _find_frameworks() -> dict[int | None, tuple[str, str]]:
    known = Framework.objects.values_list("pk", "code", "short_name")
    unknown: dict[int | None, tuple[str, str]] = {None: (UNKNOWN_FRAMEWORK, "Framework not known")}
    return {**{key: (code, name) for key, code, name in known}, **unknown}


@dataclass(frozen=True, slots=True)
class Ground:
    """Authorities, frameworks (code and name by key) and today's domains (name by code), in a fixed number of queries.

    ``regions``, ``years`` and ``frameworks_asked`` are what filters leave, empty for all.
    """

    regions: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    frameworks_asked: tuple[str, ...] = ()
    crosswalk: Crosswalk = field(default_factory=crosswalk_now)
    places: Places = field(default_factory=_places)
    frameworks: dict[int | None, tuple[str, str]] = field(default_factory=_frameworks)
    domains: dict[str, str] = field(default_factory=_domains)

    def history(self, domains: Collection[str] = ()) -> tuple[JudgedInspection, ...]:
        """Return the judgements of some of today's domains, of all if none is named; read once for each revision."""
        named = tuple(domains)
        return shared(f"history {named}", current_revision(), lambda: tuple(history(self.crosswalk, named)))

    def place(self, row: JudgedInspection) -> AnalysedAuthority:
        """Return the authority of a judgement."""
        return self.places[row.authority]

    def is_asked(self, row: JudgedInspection) -> bool:
        """Tell whether the filters leave a judgement."""
        return (
            (not self.regions or self.place(row).region in self.regions)
            and (not self.years or row.year in self.years)
            and (not self.frameworks_asked or self.frameworks[row.framework][0] in self.frameworks_asked)
        )

    def there(self, day: str, *, samples: bool) -> list[AnalysedAuthority]:
        """Return the authorities of the chosen regions that exist on a day, by name."""
        last = last_day(day)
        return [
            place
            for place in self.places.values()
            if place.is_sample == samples
            and place.exists_on(last)
            and (not self.regions or place.region in self.regions)
        ]
