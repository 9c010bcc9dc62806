"""Dates that the rest of a document contradicts are told with their page; dates that fit give no notice."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.doubted_dates import check_inspection_dates, check_weekdays
from ingest.drafts import InspectionDraft, PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

HERE = Place(page=3)
OWN = InspectionDraft("ilacs", PartialDate("2019-07-15"), PartialDate("2019-07-26"), place=HERE)
REPORT = ReportDraft(ReportKind.ILACS, "Inspection", "ilacs/1", None, PartialDate("2019-08-27"), inspection=OWN)


def block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, HERE)


def codes(report: ReportDraft, *texts: str) -> list[tuple[NoticeCode, int | None]]:
    return [(one.code, one.page) for one in check_inspection_dates(report, [block(text) for text in texts])]


@pytest.mark.parametrize("printed", ["Monday 16 July 2019", "monday, 16th July 2019", "Monday 15 July 2018"])
def test_a_weekday_that_does_not_fit_its_day_is_told(printed: str) -> None:
    (notice,) = check_weekdays([block(f"We came on {printed} and left.")])
    assert (notice.code, notice.level, notice.page) == (NoticeCode.DATES_DOUBTED, NoticeLevel.WARNING, 3)
    assert f"“{printed}”" in notice.message


@pytest.mark.parametrize(
    "printed", ["Monday 15 July 2019", "Tuesday 16 and Wednesday 17 July 2019", "Monday 31 June 2019"]
)
def test_a_weekday_that_fits_is_not_told(printed: str) -> None:
    assert not list(check_weekdays([block(f"We came on {printed}.")]))


@pytest.mark.parametrize(("year", "doubted"), [("2017", True), ("2018", False), ("2026", False)])
def test_an_inspection_before_its_framework_is_doubted(year: str, doubted: bool) -> None:
    own = replace(OWN, started=PartialDate(f"{year}-07-15"), ended=None)
    assert codes(replace(REPORT, inspection=own)) == [(NoticeCode.DATES_DOUBTED, 3)] * doubted


@pytest.mark.parametrize(("year", "doubted"), [("2012", True), ("2013", False), ("2018", False), ("2019", True)])
def test_an_inspection_after_its_framework_is_doubted(year: str, doubted: bool) -> None:
    own = replace(OWN, framework="sif", started=PartialDate(year), ended=None)
    assert codes(replace(REPORT, inspection=own)) == [(NoticeCode.DATES_DOUBTED, 3)] * doubted


@pytest.mark.parametrize(
    ("started", "doubted"),
    [
        ("2019-08-28", True),
        ("2019-09", True),
        ("2020", True),
        ("2019-08-27", False),
        ("2019-08", False),
        ("2019", False),
    ],
)
def test_an_inspection_that_is_mentioned_and_later_than_the_report_is_doubted(started: str, doubted: bool) -> None:
    told = replace(REPORT, mentions=(InspectionDraft("sif", PartialDate(started), place=HERE),))
    assert codes(told) == [(NoticeCode.DATES_DOUBTED, 3)] * doubted
    assert codes(replace(told, published=None)) == []
    assert codes(replace(told, kind=ReportKind.OUTCOMES_TABLE)) == []


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("We came from 15 to 26 July 2018.", True),
        ("We came from 15 to 26 July 2019.", False),
        ("We came from 15 to 25 July 2018.", False),
        ("We had come on 26 July 2018.", False),
    ],
)
def test_the_same_days_with_another_year_contradict_the_inspection(text: str, doubted: bool) -> None:
    assert codes(REPORT, "Nothing.", text) == [(NoticeCode.DATES_CONTRADICTION, 3)] * doubted


def test_what_a_profile_doubts_is_not_doubted_twice() -> None:
    told = NoticeDraft(NoticeLevel.ERROR, NoticeCode.DATES_OUT_OF_ORDER, "…", 3)
    assert codes(replace(REPORT, notices=(told,)), "We came from 15 to 26 July 2018.") == []


def test_a_report_without_an_inspection_of_its_own_has_nothing_to_contradict() -> None:
    assert codes(replace(REPORT, inspection=None), "We came from 15 to 26 July 2018.") == []
    month = replace(OWN, started=PartialDate("2019-07"), ended=PartialDate("2019-07"))
    assert codes(replace(REPORT, inspection=month), "We came in July 2018.") == []
