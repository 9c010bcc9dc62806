"""Anchors: the names of a report's records, made of what is printed, unique in it and the same at every reading.

What has no number of its own is named in one of two ways. Reports of inspectors (``BY_ORDER``) count their sections
("s1", "s2") and their unnumbered paragraphs by page ("p3-2") or, where the file has no pages, by section ("s4-2").
Papers of councils and of the Department (``BY_HEADING``) name sections by their headings ("legal-implications", a
division of it "legal-implications/2") and count unnumbered paragraphs in their outermost section
("legal-implications-3").
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.blocks import Place
from ingest.drafts import SectionDraft

LONGEST_SLUG = 60


class Anchors:
    """Hands out anchors that are unique in a report: a repeated one gets a suffix in printed order ("para-19~2")."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The wanted anchor, or the next free one of the same stem."""
        count = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}~{count}"


def slug(heading: str) -> str:
    """A heading as it stands in anchors: lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", heading.casefold())).strip("-")[:LONGEST_SLUG] or "section"


@dataclass(frozen=True, slots=True)
class Naming:
    """How a family of documents names what has no number.

    ``section`` makes the anchor of a section from its heading, its parent and all sections before it; ``paragraph``
    makes the stem of an unnumbered record, to which its ordinal is added, from its place and the open sections
    (outermost first).
    """

    section: Callable[[str, SectionDraft | None, Sequence[SectionDraft]], str]
    paragraph: Callable[[Place, Sequence[SectionDraft]], str]


def _next_section(_heading: str, _parent: SectionDraft | None, before: Sequence[SectionDraft]) -> str:
    return f"s{len(before) + 1}"


def _page_or_section(place: Place, path: Sequence[SectionDraft]) -> str:
    return f"p{place.page}" if place.page else path[-1].anchor if path else "s0"


def _section_by_heading(heading: str, parent: SectionDraft | None, before: Sequence[SectionDraft]) -> str:
    if parent is None:
        return slug(heading)
    return f"{parent.anchor}/{sum(section.parent == parent.anchor for section in before) + 1}"


def _outermost_section(_place: Place, path: Sequence[SectionDraft]) -> str:
    return path[0].anchor if path else "cover"


BY_ORDER = Naming(_next_section, _page_or_section)
BY_HEADING = Naming(_section_by_heading, _outermost_section)
