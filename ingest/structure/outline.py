"""The outline of a report from a table of its headings: which heading opens what, in which rank, about which domain.

A profile declares ``Rule``s; the first one whose pattern matches the whole heading decides. Headings are compared
without case, typographic marks, the figures of footnotes and a closing mark, so that a rule is written once for text
and for PDF.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ingest.blocks import Block, BlockKind
from ingest.wording.footnote_figures import without_footnote_figures
from ingest.wording.joining import join_blocks
from inspections.vocabulary import FindingKind, Timescale

HEADING_LENGTH = 260
MOST_LINES = 4
APOSTROPHES = re.compile("[\u2018\u2019\u201b`]")
DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]")


class Role(StrEnum):
    """What stands under a heading: findings of a kind, recommendations, or boilerplate that is neither."""

    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of heading.

    ``pattern`` matches the whole of it; its group ``rest``, if any, takes the grade behind a domain.

    ``level`` 1 is the highest rank; ``domain`` is inherited by the sections inside. ``kind`` is that of the findings,
    None for that of the section around, ``timescale`` that of the recommendations; ``part`` stands in front of the
    anchors of a part that counts for itself ("annex/"). ``once`` is for a heading whose words also divide boilerplate
    further on; ``inside`` for one whose words also divide other lists: without a grade it opens only inside these
    domains. ``framed`` is for a heading whose section ends with its unnumbered text: the first number belongs to the
    section around it.
    """

    pattern: str
    level: int
    role: Role = Role.FINDINGS
    kind: FindingKind | None = FindingKind.FINDING
    domain: str | None = None
    timescale: Timescale | None = None
    once: bool = False
    inside: frozenset[str] = frozenset()
    framed: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading that a rule recognised, as printed; ``rest`` is the grade printed behind it, or "".

    ``level`` and ``anchor``, where a profile gives them, stand for those that the rule and the naming give; ``number``
    is the printed number of the section, which counts in the sequence of sections.
    """

    rule: Rule
    heading: str
    rest: str = ""
    level: int | None = None
    anchor: str | None = None
    number: str = ""


@lru_cache(maxsize=4096)
def bare_heading(text: str) -> str:
    """Bring a heading or a row into the form in which patterns are compared with it.

    Plain marks, one line, no footnote figure.
    """
    if not text.isascii():
        text = DASHES.sub("-", APOSTROPHES.sub("'", text))
    text = " ".join(text.split())
    return without_footnote_figures(text).rstrip(" .:;")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a rule, kept for the outlines of other reports."""
    return re.compile(pattern, re.I)


class Outline:
    """Recognises the headings of one report while it is read from top to bottom."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(_compiled(rule.pattern), rule) for rule in rules]
        self._used: set[str] = set()

    def of(self, text: str, domain: str | None = None) -> Opening | None:
        """The opening that a text is inside an open section of the domain, or None.

        ``once`` and ``inside`` are heeded.
        """
        if len(text) > HEADING_LENGTH:
            return None
        bare = bare_heading(text)
        for pattern, rule in self._rules:
            match = pattern.fullmatch(bare)
            if match is None or (rule.once and rule.pattern in self._used):
                continue
            rest = (match.groupdict().get("rest") or "").strip(" :-")
            if rest or not rule.inside or domain in rule.inside:
                self._used.add(rule.pattern)
                return Opening(rule, text, rest)
        return None

    def knows(self, block: Block) -> Opening | None:
        """The same at the first asking, whatever has been opened so far."""
        used, self._used = self._used, set()
        found = self.opening(block)
        self._used = used
        return found

    def opening(self, block: Block, domain: str | None = None) -> Opening | None:
        """The opening that a heading, or a paragraph printed like one, is.

        Numbered paragraphs and list items are none.
        """
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or block.number or block.marker:
            return None
        return self.of(block.text, domain)


def _is_heading(block: Block) -> bool:
    bold = block.kind is BlockKind.PARAGRAPH and block.bold and len(block.text) <= HEADING_LENGTH
    return (block.kind is BlockKind.HEADING or bold) and not block.number and not block.marker


def rejoin_headings(blocks: Sequence[Block], rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks, with headings put together again whose lines only together are what a rule knows.

    "What needs" and "to improve?" are one heading, so are a domain and the grade under it; two headings that
    each open a section stay two.
    """
    outline = Outline(rules)
    joined: list[Block] = []
    at = 0
    while at < len(blocks):
        block, length = _heading_at(blocks[at : at + MOST_LINES], outline)
        joined.append(block)
        at += length
    return tuple(joined)


def _heading_at(lines: Sequence[Block], outline: Outline) -> tuple[Block, int]:
    """The heading that the first block begins, and of how many blocks it is made."""
    whole, best = lines[0], (lines[0], 1)
    if not _is_heading(whole):
        return best
    known = outline.knows(whole)
    for length, line in enumerate(lines[1:], 2):
        if not _is_heading(line) or line.size != lines[0].size:
            break
        whole = join_blocks(whole, line)
        opening = outline.knows(whole)
        if opening and (
            known is None or opening.rest != known.rest or not (opening.rule is known.rule or outline.knows(line))
        ):
            best, known = (whole, length), opening
    return best
