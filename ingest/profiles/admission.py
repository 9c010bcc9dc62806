"""Which parts of a document the profiles of inspections may claim, and where.

A council's paper or web page repeats the titles, tables and whole letters of inspections. What begins like a paper is
read by the profiles of papers only, unless its body is that of an inspectorate's report whose cover is lost; what opens
in a paper that goes on with its own numbers behind it is quoted there, and the name of an inspection right under the
title of a plan belongs to that title. The family of a kind says what a part must show besides
(``ingest.profiles.families``).
"""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.profiles.families import signs_of
from ingest.profiles.protocol import Part, Profile
from ingest.structure.council_paper import FIRST, goes_on, is_paper
from ingest.structure.council_voice import is_retold
from ingest.structure.inspectors_report import is_of_inspectorate
from ingest.wording.other_papers import only_resembles
from inspections.report_kinds import PAPERS
from inspections.vocabulary import ReportKind

ENDED = frozenset(
    {
        ReportKind.ILACS,
        ReportKind.SIF,
        ReportKind.FOCUSED_VISIT,
        ReportKind.MONITORING_VISIT,
        ReportKind.SEND,
    }
)
"""Kinds that end with their publisher's text, a signature or their team, which tell whole reports from retold ones."""
COVER_LENGTH = 14
TITLE_LENGTH = 3
"""Blocks from the title of a plan to the inspection that it names under it, at most."""


def admitted(part: Part, profiles: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """The profiles that may claim a part: those whose signs it shows.

    Where it begins like a council's paper, they are those of papers only.
    """
    inspections = [profile for profile in profiles if profile.kind not in PAPERS]
    shown = signs_of(part.blocks)
    profiles = tuple(profile for profile in profiles if profile.family.signs <= shown)
    if not is_paper(part.blocks):
        if only_resembles(part.blocks):
            return ()
        retold = is_retold(part.blocks)
        return tuple(profile for profile in profiles if profile.kind not in ENDED or not retold)
    if lacks_cover(part.blocks):
        return tuple(profile for profile in profiles if profile.kind not in PAPERS)
    opening = next(
        (i for i in range(min(FIRST, len(part.blocks))) if any(p.opens(part.blocks, i) for p in inspections)), None
    )
    if opening is not None and not is_paper(part.blocks[: opening + COVER_LENGTH]):
        return profiles
    return tuple(profile for profile in profiles if profile.kind in PAPERS)


def lacks_cover(blocks: Sequence[Block]) -> bool:
    """Tell whether a part is the body of an inspectorate's report, whose kind no title tells."""
    return is_of_inspectorate(blocks)


def tells_of_inspection(blocks: Sequence[Block]) -> bool:
    """Tell whether a part only tells of an inspection, in the voice of others than inspectors."""
    return is_retold(blocks) and not is_of_inspectorate(blocks)


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
