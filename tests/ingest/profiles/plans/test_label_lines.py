"""Labels of an action that stand alone in a line, each with its words in the next."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.plans.label_lines import with_labels_joined

REVIEW = ("Action", "Review plans", "Lead", "Ann", "By when", "May")


def lines(*texts: str) -> list[str]:
    blocks = [Block(BlockKind.HEADING, text, text, Place(line=at)) for at, text in enumerate(texts, 1)]
    return [block.text for block in with_labels_joined(blocks)]


def test_each_label_is_joined_with_the_words_under_it() -> None:
    assert lines("Plan", *REVIEW, "Words") == ["Plan", "Action: Review plans", "Lead: Ann", "By when: May", "Words"]
    assert lines("Action:", "Review plans", "Who?", "Ann", "When?", "May")[0] == "Action: Review plans"


def test_the_next_action_begins_anew() -> None:
    found = lines(*REVIEW, "Action", "Visit", "Lead", "Bob")
    assert found == ["Action: Review plans", "Lead: Ann", "By when: May", "Action: Visit", "Lead: Bob"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Action", "Lead", "By when", "Review plans", "Ann", "May"),
        ("Action", "Review plans", "Progress", "Slow"),
        ("Lead", "Ann", "By when", "May"),
        ("Action", "Review plans"),
        ("Action",),
    ],
)
def test_headings_of_columns_and_labels_without_an_action_stay_what_they_are(texts: tuple[str, ...]) -> None:
    assert lines(*texts) == list(texts)


def test_a_joined_line_keeps_the_words_as_printed_and_both_places() -> None:
    blocks = [Block(BlockKind.HEADING, text, text, Place(line=at)) for at, text in enumerate(REVIEW, 1)]
    first = with_labels_joined(blocks)[0]
    assert (first.kind, first.orig, first.place.line) == (BlockKind.PARAGRAPH, "Action\nReview plans", 1)
