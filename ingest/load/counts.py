"""Counts of what loading does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ingest.models import Outcome


@dataclass
class LoadCounts:
    """Records created, changed, unchanged and retired so far. ``touched``: anything at all was written.

    ``reports`` are the keys of the reports that the file holds or held, ``new`` of those that were not known before.
    """

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    retired: int = 0
    touched: bool = False
    reports: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)

    def add(self, *, created: int = 0, changed: int = 0, unchanged: int = 0, retired: int = 0) -> None:
        """Count records."""
        self.created += created
        self.changed += changed
        self.unchanged += unchanged
        self.retired += retired
        self.note(bool(created or changed or retired))

    def note(self, touched: bool) -> None:
        """Remember whether a step wrote anything."""
        self.touched = self.touched or touched

    def include(self, other: LoadCounts) -> None:
        """Add other counts."""
        self.add(created=other.created, changed=other.changed, unchanged=other.unchanged, retired=other.retired)
        self.note(other.touched)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The outcome of loading one document. ``notices`` counts its notices after loading, by code.

    ``better`` has the keys of files that hold better editions of its reports than those that count now, and that have
    to be read again for that. ``reports`` has the keys of the reports that the file holds or held before, ``new`` of
    those among them that nobody knew before.
    """

    outcome: Outcome
    source_id: int
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    retired: int = 0
    notices: Counter[str] = field(default_factory=Counter)
    better: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()
