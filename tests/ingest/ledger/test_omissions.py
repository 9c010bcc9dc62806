"""Notices about words that were left out: one a page, or one a stretch over several pages, with words to find it."""

import pytest

from ingest.blocks import Place
from ingest.ledger.omissions import Omission, notices_of


def left(order: int, page: int | None = None, line: int | None = None, words: str = "seven bakers sing"):
    """Words that were left out."""
    return Omission(tuple(words.split()), Place(page, line), order)


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([left(1, 3)], [(3, "Page 3: 3 words are")]),
        ([left(1, 3), left(9, 3)], [(3, "Page 3: 6 words are")]),
        ([left(1, 3), left(2, 4), left(3, 5)], [(3, "Pages 3 to 5: 9 words are")]),
        ([left(1, 3), left(3, 4)], [(3, "Page 3: 3 words are"), (4, "Page 4: 3 words are")]),
        ([left(1, 3, words="kettle")], [(3, "Page 3: 1 word is")]),
    ],
)
def test_what_is_left_out_is_named_by_page(stretches, expected):
    notices = notices_of(stretches)
    assert [(notice.page, notice.message.split(" in no record")[0]) for notice in notices] == expected


def test_a_text_without_pages_is_named_by_its_lines():
    first, second = notices_of([left(1, line=12), left(2, line=15), left(8, line=90)])
    assert (first.line, first.message.split(":")[0]) == (12, "Lines 12 to 15")
    assert (second.line, second.message.split(":")[0]) == (90, "Line 90")


def test_a_long_stretch_is_quoted_by_its_first_words():
    (notice,) = notices_of([left(1, 2, words="a b c d e f g h i j")])
    assert "“a b c d e f g h …”" in notice.message


def test_a_file_without_pages_and_lines_says_where_in_words():
    (notice,) = notices_of([Omission(("kettle",), Place(None, 7, (), "sheet Actions, row 14"), 1)])
    assert notice.message.startswith("Sheet Actions, row 14: 1 word is")
