"""Headings of sections that no rule of the outline knows: named in short, misspelt, or about something else.

A heading between numbered paragraphs is compared in this order: a short name of a domain ("Care leavers"), where the
open section is not the one that judges both; a known heading but for a letter; a heading printed like those of the
domains: with a grade, with the words that lead up to one, or in their type. The last is a section without a domain, so
that its paragraphs are not taken for evidence of the section in front of it. Other headings divide the open section.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from ingest.blocks import Block, BlockKind
from ingest.structure.outline import Opening, Rule, bare_heading
from ingest.wording.domains import CARE, CARE_AND_LEAVERS, EXPERIENCES, LEAVERS
from ingest.wording.grades import REQUIRES_IMPROVEMENT

_GRADE = re.compile(
    rf"(?P<name>.*?)(?:\W+(?:is|are))?\W+(?P<rest>{REQUIRES_IMPROVEMENT}|outstanding|inadequate|good|not\s+judged)\W*",
    re.I,
)
LEADS_UP = re.compile(rf"{EXPERIENCES}|(?:the\s+)?impact\s+of\s+(?:leaders|leadership)\b", re.I)
SHORTEST = 8
LONG = 30
"""Characters below which a heading is too short to be told misspelt, and above which two letters may be wrong."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class SectionNames:
    """How the sections of a kind of report are named.

    ``short`` are patterns of short names with their domains; ``spelt`` the headings as they are spelt; ``all_known``
    tells that every heading of the type of the domains' headings is one of theirs; ``level`` is the rank of sections.
    """

    short: Sequence[tuple[str, str]]
    spelt: Mapping[str, str]
    all_known: bool = False
    level: int = 1


@dataclass(frozen=True, slots=True)
class NamedSection:
    """A heading with the section that it opens; ``spelt`` is the heading that it is but for a letter."""

    opening: Opening
    spelt: str = ""

    @property
    def unknown(self) -> bool:
        """Tell whether it is about no domain that is known."""
        return self.opening.rule.domain is None


def _parts(text: str) -> tuple[str, str]:
    """Return a heading without its grade, and the grade."""
    bare = bare_heading(text)
    if match := _GRADE.fullmatch(bare):
        return match["name"], match["rest"]
    name, _, rest = bare.partition(":")
    return name.strip(), rest.strip()


def _nearest(name: str, spelt: Mapping[str, str]) -> str | None:
    """Return the known heading that a name is but for a letter or two; None where two are as near."""
    if len(name) < SHORTEST:
        return None
    most = 2 if len(name) > LONG else 1
    near = [(Levenshtein.distance(name.casefold(), known.casefold(), score_cutoff=most), known) for known in spelt]
    best = [known for distance, known in near if distance == min(near)[0] and distance <= most]
    return best[0] if best and len({spelt[known] for known in best}) == 1 else None


def is_headed(block: Block) -> bool:
    """Tell whether a block is printed as a heading."""
    bold = block.kind is BlockKind.PARAGRAPH and block.bold
    bare = not block.number and not block.marker and len(block.text) <= LONGEST
    return bare and (block.kind is BlockKind.HEADING or bold)


def named_section(
    block: Block, domain: str | None, names: SectionNames, sizes: frozenset[float | None]
) -> NamedSection | None:
    """Return the section that a heading opens where one about ``domain`` is open; None if it only divides that one.

    ``sizes`` are those of the headings of domains so far.
    """
    if not is_headed(block):
        return None
    name, rest = _parts(block.text)
    for pattern, found in names.short:
        if re.fullmatch(pattern, name, re.I):
            inside = domain == CARE_AND_LEAVERS and found in (CARE, LEAVERS) and not rest
            return None if inside else NamedSection(Opening(Rule("", names.level, domain=found), block.text, rest))
    if near := _nearest(name, names.spelt):
        return NamedSection(Opening(Rule("", names.level, domain=names.spelt[near]), block.text, rest), near)
    graded = _GRADE.fullmatch(bare_heading(block.text)) is not None
    alike = names.all_known and block.kind is BlockKind.HEADING and block.size in sizes
    if graded or alike or LEADS_UP.match(name):
        return NamedSection(Opening(Rule("", names.level), block.text, ""))
    return None
