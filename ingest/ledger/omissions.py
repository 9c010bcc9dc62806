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
class Omission:
    """Words that were left out, and where; ``order`` counts the texts of the document."""

    words: tuple[str, ...]
    place: Place
    order: int


def _together(before: Omission, after: Omission) -> bool:
    """Tell whether two are told in one notice: on one page, or with nothing else between them."""
    same_page = before.place.page is not None and before.place.page == after.place.page
    return same_page or after.order == before.order + 1


def _stretches(left: Iterable[Omission]) -> list[list[Omission]]:
    stretches: list[list[Omission]] = []
    for one in left:
        if stretches and _together(stretches[-1][-1], one):
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return stretches


def notices_of(left: Iterable[Omission]) -> tuple[NoticeDraft, ...]:
    """The notices about what was left out, in the order of the document."""
    return tuple(
        _notice(
            stretch, NoticeLevel.ERROR, NoticeCode.TEXT_NOT_TAKEN, "{words} {are} in no record, beginning with {shown}."
        )
        for stretch in _stretches(left)
    )


def notices_of_footnotes(left: Iterable[Omission]) -> tuple[NoticeDraft, ...]:
    """The notices about footnotes that are in no record, in the order of the document."""
    form = "{words} of footnotes {are} in no record, beginning with {shown}."
    return tuple(_notice(stretch, NoticeLevel.INFO, NoticeCode.FOOTNOTES_LEFT, form) for stretch in _stretches(left))


def _notice(stretch: Sequence[Omission], level: NoticeLevel, code: NoticeCode, form: str) -> NoticeDraft:
    first, last = stretch[0].place, stretch[-1].place
    words = [word for one in stretch for word in one.words]
    number = f"{len(words):,} word{'s' * (len(words) > 1)}"
    shown = f"“{' '.join(words[:QUOTED])}{' …' if len(words) > QUOTED else ''}”"
    said = form.format(words=number, are="are" if words[1:] else "is", shown=shown)
    message = f"{_where(first, last)}: {said} Read there what they say."
    return NoticeDraft(level, code, message, first.page, first.line)


def _where(first: Place, last: Place) -> str:
    if first.where:
        return first.where[:1].upper() + first.where[1:]
    kind, start, end = ("Page", first.page, last.page) if first.page else ("Line", first.line, last.line)
    if start is None:
        return "Somewhere in the file"
    return f"{kind} {start}" if end in (start, None) else f"{kind}s {start} to {end}"
