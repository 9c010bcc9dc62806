"""The texts of blocks, and the words of a text."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.ledger.texts import printed_words, texts_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Seven bakers", ["Seven", "bakers"]),
        ("Tea – cold – is “fine”.", ["Tea", "cold", "is", "“fine”."]),
        ("£5 & 16-year-olds", ["£5", "16-year-olds"]),
        ("— •", []),
    ],
)
def test_a_word_has_a_letter_or_a_figure(text, words):
    assert printed_words(text) == words


def test_the_place_of_a_cell_is_its_own_or_that_of_its_row_or_of_the_table():
    placed, bare = TableCell(("one",), Place(3)), TableCell(("two", "three"))
    rows = (TableRow((placed, bare), Place(2)), TableRow((bare,)))
    table = Block(BlockKind.TABLE, "", "", Place(1), rows=rows)
    assert [(text, place.page) for text, place in texts_of(table)] == [
        ("one", 3), ("two", 2), ("three", 2), ("two", 1), ("three", 1),
    ]  # fmt: skip
