"""Families of kinds of report: what a part must show before a profile of the family may claim it.

A council's paper or web page repeats the titles, tables and whole letters of inspections. A title with a table of
grades is no report by itself: it needs a lead inspector, the inspectorate's closing text or, under a title or dates of
an inspection, numbered paragraphs. A subject alone is no letter: inspectors must speak in it, or be named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.blocks import Block
from ingest.structure.council_paper import is_spoken, is_without_inspectors
from ingest.wording.closings import PUBLISHER
from ingest.wording.joining import ends_like_a_sentence

FEWEST_NUMBERED = 3
"""Numbered paragraphs that tell a report from a page that repeats its title and its table."""

FRONT = 20
"""Blocks of a part among which its title and its dates stand."""
LONGEST_TITLE = 200
INSPECTION = re.compile(r"\b(?:re)?inspect|\breview\s+of\b|\bofsted\b", re.I)
LEAD = re.compile(
    r"\b(?:lead|reporting)\s+inspectors?\b|\bHMI\b(?! Pro| Con| Pri)|\bmajest(?:y|ies).{0,3}\s+inspector", re.I
)


class Sign(Enum):
    """What tells a report of inspectors from a paper that repeats it."""

    VOICE = auto()
    """Inspectors speak in it, are named, or address a partnership."""
    NO_PAPER = auto()
    """It has no sign of a council's paper, or inspectors speak in it nevertheless."""
    BODY = auto()
    """It has a lead inspector, the inspectorate's closing text, or numbered paragraphs under a title or dates."""


@dataclass(frozen=True, slots=True)
class Family:
    """What kinds of report have in common that are told from papers alike.

    A profile claims only parts that show all its ``signs``. ``tells_earlier`` says that tables of such reports may hold
    grades of earlier inspections, which are read apart from its own (``ingest.profiles.earlier_tables``).
    """

    signs: frozenset[Sign] = frozenset()
    tells_earlier: bool = False


LETTER = Family(frozenset({Sign.VOICE}))
"""Letters whose subject councils repeat in their papers."""
GRADED = Family(frozenset({Sign.BODY, Sign.NO_PAPER}), tells_earlier=True)
"""Reports of children's services with a table of grades, which councils repeat."""
EARLY_GRADED = Family(frozenset({Sign.BODY}), tells_earlier=True)
"""The same of the frameworks before single inspections; a sign of a paper does not count against them."""
BOARD_REVIEW = Family(tells_earlier=True)
"""Reviews of a safeguarding board."""
OTHER = Family()
"""Kinds whose opening and score tell enough; papers, plans and tables of outcomes are among them."""


def signs_of(blocks: Sequence[Block]) -> frozenset[Sign]:
    """The signs that the blocks of a part show."""
    shown = {
        Sign.VOICE: is_spoken(blocks),
        Sign.NO_PAPER: not is_without_inspectors(blocks),
        Sign.BODY: _has_body(blocks),
    }
    return frozenset(sign for sign, is_shown in shown.items() if is_shown)


def _has_body(blocks: Sequence[Block]) -> bool:
    """Tell whether a part has what only the inspectorate's own report has beside its title and its grades."""
    numbered = sum(block.number is not None for block in blocks)
    return (numbered >= FEWEST_NUMBERED and any(map(_names_inspection, blocks[:FRONT]))) or any(
        PUBLISHER.match(block.text) or LEAD.search(block.text) for block in blocks
    )


def _names_inspection(block: Block) -> bool:
    """Tell whether a line that is no sentence, such as a title or a label of dates, speaks of an inspection or review.

    A self-evaluation may number its paragraphs under the headings and the table of an inspection.
    """
    cells = [text for row in block.rows for text in row.texts] or [block.text]
    return any(
        INSPECTION.search(text) and len(text) <= LONGEST_TITLE and not ends_like_a_sentence(text) for text in cells
    )
