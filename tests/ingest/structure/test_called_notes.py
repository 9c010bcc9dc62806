"""Figures of footnotes behind grades."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.called_notes import without_called_figures

SENTENCE = "The Local Safeguarding Children Board is good{}"


def block(text: str, kind: BlockKind = BlockKind.HEADING, page: int = 2, marker: str = "") -> Block:
    return Block(kind, text, f"{marker} {text}".strip(), Place(page), marker=marker)


NOTE = block("Reviewed under the Act of 2004.", BlockKind.FOOTNOTE, marker="1")


@pytest.mark.parametrize(
    ("behind", "left"),
    [(" 1", ""), (". 1", "."), (" 2", " 2"), (" 1 of 3", " 1 of 3"), ("", "")],
)
def test_the_figure_of_a_footnote_on_the_page_is_taken_out(behind: str, left: str) -> None:
    first, note = without_called_figures([block(SENTENCE.format(behind)), NOTE])
    assert (first.text, note) == (SENTENCE.format(left), NOTE)


def test_a_footnote_on_another_page_takes_nothing_out() -> None:
    sentence = block(SENTENCE.format(" 1"), page=3)
    assert without_called_figures([sentence, NOTE])[0] == sentence
    assert without_called_figures([block(SENTENCE.format(" 1"))])[0].text == SENTENCE.format(" 1")


def test_a_figure_behind_other_words_stays() -> None:
    sentence = block("Plans were good in area 1")
    assert without_called_figures([sentence, NOTE])[0] == sentence
