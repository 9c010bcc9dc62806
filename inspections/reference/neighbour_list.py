"""From which list the statistical neighbours of ``authorities.csv`` are. Uses no Django.

The list carries no year. It can be no older than the youngest authority that it names, and that is what is told.
"""

from dataclasses import dataclass
from functools import cache

from inspections.reference.tables import authorities, rows_of


@dataclass(frozen=True, slots=True)
class NeighbourList:
    """Who published the list, its year as recorded ("" where it is not), and the first year in which it can be."""

    source: str
    year: str
    earliest: str

    @property
    def year_in_words(self) -> str:
        """The year: "2023", or "2023 or later" where it is not recorded."""
        return self.year or f"{self.earliest} or later"


@cache
def neighbour_list() -> NeighbourList:
    """Return the list from which all neighbours are."""
    (row,) = rows_of("neighbour_list.csv")
    facts = authorities()
    named = {code for one in facts if not one.sample for code in one.statistical_neighbours}
    return NeighbourList(row["source"], row["year"], max(one.opened[:4] for one in facts if one.la_code in named))
