"""Whose paper it is: the title, its head, its running lines and addresses decide, its text only with a notice.

In this order: the title that names a single authority; the lines of the head that are the name of one; any lines of
the head; the running lines; a council that the paper defines as its own ("Wexcombe Council (“the Council”)") or to
which it is given; e-mail addresses, and web addresses of the head. A name that only stands in running text gives
``authority-from-text``. An authority that the paper speaks of as another (``wording.other_authorities``) is never its
own by its text. Where the text never names the authority of the head and is about another, and where running lines name
another, that is doubted.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.structure.cover import doubt
from ingest.structure.cover_names import SURE, check_running_name, running_lines
from ingest.wording.authorities import (
    count_named,
    find_authority,
    find_by_address,
    is_name,
    most_named,
    named_places,
)
from ingest.wording.closings import LETTERHEAD
from ingest.wording.joining import ends_like_a_sentence
from ingest.wording.other_authorities import others_in
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import NoticeLevel

HEAD_LENGTH = 15
FEWEST_HEAD_LINES = 2
LONGEST_LINE = 200
LABEL = re.compile(
    r"(?:(?:name\s+of\s+)?(?:the\s+)?(?:local\s+)?(?:authority|council|organisation|area)|directorate|department"
    r"|(?:report\s+)?(?:of|from|by|to|authors?|contact(?:\s+officer)?|director))\W*",
    re.I,
)
DEFINED = re.compile(
    r"\W*(?:(?:City|County|Metropolitan|Borough|District|London|Council)\W+)*\(\W*(?:hereafter\s+|referred\s+to\s+as\s+)*"
    r"(?:the\s+)?(?:council|local\s+authority|authority)\W*\)",
    re.I,
)
ADDRESSED = re.compile(r"\b(?:direction|notice)\b[^.]{0,120}\bto\s+(?:the\s+)?$", re.I)
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\.gov\.uk\b", re.I)


def read_paper_authority(
    title: str, blocks: Sequence[Block], on: str | None
) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """The authority of a paper, and what is doubted about it; ``on`` is the day of the paper, if it is known."""
    place = blocks[0].place if blocks else Place()
    texts = [block.text for block in blocks if block.kind is not BlockKind.FURNITURE and block.text != title]
    others = others_in([title, *texts])
    head = tuple(_head(blocks))
    found = find_authority(title, on)
    if found is not None and found.la_code not in others_in([title]):
        return found, []
    own = (
        _single((line for line in head if is_name(line)), on, ())
        or _single(head, on, others_in(head))
        or _single(running_lines(blocks), on, ())
    )
    if own is not None:
        body = [text for text in texts if text not in head]
        return own, [*check_running_name(own, blocks, on), *_contradicted(own, body, others, place)]
    addressed = "\n".join([*(EMAIL.findall("\n".join(texts))), *head, *running_lines(blocks)])
    own = _defined(texts) or find_by_address(addressed)
    if own is not None:
        return own, []
    return _from_text(texts, others, on, place)


def _head(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines in front of the first number or, behind some lines, the first sentence."""
    lines = 0
    for block in [block for block in blocks if block.kind is not BlockKind.FURNITURE][:HEAD_LENGTH]:
        if block.rows:
            yield from (text for row in block.rows if LABEL.fullmatch(row.texts[0]) for text in row.texts[1:])
        elif block.number or block.kind is BlockKind.ITEM:
            return
        elif ends_like_a_sentence(block.text) and not block.text.endswith(":"):
            if lines >= FEWEST_HEAD_LINES:
                return
        elif len(block.text) <= LONGEST_LINE and not LETTERHEAD.fullmatch(block.text):
            lines += 1
            yield block.text


def _single(lines: Iterable[str], on: str | None, others: Collection[str]) -> AuthorityFacts | None:
    """The one authority that lines name; None for several."""
    found = {named.la_code: named for line in lines if (named := find_authority(line, on))}
    own = [named for code, named in found.items() if code not in others]
    return own[0] if len(own) == 1 else None


def _defined(texts: Iterable[str]) -> AuthorityFacts | None:
    """The one council that a paper calls "the Council" from there on, or to which a direction or notice is given."""
    found = {
        authorities[0].la_code: authorities[0]
        for text in texts
        for start, end, authorities in named_places(text)
        if len(authorities) == 1 and (DEFINED.match(text, end) or ADDRESSED.search(text[:start]))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _contradicted(
    own: AuthorityFacts, body: Sequence[str], others: Collection[str], place: Place
) -> Iterator[NoticeDraft]:
    """Doubt the authority of the head where the text never names it and often names another."""
    most = most_named(body, None, others)
    named = count_named(body)
    if most is not None and named[most.la_code] >= SURE and not named[own.la_code]:
        message = (
            f"The head of the paper names {own.name}, its text names {most.name} {named[most.la_code]} times and never "
            f"{own.name}. {own.name} was taken; compare with the document."
        )
        yield doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_CONTRADICTION, message, place)


def _from_text(
    texts: Sequence[str], others: Collection[str], on: str | None, place: Place
) -> tuple[AuthorityFacts | None, list[NoticeDraft]]:
    """The authority that the text names most, with its notice; none where it is spoken of as another."""
    most = most_named(texts, on, others)
    if most is not None:
        message = (
            f"Neither title nor head of the paper names an authority; its text names {most.name}, which was taken. "
            "Compare with the document."
        )
        return most, [doubt(NoticeLevel.WARNING, NoticeCode.AUTHORITY_FROM_TEXT, message, place)]
    message = "The paper does not name a single authority as its own. Set the authority by hand."
    return None, [doubt(NoticeLevel.ERROR, NoticeCode.AUTHORITY_UNKNOWN, message, place)]
