"""Series of figures: what is put together, and what is not."""

import pytest

from findings.reports.figure_series import FigureSeries, series_of
from findings.search.entries import index_report
from inspections.models import Authority
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Authority:
    return build.authority()


def tell(authority: Authority, year: int, *texts: str) -> None:
    report = build.report(authority=authority, published=f"{year}-05-01", year=year)
    for number, text in enumerate(texts, 1):
        build.finding(report, str(number), text=text)
    index_report(report.pk)


def plans(number: int, year: int = 2015) -> str:
    return f"At 31 March {year}, {number} plans of children in Wexcombe were out of date."


def amounts(series: FigureSeries) -> list[str]:
    return [one.amount for one in series.figures]


def test_figures_in_the_same_words_make_a_series_from_the_oldest_report_on(authority):
    tell(authority, 2016, plans(30))
    tell(authority, 2012, plans(12, 2012))
    (series,) = series_of(authority)
    assert (amounts(series), series.reports, series.unit) == (["12 plans", "30 plans"], 2, "plans")
    assert series.bars == ()


def test_figures_of_one_report_are_no_series(authority):
    tell(authority, 2012, plans(12), plans(30))
    assert series_of(authority) == ()


def test_the_same_words_in_another_sentence_are_another_matter(authority):
    tell(authority, 2012, "A service for carers helps 27 children looked after.")
    tell(authority, 2016, "In the year before, the council counted 300 children looked after.")
    assert series_of(authority) == ()


def test_another_unit_is_another_matter(authority):
    tell(authority, 2012, "In homes of the council 12 children live well.")
    tell(authority, 2016, "In homes of the council 12% of children live well.")
    assert series_of(authority) == ()


def test_figures_about_others_are_left_out(authority):
    for year in (2012, 2016):
        tell(authority, year, "The average for England is 12 plans of national authorities.")
    assert series_of(authority) == ()


def test_figures_of_other_authorities_are_their_own(authority):
    tell(authority, 2012, plans(12))
    tell(build.authority("Medway"), 2016, plans(30))
    assert series_of(authority) == ()


def test_five_reports_with_one_figure_each_are_drawn_to_scale(authority):
    for place, number in enumerate((10, 20, 30, 40), 2011):
        tell(authority, place, plans(number, place))
    assert series_of(authority)[0].bars == ()
    tell(authority, 2015, plans(5))
    bars = series_of(authority)[0].bars
    assert [bar.width for bar in bars] == ["25.00%", "50.00%", "75.00%", "100.00%", "12.50%"]
    assert (bars[0].label, bars[0].amount) == ("2011-03-31", "10 plans")


def test_a_report_that_states_two_is_not_drawn(authority):
    for place in range(2011, 2015):
        tell(authority, place, plans(12, place))
    tell(authority, 2015, plans(12), plans(13))
    (series,) = series_of(authority)
    assert (len(series.figures), series.bars) == (6, ())


def test_many_series_take_no_more_queries(authority, django_assert_num_queries):
    for year in (2012, 2016):
        tell(authority, year, *(f"At {place} in Wexcombe {year - 2000} plans were late." for place in ("A", "B", "C")))
    with django_assert_num_queries(1):
        series_of(authority)
