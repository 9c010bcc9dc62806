"""The check of recommendations that are sorted by timescale: a band that is empty has likely lost its heading."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Place
from ingest.drafts import RecommendationDraft
from ingest.notices import Notice
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Timescale


def check_bands(
    recommendations: Iterable[RecommendationDraft], bands: Sequence[Timescale], place: Place
) -> Iterator[Notice]:
    """One notice that names the bands that every report of the kind has and this one, which recommends something, lacks."""
    given = {recommendation.timescale for recommendation in recommendations}
    lost = [band for band in bands if band not in given]
    if given and lost:
        message = (
            f"No recommendations stand under a heading of the timescale {', '.join(lost)}; "
            "some may stand under the one before it. Compare with the document."
        )
        yield Notice(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, place.page, place.line)
