"""The facts of a report that its cover prints: day of publication, reference number, licence and authority.

Up to 2009, the reference number of an area's report is the LA code of its authority. The number is compared with the
name in the title, and identifies the authority when the title does not. The licence is what the document itself states.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.notices import NoticeDraft
from ingest.wording.authorities import find_authority
from ingest.wording.dates import find_date
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts, authorities
from inspections.vocabulary import NoticeLevel

# The label of the dates of an earlier inspection, which are not those of this one.
EARLIER_INSPECTION = (
    r"(?:dates?\s+of\s+(?:the\s+|its\s+)?)?(?:previous|last|most\s+recent|earlier|prior)\s+"
    r"(?:[\w&/]+\s+){0,4}?inspections?(?:\s+dates?)?\s*:?"
)
PUBLISHED = re.compile(r"\bpublished\b(?P<rest>.{0,80})", re.I | re.S)
REFERENCE = re.compile(r"\breference no\b(?P<rest>.{0,80})", re.I | re.S)
LICENCES = (
    (
        "OGL-2.0",
        re.compile(r"open\s?government[\s-]?licence\W{0,3}(?:version\s|v)?2(?!\d)|government-licence/version/2", re.I),
    ),
    ("OGL-3.0", re.compile(r"open\s?government[\s-]?licence", re.I)),
    ("educational", re.compile(r"non-?commercial educational purposes", re.I)),
    ("non-commercial", re.compile(r"non-?commercial (?:or educational )?purposes", re.I)),
)


LICENSING = ("licence", "commercial")
"""One of these words stands in every licence; patterns need not search other texts."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The facts of a cover; each is None where it is not printed."""

    published: PartialDate | None
    reference: str | None
    licence: str | None
    place: Place


def find_licence(blocks: Iterable[Block]) -> str | None:
    """Return the code of the first licence that a block states ("OGL-3.0", "educational"), or None."""
    texts = (block.text for block in blocks if any(sign in block.text.casefold() for sign in LICENSING))
    return next((code for text in texts for code, words in LICENCES if words.search(text)), None)


def cover_facts(blocks: tuple[Block, ...]) -> Cover:
    """Read the blocks before the body; a label and its value may be in a table, on one line or on two."""
    text = "\n".join(block.text for block in blocks)
    published = PUBLISHED.search(text)
    reference = REFERENCE.search(text)
    number = re.search(r"(?<!\d)\d{3}(?!\d)", reference["rest"]) if reference else None
    return Cover(
        find_date(published["rest"]) if published else None,
        number[0] if number else None,
        find_licence(blocks),
        blocks[0].place if blocks else Place(),
    )


def authority_of(title: str, cover: Cover) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """Return the authority named in the title, else the one whose LA code is the reference number; and any notices."""
    named = find_authority(title, cover.published.iso if cover.published else None)
    coded = next((a for a in authorities() if a.la_code == cover.reference), None)
    place = cover.place
    if named and coded and named.la_code != coded.la_code:
        message = (
            f"The title names {named.name}, but reference no. {cover.reference} is {coded.name}. The title was taken."
        )
        return named, [
            NoticeDraft(NoticeLevel.WARNING, NoticeCode.AUTHORITY_CONTRADICTION, message, place.page, place.line)
        ]
    if not named and not coded:
        message = "The title names no authority that is known. Set the authority by hand."
        return None, [NoticeDraft(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, place.page, place.line)]
    return named or coded, []
