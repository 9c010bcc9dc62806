"""Every printed variant of ILACS reports, as made-up PDFs: exactly their known facts are read.

The variants are those that were counted in published reports. Where a variant cannot be read, a notice states this.
"""

from dataclasses import replace

import pytest

from tests.ingest.against_truth import check, read
from tests.ingest.made import Ilacs, ilacs
from tests.press import BULLETS, LATE, Look, no_footer, number_odd_even

ILACS = Ilacs()

FOUR = replace(
    ILACS, five=False, grades=("Inadequate", "Requires Improvement to be good", "Requires improvement", "Inadequate"),
    sizes=(20, 20, 34), dates="29 January to 9 February 2018", started="2018-01-29", ended="2018-02-09",
)  # fmt: skip


def running(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """Two lines of footer; the second has dates and page number."""
    return (
        (72, 800, "Inspection of Wexcombe local authority children\u2019s services", 8, True),
        (72, 812, "17 to 28 July 2023", 8, True),
        (505, 812, str(page), 8, True),
    )


SHAPES = (": {}", " is {}", " {}", " is: {}", ": {}.", " are: {}", " are {}", ". {}", " \u2013 {}", ": is {}")


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_ilacs_headings_of_every_shape(shape, wrapped):
    shape = shape.replace("{}", "{grade}")
    check(ilacs(replace(ILACS, shape=shape, wrapped=wrapped, lower=wrapped)))


@pytest.mark.parametrize("cover", ["wide", "straight", "old", "social", "council"])
def test_ilacs_covers(cover):
    check(ilacs(replace(ILACS, cover=cover)))


def test_ilacs_with_four_judgements():
    check(ilacs(FOUR))


@pytest.mark.parametrize("mark", ["", "?", ":", "?1"])
def test_ilacs_recommendations_under_every_heading(mark):
    check(ilacs(replace(ILACS, improve=f"What needs to improve{mark}", items=15)))


def test_ilacs_without_recommendations_is_doubted():
    check(ilacs(replace(ILACS, improve=None, items=0)), "recommendations-missing")


def test_items_that_begin_like_a_heading_are_items():
    texts = (
        "The impact of leaders on practice with children and families who have waited for a long time for help",
        "The experiences and progress of care leavers who live a long way from the area and of those who have children",
        "The experiences and progress of children in care",
    )
    check(ilacs(replace(ILACS, item_texts=texts)))


DATES = (
    ("28 January 2019 to 8 February 2019", "2019-01-28", "2019-02-08"),
    ("17\u201328 July 2023", "2023-07-17", "2023-07-28"),
    ("28 June to 9 July 2021 and 13 September to 14 September 2021", "2021-06-28", "2021-09-14"),
    ("16 to 20 March 2020 and 5 to 9 October 2020", "2020-03-16", "2020-10-09"),
    ("30 December 2019 to 10 January 2020", "2019-12-30", "2020-01-10"),
    ("9 to 13 and 23 to 27 May 2022", "2022-05-09", "2022-05-27"),
    ("12 December to 16 January 2024", "2023-12-12", "2024-01-16"),
)


@pytest.mark.parametrize(("dates", "started", "ended"), DATES)
def test_dates_of_every_shape(dates, started, ended):
    check(ilacs(replace(ILACS, dates=dates, started=started, ended=ended)))


LEADS = (
    ("M\u00e1ire Atherley, Her Majesty\u2019s Inspector", "M\u00e1ire Atherley"),
    ("Jane Whitlow HMI", "Jane Whitlow"),
    ("Jane Whitlow, HMI", "Jane Whitlow"),
    ("Fiona J. Milbourne Her Majesty\u2019s Inspector", "Fiona J. Milbourne"),
    ("Brendan O\u2019Parker-Lee, Her Majesty's Inspector", "Brendan O\u2019Parker-Lee"),
    ("Jane Whitlow", "Jane Whitlow"),
    ("Mary Ann de la Cruz, His Majesty\u2019s Inspector", "Mary Ann de la Cruz"),
    ("Jane Whitlow, Senior His Majesty\u2019s Inspector", "Jane Whitlow"),
    ("Jane Whitlow, Ofsted Inspector", "Jane Whitlow"),
)


@pytest.mark.parametrize(("printed", "name"), LEADS)
def test_lead_inspectors_with_every_office(printed, name):
    check(ilacs(replace(ILACS, lead=printed, lead_name=name)))


LOOKS = {
    "wide number margin": Look(number_x=85, text_x=114, left=85, bullet_x=85, bullet_text_x=110),
    "narrow hanging indent": Look(number_x=90, text_x=108, left=90, bullet_x=90, bullet_text_x=108),
    "letter pages": Look(width=612, height=792, bottom=715, footer=no_footer),
    "scaled type": Look(scaled=True),
    "page numbers left and right": Look(footer=number_odd_even),
    "table last in the file": Look(table_layer=LATE),
    "running footer first": Look(footer=running),
    "running footer last": Look(footer=running, footer_layer=LATE),
    "larger pages": Look(width=640, height=920, footer=running),
    "larger pages with figures": Look(width=640, height=920, footer=number_odd_even),
    "full stop apart": Look(dot=" ."),
    "small type": Look(size=11, footer=no_footer),
}


@pytest.mark.parametrize("name", LOOKS)
def test_ilacs_on_pages_of_every_look(name):
    check(ilacs(replace(ILACS, look=LOOKS[name])))


def test_numbers_that_cannot_be_read_are_doubted():
    _, doubts = read(ilacs(replace(ILACS, look=Look(dot="")))[0])
    assert "numbers-missing" in doubts


@pytest.mark.parametrize("changed", [{"dot_after_domain": True}, {"centred": False}, {"seed": 3}, {"seed": 5}])
def test_ilacs_tables_and_texts(changed):
    check(ilacs(replace(ILACS, **changed)))


@pytest.mark.parametrize("bullet", BULLETS + "-o")
def test_bullets_of_every_font(bullet):
    check(ilacs(replace(ILACS, sizes=(2, 2, 2, 2), look=Look(bullet=bullet))))
