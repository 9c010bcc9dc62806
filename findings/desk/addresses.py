"""The address of a place at the desk: the report, the leaf, the record or the notice that is chosen, and the zoom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

from django.http import QueryDict

from inspections.admin_site import desk_url

ZOOMS = (("fit", "Fit"), ("150", "150 %"), ("200", "200 %"))
WALK = ("stop", "kind", "authority", "assignee")
LONGEST_NUMBER = 7


@dataclass(frozen=True, slots=True)
class DeskAddress:
    """A place at the desk. ``leaf`` and ``notice`` are 0 and ``record`` is "" where the address names none.

    On a walk, ``stop`` names the place that waits, and ``kind``, ``authority`` and ``assignee`` what the walk is over.
    """

    report: int
    leaf: int = 0
    record: str = ""
    notice: int = 0
    zoom: str = ZOOMS[0][0]
    stop: str = ""
    kind: str = ""
    authority: str = ""
    assignee: str = ""

    @classmethod
    def read(cls, report: int, query: QueryDict) -> Self:
        """The place that the query of an address names; what it cannot mean is left out."""
        leaf, notice = (_number(query.get(name, "")) for name in ("page", "notice"))
        zoom = query.get("zoom", "")
        walk = (query.get(name, "") for name in WALK)
        return cls(report, leaf, query.get("record", ""), notice, zoom if zoom in dict(ZOOMS) else ZOOMS[0][0], *walk)

    def at(self, **changes: Any) -> Self:
        """The same place with other values; a record or a notice that is not named is not chosen."""
        named: dict[str, Any] = {"record": "", "notice": 0} | changes
        return replace(self, **named)

    def __str__(self) -> str:
        zoom = "" if self.zoom == ZOOMS[0][0] else self.zoom
        named = {"page": self.leaf, "record": self.record, "notice": self.notice, "zoom": zoom}
        return desk_url(self.report, **named, **{name: getattr(self, name) for name in WALK})

    @property
    def zooms(self) -> tuple[tuple[str, str, bool], ...]:
        """The zooms: label, address, and whether it is this one."""
        return tuple((label, str(replace(self, zoom=zoom)), zoom == self.zoom) for zoom, label in ZOOMS)


def _number(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 0
