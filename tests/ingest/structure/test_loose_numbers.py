"""Numbers that continue a sentence and begin no paragraph."""

import pytest

from ingest.readers.text import read
from ingest.structure.loose_numbers import join_loose_numbers


def paragraphs(text: str) -> list[tuple[str | None, str]]:
    return [(block.number, block.text) for block in join_loose_numbers(read(text.encode()).blocks)]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (
            "11. Visits to homes rose from 9 to\n\n13. Practice is better.\n\n12. They were late.",
            [("11", "Visits to homes rose from 9 to 13. Practice is better."), ("12", "They were late.")],
        ),
        (
            "12. Visits to homes rose from 9 to\n\n13. Practice is better.\n\n13. They were late.",
            [("12", "Visits to homes rose from 9 to 13. Practice is better."), ("13", "They were late.")],
        ),
        (
            "2.1 This is shown in section\n\n3.4. Staff know it.\n\n2.2 They were late.",
            [("2.1", "This is shown in section 3.4. Staff know it."), ("2.2", "They were late.")],
        ),
    ],
)
def test_a_number_that_its_sentence_wants_and_its_sequence_does_not_is_text(
    text: str, read_as: list[tuple[str, str]]
) -> None:
    assert paragraphs(text) == read_as


@pytest.mark.parametrize(
    "text",
    [
        "1. A paragraph that was torn off with\n\n2. Another one follows.",
        "19. Recommendations\n\n1. Plans are read.",
        "1. All is well.\n\n13. Practice is better.",
        "1. A line that ends without a mark\n\n13. Practice is better.",
        "Text without numbers that goes on to\n\nthe end.",
    ],
)
def test_other_numbers_begin_paragraphs(text: str) -> None:
    assert [words for _, words in paragraphs(text)] == [block.text for block in read(text.encode()).blocks]
