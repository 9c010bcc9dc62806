"""Bands of grades: the grades of all frameworks, as far as they compare by the newest version of the crosswalk.

Decision record: inspections 1. A grade that is not in the crosswalk has no band, and neither has a missing one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from inspections.caching.revision import current_revision, shared
from inspections.models import CrosswalkEntry
from inspections.templatetags.reading import LOOKS, NO_GRADE

NO_BAND = 0


@dataclass(frozen=True, slots=True)
class Band:
    """Grades that compare: ``number`` 1 is the best, ``NO_BAND`` stands for judgements without a comparable grade.

    ``codes`` are the codes of the grades, as filters of other lists take them.
    """

    number: int
    name: str
    codes: tuple[str, ...]

    @property
    def code(self) -> str:
        """The value by which addresses name it: the code of its newest grade, "none" without one."""
        return self.codes[0] if self.codes else "none"

    @property
    def look(self) -> str:
        """The name of its shape and colour, which are those of its grades."""
        return next((LOOKS[code] for code in self.codes if code in LOOKS), NO_GRADE)


class Crosswalk:
    """The newest version of the crosswalk, read in two queries; ``version`` is "" where none is loaded."""

    def __init__(self) -> None:
        newest = CrosswalkEntry.objects.order_by("-version").values_list("version", flat=True).first()
        self.version = newest or ""
        entries = CrosswalkEntry.objects.filter(version=self.version).order_by("band", "-grade__framework__first_year")
        self._grades = tuple(entries.values_list("band", "grade", "grade__code", "grade__name"))

    @cached_property
    def by_grade(self) -> Mapping[int, int]:
        """The number of the band of a grade, by the key of the grade."""
        return {grade: band for band, grade, _, _ in self._grades}

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands from the best on, and last the one without a comparable grade."""
        names: dict[int, dict[str, str]] = {}
        for band, _, code, name in self._grades:
            known = names.setdefault(band, {})
            known[code] = min(known.get(code, name), name, key=len)
        found = [Band(band, _either(tuple(grades.values())), tuple(grades)) for band, grades in names.items()]
        return (*found, Band(NO_BAND, "No comparable grade", ()))


def crosswalk_now() -> Crosswalk:
    """The crosswalk, read once for each revision of the knowledge base."""
    return shared("crosswalk", current_revision(), Crosswalk)


def _either(names: tuple[str, ...]) -> str:
    first, *others = names
    return " or ".join((first, *(name.lower() for name in others)))
