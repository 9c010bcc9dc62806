"""Labels and values of a cover, on one line, on two, in a table, and what is doubted about them."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.drafts import PartialDate
from ingest.structure.cover import EARLIER, check_running_dates, cover_prose, earlier_inspection, labelled, read_dates
from ingest.wording.dates import find_range


def lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.HEADING, text, text, Place(page=1, line=at)) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "cover",
    [
        lines("Inspection dates: 17 to 28 July 2023", "Report published: 11 September 2023"),
        lines("Inspection date", "17 to 28 July 2023", "Report published:", "11 September 2023"),
        lines("Inspection date: 17 to 28 July 2023 Report published: 11 September 2023"),
        [
            Block(BlockKind.TABLE, "", "", Place(), rows=(
                TableRow((TableCell(("Inspection dates",)), TableCell(("17 to 28 July 2023",)))),
                TableRow((TableCell(("Published:",)), TableCell(("11 September 2023",)))),
            )),
        ],
    ],
)  # fmt: skip
def test_dates_are_read_wherever_label_and_value_stand(cover: list[Block]) -> None:
    dates = read_dates(cover)
    found = [date.iso if date else None for date in (dates.started, dates.ended, dates.published)]
    assert found == ["2023-07-17", "2023-07-28", "2023-09-11"]
    assert dates.notices == ()


@pytest.mark.parametrize(
    ("cover", "code"),
    [
        (lines("Inspection dates: 17 to 28 July 2023", "Published: 1 July 2023"), "dates-out-of-order"),
        (lines("Inspection dates: 28 to 17 July 2023"), "dates-out-of-order"),
        (lines("Inspection dates: soon"), "dates-unreadable"),
        (lines("Inspection dates: 17 July 2023"), "dates-doubted"),
        (lines("Inspection dates: July 2023"), "dates-doubted"),
        (lines("Inspection dates: 21 January 2019 to 1 February"), "dates-doubted"),
        (lines("Inspection dates: 17 to 28 July 2023, with a visit on 3 August 2023"), "dates-doubted"),
        (lines("Inspection dates: 28 July to 17 July 2023"), "dates-out-of-order"),
        (lines("Inspection dates: 31 June to 9 July 2023"), "dates-unreadable"),
        (lines("Inspection dates: 17 March to 28 July 2023"), "dates-doubted"),
        (lines("Inspection dates: 17 to 28 July 2022", "Report published: 11 September 2023"), "dates-doubted"),
        (lines("Inspection dates: 17 to 28 July 2023", "Report published: September 2023"), "dates-doubted"),
        (lines("Wexcombe"), "dates-missing"),
        (lines("Inspection dates: 17 to 28 July 2023", "Inspection dates: 17 to 29 July 2023"), "dates-contradiction"),
        (
            lines(
                "Inspection dates: 17 to 28 July 2023",
                "Published: 4 September 2023",
                "Wexcombe",
                "Published: 5 September 2023",
            ),
            "dates-contradiction",
        ),
    ],
)
def test_dates_in_doubt_give_a_notice(cover: list[Block], code: str) -> None:
    assert [notice.code for notice in read_dates(cover).notices] == [code]


def test_dates_that_are_printed_again_alike_are_not_doubted() -> None:
    cover = lines("Inspection dates: 17 to 28 July 2023", "Wexcombe", "Inspection dates: 17 July to 28 July 2023")
    assert read_dates(cover).notices == ()


@pytest.mark.parametrize(
    "printed",
    ["3 to 1 4 June 2019", "3 June (from afar) to 14 June 2019", "3 to 5 June 2019 (remote) and 13 to 14 June 2019"],
)
def test_dates_are_read_past_remarks_and_loose_figures(printed: str) -> None:
    dates = read_dates(lines(f"Inspection dates: {printed}"))
    assert [date and date.iso for date in (dates.started, dates.ended)] == ["2019-06-03", "2019-06-14"]
    assert (dates.printed, dates.notices) == (printed, ())


def test_sentences_of_a_cover_are_told_from_its_lines_also_in_a_row_of_their_own() -> None:
    sentence = "The town helps its children well, and knows where it does not."
    rows = (
        TableRow((TableCell((sentence,)), TableCell(), TableCell())),
        TableRow((TableCell(("Care leavers",)), TableCell(), TableCell(("Good",)))),
    )
    cover = [
        Block(BlockKind.TABLE, "", "", Place(), rows=rows),
        Block(BlockKind.PARAGRAPH, "Inspection dates: 1 to 2 May 2019 and nothing else.", "", Place()),
        Block(BlockKind.PARAGRAPH, "The judgements that contribute to it are these:", "", Place()),
        Block(BlockKind.PARAGRAPH, "Leaders listen to what children tell them.", "", Place()),
    ]
    assert [block.text for block in cover_prose(cover)] == [sentence, "Leaders listen to what children tell them."]


def running(text: str) -> list[Block]:
    return [Block(BlockKind.FURNITURE, text, text, Place(page=2))]


@pytest.mark.parametrize(
    ("foot", "doubted"),
    [("17 to 28 July 2023 2", False), ("18 to 28 July 2023 2", True), ("Inspection report 2", False)],
)
def test_a_running_foot_with_other_dates_is_a_contradiction(foot: str, doubted: bool) -> None:
    dates = read_dates(lines("Inspection dates: 17 to 28 July 2023"))
    assert [notice.code for notice in check_running_dates(dates, running(foot))] == ["dates-contradiction"] * doubted


VALUE, BEFORE = "17 to 28 July 2023", "3 to 7 May 2019"


@pytest.mark.parametrize(
    "cover",
    [
        lines(f"Dates of previous inspection: {BEFORE}", f"Inspection dates: {VALUE}"),
        lines(f"Previous inspection dates: {BEFORE}", f"Inspection dates: {VALUE}"),
        lines("Inspection dates:", "Dates of previous inspection:", VALUE, BEFORE),
        lines("Dates of previous inspection:", BEFORE, "Inspection dates:", VALUE),
        lines(f"Inspection dates: {VALUE} Dates of previous inspection: {BEFORE}"),
        lines(f"Date of the last inspection: {BEFORE} Inspection dates: {VALUE}"),
        lines(f"Date of previous local area SEND inspection: {BEFORE}", f"Dates of inspection: {VALUE}"),
    ],
)
def test_the_dates_of_an_earlier_inspection_are_not_those_of_this_one(cover: list[Block]) -> None:
    dates = read_dates(cover)
    assert dates.started
    assert dates.ended
    assert (dates.started.iso, dates.ended.iso, dates.notices) == ("2023-07-17", "2023-07-28", ())
    earlier = labelled(cover, EARLIER.pattern)
    assert earlier
    assert find_range(earlier.value)[0] == PartialDate("2019-05-03", "3")
    before = earlier_inspection(cover)
    assert before
    assert before.framework is None
    assert (before.started, before.ended and before.ended.iso, before.printed) == (
        PartialDate("2019-05-03", "3"),
        "2019-05-07",
        BEFORE,
    )


@pytest.mark.parametrize("value", ["12 June 2018", "June 2018", "12/06/2018"])
def test_an_earlier_inspection_may_be_told_by_one_day_or_month(value: str) -> None:
    before = earlier_inspection(lines(f"Date of previous inspection: {value}"))
    assert before
    assert before.started
    assert before.started.iso.startswith("2018-06")


@pytest.mark.parametrize("value", ["12 June 2018, good", "none", "first of its kind", "Good (12 June 2018)"])
def test_an_earlier_inspection_with_more_than_its_dates_is_left_to_people(value: str) -> None:
    assert earlier_inspection(lines(f"Date of previous inspection: {value}")) is None


def test_a_cover_with_the_dates_of_an_earlier_inspection_alone_has_none() -> None:
    dates = read_dates(lines(f"Previous inspection dates: {BEFORE}"))
    assert dates.started is None
    assert [notice.code for notice in dates.notices] == ["dates-missing"]


def test_the_year_of_a_copyright_is_no_date_of_an_inspection() -> None:
    dates = read_dates(lines("Inspection dates:", "© Crown copyright 2012"))
    assert dates.started is None
    assert read_dates(lines("Inspection dates:", "January 2012")).started is not None
