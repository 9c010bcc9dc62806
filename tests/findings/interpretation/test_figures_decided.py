from decimal import Decimal

from findings.interpretation.figures import figures_of
from findings.interpretation.figures_decided import as_decided, place_figures, plain

TEXT = "In May 2020, 12 plans were late, and 12 visits. About 87.50% of plans were good."


def test_figures_are_the_same_after_they_were_decided_as_they_are() -> None:
    figures = figures_of(TEXT)
    assert len(figures) == 3
    again = place_figures(as_decided(figures, TEXT), TEXT)
    assert again == figures


def test_a_decided_figure_follows_its_words_to_another_place() -> None:
    (_, second, _) = as_decided(figures_of(TEXT), TEXT)
    (found,) = place_figures([second], "Later, 12 visits.")
    assert (found.start, found.end) == (7, 9)


def test_an_earlier_place_is_taken_where_none_follows() -> None:
    decided = as_decided(figures_of("There were 9 plans and 7 visits."), "There were 9 plans and 7 visits.")
    assert [one.start for one in place_figures(decided, "Of 7 visits 9 plans tell.")] == [12, 3]


def test_a_decided_figure_that_the_text_no_longer_prints_is_not_shown() -> None:
    assert place_figures(as_decided(figures_of(TEXT), TEXT), "No plans.") == ()


def test_values_have_no_needless_zeros_and_no_exponent() -> None:
    values = map(Decimal, ("87.50", "1500000", "0.25", "100.0000"))
    assert [plain(one) for one in values] == ["87.5", "1500000", "0.25", "100"]
