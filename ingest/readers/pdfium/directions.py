"""The words of a page with turned text, by the direction in which they are read.

A page may be turned as a whole, so that it is shown upright or on its side; a table may lie on its side under a header
that is upright; a watermark slants. The direction of most letters is that of the page: its words stand in a frame in
which they are upright. The others follow, each direction in a frame of its own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.page.turns import Turn
from ingest.page.words import PrintedWord
from ingest.readers.pdfium.space import PageSpace
from ingest.readers.pdfium.words import CROOKED, WORD, PageText

QUARTER = 90


@dataclass(slots=True)
class DirectedWords:
    """The words of a page in the frame ``space``, those on their side in it, and stretches of slanted words."""

    space: PageSpace
    words: list[PrintedWord]
    turn: Turn | None = None
    asides: list[tuple[Turn, list[PrintedWord]]] = field(default_factory=list)
    slanted: list[list[PrintedWord]] = field(default_factory=list)

    def on_page(self) -> list[PrintedWord]:
        """All words on the page as it is shown."""
        if not self.turn and not self.asides:
            return (
                [*self.words, *(word for stretch in self.slanted for word in stretch)] if self.slanted else self.words
            )
        stretches = [(self.turn, self.words), *self.asides, *((self.turn, words) for words in self.slanted)]
        return [_shown(word, turn) for turn, words in stretches for word in words]


def directed_words(text: PageText) -> DirectedWords:
    """Read the words of a page in the order of the file, whatever their directions."""
    space = text.space
    found = list(_directions(text))
    letters: Counter[int] = Counter()
    for quarters, _, printed in found:
        if quarters is not None:
            letters[quarters] += len(printed)
    main = letters.most_common(1)[0][0] if letters else space.turns
    frames = {quarters: replace(space, turns=quarters) for quarters in [main, *letters]}
    words: dict[int, list[PrintedWord]] = {quarters: [] for quarters in frames}
    slanted: list[list[PrintedWord]] = []
    before: int | None = main
    for quarters, start, printed in found:
        if quarters is not None:
            words[quarters] += text.words_at(start, printed, frames[quarters])
        else:
            if before is not None:
                slanted.append([])
            slanted[-1].append(text.whole_word(start, printed, frames[main]))
        before = quarters
    turns = {quarters: Turn((quarters - space.turns) % 4, *space.shown_size) for quarters in frames}
    asides = [(turns[quarters], words[quarters]) for quarters in frames if quarters != main]
    return DirectedWords(frames[main], words[main], turns[main] if main != space.turns else None, asides, slanted)


def _directions(text: PageText) -> Iterator[tuple[int | None, int, str]]:
    """Each word with the quarter turns, clockwise, that make it upright; None for slanted ones."""
    for match in WORD.finditer(text.plain):
        angle = text.angle(match.start())
        quarters = round(angle / QUARTER)
        slants = abs(angle - quarters * QUARTER) > CROOKED
        yield None if slants else -quarters % 4, match.start(), match.group()


def _shown(word: PrintedWord, turn: Turn | None) -> PrintedWord:
    """A word with its box on the page as it is shown."""
    if not turn:
        return word
    x0, top, x1, bottom = turn.shown((word.x0, word.top, word.x1, word.bottom))
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom)
