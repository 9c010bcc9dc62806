"""What was left out, and the notices about it: one for each page, or for each stretch that runs over several pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.blocks import Place
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

QUOTED = 8
"""Words of a stretch that its notice quotes."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that were left out, and where; ``order`` counts the texts of the document."""

    words: tuple[str, ...]
    place: Place
    order: int


def _together(before: LeftOut, after: LeftOut) -> bool:
    """Tell whether two are told in one notice: on one page, or with nothing else between them."""
    same_page = before.place.page is not None and before.place.page == after.place.page
    return same_page or after.order == before.order + 1


def notices_of(left: Iterable[LeftOut]) -> tuple[NoticeDraft, ...]:
    """The notices about what was left out, in the order of the document."""
    stretches: list[list[LeftOut]] = []
    for one in left:
        if stretches and _together(stretches[-1][-1], one):
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return tuple(_notice(stretch) for stretch in stretches)


def _notice(stretch: Sequence[LeftOut]) -> NoticeDraft:
    first, last = stretch[0].place, stretch[-1].place
    words = [word for one in stretch for word in one.words]
    number = f"{len(words):,} words are" if len(words) > 1 else "1 word is"
    shown = " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")
    message = f"{_where(first, last)}: {number} in no record, beginning with “{shown}”. Read there what they say."
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_NOT_TAKEN, message, first.page, first.line)


def _where(first: Place, last: Place) -> str:
    if first.where:
        return first.where[:1].upper() + first.where[1:]
    kind, start, end = ("Page", first.page, last.page) if first.page else ("Line", first.line, last.line)
    if start is None:
        return "Somewhere in the file"
    return f"{kind} {start}" if end in (start, None) else f"{kind}s {start} to {end}"
