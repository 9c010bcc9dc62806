"""The figures that call footnotes are left out of what is compared."""

import pytest

from ingest.wording.footnote_figures import without_footnote_figures


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
