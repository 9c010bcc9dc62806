"""Whose report it is, and who led the inspection, as a cover names them.

Three witnesses tell the authority: the first title that names a single one, the text that names one by far the most,
and the running lines. Where they agree, or one of them is silent, the title is taken, or else the text, with the notice
``authority-from-text``. Where the text is about another authority than the title, that is an error
(``authority-contradiction``): the name of the text is taken if the running lines do not speak against it, else none.
Running lines that contradict are an error too. The lead inspector stands on the first line of that label, on the next
one, or on both.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.structure.cover import doubt, printed_lines
from ingest.wording.authorities import count_named, find_authority, most_named
from ingest.wording.closings import LETTERHEAD
from ingest.wording.inspectors import is_lead_inspector, lead_inspector, person
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import NoticeLevel

SURE, SURE_ALONE = 3, 2
"""Times that a text must name an authority to speak against the title: beside that of the title, and alone."""
LONGEST_LEAD = 120
OFFICE_ENDS = re.compile(r"(?:\bInspector|\bHMI|^\W*Majesty.s\s+Inspector)\W*$", re.I)
NUMBER_BEHIND = re.compile(r"\W{0,9}\d{1,9}\W{0,9}$")


def _running(blocks: Iterable[Block]) -> dict[str, Block]:
    """The running headers and footers, each once, without page numbers and the address of the inspectorate."""
    running = {NUMBER_BEHIND.sub("", b.text): b for b in blocks if b.kind is BlockKind.FURNITURE}
    return {text: block for text, block in running.items() if not LETTERHEAD.fullmatch(text)}


def running_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The words of the running headers and footers, each once."""
    return tuple(_running(blocks))


def check_running_name(authority: AuthorityFacts | None, blocks: Iterable[Block], on: str | None) -> list[NoticeDraft]:
    """A notice when running headers or footers name another authority than the one that was taken."""
    for text, block in _running(blocks).items():
        named = find_authority(text, on)
        if authority and named and named.la_code != authority.la_code:
            message = (
                f"The report is about {authority.name}, the foot or head of page {block.page} names {named.name}. "
                f"{authority.name} was taken; compare with the document."
            )
            return [doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_CONTRADICTION, message, block.place)]
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
            if name := lead_inspector(line.value) or (person(following) if bare else _over_two(line.value, following)):
                return name, []
            message = "The lead inspector's name cannot be made out. Read it in the document."
            return None, [doubt(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_UNREADABLE, message, line.place)]
    place = blocks[0].place if blocks else Place()
    message = "No line names the lead inspector. Look for the name in the document."
    return None, [doubt(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, place)]


def _over_two(line: str, following: str) -> str | None:
    """The name of a lead inspector whose name or office breaks over two lines of a narrow page."""
    whole = f"{line} {following}"
    return lead_inspector(whole) if OFFICE_ENDS.search(following) and len(whole) <= LONGEST_LEAD else None


def read_authority(
    titles: Iterable[str], blocks: Sequence[Block], on: str | None
) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """The authority of a report by its titles, its text and its running lines, and what is doubted about it."""
    titles = list(titles)
    place = blocks[0].place if blocks else Place()
    cover = next((found for title in titles if (found := find_authority(title, on))), None)
    texts = [b.text for b in blocks if b.kind is not BlockKind.FURNITURE and b.text not in titles]
    texts = [text for text in texts if not LETTERHEAD.fullmatch(text)]
    body = most_named(texts, on)
    running = most_named(_running(blocks), on)
    if cover and body and cover != body and _speaks_against(count_named(texts), cover, body):
        return _contradicted(cover, body, running, place)
    if cover:
        return cover, check_running_name(cover, blocks, on)
    if body and running in (None, body):
        message = (
            f"The title names no authority that is known; the text is about {body.name}. Compare with the document."
        )
        return body, [doubt(NoticeLevel.WARNING, NoticeCode.AUTHORITY_FROM_TEXT, message, place)]
    if body and running:
        message = (
            f"The text is about {body.name}, the running lines name {running.name}, and no title decides; none was "
            "taken. Set the authority by hand."
        )
        return None, [doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_CONTRADICTION, message, place)]
    message = "The report names no single authority that is known. Set the authority by hand."
    return None, [doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, place)]


def _speaks_against(named: Counter[str], cover: AuthorityFacts, body: AuthorityFacts) -> bool:
    """Tell whether a text speaks against the title; less is needed where it never names the title's authority."""
    return named[body.la_code] >= (SURE if named[cover.la_code] else SURE_ALONE)


def _contradicted(
    cover: AuthorityFacts, body: AuthorityFacts, running: AuthorityFacts | None, place: Place
) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """The authority of a report whose title is about another one than its text."""
    agreed = running in (None, body)
    taken = f"{body.name} was taken" if agreed else "none was taken"
    message = f"The title names {cover.name}, the text is about {body.name}; {taken}. Compare with the document."
    notice = doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_CONTRADICTION, message, place)
    return (body if agreed else None), [notice]
