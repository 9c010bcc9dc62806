"""Words that count as the same although they are printed in another way."""

import pytest

from inspections.plain_words import plain


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
