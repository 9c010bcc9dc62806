import pytest

from findings.interpretation.figures import figures_of


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In June 2015, 48% of plans were late.", ["2015-06"]),
        (
            "It rose from 59% in 2014–15 to 72% for the period from 1 April to 30 June 2015.",
            ["2014-15", "2015-04-01/2015-06-30"],
        ),
        ("In 2014, 12 plans were late, and in 2015, 9 plans.", ["2014", "2015"]),
        ("In June 2015, 12 plans were late, and 9 plans currently.", ["2015-06", ""]),
        ("In June 2015, 12 plans were late; this month the figure is 9.", ["2015-06", ""]),
        ("We know of 12 plans that are late since June 2015.", [""]),
        ("Since 2015, 12 plans were late.", [""]),
        ("In June 2015 all was well. Then 12 plans were late.", [""]),
        ("It rose from 410 days (31 March 2013) to 437 days (31 March 2014).", ["2013-03-31", "2014-03-31"]),
        ("There were 12 plans.", [""]),
    ],
)
def test_a_figure_has_the_date_for_which_it_is_stated(text: str, dates: list[str]) -> None:
    assert [figure.as_at for figure in figures_of(text)] == dates
