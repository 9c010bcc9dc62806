"""Words that count as the same although they are printed in another way."""

import pytest

from ingest.wording.comparable import plain, without_footnote_figures


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Children’s  ‘plan’\n“A”", "children's 'plan' \"a\""),
        ("the ﬁrst o\u00a0ne", "the first o ne"),
        ("PLAN straße", "plan strasse"),
        ("2015 – 16", "2015-16"),
        ("2015 -16", "2015-16"),
        ("2015- 16", "2015-16"),
        ("2015—16 ", "2015-16"),
    ],
)
def test_signs_ligatures_case_and_spacing_make_no_difference(text: str, compared: str) -> None:
    assert plain(text) == compared


@pytest.mark.parametrize("dash", "‐‑‒–—―−─")
def test_every_dash_is_a_hyphen(dash: str) -> None:
    assert plain(f"well{dash}known") == "well-known"


def test_other_words_differ() -> None:
    assert plain("the plan") != plain("theplan")


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("The board1 is good2", "The board is good"),
        ("The board is good2.", "The board is good."),
        ("The board is good.12", "The board is good."),
        ("The board (LSCB)1 is good", "The board (LSCB) is good"),
        ("The board[1] is good", "The board is good"),
        ("The board\u00b9 is good\u00b9\u00b2", "The board is good"),
        ("Whose plan?3", "Whose plan?"),
    ],
)
def test_figures_of_footnotes_are_left_out(text: str, compared: str) -> None:
    assert without_footnote_figures(text) == compared


@pytest.mark.parametrize(
    "text", ["Part 1", "Grade (2)", "2.1 Adoption", "In 2015 1 of 3", "KS4 results", "The list [1]"]
)
def test_other_figures_stay(text: str) -> None:
    assert without_footnote_figures(text) == text
