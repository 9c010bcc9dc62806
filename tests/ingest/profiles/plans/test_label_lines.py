"""Labels of an action that stand alone in a line, each with its words below."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.plans.label_lines import with_cards

REVIEW = ("Action", "Review plans", "Lead", "Ann", "By when", "May")


def read(*texts: str) -> tuple[Block, ...]:
    """Lines as blocks; one with a dash is an item, one with a number has it."""
    blocks = []
    for at, text in enumerate(texts, 1):
        number, _, rest = text.partition(". ")
        kind = BlockKind.ITEM if text.startswith("- ") else BlockKind.HEADING
        words = rest if number.isdigit() else text.removeprefix("- ")
        blocks.append(Block(kind, words, text, Place(line=at), number=number if number.isdigit() else None))
    return with_cards(blocks)


def cards(*texts: str) -> list[str | list[tuple[str, ...]]]:
    return [[row.texts for row in block.rows] if block.rows else block.text for block in read(*texts)]


def test_the_labels_of_an_action_are_a_card() -> None:
    card = [("Action", "Review plans"), ("Lead", "Ann"), ("By when", "May")]
    assert cards("Plan", *REVIEW, "Words") == ["Plan", card, "Words"]
    assert cards("Action:", "Review plans", "Who?", "Ann")[0][0] == ("Action", "Review plans")


def test_the_next_action_begins_another_card() -> None:
    found = cards(*REVIEW, "Action", "Visit", "Lead", "Bob")
    assert found[1:] == [[("Action", "Visit"), ("Lead", "Bob")]]


@pytest.mark.parametrize("items", [("- Review plans", "- Visit homes"), ("1. Review plans", "2. Visit homes")])
def test_a_list_under_a_label_is_one_cell_with_its_items(items: tuple[str, ...]) -> None:
    (card,) = read("What we will do", *items, "Lead", "Ann")
    assert card.rows[0].cells[1].paragraphs == ("Review plans", "Visit homes")
    assert card.rows[0].cells[1].items == (0, 1)
    assert card.rows[1].cells[1].items == ()


def test_a_list_ends_where_its_numbers_do() -> None:
    assert cards("Action", "1. Review plans", "Lead", "Ann", "2. Next")[1] == "Next"


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
    assert cards(*texts) == list(texts)


def test_a_card_keeps_the_words_as_printed_and_their_places() -> None:
    (card,) = read(*REVIEW)
    assert (card.kind, card.orig, card.place.line) == (BlockKind.TABLE, "\n".join(REVIEW), 1)
    assert [(row.cells[0].place.line, row.cells[1].place.line) for row in card.rows] == [(1, 2), (3, 4), (5, 6)]
