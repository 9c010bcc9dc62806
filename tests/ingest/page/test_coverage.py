"""The comparison of printed words with those of the blocks."""

from collections import Counter

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.page.coverage import check_words, printed_words


def block(orig: str) -> Block:
    return Block(BlockKind.PARAGRAPH, orig, orig, Place(1))


@pytest.mark.parametrize("hyphen", ["\x02", "\ufffe"])
def test_a_hyphen_at_a_line_end_ends_a_word_and_no_character_is_a_space(hyphen: str) -> None:
    assert printed_words(f"a well{hyphen}known\0board a") == ["a", "well-", "known", "board", "a"]


def test_words_that_are_all_kept_give_no_notice() -> None:
    assert check_words(Counter(printed_words("The board meets")), [block("The board"), block("meets")]) is None


def test_words_may_be_divided_in_another_way() -> None:
    assert (
        check_words(Counter(printed_words("The board meets\r\nwell-\x02known")), [block("The board meets well--known")])
        is None
    )
    assert check_words(Counter({"Board1": 1}), [block("Board 1")]) is None


def test_words_lost_and_words_doubled_are_counted_and_named() -> None:
    lost = check_words(Counter(printed_words("The board meets here")), [block("The board")])
    assert (lost.code, lost.level) == ("words-lost", "error")
    assert lost.message.startswith("2 printed words stand in no block and 0 stand in more than one")
    assert "here meets" in lost.message
    doubled = check_words(Counter(printed_words("The board")), [block("The board"), block("board")])
    assert doubled.message.startswith("0 printed words stand in no block and 1 stand in more than one")
    assert doubled.level == "warning"


def test_the_letters_of_other_words_are_no_excuse() -> None:
    assert check_words(Counter({"ab": 1}), [block("aab")]) is not None


def test_no_more_than_eight_words_are_named() -> None:
    printed = Counter(printed_words(" ".join(f"word{n}" for n in range(12))))
    assert check_words(printed, []).message.count("word1") == 3  # word1, word10, word11 of the first eight by name
    assert "word9" not in check_words(printed, []).message
