"""Sections of a report: headings with their parents, in the order in which they open.

A section's parent is the nearest open section of a higher rank (a smaller level). Its anchor is the one that its
profile gives it, or else the one that the report's ``Naming`` makes.
"""

from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import Place
from ingest.drafts import SectionDraft
from ingest.structure.anchors import BY_ORDER, Anchors, Naming
from ingest.wording.joining import join_text


class Sections:
    """The outline of one report while it is read: ``open`` adds a section, ``current`` is the one that is open."""

    def __init__(self, naming: Naming = BY_ORDER, anchors: Anchors | None = None) -> None:
        self._naming = naming
        self._anchors = anchors or Anchors()
        self._opened: list[SectionDraft] = []
        self._path: list[SectionDraft] = []

    @property
    def current(self) -> SectionDraft | None:
        """The section that was opened last, or None before the first."""
        return self._path[-1] if self._path else None

    @property
    def path(self) -> tuple[SectionDraft, ...]:
        """The open sections, the outermost first."""
        return tuple(self._path)

    @property
    def anchor(self) -> str | None:
        """The anchor of the open section."""
        return self._path[-1].anchor if self._path else None

    @property
    def domain(self) -> str | None:
        """The domain of the open section, or of the nearest one around it that has a domain."""
        return next((section.domain for section in reversed(self._path) if section.domain), None)

    def open(
        self, heading: str, level: int, place: Place, domain: str | None = None, anchor: str | None = None
    ) -> SectionDraft:
        """Open a section of a level (1 is the highest); those of the same or a lower rank are closed."""
        self.close(level)
        taken = self._anchors.take(anchor or self._naming.section(heading, self.current, self._opened))
        section = SectionDraft(taken, heading, level, self.anchor, domain, place)
        self._opened.append(section)
        self._path.append(section)
        return section

    def close(self, level: int) -> None:
        """Close the open sections of this level and below: what follows belongs to the section around them again."""
        while self._path and self._path[-1].level >= level:
            self._path.pop()

    def lengthen(self, words: str) -> None:
        """Add the second line of its heading to the section that is open."""
        longer = replace(self._path[-1], heading=join_text(self._path[-1].heading, words))
        self._opened[self._opened.index(self._path[-1])] = self._path[-1] = longer

    def __iter__(self) -> Iterator[SectionDraft]:
        """All sections, in printed order."""
        return iter(self._opened)
