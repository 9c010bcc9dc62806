"""Recommendations that are sorted by timescale: the headings of the bands, and the check that none has been lost."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Place
from ingest.drafts import RecommendationDraft
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
    recommendations: Iterable[RecommendationDraft], bands: Sequence[Timescale], place: Place
) -> Iterator[NoticeDraft]:
    """One notice that names the bands that every report of the kind has and this one lacks, if it recommends at all."""
    given = {recommendation.timescale for recommendation in recommendations}
    lost = [band for band in bands if band not in given]
    if given and lost:
        message = (
            f"No recommendations stand under a heading of the timescale {', '.join(lost)}; "
            "some may stand under the one before it. Compare with the document."
        )
        yield NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, place.page, place.line)
