"""Recommendations by timescale: the headings of the bands, and the doubt when one is lost."""

import pytest

from ingest.blocks import Place
from ingest.drafts import SectionDraft
from ingest.structure.outline import Outline, Role
from ingest.structure.timescales import check_bands, other_times, timescale_rules
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Timescale
from tests.ingest.structure.test_records import block

BANDS = (Timescale.IMMEDIATE, Timescale.THREE_MONTHS, Timescale.SIX_MONTHS)


@pytest.mark.parametrize(
    ("heading", "band"),
    [
        ("For immediate action", Timescale.IMMEDIATE),
        ("Immediately:", Timescale.IMMEDIATE),
        ("Within three months", Timescale.THREE_MONTHS),
        ("For action over the next six months", Timescale.SIX_MONTHS),
        ("For action in the longer term", Timescale.LONGER_TERM),
        ("With immediate effect:", Timescale.IMMEDIATE),
        ("Within 3 months:", Timescale.THREE_MONTHS),
        ("Within three months of the publication of this report:", Timescale.THREE_MONTHS),
        ("Within six months, Wexcombe Council should:", Timescale.SIX_MONTHS),
        ("Within one month:", None),
        ("Within twelve months:", None),
        ("In the next nine months", None),
        ("By 31 March 2014:", None),
        ("By the end of March 2014", None),
    ],
)
def test_the_headings_of_bands_open_recommendations(heading, band):
    opening = Outline(timescale_rules(2)).opening(block(heading, bold=True))
    assert opening is not None
    assert (opening.rule.role, opening.rule.timescale) == (Role.RECOMMENDATIONS, band)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan is for immediate action by the board.",
        "Within three months, the council should see every child.",
        "By March 2014 plans were better.",
    ],
)
def test_the_words_of_a_band_inside_a_sentence_open_nothing(sentence: str) -> None:
    assert Outline(timescale_rules(2)).opening(block(sentence)) is None


def test_a_heading_of_another_time_is_told() -> None:
    other, usual = SectionDraft("s1", "Within one month:", 2, place=Place(page=4)), SectionDraft("s2", "Immediately", 2)
    (notice,) = other_times([usual, other])
    assert (notice.code, notice.page) == (NoticeCode.TIMESCALE_OTHER, 4)
    assert "Within one month" in notice.message


def test_all_bands_together_are_no_doubt():
    assert list(check_bands(BANDS, BANDS, Place(page=4))) == []


def test_one_notice_names_every_band_that_is_empty():
    (notice,) = check_bands({Timescale.IMMEDIATE, None}, BANDS, Place(page=4))
    assert (notice.code, notice.page) == (NoticeCode.HEADING_MISSING, 4)
    assert Timescale.THREE_MONTHS in notice.message
    assert Timescale.SIX_MONTHS in notice.message
    assert Timescale.IMMEDIATE not in notice.message


def test_the_notice_names_the_service_whose_bands_are_empty():
    (notice,) = check_bands({Timescale.IMMEDIATE}, BANDS, Place(line=7), "Safeguarding services")
    assert "of “Safeguarding services”" in notice.message
    assert "within three months, within six months" in notice.message


def test_a_report_that_recommends_nothing_is_doubted_elsewhere():
    assert list(check_bands([], BANDS, Place())) == []
