"""The examples are made up; each stands for a form that reports print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.interpretation.figures import FigureReading, figures_of
from tests.growth import grows_with_the_text

LENGTH = 10_000


def short(text: str) -> list[tuple[str, str]]:
    return [(f"{figure.value:f}", figure.unit) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine adopters were approved and six have been turned away.", [("9", "adopters"), ("6", "adopters")]),
        ("Referrals rose from 12 in 2014/15 to 38 in 2015/16.", [("12", "referrals"), ("38", "referrals")]),
        ("The majority of these children (13) moved.", [("13", "children")]),
        ("Of all pupils, 17% (38/219) were sent home.", [("17", "percent"), ("38", "children"), ("219", "children")]),
        ("Only one of six children was seen in 7 days.", [("1", "children"), ("6", "children"), ("7", "days")]),
        ("Twenty-two of 24 schools took part.", [("22", "schools"), ("24", "schools")]),
        ("Three out of the 12 plans seen were weak.", [("3", "plans"), ("12", "plans")]),
        ("Between 15 and 20 children waited.", [("15", "children"), ("20", "children")]),
        ("Caseloads are high, at around 40.", [("40", "cases per worker")]),
        ("Some social workers are supporting over 20 children.", [("20", "children per worker")]),
        ("The team holds caseloads of 627 cases in all.", [("627", "cases")]),
        ("At 48 per 10,000, the rate is low.", [("48", "per 10,000")]),
        ("The rate per 10,000 is below the average of 59.", [("59", "per 10,000")]),
        ("The rate of enquiries was 41 then.", [("41", "rate")]),
        ("At the time there were 211. Cases were closed.", []),
        ("Of these pupils, 111 (42%) live elsewhere.", [("111", "children"), ("42", "percent")]),
        ("Within one week a worker calls.", [("1", "weeks")]),
        ("In one case, one of the managers called.", []),
        ("A small number of plans doubled in size.", []),
        ("The five or fewer children there are safe.", [("5", "children")]),
        ("It cost £1.5 million.", [("1500000", "pounds")]),
        ("The figure was £999,999,999 billion.", []),
        ("About 12\u00a0weeks passed.", [("12", "weeks")]),
        ("No figure stands here.", []),
    ],
)
def test_the_figures_of_a_sentence(text: str, figures: list[tuple[str, str]]) -> None:
    assert short(text) == figures


def test_a_figure_says_what_it_counts_and_for_when() -> None:
    text = "In March 2015, 87.5% of reviews were held in time, up from 70% a year earlier."
    assert figures_of(text) == (
        FigureReading(Decimal("87.5"), "percent", "reviews were held in time", "2015-03", 15, 20),
        FigureReading(Decimal(70), "percent", "reviews were held in time", "", 59, 62),
    )


def test_what_was_counted_in_another_sentence_is_not_counted_on() -> None:
    assert short("There were 12 visits. Numbers of children rose to 30.") == [("12", "visits"), ("30", "children")]


@given(st.text(alphabet=st.sampled_from("123 ,.()/%£-–one twofromper 10,000children\n"), max_size=200))
def test_any_text_is_read_without_an_error_and_to_the_letter(text: str) -> None:
    last = 0
    for figure in figures_of(text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.of in text.replace("\u00a0", " ")
        assert figure.unit
        assert figure.value >= 0
        last = figure.end


@pytest.mark.parametrize(
    "part",
    ["12 of ", "(", "aged ", "£1,", "1,000", "May 2014 ", "a-", " \n.", "and ", "half "],
)
def test_no_pattern_grows_with_the_square_of_a_text(part: str) -> None:
    assert grows_with_the_text(figures_of, part, LENGTH)
