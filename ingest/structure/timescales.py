"""Recommendations that are sorted by timescale: the headings of the bands, and the check that none has been lost."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ingest.blocks import Place
from ingest.drafts import SectionDraft
from ingest.notices import NoticeDraft
from ingest.structure.outline import Outline, Role, Rule, bare_heading
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Timescale

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter)"
)
_COUNT = r"(?:an?|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen|\d{1,2})"
_AHEAD = r"(?:for (?:action|completion) )?(?:over|(?:with)?in|during) (?:the )?(?:next |first )?"
_BEHIND = r"(?: of (?:the )?(?:publication|receipt|inspection|report)\b.{0,40})?"
BANDS = (
    (
        r"(?:for )?immediate(?:ly)?(?: action)?|(?:for action )?with immediate effect|(?:for action )?straight ?away",
        Timescale.IMMEDIATE,
    ),
    (rf"{_AHEAD}(?:three|3) months{_BEHIND}", Timescale.THREE_MONTHS),
    (rf"{_AHEAD}(?:six|6) months{_BEHIND}", Timescale.SIX_MONTHS),
    (r"(?:for action )?(?:(?:in|over) the )?longer[- ]term", Timescale.LONGER_TERM),
)
OTHER = (
    rf"{_AHEAD}{_COUNT}(?: (?:to|or|and) {_COUNT})? (?:days?|(?:working |school )?weeks?|months?|years?){_BEHIND}"
    rf"|(?:for completion )?by (?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?:,? \d{{4}})?"
)
"""A time that is none of the bands: "Within one month", "By 31 March 2013"."""
_WHO = r"(?:,? (?:the )?[a-z][\w', -]{2,80} (?:should|must)(?: take the following actions?)?)?"
"""Who is to act, where the heading begins the sentences of its list: "Within three months, the council should:"."""


def timescale_rules(level: int) -> tuple[Rule, ...]:
    """The rules of the headings "For immediate action", "Within 3 months", "For action in the longer term".

    A heading of another time opens recommendations without a timescale.
    """
    bands = (*BANDS, (OTHER, None))
    return tuple(
        Rule(f"(?:{words}){_WHO}", level, Role.RECOMMENDATIONS, kind=None, timescale=band) for words, band in bands
    )


def other_times(sections: Iterable[SectionDraft]) -> Iterator[NoticeDraft]:
    """A notice (``timescale-other``) for each heading of a time that is none of the bands."""
    outline = Outline(timescale_rules(1))
    for section in sections:
        opening = outline.of(section.heading)
        if opening and opening.rule.timescale is None:
            message = (
                f"“{bare_heading(section.heading)}” is none of the timescales that are told apart; the recommendations "
                "under it were read without one."
            )
            at = section.place
            yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.TIMESCALE_OTHER, message, at.page, at.line)


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
