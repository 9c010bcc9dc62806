"""Which parts of a document the profiles of inspections may claim, and where.

A council's paper or web page repeats the titles, tables and whole letters of inspections. What begins like a paper is
read by the profiles of papers only; what opens in a paper that goes on with its own numbers behind it is quoted there,
and the name of an inspection right under the title of a plan belongs to that title. A title with a table of grades is
no report by itself: it needs a lead inspector, the inspectorate's closing text or numbered paragraphs. A subject alone
is no letter: inspectors must speak in it, or be named.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.profiles.protocol import Part, Profile
from ingest.structure.council_paper import FIRST, goes_on, is_paper, is_spoken, is_without_inspectors
from ingest.wording.closings import PUBLISHER
from inspections.report_kinds import PAPERS
from inspections.vocabulary import ReportKind

COVER_LENGTH = 14
TITLE_LENGTH = 3
"""Blocks from the title of a plan to the inspection that it names under it, at most."""

SPOKEN = frozenset(
    (ReportKind.ILACS, ReportKind.SIF, ReportKind.FOCUSED_VISIT, ReportKind.MONITORING_VISIT, ReportKind.JTAI)
)
"""Kinds in which inspectors speak or are named: where they do not, one sign of a paper is enough."""

LETTERS = frozenset((ReportKind.FOCUSED_VISIT, ReportKind.MONITORING_VISIT, ReportKind.JTAI))
GRADED = frozenset((ReportKind.ILACS, ReportKind.SIF, ReportKind.LAC, ReportKind.SLAC))
FEWEST_NUMBERED = 3
"""Numbered paragraphs that tell a report from a page that repeats its title and its table."""

LEAD = re.compile(
    r"\b(?:lead|reporting)\s+inspectors?\b|\bHMI\b(?! Pro| Con| Pri)|\bmajest(?:y|ies).{0,3}\s+inspector", re.I
)


def admitted(part: Part, profiles: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """The profiles that may claim a part: only those of papers where it begins like a council's paper."""
    inspections = [profile for profile in profiles if profile.kind not in PAPERS]
    if is_without_inspectors(part.blocks):
        profiles = tuple(profile for profile in profiles if profile.kind not in SPOKEN)
    quoted = (*(() if is_spoken(part.blocks) else LETTERS), *(() if _is_own(part.blocks) else GRADED))
    profiles = tuple(profile for profile in profiles if profile.kind not in quoted)
    if not is_paper(part.blocks):
        return profiles
    opening = next(
        (i for i in range(min(FIRST, len(part.blocks))) if any(p.opens(part.blocks, i) for p in inspections)), None
    )
    if opening is not None and not is_paper(part.blocks[: opening + COVER_LENGTH]):
        return profiles
    return tuple(profile for profile in profiles if profile.kind in PAPERS)


def _is_own(blocks: Sequence[Block]) -> bool:
    """Tell whether a part has what only the inspectorate's own report has beside its title and its grades."""
    numbered = sum(block.number is not None for block in blocks)
    return numbered >= FEWEST_NUMBERED or any(
        PUBLISHER.match(block.text) or LEAD.search(block.text) for block in blocks
    )


def is_quoted(blocks: Sequence[Block], opening: int, end: int, by: Sequence[Profile]) -> bool:
    """Tell whether what opens is an inspection's and stands inside a paper, which goes on before the next opening."""
    return not any(profile.kind in PAPERS for profile in by) and goes_on(blocks, opening, end)


def is_subtitle(blocks: Sequence[Block], above: int, titled: Sequence[Profile], opening: int) -> bool:
    """Tell whether what opens stands right under the title of a plan, on its page, and names what the plan answers."""
    plan = any(profile.kind is ReportKind.IMPROVEMENT_PLAN for profile in titled)
    cover = blocks[above + 1 : opening]
    return (
        plan
        and opening - above <= TITLE_LENGTH
        and blocks[opening].page == blocks[above].page
        and all(block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) for block in cover)
    )
