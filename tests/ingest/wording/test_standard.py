"""Standard sentences that a line end has cut are put together again, and nothing else is."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.wording.standard import join_standard

THANKS = "We would like to thank you and your staff for the bread that you shared with us."
REUSE = "You may reuse this information in any form, as long as you name the bakers."


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more) -> Block:
    return Block(kind, text, text, Place(1), **more)


def texts(*blocks: Block) -> list[str]:
    return [joined.text for joined in join_standard(blocks)]


def cut(sentence: str, *places: int) -> list[str]:
    words = sentence.split()
    return [" ".join(words[a:b]) for a, b in zip((0, *places), (*places, len(words)), strict=True)]


@pytest.mark.parametrize("sentence", [THANKS, REUSE])
@pytest.mark.parametrize("places", [(1,), (4,), (9,), (3, 8)])
def test_a_sentence_in_two_or_three_pieces_is_one_paragraph(sentence: str, places: tuple[int, ...]) -> None:
    pieces = [block(text) for text in cut(sentence, *places)]
    (joined,) = join_standard(pieces)
    assert (joined.text, joined.kind) == (sentence, BlockKind.PARAGRAPH)
    assert joined.orig.split("\n") == [piece.text for piece in pieces]


def test_a_short_piece_that_was_taken_for_a_heading_is_one_of_them() -> None:
    first, second = cut(THANKS, 5)
    (joined,) = join_standard([block(first, BlockKind.HEADING, level=2), block(second)])
    assert (joined.text, joined.kind, joined.level) == (THANKS, BlockKind.PARAGRAPH, 0)


def test_what_follows_a_sentence_stays_apart() -> None:
    assert texts(*map(block, cut(THANKS, 5)), block("Bakers rise early.")) == [THANKS, "Bakers rise early."]
    assert texts(block(THANKS), block("Bakers rise early.")) == [THANKS, "Bakers rise early."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (block("Yours sincerely"), block("Helen Marlow.")),
        (block("Bakers of the town"), block("rise early.")),
        (block(cut(THANKS, 5)[0], number="4"), block(cut(THANKS, 5)[1])),
        (block(cut(THANKS, 5)[0]), block(cut(THANKS, 5)[1], marker="-")),
        (block(cut(THANKS, 5)[0]), block(cut(THANKS, 5)[1], BlockKind.ITEM)),
        (block(cut(THANKS, 5)[0], size=14.0), block(cut(THANKS, 5)[1], size=12.0)),
        (block(cut(THANKS, 5)[0], bold=True), block(cut(THANKS, 5)[1])),
        (block(cut(THANKS, 5)[0]), block(cut(THANKS, 5)[1].rstrip("."))),
    ],
)
def test_names_findings_items_and_other_type_are_not_joined(first: Block, second: Block) -> None:
    assert texts(first, second) == [first.text, second.text]


def test_a_sentence_of_more_than_three_pieces_or_too_many_words_stays_as_it_is() -> None:
    four = cut(REUSE, 3, 6, 9)
    assert texts(*map(block, four)) == four
    long = cut(THANKS.replace("bread", "bread and butter " * 45 + "bread"), 5)
    assert texts(*map(block, long)) == long
