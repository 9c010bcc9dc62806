"""Whose report it is, and who led the inspection, as a cover names them.

The first title that names a single authority decides; else the text decides, with the notice ``authority-from-text``.
The lead inspector stands on the first line of that label, or on the next one.
"""

import re
from collections.abc import Iterable, Sequence

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.structure.cover import doubt, printed_lines
from ingest.wording.authorities import find_authority, most_named
from ingest.wording.inspectors import is_lead_inspector, lead_inspector, person
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import NoticeLevel

NUMBER_BEHIND = re.compile(r"\W*\d+\W*$")


def check_running_name(authority: AuthorityFacts | None, blocks: Iterable[Block], on: str | None) -> list[NoticeDraft]:
    """A notice when running headers or footers name another authority than the title does."""
    running = {NUMBER_BEHIND.sub("", b.text): b for b in blocks if b.kind is BlockKind.FURNITURE}
    for text, block in running.items():
        named = find_authority(text, on)
        if authority and named and named.la_code != authority.la_code:
            message = (
                f"The title is about {authority.name}, the foot or head of page {block.page} names {named.name}. "
                f"{authority.name} was taken; compare with the document."
            )
            return [doubt(NoticeLevel.WARNING, NoticeCode.AUTHORITY_CONTRADICTION, message, block.place)]
    return []


def read_lead(blocks: Sequence[Block]) -> tuple[str | None, list[NoticeDraft]]:
    """The lead inspector from the first line of that label.

    A notice when no name can be made out or there is no such line.
    """
    lines = printed_lines(blocks)
    for at, line in enumerate(lines):
        if is_lead_inspector(line.value):
            following = lines[at + 1].value if at + 1 < len(lines) else ""
            bare = re.fullmatch(r"\W*(?:lead|reporting)\s+inspectors?\W*", line.value, re.I)
            if name := lead_inspector(line.value) or (person(following) if bare else None):
                return name, []
            message = "The lead inspector's name cannot be made out. Read it in the document."
            return None, [doubt(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_UNREADABLE, message, line.place)]
    place = blocks[0].place if blocks else Place()
    message = "No line names the lead inspector. Look for the name in the document."
    return None, [doubt(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, place)]


def read_authority(
    titles: Iterable[str], blocks: Sequence[Block], on: str | None
) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """The authority that the first title to name a single one names, else the one that the text names most by far."""
    for title in titles:
        if found := find_authority(title, on):
            return found, []
    place = blocks[0].place if blocks else Place()
    if found := most_named((block.text for block in blocks), on):
        message = (
            f"The title names no authority that is known; the text is about {found.name}. Compare with the document."
        )
        return found, [doubt(NoticeLevel.WARNING, NoticeCode.AUTHORITY_FROM_TEXT, message, place)]
    message = "The report names no single authority that is known. Set the authority by hand."
    return None, [doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, place)]
