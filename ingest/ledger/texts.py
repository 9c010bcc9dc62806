"""The texts of a document as the ledger counts them: each paragraph, and each paragraph of each cell of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import Block, Place


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a block; ``order`` counts the texts of the document."""

    words: str
    place: Place
    block: Block
    order: int = 0


def texts_of(block: Block) -> Iterator[tuple[str, Place]]:
    """The texts of a block, each with its place; together they are all of its words."""
    if not block.rows:
        yield block.text, block.place
    for row in block.rows:
        for cell in row.cells:
            place = next((place for place in (cell.place, row.place) if place.page or place.line), block.place)
            for paragraph in cell.paragraphs:
                yield paragraph, place


def printed_words(text: str) -> list[str]:
    """The words of a text: what stands between spaces and has a letter or a figure."""
    return [word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))]


def count(text: str) -> int:
    """The number of ``printed_words`` of a text."""
    return len(printed_words(text))
