"""Grades that are spelt wrongly, and words that only look like one."""

import pytest

from ingest.wording.earlier.misspelt import mend_grades


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("requries improvement", "requires improvement"),
        ("Reqires improvement to be good", "requires improvement to be good"),
        ("requires improvment", "requires improvement"),
        ("Requires improvemants", "Requires improvement"),
        ("requiring-imporvement", "requiring-improvement"),
        ("inadequte", "inadequate"),
        ("indaequate", "inadequate"),
        ("inadaquate", "inadequate"),
        ("oustanding", "outstanding"),
        ("Outstandng", "outstanding"),
        ("adequte", "adequate"),
        ("b einadequate", "b inadequate"),
        ("adeqaute", "adequate"),
        ("gooood", "gooood"),
        ("goood", "good"),
    ],
)
def test_one_wrong_letter_is_mended(printed: str, mended: str) -> None:
    assert mend_grades(f"Adoption was {printed} then.") == f"Adoption was {mended} then."


@pytest.mark.parametrize(
    "text",
    [
        "Requires Improvement to be good",
        "Inadequate",
        "requires improvements to be good",
        "An understanding of outsiders",
        "inadequately adequately inadequacy adequacy outstandingly",
        "requires immediate investment and regular improvisation",
        "requests improvements",
        "good food",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert mend_grades(text) is text
