"""The names and words of structural changes."""

import pytest

from findings.models import Correction
from findings.models.changes import is_column, label_of_field, reference_field, text_set, words_of_value


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("split", {"first": "One.", "second": "Two.", "made": "hand-1"}, "One.\n\nTwo."),
        ("joined", {"text": "One. Two.", "with": ["para-2"]}, "One. Two."),
        ("suppressed", True, "Taken out"),
        ("reference/paragraph/9", {"anchor": "para-9", "words": "Nine."}, "para-9: Nine."),
        ("reference/paragraph/9", {"anchor": "", "words": ""}, "No target"),
        ("reference/paragraph/9", "para-8", "para-8"),
        ("section", None, ""),
    ],
)
def test_what_a_change_set_is_told_in_words(field, value, words):
    assert words_of_value(field, value) == words


def test_only_splits_and_joins_set_the_text_of_their_record():
    values = {"first": "One.", "second": "Two.", "text": "Both."}
    assert [text_set(Correction(field=field, value_set=values)) for field in ("split", "joined", "suppressed")] == [
        "One.", "Both.", None
    ]  # fmt: skip


def test_a_reference_is_named_by_its_number_or_by_its_words():
    assert reference_field("paragraph", "19", "(paragraph 19)") == "reference/paragraph/19"
    bare = reference_field("recommendation", "", "(the one above)")
    assert bare != reference_field("recommendation", "", "(the one below)")
    assert [label_of_field(name) for name in ("reference/paragraph/19", bare, "split", "text")] == [
        "Reference to paragraph 19", "Reference to a recommendation", "Split", ""
    ]  # fmt: skip
    assert [is_column(name) for name in ("text", "section", "split", bare)] == [True, True, False, False]
