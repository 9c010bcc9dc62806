"""Divide a report into chapters so that no page is too large. A page of a report shows one chapter.

A report that is small enough is a single chapter, on its own page. Otherwise its own page keeps the records outside of
any section, and each section with everything inside it becomes a chapter. A section that is too large gives its inner
sections chapters of their own; its first chapter includes the following inner sections as long as it is short. A
section that is too large and has no inner sections continues over several pages. Sizes are estimates of bytes of
HTML: the words of a record, and the markup around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from findings.labels import Record
from findings.models import Section

# With header, footer, contents and judgements, which are no part of these sizes, a page stays under 100 KB.
WHOLE = 80_000
LONGEST = 64_000
SHORT = 9_000
AROUND_A_RECORD = 700
ADDRESSES = 3  # of a record, its citation and its place, each with the address of the report
AROUND_A_SECTION = 300
WORDS: dict[str, tuple[str, ...]] = {
    "finding": ("text",),
    "recommendation": ("text", "addressee"),
    "action": (
        "text", "lead", "partners", "due", "success_measures", "resources", "measure", "baseline", "target",
        "progress", "notes",
    ),
    "risk": ("risk", "description", "mitigation"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SizedRecord:
    """A record of a section, with the size of everything that is shown with it."""

    record: Record
    size: int


@dataclass(frozen=True, slots=True)
class SectionRecords:
    """The records directly in a section (None: outside of any), in order. ``depth`` counts from 0."""

    section: Section | None
    depth: int
    records: tuple[SizedRecord, ...]

    @property
    def size(self) -> int:
        """The size of the heading and the records, without inner sections."""
        return AROUND_A_SECTION + sum(record.size for record in self.records)


@dataclass(frozen=True, slots=True)
class ChapterCut:
    """One chapter: its first section, or None for the report's own page, and its parts.

    ``number`` is the page of the section, from 1, ``of`` the number of its pages.
    """

    head: Section | None
    number: int
    of: int
    parts: tuple[SectionRecords, ...]

    def address(self, report: str) -> str:
        """The address of the chapter, given that of the report."""
        section = f"{report}{self.head.anchor}/" if self.head else report
        return f"{section}?page={self.number}" if self.number > 1 else section


def estimated_size(record: Record, report: str) -> int:
    """The estimated size of a record on a page, given the address of its report."""
    words = (str(getattr(record, name)) for name in WORDS.get(record.KIND, ()))
    return AROUND_A_RECORD + ADDRESSES * len(report) + sum(len(text.encode()) for text in words)


def total(parts: Iterable[SectionRecords]) -> int:
    """The total size of parts."""
    return sum(part.size for part in parts)


def cut(parts: Sequence[SectionRecords], *, whole: bool = False) -> tuple[ChapterCut, ...]:
    """The chapters of a report in order; the first is its own page.

    ``whole`` leaves it in one chapter whatever its size.
    """
    if whole or total(parts) <= WHOLE:
        return (ChapterCut(None, 1, 1, tuple(parts)),)
    loose = [part for part in parts if part.section is None]
    front = _pages(loose[0]) if loose else (ChapterCut(None, 1, 1, ()),)
    trees = _trees([part for part in parts if part.section is not None])
    return (*front, *(chapter for tree in trees for chapter in _chapters(tree)))


def _trees(parts: Sequence[SectionRecords]) -> list[list[SectionRecords]]:
    """Sections of the same depth as the first, each with everything inside it."""
    found: list[list[SectionRecords]] = []
    for part in parts:
        if found and part.depth > found[0][0].depth:
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _chapters(tree: list[SectionRecords]) -> list[ChapterCut]:
    head = tree[0]
    if total(tree) <= LONGEST:
        return [ChapterCut(head.section, 1, 1, tuple(tree))]
    first, inner = [head], _trees(tree[1:])
    while inner and total(first) < SHORT and total([*first, *inner[0]]) <= LONGEST:
        first += inner.pop(0)
    own = [ChapterCut(head.section, 1, 1, tuple(first))] if len(first) > 1 else [*_pages(head)]
    return own + [chapter for one in inner for chapter in _chapters(one)]


def _pages(part: SectionRecords) -> tuple[ChapterCut, ...]:
    """A section without its inner sections, on as many pages as it needs."""
    pages: list[list[SizedRecord]] = [[]]
    size = 0
    for record in part.records:
        if pages[-1] and size + record.size > LONGEST:
            pages.append([])
            size = 0
        pages[-1].append(record)
        size += record.size
    return tuple(
        ChapterCut(part.section, number, len(pages), (SectionRecords(part.section, part.depth, tuple(page)),))
        for number, page in enumerate(pages, 1)
    )
