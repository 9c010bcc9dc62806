import pytest

from findings.interpretation.figures.dates import dates_in


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("September 2014", "2014-09"),
        ("31 March 2015", "2015-03-31"),
        ("9th June 2015", "2015-06-09"),
        ("9 and 10 January 2019", "2019-01-09/2019-01-10"),
        ("1 April to 30 September 2015", "2015-04-01/2015-09-30"),
        ("April and July 2015", "2015-04/2015-07"),
        ("July 2013 to March 2014", "2013-07/2014-03"),
        ("2014–15", "2014-15"),
        ("2014/2015", "2014-15"),
        ("between 2014 and 2016", "2014/2016"),
        ("2018", "2018"),
        ("16/10/2019", "2019-10-16"),
        ("16.13.2019", ""),
        ("14 March", ""),
        ("Q3 11/12", ""),
        ("December", ""),
    ],
)
def test_a_printed_date_has_its_iso_form(printed: str, iso: str) -> None:
    text = f"It was so in {printed}, they say"
    (date,) = dates_in(text)
    assert (date.iso, text[date.start : date.end]) == (iso, printed)


@pytest.mark.parametrize("text", ["£2,015 was paid", "they may come", "2014% is none", "1,2014 of them", "20145 calls"])
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert dates_in(text) == []
