"""Recommendations that are sorted by timescale: the headings of the bands, and the check that none has been lost."""

from collections.abc import Collection, Iterator, Sequence

from ingest.blocks import Place
from ingest.notices import NoticeDraft
from ingest.structure.outline import Role, Rule
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Timescale

BANDS = (
    (r"(?:for )?immediate(?:ly)?(?: action)?", Timescale.IMMEDIATE),
    (r"(?:for action )?(?:over|(?:with)?in) (?:the next )?three months", Timescale.THREE_MONTHS),
    (r"(?:for action )?(?:over|(?:with)?in) (?:the next )?six months", Timescale.SIX_MONTHS),
    (r"(?:for action )?(?:in the )?longer term", Timescale.LONGER_TERM),
)


def timescale_rules(level: int) -> tuple[Rule, ...]:
    """The rules of the headings "For immediate action", "Within three months", "For action in the longer term"."""
    return tuple(Rule(words, level, Role.RECOMMENDATIONS, kind=None, timescale=band) for words, band in BANDS)


def check_bands(
    given: Collection[Timescale | None], bands: Sequence[Timescale], place: Place, service: str = ""
) -> Iterator[NoticeDraft]:
    """One notice that names the bands that reports of the kind have and this one lacks, if it recommends at all.

    ``given`` are the bands of what it recommends. ``service`` is the part of a report that recommends on its own.
    """
    lost = [band for band in bands if band not in given]
    if not given or not lost:
        return
    if service:
        message = (
            f"No area for improvement of “{service}” stands under a heading of the timescale: "
            f"{', '.join(band.label.lower() for band in lost)}. Some may stand under the one before it. Compare."
        )
    else:
        message = (
            f"No recommendations stand under a heading of the timescale {', '.join(lost)}; "
            "some may stand under the one before it. Compare with the document."
        )
    yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, place.page, place.line)
